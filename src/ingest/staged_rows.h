#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "commerce/types.h"
#include "ingest/staged_row.h"
#include "ingest/staged_traits.h"

// What rows about one thing say together: of each word the first row that says something.
namespace vafa::ingest {

using RowsOfOne = std::span<const StagedRow* const>;

std::string_view first_text(RowsOfOne rows, StagedText text);
// Without traits.
commerce::CustomerFields customer_fields_of(RowsOfOne rows);
// Tags unite over the rows as late as the first that says some: lists of members often have a row a
// list.
std::vector<std::pair<std::string, std::string>> traits_of(RowsOfOne rows, const TraitTable& table,
                                                           TraitOwner owner);
std::vector<commerce::Consent> consents_of(RowsOfOne rows, const std::vector<std::string>& files);

}  // namespace vafa::ingest
