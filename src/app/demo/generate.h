#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "app/demo/catalog.h"
#include "base/calendar.h"
#include "base/result.h"
#include "commerce/types.h"

namespace vafa::demo {

inline constexpr std::int64_t kMaxCustomers = 10'000'000;

struct DemoOptions {
    std::int64_t customers = 3000;
    std::uint64_t seed = 1;
    Market market = Market::europe;
    Day last_day = 0;  // orders end here
    int days = 1100;   // and begin that many days earlier
    bool plain = false;
    std::optional<Currency> currency = {};  // instead of the market's own, figure by figure
};

// The one model behind `plain`: Pareto/NBD (Schmittlein, Morrison, Colombo 1987; rates per day)
// with gamma-gamma spend (Fader & Hardie 2013). No seasons, discounts, refunds or cancellations: a
// value model fitted to it should find these numbers. Purchases are so slow that two on one day,
// which are one to a model of customer-days, are rare.
struct PlainParameters {
    double r = 0.8, alpha_days = 180.0;  // purchases: λ ~ Gamma(r, alpha)
    double s = 0.7, beta_days = 120.0;   // drop-out: μ ~ Gamma(s, beta)
    double p = 6.0, q = 4.0, v = 16.0;   // spend: see gamma-gamma; in major units × spend_scale
    double spend_scale = 1.0;
};
PlainParameters plain_parameters(Market market);

// Makes the whole store, customer by customer, the same for the same options; every fact has the
// shop's id, a key unique in it, and `source` "demo" traits. `emit` may refuse and so end it.
Result<void> generate(const DemoOptions& options, const TimeZone& zone, ShopId shop,
                      const std::function<Result<void>(commerce::OrderFact)>& emit);

}  // namespace vafa::demo
