#include "platform/rest/page.h"

#include <boost/json.hpp>

#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

namespace vafa::rest {

std::string make_cursor(const std::vector<std::string>& parts) {
    return crypto::base64url(boost::json::serialize(json::encode(parts)));
}

Result<std::vector<std::string>> read_cursor(std::string_view cursor, std::size_t parts) {
    const Error wrong = invalid("error.cursor").at("/cursor");
    std::string bytes;
    if (!crypto::from_base64url(cursor, bytes)) return wrong;
    const auto parsed = json::parse(bytes);
    if (parsed.has_error()) return wrong;
    auto decoded = json::decode<std::vector<std::string>>(*parsed);
    if (!decoded.ok() || decoded.value.size() != parts) return wrong;
    return std::move(decoded.value);
}

}  // namespace vafa::rest
