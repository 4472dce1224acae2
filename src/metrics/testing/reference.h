#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "metrics/insight_types.h"
#include "metrics/testing/sql.h"
#include "metrics/testing/store.h"
#include "metrics/types.h"

namespace vafa::metrics::reference {

inline std::optional<Average> average(const Cell& cell) {
    if (cell.null) return std::nullopt;
    return Average{cell.integer};
}

// x, t_x and T of one customer.
struct ModelInput {
    std::int64_t id = 0, x = 0, t_x = 0, age = 0;
    bool operator==(const ModelInput&) const = default;
};

struct PartCount {
    int kind = 0;  // of Part::Kind
    std::string value;
    std::int64_t customers = 0;
    bool operator==(const PartCount&) const = default;
};

// The definitions of METRICS once more, as plain SQL over a table of orders: slow, and written
// without looking at the kernels. Of base it takes calendars and zones, which have tests of their
// own. For tests only; one at a time uses a Sql.
class Reference {
public:
    // Makes the tables that all reports read, for these options.
    Reference(Sql& sql, const Store& store, const Options& options);
    // The same for the customers of one part of options.break_by.
    void keep_only(const PartCount& part);

    std::optional<Day> end() const { return end_; }
    std::vector<PartCount> parts();

    Summary summary();
    Repurchase repurchase();
    Cohorts cohorts();
    Periods periods();
    RetentionRate retention_rate() { return retention_of(options_).first; }
    Survival survival();
    Rfm rfm();
    Kinds kinds();
    Claims claims();
    Stage stage();
    Products products();
    Seasons seasons();
    OrderValues order_values();
    ClvSimple clv_simple();
    std::vector<ModelInput> model_inputs();

private:
    void load_orders(const Store& store);
    void load_zone(const char* table, const TimeZone& zone);
    void count_orders();
    void make_real();
    void make_purchases();
    void make_periods();
    // With the months it spans; 0: the options gave the period.
    std::pair<RetentionRate, int> retention_of(const Options& options);
    // Table kind_NAME (customer, kind) as of a day.
    void make_kinds(const std::string& name, Day day);
    std::vector<ProductFigures> by_first(const std::string& property);
    ClaimFigures ratio_claim(Claim claim, double said, const std::string& pairs);
    ClaimFigures top_claim();
    Day before(Day day, int months) const;

    Sql* sql_;
    Options options_;
    TimeZone store_zone_, zone_;
    std::optional<Day> end_;  // E
    Day e_ = 0;               // E, or a day before everything
    Day from_ = 0, to_ = 0;   // the range; to_ = min(to, E)
};

// Members of Reference: their numbers as SQL literals.
std::string sql_of(double number);

}  // namespace vafa::metrics::reference
