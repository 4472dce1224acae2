#pragma once

#include <boost/json/object.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "metrics/insight_types.h"
#include "metrics/model_inputs.h"
#include "metrics/types.h"

namespace vafa::timeline {
class Timeline;
}

namespace vafa::metrics {

class Engine;

// Some of the customers, as `break_by` parts them, with an engine that sees only them.
struct Part {
    enum class Kind { value, absent, other };
    Kind kind = Kind::value;
    std::string value;           // of Kind::value
    std::int64_t customers = 0;  // with a counted order until E
    std::unique_ptr<Engine> engine;
};

// Every number about retention, whoever keeps the facts. Thread-safe; `options` are as
// check_options wants them.
class Engine {
public:
    virtual ~Engine() = default;

    virtual std::optional<Day> data_end(const Options& options) const = 0;  // E
    virtual std::string store_zone() const = 0;

    virtual Result<Summary> summary(const Options& options) const = 0;
    virtual Result<Repurchase> repurchase(const Options& options) const = 0;
    virtual Result<Cohorts> cohorts(const Options& options) const = 0;
    virtual Result<Periods> periods(const Options& options) const = 0;
    virtual Result<RetentionRate> retention_rate(const Options& options) const = 0;
    virtual Result<Survival> survival(const Options& options) const = 0;
    virtual Result<Rfm> rfm(const Options& options) const = 0;
    virtual Result<Kinds> kinds(const Options& options) const = 0;
    virtual Result<Claims> claims(const Options& options) const = 0;
    virtual Result<Stage> stage(const Options& options) const = 0;
    virtual Result<Products> products(const Options& options) const = 0;
    virtual Result<Seasons> seasons(const Options& options) const = 0;
    virtual Result<OrderValues> order_values(const Options& options) const = 0;
    virtual Result<ClvSimple> clv_simple(const Options& options) const = 0;

    virtual Result<ModelInputs> model_inputs(const Options& options) const = 0;
    virtual Result<void> each_customer(const Options& options, const TakeCustomer& take) const = 0;

    // The ten largest values of `break_by` by customers (ties by name), then the customers without
    // one, then the rest; empty parts are left out.
    virtual Result<std::vector<Part>> parts(const Options& options) const = 0;
};

// Loads a property column of the track "order" into the timeline if it is not there yet:
// "product", "category", "coupon", "city", "country", "source", "trait:NAME", "total_minor".
using EnsureProperty = std::function<Result<void>(const std::string& property)>;

// The timeline must outlive the engine.
std::unique_ptr<Engine> make_timeline_engine(const timeline::Timeline& timeline,
                                             EnsureProperty ensure_property);

// The names that run_report takes, in the order of METRICS section 3.
const std::vector<std::string_view>& report_names();

// What is wrong with the options, naming the field of a ReportRequest by its pointer ("/from"), or
// nothing.
Result<void> check_options(const Options& options);

// not_found `error.metrics_unknown_report` with `name` and `nearest`, or, when nothing is near,
// `error.metrics_no_such_report` with `name`.
Error unknown_report(std::string_view name);

// wire::ReportOf as an object: the same for command line, API and page. Error: unknown_report.
// `breakdown`: list of {"value" (null unless kind is "value"), "kind": value|absent|other,
// "customers", "data"}; E is the whole store's in each of them.
Result<boost::json::object> run_report(const Engine& engine, std::string_view name,
                                       const Options& options);

}  // namespace vafa::metrics
