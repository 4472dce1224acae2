#include "timeline/scan.h"

#include <limits>

#include "platform/parallel/parallel.h"

namespace vafa::timeline {
namespace {

constexpr std::uint64_t kRowsPerTaskMin = 1U << 15U;
constexpr std::uint64_t kTasksPerWorker = 16;
// Where a special customer is near, this many profiles are gathered together with it: copying in
// cache costs less than a kernel's start at every special.
constexpr std::uint32_t kGatherBlock = 1024;

// First profiles of the tasks, by equal shares of rows; and the end.
std::vector<std::uint32_t> cut(const Columns& columns, unsigned workers) {
    const std::uint64_t rows = columns.rows();
    const std::uint64_t tasks =
        std::clamp<std::uint64_t>(rows / kRowsPerTaskMin, 1, workers * kTasksPerWorker);
    std::vector<std::uint32_t> cuts = {0};
    for (std::uint64_t k = 1; k < tasks; ++k) {
        const auto row = static_cast<std::uint32_t>(rows * k / tasks);
        const auto next = std::ranges::lower_bound(columns.offsets.span(), row);
        const auto profile = static_cast<std::uint32_t>(next - columns.offsets.span().begin());
        if (profile > cuts.back() && profile < columns.profiles()) cuts.push_back(profile);
    }
    cuts.push_back(columns.profiles());
    return cuts;
}

// One task: a range of base profiles and the special customers whose ids lie among them.
class Task {
public:
    Task(const ScanSource& source, const Kernel& kernel, unsigned worker)
        : source_(&source),
          columns_(source.customers.columns),
          specials_(&source.view->specials()),
          kernel_(&kernel),
          worker_(worker),
          gather_(source.customers) {}

    void run(std::uint32_t begin, std::uint32_t end) {
        special_ = begin == 0 ? 0 : special_before(columns_->ids[begin]);
        hidden_ = static_cast<std::size_t>(std::ranges::lower_bound(specials_->hidden, begin) -
                                           specials_->hidden.begin());
        run_begin_ = begin;
        std::uint32_t at = begin;
        do {
            const std::uint32_t block_end = at + std::min(kGatherBlock, end - at);
            const std::size_t special_end = block_end < columns_->profiles()
                                                ? special_before(columns_->ids[block_end])
                                                : specials_->customers.size();
            const bool hides =
                hidden_ < specials_->hidden.size() && specials_->hidden[hidden_] < block_end;
            if (hides || special_ < special_end) {
                give_run(at);
                give_block(at, block_end, special_end);
                run_begin_ = block_end;
            }
            at = block_end;
        } while (at < end);
        give_run(end);
    }

private:
    std::size_t special_before(std::int64_t id) const {
        return static_cast<std::size_t>(std::ranges::lower_bound(specials_->customers, id) -
                                        specials_->customers.begin());
    }

    void give_run(std::uint32_t end) {
        if (end > run_begin_) (*kernel_)(worker_, source_->customers.slice(run_begin_, end));
    }

    void give_block(std::uint32_t at, std::uint32_t end, std::size_t special_end) {
        gather_.clear();
        for (; special_ < special_end; ++special_) {
            const std::int64_t customer = specials_->customers[special_];
            const std::uint32_t before = std::min(columns_->lower_bound(customer, at), end);
            add_visible(at, before);
            at = before;
            const std::uint32_t first = specials_->begin[special_];
            const std::uint32_t last = specials_->begin[special_ + 1];
            gather_.add_customer(customer,
                                 std::span(specials_->members).subspan(first, last - first));
        }
        add_visible(at, end);
        if (gather_.customers() > 0) (*kernel_)(worker_, gather_.slice());
    }

    void add_visible(std::uint32_t begin, std::uint32_t end) {
        const auto& hidden = specials_->hidden;
        while (hidden_ < hidden.size() && hidden[hidden_] < end) {
            gather_.add_stored(begin, hidden[hidden_]);
            begin = hidden[hidden_++] + 1;
        }
        gather_.add_stored(begin, end);
    }

    const ScanSource* source_;
    const Columns* columns_;
    const Specials* specials_;
    const Kernel* kernel_;
    unsigned worker_;
    Gather gather_;
    std::size_t special_ = 0;
    std::size_t hidden_ = 0;
    std::uint32_t run_begin_ = 0;
};

}  // namespace

ScanSource::ScanSource(const View& read, const ScanRequest& request, const ZoneDays* zone,
                       unsigned workers)
    : view(&read) {
    const Base& base = read.base();
    customers = bind(base.customers, request.properties, zone);
    anonymous = bind(base.anonymous, request.properties, zone);
    if (zone == nullptr) return;
    derived_ = base.derived->get(*zone, base.customers, workers);
    derived_anonymous_ = zone->derive(base.anonymous, workers);
    customers.day = derived_->data();
    anonymous.day = derived_anonymous_.data();
}

ScanColumns ScanSource::bind(const Columns& columns, const std::vector<std::string>& names,
                             const ZoneDays* zone) const {
    ScanColumns out;
    out.columns = &columns;
    out.day = columns.day.data();
    out.zone = zone;
    for (const std::string& name : names) {
        const auto it = columns.properties.find(name);
        VAFA_ASSERT(it != columns.properties.end());
        out.properties.push_back({it->second.codes.data(), it->second.dictionary.get()});
    }
    return out;
}

void scan_all(const ScanSource& source, unsigned workers, const Kernel& kernel) {
    const auto cuts = cut(*source.customers.columns, workers);
    parallel_for(workers, cuts.size() - 1, [&](unsigned worker, std::size_t task) {
        Task(source, kernel, worker).run(cuts[task], cuts[task + 1]);
    });
}

void scan_customer(const ScanSource& source, std::int64_t customer,
                   const std::function<void(const Slice&)>& kernel) {
    std::vector<Chunk> storage;
    const auto members = source.view->members_of(customer, storage);
    if (members.empty() || customer == 0) return;
    if (members.size() == 1 && members[0].entries.empty() && members[0].profile == customer) {
        const std::uint32_t index = members[0].base_index;
        kernel(source.customers.slice(index, index + 1));
        return;
    }
    Gather gather(source.customers);
    gather.add_customer(customer, members);
    if (gather.customers() > 0) kernel(gather.slice());
}

void scan_nobody(const ScanSource& source, const std::function<void(const Slice&)>& kernel) {
    const Columns& columns = *source.anonymous.columns;
    const auto entries = entries_of(source.view->flat(), 0);
    const std::uint32_t index = columns.profiles() == 0 ? Columns::kNone : 0;
    if (entries.empty()) {
        if (index != Columns::kNone) kernel(source.anonymous.slice(0, 1));
        return;
    }
    const Member everyone{0, index, entries};
    Gather gather(source.anonymous);
    gather.add_customer(0, std::span(&everyone, 1));
    if (gather.customers() > 0) kernel(gather.slice());
}

}  // namespace vafa::timeline
