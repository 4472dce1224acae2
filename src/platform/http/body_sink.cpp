#include "platform/http/body_sink.h"

#include <system_error>

#include "base/text.h"
#include "platform/log/log.h"

namespace vafa::http {
namespace {

int status_of(const Error& error) {
    log::error("a request's body cannot be stored: {}", error.key);
    return error.key == "error.disk_full" ? 507 : 503;
}

}  // namespace

int BodySink::begin(Request& request, std::uint64_t limit, const std::filesystem::path& spool) {
    request_ = &request;
    limit_ = limit;
    stored_ = 0;
    const std::string_view coding = request.headers.get("content-encoding");
    const bool packed =
        equals_ignoring_ascii_case(coding, "gzip") || equals_ignoring_ascii_case(coding, "x-gzip");
    if (!packed && !coding.empty() && !equals_ignoring_ascii_case(coding, "identity")) return 415;
    if (spool.empty()) {
        if (packed) gunzip_.emplace();
        return 0;
    }
    auto file = files::open_to_write(spool);
    if (file.has_error()) return status_of(file.error());
    file_ = std::move(file).value();
    path_ = spool;
    return 0;
}

int BodySink::write(std::string_view bytes) {
    if (gunzip_) {
        switch (gunzip_->feed(bytes, request_->body, limit_)) {
            case Gunzip::State::good:
                return 0;
            case Gunzip::State::damaged:
                return 400;
            case Gunzip::State::over_limit:
                return 413;
        }
    }
    stored_ += bytes.size();
    if (stored_ > limit_) return 413;
    (file_ ? buffer_ : request_->body).append(bytes);
    return 0;
}

int BodySink::flush() {
    if (!file_ || buffer_.empty()) return 0;
    const auto written = files::write_all(file_, buffer_, path_);
    buffer_.clear();
    return written.has_error() ? status_of(written.error()) : 0;
}

int BodySink::finish() {
    const bool cut = gunzip_ && !gunzip_->complete();
    gunzip_.reset();
    if (cut) return 400;
    if (file_) {
        file_.close();
        request_->body_file = std::exchange(path_, {});
        buffer_ = {};
    }
    return 0;
}

void BodySink::discard() {
    gunzip_.reset();
    buffer_ = {};
    file_.close();
    if (path_.empty()) return;
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
    path_.clear();
}

}  // namespace vafa::http
