#include "ingest/routes.h"

#include <iterator>

#include "ingest/fields.h"
#include "ingest/presets.h"
#include "ingest/titles.h"
#include "ingest/wire.h"
#include "platform/rest/route_make.h"

namespace vafa::ingest {

using http::Method;
using rest::Call;
using rest::Permission;

std::vector<rest::Route> routes(ImportJobs* jobs) {
    auto all = upload_routes(jobs);
    for (auto part : {import_routes(jobs), vocabulary_routes()}) {
        std::move(part.begin(), part.end(), std::back_inserter(all));
    }
    return all;
}

Error at_pointer(Error error) {
    if (error.field.empty() || error.field.front() == '/') return error;
    const std::size_t name = error.field.find_first_not_of('-');
    std::string pointer = "/" + (name == std::string::npos ? "" : error.field.substr(name));
    return std::move(error).at(std::move(pointer));
}

std::vector<rest::Route> vocabulary_routes() {
    std::vector<rest::Route> table;
    table.push_back(rest::read_route<rest::Nothing, wire::PresetList>(
        {.method = Method::get,
         .path = "/api/v1/imports/presets",
         .summary = "List the platforms whose order exports are known.",
         .permission = Permission::imports_read},
        [](Call& call, const rest::Nothing&) -> Result<wire::PresetList> {
            wire::PresetList list;
            for (const Preset& preset : presets()) {
                wire::Preset& item = list.items.emplace_back();
                item.name = preset.name;
                item.title = preset_title(call.locale, preset);
                if (!preset.currency.empty()) item.currency = std::string(preset.currency);
                for (const auto& column : preset.columns) {
                    item.fields.emplace_back(field_name(column.field));
                }
            }
            return list;
        }));
    table.push_back(rest::read_route<rest::Nothing, wire::FieldList>(
        {.method = Method::get,
         .path = "/api/v1/imports/fields",
         .summary = "List what a column of an order export can mean.",
         .permission = Permission::imports_read},
        [](Call& call, const rest::Nothing&) -> Result<wire::FieldList> {
            wire::FieldList list;
            for (const auto name : field_names()) {
                list.items.push_back({std::string(name), field_title(call.locale, name)});
            }
            return list;
        }));
    return table;
}

}  // namespace vafa::ingest
