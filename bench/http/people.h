#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/rng.h"

namespace vafa::bench {

struct Person {
    std::string_view first, last, city, country;
    std::string email, phone;
};

// Customer `number` of the store of this seed: always the same person.
Person person(const Rng& seed, std::uint64_t number);

}  // namespace vafa::bench
