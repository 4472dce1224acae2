#include "commerce/order_views.h"

#include "commerce/route_support.h"
#include "commerce/store.h"
#include "commerce/views.h"

namespace vafa::commerce {
namespace {

CustomerId customer_at(const std::map<std::int64_t, std::int64_t>& customer_of, ProfileId profile) {
    const auto found = customer_of.find(profile.value);
    return found == customer_of.end() ? CustomerId{} : CustomerId{found->second};
}

std::map<std::int64_t, std::int64_t> customers_by_profile(sql::Session& session,
                                                          std::span<const OrderRow> orders) {
    std::vector<ProfileId> profiles;
    for (const OrderRow& order : orders) {
        if (order.profile) profiles.push_back(order.profile);
    }
    return store::customer_of_profiles(session, profiles);
}

}  // namespace

wire::Customer customer_view(sql::Session& session, const CustomerCard& card) {
    const Settings settings = load_settings(session);
    const auto totals = totals_of(session, {&card, 1}, settings.counted);
    const auto consents = consents_of(session, card.id, kShownConsents);
    return view_of(card, consents, view_of(totals.front(), settings));
}

wire::OrdersPage orders_page(sql::Session& session, const OrderFilter& filter,
                             const std::optional<OrderPlace>& before, std::int64_t limit) {
    const OrderPage page = list_orders(session, filter, before, limit);
    const Settings settings = load_settings(session);
    const auto customer_of = customers_by_profile(session, page.items);
    wire::OrdersPage answer;
    for (const OrderRow& row : page.items) {
        answer.items.push_back(
            view_of(row, customer_at(customer_of, row.profile), settings.counted));
    }
    if (page.next) answer.next_cursor = cursor_of(*page.next);
    return answer;
}

wire::Order order_view(sql::Session& session, const OrderCard& card) {
    const auto customer_of = customers_by_profile(session, {&card.row, 1});
    return view_of(card, customer_at(customer_of, card.row.profile),
                   load_settings(session).counted);
}

}  // namespace vafa::commerce
