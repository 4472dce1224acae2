#include "value/customers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numeric>

namespace vafa::value {
namespace {

constexpr std::size_t kMostWorkers = 256;

template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
    to.insert(to.end(), from.begin(), from.end());
    from = {};
}

class Reader {
public:
    explicit Reader(const Calendar& calendar) : calendar_(calendar) {}

    void take(std::int64_t customer, std::span<const metrics::Purchase> purchases) {
        const Day birth = purchases.front().day;
        count(purchases);
        if (birth > calendar_.calibration_end) return;
        models::History history{0, 0,
                                static_cast<std::uint32_t>(calendar_.calibration_end - birth)};
        double spent = 0, revenue = 0, later = 0, later_revenue = 0;
        Day before = birth;
        for (const auto& purchase : purchases) {
            const auto amount = static_cast<double>(purchase.revenue);
            if (purchase.day > calendar_.calibration_end) {
                ++later;
                later_revenue += amount;
                continue;
            }
            revenue += amount;
            if (purchase.day == birth) continue;
            ++history.x;
            history.t_x = static_cast<std::uint32_t>(purchase.day - birth);
            spent += amount;
            raise(gaps, static_cast<std::size_t>(purchase.day - before));
            before = purchase.day;
        }
        found.id.push_back(customer);
        found.histories.push_back(history);
        found.spends.push_back({history.x, history.x > 0 ? spent / history.x : 0});
        found.revenue_minor.push_back(revenue);
        found.held_out.push_back(later);
        found.held_out_revenue_minor.push_back(later_revenue);
        take_opportunities(purchases, history.age);
    }

    Customers found;
    std::vector<double> births, repeats;  // by day since 1970
    std::vector<double> gaps;             // by their days

private:
    static void raise(std::vector<double>& counts, std::size_t place) {
        if (counts.size() <= place) counts.resize(place + 1);
        ++counts[place];
    }

    void count(std::span<const metrics::Purchase> purchases) {
        for (const auto& purchase : purchases) {
            auto& counts = &purchase == &purchases.front() ? births : repeats;
            raise(counts, static_cast<std::size_t>(purchase.day));
        }
    }

    void take_opportunities(std::span<const metrics::Purchase> purchases, std::uint32_t age) {
        const auto days = static_cast<std::uint32_t>(calendar_.opportunity_days);
        models::History history{0, 0, age / days};
        std::uint32_t in_a_row = 0;
        for (const auto& purchase : purchases) {
            const auto since = static_cast<std::uint32_t>(purchase.day - purchases.front().day);
            const std::uint32_t opportunity = (since + days - 1) / days;
            if (opportunity > history.age) break;
            if (opportunity == history.t_x) continue;
            ++history.x;
            history.t_x = opportunity;
            if (opportunity == in_a_row + 1) in_a_row = opportunity;
        }
        found.opportunities.push_back(history);
        const bool ended = in_a_row < history.age;
        found.contracts.push_back({in_a_row + (ended ? 1 : 0), ended});
    }

    Calendar calendar_;
};

void add(std::vector<double>& to, const std::vector<double>& from) {
    if (to.size() < from.size()) to.resize(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) to[i] += from[i];
}

// The lists of all workers as one, in the order of ids.
template <class T>
void in_order(std::vector<T>& list, const std::vector<std::uint32_t>& order) {
    std::vector<T> sorted;
    sorted.reserve(list.size());
    for (const std::uint32_t place : order) sorted.push_back(list[place]);
    list = std::move(sorted);
}

void sort_by_id(Customers& all) {
    std::vector<std::uint32_t> order(all.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return all.id[a] < all.id[b]; });
    in_order(all.id, order);
    in_order(all.histories, order);
    in_order(all.spends, order);
    in_order(all.revenue_minor, order);
    in_order(all.held_out, order);
    in_order(all.held_out_revenue_minor, order);
    in_order(all.opportunities, order);
    in_order(all.contracts, order);
    if (!all.groups.empty()) in_order(all.group, order);
}

void join(Customers& all, Customers& part) {
    append(all.id, part.id);
    append(all.histories, part.histories);
    append(all.spends, part.spends);
    append(all.revenue_minor, part.revenue_minor);
    append(all.held_out, part.held_out);
    append(all.held_out_revenue_minor, part.held_out_revenue_minor);
    append(all.opportunities, part.opportunities);
    append(all.contracts, part.contracts);
}

// Counted by their length first: a sum by worker would depend on who took whom.
void sum_gaps(Customers& all, const std::vector<double>& gaps) {
    for (std::size_t days = 1; days < gaps.size(); ++days) {
        all.gaps += gaps[days];
        all.log_gap_days += gaps[days] * std::log(static_cast<double>(days));
    }
}

void cut_days(Customers& all, std::vector<double>& births, std::vector<double>& repeats,
              Day holdout_end) {
    const auto first = std::find_if(births.begin(), births.end(), [](double n) { return n > 0; });
    if (first == births.end()) return;
    all.first_day = static_cast<Day>(first - births.begin());
    const auto size = static_cast<std::size_t>(holdout_end) + 1;
    births.resize(size);
    repeats.resize(size);
    all.births.assign(births.begin() + all.first_day, births.end());
    all.repeats.assign(repeats.begin() + all.first_day, repeats.end());
}

struct Gathered {
    Customers all;
    std::vector<double> births, repeats, gaps;
};

Result<void> gather(const metrics::Engine& engine, const metrics::Options& options,
                    const Calendar& calendar, Gathered& into) {
    std::array<std::unique_ptr<Reader>, kMostWorkers> readers;
    VAFA_CHECK(engine.each_customer(options, [&](unsigned worker, std::int64_t customer,
                                                 std::span<const metrics::Purchase> purchases) {
        auto& reader = readers[worker];
        if (!reader) reader = std::make_unique<Reader>(calendar);
        reader->take(customer, purchases);
    }));
    for (auto& reader : readers) {
        if (!reader) continue;
        join(into.all, reader->found);
        add(into.births, reader->births);
        add(into.repeats, reader->repeats);
        add(into.gaps, reader->gaps);
    }
    return {};
}

Customers finished(Gathered gathered, const Calendar& calendar) {
    Customers all = std::move(gathered.all);
    sort_by_id(all);
    sum_gaps(all, gathered.gaps);
    cut_days(all, gathered.births, gathered.repeats, calendar.holdout_end);
    return all;
}

metrics::Options until(metrics::Options options, const Calendar& calendar) {
    options.purchase = metrics::PurchaseUnit::day;
    options.as_of = calendar.holdout_end;
    options.from = options.to = {};
    return options;
}

}  // namespace

Result<Customers> read_customers(const metrics::Engine& engine, metrics::Options options,
                                 const Calendar& calendar) {
    Gathered gathered;
    VAFA_CHECK(gather(engine, until(std::move(options), calendar), calendar, gathered));
    return finished(std::move(gathered), calendar);
}

Result<Customers> read_grouped_customers(const metrics::Engine& engine, metrics::Options options,
                                         const Calendar& calendar, const std::string& break_by) {
    options = until(std::move(options), calendar);
    options.break_by = break_by;
    VAFA_TRY(const auto parts, engine.parts(options));
    Gathered gathered;
    for (const auto& part : parts) {
        VAFA_CHECK(gather(*part.engine, options, calendar, gathered));
        gathered.all.group.resize(gathered.all.size(),
                                  static_cast<std::uint8_t>(gathered.all.groups.size()));
        gathered.all.groups.push_back({part.kind, part.value});
    }
    return finished(std::move(gathered), calendar);
}

}  // namespace vafa::value
