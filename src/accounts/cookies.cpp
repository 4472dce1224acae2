#include "accounts/cookies.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/time.h"

namespace vafa::accounts {

std::string_view cookie_name(const http::RequestHead& head) {
    return head.secure ? "__Host-vafa_session" : "vafa_session";
}

std::optional<std::string> find_cookie(const http::RequestHead& head) {
    const std::string_view name = cookie_name(head);
    std::optional<std::string> found;
    for (const auto& [field, value] : head.headers.all()) {
        if (field != "cookie") continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(';'), rest.size());
            const std::string_view pair = trim(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            const std::size_t equals = pair.find('=');
            if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
            if (found) return std::nullopt;
            found = pair.substr(equals + 1);
        }
    }
    return found;
}

std::string session_cookie(const http::RequestHead& head, std::string_view token,
                           std::int64_t life_ms) {
    return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", cookie_name(head),
                       token, life_ms / kMsPerSecond, head.secure ? "; Secure" : "");
}

std::string expired_cookie(const http::RequestHead& head) { return session_cookie(head, "", 0); }

}  // namespace vafa::accounts
