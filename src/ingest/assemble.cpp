#include "ingest/assemble.h"

#include <algorithm>
#include <vector>

#include "ingest/staged_rows.h"

namespace vafa::ingest {

namespace {

using commerce::OrderFact;
using commerce::OrderLine;
using commerce::OrderStatus;
using commerce::ProfileKind;
using Rows = RowsOfOne;
using Amount = std::optional<std::int64_t>;

// A row without a modified time has its predecessor's: platforms leave it out on later lines.
std::vector<const StagedRow*> newest(std::span<const StagedRow> rows) {
    const auto& newest_row =
        *std::max_element(rows.begin(), rows.end(), [](const StagedRow& a, const StagedRow& b) {
            return a[StagedNumber::modified_at] < b[StagedNumber::modified_at];
        });
    const Amount newest_time = newest_row[StagedNumber::modified_at];
    std::uint32_t last_file = 0;
    std::vector<const StagedRow*> kept;
    Amount modified;
    for (const StagedRow& row : rows) {
        if (row[StagedNumber::modified_at]) modified = row[StagedNumber::modified_at];
        if (modified != newest_time) continue;
        kept.push_back(&row);
        last_file = std::max(last_file, row.file);
    }
    std::erase_if(kept, [&](const StagedRow* row) { return row->file != last_file; });
    return kept;
}

// Each row is within kMaxAmountMinor; so is the order, even that of a hostile file.
Amount sum(Rows rows, StagedNumber number) {
    Amount total;
    for (const StagedRow* row : rows) {
        const Amount value = (*row)[number];
        if (!value) continue;
        total = std::clamp(total.value_or(0) + *value, -kMaxAmountMinor, kMaxAmountMinor);
    }
    return total;
}

Amount once(Rows rows, StagedNumber number) {
    Amount first;
    for (const StagedRow* row : rows) {
        const Amount value = (*row)[number];
        if (!value) continue;
        if (first && *first != *value) return sum(rows, number);
        first = value;
    }
    return first;
}

commerce::OrderAmounts amounts_of(Rows rows) {
    commerce::OrderAmounts amounts;
    const bool by_lines = rows.front()->by_lines;
    if (by_lines) amounts.goods = sum(rows, StagedNumber::line_amount);
    amounts.total = once(rows, StagedNumber::total);
    if (!amounts.total) {
        amounts.total =
            by_lines ? once(rows, StagedNumber::amount) : sum(rows, StagedNumber::amount);
    }
    amounts.tax = once(rows, StagedNumber::tax);
    amounts.shipping = once(rows, StagedNumber::shipping);
    amounts.discount = once(rows, StagedNumber::discount);
    if (!amounts.discount) amounts.discount = sum(rows, StagedNumber::line_discount);
    amounts.refund = once(rows, StagedNumber::refund).value_or(0);
    amounts.cost = sum(rows, StagedNumber::cost);
    return amounts;
}

std::optional<OrderLine> line_of(const StagedRow& row) {
    const auto product = row[StagedText::product];
    const auto title = row[StagedText::title];
    const Amount amount = row[row.by_lines ? StagedNumber::line_amount : StagedNumber::amount];
    if (product.empty() && title.empty() && !(row.by_lines && amount)) return std::nullopt;
    return OrderLine{.product = std::string(product.empty() ? title : product),
                     .title = std::string(title),
                     .variant = std::string(row[StagedText::variant]),
                     .category = std::string(row[StagedText::category]),
                     .quantity_milli = row[StagedNumber::quantity_milli],
                     .unit_price_minor = row[StagedNumber::unit_price],
                     .discount_minor = row[StagedNumber::line_discount].value_or(0),
                     .amount_minor = amount};
}

void set_customer(Rows rows, OrderFact& order) {
    order.customer_fields = customer_fields_of(rows);
    for (const StagedRow* row : rows) {
        const auto customer = (*row)[StagedText::customer];
        if (customer.empty()) continue;
        order.customer = {row->customer_kind, std::string(customer)};
        break;
    }
    if (!order.customer) return;
    auto& fields = order.customer_fields;
    const auto& [kind, value] = *order.customer;
    if (kind == ProfileKind::email && fields.email.empty()) fields.email = value;
    if (kind == ProfileKind::phone && fields.phone.empty()) fields.phone = value;
}

void set_time(Rows rows, OrderFact& order) {
    const StagedRow& earliest = **std::min_element(
        rows.begin(), rows.end(),
        [](const StagedRow* a, const StagedRow* b) { return a->ordered_at < b->ordered_at; });
    order.ordered_at = earliest.ordered_at;
    order.day_precision = earliest.day_precision;
    const Amount modified =
        rows.front()->numbers[static_cast<std::size_t>(StagedNumber::modified_at)];
    order.version =
        commerce::make_version(modified.value_or(order.ordered_at), commerce::SourceRank::file);
}

}  // namespace

OrderFact assemble(std::span<const StagedRow> all, const AssembleRules& rules) {
    const auto kept = newest(all);
    const Rows rows = kept;
    OrderFact order;
    order.shop = rules.shop;
    order.import = rules.import;
    order.key = rows.front()->key;
    order.number = first_text(rows, StagedText::number);
    order.currency = rules.currency;
    order.amounts = amounts_of(rows);
    order.coupon = first_text(rows, StagedText::coupon);
    order.source = first_text(rows, StagedText::source);
    if (order.source.empty()) order.source = rules.source;
    set_customer(rows, order);
    set_time(rows, order);
    order.traits = traits_of(rows, rules.traits, TraitOwner::order);
    order.customer_fields.traits = traits_of(rows, rules.traits, TraitOwner::customer);
    order.consents = consents_of(rows, rules.files);
    for (const StagedRow* row : rows) {
        order.test = order.test || row->test;
        if (auto line = line_of(*row)) order.lines.push_back(std::move(*line));
    }
    const auto said = std::find_if(rows.begin(), rows.end(),
                                   [](const StagedRow* row) { return row->status.has_value(); });
    if (said != rows.end()) order.status = *(*said)->status;
    return order;
}

bool has_two_customers(std::span<const StagedRow> rows) {
    std::string_view first;
    for (const StagedRow& row : rows) {
        const auto customer = row[StagedText::customer];
        if (customer.empty() || customer == first) continue;
        if (!first.empty()) return true;
        first = customer;
    }
    return false;
}

}  // namespace vafa::ingest
