#include <algorithm>
#include <fmt/format.h>

#include "app/render/report_parts.h"

// Reports about coming back: cohorts, repurchase windows, periods, survival, retention rate.
namespace vafa::render {
namespace {

std::string window_name(const Page& page, const boost::json::object& window) {
    const std::string kind = text_of(window.at("kind"));
    if (kind == "bracket") {
        return page.words.text("report.window_bracket",
                               {{"from", page.words.count(window.at("from"))},
                                {"to", page.words.count(window.at("to"))}});
    }
    return page.words.text("report.window_" + kind,
                           {{"days", page.words.count(window.at("days"))}});
}

// The largest offset shown, so that a row fits the terminal.
std::size_t cells_that_fit(const Terminal& terminal) {
    return static_cast<std::size_t>(std::max(3, (terminal.width - 24) / 8));
}

}  // namespace

void repurchase_page(Page& page, const boost::json::object& data) {
    page.heading("report.repurchase");
    Table table;
    table.column(page.word("report.window"), Align::left);
    table.column(page.word("report.retained"));
    table.column(page.word("report.eligible"));
    table.column(page.word("report.rate"));
    table.column("", Align::left);
    for (const auto& item : list_of(data, "windows")) {
        const auto& window = item.get_object();
        table.row({{window_name(page, window)},
                   {page.words.count(window.at("retained")), Tone::dim},
                   {page.words.count(window.at("eligible")), Tone::dim},
                   {page.words.share(window.at("rate")), Tone::strong},
                   {bar(number_of(window.at("rate")), kBarWidth), Tone::accent}});
    }
    page.table(table);
}

void cohorts_page(Page& page, const boost::json::object& data) {
    page.heading("report.cohorts");
    const auto& cohorts = list_of(data, "cohorts");
    std::size_t longest = 0;
    double warmest = 0;
    for (const auto& item : cohorts) {
        const auto& cells = item.at("cells").get_array();
        longest = std::max(longest, cells.size());
        for (std::size_t k = 1; k < cells.size(); ++k) {
            warmest = std::max(warmest, number_of(cells[k].at("customers")) /
                                            std::max(1.0, number_of(item.at("size"))));
        }
    }
    const std::size_t shown = std::min(longest, cells_that_fit(page.terminal));
    Table table;
    table.column(page.word("report.first_purchase"), Align::left);
    table.column(page.word("report.customers"));
    for (std::size_t k = 1; k < shown; ++k) {
        table.column(page.words.count(static_cast<std::int64_t>(k)));
    }
    for (const auto& item : cohorts) {
        std::vector<Cell> row = {{page.words.label(text_of(item.at("period")))},
                                 {page.words.count(item.at("size")), Tone::strong}};
        const auto& cells = item.at("cells").get_array();
        for (std::size_t k = 1; k < std::min(cells.size(), shown); ++k) {
            const double share =
                number_of(cells[k].at("customers")) / std::max(1.0, number_of(item.at("size")));
            const bool complete = cells[k].at("complete").get_bool();
            row.push_back({page.words.share(share) + (complete ? " " : "*"), Tone::plain,
                           warmest > 0 ? share / warmest : 0.0});
        }
        table.row(std::move(row));
    }
    page.table(table);
    page.sentence("report.incomplete_note");
    if (longest > shown) {
        page.sentence("report.cut_note",
                      {{"shown", page.words.count(static_cast<std::int64_t>(shown - 1))},
                       {"all", page.words.count(static_cast<std::int64_t>(longest - 1))}});
    }
}

void periods_page(Page& page, const boost::json::object& data) {
    page.heading("report.periods");
    double most = 1;
    for (const auto& item : list_of(data, "periods")) {
        most = std::max(most, number_of(item.at("customers")));
    }
    Table table;
    table.column(page.word("report.period"), Align::left);
    for (const auto* key : {"customers", "new", "returning", "resurrected", "dormant"}) {
        table.column(page.word(std::string("report.") + key));
    }
    table.column(page.word("report.revenue"));
    table.column(page.word("report.nrr"));
    table.column("", Align::left);
    for (const auto& item : list_of(data, "periods")) {
        const auto& period = item.get_object();
        const bool complete = period.at("complete").get_bool();
        std::vector<Cell> row = {
            {page.words.label(text_of(period.at("period"))) + (complete ? "" : "*")},
            {page.words.count(period.at("customers")), Tone::strong},
            {page.words.count(period.at("new")), Tone::good},
            {page.words.count(period.at("returning"))},
            {page.words.count(period.at("resurrected"))},
            {page.words.count(period.at("dormant")), Tone::bad},
            {page.words.money_short(period.at("revenue_minor"))},
            {page.words.share(period.at("nrr"))},
            {bar(number_of(period.at("customers")) / most, kBarWidth), Tone::accent}};
        table.row(std::move(row));
    }
    page.table(table);
    page.sentence("report.incomplete_note");
}

void retention_rate_page(Page& page, const boost::json::object& data) {
    page.heading("report.retention_rate");
    page.sentence("report.retention_rate_sentence",
                  {{"window", page.words.count(data.at("window_days"))},
                   {"rate", page.words.share(data.at("retention_rate"))},
                   {"start", page.words.count(data.at("start_customers"))}});
    page.out += "\n";
    std::vector<std::pair<std::string, std::string>> lines;
    for (const auto* key : {"start_customers", "retained_customers", "new_customers",
                            "reactivated_customers", "end_customers"}) {
        lines.emplace_back(page.word(std::string("report.") + key), page.words.count(data.at(key)));
    }
    lines.emplace_back(page.word("report.churn_rate"), page.words.share(data.at("churn_rate")));
    page.figures(lines);
}

void survival_page(Page& page, const boost::json::object& data) {
    page.heading("report.survival");
    page.figures({{page.word("report.survival_events"), page.words.count(data.at("events"))},
                  {page.word("report.survival_censored"), page.words.count(data.at("censored"))},
                  {page.word("report.median_days"), page.words.count(data.at("median_days"))}});
    page.out += "\n";
    Table table;
    table.column(page.word("report.days"));
    table.column(page.word("report.not_yet_back"));
    table.column("±");
    table.column("", Align::left);
    for (const auto& item : list_of(data, "survival")) {
        const auto& point = item.get_object();
        table.row({{page.words.count(point.at("days"))},
                   {page.words.share(point.at("survival")), Tone::strong},
                   {page.words.share(point.at("standard_error")), Tone::dim},
                   {bar(number_of(point.at("survival")), kBarWidth), Tone::accent}});
    }
    page.table(table);
}

}  // namespace vafa::render
