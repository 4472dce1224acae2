#include "customers/happened.h"

#include <algorithm>
#include <tuple>

#include "customers/sql.h"
#include "platform/sql/session.h"

namespace vafa::customers {
namespace {

HappenedPlace place_of(const Happened& one) { return {one.at, one.what, one.id}; }

// The latest first.
bool before(const HappenedPlace& a, const HappenedPlace& b) {
    return std::tuple(a.at, a.what, a.id) > std::tuple(b.at, b.what, b.id);
}

Happened order_from(const sql::Row& row) {
    Happened order;
    order.id = row.integer(0);
    order.number = row.text(row.is_null(2) ? 1 : 2);
    order.status = row.get<commerce::OrderStatus>(3);
    order.at = row.integer(4);
    order.flags = row.get<std::uint8_t>(5);
    order.currency = row.text(6);
    order.net_minor = row.get<std::optional<std::int64_t>>(7);
    order.refund_minor = row.integer(8);
    return order;
}

void add_orders(sql::Session& session, ProfileId profile, std::vector<Happened>& all) {
    session.rows(queries::told_orders, {{"profile", profile.value}, {"limit", kMaxHappened}},
                 [&](const sql::Row& row) {
                     Happened order = order_from(row);
                     const auto changed =
                         changed_at(order.at, row.integer(9), order.status, order.refund_minor);
                     all.push_back(order);
                     if (!changed) return;
                     order.what = What::order_change;
                     order.at = *changed;
                     all.push_back(std::move(order));
                 });
}

std::vector<std::string> names_of(const commerce::CustomerFields& fields) {
    std::vector<std::string> names;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) names.emplace_back(name);
    };
    add("name", fields.name);
    add("email", fields.email);
    add("phone", fields.phone);
    add("city", fields.city);
    add("country", fields.country);
    for (const auto& [name, value] : fields.traits) names.push_back(name);
    return names;
}

void add_words(sql::Session& session, ProfileId profile, std::vector<Happened>& all) {
    session.rows(queries::told_words, {{"profile", profile.value}, {"limit", kMaxHappened}},
                 [&](const sql::Row& row) {
                     if (row.is_null(2)) return;
                     const auto fields = commerce::decode_fields(row.text(2));
                     if (fields.has_error()) return;
                     Happened told;
                     told.what = What::profile;
                     told.at = row.integer(0);
                     told.id = row.integer(1);
                     told.fields = names_of(*fields);
                     all.push_back(std::move(told));
                 });
}

void add_consents(sql::Session& session, CustomerId customer, std::vector<Happened>& all) {
    for (const auto& word : commerce::consents_of(session, customer, commerce::kShownConsents)) {
        Happened said;
        said.what = What::consent;
        said.at = word.at;
        said.id = word.id;
        said.channel = word.channel;
        said.granted = word.granted;
        said.source = word.source;
        all.push_back(std::move(said));
    }
}

void add_notes(sql::Session& session, ProfileId profile, std::vector<Happened>& all) {
    for (Note& note : notes_of(session, profile, kMaxHappened)) {
        Happened written;
        written.what = What::note;
        written.at = note.created_at;
        written.id = note.id.value;
        written.note = std::move(note);
        all.push_back(std::move(written));
    }
}

}  // namespace

std::optional<TimeMs> changed_at(TimeMs ordered_at, commerce::Version version,
                                 commerce::OrderStatus status, std::int64_t refund_minor) {
    using enum commerce::OrderStatus;
    const TimeMs modified = version / 16;
    const bool told =
        refund_minor > 0 || status == cancelled || status == refunded || status == failed;
    if (!told || modified <= ordered_at) return std::nullopt;
    return modified;
}

std::vector<Happened> happened_to(sql::Session& session, CustomerId customer) {
    std::vector<Happened> all;
    for (const ProfileId profile : profiles_of(session, customer)) {
        add_orders(session, profile, all);
        add_words(session, profile, all);
        add_notes(session, profile, all);
    }
    add_consents(session, customer, all);
    std::sort(all.begin(), all.end(), [](const Happened& a, const Happened& b) {
        return before(place_of(a), place_of(b));
    });
    return all;
}

HappenedPage page_of(const std::vector<Happened>& all, const std::optional<HappenedPlace>& after,
                     std::size_t limit) {
    auto at = all.begin();
    if (after) {
        at = std::partition_point(all.begin(), all.end(), [&](const Happened& one) {
            return !before(*after, place_of(one));
        });
    }
    const auto count = std::min(limit, static_cast<std::size_t>(all.end() - at));
    const auto end = at + static_cast<std::ptrdiff_t>(count);
    HappenedPage page{{at, end}, std::nullopt};
    if (end != all.end() && count > 0) page.next = place_of(*(end - 1));
    return page;
}

}  // namespace vafa::customers
