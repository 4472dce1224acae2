#include "app/report_options.h"

#include <algorithm>

namespace vafa::app {
namespace {

// "/as_of" and "/days/3" are flags "--as-of" and "--days".
Error naming_the_flag(Error error) {
    std::string name = error.field.substr(1, error.field.find('/', 1) - 1);
    std::replace(name.begin(), name.end(), '_', '-');
    return std::move(error).at("--" + name);
}

}  // namespace

Result<metrics::Options> report_options(const std::map<std::string, std::string>& typed,
                                        metrics::Options defaults,
                                        const metrics::PricesOf& prices) {
    boost::json::object document;
    for (const auto& [flag, value] : typed) {
        std::string name = flag;
        std::replace(name.begin(), name.end(), '-', '_');
        document[name] = value;
    }
    auto request = json::decode<metrics::ReportRequest>(document, json::UnknownKeys::refuse,
                                                        json::Texts::as_values);
    if (!request.ok()) return naming_the_flag(std::move(request.errors.front()));
    auto options = metrics::options_of(request.value, std::move(defaults), prices);
    if (options.has_error()) return naming_the_flag(std::move(options).error());
    return options;
}

}  // namespace vafa::app
