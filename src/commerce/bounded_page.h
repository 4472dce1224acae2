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

// `read(place, n)`: at most n candidates after `place`, in the list's order; fewer than n is the
// list's end.
template <class Item, class Place, class Read>
PageOf<Item, Place> bounded_page(Place place, std::int64_t limit, const Read& read) {
    constexpr std::int64_t kGrowth = 4;
    PageOf<Item, Place> page;
    std::int64_t looked = 0;
    for (std::int64_t ask = limit + 1; ask > 0;
         ask = std::min(kGrowth * ask, kMaxLooked - looked)) {
        std::vector<Candidate<Item, Place>> candidates = read(place, ask);
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
    }
    page.next = std::move(place);
    return page;
}

}  // namespace vafa::commerce
