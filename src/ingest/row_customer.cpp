#include <tuple>

#include "base/hash.h"
#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/row_parser.h"

// Who a row's customer is.
namespace vafa::ingest {

namespace {

using commerce::ProfileKind;

constexpr std::size_t kRememberedNames = 1 << 16;

// Never 0, which stands for nothing.
std::uint64_t some_hash(std::string_view text) {
    const std::uint64_t hash = hash64(text);
    return hash == 0 ? 1 : hash;
}

}  // namespace

RowParser::RowParser(ParseRules rules) : rules_(std::move(rules)) {
    for (const auto& value : rules_.set_aside) {
        const std::string text(trimmed(value));
        set_aside_[index_of(ProfileKind::id)].insert(std::string(without_decimals(text)));
        set_aside_[index_of(ProfileKind::name)].insert(search_key(text));
        set_aside_[index_of(ProfileKind::email)].insert(normalise_email(text));
        set_aside_[index_of(ProfileKind::phone)].insert(phone(text));
    }
    for (auto& keys : set_aside_) keys.erase("");
}

bool RowParser::is_set_aside(ProfileKind kind, std::string_view key) {
    const auto& keys = set_aside_[index_of(kind)];
    return !key.empty() && !keys.empty() && keys.contains(key);
}

void RowParser::note_set_aside(ProfileKind kind, std::string_view shown) {
    if (!begins_order()) return;
    auto& told = sightings_.told_nobodies;
    std::pair value(kind, std::string(shown.substr(0, kMaxKeyBytes)));
    if (told.size() < rules_.set_aside.size() * 4 || told.contains(value)) {
        ++told[std::move(value)];
    }
}

void RowParser::read_contacts() {
    if (const auto text = cell(Field::email); !text.empty()) {
        auto email = normalise_email(text);
        sightings_.unreadable_emails += email.empty() ? 1 : 0;
        (*row_)[StagedText::email] = keep(std::move(email));
    }
    if (const auto text = cell(Field::phone); !text.empty()) {
        auto number = phone(text);
        sightings_.unreadable_phones += number.empty() ? 1 : 0;
        sightings_.rounded_phones += number.empty() && is_rounded_phone(text) ? 1 : 0;
        (*row_)[StagedText::phone] = keep(std::move(number));
    }
}

void RowParser::read_name() {
    auto& name = (*row_)[StagedText::name];
    if (map_.has(Field::name)) name = shortened(cell(Field::name), kMaxTextBytes);
    if (!name.empty() || !map_.has(Field::first_name)) return;
    std::string whole(shortened(cell(Field::first_name), kMaxTextBytes));
    const auto last = shortened(cell(Field::last_name), kMaxTextBytes);
    if (!whole.empty() && !last.empty()) whole += ' ';
    name = keep(whole.append(last));
}

std::string RowParser::phone(std::string_view text) {
    return rules_.phone ? rules_.phone(text) : std::string();
}

// Empty: the cell is not of the kind it should be.
std::optional<std::string_view> RowParser::customer_value(std::string_view text) {
    switch (map_.customer_kind) {
        case ProfileKind::email:
            text = keep(normalise_email(text));
            break;
        case ProfileKind::phone:
            text = keep(phone(text));
            break;
        case ProfileKind::name:
            text = keep(search_key(text));
            break;
        case ProfileKind::id:
            text = without_decimals(text);
            break;
    }
    if (text.empty()) return std::nullopt;
    return text;
}

// A name that means nobody, and what the user set aside, is no one's name, phone or e-mail.
Nobody RowParser::forget_nobodies() {
    customer_is_set_aside_ = false;
    auto& name = (*row_)[StagedText::name];
    const Nobody named = name.empty() ? Nobody::none : nobodies_.check(name);
    if (!rules_.set_aside.empty()) forget_set_aside();
    if (named != Nobody::none) name = {};
    return named;
}

void RowParser::forget_set_aside() {
    const auto name = (*row_)[StagedText::name];
    if (!name.empty() && is_set_aside(ProfileKind::name, search_key(name))) {
        note_set_aside(ProfileKind::name, name);
        customer_is_set_aside_ = true;
    }
    for (const auto& [contact, field, kind] :
         {std::tuple{StagedText::email, Field::email, ProfileKind::email},
          std::tuple{StagedText::phone, Field::phone, ProfileKind::phone}}) {
        if (!is_set_aside(kind, (*row_)[contact])) continue;
        if (!customer_is_set_aside_) note_set_aside(kind, cell(field));
        (*row_)[contact] = {};
        customer_is_set_aside_ = customer_is_set_aside_ || map_.customer_kind == kind;
    }
}

bool RowParser::read_customer() {
    const auto name = (*row_)[StagedText::name];
    const auto text = map_.has(Field::customer) ? cell(Field::customer) : name;
    row_->customer_kind = map_.customer_kind;
    const Nobody named = forget_nobodies();
    if (customer_is_set_aside_) return true;
    const bool by_walk_in = named == Nobody::walk_in && map_.customer_kind == ProfileKind::id;
    if (nobodies_.check(text) == Nobody::none && !by_walk_in) return told_customer(text);
    take_contact_for_customer();
    customer_is_set_aside_ = by_walk_in && (*row_)[StagedText::customer].empty();
    if (begins_order() && (*row_)[StagedText::customer].empty()) {
        nobodies_.count(by_walk_in ? ProfileKind::name : map_.customer_kind,
                        by_walk_in ? name : text);
    }
    return true;
}

bool RowParser::told_customer(std::string_view text) {
    const auto value = customer_value(text);
    if (!value && is_hurt_phone(text)) {
        take_contact_for_customer();
        return true;
    }
    if (!value) return fail(Field::customer, "row.bad_customer", text);
    if (value->size() > kMaxKeyBytes) return fail(Field::customer, "row.too_long_id", text);
    if (is_set_aside(map_.customer_kind, *value)) {
        note_set_aside(map_.customer_kind, text);
        customer_is_set_aside_ = true;
        return true;
    }
    (*row_)[StagedText::customer] = *value;
    return true;
}

// A number that cannot be read any more ("9.12E+09") costs the order its customer, not its place. A
// cell without a digit was never one: rather the wrong column.
bool RowParser::is_hurt_phone(std::string_view text) {
    if (map_.customer_kind != ProfileKind::phone) return false;
    const std::string digits = ascii_digits(text);
    if (std::none_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return false;
    }
    if (!map_.has(Field::phone)) {
        ++sightings_.unreadable_phones;
        sightings_.rounded_phones += is_rounded_phone(text) ? 1 : 0;
    }
    return true;
}

// A guest who left an address is that address.
void RowParser::take_contact_for_customer() {
    auto& customer = (*row_)[StagedText::customer];
    for (const auto& [contact, kind] : {std::pair{StagedText::email, ProfileKind::email},
                                        std::pair{StagedText::phone, ProfileKind::phone}}) {
        if (!customer.empty() || (*row_)[contact].empty()) continue;
        customer = (*row_)[contact];
        row_->customer_kind = kind;
    }
}

std::uint64_t RowParser::hash_of_name(std::string_view name) {
    if (name_hashes_.empty()) name_hashes_.resize(kRememberedNames);
    const std::uint64_t text = some_hash(name);
    auto& known = name_hashes_[text % kRememberedNames];
    if (known.text != text) known = {text, some_hash(search_key(name))};
    return known.key;
}

RowIdentities RowParser::identities() {
    RowIdentities found;
    if (customer_is_set_aside_) return found;
    const auto say = [&](ProfileKind kind, std::string_view key, std::string_view shown) {
        if (!key.empty()) found.values[index_of(kind)] = {some_hash(key), shown};
    };
    say(ProfileKind::email, (*row_)[StagedText::email], cell(Field::email));
    say(ProfileKind::phone, (*row_)[StagedText::phone], cell(Field::phone));
    if (const auto name = (*row_)[StagedText::name]; !name.empty()) {
        found.values[index_of(ProfileKind::name)] = {hash_of_name(name), name};
    }
    if (const auto id = cell_at(map_.id_column); nobodies_.check(id) == Nobody::none) {
        say(ProfileKind::id, without_decimals(id), id);
    }
    if (map_.has(Field::customer) && map_.customer_kind != ProfileKind::id &&
        row_->customer_kind == map_.customer_kind) {
        say(map_.customer_kind, (*row_)[StagedText::customer], cell(Field::customer));
    }
    return found;
}

}  // namespace vafa::ingest
