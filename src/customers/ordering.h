#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "customers/directory.h"

namespace vafa::customers {

// By name from its beginning, the nameless last; all others the greatest or latest first.
enum class Sort { newest, last_order, orders, spent, name, value, p_alive };

// Where a page ended: behind whom the next one begins, whoever came or went meanwhile.
struct Place {
    std::int64_t key = 0;
    std::string name = {};  // of Sort::name, as name_key makes it
    std::int64_t id = 0;
};

// A name as it is sorted: letters alone, Persian ones in the order of their own alphabet.
std::string name_key(std::string_view name);
// Longer ones are cut: who shares so many letters is told by the id.
inline constexpr std::size_t kMaxNameKey = 64;

// A directory's rows in the order of one sort. Immutable; the directory outlives it.
class Ordering {
public:
    // `names`: one a row of the directory, by Sort::name only.
    Ordering(const Directory& directory, Sort sort, std::vector<std::string> names = {});

    const std::vector<std::uint32_t>& rows() const { return rows_; }
    // The first position behind the place.
    std::size_t after(const Place& place) const;
    Place place_of(std::uint32_t row) const;

private:
    bool before(std::uint32_t row, const Place& place) const;

    const Directory& directory_;
    Sort sort_;
    std::vector<std::string> names_;
    std::vector<std::uint32_t> rows_;
};

}  // namespace vafa::customers
