#pragma once

#include <fmt/format.h>
#include <string>
#include <string_view>

// The process's log: one line an event on standard error, UTC, no personal data, no secrets.
namespace vafa::log {

enum class Level { debug, info, warning, error, off };

// Once, at start. Until then nothing below `warning` is written.
void configure(Level level);
bool parse_level(std::string_view text, Level& level);

bool enabled(Level level);
void write(Level level, std::string_view message);

template <class... Args>
void debug(fmt::format_string<Args...> format, Args&&... args) {
    if (!enabled(Level::debug)) return;
    write(Level::debug, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void info(fmt::format_string<Args...> format, Args&&... args) {
    if (enabled(Level::info)) write(Level::info, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void warning(fmt::format_string<Args...> format, Args&&... args) {
    write(Level::warning, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void error(fmt::format_string<Args...> format, Args&&... args) {
    write(Level::error, fmt::format(format, std::forward<Args>(args)...));
}

}  // namespace vafa::log
