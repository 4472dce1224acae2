#pragma once

#include <filesystem>
#include <limits>
#include <string>
#include <string_view>

#include "platform/files/mapped_file.h"
#include "platform/sheets/zip.h"

namespace vafa::sheets {

// A part unpacked to the disk and mapped, so that the system and not this process holds hundreds of
// megabytes; behind the text lie the zeros that the parser needs. Deleted with this object.
class PartText {
public:
    // As far as `most` bytes.
    static Result<PartText> unpack(const Zip& zip, const Part& part,
                                   const std::filesystem::path& folder,
                                   std::uint64_t most = std::numeric_limits<std::uint64_t>::max());
    PartText(PartText&&) noexcept = default;
    PartText& operator=(PartText&&) = delete;
    ~PartText();

    std::string_view text() const { return mapped_.bytes().substr(0, size_); }
    bool cut() const { return cut_; }

private:
    PartText() = default;

    std::filesystem::path path_;
    files::MappedFile mapped_;
    std::size_t size_ = 0;
    bool cut_ = false;
};

}  // namespace vafa::sheets
