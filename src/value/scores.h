#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

#include "base/calendar.h"
#include "base/result.h"
#include "platform/files/mapped_file.h"
#include "value/runs.h"

namespace vafa::value {

// What a run says of one customer; bounds are of 90 % intervals. As it stands in the file.
struct Score {
    std::int64_t id = 0;
    float p_alive = 0, p_alive_low = 0, p_alive_high = 0;
    float purchases = 0, purchases_low = 0, purchases_high = 0;  // within the horizon
    float value = 0, value_low = 0, value_high = 0;              // minor units; see has_value
    float lifetime_value = 0;
    float month_purchases = 0, month_chance = 0;  // within kCheckDays, to be checked then
    float p_alive_before = 0;                     // of who slips away: before that
    std::uint16_t next_days = 0, next_low = 0, next_high = 0;  // from as_of on; 0: years away
    std::uint16_t due_days = 0;                                // of who slips away
    std::uint16_t flags = 0;
    std::uint16_t unused = 0;

    static constexpr std::uint16_t kSlipping = 1;
    bool is_slipping() const { return (flags & kSlipping) != 0; }
    bool operator==(const Score&) const = default;
};
static_assert(sizeof(Score) == 72 && std::is_trivially_copyable_v<Score>);

// The days after a run for which its forecast is set against what came.
inline constexpr Day kCheckDays = 30;

struct ScoreHead {
    RunId run;
    Day as_of = 0;
    std::int32_t horizon_days = 0;
    bool has_value = false;  // money was known
};

// The scores of a run, mapped from its file; immutable.
class Scores {
public:
    // invalid `error.value_scores_damaged`, with the path, of anything but what write_scores wrote.
    static Result<std::shared_ptr<const Scores>> open(const std::filesystem::path& path);

    const ScoreHead& head() const { return head_; }
    std::span<const Score> rows() const { return rows_; }  // ascending by id
    const Score* find(std::int64_t id) const;

private:
    Scores() = default;

    files::MappedFile file_;
    ScoreHead head_;
    std::span<const Score> rows_;
};

// Whole or not at all; `rows` ascending by id.
Result<void> write_scores(const std::filesystem::path& path, const ScoreHead& head,
                          std::span<const Score> rows);

}  // namespace vafa::value
