#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/fields.h"

namespace vafa::ingest {

enum class TraitOwner : std::uint8_t { order, customer };

inline constexpr std::size_t kMaxTraits = 100;  // different ones of one import
inline constexpr std::size_t kMaxTraitNameBytes = 100;
inline constexpr std::size_t kMaxTraitBytes = 500;

// The names of an import's traits; staged rows say a trait by its place here.
struct TraitName {
    TraitOwner owner = TraitOwner::order;
    std::string name;
    bool operator==(const TraitName&) const = default;
};
using TraitTable = std::vector<TraitName>;

// Fields that are traits of the customer stand first in every table.
inline constexpr std::array kTraitFields = {Field::region, Field::address,  Field::zip,
                                            Field::gender, Field::birthday, Field::locale,
                                            Field::tags};
inline constexpr std::size_t kTagsPlace = kTraitFields.size() - 1;
static_assert(kTraitFields[kTagsPlace] == Field::tags);
TraitTable standard_traits();
// Its place, added where it is new; kMaxTraits: the table is full.
std::size_t place_in(TraitTable& table, const TraitName& trait);

// A row's traits in one text, without cost where there are none.
void append_trait(std::string& packed, std::size_t place, std::string_view value);

struct PackedTrait {
    std::size_t place = 0;
    std::string_view value;
};
// Takes the first off `packed`; false at the end or where append_trait did not write.
bool take_trait(std::string_view& packed, PackedTrait& trait);

}  // namespace vafa::ingest
