#include "platform/i18n/i18n.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "platform/i18n/numbers.h"
#include "platform/i18n/plural.h"
#include "platform/i18n/texts.h"

namespace vafa::i18n {
namespace {

constexpr std::string_view kCodes[kLocales] = {"en", "fa", "ru"};

std::size_t index_of(Locale locale) { return static_cast<std::size_t>(locale); }

const std::string* param(const Params& params, std::string_view name) {
    const auto found = std::ranges::find(params, name, &Params::value_type::first);
    return found == params.end() ? nullptr : &found->second;
}

std::optional<std::int64_t> count_in(const Params& params) {
    const std::string* text = param(params, "count");
    if (text == nullptr) return std::nullopt;
    std::int64_t count = 0;
    const char* end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data(), end, count);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return count;
}

std::string_view form(const Forms& forms, Plural plural) {
    const std::string_view chosen = forms[static_cast<std::size_t>(plural)];
    return chosen.empty() ? forms[static_cast<std::size_t>(Plural::other)] : chosen;
}

std::string_view find_text(Locale locale, std::string_view key, std::optional<std::int64_t> count) {
    const auto texts = all_texts();
    const auto found = std::ranges::lower_bound(texts, key, {}, &Text::key);
    if (found == texts.end() || found->key != key) return key;
    const auto number = static_cast<std::uint64_t>(count.value_or(0));
    const std::uint64_t distance = count.value_or(0) < 0 ? 0 - number : number;
    const auto in = [&](Locale language) {
        const Plural plural = count ? plural_of(language, distance) : Plural::other;
        return form(found->forms[index_of(language)], plural);
    };
    const std::string_view text = in(locale);
    return text.empty() ? in(Locale::en) : text;
}

}  // namespace

std::string_view code_of(Locale locale) { return kCodes[index_of(locale)]; }

std::optional<Locale> parse_locale(std::string_view name) {
    const std::string_view language = name.substr(0, name.find_first_of("-_.@"));
    for (const Locale locale : {Locale::en, Locale::fa, Locale::ru})
        if (language == code_of(locale)) return locale;
    return std::nullopt;
}

std::string translate(Locale locale, std::string_view key, const Params& params) {
    const std::optional<std::int64_t> count = count_in(params);
    std::string_view rest = find_text(locale, key, count);
    std::string result;
    for (;;) {
        const std::size_t open = rest.find('{');
        const std::size_t close = open == rest.npos ? rest.npos : rest.find('}', open);
        if (close == rest.npos) return result.append(rest);
        const std::string_view name = rest.substr(open + 1, close - open - 1);
        const std::string* value = param(params, name);
        result.append(rest.substr(0, open));
        if (name == "count" && count)
            result += format_integer(locale, *count);
        else if (value != nullptr)
            result += *value;
        else
            result.append(rest.substr(open, close - open + 1));
        rest.remove_prefix(close + 1);
    }
}

std::string describe(Locale locale, const Error& error) {
    std::string text = translate(locale, error.key, error.params);
    return error.field.empty() ? text : error.field + ": " + text;
}

}  // namespace vafa::i18n
