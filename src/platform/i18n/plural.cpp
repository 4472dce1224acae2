#include "platform/i18n/plural.h"

namespace vafa::i18n {
namespace {

Plural russian(std::uint64_t count) {
    const std::uint64_t tens = count % 100;
    if (tens >= 11 && tens <= 14) return Plural::many;
    if (count % 10 == 1) return Plural::one;
    return count % 10 >= 2 && count % 10 <= 4 ? Plural::few : Plural::many;
}

}  // namespace

Plural plural_of(Locale locale, std::uint64_t count) {
    if (locale == Locale::ru) return russian(count);
    const bool one = count == 1 || (count == 0 && locale == Locale::fa);
    return one ? Plural::one : Plural::other;
}

}  // namespace vafa::i18n
