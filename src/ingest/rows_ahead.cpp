#include "ingest/rows_ahead.h"

namespace vafa::ingest {

namespace {

constexpr std::size_t kBlockRows = 2048;
constexpr std::size_t kBlockBytes = 512 << 10;  // a block ends with the row that reaches this
constexpr std::size_t kBlocksAhead = 4;

}  // namespace

void RowsAhead::Block::add(const Row& row) {
    const auto keep = [this](std::string_view text) {
        const Piece piece{bytes.size(), text.size()};
        bytes.insert(bytes.end(), text.begin(), text.end());
        return piece;
    };
    Kept kept{.first_cell = cells.size(),
              .cells = row.cells.size(),
              .text = keep(row.text),
              .line = row.line,
              .fault = row.fault};
    const char* const begin = row.text.data();
    const char* const end = begin + row.text.size();
    for (const std::string_view cell : row.cells) {
        const bool inside = cell.data() >= begin && cell.data() + cell.size() <= end;
        cells.push_back(inside
                            ? Piece{kept.text.begin + static_cast<std::size_t>(cell.data() - begin),
                                    cell.size()}
                            : keep(cell));
    }
    rows.push_back(kept);
}

RowsAhead::RowsAhead(Source source)
    : source_(std::move(source)), ahead_(kBlocksAhead, [this] { return read(); }) {}

std::optional<RowsAhead::Block> RowsAhead::read() {
    if (over_) return std::nullopt;
    Block block;
    Row row;
    while (block.rows.size() < kBlockRows && block.bytes.size() < kBlockBytes) {
        const auto more = source_.next(row);
        over_ = more.has_error() || !*more;
        if (more.has_error()) block.failure = more.error();
        if (over_) break;
        if (source_.foresee) source_.foresee(row);
        block.add(row);
    }
    block.position = source_.position();
    return block;
}

Result<bool> RowsAhead::next(Row& row) {
    while (!block_ || next_row_ == block_->rows.size()) {
        if (block_ && block_->failure) return *block_->failure;
        auto block = ahead_.next();
        if (!block) return false;
        block_ = std::move(block);
        next_row_ = 0;
    }
    const Kept& kept = block_->rows[next_row_++];
    cells_.clear();
    for (std::size_t i = 0; i < kept.cells; ++i) {
        cells_.push_back(block_->view(block_->cells[kept.first_cell + i]));
    }
    row = {
        .cells = cells_, .line = kept.line, .text = block_->view(kept.text), .fault = kept.fault};
    return true;
}

}  // namespace vafa::ingest
