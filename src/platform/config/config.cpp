#include "platform/config/config.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "base/text.h"

namespace vafa::config {

const std::vector<Option>& options() {
    static const std::vector<Option> all = {
        {"log-level",
         Kind::choice,
         "warning",
         "config.log_level",
         {"debug", "info", "warning", "error", "off"}},
        {"language", Kind::choice, "auto", "config.language", {"auto", "en", "fa", "ru"}},
        {"color", Kind::choice, "auto", "config.color", {"auto", "always", "never"}},
        {"workers", Kind::integer, "0", "config.workers", {}, 0, 256},
        {"memory-limit-mb", Kind::integer, "0", "config.memory_limit_mb", {}, 0, 1 << 20},
    };
    return all;
}

namespace {

std::string with_underscores(std::string_view name) {
    std::string out(name);
    std::replace(out.begin(), out.end(), '-', '_');
    return out;
}

std::string environment_name(std::string_view name) {
    std::string out = "VAFA_" + with_underscores(name);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

std::optional<std::int64_t> to_integer(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

Result<void> check(const Option& option, const std::string& text, const std::string& where) {
    if (option.kind == Kind::choice) {
        const auto& allowed = option.choices;
        if (std::find(allowed.begin(), allowed.end(), text) != allowed.end()) return {};
        std::string list;
        for (const auto choice : allowed) list += (list.empty() ? "" : ", ") + std::string(choice);
        return invalid("error.config_choice").with("value", text).with("choices", list).at(where);
    }
    if (option.kind == Kind::integer) {
        const auto value = to_integer(text);
        if (value && *value >= option.low && *value <= option.high) return {};
        return invalid("error.config_range")
            .with("value", text)
            .with("low", std::to_string(option.low))
            .with("high", std::to_string(option.high))
            .at(where);
    }
    return {};
}

std::string node_text(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return std::to_string(number->get());
    return {};
}

Result<std::map<std::string, std::string>> read_file(const Inputs& inputs) {
    std::map<std::string, std::string> found;
    if (!inputs.file_text) return found;
    const auto parsed = toml::parse(std::string_view(*inputs.file_text));
    if (!parsed) {
        return invalid("error.config_syntax")
            .with("line", std::to_string(parsed.error().source().begin.line))
            .at(inputs.file_name);
    }
    for (const auto& [key, node] : parsed.table()) {
        const std::string name(key.str());
        std::vector<std::string> known;
        for (const auto& option : options()) known.push_back(with_underscores(option.name));
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const std::vector<std::string_view> views(known.begin(), known.end());
            return invalid("error.config_unknown")
                .with("name", name)
                .with("nearest", std::string(nearest(name, views)))
                .at(inputs.file_name);
        }
        found[name] = node_text(node);
    }
    return found;
}

}  // namespace

struct Loader {
    static Result<void> set(Config& config, const Option& option, std::string text, Source source,
                            const std::string& where) {
        VAFA_CHECK(check(option, text, where));
        config.values_[std::string(option.name)] = {std::move(text), source};
        return {};
    }
};

Result<Config> load(const Inputs& inputs) {
    Config config;
    VAFA_TRY(const auto file, read_file(inputs));
    for (const auto& option : options()) {
        const std::string key = with_underscores(option.name);
        VAFA_CHECK(
            Loader::set(config, option, std::string(option.default_value), Source::default_, key));
        if (const auto it = file.find(key); it != file.end()) {
            VAFA_CHECK(Loader::set(config, option, it->second, Source::file,
                                   inputs.file_name + ": " + key));
        }
        const std::string variable = environment_name(option.name);
        const auto from_environment =
            inputs.environment ? inputs.environment(variable) : std::nullopt;
        if (from_environment) {
            VAFA_CHECK(
                Loader::set(config, option, *from_environment, Source::environment, variable));
        }
        if (const auto it = inputs.flags.find(std::string(option.name)); it != inputs.flags.end()) {
            VAFA_CHECK(Loader::set(config, option, it->second, Source::flag,
                                   "--" + std::string(option.name)));
        }
    }
    return config;
}

const std::string& Config::text(std::string_view name) const {
    const auto it = values_.find(name);
    VAFA_ASSERT(it != values_.end());
    return it->second.text;
}

std::int64_t Config::integer(std::string_view name) const {
    const auto value = to_integer(text(name));
    VAFA_ASSERT(value.has_value());
    return *value;
}

std::optional<std::string> process_environment(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

std::string_view source_name(Source source) {
    switch (source) {
        case Source::default_:
            return "default";
        case Source::file:
            return "file";
        case Source::environment:
            return "environment";
        case Source::flag:
            return "flag";
    }
    return "default";
}

}  // namespace vafa::config
