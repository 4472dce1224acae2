#include "app/serve/site.h"

#include <algorithm>

#include "app/serve/site_table.h"

namespace vafa::app {
namespace {

const SiteFile* find(std::string_view path) {
    const auto files = site_files();
    const auto at = std::lower_bound(
        files.begin(), files.end(), path,
        [](const SiteFile& file, std::string_view wanted) { return file.path < wanted; });
    return at != files.end() && at->path == path ? &*at : nullptr;
}

bool names_a_file(std::string_view path) {
    return path.substr(path.rfind('/')).find('.') != std::string_view::npos;
}

}  // namespace

std::optional<http::Response> site_response(std::string_view path) {
    const SiteFile* file = find(path);
    if (file == nullptr && !names_a_file(path)) file = find("/index.html");
    if (file == nullptr) return std::nullopt;
    http::Response response;
    response.headers.set("content-type", std::string(file->content_type));
    response.headers.set("etag", std::string(file->etag));
    response.headers.set("cache-control",
                         file->immutable ? "public, max-age=31536000, immutable" : "no-cache");
    response.body = http::StaticBody{file->bytes, file->gzip};
    return response;
}

}  // namespace vafa::app
