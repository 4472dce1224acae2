#include "app/render/model_pages.h"

#include <boost/json.hpp>
#include <functional>

#include "platform/json/json.h"

namespace vafa::render {
namespace {

namespace js = boost::json;

std::string text_or_nothing(const js::value& value) {
    return value.is_string() ? std::string(value.get_string()) : std::string(kNothing);
}

// One column of a table or CSV: where it stands in a row's object, as in "p_alive.low".
struct Column {
    std::string_view path;
    std::string_view title_key;
    std::function<std::string(const Words&, const js::value&)> show;
};

js::value at(const js::value& row, std::string_view path) {
    js::value here = row;
    while (!path.empty()) {
        const auto dot = std::min(path.find('.'), path.size());
        const auto* object = here.if_object();
        if (object == nullptr) return nullptr;
        const auto* member = object->if_contains(path.substr(0, dot));
        if (member == nullptr) return nullptr;
        here = js::value(*member);
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return here;
}

std::string as_text(const Words&, const js::value& value) { return text_or_nothing(value); }
std::string as_day(const Words& words, const js::value& value) {
    return value.is_null() ? std::string(kNothing) : words.label(text_or_nothing(value));
}
std::string as_count(const Words& words, const js::value& value) { return words.count(value); }
std::string as_share(const Words& words, const js::value& value) { return words.share(value); }
std::string as_money(const Words& words, const js::value& value) { return words.money(value); }
std::string as_number(const Words& words, const js::value& value) {
    return words.decimal(value, 2);
}
std::string as_parameter(const Words& words, const js::value& value) {
    return words.decimal(value, 4);
}

const std::vector<Column>& columns_of(std::string_view action) {
    static const std::vector<Column> fit = {
        {"name", "models.parameter", as_text},
        {"value", "models.value", as_parameter},
        {"standard_error", "models.standard_error", as_parameter}};
    static const std::vector<Column> compare = {
        {"fit.model", "models.model", as_text},
        {"judgement.expected", "models.expected", as_number},
        {"judgement.actual", "models.actual", as_number},
        {"judgement.bias", "models.bias", as_share},
        {"judgement.mean_absolute_error", "models.mean_absolute_error", as_parameter},
        {"judgement.root_mean_square_error", "models.root_mean_square_error", as_parameter},
        {"judgement.calibration_error", "models.calibration_error", as_parameter},
        {"judgement.log_score", "models.log_score", as_parameter}};
    static const std::vector<Column> predict = {
        {"customer", "models.customer", as_text},
        {"x", "models.x", as_number},
        {"t_x", "models.t_x", as_number},
        {"T", "models.T", as_number},
        {"p_alive.value", "models.p_alive", as_share},
        {"expected_purchases.value", "models.expected_purchases", as_number},
        {"expected_purchases.low", "models.low", as_number},
        {"expected_purchases.high", "models.high", as_number},
        {"expected_value_minor.value", "models.expected_value", as_money},
        {"dert.value", "models.dert", as_number},
        {"next_order.value", "models.next_order", as_day}};
    static const std::vector<Column> score = {
        {"customers", "models.customers", as_count},
        {"expected_value_minor", "models.expected_value", as_money},
        {"revenue_minor", "models.revenue", as_money}};
    return action == "fit"       ? fit
           : action == "compare" ? compare
           : action == "predict" ? predict
                                 : score;
}

// "alpha · source=ads"; customers without a source are "source=–", all others "source=…".
js::string name_of_effect(const js::object& effect) {
    const bool others = effect.at("kind") == "other";
    const std::string value = others ? "…" : text_or_nothing(effect.at("value"));
    return js::string(text_or_nothing(effect.at("parameter")) + " · " +
                      text_or_nothing(effect.at("covariate")) + "=" + value);
}

js::array rows_of(std::string_view action, const js::object& answer) {
    if (action == "predict") return answer.at("customers").as_array();
    if (action == "score") return answer.at("tenths").as_array();
    js::array rows;
    if (action == "compare") {
        rows = answer.at("models").as_array();
        rows.push_back(
            js::object{{"fit", {{"model", "naive"}}}, {"judgement", answer.at("naive")}});
        return rows;
    }
    for (const auto& [name, value] : answer.at("parameters").as_object())
        rows.push_back(js::object{{"name", name},
                                  {"value", value},
                                  {"standard_error", answer.at("standard_errors").at(name)}});
    for (const auto& effect : answer.at("effects").as_array())
        rows.push_back(js::object{{"name", name_of_effect(effect.as_object())},
                                  {"value", effect.at("coefficient")},
                                  {"standard_error", effect.at("standard_error")}});
    return rows;
}

std::string warnings_of(const js::object& fit, const Words& words) {
    std::string text;
    for (const auto& warning : fit.at("warnings").as_array())
        text += "  " + words.text("models.warn_" + text_or_nothing(warning)) + "\n";
    return text.empty() ? text : "\n" + text;
}

std::string after(std::string_view action, const js::object& answer, const Words& words) {
    if (action == "compare")
        return "\n" + words.text("models.best", {{"model", text_or_nothing(answer.at("best"))}}) +
               "\n";
    const auto& fit = action == "fit" ? answer : answer.at("fit").as_object();
    std::string text =
        "\n" +
        words.text("models.fitted",
                   {{"model", text_or_nothing(fit.at("model"))},
                    {"customers", words.count(fit.at("customers"))},
                    {"likelihood", words.decimal(fit.at("log_likelihood"), 2)},
                    {"day", words.label(text_or_nothing(fit.at("calibration_end")))}}) +
        "\n";
    if (action == "score")
        text += words.text("models.slipping",
                           {{"customers", words.count(answer.at("slipping_away"))}}) +
                "\n";
    return text + warnings_of(fit, words);
}

std::string csv_cell(const js::value& value) {
    if (value.is_null()) return {};
    return value.is_string() ? text_or_nothing(value) : js::serialize(value);
}

}  // namespace

std::string models_table(std::string_view action, const js::object& answer, const Words& words,
                         const Terminal& terminal) {
    Table table;
    const auto& columns = columns_of(action);
    for (const auto& column : columns)
        table.column(words.text(column.title_key),
                     &column == &columns.front() ? Align::left : Align::right);
    for (const auto& row : rows_of(action, answer)) {
        std::vector<Cell> cells;
        for (const auto& column : columns)
            cells.push_back({column.show(words, at(row, column.path))});
        table.row(std::move(cells));
    }
    return table.print(terminal) + after(action, answer, words);
}

// Every value has its low and high beside it.
std::string models_csv(std::string_view action, const js::object& answer) {
    std::vector<std::string> paths;
    for (const auto& column : columns_of(action)) {
        const bool of_interval = column.path.ends_with(".value");
        if (column.path.ends_with(".low") || column.path.ends_with(".high")) continue;
        paths.emplace_back(column.path);
        if (!of_interval) continue;
        const std::string stem(column.path.substr(0, column.path.size() - 5));
        paths.push_back(stem + "low");
        paths.push_back(stem + "high");
    }
    std::string csv;
    for (const auto& path : paths) {
        std::string name = path.ends_with(".value") ? path.substr(0, path.size() - 6) : path;
        std::replace(name.begin(), name.end(), '.', '_');
        csv += (&path == &paths.front() ? "" : ",") + name;
    }
    csv += "\n";
    for (const auto& row : rows_of(action, answer)) {
        for (const auto& path : paths)
            csv += (&path == &paths.front() ? "" : ",") + csv_cell(at(row, path));
        csv += "\n";
    }
    return csv;
}

}  // namespace vafa::render
