#include "ingest/header_names.h"

#include <array>
#include <unordered_map>

#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/header_table.h"
#include "ingest/money_words.h"

namespace vafa::ingest {

namespace {

using Ranks = std::unordered_map<std::string, std::size_t>;

const std::array<Ranks, kFieldCount>& ranks() {
    static const auto kRanks = [] {
        std::array<Ranks, kFieldCount> built;
        for (const auto& [field, names] : header_table()) {
            std::size_t rank = 0;
            for (const auto name : split(names)) {
                built[index_of(field)].try_emplace(header_key(name), rank++);
            }
        }
        return built;
    }();
    return kRanks;
}

}  // namespace

std::string header_key(std::string_view header) {
    constexpr std::string_view kNumero = "№";
    std::string key;
    const auto numero = header.find(kNumero);
    if (numero == std::string_view::npos) {
        for (const auto& token : search_tokens(header)) key += token;
        return key;
    }
    // "№ заказа" is "номер заказа"; alone it is rather the number of the row.
    const std::string before = header_key(header.substr(0, numero));
    const std::string after = header_key(header.substr(numero + kNumero.size()));
    return before.empty() && after.empty() ? key : before + "номер" + after;
}

std::string column_key(std::string_view header) {
    constexpr std::size_t kMaxUnitWords = 2;  // "тыс. руб."
    std::string whole = header_key(header);
    if (is_known_header(whole)) return whole;
    const auto words = search_tokens(header);
    for (std::size_t units = 1; units <= kMaxUnitWords && units < words.size(); ++units) {
        std::string name, unit;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const bool is_unit = i + units >= words.size();
            (is_unit ? unit : name) += is_unit && !unit.empty() ? " " + words[i] : words[i];
        }
        if (money_word(unit) && is_known_header(name)) return name;
    }
    return whole;
}

bool names_column(std::string_view word, std::string_view header, std::size_t number) {
    return word == header || word == "#" + std::to_string(number) ||
           header_key(word) == header_key(header);
}

std::size_t header_rank(Field field, std::string_view key) {
    const auto& known = ranks()[index_of(field)];
    const auto found = known.find(std::string(key));
    return found == known.end() ? kUnknownHeader : found->second;
}

bool is_known_header(std::string_view key) {
    for (std::size_t i = 0; i < kFieldCount; ++i) {
        if (header_rank(static_cast<Field>(i), key) != kUnknownHeader) return true;
    }
    return false;
}

}  // namespace vafa::ingest
