#include "ingest/staged_traits.h"

#include <algorithm>
#include <cstring>

#include "base/result.h"

namespace vafa::ingest {

TraitTable standard_traits() {
    TraitTable table;
    for (const Field field : kTraitFields) {
        table.push_back({TraitOwner::customer, std::string(field_name(field))});
    }
    return table;
}

std::size_t place_in(TraitTable& table, const TraitName& trait) {
    const auto found = std::find(table.begin(), table.end(), trait);
    if (found != table.end()) return static_cast<std::size_t>(found - table.begin());
    if (table.size() == kMaxTraits) return kMaxTraits;
    table.push_back(trait);
    return table.size() - 1;
}

// The place in one byte, the size in two, the value.
void append_trait(std::string& packed, std::size_t place, std::string_view value) {
    VAFA_ASSERT(place < kMaxTraits && value.size() <= kMaxTraitBytes);
    const auto size = static_cast<std::uint16_t>(value.size());
    packed.push_back(static_cast<char>(place));
    packed.append(reinterpret_cast<const char*>(&size), sizeof size);
    packed.append(value);
}

bool take_trait(std::string_view& packed, PackedTrait& trait) {
    std::uint16_t size = 0;
    if (packed.size() < 1 + sizeof size) return false;
    trait.place = static_cast<unsigned char>(packed.front());
    std::memcpy(&size, packed.data() + 1, sizeof size);
    packed.remove_prefix(1 + sizeof size);
    if (size > packed.size()) return false;
    trait.value = packed.substr(0, size);
    packed.remove_prefix(size);
    return true;
}

}  // namespace vafa::ingest
