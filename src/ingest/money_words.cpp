#include "ingest/money_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "ingest/cells.h"

namespace vafa::ingest {

namespace {

struct MoneyLine {
    std::string_view code;
    std::int64_t multiplier;
    std::string_view words;  // separated by '|'
    bool shared = false;
};

constexpr MoneyLine kMoneyLines[] = {
    {"IRR", 1, "ریال|ریالی|ریال ایران|rial|rials|﷼|ر.ی"},
    {"IRR", 10, "تومان|تومن|تومانی|toman|tomans|tuman|irt|ت"},
    {"IRR", 1'000, "هزار ریال|irhr"},
    {"IRR", 10'000, "هزار تومان|هزار تومن|ه.ت|irht"},
    {"IRR", 1'000'000, "میلیون ریال"},
    {"IRR", 10'000'000, "میلیون تومان|میلیون تومن"},
    {"RUB", 1,
     "₽|руб|рубль|рубля|рублей|рос руб|российский "
     "рубль|российских "
     "рублей|rur|rubles"},
    {"RUB", 1, "р", true},
    {"RUB", 1'000, "тыс руб|тыс рублей|тр|тыс ₽"},
    {"USD", 1, "us$|usd$|دلار|долл|долларов|доллар сша|у.е"},
    {"USD", 1, "$", true},
    {"EUR", 1, "€|یورو|евро|euro|euros"},
    {"GBP", 1, "£|پوند"},
    {"TRY", 1, "₺|tl|lira|لیر|лир|лира"},
    {"JPY", 1, "¥|￥|円", true},
    {"CNY", 1, "元|یوان|юань|юаней|rmb"},
    {"UAH", 1, "₴|грн|гривна|гривен"},
    {"KZT", 1, "₸|тг|тенге"},
    {"BYN", 1, "бел руб|белруб"},
    {"UZS", 1, "сум|сўм|so'm"},
    {"KGS", 1, "сом"},
    {"AZN", 1, "₼|манат"},
    {"AMD", 1, "֏|драм"},
    {"GEL", 1, "₾|лари"},
    {"AED", 1, "درهم|dirham|dirhams|د.إ|dhs"},
    {"IQD", 1, "دینار عراق|د.ع"},
    {"AFN", 1, "افغانی|؋"},
    {"INR", 1, "₹|rs"},
};
constexpr std::string_view kPieces =
    "шт|штук|штуки|ед|упак|кг|عدد|تا|بسته|کیلو|کیلوگرم|pcs|pc|pieces|units|x|kg";
// Written with the sign of the dollar or the yen besides the codes that end in 'D'.
constexpr std::array<std::string_view, 5> kOtherDollars = {"MXN", "ARS", "CLP", "COP", "BRL"};

// Letters and signs only, folded: "тыс. руб." and "тыс.руб" are one.
std::string key_of(std::string_view word) {
    std::string key = search_key(word);
    std::erase_if(key, [](char c) { return c == '.' || c == ' '; });
    return key;
}

const std::unordered_map<std::string, MoneyWord>& words_of_money() {
    static const auto kWords = [] {
        std::unordered_map<std::string, MoneyWord> built;
        for (const auto& line : kMoneyLines) {
            auto door = parse_currency(line.code).value();
            door.multiplier = line.multiplier;
            for (const auto word : split(line.words)) {
                built.try_emplace(key_of(word), MoneyWord{door, line.shared});
            }
        }
        return built;
    }();
    return kWords;
}

const std::vector<std::string>& pieces() {
    static const auto kKeys = [] {
        std::vector<std::string> keys;
        for (const auto word : split(kPieces)) keys.push_back(key_of(word));
        return keys;
    }();
    return kKeys;
}

}  // namespace

std::optional<MoneyWord> money_word(std::string_view word) {
    const std::string key = key_of(word);
    if (const auto found = words_of_money().find(key); found != words_of_money().end())
        return found->second;
    if (key.size() != 3) return std::nullopt;
    const auto door = parse_currency(key);
    if (!door) return std::nullopt;
    return MoneyWord{*door, false};
}

// The longest run of words first: «هزار تومان» before «تومان». ISO codes count in capitals only:
// "all" and "top" are words.
std::optional<MoneyWord> money_word_in(std::string_view text) {
    const auto tokens = search_tokens(text);
    constexpr std::size_t kMostWords = 2;
    for (std::size_t count = kMostWords; count > 0; --count) {
        for (std::size_t i = 0; i + count <= tokens.size(); ++i) {
            std::string key = tokens[i];
            for (std::size_t j = 1; j < count; ++j) key += tokens[i + j];
            const bool letter = key.size() <= 2;  // «ت», "р", "tl", "rs" are too little in a name
            const auto found = letter ? words_of_money().end() : words_of_money().find(key);
            if (found != words_of_money().end()) return found->second;
        }
    }
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        const auto sign = text.substr(at, point.bytes);
        at += point.bytes;
        const bool is_letter = point.value < 0x80 ? sign != "$" : point.value < 0x20A0;
        const auto found =
            is_letter ? words_of_money().end() : words_of_money().find(std::string(sign));
        if (found != words_of_money().end()) return found->second;
    }
    for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
        const auto is_capital = [&](std::size_t i) {
            return i < text.size() && text[i] >= 'A' && text[i] <= 'Z';
        };
        const bool alone = (at == 0 || !is_capital(at - 1)) && !is_capital(at + 3);
        if (!alone || !is_capital(at) || !is_capital(at + 1) || !is_capital(at + 2)) continue;
        if (const auto door = parse_currency(text.substr(at, 3))) return MoneyWord{*door, false};
    }
    return std::nullopt;
}

bool agrees(const MoneyWord& word, const Currency& currency) {
    const auto& code = word.door.currency.code;
    if (code == currency.code) return true;
    if (!word.shared) return false;
    if (code == "RUB") return currency.code == "BYN";
    if (code == "JPY") return currency.code == "CNY";
    return currency.code.ends_with('D') || std::find(kOtherDollars.begin(), kOtherDollars.end(),
                                                     currency.code) != kOtherDollars.end();
}

bool is_piece_word(std::string_view word) {
    const std::string key = key_of(word);
    return std::find(pieces().begin(), pieces().end(), key) != pieces().end();
}

}  // namespace vafa::ingest
