#include "metrics/wire_products.h"

#include "metrics/wire_values.h"

namespace vafa::metrics {

json::Notes field_notes(const NextProduct*) {
    return {"NextProduct",
            {{.name = "value", .text = "What was bought second; \"\" is unknown."},
             {.name = "customers", .text = "Customers who did."},
             {.name = "median_days", .text = "Median days between the two purchases."}}};
}

namespace wire {

json::Notes field_notes(const ProductFigures*) {
    return {
        "ProductFigures",
        {{.name = "value", .text = "Key of the product, or name of the category, first bought."},
         {.name = "customers", .text = "Customers who began with it."},
         {.name = "repeat_customers", .text = "Those of them who bought again."},
         {.name = "repeat_purchase_rate", .text = "repeat_customers / customers."},
         {.name = "year_customers", .text = "Those whose first year is over."},
         {.name = "value_after_year_minor",
          .text = "Their average revenue in that year, in minor units; null without any."},
         {.name = "next", .text = "The five commonest second purchases."}}};
}

json::Notes field_notes(const Products*) {
    return {"ProductsData",
            {{.name = "products", .text = "The twenty commonest first products."},
             {.name = "categories", .text = "The twenty commonest first categories."}}};
}

namespace {

ProductFigures product_figures(const metrics::ProductFigures& f) {
    return {.value = f.value,
            .customers = f.customers,
            .repeat_customers = f.repeat_customers,
            .repeat_purchase_rate = f.repeat_purchase_rate,
            .year_customers = f.year_customers,
            .value_after_year_minor = decimal(f.value_after_year_minor),
            .next = f.next};
}

}  // namespace
}  // namespace wire

wire::Products to_wire(const Products& products, const Options&) {
    return {wire::list<wire::ProductFigures>(products.products, wire::product_figures),
            wire::list<wire::ProductFigures>(products.categories, wire::product_figures)};
}

}  // namespace vafa::metrics
