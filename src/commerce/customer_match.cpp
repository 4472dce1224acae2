#include "commerce/customer_match.h"

#include <algorithm>

#include "base/text.h"

namespace vafa::commerce {
namespace {

bool same_facet(Facet facet, const std::string& wanted, const std::string& value) {
    return wanted.empty() || facet_token(facet, wanted) == facet_token(facet, value);
}

bool same_presence(const std::optional<bool>& wanted, const std::string& value) {
    return !wanted || *wanted == !value.empty();
}

}  // namespace

CustomerMatch::CustomerMatch(const CustomerFilter& filter) : filter_(filter) {
    filter_.text = trim(filter.text);
    words_ = search_words(filter_.text);
    for (auto token :
         {facet_token(Facet::city, filter.city), facet_token(Facet::country, filter.country)}) {
        if (!token.empty()) facets_.push_back(std::move(token));
    }
}

bool CustomerMatch::fits(const CustomerCard& card) const {
    const CustomerFields& fields = card.fields;
    return same_facet(Facet::city, filter_.city, fields.city) &&
           same_facet(Facet::country, filter_.country, fields.country) &&
           same_presence(filter_.has_phone, fields.phone) &&
           same_presence(filter_.has_email, fields.email) &&
           (!filter_.shop ||
            std::any_of(card.profiles.begin(), card.profiles.end(),
                        [&](const Profile& p) { return p.shop == *filter_.shop; }));
}

bool CustomerMatch::answers(const Tokens& tokens) const {
    return std::all_of(words_.begin(), words_.end(), [&](const SearchWord& word) {
        return first_answer(tokens, word) != nullptr;
    });
}

}  // namespace vafa::commerce
