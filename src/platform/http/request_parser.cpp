#include "platform/http/request_parser.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>

#include "base/text.h"
#include "platform/http/chunked.h"
#include "platform/http/list.h"
#include "platform/http/target.h"

namespace vafa::http {
namespace {

namespace beast = boost::beast::http;
using boost::beast::error_code;
using BeastView = boost::beast::string_view;

std::string_view view(BeastView text) { return {text.data(), text.size()}; }

std::optional<Method> method_of(beast::verb verb) {
    switch (verb) {
        case beast::verb::get:
            return Method::get;
        case beast::verb::head:
            return Method::head;
        case beast::verb::post:
            return Method::post;
        case beast::verb::put:
            return Method::put;
        case beast::verb::patch:
            return Method::patch;
        case beast::verb::delete_:
            return Method::delete_;
        case beast::verb::options:
            return Method::options;
        default:
            return std::nullopt;
    }
}

int status_of(const error_code& error, std::string_view bytes) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    const bool of_http = line.find(" HTTP/") != std::string_view::npos;
    return error == beast::error::bad_version && of_http ? 505 : 400;
}

// Beast's grammar of the head, our rules; a refusal is kept in `status` and stops Beast by any
// error code. Bodies are not Beast's: its parser of chunks trips over its own assertions when the
// last chunk comes byte by byte (1.81).
class HeadGrammar final : public beast::basic_parser<true> {
public:
    HeadGrammar(RequestHead& request, const HeadLimits& limits)
        : request_(request), limits_(limits) {
        header_limit(static_cast<std::uint32_t>(limits.head_bytes));
        body_limit(boost::none);
    }

    int status = 0;
    bool http11 = true;

private:
    void refuse(int with, error_code& error) {
        status = with;
        error = beast::error::bad_value;
    }

    void on_request_impl(beast::verb verb, BeastView, BeastView target, int version,
                         error_code& error) override {
        http11 = version == 11;
        const auto method = method_of(verb);
        if (!method) return refuse(501, error);
        if (target.size() > limits_.target_bytes) return refuse(414, error);
        auto parsed = *method == Method::options && target == "*"
                          ? Target{"/", {}}
                          : vafa::http::parse_target(view(target));
        if (!parsed) return refuse(400, error);
        request_.method = *method;
        request_.path = std::move(parsed->path);
        request_.query = std::move(parsed->query);
    }
    void on_response_impl(int, BeastView, int, error_code&) override {}

    void on_field_impl(beast::field field, BeastView name, BeastView value,
                       error_code& error) override {
        if (field == beast::field::content_length && (++lengths_ > 1 || value.contains(',')))
            return refuse(400, error);
        if (field == beast::field::transfer_encoding) {
            if (!http11) return refuse(400, error);
            if (!equals_ignoring_ascii_case(trimmed(view(value)), "chunked"))
                return refuse(501, error);
        }
        if (field == beast::field::host) ++hosts_;
        request_.headers.add(view(name), std::string(view(value)));
    }

    void on_header_impl(error_code& error) override {
        if (hosts_ > 1 || (http11 && hosts_ == 0)) refuse(400, error);
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    std::size_t on_body_impl(BeastView, error_code&) override { return 0; }
    void on_chunk_header_impl(std::uint64_t, BeastView, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, BeastView, error_code&) override { return 0; }
    void on_finish_impl(error_code&) override {}

    RequestHead& request_;
    const HeadLimits& limits_;
    int lengths_ = 0, hosts_ = 0;
};

}  // namespace

struct RequestParser::Machine {
    std::optional<HeadGrammar> head;
    std::size_t head_used = 0;  // Beast counts what it holds, an attacker the sum
    Body body;
    std::optional<ChunkedReader> chunks;
    std::uint64_t left = 0;  // of a body with a length
};

RequestParser::RequestParser(const HeadLimits& limits)
    : limits_(limits), machine_(std::make_unique<Machine>()) {}
RequestParser::~RequestParser() = default;

void RequestParser::begin(RequestHead& request, Body body) {
    machine_->head.emplace(request, limits_);
    machine_->head_used = 0;
    machine_->body = std::move(body);
    machine_->chunks.reset();
    machine_->left = 0;
}

RequestParser::Step RequestParser::feed(std::string_view bytes) {
    if (!head_done()) return feed_head(bytes);
    Step step;
    while (step.used < bytes.size() && !done() && step.status == 0) {
        const Step next = feed_body(bytes.substr(step.used));
        step.used += next.used;
        step.status = next.status;
    }
    return step;
}

RequestParser::Step RequestParser::feed_head(std::string_view bytes) {
    HeadGrammar& head = *machine_->head;
    error_code error;
    Step step;
    step.used = head.put({bytes.data(), bytes.size()}, error);
    machine_->head_used += step.used;
    const bool hungry = error == beast::error::need_more;
    const std::size_t waiting = hungry ? bytes.size() - step.used : 0;
    if (head.status != 0) {
        step.status = head.status;
    } else if (error == beast::error::header_limit ||
               machine_->head_used + waiting > limits_.head_bytes) {
        const bool in_first_line =
            machine_->head_used == 0 && bytes.find('\n') == std::string_view::npos;
        step.status = in_first_line ? 414 : 431;
    } else if (error && !hungry) {
        step.status = status_of(error, bytes);
    }
    if (step.status == 0 && head.is_header_done()) {
        if (head.chunked()) machine_->chunks.emplace(limits_.head_bytes);
        machine_->left = content_length().value_or(0);
    }
    return step;
}

RequestParser::Step RequestParser::feed_body(std::string_view bytes) {
    if (machine_->chunks) {
        const ChunkedReader::Step chunk = machine_->chunks->next(bytes);
        if (chunk.status != 0 || chunk.data.empty()) return {chunk.used, chunk.status};
        return {chunk.used, machine_->body(chunk.data)};
    }
    const auto size = std::min<std::uint64_t>(machine_->left, bytes.size());
    machine_->left -= size;
    return {size, machine_->body(bytes.substr(0, size))};
}

bool RequestParser::head_done() const { return machine_->head->is_header_done(); }
bool RequestParser::done() const {
    if (!head_done()) return false;
    return machine_->chunks ? machine_->chunks->done() : machine_->left == 0;
}
bool RequestParser::has_body() const { return !done(); }
std::optional<std::uint64_t> RequestParser::content_length() const {
    const auto length = machine_->head->content_length();
    return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}
bool RequestParser::keep_alive() const { return machine_->head->keep_alive(); }
bool RequestParser::http11() const { return machine_->head->http11; }

}  // namespace vafa::http
