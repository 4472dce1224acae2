#include "platform/i18n/time_zones.h"

#include <algorithm>
#include <memory>
#include <unicode/basictz.h>
#include <unicode/strenum.h>
#include <unicode/tztrans.h>

#include "base/text.h"

namespace vafa::i18n {
namespace {

constexpr TimeMs kFrom = -2'208'988'800'000;  // 1900-01-01
constexpr TimeMs kTo = 5'680'281'600'000;     // 2150-01-01

Error unknown(std::string_view name) {
    const std::vector<std::string> names = time_zone_names();
    std::vector<std::string_view> candidates(names.begin(), names.end());
    std::string_view best = nearest(name, candidates);
    if (best.empty()) {
        // A city without its continent.
        std::vector<std::string_view> cities;
        for (const std::string_view one : names) cities.push_back(one.substr(one.rfind('/') + 1));
        const std::string_view city = nearest(name, cities);
        const auto found = std::ranges::find(cities, city);
        if (!city.empty()) best = candidates[static_cast<std::size_t>(found - cities.begin())];
    }
    if (best.empty()) return not_found("error.time_zone_unknown").with("name", std::string(name));
    return not_found("error.time_zone_did_you_mean")
        .with("name", std::string(name))
        .with("nearest", std::string(best));
}

std::int32_t offset_of(const icu::TimeZoneRule& rule) {
    return rule.getRawOffset() + rule.getDSTSavings();
}

TimeZone read(std::string_view name, const icu::BasicTimeZone& zone) {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0;
    std::int32_t saving = 0;
    zone.getOffset(static_cast<UDate>(kFrom), false, raw, saving, status);
    VAFA_ASSERT(U_SUCCESS(status));
    const std::int32_t first = raw + saving;

    std::vector<TimeZone::Transition> transitions;
    icu::TimeZoneTransition next;
    for (auto at = static_cast<UDate>(kFrom); zone.getNextTransition(at, false, next);) {
        at = next.getTime();
        if (at >= static_cast<UDate>(kTo)) break;
        const std::int32_t offset = offset_of(*next.getTo());
        // Some change the name or split of the offset alone.
        if (offset == (transitions.empty() ? first : transitions.back().offset_ms)) continue;
        transitions.push_back({static_cast<TimeMs>(at), offset});
    }
    return {std::string(name), std::move(transitions), first};
}

}  // namespace

std::vector<std::string> time_zone_names() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> all(
        icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, nullptr, nullptr, status));
    std::vector<std::string> names;
    if (U_FAILURE(status)) return names;
    while (const char* name = all->next(nullptr, status)) names.emplace_back(name);
    std::ranges::sort(names);
    return names;
}

Result<TimeZone> load_time_zone(std::string_view name) {
    if (!std::ranges::binary_search(time_zone_names(), name)) return unknown(name);
    const auto id = icu::UnicodeString::fromUTF8(
        icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
    const auto* basic = dynamic_cast<const icu::BasicTimeZone*>(zone.get());
    VAFA_ASSERT(basic != nullptr);
    return read(name, *basic);
}

}  // namespace vafa::i18n
