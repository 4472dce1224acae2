#include "app/cli_options.h"

#include <CLI/CLI.hpp>

namespace vafa::app {

void add_data(CLI::App& command, const Context& context, std::string& into) {
    command.add_option("--data", into, context.text("cli.data"))->required()->type_name("DIR");
}

void add_format(CLI::App& command, const Context& context, Format& into) {
    static const std::map<std::string, Format> kFormats = {
        {"table", Format::table}, {"json", Format::json}, {"csv", Format::csv}};
    command.add_option("--format", into, context.text("cli.format"))
        ->transform(CLI::CheckedTransformer(kFormats))
        ->type_name("table|json|csv");
}

}  // namespace vafa::app
