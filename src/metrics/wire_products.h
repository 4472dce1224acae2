#pragma once

#include "metrics/insight_types.h"
#include "platform/json/json.h"

namespace vafa::metrics {

BOOST_DESCRIBE_STRUCT(NextProduct, (), (value, customers, median_days))
json::Notes field_notes(const NextProduct*);

namespace wire {

struct ProductFigures {
    std::string value;
    std::int64_t customers = 0, repeat_customers = 0;
    std::optional<double> repeat_purchase_rate;
    std::int64_t year_customers = 0;
    std::optional<double> value_after_year_minor;
    std::vector<NextProduct> next;
};
BOOST_DESCRIBE_STRUCT(ProductFigures, (),
                      (value, customers, repeat_customers, repeat_purchase_rate, year_customers,
                       value_after_year_minor, next))
json::Notes field_notes(const ProductFigures*);

struct Products {
    std::vector<ProductFigures> products, categories;
};
BOOST_DESCRIBE_STRUCT(Products, (), (products, categories))
json::Notes field_notes(const Products*);

}  // namespace wire

wire::Products to_wire(const Products& products, const Options& options);

}  // namespace vafa::metrics
