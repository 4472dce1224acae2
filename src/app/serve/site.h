#pragma once

#include <optional>
#include <string_view>

#include "platform/http/message.h"

namespace vafa::app {

// A file of the dashboard, inside the program (tools/embed_site.py).
struct SiteFile {
    std::string_view path;  // "/assets/index-3f2a9c1b.js"
    std::string_view content_type;
    std::string_view bytes;
    std::string_view gzip;  // the same, packed; empty where that is not smaller
    std::string_view etag;
    bool immutable;  // its name holds the hash of its content
};

// The file; index.html for an address of the dashboard's own ("/customers/cus_1"); nothing for a
// missing file ("/assets/old.js"), or where the program was built without the dashboard.
std::optional<http::Response> site_response(std::string_view path);

}  // namespace vafa::app
