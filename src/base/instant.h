#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace vafa {

// A moment as it travels: RFC 3339 in UTC with milliseconds, "2026-03-20T11:05:00.000Z".
struct Instant {
    TimeMs ms = 0;

    std::string to_text() const;
    // Any offset, any number of decimals (those beyond the third are dropped); years 0001 to 9999,
    // which sort as texts. Error `error.not_a_time`.
    static Result<Instant> from_text(std::string_view text);

    auto operator<=>(const Instant&) const = default;
};

}  // namespace vafa
