#include "metrics/products.h"

#include <algorithm>
#include <map>

#include "metrics/counting.h"
#include "metrics/histogram.h"
#include "metrics/value_counts.h"

namespace vafa::metrics {
namespace {

constexpr std::size_t kValues = 20, kNext = 5;
constexpr Day kYear = 365;

struct FirstCounts {
    CodeCounts counts;
    const std::vector<std::string>* dictionary = nullptr;
};

Result<FirstCounts> count_first(const Orders& orders, const Options& options,
                                const Counting& counting, const std::string& property) {
    PerWorker<FirstCounts> workers;
    VAFA_CHECK(orders.scan(options, {property}, [&](unsigned worker, const timeline::Slice& slice) {
        FirstCounts& sums = workers.at(worker);
        sums.dictionary = slice.properties[0].dictionary;
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
            const Rows rows = rows_of(slice, counting, customer);
            if (rows.begin == rows.end || !counting.first_in_range(slice.day[rows.begin])) continue;
            sums.counts.add(slice.properties[0].codes[rows.begin]);
        }
    }));
    FirstCounts all;
    workers.each([&](const FirstCounts& part) {
        all.counts.add(part.counts);
        all.dictionary = part.dictionary;
    });
    return all;
}

// What became of the customers who began with one value.
struct Followed {
    std::int64_t customers = 0, repeat = 0, year_customers = 0, year_revenue = 0;
    std::map<std::uint32_t, Histogram> days_to_next;  // by the code of the second purchase

    void add(const Followed& o) {
        customers += o.customers;
        repeat += o.repeat;
        year_customers += o.year_customers;
        year_revenue += o.year_revenue;
        for (const auto& [code, days] : o.days_to_next) days_to_next[code].add(days);
    }
    void add(std::span<const Purchase> purchases, const std::uint32_t* codes, Day end) {
        const Day first = purchases.front().day;
        ++customers;
        if (first + kYear <= end) {
            ++year_customers;
            for (const Purchase& purchase : purchases)
                if (purchase.day <= first + kYear) year_revenue += purchase.revenue;
        }
        if (purchases.size() < 2) return;
        ++repeat;
        days_to_next[codes[purchases[1].row]].add(purchases[1].day - first);
    }
};

std::vector<NextProduct> commonest_next(const Followed& followed,
                                        const std::vector<std::string>& dictionary) {
    std::vector<NextProduct> next;
    for (const auto& [code, days] : followed.days_to_next)
        next.push_back({code == 0 ? std::string() : dictionary[code], days.total(), days.median()});
    std::sort(next.begin(), next.end(), [](const NextProduct& a, const NextProduct& b) {
        return a.customers != b.customers ? a.customers > b.customers : a.value < b.value;
    });
    if (next.size() > kNext) next.resize(kNext);
    return next;
}

ProductFigures figures(const std::string& value, const Followed& followed,
                       const std::vector<std::string>& dictionary) {
    ProductFigures result;
    result.value = value;
    result.customers = followed.customers;
    result.repeat_customers = followed.repeat;
    result.repeat_purchase_rate = rate_of(followed.repeat, followed.customers);
    result.year_customers = followed.year_customers;
    result.value_after_year_minor = average_of(followed.year_revenue, followed.year_customers);
    result.next = commonest_next(followed, dictionary);
    return result;
}

Result<std::vector<ProductFigures>> by_first(const Orders& orders, const Options& options,
                                             const Counting& counting,
                                             const std::string& property) {
    VAFA_TRY(const FirstCounts first, count_first(orders, options, counting, property));
    std::vector<ProductFigures> result;
    if (first.dictionary == nullptr) return result;
    const auto values = commonest(first.counts, *first.dictionary, kValues);
    std::map<std::uint32_t, std::size_t> place;
    for (std::size_t i = 0; i < values.size(); ++i) place[values[i].code] = i;
    PerWorker<std::vector<Followed>> workers(std::vector<Followed>(values.size()));
    VAFA_CHECK(orders.scan(options, {property}, [&](unsigned worker, const timeline::Slice& slice) {
        auto& followed = workers.at(worker);
        const std::uint32_t* codes = slice.properties[0].codes;
        PurchaseReader reader(counting);
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
            const auto purchases = reader.read_if_first_in_range(slice, customer);
            if (purchases.empty()) continue;
            const auto at = place.find(codes[purchases.front().row]);
            if (at != place.end()) followed[at->second].add(purchases, codes, counting.end);
        }
    }));
    std::vector<Followed> all(values.size());
    workers.each([&](const std::vector<Followed>& part) {
        for (std::size_t i = 0; i < all.size(); ++i) all[i].add(part[i]);
    });
    for (std::size_t i = 0; i < all.size(); ++i)
        result.push_back(figures(values[i].value, all[i], *first.dictionary));
    return result;
}

}  // namespace

Result<Products> products(const Orders& orders, const Options& options) {
    const Counting counting = counting_of(options, orders.end_or_zero(options));
    VAFA_TRY(auto by_product, by_first(orders, options, counting, "product"));
    VAFA_TRY(auto by_category, by_first(orders, options, counting, "category"));
    return Products{std::move(by_product), std::move(by_category)};
}

}  // namespace vafa::metrics
