#include "ingest/rejected_rows.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/cells.h"

namespace vafa::ingest {

namespace {

// With a byte-order mark spreadsheets read the file as UTF-8.
constexpr std::string_view kHeader =
    "\xEF\xBB\xBF\"file\",\"line\",\"field\",\"reason\",\"row\"\r\n";
constexpr std::size_t kMaxRowShown = 8 << 10;

}  // namespace

Error error_of(const Rejection& why) {
    return Error{ErrorCode::invalid, why.key, {{"text", why.text}}, why.field};
}

RejectedRows::RejectedRows(std::optional<std::filesystem::path> path, Describe describe)
    : path_(std::move(path)), describe_(std::move(describe)) {}

Result<void> RejectedRows::add(std::string_view file, std::uint64_t line, std::string_view row,
                               const Rejection& why) {
    ++count_;
    if (!path_) return {};
    if (!writer_) {
        VAFA_TRY(auto writer, files::Writer::create(*path_));
        writer_ = std::move(writer);
        VAFA_CHECK(writer_->write(kHeader));
    }
    Error error = error_of(why);
    error.field.clear();  // it has a column of its own
    const std::string reason = describe_ ? describe_(error) : why.key;
    std::string text = csv_cell(valid_utf8(file)) + ',' + std::to_string(line) + ',' +
                       csv_cell(why.field) + ',' + csv_cell(reason) + ',' +
                       csv_cell(valid_utf8(shortened(row, kMaxRowShown))) + "\r\n";
    return writer_->write(text);
}

Result<void> RejectedRows::close() {
    if (!writer_) return {};
    VAFA_CHECK(writer_->sync());
    return writer_->close();
}

}  // namespace vafa::ingest
