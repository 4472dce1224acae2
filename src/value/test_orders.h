#pragma once

#include <gtest/gtest.h>
#include <memory>
#include <vector>

#include "commerce/types.h"
#include "models/simulation.h"
#include "timeline/api.h"
#include "value/api.h"

// Tests' stores: orders put straight into a timeline.
namespace vafa::value {

constexpr Day kBegin = 19'000;

class StoreOfOrders {
public:
    void order(std::int64_t customer, Day day, std::int64_t amount, std::int64_t hour = 12) {
        constexpr auto kCompleted = static_cast<std::uint8_t>(commerce::OrderStatus::completed);
        rows_.push_back({customer, TimeMs{day} * kMsPerDay + hour * kMsPerHour, amount,
                         rows_.size() + 1, kCompleted, false});
    }

    // Of all orders from here on.
    void source(const std::string& name) { sources_.push_back({rows_.size() + 1, name}); }

    // Customers of `simulation` from id `first` on, all born on the first day.
    void simulate(const models::Simulation& simulation, std::int64_t first, std::int64_t customers,
                  Rng& rng) {
        for (std::int64_t customer = first; customer < first + customers; ++customer) {
            for (const auto day : models::purchase_days(simulation, 728, rng))
                order(customer, kBegin + static_cast<Day>(day), 100);
        }
    }

    // Customers of a known MBG/NBD, born over 300 days, who are watched for two years.
    void simulate(std::int64_t customers, Rng& rng) {
        models::Simulation simulation{models::Model::mbgnbd, {0.9, 8, 0.8, 2.5}};
        for (std::int64_t customer = 1; customer <= customers; ++customer) {
            const auto days = models::purchase_days(simulation, 728, rng);
            const Day birth = kBegin + static_cast<Day>(customer % 300);
            for (const auto day : days)
                if (birth + static_cast<Day>(day) <= kBegin + 728)
                    order(customer, birth + static_cast<Day>(day),
                          static_cast<std::int64_t>(1000 * rng.gamma(6, 0.1)));
        }
        order(0, kBegin + 728, 1);  // the data end
    }

    const metrics::Engine& engine() {
        timeline_ = std::make_unique<timeline::Timeline>(TimeZone{}, 2);
        EXPECT_TRUE(timeline_->append("order", rows_).has_value());
        timeline_->merge();
        load_sources();
        engine_ = metrics::make_timeline_engine(*timeline_,
                                                [](const std::string&) { return Result<void>(); });
        return *engine_;
    }
    Store store() { return {engine(), {}, clock_}; }

private:
    void load_sources() {
        std::size_t place = 0, source = 0;
        const auto loaded = timeline_->load_property(
            "order", "source", [&](timeline::Timeline::PropertyValue& value) -> Result<bool> {
                if (sources_.empty() || place == rows_.size()) return false;
                const auto& row = rows_[place++];
                while (source + 1 < sources_.size() && sources_[source + 1].first <= row.subject)
                    ++source;
                value = {row.profile, row.at, row.subject, sources_[source].second};
                return true;
            });
        EXPECT_TRUE(loaded.has_value());
    }

    std::vector<timeline::Row> rows_;
    std::vector<std::pair<std::uint64_t, std::string>> sources_;
    std::unique_ptr<timeline::Timeline> timeline_;
    std::unique_ptr<metrics::Engine> engine_;
    FixedClock clock_{0};
};

}  // namespace vafa::value
