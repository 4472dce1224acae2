#pragma once

#include <cstdint>
#include <string>

#include "app/context.h"

namespace vafa::app {

// One line on standard error that shows how far long work is: what, bar, count, rate, time left.
// Written at most ten times a second, and only when a terminal is there.
class Progress {
public:
    explicit Progress(const Context& context);
    ~Progress();  // clears the line
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // `phase`: an i18n key; a new one starts the clock anew. `of` 0: unknown. `rows` for the rate.
    void show(const std::string& phase, std::uint64_t done, std::uint64_t of, std::uint64_t rows);

private:
    const Context& context_;
    std::string phase_;
    TimeMs phase_began_ = 0;
    TimeMs shown_at_ = 0;
    bool dirty_ = false;
};

}  // namespace vafa::app
