#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

// What the person who runs the process decides (a store's own settings live in its database).
// A value comes from, the later the stronger: the default, the TOML file, the environment
// (VAFA_LOG_LEVEL), the command line (--log-level).
namespace vafa::config {

enum class Kind { text, integer, choice };
enum class Source { default_, file, environment, flag };

struct Option {
    std::string_view name;  // "log-level": the flag; "log_level" in TOML; VAFA_LOG_LEVEL outside
    Kind kind = Kind::text;
    std::string_view default_value;
    std::string_view description;  // i18n key
    std::vector<std::string_view> choices = {};
    std::int64_t low = 0;
    std::int64_t high = 0;
};

// Every option there is, in the order shown.
const std::vector<Option>& options();

struct Value {
    std::string text;
    Source source = Source::default_;
};

class Config {
public:
    const std::string& text(std::string_view name) const;
    std::int64_t integer(std::string_view name) const;
    const std::map<std::string, Value, std::less<>>& values() const { return values_; }

private:
    friend struct Loader;
    std::map<std::string, Value, std::less<>> values_;
};

struct Inputs {
    std::string file_name;                 // for messages
    std::optional<std::string> file_text;  // TOML
    std::function<std::optional<std::string>(const std::string&)> environment;
    std::map<std::string, std::string> flags;  // name → value
};

// Every wrong value is reported by its name; an unknown key of the file with the nearest known one.
Result<Config> load(const Inputs& inputs);

// The real environment, for `Inputs::environment`.
std::optional<std::string> process_environment(const std::string& name);

std::string_view source_name(Source source);

}  // namespace vafa::config
