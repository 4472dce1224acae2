#include <gtest/gtest.h>

#include "metrics/rfm_groups.h"
#include "metrics/test_store.h"
#include "testing/results.h"

namespace vafa::metrics {
namespace {

using test::TestOrder;
using test::TestStore;
using vafa::test::must;

constexpr auto kDiscounted =
    static_cast<std::uint8_t>(test::kCompleted | commerce::flag::kDiscounted);
constexpr auto kCancelled = static_cast<std::uint8_t>(commerce::OrderStatus::cancelled);

// Forty customers of one to six orders each, some discounted, some cancelled.
std::vector<TestOrder> many_orders() {
    static const std::array<std::string_view, 6> kDays = {"2024-01-05", "2024-02-01", "2024-02-20",
                                                          "2024-05-30", "2024-06-02", "2024-06-30"};
    static const std::array<std::string, 3> kCategories = {"tea", "cup", "pot"};
    std::vector<TestOrder> orders;
    for (std::int64_t customer = 1; customer <= 40; ++customer) {
        for (std::int64_t i = 0; i <= customer % 6; ++i) {
            const auto flags = customer % 7 == i   ? kCancelled
                               : customer % 5 == 0 ? kDiscounted
                                                   : test::kCompleted;
            orders.push_back(
                {customer,
                 kDays[static_cast<std::size_t>((customer + i) % 6)],
                 100 * customer + 7 * i,
                 flags,
                 {{"category", kCategories[static_cast<std::size_t>(i % 3)]}, {"product", "p"}}});
        }
    }
    return orders;
}

TEST(CustomerFigures, AddUpToWhatRfmSays) {
    TestStore store(many_orders());
    const Options options;
    const auto figures = store.figures(options);
    const auto rfm = must(store.engine().rfm(options));
    std::array<std::int64_t, 125> cells{};
    std::vector<std::int64_t> revenue(kRfmGroups.size());
    std::int64_t last = 0;
    for (const CustomerFigure& figure : figures.customers) {
        EXPECT_GT(figure.id, last);
        last = figure.id;
        const int r = figure.recency, f = figure.frequency, m = figure.monetary;
        ++cells[static_cast<std::size_t>(25 * (r - 1) + 5 * (f - 1) + m - 1)];
        revenue[rfm_group(r, f, m)] += figure.revenue_minor;
    }
    EXPECT_EQ(cells, rfm.cells);
    for (std::size_t group = 0; group < revenue.size(); ++group)
        EXPECT_EQ(revenue[group], rfm.groups[group].revenue_minor) << kRfmGroups[group];
}

TEST(CustomerFigures, AddUpToWhatKindsSay) {
    TestStore store(many_orders());
    const Options options;
    const auto figures = store.figures(options);
    const auto kinds = must(store.engine().kinds(options));
    std::array<std::int64_t, kCustomerKinds> customers{};
    for (const auto& figure : figures.customers) ++customers[static_cast<std::size_t>(figure.kind)];
    for (std::size_t kind = 0; kind < kCustomerKinds; ++kind)
        EXPECT_EQ(customers[kind], kinds.kinds[kind].customers);
    EXPECT_EQ(figures.risk_after_days, kinds.risk_after_days);
}

TEST(CustomerFigures, KnowTheRhythmOfTheCountedOrders) {
    TestStore store({{1, "2024-01-01"},
                     {1, "2024-01-11"},
                     {1, "2024-01-15", 5, kCancelled},
                     {1, "2024-01-31", 900},
                     {2, "2024-03-01T10:30:00Z", 50},
                     {3, "2024-03-02", 50, kCancelled}});
    const auto figures = store.figures();
    ASSERT_EQ(figures.customers.size(), 2U) << "who only cancelled has no standing";
    const CustomerFigure& first = figures.customers[0];
    EXPECT_EQ(first.orders, 3U);
    EXPECT_EQ(first.revenue_minor, 900);
    EXPECT_EQ(first.usual_gap_days, 15) << "between 10 and 20 days";
    EXPECT_EQ(first.last, test::day("2024-01-31"));
    EXPECT_EQ(figures.customers[1].last_ms, 37'800'000U);
    EXPECT_EQ(figures.end, test::day("2024-03-02"));
}

TEST(CustomerFigures, OfNobodyAreNone) {
    TestStore store({});
    EXPECT_TRUE(store.figures().customers.empty());
}

}  // namespace
}  // namespace vafa::metrics
