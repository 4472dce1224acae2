#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "commerce/types.h"

namespace vafa::ingest {

// What stands where a customer should.
enum class Nobody : std::uint8_t {
    none,   // a customer
    blank,  // nothing, "0", "-"
    unnamed,  // "guest", «ناشناس», «Покупатель»: nobody in particular; an id beside it counts
    walk_in,  // "Walk-in", «مشتری حضوری», «Розничный покупатель»: many people, whatever the id
};
Nobody nobody_in(std::string_view text);

// Orders, by what stood for their customer.
using NobodyCounts = std::map<std::pair<commerce::ProfileKind, std::string>, std::uint64_t>;

// The same for many cells, and which of the words were met how often: all but the blanks, which
// need no mention.
class NobodyWords {
public:
    Nobody check(std::string_view cell);
    // An order whose customer was nobody by this cell.
    void count(commerce::ProfileKind kind, std::string_view cell);
    const NobodyCounts& counted() const { return counted_; }

private:
    std::unordered_map<std::string, Nobody> known_;  // bounded: forgotten when it is full
    NobodyCounts counted_;
};

}  // namespace vafa::ingest
