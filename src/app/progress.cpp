#include "app/progress.h"

#include <algorithm>
#include <fmt/format.h>

#include "platform/i18n/numbers.h"

namespace vafa::app {
namespace {

constexpr std::int64_t kEveryMs = 100;
constexpr int kBarWidth = 24;

std::string minutes(std::int64_t seconds) {
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

}  // namespace

Progress::Progress(const Context& context) : context_(context) {}

Progress::~Progress() {
    if (dirty_) context_.err("\r\x1b[K");
}

void Progress::show(const std::string& phase, std::uint64_t done, std::uint64_t of,
                    std::uint64_t rows) {
    if (!context_.shows_progress) return;
    const TimeMs now = context_.clock->now();
    if (phase != phase_) {
        phase_ = phase;
        phase_began_ = now;
        shown_at_ = 0;
    }
    if (now - shown_at_ < kEveryMs) return;
    shown_at_ = now;
    const double seconds = std::max(0.001, static_cast<double>(now - phase_began_) / 1000.0);
    const auto rate = static_cast<std::int64_t>(static_cast<double>(rows) / seconds);
    std::string line = "\r\x1b[K" + context_.text(phase) + "  ";
    if (of > 0) {
        const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(of));
        const std::string bar = render::bar(share, kBarWidth);
        line += bar +
                std::string(static_cast<std::size_t>(kBarWidth - render::display_width(bar)), ' ');
        line += " " + i18n::format_percent(context_.locale, share, 0);
        if (share > 0.01) {
            const auto left = static_cast<std::int64_t>(seconds / share - seconds);
            line += "  " + context_.text("progress.left", {{"time", minutes(left)}});
        }
    }
    line += "  " +
            context_.text(
                "progress.rows",
                {{"rows", i18n::format_integer(context_.locale, static_cast<std::int64_t>(rows))},
                 {"rate", i18n::format_integer(context_.locale, rate)}});
    context_.err(line);
    dirty_ = true;
}

}  // namespace vafa::app
