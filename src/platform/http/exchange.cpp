#include "platform/http/exchange.h"

#include "platform/http/forwarded.h"
#include "platform/http/shared.h"
#include "platform/http/status.h"
#include "platform/log/log.h"

namespace vafa::http {
namespace {

constexpr std::size_t kJoined = 16 * 1024;  // a body up to this goes out with its head

}  // namespace

void Exchange::begin(const std::string& peer, bool secure, std::string id) {
    request.method = Method::get;
    request.path.clear();
    request.query.clear();
    request.headers.clear();
    request.peer = peer;
    request.secure = secure;
    request.proxied = false;
    request.id = std::move(id);
    request.body.clear();
    request.body_file.clear();
    bytes_in = bytes_out = 0;
    started_ms_.reset();
}

void Exchange::head_came(std::int64_t now_ms) {
    started_ms_ = now_ms;
    Client client =
        client_of(request.headers, request.peer, request.secure, shared_.options.trust_proxy);
    request.peer = std::move(client.peer);
    request.secure = client.secure;
    request.proxied = client.proxied;
}

Plan Exchange::plan() {
    try {
        return shared_.application.plan(request);
    } catch (const std::exception& failure) {
        log_failure(failure.what());
    } catch (...) {
        log_failure("an unknown exception");
    }
    return {.refusal = problem_response(500)};
}

void Exchange::work() {
    try {
        return answer_with(shared_.application.answer(request));
    } catch (const std::exception& failure) {
        log_failure(failure.what());
    } catch (...) {
        log_failure("an unknown exception");
    }
    refuse(500);
}

void Exchange::refuse(int status) {
    Response problem = problem_response(status);
    if (status == 503) problem.headers.set("retry-after", "1");
    answer_with(std::move(problem));
}

void Exchange::answer_with(Response response) {
    answer = make_answer(request, std::move(response), shared_.packed);
}

void Exchange::append_start(std::string& out, const HeadFacts& facts) const {
    append_head(out, answer, facts);
    if (has_body() && !answer.file && answer.length <= kJoined) out += answer.bytes();
}

std::string_view Exchange::rest() const {
    if (!has_body() || answer.file || answer.length <= kJoined) return {};
    return answer.bytes();
}

void Exchange::finish(std::int64_t now_ms) {
    const double seconds = static_cast<double>(now_ms - started_ms_.value_or(now_ms)) / 1000;
    try {
        shared_.application.sent(request, {answer.status, bytes_in, bytes_out, seconds});
    } catch (const std::exception& failure) {
        log_failure(failure.what());
    }
    sink.discard();
    answer = {};
}

void Exchange::log_failure(std::string_view what) const {
    log::error("request {}: {}", request.id, what);
}

}  // namespace vafa::http
