#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

// Pages of lists that are filtered as they are read. The work for a page is bounded: where matches
// are rare a page may be short, even empty, and still have a next place.
namespace vafa::commerce {

inline constexpr std::int64_t kMaxLooked = 400;  // candidates for one page: some 8 ms

template <class Item, class Place>
struct PageOf {
    std::vector<Item> items;
    std::optional<Place> next;  // none: the list ends here
};

template <class Item, class Place>
struct Candidate {
    Place place;
    std::optional<Item> item;  // none: it does not match
};

// How many to look at next: what is still wanted, if matches stay as frequent as they were; where
// none was among the last, four times as many.
inline std::int64_t next_ask(std::int64_t wanted, std::int64_t looked_now, std::int64_t matched) {
    constexpr std::int64_t kGrowth = 4;
    if (matched == 0) return kGrowth * looked_now;
    const std::int64_t expected = (wanted * looked_now + matched - 1) / matched;
    return std::min(expected + expected / 4 + 1, kGrowth * looked_now);
}

// `read(place, n)`: at most n candidates after `place`, in the list's order; fewer than n is the
// list's end.
template <class Item, class Place, class Read>
PageOf<Item, Place> bounded_page(Place place, std::int64_t limit, const Read& read) {
    PageOf<Item, Place> page;
    std::int64_t looked = 0;
    for (std::int64_t ask = limit + 1; ask > 0;) {
        std::vector<Candidate<Item, Place>> candidates = read(place, ask);
        const auto before = static_cast<std::int64_t>(page.items.size());
        for (auto& candidate : candidates) {
            if (candidate.item) {
                if (static_cast<std::int64_t>(page.items.size()) == limit) {
                    page.next = std::move(place);
                    return page;
                }
                page.items.push_back(std::move(*candidate.item));
            }
            place = std::move(candidate.place);
        }
        const auto read_now = static_cast<std::int64_t>(candidates.size());
        if (read_now < ask) return page;
        looked += read_now;
        const auto held = static_cast<std::int64_t>(page.items.size());
        ask = std::min(next_ask(limit + 1 - held, read_now, held - before), kMaxLooked - looked);
    }
    page.next = std::move(place);
    return page;
}

}  // namespace vafa::commerce
