#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "platform/files/writer.h"

namespace vafa::sheets {

// Writes an archive from start to end at constant memory, each part deflated as it comes. Below
// 4 GB, as the old format's 32-bit fields say.
class ZipWriter {
public:
    static Result<ZipWriter> create(const std::filesystem::path& path);
    ZipWriter(ZipWriter&&) noexcept;
    ~ZipWriter();

    Result<void> begin(std::string_view name);
    Result<void> write(std::string_view bytes);
    Result<void> end();
    Result<void> close();  // `error.workbook_too_large` where the archive outgrew its format

private:
    struct Deflate;
    struct Part {
        std::string name;
        std::uint64_t offset = 0, packed = 0, unpacked = 0;
        std::uint32_t checksum = 0;
    };

    explicit ZipWriter(files::Writer file);
    Result<void> deflate(std::string_view bytes, int flush);

    files::Writer file_;
    std::vector<Part> parts_;
    std::unique_ptr<Deflate> deflate_;
};

}  // namespace vafa::sheets
