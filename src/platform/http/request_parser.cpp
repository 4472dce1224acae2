#include "platform/http/request_parser.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>

#include "base/text.h"
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

int status_of(const error_code& error) {
    if (error == beast::error::header_limit) return 431;
    if (error == beast::error::bad_version) return 505;
    return 400;
}

// Beast's grammar, our rules. A refusal is kept in `status` and stops Beast by any error code.
class Grammar final : public beast::basic_parser<true> {
public:
    Grammar(RequestHead& request, RequestParser::Body body, const HeadLimits& limits)
        : request_(request), body_(std::move(body)), limits_(limits) {
        header_limit(static_cast<std::uint32_t>(limits.head_bytes));
        body_limit(boost::none);  // the sink's business
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
        if (is_header_done_) return;  // trailers are read over
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
        is_header_done_ = true;
        if (hosts_ > 1 || (http11 && hosts_ == 0)) refuse(400, error);
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    std::size_t on_body_impl(BeastView bytes, error_code& error) override {
        if (const int refused = body_(view(bytes))) refuse(refused, error);
        return bytes.size();
    }
    void on_chunk_header_impl(std::uint64_t, BeastView, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, BeastView bytes, error_code& error) override {
        return on_body_impl(bytes, error);
    }
    void on_finish_impl(error_code&) override {}

    RequestHead& request_;
    RequestParser::Body body_;
    const HeadLimits& limits_;
    int lengths_ = 0, hosts_ = 0;
    bool is_header_done_ = false;
};

}  // namespace

struct RequestParser::Machine {
    std::optional<Grammar> grammar;
    std::size_t head_used = 0;  // Beast counts a line at a time, an attacker the sum
    bool in_first_line = true;
};

RequestParser::RequestParser(const HeadLimits& limits)
    : limits_(limits), machine_(std::make_unique<Machine>()) {}
RequestParser::~RequestParser() = default;

void RequestParser::begin(RequestHead& request, Body body) {
    machine_->grammar.emplace(request, std::move(body), limits_);
    machine_->head_used = 0;
    machine_->in_first_line = true;
}

RequestParser::Step RequestParser::feed(std::string_view bytes) {
    Grammar& grammar = *machine_->grammar;
    Step step;
    while (step.used < bytes.size() && !grammar.is_done()) {
        const std::string_view rest = bytes.substr(step.used);
        const bool in_head = !grammar.is_header_done();
        error_code error;
        const std::size_t used = grammar.put({rest.data(), rest.size()}, error);
        step.used += used;
        if (in_head) machine_->head_used += used;
        if (used > 0) machine_->in_first_line = false;
        const std::size_t waiting = rest.size() - used;

        if (grammar.status != 0) return {step.used, grammar.status};
        const bool hungry = error == beast::error::need_more;
        if (error == beast::error::header_limit || (hungry && waiting > limits_.head_bytes) ||
            (in_head && hungry && machine_->head_used + waiting > limits_.head_bytes) ||
            machine_->head_used > limits_.head_bytes)
            return {step.used, machine_->in_first_line ? 414 : 431};
        if (error && !hungry) return {step.used, status_of(error)};
        if (hungry || (in_head && grammar.is_header_done())) break;
    }
    return step;
}

bool RequestParser::head_done() const { return machine_->grammar->is_header_done(); }
bool RequestParser::done() const { return machine_->grammar->is_done(); }
bool RequestParser::has_body() const { return !done(); }
std::optional<std::uint64_t> RequestParser::content_length() const {
    const auto length = machine_->grammar->content_length();
    return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}
bool RequestParser::keep_alive() const { return machine_->grammar->keep_alive(); }
bool RequestParser::http11() const { return machine_->grammar->http11; }

}  // namespace vafa::http
