#include "platform/sql/named_parameters.h"

#include <algorithm>
#include <cctype>

#include "base/result.h"

namespace vafa::sql {
namespace {

bool starts_name(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool in_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// The length of a string, quoted name or comment that starts here; 0 when none does.
std::size_t opaque_length(std::string_view rest) {
    const auto until = [&](std::string_view end, std::size_t from) {
        const std::size_t found = rest.find(end, from);
        return found == std::string_view::npos ? rest.size() : found + end.size();
    };
    if (rest.starts_with("--")) return until("\n", 2);
    if (rest.starts_with("/*")) return until("*/", 2);
    if (rest.starts_with("'")) return until("'", 1);  // a doubled quote is two strings in a row
    if (rest.starts_with("\"")) return until("\"", 1);
    if (rest.starts_with("::")) return 2;
    return 0;
}

std::size_t number_of(std::vector<std::string>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin()) + 1;
    names.emplace_back(name);
    return names.size();
}

}  // namespace

NumberedStatement number_parameters(std::string_view sql) {
    NumberedStatement out;
    for (std::size_t i = 0; i < sql.size();) {
        if (const std::size_t opaque = opaque_length(sql.substr(i)); opaque > 0) {
            out.text += sql.substr(i, opaque);
            i += opaque;
        } else if (sql[i] == ':' && i + 1 < sql.size() && starts_name(sql[i + 1])) {
            std::size_t end = i + 1;
            while (end < sql.size() && in_name(sql[end])) ++end;
            const std::string_view name = sql.substr(i + 1, end - i - 1);
            out.text += "$" + std::to_string(number_of(out.names, name));
            i = end;
        } else {
            out.text += sql[i++];
        }
    }
    return out;
}

std::string compare_with_any(std::string_view sql) {
    constexpr std::string_view kCompare = "= :key";
    const std::size_t at = sql.find(kCompare);
    VAFA_ASSERT(at != std::string_view::npos);  // a lookup query compares with "= :key"
    std::string out(sql.substr(0, at));
    out += "= ANY(:key)";
    out += sql.substr(at + kCompare.size());
    return out;
}

}  // namespace vafa::sql
