#pragma once

#include <array>
#include <span>
#include <string_view>

namespace vafa::bench {

// A word as its people write it and as it stands in an e-mail address.
struct Word {
    std::string_view native, latin;
};

struct Place {
    std::string_view city;
    std::string_view country;
};

// The frequent ones first.
struct Culture {
    std::span<const Word> first, last;
    std::span<const Place> places;
    std::string_view phone_prefix;  // of mobile numbers
    int phone_digits;               // that follow it
};

std::span<const Culture> cultures();

}  // namespace vafa::bench
