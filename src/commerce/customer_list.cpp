#include "commerce/customer_list.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "commerce/customer_match.h"
#include "commerce/orders.h"
#include "commerce/search_index.h"
#include "commerce/shops.h"
#include "commerce/sql.h"
#include "commerce/store.h"

namespace vafa::commerce {
namespace {

constexpr std::int64_t kMaxCounted = 1000;  // of a way's candidates: beyond it, all are "many"
constexpr std::int64_t kMaxByOrder = 20;    // customers found by an order's number

using store::Searched;
using store::TokenPlace;
using Cards = std::vector<CustomerCard>;
using FoundCustomer = Candidate<CustomerCard, CustomerPlace>;

// The ways through the customers, by number: 0 all by id, 1… along a word's tokens, then along a
// facet's customers by id. Each candidate is then held against the whole filter, so that the way
// decides the order and the work, never who is found.
class Ways {
public:
    explicit Ways(const CustomerMatch& match) : match_(match) {}

    bool has(std::int64_t way) const {
        const auto ways = 1 + match_.words().size() + match_.facets().size();
        return way >= 0 && static_cast<std::size_t>(way) < ways;
    }
    const SearchWord* word(std::int64_t way) const {
        const auto index = static_cast<std::size_t>(way) - 1;
        return way > 0 && index < match_.words().size() ? &match_.words()[index] : nullptr;
    }
    const std::string* facet(std::int64_t way) const {
        const auto index = static_cast<std::size_t>(way) - 1 - match_.words().size();
        return way > 0 && index < match_.facets().size() ? &match_.facets()[index] : nullptr;
    }

    // The rarest by a bounded count; between many and many the longest word, as the likely rarer.
    std::int64_t best(sql::Session& session) const {
        if (!has(2)) return has(1) ? 1 : 0;  // nothing to choose
        std::tuple<std::int64_t, std::int64_t, std::int64_t> best{
            std::numeric_limits<std::int64_t>::max(), 0, 0};
        for (std::int64_t way = 1; has(way); ++way) {
            const SearchWord one{{facet(way) ? *facet(way) : std::string()}};
            const SearchWord& counted = word(way) ? *word(way) : one;
            const auto letters = static_cast<std::int64_t>(
                word(way) ? counted.prefixes.front().size() : std::size_t{0});
            best = std::min(
                best, {store::count_answers(session, Searched::customers, counted, kMaxCounted),
                       -letters, way});
        }
        return std::get<2>(best);
    }

    std::vector<CustomerPlace> after(sql::Session& session, const CustomerPlace& place,
                                     std::int64_t limit) const {
        std::vector<CustomerPlace> places;
        if (const SearchWord* along = word(place.way)) {
            for (auto& [token, id] : store::tokens_after(session, Searched::customers, *along,
                                                         {place.token, place.id.value}, limit)) {
                places.push_back({place.way, std::move(token), CustomerId{id}});
            }
            return places;
        }
        const sql::RowFn add = [&](const sql::Row& row) {
            places.push_back({place.way, {}, CustomerId{row.integer(0)}});
        };
        if (const std::string* along = facet(place.way)) {
            session.rows(queries::customers_of_facet,
                         {{"token", *along}, {"before", place.id.value}, {"limit", limit}}, add);
        } else {
            session.rows(queries::newest_customers, {{"before", place.id.value}, {"limit", limit}},
                         add);
        }
        return places;
    }

    CustomerPlace start(std::int64_t way) const {
        constexpr std::int64_t kBeforeAll = std::numeric_limits<std::int64_t>::max();
        return {way, {}, CustomerId{word(way) ? 0 : kBeforeAll}};
    }

private:
    const CustomerMatch& match_;
};

Cards cards_at(sql::Session& session, const std::vector<CustomerPlace>& places) {
    std::vector<std::int64_t> ids;
    for (const CustomerPlace& place : places) ids.push_back(place.id.value);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return customer_cards(session, std::move(ids));
}

// Along a word a customer with several tokens that answer it is met several times: the first
// counts.
bool is_meant(const CustomerCard& card, const CustomerMatch& match, const SearchWord* along,
              const std::string& token) {
    if (!match.fits(card)) return false;
    if (match.words().empty()) return true;
    const Tokens tokens = store::tokens_of(card).tokens;
    if (!match.answers(tokens)) return false;
    return along == nullptr || *first_answer(tokens, *along) == token;
}

std::vector<FoundCustomer> read_candidates(sql::Session& session, const CustomerMatch& match,
                                           const Ways& ways, const CustomerPlace& after,
                                           std::int64_t limit) {
    auto places = ways.after(session, after, limit);
    const Cards cards = cards_at(session, places);
    std::vector<FoundCustomer> found;
    found.reserve(places.size());
    for (CustomerPlace& place : places) {
        const auto card =
            std::lower_bound(cards.begin(), cards.end(), place.id,
                             [](const CustomerCard& each, CustomerId id) { return each.id < id; });
        const bool meant = card != cards.end() && card->id == place.id &&
                           is_meant(*card, match, ways.word(place.way), place.token);
        found.push_back({std::move(place), meant ? std::optional(*card) : std::nullopt});
    }
    return found;
}

// Whose order is called so. Those who answer the text by their tokens are left to their place.
Cards customers_by_order(sql::Session& session, const CustomerMatch& match, std::string_view text) {
    const std::string key = order_key_typed(text);
    if (key.empty()) return {};
    std::vector<ProfileId> profiles;
    for (const Shop& shop : list_shops(session)) {
        session.lookup(queries::orders_by_key, std::vector{key},
                       [&](const sql::Row& row) {
                           if (!row.is_null(2)) profiles.push_back({row.integer(2)});
                       },
                       {{"shop", shop.id.value}});
    }
    Cards cards = customer_cards(session, store::customers_of(session, profiles));
    std::erase_if(cards, [&](const CustomerCard& card) {
        return !match.fits(card) || match.answers(store::tokens_of(card).tokens);
    });
    if (cards.size() > static_cast<std::size_t>(kMaxByOrder)) cards.resize(kMaxByOrder);
    return cards;
}

}  // namespace

Result<CustomerPage> search_customers(sql::Session& session, const CustomerFilter& filter,
                                      const std::optional<CustomerPlace>& after,
                                      std::int64_t limit) {
    const CustomerMatch match(filter);
    if (match.nobody()) return CustomerPage{};
    const Ways ways(match);
    if (after && !ways.has(after->way)) return invalid("error.cursor").at("/cursor");
    Cards first;
    if (!after && !match.words().empty()) first = customers_by_order(session, match, filter.text);
    if (first.size() > static_cast<std::size_t>(limit))
        first.resize(static_cast<std::size_t>(limit));
    const CustomerPlace start = after ? *after : ways.start(ways.best(session));
    CustomerPage page =
        bounded_page<CustomerCard>(start, limit - static_cast<std::int64_t>(first.size()),
                                   [&](const CustomerPlace& place, std::int64_t ask) {
                                       return read_candidates(session, match, ways, place, ask);
                                   });
    page.items.insert(page.items.begin(), std::make_move_iterator(first.begin()),
                      std::make_move_iterator(first.end()));
    return page;
}

}  // namespace vafa::commerce
