#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ingest/row_source.h"
#include "platform/sheets/row_file.h"

namespace vafa::ingest {

// The rows of a sheet that platform/sheets has put on the disk; a row's line is its number in the
// sheet, its text the cells with tabs between them.
class SheetRows final : public RowSource {
public:
    static Result<std::unique_ptr<SheetRows>> open(const std::filesystem::path& path);
    Result<bool> next(Row& row) override;
    std::uint64_t position() const { return reader_.position(); }

private:
    explicit SheetRows(sheets::RowReader reader) : reader_(std::move(reader)) {}

    sheets::RowReader reader_;
    sheets::SheetRow from_;
    std::string text_;
    std::vector<std::string_view> cells_;
};

}  // namespace vafa::ingest
