#pragma once

#include <string>
#include <utility>
#include <vector>

#include "commerce/customer_list.h"
#include "commerce/search_tokens.h"

namespace vafa::commerce {

// A filter made ready: whether a customer is meant. Pure.
class CustomerMatch {
public:
    explicit CustomerMatch(const CustomerFilter& filter);

    const std::vector<SearchWord>& words() const { return words_; }
    const std::vector<std::string>& facets() const { return facets_; }
    // There is a text, but nothing in it that could be searched.
    bool nobody() const { return words_.empty() && !filter_.text.empty(); }

    bool fits(const CustomerCard& card) const;  // all but the text
    bool answers(const Tokens& tokens) const;   // the text

private:
    CustomerFilter filter_;
    std::vector<SearchWord> words_;
    std::vector<std::string> facets_;
};

}  // namespace vafa::commerce
