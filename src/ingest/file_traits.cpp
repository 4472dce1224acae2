#include "ingest/file_traits.h"

#include <algorithm>

#include "ingest/cells.h"
#include "ingest/header_names.h"
#include "ingest/trait_columns.h"

namespace vafa::ingest {

namespace {

bool has_column(const InputFile& file, const std::string& name) {
    const auto& header = file.shape.header;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (name == "#" + std::to_string(i + 1) || header_key(name) == header_key(header[i])) {
            return true;
        }
    }
    return false;
}

}  // namespace

TraitOptions trait_options(const ImportRequest& request) {
    const bool of_customers = request.kind == ImportKind::customers;
    return {.none = request.no_traits || request.kind == ImportKind::products,
            .unless_told = of_customers ? TraitOwner::customer : TraitOwner::order,
            .owners = request.traits,
            .ignore = request.ignore};
}

Result<void> check_trait_columns(const std::vector<InputFile>& files,
                                 const ImportRequest& request) {
    const auto options = trait_options(request);
    VAFA_CHECK(check_trait_options(options));
    for (const auto& name : columns_named(options)) {
        const bool found = std::any_of(files.begin(), files.end(), [&](const InputFile& file) {
            return has_column(file, name);
        });
        if (found || files.empty()) continue;
        return invalid("error.import_column")
            .with("column", name)
            .with("columns", joined(files.front().shape.header))
            .at("traits");
    }
    return {};
}

void assign_traits(std::vector<InputFile>& files, const ImportRequest& request, TraitTable& table,
                   ImportResult& result) {
    std::uint64_t beyond = 0;
    for (auto& file : files) {
        file.map.traits.clear();
        for (const auto& [column, trait, why] : trait_columns(file.shape.header, file.shape.sample,
                                                              file.map, trait_options(request))) {
            if (why != NoTrait::kept) continue;
            const std::size_t place = place_in(table, trait);
            if (place == kMaxTraits) {
                ++beyond;
                continue;
            }
            file.map.traits.push_back({column, place});
            result.traits.push_back(
                {.file = file.name,
                 .column = trait.name,
                 .owner = trait.owner == TraitOwner::customer ? "customer" : "order"});
        }
    }
    if (beyond > 0) {
        result.notes.push_back({"import.note_traits_over_limit",
                                {{"count", std::to_string(beyond)},
                                 {"limit", std::to_string(kMaxTraits - kTraitFields.size())}}});
    }
}

}  // namespace vafa::ingest
