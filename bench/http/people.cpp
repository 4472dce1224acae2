#include "bench/http/people.h"

#include <array>
#include <fmt/format.h>
#include <span>

#include "bench/http/names.h"

namespace vafa::bench {
namespace {

// Few names are most people's.
template <class T>
const T& often_the_first(Rng& rng, std::span<const T> items) {
    const double u = rng.uniform();
    return items[static_cast<std::size_t>(u * u * static_cast<double>(items.size()))];
}

}  // namespace

Person person(const Rng& seed, std::uint64_t number) {
    constexpr std::array kMail = {"gmail.com", "yahoo.com", "mail.ru", "outlook.com",
                                  "example.org"};
    Rng rng = seed.fork("person", number);
    const Culture& culture = cultures()[rng.below(cultures().size())];
    const Word& first = often_the_first(rng, culture.first);
    const Word& last = often_the_first(rng, culture.last);
    const Place& place = often_the_first(rng, culture.places);
    Person one{first.native, last.native, place.city, place.country, {}, {}};
    one.email = fmt::format("{}.{}{}@{}", first.latin, last.latin, number % 10'000,
                            kMail[rng.below(kMail.size())]);
    std::uint64_t range = 1;
    for (int i = 0; i < culture.phone_digits; ++i) range *= 10;
    one.phone =
        fmt::format("{}{:0{}}", culture.phone_prefix, rng.below(range), culture.phone_digits);
    return one;
}

}  // namespace vafa::bench
