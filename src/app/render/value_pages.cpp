#include <algorithm>
#include <fmt/format.h>

#include "app/render/report_parts.h"

// Reports about worth: summary, RFM, order values, simple lifetime value.
namespace vafa::render {
namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;

void purchases_histogram(Page& page, const boost::json::object& histogram) {
    double most = 1;
    for (const auto& [key, value] : histogram) most = std::max(most, number_of(value));
    page.heading("report.customers_by_purchases");
    Table table;
    table.column(page.word("report.purchases"));
    table.column(page.word("report.customers"));
    table.column("", Align::left);
    for (const auto& [key, value] : histogram) {
        table.row({{page.words.label(std::string(key))},
                   {page.words.count(value), Tone::strong},
                   {bar(number_of(value) / most, kBarWidth), Tone::accent}});
    }
    page.table(table);
}

double cell_count(const boost::json::object& cells, int r, int f) {
    double sum = 0;
    for (int m = 1; m <= 5; ++m) {
        if (const auto* cell = cells.if_contains(fmt::format("{}{}{}", r, f, m))) {
            sum += number_of(*cell);
        }
    }
    return sum;
}

// Recency down, frequency across; money is summed over.
void rfm_map(Page& page, const boost::json::object& cells) {
    double most = 1;
    for (int r = 1; r <= 5; ++r) {
        for (int f = 1; f <= 5; ++f) most = std::max(most, cell_count(cells, r, f));
    }
    Table table;
    table.column(page.word("report.rfm_axes"), Align::left);
    for (int f = 1; f <= 5; ++f) table.column("F" + page.words.count(std::int64_t{f}));
    for (int r = 5; r >= 1; --r) {
        std::vector<Cell> row = {{"R" + page.words.count(std::int64_t{r})}};
        for (int f = 1; f <= 5; ++f) {
            const double customers = cell_count(cells, r, f);
            row.push_back({page.words.count(static_cast<std::int64_t>(customers)), Tone::plain,
                           customers / most});
        }
        table.row(std::move(row));
    }
    page.table(table);
}

}  // namespace

void summary_page(Page& page, const boost::json::object& data) {
    const Words& w = page.words;
    page.heading("report.summary");
    if (number_of(data.at("customers")) == 0) return page.sentence("report.no_customers");
    page.sentence("report.summary_sentence", {{"customers", w.count(data.at("customers"))},
                                              {"orders", w.count(data.at("orders"))},
                                              {"revenue", w.money(data.at("revenue_minor"))},
                                              {"rate", w.share(data.at("repeat_purchase_rate"))},
                                              {"from", w.label(text_of(data.at("first_day")))},
                                              {"to", w.label(text_of(data.at("last_day")))}});
    page.out += "\n";
    Lines lines;
    const auto line = [&](const char* key, std::string value) {
        lines.emplace_back(page.word(std::string("report.") + key), std::move(value));
    };
    line("customers", w.count(data.at("customers")));
    line("repeat_customers", w.count(data.at("repeat_customers")));
    line("orders", w.count(data.at("orders")));
    line("anonymous_orders", w.count(data.at("anonymous_orders")));
    line("purchases_per_customer", w.decimal(data.at("purchases_per_customer"), 2));
    line("average_order_value", w.money(data.at("average_order_value_minor")));
    line("revenue_per_customer", w.money(data.at("revenue_per_customer_minor")));
    const auto& gaps = data.at("days_between_purchases").get_object();
    line("median_gap", w.decimal(gaps.at("median"), 1));
    line("mean_gap", w.decimal(gaps.at("mean"), 1));
    const auto& concentration = data.at("concentration").get_object();
    line("top_10_percent_share", w.share(concentration.at("top_10_percent_share")));
    line("top_20_percent_share", w.share(concentration.at("top_20_percent_share")));
    line("gini", w.decimal(concentration.at("gini"), 3));
    page.figures(lines);
    purchases_histogram(page, data.at("customers_by_purchases").get_object());
}

void rfm_page(Page& page, const boost::json::object& data) {
    page.heading("report.rfm", {{"day", page.words.label(text_of(data.at("reference_day")))}});
    rfm_map(page, data.at("cells").get_object());
    page.heading("report.rfm_groups");
    double most = 1;
    for (const auto& item : list_of(data, "groups")) {
        most = std::max(most, number_of(item.at("customers")));
    }
    Table table;
    table.column(page.word("report.group"), Align::left);
    table.column(page.word("report.customers"));
    table.column(page.word("report.revenue"));
    table.column("", Align::left);
    for (const auto& item : list_of(data, "groups")) {
        const auto& group = item.get_object();
        table.row({{page.word("rfm." + text_of(group.at("group")))},
                   {page.words.count(group.at("customers")), Tone::strong},
                   {page.words.money_short(group.at("revenue_minor"))},
                   {bar(number_of(group.at("customers")) / most, kBarWidth), Tone::accent}});
    }
    page.table(table);
}

void order_values_page(Page& page, const boost::json::object& data) {
    page.heading("report.order_values");
    double most = 1;
    for (const auto& item : list_of(data, "ordinals")) {
        if (!item.at("average_value_minor").is_null()) {
            most = std::max(most, number_of(item.at("average_value_minor")));
        }
    }
    Table table;
    table.column(page.word("report.ordinal"));
    table.column(page.word("report.customers"));
    table.column(page.word("report.average_order_value"));
    table.column("", Align::left);
    for (const auto& item : list_of(data, "ordinals")) {
        const auto& value = item.get_object();
        table.row(
            {{page.words.count(value.at("ordinal"))},
             {page.words.count(value.at("customers"))},
             {page.words.money_short(value.at("average_value_minor")), Tone::strong},
             {bar(number_of(value.at("average_value_minor")) / most, kBarWidth), Tone::accent}});
    }
    page.table(table);
}

void clv_simple_page(Page& page, const boost::json::object& data) {
    page.heading("report.clv_simple");
    page.figures(
        {{page.word("report.clv"), page.words.money(data.at("clv_minor"))},
         {page.word("report.average_order_value"),
          page.words.money(data.at("average_order_value_minor"))},
         {page.word("report.purchases_per_year"),
          page.words.decimal(data.at("purchases_per_year"), 2)},
         {page.word("report.yearly_churn"), page.words.share(data.at("yearly_churn_rate"))},
         {page.word("report.lifetime_years"), page.words.decimal(data.at("lifetime_years"), 1)},
         {page.word("report.margin"), page.words.share(data.at("margin"))}});
    if (data.at("lifetime_capped").is_bool() && data.at("lifetime_capped").get_bool()) {
        page.sentence("report.lifetime_capped");
    }
}

}  // namespace vafa::render
