#include "platform/config/config.h"

#include <gtest/gtest.h>

namespace {

using namespace vafa;

config::Inputs inputs() {
    config::Inputs in;
    in.file_name = "vafa.toml";
    return in;
}

TEST(Config, LaterSourcesWin) {
    auto in = inputs();
    in.file_text = "log_level = \"info\"\nworkers = 3\nlanguage = \"fa\"\n";
    in.environment = [](const std::string& name) -> std::optional<std::string> {
        if (name == "VAFA_LOG_LEVEL") return "debug";
        if (name == "VAFA_WORKERS") return "4";
        return std::nullopt;
    };
    in.flags = {{"log-level", "off"}};
    const auto loaded = config::load(in).value();
    EXPECT_EQ(loaded.text("log-level"), "off");
    EXPECT_EQ(loaded.integer("workers"), 4);
    EXPECT_EQ(loaded.text("language"), "fa");
    EXPECT_EQ(loaded.text("color"), "auto");
    EXPECT_EQ(loaded.values().at("language").source, config::Source::file);
    EXPECT_EQ(loaded.values().at("color").source, config::Source::default_);
}

TEST(Config, WrongValueNamesWhereItStands) {
    auto in = inputs();
    in.flags = {{"workers", "many"}};
    EXPECT_EQ(config::load(in).error().field, "--workers");
    in.flags = {{"color", "blue"}};
    EXPECT_EQ(config::load(in).error().key, "error.config_choice");
    in.flags.clear();
    in.file_text = "workers = 1000";
    EXPECT_EQ(config::load(in).error().field, "vafa.toml: workers");
}

TEST(Config, UnknownKeySuggestsTheNearest) {
    auto in = inputs();
    in.file_text = "log_levle = \"info\"";
    const auto error = config::load(in).error();
    EXPECT_EQ(error.key, "error.config_unknown");
    EXPECT_EQ(error.params[1].second, "log_level");
}

TEST(Config, SyntaxErrorSaysTheLine) {
    auto in = inputs();
    in.file_text = "workers = 1\nlanguage = = 2\n";
    const auto error = config::load(in).error();
    EXPECT_EQ(error.key, "error.config_syntax");
    EXPECT_EQ(error.params[0].second, "2");
}

}  // namespace
