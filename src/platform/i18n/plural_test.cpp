#include "platform/i18n/plural.h"

#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <unicode/plurrule.h>

namespace vafa::i18n {
namespace {

std::string by_icu(Locale locale, std::int32_t count) {
    UErrorCode status = U_ZERO_ERROR;
    static std::unique_ptr<icu::PluralRules> rules[kLocales];
    auto& rule = rules[static_cast<std::size_t>(locale)];
    if (!rule) rule.reset(icu::PluralRules::forLocale(code_of(locale).data(), status));
    std::string name;
    rule->select(count).toUTF8String(name);
    return name;
}

TEST(Plural, AgreesWithIcu) {
    constexpr const char* kNames[] = {"one", "few", "many", "other"};
    for (const Locale locale : {Locale::en, Locale::fa, Locale::ru}) {
        for (std::int32_t count = 0; count < 1300; ++count)
            ASSERT_EQ(kNames[static_cast<std::size_t>(
                          plural_of(locale, static_cast<std::uint64_t>(count)))],
                      by_icu(locale, count))
                << code_of(locale) << ' ' << count;
    }
}

}  // namespace
}  // namespace vafa::i18n
