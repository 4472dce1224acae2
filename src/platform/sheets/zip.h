#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "platform/files/descriptor.h"

// Zip archives as spreadsheet programs write them, read with suspicion: what the directory says is
// checked before anything is unpacked, and what is unpacked must be what the directory said.
namespace vafa::sheets {

inline constexpr std::size_t kMaxParts = 10'000;
inline constexpr std::uint64_t kMaxDirectoryBytes = 8 << 20;
inline constexpr std::uint64_t kMaxPartBytes = 2ULL << 30;     // unpacked; 400 MB hold 10 M cells
inline constexpr std::uint64_t kMaxArchiveBytes = 4ULL << 30;  // all parts unpacked
// Unpacked to packed, of parts above kRatioFromBytes. Sheets have 5 to 20, deflate at most 1032.
inline constexpr std::uint64_t kMaxRatio = 250;
inline constexpr std::uint64_t kRatioFromBytes = 16 << 20;

struct Part {
    std::string name;
    std::uint64_t packed = 0, unpacked = 0;  // bytes
    std::uint64_t offset = 0;                // of its local header
    std::uint32_t checksum = 0;
    bool deflated = false;
};

class Zip {
public:
    // `error.workbook_damaged`, `error.workbook_encrypted`, `error.workbook_too_large`,
    // `error.workbook_bomb`.
    static Result<Zip> open(const std::filesystem::path& path);

    const std::vector<Part>& parts() const { return parts_; }
    const Part* find(std::string_view name) const;  // whatever the case of its letters

    using Take = std::function<Result<void>(std::string_view)>;
    // Hands the part on piece by piece, as far as `most` bytes. A part read to its end has the
    // size and the checksum that the directory gives it.
    Result<void> unpack(const Part& part, std::uint64_t most, const Take& take) const;
    // `error.workbook_too_large` above `limit`.
    Result<std::string> read(const Part& part, std::uint64_t limit) const;

private:
    Result<std::string> bytes_at(std::uint64_t offset, std::size_t count) const;
    Result<void> read_directory();
    Result<Part> part_at(std::string_view directory, std::size_t& at) const;
    Result<void> check() const;
    Result<std::uint64_t> data_offset(const Part& part) const;

    files::Descriptor file_;
    std::uint64_t size_ = 0;
    std::vector<Part> parts_;
};

}  // namespace vafa::sheets
