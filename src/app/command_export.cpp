#include "app/commands.h"
#include "app/live_store.h"
#include "platform/files/reader.h"

namespace vafa::app {
namespace {

// Standard output is the client's, not this process's: the file is made beside and sent.
Result<void> send_export(const Context& context, const LiveStore& store,
                         const history::History& history, history::ExportFormat format) {
    const auto file = store.path() / ("export-" + std::to_string(context.entropy()) + ".part");
    auto done = history.export_events(format, file.string());
    if (done.has_value()) {
        done = [&]() -> Result<void> {
            VAFA_TRY(auto reader, files::Reader::open(file));
            std::vector<char> piece(1 << 16);
            while (!context.interrupted()) {
                VAFA_TRY(const std::size_t got, reader.read(piece));
                if (got == 0) return {};
                context.out({piece.data(), got});
            }
            return Error{ErrorCode::cancelled, "error.interrupted"};
        }();
    }
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    return done;
}

Result<void> run(const Context& context, const ExportArguments& arguments) {
    VAFA_TRY(const auto store, LiveStore::of(context, arguments.data, LiveStore::Access::read));
    VAFA_TRY(const history::History* history, store->history());
    const auto format =
        arguments.format == "csv" ? history::ExportFormat::csv : history::ExportFormat::parquet;
    const std::string output = arguments.output.empty() ? "-" : arguments.output;
    if (output == "-" && context.store) return send_export(context, *store, *history, format);
    return history->export_events(format, context.file(output));
}

}  // namespace

int export_events(const Context& context, const ExportArguments& arguments) {
    const auto done = run(context, arguments);
    return context.finish(done);
}

}  // namespace vafa::app
