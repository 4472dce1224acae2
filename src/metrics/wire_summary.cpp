#include "metrics/wire_summary.h"

#include "metrics/wire_values.h"

namespace vafa::metrics {

json::Notes field_notes(const GapFigures*) {
    return {"PurchaseGaps",
            {{.name = "gaps", .text = "Pairs of purchases of one customer that follow each other."},
             {.name = "mean", .text = "Their mean in days; null without gaps."},
             {.name = "median", .text = "Their median in days; null without gaps."},
             {.name = "mean_of_customer_means",
              .text = "Mean over customers of each one's mean gap, in days; null without gaps."}}};
}

json::Notes field_notes(const Concentration*) {
    return {"RevenueConcentration",
            {{.name = "top_10_percent_share",
              .text = "Share of revenue from the tenth of customers who bring most (rounded up); "
                      "null without revenue."},
             {.name = "top_20_percent_share", .text = "The same of a fifth of customers."},
             {.name = "gini", .text = "Gini coefficient of revenue over customers: 0 is even."}}};
}

namespace wire {

json::Notes field_notes(const Summary*) {
    return {
        "SummaryData",
        {{.name = "customers", .text = "Customers with a purchase in range."},
         {.name = "orders", .text = "Their counted orders in range."},
         {.name = "anonymous_orders", .text = "Counted orders in range without a customer."},
         {.name = "purchases", .text = "Orders, or days with orders, as `purchase` says."},
         {.name = "revenue_minor", .text = "Revenue of `orders`, in minor units of `currency`."},
         {.name = "currency", .text = "The store's currency (ISO 4217)."},
         {.name = "first_day", .text = "Day of the first of `orders`; null without one."},
         {.name = "last_day", .text = "Day of the last of `orders`; null without one."},
         {.name = "repeat_customers", .text = "Customers with two purchases or more in range."},
         {.name = "repeat_purchase_rate", .text = "repeat_customers / customers."},
         {.name = "purchases_per_customer", .text = "purchases / customers."},
         {.name = "average_order_value_minor", .text = "revenue_minor / orders, minor units."},
         {.name = "average_purchase_value_minor",
          .text = "revenue_minor / purchases, minor units."},
         {.name = "revenue_per_customer_minor", .text = "revenue_minor / customers, minor units."},
         {.name = "customers_by_purchases",
          .text = "Customers by their number of purchases in range: \"1\" to \"9\", then \"10+\"."},
         {.name = "days_between_purchases", .text = "Days between a customer's purchases."},
         {.name = "concentration", .text = "How unevenly customers bring revenue."}}};
}

}  // namespace wire

wire::Summary to_wire(const Summary& s, const Options& options) {
    json::Fields<std::int64_t> by_purchases;
    for (std::size_t i = 0; i < s.customers_by_purchases.size(); ++i) {
        const bool last = i + 1 == s.customers_by_purchases.size();
        by_purchases.items.emplace_back(std::to_string(i + 1) + (last ? "+" : ""),
                                        s.customers_by_purchases[i]);
    }
    return {.customers = s.customers,
            .orders = s.orders,
            .anonymous_orders = s.anonymous_orders,
            .purchases = s.purchases,
            .revenue_minor = s.revenue_minor,
            .currency = options.currency.code,
            .first_day = wire::day(s.first_day, options),
            .last_day = wire::day(s.last_day, options),
            .repeat_customers = s.repeat_customers,
            .repeat_purchase_rate = s.repeat_purchase_rate,
            .purchases_per_customer = s.purchases_per_customer,
            .average_order_value_minor = wire::decimal(s.average_order_value_minor),
            .average_purchase_value_minor = wire::decimal(s.average_purchase_value_minor),
            .revenue_per_customer_minor = wire::decimal(s.revenue_per_customer_minor),
            .customers_by_purchases = std::move(by_purchases),
            .days_between_purchases = s.days_between_purchases,
            .concentration = s.concentration};
}

}  // namespace vafa::metrics
