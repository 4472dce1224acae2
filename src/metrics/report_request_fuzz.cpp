#include <cstdint>
#include <string_view>

#include "metrics/definition.h"
#include "metrics/report_request.h"
#include "platform/rest/input.h"

// Any query is refused field by field or becomes options that have a definition.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vafa;
    const auto query = rest::parse_query({reinterpret_cast<const char*>(data), size});
    if (query.has_error()) return 0;
    const auto request = json::decode<metrics::ReportRequest>(*query, json::UnknownKeys::refuse,
                                                              json::Texts::as_values);
    for (const auto& error : request.errors) {
        VAFA_ASSERT(error.field.starts_with('/'));
    }
    if (!request.ok()) return 0;
    const auto options = metrics::options_of(request.value, {});
    if (options.has_error()) {
        VAFA_ASSERT(options.error().field.starts_with('/'));
        return 0;
    }
    VAFA_ASSERT(metrics::check_options(*options).has_value());
    for (const auto name : metrics::report_names()) {
        VAFA_ASSERT(!metrics::question_of(name, *options).empty());
    }
    return 0;
}
