#pragma once

#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "commerce/types.h"
#include "metrics/api.h"
#include "metrics/customer_figures.h"
#include "timeline/api.h"

namespace vafa::metrics::test {

inline Day day(std::string_view text) { return parse_day(CalendarKind::gregorian, text).value(); }

// "2024-01-05" (noon) or "2024-01-05T10:30:00Z".
inline TimeMs instant(std::string_view text) {
    const TimeMs midnight = TimeMs{day(text.substr(0, 10))} * kMsPerDay;
    if (text.size() <= 10) return midnight + 12 * kMsPerHour;
    const auto number = [&](std::size_t at) { return std::stoi(std::string(text.substr(at, 2))); };
    return midnight + number(11) * kMsPerHour + number(14) * 60'000 + number(17) * 1000;
}

inline constexpr auto kCompleted = static_cast<std::uint8_t>(commerce::OrderStatus::completed);

// One order as a test says it; customer 0 is nobody.
struct TestOrder {
    std::int64_t customer = 0;
    std::string_view at;
    std::int64_t amount_minor = 0;
    std::uint8_t flags = kCompleted;
    std::map<std::string, std::string> properties = {};
};

// A store of a few orders with its engine.
class TestStore {
public:
    explicit TestStore(const std::vector<TestOrder>& orders, TimeZone zone = {})
        : timeline_(std::make_unique<timeline::Timeline>(std::move(zone), 2)) {
        std::vector<timeline::Row> rows;
        for (const TestOrder& order : orders) {
            const std::uint64_t subject = rows.size() + 1;
            rows.push_back({order.customer, instant(order.at), order.amount_minor, subject,
                            order.flags, false});
            for (const auto& [name, value] : order.properties)
                values_[name].push_back({order.customer, instant(order.at), subject, value});
        }
        EXPECT_TRUE(timeline_->append("order", std::move(rows)).has_value());
        timeline_->merge();
        engine_ = make_timeline_engine(*timeline_,
                                       [this](const std::string& name) { return ensure(name); });
    }

    const Engine& engine() const { return *engine_; }
    timeline::Timeline& timeline() { return *timeline_; }
    CustomerFigures figures(const Options& options = {}) {
        auto found = customer_figures(
            *timeline_, [this](const std::string& name) { return ensure(name); }, options);
        EXPECT_TRUE(found.has_value());
        return std::move(*found);
    }

private:
    Result<void> ensure(const std::string& name) {
        if (timeline_->has_property("order", name)) return {};
        std::size_t at = 0;
        const auto& values = values_[name];
        return timeline_->load_property(
            "order", name, [&](timeline::Timeline::PropertyValue& into) -> Result<bool> {
                if (at == values.size()) return false;
                into = values[at++];
                return true;
            });
    }

    std::unique_ptr<timeline::Timeline> timeline_;
    std::map<std::string, std::vector<timeline::Timeline::PropertyValue>> values_;
    std::unique_ptr<Engine> engine_;
};

// The value, or a test failure naming the error.
template <class T>
T value_of(Result<T> result) {
    if (result.has_value()) return std::move(result).value();
    ADD_FAILURE() << result.error().key;
    return T{};
}

inline Options by_day() {
    Options options;
    options.purchase = PurchaseUnit::day;
    return options;
}

}  // namespace vafa::metrics::test
