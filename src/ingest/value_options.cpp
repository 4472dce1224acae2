#include "ingest/value_options.h"

#include <string>

namespace vafa::ingest {

namespace {

Error no_choice(std::string_view value, const char* choices) {
    return invalid("error.config_choice")
        .with("value", std::string(value))
        .with("choices", choices);
}

}  // namespace

Result<void> set_date_order(ImportRequest& request, std::string_view text) {
    if (text.empty()) return {};
    if (text == "days_1904") {
        request.dates_from_1904 = true;
    } else if (text == "dmy") {
        request.date_order = DateOrder::dmy;
    } else if (text == "mdy") {
        request.date_order = DateOrder::mdy;
    } else if (text == "ymd") {
        request.date_order = DateOrder::ymd;
    } else {
        return no_choice(text, "dmy, mdy, ymd, days_1904").at("date_order");
    }
    return {};
}

Result<void> set_decimal(ImportRequest& request, std::string_view text) {
    if (text.empty()) return {};
    if (text != "comma" && text != "point") return no_choice(text, "comma, point").at("decimal");
    request.decimal = text == "comma" ? DecimalMark::comma : DecimalMark::point;
    return {};
}

}  // namespace vafa::ingest
