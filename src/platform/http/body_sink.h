#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/files/descriptor.h"
#include "platform/http/gzip.h"
#include "platform/http/message.h"

namespace vafa::http {

// Where a request's body goes as it comes: into memory, unpacked if gzipped, or into a file as it
// is. Every step answers 0 or the status that refuses. A file not kept is deleted.
class BodySink {
public:
    BodySink() = default;
    ~BodySink() { discard(); }
    BodySink(const BodySink&) = delete;
    BodySink& operator=(const BodySink&) = delete;

    // `limit` counts what is stored: unpacked bytes in memory, bytes as they come in a file.
    int begin(Request& request, std::uint64_t limit, const std::filesystem::path& spool);
    int write(std::string_view bytes);
    // To the disk, which may take its time; no other call meanwhile.
    bool wants_flush() const { return buffer_.size() >= kFlushBytes; }
    int flush();
    // The body is there: the last bytes must have been flushed. A spooled file is now the
    // request's.
    int finish();
    void discard();

private:
    static constexpr std::size_t kFlushBytes = 256 * 1024;

    Request* request_ = nullptr;
    std::uint64_t limit_ = 0, stored_ = 0;
    std::optional<Gunzip> gunzip_;
    files::Descriptor file_;
    std::filesystem::path path_;
    std::string buffer_;
};

}  // namespace vafa::http
