#pragma once

#include <span>
#include <string>
#include <vector>

#include "commerce/types.h"
#include "ingest/staged_row.h"
#include "ingest/staged_traits.h"

namespace vafa::ingest {

struct AssembleRules {
    ShopId shop;
    ImportId import;
    Currency currency;
    std::string source;  // where a row names none
    TraitTable traits = {};
    std::vector<std::string> files = {};  // their names, for the evidence of consents
};

// The rows of one order in their order of arrival, to the order as it stands. Pure. Only the newest
// word counts: rows of the greatest modified time, and of those the rows of the last file. Then
//   lines (by_lines): quantity × unit price each, their sum is the goods; the amount is the total
//   else the amounts of the rows are summed to the total
//   total, tax, shipping, discount, refund: taken once when equal or blank on all rows, else summed
//   cost: summed, unknown where no row says it
//   time: the earliest; customer, status, texts, traits, consents: the first that says something
// `rows` is never empty.
commerce::OrderFact assemble(std::span<const StagedRow> rows, const AssembleRules& rules);

// Two customers in one order: most often the wrong column was taken for the order's number.
bool has_two_customers(std::span<const StagedRow> rows);

}  // namespace vafa::ingest
