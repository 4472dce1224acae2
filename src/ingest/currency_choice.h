#pragma once

#include <optional>
#include <vector>

#include "base/money.h"
#include "ingest/import_types.h"
#include "ingest/input_file.h"

namespace vafa::ingest {

// The currency of an import's amounts and how many minor units each of them is.
struct CurrencyChoice {
    CurrencyAtTheDoor door;
    bool is_explicit = false;  // by the user: goes before what the rows say
    bool is_named = true;
    bool is_told =
        false;  // by the user, the preset or the files: not the store's for want of better
};

// What outsiders call the unit of the amounts: "EUR"; "IRT" of toman.
std::string unit_name(const CurrencyAtTheDoor& door);
// How many minor units one of it is.
std::int64_t unit_minor(const CurrencyAtTheDoor& door);

// The user's word, the preset's, the files', the store's; and it must be the store's. The files
// tell it by their column of currencies, by words beside their amounts ("1 200 руб.") or in the
// names of the columns of amounts («مبلغ (تومان)»).
Result<CurrencyChoice> choose_currency(const ImportRequest& request,
                                       const std::optional<Currency>& store_currency,
                                       const Preset* preset, const std::vector<InputFile>& files);

}  // namespace vafa::ingest
