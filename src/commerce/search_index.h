#pragma once

#include <span>
#include <string>
#include <vector>

#include "commerce/customers.h"
#include "commerce/search_tokens.h"
#include "commerce/store.h"
#include "platform/sql/session.h"

// The tables of tokens, kept in step with the rows they follow from; always inside the caller's
// transaction.
namespace vafa::commerce::store {

enum class Searched { customers, products };

struct TokensOf {
    std::int64_t id = 0;  // of a customer or product
    Tokens tokens;
};

void add_tokens(sql::Session& session, Searched what, std::span<const TokensOf> tokens);
// What `before` has and `after` lacks goes, and the other way round.
void change_tokens(sql::Session& session, Searched what, std::span<const TokensOf> before,
                   std::span<const TokensOf> after);

TokensOf tokens_of(const CustomerCard& card);
TokensOf tokens_of(const StoredProduct& product);
// Of those customers that have a row.
std::vector<TokensOf> tokens_of_customers(sql::Session& session,
                                          const std::vector<std::int64_t>& ids);

// Around a change of rows or links of a few customers: made before it, applied after it.
class TokenUpdate {
public:
    TokenUpdate(sql::Session& session, std::vector<std::int64_t> customers);
    void apply();

private:
    sql::Session& session_;
    std::vector<std::int64_t> customers_;
    std::vector<TokensOf> before_;
};

// A place in the index, and how it is gone through.
struct TokenPlace {
    std::string token;
    std::int64_t id = 0;
};
// Ascending, after `after`, of all tokens that answer the word; at most `limit`.
std::vector<TokenPlace> tokens_after(sql::Session& session, Searched what, const SearchWord& word,
                                     const TokenPlace& after, std::int64_t limit);
// How many tokens answer the word, `most` for that many or more.
std::int64_t count_answers(sql::Session& session, Searched what, const SearchWord& word,
                           std::int64_t most);

}  // namespace vafa::commerce::store
