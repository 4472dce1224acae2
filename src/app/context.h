#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "app/render/table.h"
#include "base/result.h"
#include "base/time.h"
#include "platform/config/config.h"
#include "platform/i18n/i18n.h"

namespace vafa::app {

class LiveStore;

// What every command is given: the person's language and terminal, the clock, where to write.
struct Context {
    config::Config config;
    i18n::Locale locale = i18n::Locale::en;
    render::Terminal terminal;    // of standard output
    bool shows_progress = false;  // standard error is a terminal
    const Clock* clock = nullptr;
    std::function<std::uint64_t()> entropy;     // a new seed a call: for ids
    std::function<void(std::string_view)> out;  // standard output
    std::function<void(std::string_view)> err;  // standard error
    std::function<std::string()> in = {};       // standard input to its end
    // Of a command that came through a server's socket: the server's store, the folder where the
    // person stands, whether they gave up.
    std::shared_ptr<LiveStore> store = {};
    std::filesystem::path folder = {};
    std::function<bool()> interrupted = {};

    // A file as the person named it; "" and "-" stay.
    std::string file(const std::string& name) const {
        const bool stays = folder.empty() || name.empty() || name == "-";
        return stays ? name : (folder / name).string();
    }

    std::string text(std::string_view key, const i18n::Params& params = {}) const {
        return i18n::translate(locale, key, params);
    }
    // Writes the error as people read it and answers the exit code.
    int fail(const Error& error) const;
    int finish(const Result<void>& done) const { return done.has_error() ? fail(done.error()) : 0; }
};

inline constexpr int kExitFailed = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitCancelled = 130;

}  // namespace vafa::app
