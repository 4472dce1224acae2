#include "commerce/customer_fields.h"

#include <algorithm>

namespace vafa::commerce {
namespace {

constexpr std::string CustomerFields::*kFields[] = {&CustomerFields::name, &CustomerFields::email,
                                                    &CustomerFields::phone, &CustomerFields::city,
                                                    &CustomerFields::country};

const std::string* find_trait(const CustomerFields& fields, const std::string& name) {
    for (const auto& [key, value] : fields.traits) {
        if (key == name && !value.empty()) return &value;
    }
    return nullptr;
}

void hear_trait(Heard& heard, const std::string& name, const std::string& value) {
    auto& traits = heard.fields.traits;
    const auto place = std::lower_bound(
        traits.begin(), traits.end(), name,
        [](const auto& trait, const std::string& wanted) { return trait.first < wanted; });
    if (place == traits.end() || place->first != name) {
        traits.emplace(place, name, value);
        heard.filled = true;
    } else if (place->second != value) {
        heard.contested = true;
    }
}

}  // namespace

void LatestFields::say(Said& said, const Stamp& stamp, const std::string& value) {
    if (value.empty()) return;
    if (said.value.empty() || said.stamp < stamp) said = {stamp, value};
}

void LatestFields::say(const Stamp& stamp, const CustomerFields& fields) {
    say(name_, stamp, fields.name);
    say(email_, stamp, fields.email);
    say(phone_, stamp, fields.phone);
    say(city_, stamp, fields.city);
    say(country_, stamp, fields.country);
    for (const auto& [name, value] : fields.traits) {
        if (!value.empty()) say(traits_[name], stamp, value);
    }
}

CustomerFields LatestFields::fields() const {
    CustomerFields fields{name_.value, email_.value, phone_.value, city_.value, country_.value, {}};
    for (const auto& [name, said] : traits_) fields.traits.emplace_back(name, said.value);
    return fields;
}

Heard hear(const CustomerFields& stored, const CustomerFields& said) {
    Heard heard{stored};
    for (const auto field : kFields) {
        if ((said.*field).empty() || said.*field == stored.*field) continue;
        if ((stored.*field).empty()) {
            heard.fields.*field = said.*field;
            heard.filled = true;
        } else {
            heard.contested = true;
        }
    }
    for (const auto& [name, value] : said.traits) {
        if (!value.empty()) hear_trait(heard, name, value);
    }
    return heard;
}

bool covers(const CustomerFields& found, const CustomerFields& wanted) {
    for (const auto field : kFields) {
        if (!(wanted.*field).empty() && (found.*field).empty()) return false;
    }
    return std::all_of(wanted.traits.begin(), wanted.traits.end(), [&](const auto& trait) {
        return trait.second.empty() || find_trait(found, trait.first);
    });
}

}  // namespace vafa::commerce
