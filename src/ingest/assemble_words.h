#pragma once

#include <span>

#include "commerce/words.h"
#include "ingest/assemble.h"

namespace vafa::ingest {

// The rows about one customer or product, in their order of arrival, to what the import says of it:
// of each field the word of the row of the greatest modified time, of equals the last. Without such
// times it is said as of `said_at`. Pure; `rows` is never empty.
commerce::CustomerFact assemble_customer(std::span<const StagedRow> rows,
                                         const AssembleRules& rules, TimeMs said_at);
// Prices without a known currency are left out.
commerce::ProductFact assemble_product(std::span<const StagedRow> rows, const AssembleRules& rules,
                                       TimeMs said_at);

}  // namespace vafa::ingest
