#include "customers/views.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "commerce/api.h"
#include "commerce/order_views.h"
#include "commerce/totals.h"
#include "commerce/views.h"

namespace vafa::customers {
namespace {

template <class Request>
Filter chosen_by(const Request& request) {
    Filter filter;
    filter.text = trim(request.q.value_or(""));
    filter.city = request.city.value_or("");
    filter.country = request.country.value_or("");
    filter.has_phone = request.has_phone;
    filter.has_email = request.has_email;
    if (request.shop) filter.shop = request.shop->id;
    filter.rfm = request.rfm;
    filter.group = request.group;
    filter.kind = request.kind;
    filter.overdue = request.overdue;
    filter.min_orders = request.min_orders;
    filter.max_orders = request.max_orders;
    filter.min_spent_minor = request.min_spent_minor;
    filter.max_spent_minor = request.max_spent_minor;
    if (request.last_from) filter.last_from = request.last_from->days.first;
    if (request.last_to) filter.last_to = request.last_to->days.last;
    filter.consent = request.consent;
    filter.slipping = request.slipping;
    filter.min_alive_percent = request.min_alive_percent;
    filter.max_alive_percent = request.max_alive_percent;
    filter.min_value_minor = request.min_value_minor;
    filter.max_value_minor = request.max_value_minor;
    return filter;
}

wire::Text text_of(const std::string& word) {
    return word.empty() ? wire::Text() : wire::Text(word);
}

template <class View>
void set_person(View& view, const commerce::CustomerCard& card) {
    view.id = {card.id};
    view.name = text_of(card.fields.name);
    view.email = text_of(card.fields.email);
    view.phone = text_of(card.fields.phone);
    view.key = text_of(key_of(card));
    view.city = text_of(card.fields.city);
    view.country = text_of(card.fields.country);
}

}  // namespace

Filter filter_of(const wire::CustomersRequest& request) { return chosen_by(request); }
Filter filter_of(const wire::ChosenRequest& request) { return chosen_by(request); }

bool needs_directory(const Filter& filter) {
    return filter.rfm || filter.group || filter.kind || filter.overdue || filter.min_orders ||
           filter.max_orders || filter.min_spent_minor || filter.max_spent_minor ||
           filter.last_from || filter.last_to || filter.consent || filter.slipping ||
           filter.min_alive_percent || filter.max_alive_percent || filter.min_value_minor ||
           filter.max_value_minor;
}

std::string key_of(const commerce::CustomerCard& card) {
    for (const commerce::Profile& profile : card.profiles) {
        if (profile.key.kind == commerce::ProfileKind::id) return profile.key.value;
    }
    return {};
}

std::optional<wire::Standing> standing_of(const Directory& directory, std::int64_t id) {
    const Entry* entry = directory.find(id);
    if (entry == nullptr || !entry->is(has::kStanding)) return std::nullopt;
    const auto& limit = directory.risk_after_days[entry->segment];
    return wire::Standing{
        .rfm = Cell{{entry->recency, entry->frequency, entry->monetary}}.to_text(),
        .group = *group_of(*entry),
        .kind = entry->kind,
        .usual_gap_days = entry->orders > 1 ? wire::Amount(entry->usual_gap_days) : wire::Amount(),
        .days_since_last = directory.end - entry->last,
        .overdue_after_days =
            limit ? wire::Amount(static_cast<std::int64_t>(*limit)) : wire::Amount(),
        .overdue = is_overdue(directory, *entry)};
}

std::optional<wire::CustomerScore> score_of(const Directory& directory, CalendarKind calendar,
                                            std::int64_t id) {
    const value::Score* score = directory.scores ? directory.scores->find(id) : nullptr;
    if (score == nullptr) return std::nullopt;
    const value::ScoreHead& head = directory.scores->head();
    const auto day = [&](std::uint16_t ahead) { return day_label(calendar, head.as_of + ahead); };
    wire::CustomerScore view;
    view.as_of = day(0);
    view.horizon_days = head.horizon_days;
    view.p_alive = {score->p_alive, score->p_alive_low, score->p_alive_high};
    view.expected_purchases = {score->purchases, score->purchases_low, score->purchases_high};
    if (head.has_value) {
        view.expected_value_minor = {score->value, score->value_low, score->value_high};
        view.lifetime_value_minor = score->lifetime_value;
    }
    if (score->next_days > 0) {
        view.next_order = {day(score->next_days), day(score->next_low), day(score->next_high)};
    }
    view.slipping = score->is_slipping();
    if (!view.slipping) return view;
    view.p_alive_before = score->p_alive_before;
    view.due_days = score->due_days;
    return view;
}

std::vector<commerce::CustomerCard> cards_of(sql::Session& session,
                                             std::span<const std::int64_t> ids) {
    std::vector<std::int64_t> sorted(ids.begin(), ids.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<commerce::CustomerCard> found = commerce::customer_cards(session, sorted);
    std::unordered_map<std::int64_t, std::size_t> place;
    for (std::size_t i = 0; i < found.size(); ++i) place.emplace(found[i].id.value, i);
    std::vector<commerce::CustomerCard> cards;
    for (const std::int64_t id : ids) {
        const auto at = place.find(id);
        if (at != place.end()) cards.push_back(std::move(found[at->second]));
    }
    return cards;
}

std::vector<wire::CustomerItem> items_of(sql::Session& session, const Directory& directory,
                                         std::span<const std::int64_t> ids) {
    const auto cards = cards_of(session, ids);
    return items_of(session, directory, std::span<const commerce::CustomerCard>(cards));
}

std::vector<wire::CustomerItem> items_of(sql::Session& session, const Directory& directory,
                                         std::span<const commerce::CustomerCard> cards) {
    const commerce::Settings settings = commerce::load_settings(session);
    const auto totals = commerce::totals_of(session, cards, settings.counted);
    std::vector<wire::CustomerItem> items;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        wire::CustomerItem item;
        set_person(item, cards[i]);
        item.totals = commerce::view_of(totals[i], settings);
        item.standing = standing_of(directory, cards[i].id.value);
        item.score = score_of(directory, settings.calendar.calendar, cards[i].id.value);
        items.push_back(std::move(item));
    }
    return items;
}

wire::CustomerDetail detail_of(sql::Session& session, const Directory& directory,
                               const commerce::CustomerCard& card) {
    commerce::wire::Customer view = commerce::customer_view(session, card);
    wire::CustomerDetail detail;
    set_person(detail, card);
    detail.traits = std::move(view.traits);
    detail.profiles = std::move(view.profiles);
    detail.consents = std::move(view.consents);
    detail.totals = std::move(view.totals);
    detail.standing = standing_of(directory, card.id.value);
    detail.score =
        score_of(directory, commerce::load_settings(session).calendar.calendar, card.id.value);
    return detail;
}

}  // namespace vafa::customers
