#include "metrics/api.h"
#include "metrics/claims.h"
#include "metrics/clv_simple.h"
#include "metrics/cohorts.h"
#include "metrics/kinds.h"
#include "metrics/model_scan.h"
#include "metrics/order_values.h"
#include "metrics/orders.h"
#include "metrics/parts.h"
#include "metrics/periods.h"
#include "metrics/products.h"
#include "metrics/repurchase.h"
#include "metrics/retention_rate.h"
#include "metrics/rfm.h"
#include "metrics/seasons.h"
#include "metrics/stage.h"
#include "metrics/summary.h"
#include "metrics/survival.h"

namespace vafa::metrics {
namespace {

class TimelineEngine final : public Engine {
public:
    explicit TimelineEngine(Orders orders) : orders_(std::move(orders)) {}

    std::optional<Day> data_end(const Options& o) const override { return orders_.data_end(o); }
    std::string store_zone() const override { return orders_.timeline().store_zone().name(); }

    Result<Summary> summary(const Options& o) const override {
        return metrics::summary(orders_, o);
    }
    Result<Repurchase> repurchase(const Options& o) const override {
        return metrics::repurchase(orders_, o);
    }
    Result<Cohorts> cohorts(const Options& o) const override {
        return metrics::cohorts(orders_, o);
    }
    Result<Periods> periods(const Options& o) const override {
        return metrics::periods(orders_, o);
    }
    Result<RetentionRate> retention_rate(const Options& o) const override {
        return metrics::retention_rate(orders_, o);
    }
    Result<Survival> survival(const Options& o) const override {
        return metrics::survival(orders_, o);
    }
    Result<Rfm> rfm(const Options& o) const override { return metrics::rfm(orders_, o); }
    Result<Kinds> kinds(const Options& o) const override { return metrics::kinds(orders_, o); }
    Result<Claims> claims(const Options& o) const override { return metrics::claims(orders_, o); }
    Result<Stage> stage(const Options& o) const override { return metrics::stage(orders_, o); }
    Result<Products> products(const Options& o) const override {
        return metrics::products(orders_, o);
    }
    Result<Seasons> seasons(const Options& o) const override {
        return metrics::seasons(orders_, o);
    }
    Result<OrderValues> order_values(const Options& o) const override {
        return metrics::order_values(orders_, o);
    }
    Result<ClvSimple> clv_simple(const Options& o) const override {
        return metrics::clv_simple(orders_, o);
    }
    Result<ModelInputs> model_inputs(const Options& o) const override {
        return metrics::model_inputs(orders_, o);
    }
    Result<void> each_customer(const Options& o, const TakeCustomer& take) const override {
        return metrics::each_customer(orders_, o, take);
    }

    Result<std::vector<Part>> parts(const Options& o) const override {
        VAFA_TRY(auto counts, count_parts(orders_, o));
        std::vector<Part> parts;
        for (auto& count : counts) {
            const Part::Kind kind = count.filter.kind;
            auto engine = std::make_unique<TimelineEngine>(orders_.only(std::move(count.filter)));
            parts.push_back({kind, std::move(count.value), count.customers, std::move(engine)});
        }
        return parts;
    }

private:
    Orders orders_;
};

}  // namespace

std::unique_ptr<Engine> make_timeline_engine(const timeline::Timeline& timeline,
                                             EnsureProperty ensure_property) {
    return std::make_unique<TimelineEngine>(Orders(timeline, std::move(ensure_property)));
}

}  // namespace vafa::metrics
