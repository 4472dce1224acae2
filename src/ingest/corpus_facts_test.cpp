#include "ingest/corpus_facts.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace vafa::ingest::corpus {

namespace {

constexpr std::array kStatuses = {"pending",   "paid",     "fulfilled", "completed",
                                  "cancelled", "refunded", "failed",    "deleted"};

js::value amount(const std::optional<std::int64_t>& minor) {
    return minor ? js::value(*minor) : js::value(nullptr);
}

js::object texts(const std::vector<std::pair<std::string, std::string>>& pairs) {
    js::object object;
    for (const auto& [name, value] : pairs) object[name] = value;
    return object;
}

js::object described(const commerce::OrderLine& line) {
    return {{"product", line.product},
            {"title", line.title},
            {"variant", line.variant},
            {"category", line.category},
            {"quantity_milli", amount(line.quantity_milli)},
            {"unit_price", amount(line.unit_price_minor)},
            {"discount", line.discount_minor},
            {"amount", amount(line.amount_minor)}};
}

void add_amounts(js::object& order, const commerce::OrderAmounts& amounts) {
    order["goods"] = amount(amounts.goods);
    order["discount"] = amount(amounts.discount);
    order["shipping"] = amount(amounts.shipping);
    order["tax"] = amount(amounts.tax);
    order["total"] = amount(amounts.total);
    order["refund"] = amounts.refund;
    order["cost"] = amount(amounts.cost);
    order["net"] = amount(commerce::net_revenue_minor(amounts));
}

}  // namespace

js::object described(const commerce::CustomerFields& fields) {
    return {{"name", fields.name},       {"email", fields.email},
            {"phone", fields.phone},     {"city", fields.city},
            {"country", fields.country}, {"customer_traits", texts(fields.traits)}};
}

js::object described(const commerce::OrderFact& fact, const TimeZone& zone) {
    js::object order = described(fact.customer_fields);
    order["key"] = fact.key;
    order["number"] = fact.number;
    order["customer"] = fact.customer ? js::value(fact.customer->value) : js::value(nullptr);
    const Day day = zone.local_day(fact.ordered_at);
    std::string at = day_label(CalendarKind::gregorian, day);
    if (!fact.day_precision) {
        const auto local = fact.ordered_at + zone.offset_at(fact.ordered_at);
        const auto minutes = local % kMsPerDay / 60'000;
        at += fmt::format(" {:02}:{:02}", minutes / 60, minutes % 60);
    }
    order["at"] = at;
    order["status"] = kStatuses.at(static_cast<std::size_t>(fact.status));
    order["test"] = fact.test;
    order["currency"] = fact.currency.code;
    add_amounts(order, fact.amounts);
    order["coupon"] = fact.coupon;
    order["source"] = fact.source;
    js::array lines, consents;
    for (const auto& line : fact.lines) lines.emplace_back(described(line));
    for (const auto& consent : fact.consents) {
        consents.push_back(
            {{"channel", consent.channel == commerce::Channel::email ? "email" : "sms"},
             {"granted", consent.granted},
             {"file", consent.file},
             {"row", consent.row}});
    }
    order["lines"] = std::move(lines);
    order["consents"] = std::move(consents);
    order["traits"] = texts(fact.traits);
    return order;
}

js::object described(const ImportResult& result) {
    const auto day = [](const std::optional<Day>& d) {
        return d ? js::value(day_label(CalendarKind::gregorian, *d)) : js::value(nullptr);
    };
    return {{"rows", result.rows},
            {"orders", result.orders},
            {"customers", result.customers_added},
            {"anonymous_orders", result.anonymous_orders},
            {"rejected", result.rejected},
            {"currency", result.currency.code},
            {"revenue_minor", result.revenue_minor},
            {"first_day", day(result.first_day)},
            {"last_day", day(result.last_day)}};
}

bool is_subset(const js::value& expected, const js::value& actual) {
    if (expected.is_object() && actual.is_object()) {
        const auto& has = actual.as_object();
        return std::all_of(expected.as_object().begin(), expected.as_object().end(),
                           [&](const auto& member) {
                               const auto* found = has.if_contains(member.key());
                               return found != nullptr && is_subset(member.value(), *found);
                           });
    }
    if (expected.is_array() && actual.is_array()) {
        const auto& a = expected.as_array();
        const auto& b = actual.as_array();
        return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), is_subset);
    }
    // 3 and 3u are one number.
    return expected == actual || js::serialize(expected) == js::serialize(actual);
}

void expect_subset(const js::value& expected, const js::value& actual, const std::string& at) {
    if (expected.is_object() && actual.is_object()) {
        for (const auto& member : expected.as_object()) {
            const auto* found = actual.as_object().if_contains(member.key());
            expect_subset(member.value(), found != nullptr ? *found : js::value("(absent)"),
                          at + "/" + std::string(member.key()));
        }
        return;
    }
    EXPECT_TRUE(is_subset(expected, actual))
        << at << " is " << js::serialize(actual) << ", expected " << js::serialize(expected);
}

void Recorder::keep(std::span<const commerce::OrderFact> facts) {
    for (const auto& fact : facts) facts_[fact.key] = described(fact, zone_);
}

Result<Outcome> Recorder::apply(std::span<const commerce::OrderFact> facts, const Also& also) {
    keep(facts);
    return next_.apply(facts, also);
}

Result<Outcome> Recorder::apply_ahead(std::span<const commerce::OrderFact> facts,
                                      const Also& also) {
    keep(facts);
    return next_.apply_ahead(facts, also);
}

}  // namespace vafa::ingest::corpus
