#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string_view>

#include "ingest/fields.h"

namespace vafa::ingest {

// What the rows of an import's files are.
enum class ImportKind : std::uint8_t { orders, customers, products };
BOOST_DESCRIBE_ENUM(ImportKind, orders, customers, products)

std::string_view word_of(ImportKind kind);  // as an import's record has it
std::optional<ImportKind> import_kind(std::string_view word);

// Whether a column of such a file can mean the field.
bool has_field(ImportKind kind, Field field);
// As header_rank, with the names that mean something else in such a file.
std::size_t header_rank(ImportKind kind, Field field, std::string_view key);

}  // namespace vafa::ingest
