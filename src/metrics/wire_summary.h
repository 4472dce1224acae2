#pragma once

#include "metrics/types.h"
#include "platform/json/json.h"

namespace vafa::metrics {

BOOST_DESCRIBE_STRUCT(GapFigures, (), (gaps, mean, median, mean_of_customer_means))
BOOST_DESCRIBE_STRUCT(Concentration, (), (top_10_percent_share, top_20_percent_share, gini))
json::Notes field_notes(const GapFigures*);
json::Notes field_notes(const Concentration*);

namespace wire {

struct Summary {
    std::int64_t customers = 0, orders = 0, anonymous_orders = 0, purchases = 0, revenue_minor = 0;
    std::string currency;
    std::optional<std::string> first_day, last_day;
    std::int64_t repeat_customers = 0;
    std::optional<double> repeat_purchase_rate, purchases_per_customer;
    std::optional<double> average_order_value_minor, average_purchase_value_minor,
        revenue_per_customer_minor;
    json::Fields<std::int64_t> customers_by_purchases;
    GapFigures days_between_purchases;
    Concentration concentration;
};
BOOST_DESCRIBE_STRUCT(Summary, (),
                      (customers, orders, anonymous_orders, purchases, revenue_minor, currency,
                       first_day, last_day, repeat_customers, repeat_purchase_rate,
                       purchases_per_customer, average_order_value_minor,
                       average_purchase_value_minor, revenue_per_customer_minor,
                       customers_by_purchases, days_between_purchases, concentration))
json::Notes field_notes(const Summary*);

}  // namespace wire

wire::Summary to_wire(const Summary& summary, const Options& options);

}  // namespace vafa::metrics
