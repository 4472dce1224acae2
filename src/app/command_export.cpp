#include "app/commands.h"
#include "app/live_store.h"

namespace vafa::app {
namespace {

Result<void> run(const Context& context, const ExportArguments& arguments) {
    VAFA_TRY(const auto store, LiveStore::of(context, arguments.data, LiveStore::Access::read));
    VAFA_TRY(const history::History* history, store->history());
    const auto format =
        arguments.format == "csv" ? history::ExportFormat::csv : history::ExportFormat::parquet;
    return history->export_events(format, arguments.output.empty() ? "-" : arguments.output);
}

}  // namespace

int export_events(const Context& context, const ExportArguments& arguments) {
    const auto done = run(context, arguments);
    return done.has_error() ? context.fail(done.error()) : 0;
}

}  // namespace vafa::app
