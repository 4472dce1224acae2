#include <algorithm>

#include "app/render/report_parts.h"

// Reports that read the numbers for the owner: kinds, claims, stage, products, seasons.
namespace vafa::render {
namespace {

void stickiness_table(Page& page, const boost::json::array& values, std::string_view title) {
    page.heading(title);
    Table table;
    table.column(page.word("report.first_bought"), Align::left);
    table.column(page.word("report.customers"));
    table.column(page.word("report.repeat_purchase_rate"));
    table.column(page.word("report.value_after_year"));
    table.column(page.word("report.bought_next"), Align::left);
    for (const auto& item : values) {
        const auto& value = item.get_object();
        std::string next;
        for (const auto& following : list_of(value, "next")) {
            if (!next.empty()) break;
            next = page.words.text("report.next_after_days",
                                   {{"value", page.words.product(text_of(following.at("value")))},
                                    {"days", page.words.decimal(following.at("median_days"), 0)}});
        }
        table.row({{page.words.product(text_of(value.at("value")))},
                   {page.words.count(value.at("customers")), Tone::dim},
                   {page.words.share(value.at("repeat_purchase_rate")), Tone::strong},
                   {page.words.money_short(value.at("value_after_year_minor"))},
                   {next, Tone::dim}});
    }
    page.table(table);
}

}  // namespace

void kinds_page(Page& page, const boost::json::object& data) {
    page.heading("report.kinds");
    const auto& loyal = data.at("loyal_share").get_object();
    page.sentence("report.loyal_sentence",
                  {{"customers", page.words.share(loyal.at("customers_share"))},
                   {"revenue", page.words.share(loyal.at("revenue_share"))},
                   {"half", page.words.share(loyal.at("customers_for_half_of_revenue"))}});
    page.out += "\n";
    Table table;
    table.column(page.word("report.kind"), Align::left);
    table.column(page.word("report.customers"));
    table.column(page.word("report.revenue"));
    table.column(page.word("report.revenue_share"));
    table.column("", Align::left);
    for (const auto& item : list_of(data, "kinds")) {
        const auto& kind = item.get_object();
        table.row({{page.word("kind." + text_of(kind.at("kind")))},
                   {page.words.count(kind.at("customers")), Tone::strong},
                   {page.words.money_short(kind.at("revenue_minor"))},
                   {page.words.share(kind.at("revenue_share"))},
                   {bar(number_of(kind.at("revenue_share")), kBarWidth), Tone::accent}});
    }
    page.table(table);
}

void claims_page(Page& page, const boost::json::object& data) {
    page.heading("report.claims");
    Table table;
    table.column(page.word("report.claim"), Align::left);
    table.column(page.word("report.said"));
    table.column(page.word("report.own"));
    table.column(page.word("report.interval"), Align::left);
    for (const auto& item : list_of(data, "claims")) {
        const auto& claim = item.get_object();
        const std::string name = text_of(claim.at("claim"));
        const bool times = name == "returning_convert" || name == "later_orders_larger";
        const auto figure = [&](const boost::json::value& value) {
            return times ? page.words.decimal(value, 2) : page.words.share(value);
        };
        const bool measured = !claim.at("own").is_null();
        const std::string needs = text_of(claim.at("needs"));
        table.row({{page.word("claim." + name)},
                   {figure(claim.at("said")), Tone::dim},
                   {figure(claim.at("own")), Tone::strong},
                   {measured ? figure(claim.at("low")) + " … " + figure(claim.at("high"))
                             : (needs.empty() ? std::string(kNothing) : page.word(needs)),
                    Tone::dim}});
    }
    page.table(table);
}

void stage_page(Page& page, const boost::json::object& data) {
    page.heading("report.stage");
    page.sentence("report.stage_sentence",
                  {{"orders", page.words.count(data.at("orders"))},
                   {"days", page.words.count(data.at("days"))},
                   {"per_day", page.words.decimal(data.at("orders_per_day"), 2)}});
    page.sentence("stage." + text_of(data.at("stage")));
}

void products_page(Page& page, const boost::json::object& data) {
    stickiness_table(page, list_of(data, "categories"), "report.categories");
    stickiness_table(page, list_of(data, "products"), "report.products");
}

void seasons_page(Page& page, const boost::json::object& data) {
    page.heading("report.seasons");
    double most = 1;
    for (const auto& item : list_of(data, "periods")) {
        most = std::max(most, number_of(item.at("revenue_minor")));
    }
    Table table;
    table.column(page.word("report.period"), Align::left);
    table.column(page.word("report.revenue"));
    table.column(page.word("report.year_ago"));
    table.column(page.word("report.change"));
    table.column(page.word("report.loyal_share"));
    table.column("", Align::left);
    for (const auto& item : list_of(data, "periods")) {
        const auto& period = item.get_object();
        const bool down = number_of(period.at("change")) < 0;
        table.row({{page.words.label(text_of(period.at("period"))) +
                    (period.at("complete").get_bool() ? "" : "*")},
                   {page.words.money_short(period.at("revenue_minor")), Tone::strong},
                   {page.words.money_short(period.at("year_ago_revenue_minor")), Tone::dim},
                   {page.words.share(period.at("change")), down ? Tone::bad : Tone::good},
                   {page.words.share(period.at("loyal_share"))},
                   {bar(number_of(period.at("revenue_minor")) / most, kBarWidth), Tone::accent}});
    }
    page.table(table);
    page.sentence("report.incomplete_note");
}

}  // namespace vafa::render
