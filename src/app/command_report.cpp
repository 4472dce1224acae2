#include "app/commands.h"
#include "app/live_store.h"
#include "app/render/reports.h"
#include "app/report_options.h"
#include "board/api.h"
#include "metrics/api.h"
#include "metrics/report_request.h"
#include "platform/json/json.h"

namespace vafa::app {
namespace {

render::Words words_of(const Context& context, const commerce::Settings& settings) {
    return {context.locale, settings.currency.value_or(Currency{}), settings.show_toman};
}

// Strings under "value" anywhere in the answer: the products among them are shown by their titles.
void collect_values(const boost::json::value& json, std::vector<std::string>& into) {
    if (const auto* list = json.if_array()) {
        for (const auto& item : *list) collect_values(item, into);
    } else if (const auto* object = json.if_object()) {
        for (const auto& [key, value] : *object) {
            if (key == "value" && value.is_string()) into.emplace_back(value.get_string());
            collect_values(value, into);
        }
    }
}

Result<void> answer(const Context& context, const ReportArguments& arguments) {
    VAFA_TRY(const auto store, LiveStore::of(context, arguments.data, LiveStore::Access::read));
    VAFA_TRY(const auto options,
             report_options(arguments.options, metrics::defaults_of(store->settings()), [&] {
                 return store->database().read([](sql::Session& session) {
                     return Result<metrics::PriceIndex>(board::load_prices(session));
                 });
             }));
    VAFA_TRY(const auto view, store->view());
    const auto engine = store->engine(view);
    VAFA_TRY(const auto report, metrics::run_report(*engine, arguments.name, options));
    switch (arguments.format) {
        case Format::json:
            context.out(json::pretty(report));
            break;
        case Format::csv:
            context.out(render::report_csv(report));
            break;
        case Format::table: {
            auto words = words_of(context, view->settings);
            if (arguments.name == "products" || options.break_by == "first_product") {
                std::vector<std::string> keys;
                collect_values(report, keys);
                VAFA_TRY(words.product_titles, store->database().read([&](sql::Session& session) {
                    return Result<decltype(words.product_titles)>(
                        commerce::product_titles(session, keys));
                }));
            }
            context.out(render::report_table(report, words, context.terminal));
            break;
        }
    }
    return {};
}

}  // namespace

int report(const Context& context, const ReportArguments& arguments) {
    const auto done = answer(context, arguments);
    return context.finish(done);
}

}  // namespace vafa::app
