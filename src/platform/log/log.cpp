#include "platform/log/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace vafa::log {
namespace {

spdlog::level::level_enum to_spdlog(Level level) {
    switch (level) {
        case Level::debug:
            return spdlog::level::debug;
        case Level::info:
            return spdlog::level::info;
        case Level::warning:
            return spdlog::level::warn;
        case Level::error:
            return spdlog::level::err;
        case Level::off:
            return spdlog::level::off;
    }
    return spdlog::level::warn;
}

// The one place with process-wide state: the log is the process's, like its standard error.
spdlog::logger& logger() {
    static const auto instance = [] {
        auto made = spdlog::stderr_logger_mt("vafa");
        made->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
        made->set_level(spdlog::level::warn);
        return made;
    }();
    return *instance;
}

}  // namespace

void configure(Level level) { logger().set_level(to_spdlog(level)); }

bool parse_level(std::string_view text, Level& level) {
    if (text == "debug")
        level = Level::debug;
    else if (text == "info")
        level = Level::info;
    else if (text == "warning")
        level = Level::warning;
    else if (text == "error")
        level = Level::error;
    else if (text == "off")
        level = Level::off;
    else
        return false;
    return true;
}

bool enabled(Level level) { return logger().should_log(to_spdlog(level)); }

void write(Level level, std::string_view message) {
    logger().log(to_spdlog(level), spdlog::string_view_t(message.data(), message.size()));
}

}  // namespace vafa::log
