#include <cstring>
#include <string>

#include "base/hash.h"
#include "commerce/word_plan.h"

namespace vafa::commerce {
namespace {

// Unambiguous bytes: every text by its length, every optional by its presence. The result is
// stored, so a change here makes every order of the next import look changed once.
class Bytes {
public:
    Bytes() { bytes_.reserve(512); }
    void number(std::int64_t value) {
        char raw[sizeof value];
        std::memcpy(raw, &value, sizeof value);
        bytes_.append(raw, sizeof raw);
    }
    void maybe(const std::optional<std::int64_t>& value) {
        bytes_ += value ? '\1' : '\0';
        if (value) number(*value);
    }
    void text(std::string_view value) {
        number(static_cast<std::int64_t>(value.size()));
        bytes_ += value;
    }
    std::uint64_t hash() const { return hash64(bytes_); }

private:
    std::string bytes_;
};

void add(Bytes& bytes, const OrderAmounts& amounts) {
    for (const auto& part :
         {amounts.goods, amounts.discount, amounts.shipping, amounts.tax, amounts.total}) {
        bytes.maybe(part);
    }
    bytes.number(amounts.refund);
}

void add(Bytes& bytes, const std::vector<std::pair<std::string, std::string>>& traits) {
    bytes.number(static_cast<std::int64_t>(traits.size()));
    for (const auto& [name, value] : traits) {
        bytes.text(name);
        bytes.text(value);
    }
}

void add(Bytes& bytes, const CustomerFields& fields) {
    bytes.text(fields.name);
    bytes.text(fields.email);
    bytes.text(fields.phone);
    bytes.text(fields.city);
    bytes.text(fields.country);
    add(bytes, fields.traits);
}

// Not where it stands: the same word in another file says nothing new.
void add(Bytes& bytes, const Consent& consent) {
    bytes.text("consent");
    bytes.number(static_cast<std::int64_t>(consent.channel) * 2 + (consent.granted ? 1 : 0));
}

// Parts that came later than stored fingerprints: an order without them has the same one as ever.
void add_later_parts(Bytes& bytes, const OrderFact& fact) {
    if (fact.amounts.cost) {
        bytes.text("cost");
        bytes.number(*fact.amounts.cost);
    }
    if (!fact.traits.empty()) {
        bytes.text("traits");
        add(bytes, fact.traits);
    }
    for (const Consent& consent : fact.consents) add(bytes, consent);
}

void add(Bytes& bytes, const OrderLine& line) {
    bytes.text(line.product);
    bytes.text(line.title);
    bytes.text(line.variant);
    bytes.text(line.category);
    bytes.maybe(line.quantity_milli);
    bytes.maybe(line.unit_price_minor);
    bytes.number(line.discount_minor);
    bytes.maybe(line.amount_minor);
}

}  // namespace

std::uint64_t fingerprint(const OrderFact& fact) {
    Bytes bytes;
    bytes.text(fact.number);
    bytes.number(fact.customer ? static_cast<std::int64_t>(fact.customer->kind) : 0);
    if (fact.customer) bytes.text(fact.customer->value);
    add(bytes, fact.customer_fields);
    bytes.number(fact.ordered_at);
    bytes.number(static_cast<std::int64_t>(fact.status) * 4 + (fact.day_precision ? 2 : 0) +
                 (fact.test ? 1 : 0));
    bytes.text(fact.currency.code);
    add(bytes, fact.amounts);
    bytes.text(fact.coupon);
    bytes.text(fact.source);
    bytes.number(static_cast<std::int64_t>(fact.lines.size()));
    for (const OrderLine& line : fact.lines) add(bytes, line);
    add_later_parts(bytes, fact);
    return bytes.hash();
}

std::uint64_t fingerprint(const CustomerFact& fact) {
    Bytes bytes;
    add(bytes, fact.fields);
    for (const Consent& consent : fact.consents) add(bytes, consent);
    return bytes.hash();
}

std::uint64_t fingerprint(const ProductFact& fact) {
    Bytes bytes;
    bytes.text(fact.title);
    bytes.text(fact.category);
    bytes.maybe(fact.price_minor);
    bytes.maybe(fact.cost_minor);
    bytes.text(fact.currency.code);
    return bytes.hash();
}

}  // namespace vafa::commerce
