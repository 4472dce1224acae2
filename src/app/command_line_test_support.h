#pragma once

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "app/cli.h"
#include "base/time.h"
#include "metrics/api.h"
#include "platform/json/json.h"

namespace vafa::app {

// What one command line printed, run inside the test's process.
struct Ran {
    int exit_code = 0;
    std::string out, err;
};

inline Ran run(std::vector<std::string> arguments, i18n::Locale locale = i18n::Locale::en,
               const std::string& input = {}) {
    static const FixedClock kClock(1'767'225'600'000);  // 2026-01-01
    Ran ran;
    Context context;
    context.clock = &kClock;
    context.entropy = [] {
        static std::uint64_t seed = 0;
        return ++seed;
    };
    context.out = [&ran](std::string_view text) { ran.out += text; };
    context.err = [&ran](std::string_view text) { ran.err += text; };
    context.in = [&input] { return input; };
    arguments.push_back("--language");
    arguments.emplace_back(i18n::code_of(locale));
    ran.exit_code = run_cli(std::move(arguments), std::move(context));
    return ran;
}

// For commands that must succeed and print JSON.
inline boost::json::value run_json(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "json"});
    const Ran ran = run(std::move(arguments));
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return ran.exit_code == 0 ? json::parse(ran.out).value() : boost::json::value(nullptr);
}

inline std::vector<std::string> metrics_report_names() {
    const auto& names = metrics::report_names();
    return {names.begin(), names.end()};
}

inline boost::json::object report_data(const std::string& store, std::string name,
                                       std::vector<std::string> options = {}) {
    std::vector<std::string> arguments = {"report", std::move(name), "--data", store};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run_json(std::move(arguments)).as_object().at("data").as_object();
}

}  // namespace vafa::app
