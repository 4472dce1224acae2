#include "ingest/currency_choice.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "ingest/cells.h"
#include "ingest/money_words.h"
#include "ingest/number_scan.h"

namespace vafa::ingest {

namespace {

constexpr std::array kAmounts = {Field::total, Field::amount, Field::unit_price};

// What most cells of the samples name.
class Votes {
public:
    void add(const MoneyWord& word) {
        const auto& [currency, multiplier] = word.door;
        auto& [votes, named] =
            votes_[currency.code + (word.shared ? "?" : "*") + std::to_string(multiplier)];
        ++votes;
        named = word;
    }
    std::optional<MoneyWord> most() const {
        if (votes_.empty()) return std::nullopt;
        const auto found = std::max_element(
            votes_.begin(), votes_.end(),
            [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
        return found->second.second;
    }

private:
    std::map<std::string, std::pair<std::size_t, MoneyWord>> votes_;
};

template <class Visit>
void each_cell(const InputFile& file, Field field, const Visit& visit) {
    const int column = file.map.of(field);
    if (column < 0) return;
    for (const auto& row : file.shape.sample) {
        if (static_cast<std::size_t>(column) < row.size()) {
            visit(row[static_cast<std::size_t>(column)]);
        }
    }
}

std::optional<MoneyWord> in_columns(const std::vector<InputFile>& files) {
    Votes votes;
    for (const auto& file : files) {
        each_cell(file, Field::currency, [&](std::string_view cell) {
            if (const auto word = money_word(trimmed(cell))) votes.add(*word);
        });
    }
    return votes.most();
}

std::optional<MoneyWord> beside_amounts(const std::vector<InputFile>& files) {
    Votes votes;
    std::string scratch;
    for (const auto& file : files) {
        for (const Field field : kAmounts) {
            each_cell(file, field, [&](std::string_view cell) {
                const auto number = scan_number(trimmed(cell), {}, scratch);
                if (number.unit.empty()) return;
                if (const auto word = money_word(number.unit)) votes.add(*word);
            });
        }
    }
    return votes.most();
}

std::optional<MoneyWord> in_headers(const std::vector<InputFile>& files) {
    for (const auto& file : files) {
        for (const Field field : kAmounts) {
            const int column = file.map.of(field);
            if (column < 0 || static_cast<std::size_t>(column) >= file.shape.header.size()) {
                continue;
            }
            const auto word = money_word_in(file.shape.header[static_cast<std::size_t>(column)]);
            if (word) return word;
        }
    }
    return std::nullopt;
}

std::optional<MoneyWord> currency_in(const std::vector<InputFile>& files) {
    if (const auto found = in_columns(files)) return found;
    if (const auto found = beside_amounts(files)) return found;
    return in_headers(files);
}

}  // namespace

std::string unit_name(const CurrencyAtTheDoor& door) {
    for (const char* const code : {"IRT", "IRHR", "IRHT"}) {
        const auto known = parse_currency(code);
        if (known.has_value() && known->currency == door.currency &&
            known->multiplier == door.multiplier) {
            return code;
        }
    }
    return door.currency.code;
}

std::int64_t unit_minor(const CurrencyAtTheDoor& door) {
    std::int64_t minor = door.multiplier;
    for (int digit = 0; digit < door.currency.digits; ++digit) minor *= 10;
    return minor;
}

Result<CurrencyChoice> choose_currency(const ImportRequest& request,
                                       const std::optional<Currency>& store_currency,
                                       const Preset* preset, const std::vector<InputFile>& files) {
    CurrencyChoice choice;
    const auto in_files = currency_in(files);
    if (!request.currency.empty()) {
        VAFA_TRY(choice.door, parse_currency(request.currency));
        choice.is_explicit = true;
        choice.is_told = true;
    } else if (preset != nullptr && !preset->currency.empty()) {
        VAFA_TRY(choice.door, parse_currency(preset->currency));
        choice.is_told = true;
    } else if (in_files && store_currency && in_files->shared &&
               agrees(*in_files, *store_currency)) {
        choice.door = {*store_currency, in_files->door.multiplier};  // "$" of a Canadian store
        choice.is_told = true;
    } else if (in_files) {
        choice.door = in_files->door;
        choice.is_told = true;
    } else if (store_currency) {
        choice.door.currency = *store_currency;
    }
    choice.is_named = choice.door.currency.code != "XXX";
    if (store_currency && store_currency->code == "XXX" && choice.is_named) {
        return conflict("error.import_currency_came_late")
            .with("currency", choice.door.currency.code)
            .at("currency");
    }
    if (store_currency && *store_currency != choice.door.currency) {
        return conflict("error.import_other_currency")
            .with("currency", choice.door.currency.code)
            .with("store", store_currency->code)
            .at("currency");
    }
    return choice;
}

}  // namespace vafa::ingest
