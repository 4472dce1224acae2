#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/row_source.h"
#include "platform/parallel/ahead.h"

namespace vafa::ingest {

// The rows of another source, read on a thread of their own: what unpacks a file and cuts it into
// cells works beside what understands them.
class RowsAhead final : public RowSource {
public:
    struct Source {
        std::function<Result<bool>(Row&)> next;
        std::function<std::uint64_t()> position;  // in the file, for progress
        // Sees each row on the reading thread, some time before `next` hands it out.
        std::function<void(const Row&)> foresee = {};
    };
    explicit RowsAhead(Source source);

    Result<bool> next(Row& row) override;
    // Of the source when it had read about as far as the row that was handed out.
    std::uint64_t position() const { return block_ ? block_->position : 0; }

private:
    // Some rows with all their text; views become places in it.
    struct Piece {
        std::size_t begin = 0, size = 0;
    };
    struct Kept {
        std::size_t first_cell = 0, cells = 0;
        Piece text;
        std::uint64_t line = 0;
        RowFault fault = RowFault::none;
    };
    struct Block {
        std::vector<char> bytes;
        std::vector<Piece> cells;
        std::vector<Kept> rows;
        std::uint64_t position = 0;
        std::optional<Error> failure;  // after these rows
        std::string_view view(Piece piece) const {
            return {bytes.data() + piece.begin, piece.size};
        }
        void add(const Row& row);
    };
    std::optional<Block> read();

    Source source_;
    bool over_ = false;  // of the reading thread
    std::optional<Block> block_;
    std::size_t next_row_ = 0;
    std::vector<std::string_view> cells_;
    Ahead<Block> ahead_;  // last: its thread uses the source
};

}  // namespace vafa::ingest
