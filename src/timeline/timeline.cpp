#include <algorithm>

#include "timeline/api.h"
#include "timeline/condition.h"
#include "timeline/impl.h"
#include "timeline/merge.h"
#include "timeline/property.h"

namespace vafa::timeline {
namespace {

// A buffer may grow to this share of the base: scans gather customers with buffered rows one by
// one, so that a large buffer slows them; merging earlier would copy the base too often.
constexpr std::size_t kBufferMin = 1U << 17U;
constexpr std::size_t kBufferShare = 16;

std::size_t buffer_limit(const Base& base) {
    return std::max<std::size_t>(kBufferMin, base.customers.rows() / kBufferShare);
}

// Few chunks, each at least twice as large as the next: an entry is moved O(log n) times.
void push_chunk(std::vector<ChunkPtr>& chunks, ChunkPtr chunk) {
    chunks.push_back(std::move(chunk));
    while (chunks.size() > 1 && chunks[chunks.size() - 2]->size() <= 2 * chunks.back()->size()) {
        ChunkPtr both = merge_chunks({chunks[chunks.size() - 2], chunks.back()});
        chunks.pop_back();
        chunks.back() = std::move(both);
    }
}

}  // namespace

Timeline::Timeline(TimeZone store_zone, unsigned workers)
    : impl_(std::make_unique<Impl>(std::move(store_zone), workers)) {}
Timeline::Timeline(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Timeline::~Timeline() = default;

const TimeZone& Timeline::store_zone() const { return impl_->zone; }
unsigned Timeline::workers() const { return impl_->workers; }

Result<void> Timeline::append(const std::string& track, std::vector<Row> rows) {
    if (rows.empty()) return {};
    const std::lock_guard lock(impl_->writer);
    std::uint32_t& seq = impl_->next_seq[track];
    VAFA_TRY(Chunk chunk, make_chunk(rows, impl_->zone, impl_->starts, seq, impl_->workers));
    seq += static_cast<std::uint32_t>(rows.size());
    rows = {};  // its memory before the merge takes its own
    const ViewPtr old = impl_->view_or_empty(track);
    std::vector<ChunkPtr> chunks = old->chunks();
    const std::size_t buffered = old->buffered() + chunk.size();
    const bool full = buffered > buffer_limit(old->base());
    auto sealed = std::make_shared<const Chunk>(std::move(chunk));
    if (full) {
        chunks.push_back(std::move(sealed));
    } else {
        push_chunk(chunks, std::move(sealed));
    }
    impl_->publish(
        track, std::make_shared<const View>(old->base_ptr(), std::move(chunks), old->links_ptr()));
    if (full) impl_->merge_track(track);
    return {};
}

void Timeline::merge() {
    const std::lock_guard lock(impl_->writer);
    for (const std::string& track : tracks()) impl_->merge_track(track);
}

void Timeline::set_links(std::vector<std::pair<std::int64_t, std::int64_t>> profile_to_customer) {
    auto links = std::make_shared<const Links>(profile_to_customer);
    const std::lock_guard writing(impl_->writer);
    const std::lock_guard lock(impl_->swap);
    impl_->links = links;
    for (auto& [track, view] : impl_->views) {
        view = std::make_shared<const View>(view->base_ptr(), view->chunks(), links);
    }
}

Result<void> Timeline::load_property(const std::string& track, const std::string& name,
                                     const std::function<Result<bool>(PropertyValue&)>& next) {
    const std::lock_guard lock(impl_->writer);
    impl_->merge_track(track);
    const ViewPtr old = impl_->view_or_empty(track);
    VAFA_TRY(auto base, with_property(old->base(), impl_->zone, impl_->starts, name, next));
    impl_->publish(track,
                   std::make_shared<const View>(std::move(base), old->chunks(), old->links_ptr()));
    return {};
}

bool Timeline::has_property(const std::string& track, const std::string& name) const {
    const ViewPtr view = impl_->view(track);
    if (view == nullptr || !view->chunks().empty()) return false;
    const auto it = view->base().complete.find(name);
    return it != view->base().complete.end() && it->second;
}

void Timeline::scan(const ScanRequest& request, const Kernel& kernel) const {
    const ViewPtr view = impl_->view(request.track);
    if (view == nullptr) return;
    const auto zone = impl_->zone_days(request.zone);
    const unsigned workers = impl_->workers_of(request);
    scan_all(ScanSource(*view, request, zone.get(), workers), workers, kernel);
}

void Timeline::scan_one(const ScanRequest& request, std::int64_t customer,
                        const std::function<void(const Slice&)>& kernel) const {
    const ViewPtr view = impl_->view(request.track);
    if (view == nullptr) return;
    const auto zone = impl_->zone_days(request.zone);
    const ScanSource source(*view, request, zone.get(), impl_->workers_of(request));
    scan_customer(source, customer, kernel);
}

void Timeline::scan_anonymous(const ScanRequest& request,
                              const std::function<void(const Slice&)>& kernel) const {
    const ViewPtr view = impl_->view(request.track);
    if (view == nullptr) return;
    const auto zone = impl_->zone_days(request.zone);
    const ScanSource source(*view, request, zone.get(), impl_->workers_of(request));
    scan_nobody(source, kernel);
}

std::vector<std::int64_t> Timeline::customers_where(const CountCondition& condition) const {
    return find_customers(*this, condition);
}

MemoryUse Timeline::memory() const {
    const std::shared_lock lock(impl_->swap);
    MemoryUse use;
    use.buffer_bytes = impl_->links->bytes();
    for (const auto& [track, view] : impl_->views) {
        const Base& base = view->base();
        for (const Columns* columns : {&base.customers, &base.anonymous}) {
            use.rows += columns->rows();
            use.profiles += columns->profiles();
            use.base_bytes += columns->bytes();
            for (const auto& [name, property] : columns->properties) {
                use.property_bytes += property.codes.bytes();
            }
        }
        for (const auto& [name, property] : base.customers.properties) {
            for (const std::string& value : *property.dictionary) {
                use.property_bytes += sizeof(value) + value.capacity();
            }
        }
        use.buffer_bytes += view->buffer_bytes();
        use.derived_bytes += base.derived->bytes();
    }
    return use;
}

std::vector<std::string> Timeline::tracks() const {
    const std::shared_lock lock(impl_->swap);
    std::vector<std::string> names;
    for (const auto& [track, view] : impl_->views) names.push_back(track);
    return names;
}

std::uint64_t Timeline::unmatched_retractions() const { return impl_->unmatched; }

}  // namespace vafa::timeline
