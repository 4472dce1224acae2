#include "platform/http/answer.h"

#include <sys/stat.h>

#include "platform/http/accept_encoding.h"
#include "platform/http/etag.h"
#include "platform/http/event_stream.h"
#include "platform/http/gzip.h"
#include "platform/http/range.h"
#include "platform/http/status.h"
#include "platform/log/log.h"

namespace vafa::http {
namespace {

constexpr std::size_t kMinPacked = 1024;      // below, the gain is less than a packet
constexpr std::size_t kMaxPacked = 64 << 20;  // above, the time is not a request's

bool is_read(const RequestHead& request) {
    return request.method == Method::get || request.method == Method::head;
}

bool not_modified(const RequestHead& request, const Response& response) {
    if (response.status != 200 || !is_read(request)) return false;
    const auto etag = response.headers.find("etag");
    const auto asked = request.headers.find("if-none-match");
    return etag && asked && etag_listed(*asked, *etag);
}

void set_content(Answer& answer, std::string text) {
    answer.length = text.size();
    answer.content = std::move(text);
}
void set_content(Answer& answer, SharedBody shared) {
    answer.length = shared->size();
    answer.content = std::move(shared);
}
void set_content(Answer& answer, std::string_view fixed) {
    answer.length = fixed.size();
    answer.content = fixed;
}

void become_problem(Answer& answer, int status) {
    Response problem = problem_response(status);
    answer.status = status;
    answer.headers = std::move(problem.headers);
    set_content(answer, std::get<std::string>(std::move(problem.body)));
}

void say_varies(Answer& answer) {
    const std::string_view vary = answer.headers.get("vary");
    if (vary.find("accept-encoding") != std::string_view::npos) return;
    answer.headers.set("vary",
                       vary.empty() ? "accept-encoding" : std::string(vary) + ", accept-encoding");
}

class Preparation {
public:
    Preparation(const RequestHead& request, PackedCache& cache, Answer& answer)
        : request_(request), cache_(cache), answer_(answer) {}

    void operator()(std::string text) {
        if (packable(text.size())) {
            std::string packed = gzip(text);
            if (packed.size() < text.size()) return take_packed(std::move(packed));
        }
        set_content(answer_, std::move(text));
    }
    void operator()(SharedBody shared) {
        if (!shared) return set_content(answer_, std::string());
        if (packable(shared->size())) {
            SharedBody packed = cache_.packed(shared);
            if (packed->size() < shared->size()) return take_packed(std::move(packed));
        }
        set_content(answer_, std::move(shared));
    }
    void operator()(const StaticBody& fixed) {
        if (!fixed.gzip.empty()) {
            say_varies(answer_);
            const bool whole = !request_.headers.find("range");
            if (whole && accepts_gzip(request_.headers.get("accept-encoding")))
                return take_packed(fixed.gzip);
        }
        set_content(answer_, fixed.bytes);
        cut_range(fixed.bytes.size());
    }
    void operator()(const FileBody& file) {
        auto opened = files::open_to_read(file.path);
        struct stat about {};
        if (opened.has_error() || ::fstat(opened.value().number(), &about) != 0) {
            log::error("request {}: a file to send cannot be opened", request_.id);
            return become_problem(
                answer_,
                opened.has_error() && opened.error().code == ErrorCode::not_found ? 404 : 500);
        }
        answer_.file = std::move(opened).value();
        answer_.length = static_cast<std::uint64_t>(about.st_size);
        cut_range(answer_.length);
    }
    void operator()(std::shared_ptr<EventStream> events) {
        answer_.has_length = false;
        answer_.headers.set("content-type", "text/event-stream");
        answer_.headers.set("cache-control", "no-cache");
        answer_.headers.set("x-accel-buffering", "no");  // nginx would hold events back
        answer_.events = std::move(events);
    }

private:
    // Says vary for what would be packed for another client, too.
    bool packable(std::size_t size) {
        const Headers& headers = answer_.headers;
        if (size < kMinPacked || size > kMaxPacked || headers.find("content-encoding") ||
            !compressible(headers.get("content-type")) ||
            headers.get("cache-control").find("no-transform") != std::string_view::npos)
            return false;
        say_varies(answer_);
        return accepts_gzip(request_.headers.get("accept-encoding"));
    }

    template <class Packed>
    void take_packed(Packed packed) {
        answer_.headers.set("content-encoding", "gzip");
        set_content(answer_, std::move(packed));
    }

    void cut_range(std::uint64_t size) {
        if (answer_.status != 200) return;
        answer_.headers.set("accept-ranges", "bytes");
        const auto field = request_.headers.find("range");
        if (!field || request_.method != Method::get) return;
        const auto condition = request_.headers.find("if-range");
        if (condition && !same_strong_etag(*condition, answer_.headers.get("etag"))) return;
        const ByteRange range = byte_range(*field, size);
        if (range.kind == ByteRange::Kind::whole) return;
        if (range.kind == ByteRange::Kind::unsatisfiable) {
            answer_.file = {};
            become_problem(answer_, 416);
            answer_.headers.set("content-range", fmt::format("bytes */{}", size));
            return;
        }
        answer_.status = 206;
        answer_.first = range.first;
        answer_.length = range.length;
        answer_.headers.set("content-range", fmt::format("bytes {}-{}/{}", range.first,
                                                         range.first + range.length - 1, size));
    }

    const RequestHead& request_;
    PackedCache& cache_;
    Answer& answer_;
};

void append_field(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ");
    for (const char c : value) out += (c == '\r' || c == '\n' || c == '\0') ? ' ' : c;
    out += "\r\n";
}

bool is_ours(std::string_view name) {
    return name == "content-length" || name == "transfer-encoding" || name == "connection" ||
           name == "date" || name == "x-request-id";
}

}  // namespace

std::string_view Answer::bytes() const {
    struct Whole {
        std::string_view operator()(const std::string& text) const { return text; }
        std::string_view operator()(const SharedBody& shared) const { return *shared; }
        std::string_view operator()(std::string_view fixed) const { return fixed; }
    };
    return std::visit(Whole{}, content).substr(first, length);
}

Answer make_answer(const RequestHead& request, Response response, PackedCache& cache) {
    Answer answer;
    const bool unchanged = not_modified(request, response);
    answer.status = unchanged ? 304 : response.status;
    answer.headers = std::move(response.headers);
    if (unchanged || answer.status == 204 || answer.status == 304) {
        answer.has_length = false;
        if (unchanged && compressible(answer.headers.get("content-type"))) say_varies(answer);
        answer.headers.remove("content-type");
        return answer;
    }
    std::visit(Preparation(request, cache, answer), std::move(response.body));
    return answer;
}

void append_head(std::string& out, const Answer& answer, const HeadFacts& facts) {
    out += facts.http11 ? "HTTP/1.1 " : "HTTP/1.0 ";
    fmt::format_to(std::back_inserter(out), "{} {}\r\ndate: {}\r\nx-request-id: {}\r\n",
                   answer.status, status_text(answer.status), facts.date, facts.request_id);
    if (answer.has_length) {
        fmt::format_to(std::back_inserter(out), "content-length: {}\r\n", answer.length);
    } else if (answer.events && facts.http11) {
        out += "transfer-encoding: chunked\r\n";
    }
    if (facts.close) {
        out += "connection: close\r\n";
    } else if (!facts.http11) {
        out += "connection: keep-alive\r\n";
    }
    for (const auto& [name, value] : answer.headers.all())
        if (!is_ours(name)) append_field(out, name, value);
    out += "\r\n";
}

}  // namespace vafa::http
