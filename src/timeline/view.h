#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "timeline/columns.h"
#include "timeline/entry.h"
#include "timeline/links.h"

namespace vafa::timeline {

// One profile's part of a customer: rows of the base, entries of the buffer, or both.
struct Member {
    std::int64_t profile = 0;
    std::uint32_t base_index = Columns::kNone;
    std::span<const Entry> entries;
};

// Customers who cannot be read from the base as they stand there: they have buffered entries or
// several profiles. Their base profiles are hidden and they are gathered row by row instead.
struct Specials {
    std::vector<std::int64_t> customers;  // ascending
    std::vector<std::uint32_t> begin;     // of each customer's members, and the end
    std::vector<Member> members;
    std::vector<std::uint32_t> hidden;  // ascending base indices
};

// What a scan reads: immutable, replaced as a whole by every write.
class View {
public:
    View(std::shared_ptr<const Base> base, std::vector<ChunkPtr> chunks,
         std::shared_ptr<const Links> links)
        : base_(std::move(base)), chunks_(std::move(chunks)), links_(std::move(links)) {}

    const Base& base() const { return *base_; }
    const std::shared_ptr<const Base>& base_ptr() const { return base_; }
    const std::vector<ChunkPtr>& chunks() const { return chunks_; }
    const Links& links() const { return *links_; }
    const std::shared_ptr<const Links>& links_ptr() const { return links_; }

    std::size_t buffered() const;
    std::uint64_t buffer_bytes() const;
    // All chunks in one, and who is special: found at first use, then kept with the view.
    std::span<const Entry> flat() const;
    const Specials& specials() const;
    // The same for one customer, without looking at the others. `storage` holds the entries where
    // they lie in several chunks.
    std::vector<Member> members_of(std::int64_t customer, std::vector<Chunk>& storage) const;

private:
    std::shared_ptr<const Base> base_;
    std::vector<ChunkPtr> chunks_;
    std::shared_ptr<const Links> links_;
    mutable std::once_flag flat_once_, specials_once_;
    mutable ChunkPtr flat_;
    mutable Specials specials_;
};

}  // namespace vafa::timeline
