#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/fields.h"

namespace vafa::ingest {

// What we know beforehand about a platform's export.
struct Preset {
    struct Column {
        Field field;
        std::vector<std::string_view> headers;  // the first that the file has
    };

    std::string_view name;
    std::vector<Column> columns;
    // Other columns are matched by known names, too: for platforms whose plug-ins differ.
    bool guess_the_rest = false;
    std::string_view currency = {};  // of the data set
    bool words = false;              // no header: fields stand in columns_by_number, blanks between
    std::vector<std::pair<Field, int>> columns_by_number = {};  // from 0
    // Lines whose quantity or price is not positive are adjustments: they are worth nothing.
    bool only_positive_lines = false;
    std::string_view cancelled_prefix = {};  // of the order number
    // Headers that no one else has together: the platform is known without being named.
    std::vector<std::string_view> signature = {};
    // Its published figures count orders worth nothing; so does a new store that begins with it.
    bool counts_zero_value = false;
};

const std::vector<Preset>& presets();
// Error: `error.import_preset`, or `…_did_you_mean`.
Result<const Preset*> find_preset(std::string_view name);
// The platform whose signature the header has; null: none.
const Preset* recognise_preset(std::span<const std::string> header);

}  // namespace vafa::ingest
