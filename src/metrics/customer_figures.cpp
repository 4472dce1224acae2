#include "metrics/customer_figures.h"

#include <algorithm>

#include "metrics/counting.h"
#include "metrics/kind_reader.h"
#include "metrics/orders.h"
#include "metrics/rfm_thresholds.h"

namespace vafa::metrics {
namespace {

using Run = std::vector<CustomerFigure>;

struct FoundFigures {
    std::vector<Run> runs;
    RfmCounts counts;
    std::vector<std::uint16_t> gaps;
};

std::uint16_t median_gap(std::span<const Purchase> purchases, std::vector<std::uint16_t>& gaps) {
    gaps.clear();
    for (std::size_t i = 1; i < purchases.size(); ++i)
        gaps.push_back(static_cast<std::uint16_t>(purchases[i].day - purchases[i - 1].day));
    if (gaps.empty()) return 0;
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    if (gaps.size() % 2 == 1) return *middle;
    return static_cast<std::uint16_t>((*middle + *std::max_element(gaps.begin(), middle) + 1) / 2);
}

std::uint32_t last_row(const timeline::Slice& slice, const Counting& counting,
                       std::uint32_t customer) {
    std::uint32_t row = rows_of(slice, counting, customer).end - 1;
    while (counting.counted[slice.flags[row]] == 0) --row;
    return row;
}

class FigureReader {
public:
    FigureReader(const Options& options, const Counting& counting, const RiskLimits& limits)
        : options_(options), reader_(counting), kinds_(counting), limits_(limits) {}

    void add(const timeline::Slice& slice, std::uint32_t customer, FoundFigures& found) {
        const auto purchases = reader_.read(slice, customer);
        if (purchases.empty()) return;
        const Day end = reader_.counting().end;
        CustomerFigure figure;
        figure.id = slice.ids[customer];
        for (const Purchase& purchase : purchases) {
            figure.revenue_minor += purchase.revenue;
            figure.orders += purchase.orders;
        }
        figure.purchases = static_cast<std::uint32_t>(purchases.size());
        figure.first = static_cast<std::uint16_t>(purchases.front().day);
        figure.last = static_cast<std::uint16_t>(purchases.back().day);
        figure.last_ms = slice.ms[last_row(slice, reader_.counting(), customer)];
        figure.usual_gap_days = median_gap(purchases, found.gaps);
        figure.purchases_segment = static_cast<std::uint8_t>(risk_segment(purchases.size()));
        figure.kind = customer_kind(kinds_.describe(slice, customer, purchases), end,
                                    options_.kinds, limits_);
        found.counts.add(end + 1 - figure.last, figure.purchases, figure.revenue_minor);
        found.runs.back().push_back(figure);
    }

private:
    const Options& options_;
    PurchaseReader reader_;
    KindReader kinds_;
    const RiskLimits& limits_;
};

// Ascending by id: every run is, and runs hold neighbours.
std::vector<CustomerFigure> joined(PerWorker<FoundFigures>& workers, std::size_t customers) {
    std::vector<const Run*> runs;
    workers.each([&](FoundFigures& found) {
        for (const Run& run : found.runs)
            if (!run.empty()) runs.push_back(&run);
    });
    std::sort(runs.begin(), runs.end(),
              [](const Run* a, const Run* b) { return a->front().id < b->front().id; });
    std::vector<CustomerFigure> all;
    all.reserve(customers);
    for (const Run* run : runs) all.insert(all.end(), run->begin(), run->end());
    return all;
}

void score(CustomerFigures& figures, const RfmCounts& counts) {
    const auto thresholds =
        thresholds_of(counts, [&](const std::function<void(std::int64_t)>& take) {
            for (const auto& figure : figures.customers) take(figure.revenue_minor);
        });
    for (CustomerFigure& figure : figures.customers) {
        const auto scores = thresholds.scores_of(figures.end + 1 - figure.last, figure.purchases,
                                                 figure.revenue_minor);
        figure.recency = scores.recency;
        figure.frequency = scores.frequency;
        figure.monetary = scores.monetary;
    }
}

}  // namespace

Result<CustomerFigures> customer_figures(const timeline::Timeline& timeline,
                                         EnsureProperty ensure_property, const Options& options) {
    const Orders orders(timeline, std::move(ensure_property));
    CustomerFigures figures;
    figures.end = orders.end_or_zero(options);
    const Counting counting = counting_of(options, figures.end);
    VAFA_TRY(const RiskLimits limits, risk_limits(orders, options, counting));
    figures.risk_after_days = limits;
    PerWorker<FoundFigures> workers;
    VAFA_CHECK(orders.scan(options, KindReader::properties(),
                           [&](unsigned worker, const timeline::Slice& slice) {
                               FoundFigures& mine = workers.at(worker);
                               mine.runs.emplace_back().reserve(slice.customers);
                               FigureReader reader(options, counting, limits);
                               for (std::uint32_t i = 0; i < slice.customers; ++i)
                                   reader.add(slice, i, mine);
                           }));
    RfmCounts counts;
    workers.each([&](const FoundFigures& found) { counts.add(found.counts); });
    figures.customers = joined(workers, static_cast<std::size_t>(counts.customers));
    if (counts.customers > 0) score(figures, counts);
    return figures;
}

}  // namespace vafa::metrics
