#include "customers/wire.h"

// Texts and limits of what is taken and answered.
namespace vafa::customers::wire {
namespace {

using json::FieldNote;
using json::Notes;
using Fields = std::vector<FieldNote>;

constexpr std::size_t kMaxSearch = 200, kMaxName = 200, kMaxCursor = 2000;
constexpr double kWhole = 100;

Fields joined(Fields fields, const Fields& more) {
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

Fields filter_fields() {
    return {
        {.name = "q",
         .text = "Beginnings of words: of the name, the e-mail, a phone number, an id of the shop; "
                 "all must be found, in any order. Also an order's number.",
         .max_length = kMaxSearch,
         .example = "\"sara 0912\""},
        {.name = "city", .text = "The city, in any case.", .max_length = kMaxName},
        {.name = "country", .text = "The country, in any case.", .max_length = kMaxName},
        {.name = "has_phone", .text = "Whether a phone number is known."},
        {.name = "has_email", .text = "Whether an e-mail address is known."},
        {.name = "shop", .text = "Customers this shop speaks of.", .format = "shp_…"},
        {.name = "rfm",
         .text =
             "Scores of recency, frequency and money, 1 to 5 each; x, or none at the end, for any.",
         .example = "\"5x4\""},
        {.name = "group", .text = "The named RFM group."},
        {.name = "kind", .text = "The kind of customer, as the report kinds tells them apart."},
        {.name = "overdue", .text = "Whether the last order is longer ago than usual."},
        {.name = "min_orders", .text = "At least so many orders that count.", .min = 0},
        {.name = "max_orders", .text = "At most so many orders that count.", .min = 0},
        {.name = "min_spent_minor", .text = "Spent at least so much, in minor units."},
        {.name = "max_spent_minor", .text = "Spent at most so much, in minor units."},
        {.name = "last_from",
         .text = "The last order on this day or later: a day, month or year of either calendar.",
         .example = "\"2026-01-31\""},
        {.name = "last_to", .text = "The last order on this day or earlier."},
        {.name = "consent", .text = "Agreed to be written to this way."},
        {.name = "slipping",
         .text = "Whether the latest calculation of value says: slipping away."},
        {.name = "min_alive_percent",
         .text = "The chance to be active, in per cent, at least.",
         .min = 0,
         .max = kWhole},
        {.name = "max_alive_percent",
         .text = "The chance to be active, in per cent, at most.",
         .min = 0,
         .max = kWhole},
        {.name = "min_value_minor", .text = "Expected to bring at least so much, in minor units."},
        {.name = "max_value_minor", .text = "Expected to bring at most so much, in minor units."},
        {.name = "sort",
         .text = "Absent: what matches best where there is a `q` and no filter of figures, else "
                 "the newest customers first."}};
}

Fields person_fields() {
    return {{.name = "id", .text = "The id; time-ordered.", .format = "cus_…"},
            {.name = "name", .text = "The latest name an order gave; null: none."},
            {.name = "email", .text = "The latest e-mail address.", .format = "email"},
            {.name = "phone", .text = "The latest phone number, as E.164.", .format = "phone"},
            {.name = "key",
             .text = "What the shop tells the customer by: the first id that it gave; null: none."},
            {.name = "city", .text = "The latest city."},
            {.name = "country", .text = "The latest country, as the source writes it."}};
}

FieldNote totals() {
    return {.name = "totals", .text = "Of the orders that count, by the settings."};
}
FieldNote standing() {
    return {.name = "standing",
            .text = "How the customer stands; null without an order that counts."};
}

FieldNote score() {
    return {.name = "score",
            .text = "What the latest calculation of value says; null without one."};
}

}  // namespace

Notes field_notes(const Range*) {
    return {"ScoreRange",
            {{.name = "value", .text = "What is expected."},
             {.name = "low", .text = "The lower end of its 90 % interval."},
             {.name = "high", .text = "The upper end."}}};
}

Notes field_notes(const DayRange*) {
    return {"ScoreDays",
            {{.name = "value", .text = "By then half of such customers have ordered."},
             {.name = "low", .text = "By then one in twenty."},
             {.name = "high", .text = "By then nineteen in twenty."}}};
}

Notes field_notes(const CustomerScore*) {
    return {
        "CustomerScore",
        {{.name = "as_of", .text = "The last day that was looked at."},
         {.name = "horizon_days", .text = "Days ahead that purchases and value are of."},
         {.name = "p_alive", .text = "The chance that the customer has not left for good."},
         {.name = "expected_purchases", .text = "Days with purchases within the horizon."},
         {.name = "expected_value_minor",
          .text = "Their margin, discounted, in minor units; null where spend is unknown."},
         {.name = "lifetime_value_minor", .text = "The same for ever."},
         {.name = "next_order",
          .text = "When it comes if the customer stays; null where that is years away."},
         {.name = "slipping",
          .text = "Was worth much, P(alive) fell below a half lately, and is overdue against "
                  "the own rhythm."},
         {.name = "p_alive_before", .text = "P(alive) 90 days before; of who is slipping away."},
         {.name = "due_days",
          .text = "Days after which nine in ten with this rhythm had come back; of who is "
                  "slipping away."}}};
}

Notes field_notes(const OneCustomer*) {
    return {"OneCustomer",
            {{.name = "id", .text = "The id.", .max_length = 40, .format = "cus_…"}}};
}

Notes field_notes(const CustomersRequest*) {
    return {"CustomersRequest",
            joined(filter_fields(), {{.name = "limit",
                                      .text = "How many items at most; 50 if absent.",
                                      .min = 1,
                                      .max = static_cast<double>(rest::kMaxPage)},
                                     {.name = "cursor",
                                      .text = "The `next_cursor` of the page before.",
                                      .max_length = kMaxCursor}})};
}

Notes field_notes(const ChosenRequest*) {
    return {"ChosenRequest",
            joined(filter_fields(),
                   {{.name = "everyone",
                     .text = "A list of phones: also of those who did not agree to be written to. "
                             "Other answers do not look at it."}})};
}

Notes field_notes(const Standing*) {
    return {
        "Standing",
        {{.name = "rfm", .text = "Scores of recency, frequency and money.", .example = "\"545\""},
         {.name = "group", .text = "The name of that RFM cell."},
         {.name = "kind", .text = "The kind of customer, as the report kinds tells them."},
         {.name = "usual_gap_days",
          .text = "The median of the days between this customer's orders; null: one order."},
         {.name = "days_since_last", .text = "From the last order to the last day with data."},
         {.name = "overdue_after_days",
          .text = "Nine of ten gaps of customers with as many orders were not longer than "
                  "this; null: no gaps yet."},
         {.name = "overdue", .text = "The last order is longer ago than that."}}};
}

Notes field_notes(const CustomerItem*) {
    return {"CustomerItem", joined(person_fields(), {totals(), standing(), score()})};
}

Notes field_notes(const CustomerDetail*) {
    return {"CustomerDetail",
            joined(person_fields(),
                   {{.name = "traits", .text = "Further words of the orders, by name."},
                    {.name = "profiles",
                     .text = "What sources call this customer; several after a merge."},
                    {.name = "consents",
                     .text = "Words on being written to, the latest first: the first of a channel "
                             "is how it stands; at most 100."},
                    totals(),
                    standing(),
                    score()})};
}

Notes field_notes(const CustomerCounts*) {
    return {"CustomerCounts",
            {{.name = "customers", .text = "How many the filters choose."},
             {.name = "phones", .text = "How many of them have a phone number."},
             {.name = "emails", .text = "How many have an e-mail address."},
             {.name = "may_sms", .text = "How many have a phone and agreed to text messages."},
             {.name = "may_email", .text = "How many have an address and agreed to e-mail."},
             {.name = "spent_minor", .text = "What they spent together, in minor units."},
             {.name = "currency", .text = "ISO 4217; null: the store has no order yet."}}};
}

Notes field_notes(const City*) {
    return {"City",
            {{.name = "name", .text = "As the sources write it."},
             {.name = "customers", .text = "How many live there."}}};
}

Notes field_notes(const Cities*) {
    return {"Cities", {{.name = "items", .text = "The largest by customers; at most 200."}}};
}

}  // namespace vafa::customers::wire
