#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vafa::http {

struct Target {
    std::string path;   // decoded, normalised, valid UTF-8, no control characters, begins with '/'
    std::string query;  // as it came, without '?'
};

// The target of a request line (RFC 9112, section 3.2): origin form, or absolute form, whose
// authority is dropped. The path is decoded first and then normalised, so that "%2e%2e%2f" is
// the ".." it stands for: empty and "." segments vanish, ".." takes one away, and one that would
// leave the root is refused. Nothing for whatever is no such target.
std::optional<Target> parse_target(std::string_view raw);

// Percent-encoding undone; '+' stays. Nothing for a '%' without two digits.
std::optional<std::string> percent_decoded(std::string_view text);

}  // namespace vafa::http
