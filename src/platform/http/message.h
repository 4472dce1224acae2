#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vafa::http {

class EventStream;

// The methods that are understood; any other is answered 501 before anybody sees it. Names on the
// wire are upper-case ("DELETE").
enum class Method { get, head, post, put, patch, delete_, options };
std::string_view method_name(Method method);

// Fields in order of appearance; names are kept and compared in lower case.
class Headers {
public:
    // The first of that name, or nothing. `name` in lower case.
    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view get(std::string_view name) const { return find(name).value_or(""); }
    void set(std::string_view name, std::string value);  // replaces all of that name
    void add(std::string_view name, std::string value);
    void remove(std::string_view name);  // in lower case
    void clear() { fields_.clear(); }
    const std::vector<std::pair<std::string, std::string>>& all() const { return fields_; }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

// What is known before the body is read.
struct RequestHead {
    Method method = Method::get;
    std::string path;   // percent-decoded, normalised, valid UTF-8, begins with '/'
    std::string query;  // raw, without '?'
    Headers headers;
    std::string peer;      // address of the client; behind a trusted proxy, what the proxy says
    bool secure = false;   // TLS, here or at the trusted proxy
    bool proxied = false;  // came with a forwarding header, trusted or not
    std::string id;        // of the request: in the log, in the answer's x-request-id, in problems
};

struct Request : RequestHead {
    std::string body;                 // unpacked if it came gzipped
    std::filesystem::path body_file;  // where a spooled body lies; its bytes are as they came
};

// A file of the disk, sent by pieces.
struct FileBody {
    std::filesystem::path path;
    std::shared_ptr<const void> held = {};  // let go when the body is: may remove the file
};
// Bytes that live as long as the program.
struct StaticBody {
    std::string_view bytes;
    std::string_view gzip = {};  // the same, packed beforehand; empty: there is none
};
using SharedBody = std::shared_ptr<const std::string>;
using Body =
    std::variant<std::string, SharedBody, StaticBody, FileBody, std::shared_ptr<EventStream>>;

// The server adds date, length, x-request-id, content-encoding, ranges (for static and file bodies)
// and 304 where the request's if-none-match names the answer's etag.
struct Response {
    int status = 200;
    Headers headers;
    Body body;
};

Response text_response(int status, std::string_view content_type, std::string body);

}  // namespace vafa::http
