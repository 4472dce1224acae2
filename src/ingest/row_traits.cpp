#include "ingest/cells.h"
#include "ingest/person_values.h"
#include "ingest/row_parser.h"
#include "ingest/staged_traits.h"
#include "ingest/statuses.h"

// What a row says beside its order and customer: status, consents, traits.
namespace vafa::ingest {

using commerce::OrderStatus;

bool RowParser::leave_out(std::string_view status) {
    ignored_key_ = row_->key;
    fail(Field::status, "row.ignored_status", status);
    rejection_->by_choice = true;
    return false;
}

// Later rows of an order that is left out say nothing of its status.
bool RowParser::read_status() {
    const auto text = cell(Field::status);
    if (!text.empty()) {
        const auto& meaning = rules_.statuses.read(text);
        if (meaning.ignored) return leave_out(text);
        if (!row_->status) row_->status = meaning.status;
    } else if (!ignored_key_.empty() && row_->key == ignored_key_) {
        return leave_out(text);
    }
    // Where others have a date, some have a yes or a no.
    const auto cancelled = cell(Field::cancelled_at);
    if (!cancelled.empty() && parse_consent(cancelled) != false) {
        row_->status = OrderStatus::cancelled;
    }
    if (map_.has(Field::fulfilment)) read_fulfilment();
    return true;
}

// What is paid and sent is fulfilled. Without a word on payment, only what is over says so.
void RowParser::read_fulfilment() {
    const auto text = cell(Field::fulfilment);
    if (text.empty()) return;
    const auto sent = parse_status(text);
    if (!sent) return;
    const bool is_sent = *sent == OrderStatus::fulfilled || *sent == OrderStatus::completed;
    if (is_sent && (row_->status == OrderStatus::paid || !row_->status)) row_->status = sent;
    const bool is_over = *sent == OrderStatus::cancelled || *sent == OrderStatus::refunded;
    if (is_over && !row_->status && !map_.has(Field::status)) row_->status = sent;
}

void RowParser::read_consents() {
    std::int64_t bits = 0;
    const auto read = [&](Field field, std::int64_t said, std::int64_t granted) {
        const auto text = cell(field);
        if (text.empty()) return;
        const auto word = parse_consent(text);
        if (!word) {
            ++sightings_.unreadable_consents;
            return;
        }
        bits |= said | (*word ? granted : 0);
    };
    if (map_.has(Field::consent_email)) {
        read(Field::consent_email, consent_bit::kEmailSaid, consent_bit::kEmailGranted);
    }
    if (map_.has(Field::consent_sms)) {
        read(Field::consent_sms, consent_bit::kSmsSaid, consent_bit::kSmsGranted);
    }
    if (bits != 0) (*row_)[StagedNumber::consents] = bits;
}

std::string RowParser::standard_trait(Field field, std::string_view text) {
    switch (field) {
        case Field::gender: {
            const auto gender = parse_gender(text);
            sightings_.unreadable_genders += gender.empty() ? 1 : 0;
            return std::string(gender);
        }
        case Field::birthday: {
            auto birthday = parse_birthday(text);
            sightings_.unreadable_birthdays += birthday.empty() ? 1 : 0;
            return birthday;
        }
        case Field::tags:
            return sorted_tags(text);
        default:
            return std::string(text);
    }
}

void RowParser::read_traits() {
    if (!map_.has_traits()) return;
    std::string packed;
    for (std::size_t place = 0; place < kTraitFields.size(); ++place) {
        const Field field = kTraitFields[place];
        if (!map_.has(field)) continue;
        const auto text = cell(field);
        if (text.empty()) continue;
        const auto value = standard_trait(field, text);
        if (!value.empty()) append_trait(packed, place, shortened(value, kMaxTraitBytes));
    }
    for (const auto& [column, place] : map_.traits) {
        const auto text = cell_at(column);
        if (!text.empty()) append_trait(packed, place, shortened(text, kMaxTraitBytes));
    }
    if (!packed.empty()) (*row_)[StagedText::traits] = keep(std::move(packed));
}

}  // namespace vafa::ingest
