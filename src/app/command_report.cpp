#include "app/commands.h"
#include "app/data_directory.h"
#include "app/render/reports.h"
#include "app/report_options.h"
#include "metrics/api.h"
#include "platform/json/json.h"

namespace vafa::app {
namespace {

metrics::Options defaults_of(const commerce::Settings& settings) {
    metrics::Options options;
    options.rules = settings.calendar;
    options.include_cancelled = settings.counted.cancelled;
    options.include_unpaid = settings.counted.unpaid;
    options.include_refunded = settings.counted.refunded;
    options.include_zero_value = settings.counted.zero_value;
    options.include_test = settings.counted.test;
    if (settings.margin_basis_points < 10'000) {
        options.margin = static_cast<double>(settings.margin_basis_points) / 10'000.0;
    }
    options.currency = settings.currency.value_or(Currency{});
    return options;
}

render::Words words_of(const Context& context, const commerce::Settings& settings) {
    return {context.locale, settings.currency.value_or(Currency{}), settings.show_toman};
}

Result<void> answer(const Context& context, const ReportArguments& arguments) {
    VAFA_TRY(const auto directory, DataDirectory::open_to_read(context, arguments.data));
    VAFA_TRY(const auto settings, directory->settings());
    VAFA_TRY(const auto options, report_options(arguments.options, defaults_of(settings)));
    VAFA_TRY(const timeline::Timeline* live, directory->timeline());
    const auto engine = metrics::make_timeline_engine(
        *live, [&](const std::string& name) { return directory->ensure_property(name); });
    VAFA_TRY(const auto report, metrics::run_report(*engine, arguments.name, options));
    switch (arguments.format) {
        case Format::json:
            context.out(json::pretty(report));
            break;
        case Format::csv:
            context.out(render::report_csv(report));
            break;
        case Format::table:
            context.out(
                render::report_table(report, words_of(context, settings), context.terminal));
            break;
    }
    return {};
}

}  // namespace

int report(const Context& context, const ReportArguments& arguments) {
    const auto done = answer(context, arguments);
    return done.has_error() ? context.fail(done.error()) : 0;
}

}  // namespace vafa::app
