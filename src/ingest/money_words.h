#pragma once

#include <optional>
#include <string_view>

#include "base/money.h"

namespace vafa::ingest {

// A word or sign beside an amount: "руб", «هزار تومان», "$".
struct MoneyWord {
    CurrencyAtTheDoor door;
    // Several currencies are written so ("$", "¥"): it speaks against none of them.
    bool shared = false;
};

// `word` as it stands in the file, in any case, with or without dots and spaces. Nothing where it
// names no currency.
std::optional<MoneyWord> money_word(std::string_view word);

// The same within a longer text, such as a column's name: «مبلغ کل (تومان)», "Сумма, руб.".
std::optional<MoneyWord> money_word_in(std::string_view text);

// The word may stand beside amounts in `currency`.
bool agrees(const MoneyWord& word, const Currency& currency);

// What quantities are counted in, and says nothing of money: "шт", «عدد».
bool is_piece_word(std::string_view word);

}  // namespace vafa::ingest
