#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace vafa {

// A phone number as people type it to E.164 ("+989121234567"), or empty when it can be none.
// `region` (ISO 3166, "IR") is where numbers without a country code are dialled; empty: they are
// refused. Takes Persian and Arabic digits, 00 and national prefixes, spaces and brackets; an
// extension is dropped. A number counts when its length is possible and its prefix is in use.
std::string normalise_phone(std::string_view text, std::string_view region);

// Of an E.164 number: it is a mobile's, or may be (some countries do not tell them apart).
bool is_mobile_phone(std::string_view e164);

bool is_phone_region(std::string_view region);

// normalise_phone (20 µs a number) for many rows of one region. No country's plan of numbers tells
// apart those that differ in the last three digits alone (phone_test.cpp asks them all), so what
// one number was answered holds for its thousand. Thread-safe.
class PhoneNormaliser {
public:
    explicit PhoneNormaliser(std::string region, std::size_t most_remembered = 262'144);

    std::string operator()(std::string_view text);

private:
    std::string region_;
    std::size_t most_remembered_;
    std::mutex mutex_;
    // By the text without its last digits, or by the whole text where it is not plainly a number.
    std::unordered_map<std::string, std::string> seen_;
};

}  // namespace vafa
