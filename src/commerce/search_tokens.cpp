#include "commerce/search_tokens.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "commerce/search_phones.h"

namespace vafa::commerce {
namespace {

constexpr std::string_view kLastCharacter = "\xF4\x8F\xBF\xBF";  // U+10FFFF

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// At a character's end, so that it stays valid UTF-8.
std::string shortened(std::string text) {
    if (text.size() <= kMaxTokenBytes) return text;
    std::size_t end = 0;
    for (std::size_t next = 0; next <= kMaxTokenBytes; next += code_point_at(text, next).bytes) {
        end = next;
    }
    text.resize(end);
    return text;
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += word;
    return all;
}

std::vector<std::string_view> chunks_of(std::string_view key) {
    std::vector<std::string_view> chunks;
    while (!key.empty()) {
        const std::size_t space = std::min(key.find(' '), key.size());
        if (space > 0) chunks.push_back(key.substr(0, space));
        key.remove_prefix(std::min(space + 1, key.size()));
    }
    return chunks;
}

// Ascending, without what begins another.
void leave_out_beginnings(Tokens& tokens) {
    std::sort(tokens.begin(), tokens.end());
    Tokens kept;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool last = i + 1 == tokens.size();
        if (last || !tokens[i + 1].starts_with(tokens[i])) kept.push_back(std::move(tokens[i]));
    }
    tokens = std::move(kept);
}

class TokenList {
public:
    // "R2-D2" is found as r2, as d2 and as r2d2; ids of many parts as the whole alone.
    void words(std::string_view text, std::size_t most_parts) {
        const std::string key = search_key(text);
        std::size_t left = kMaxWords;
        for (const auto chunk : chunks_of(key)) {
            const auto parts = search_tokens(chunk);
            const bool whole = parts.size() > 1 && has_digit(chunk);
            if (whole) add(joined(parts));
            if (whole && parts.size() > most_parts) continue;
            for (const auto& part : parts) {
                if (left-- == 0) return;
                add(part);
            }
        }
    }
    void name(std::string_view text) { words(text, kMaxWords); }
    void id(std::string_view text) {
        if (text.find('@') != std::string_view::npos) return email(text);
        words(text, kMaxIdWords);
    }
    void email(std::string_view text) {
        const std::string key = search_key(text);
        if (key.empty() || key.find(' ') != std::string::npos) return words(text, kMaxWords);
        add(key);
        name(std::string_view(key).substr(0, key.find('@')));
    }
    void phone(std::string_view text) {
        const std::string digits = national_digits(text);
        if (digits.size() > kPhoneTailDigits) {
            add(digits.substr(digits.size() - kPhoneTailDigits));
        }
        add(digits);
    }
    void facet(Facet facet, std::string_view value) {
        facets_.push_back(facet_token(facet, value));
    }

    Tokens take() {
        leave_out_beginnings(tokens_);
        for (auto& facet : facets_) {
            if (!facet.empty()) tokens_.push_back(std::move(facet));
        }
        std::sort(tokens_.begin(), tokens_.end());
        return std::move(tokens_);
    }

private:
    void add(std::string token) {
        if (!token.empty()) tokens_.push_back(shortened(std::move(token)));
    }

    Tokens tokens_, facets_;
};

void add_profile(TokenList& list, const ProfileKey& profile) {
    switch (profile.kind) {
        case ProfileKind::id:
            return list.id(profile.value);
        case ProfileKind::email:
            return list.email(profile.value);
        case ProfileKind::phone:
            return list.phone(profile.value);
        case ProfileKind::name:
            return list.name(profile.value);
    }
}

SearchWord word_of(std::vector<std::string> prefixes) {
    for (auto& prefix : prefixes) prefix = shortened(std::move(prefix));
    std::sort(prefixes.begin(), prefixes.end());
    SearchWord word;
    for (auto& prefix : prefixes) {
        const bool covered = !word.prefixes.empty() && prefix.starts_with(word.prefixes.back());
        if (!covered) word.prefixes.push_back(std::move(prefix));
    }
    return word;
}

void add_words(std::vector<SearchWord>& words, std::string_view chunk) {
    if (is_phone_like(chunk)) return words.push_back(word_of(phone_prefixes(chunk)));
    const std::size_t at = chunk.find('@');
    if (at != std::string_view::npos && at > 0) {
        return words.push_back(word_of({std::string(chunk)}));
    }
    const auto parts = search_tokens(chunk);
    if (parts.size() > 1 && has_digit(chunk)) {
        // An id as a whole, or the beginning of an e-mail.
        return words.push_back(word_of({joined(parts), std::string(chunk)}));
    }
    for (const auto& part : parts) words.push_back(word_of({part}));
}

}  // namespace

Tokens customer_tokens(const CustomerFields& fields, std::span<const ProfileKey> profiles) {
    TokenList list;
    list.name(fields.name);
    list.email(fields.email);
    list.phone(fields.phone);
    list.facet(Facet::city, fields.city);
    list.facet(Facet::country, fields.country);
    for (const auto& profile : profiles.first(std::min(profiles.size(), kMaxProfiles))) {
        add_profile(list, profile);
    }
    return list.take();
}

Tokens product_tokens(std::string_view title, std::string_view key) {
    TokenList list;
    list.name(title);
    list.id(key);
    return list.take();
}

std::string facet_token(Facet facet, std::string_view value) {
    const std::string key = search_key(value);
    if (key.empty()) return {};
    return shortened((facet == Facet::city ? " city " : " country ") + key);
}

std::vector<SearchWord> search_words(std::string_view text) {
    constexpr std::size_t kMinPhoneDigits = 7;
    const std::string key = search_key(text);
    const auto digits = std::count_if(key.begin(), key.end(), [](char c) {
        return has_digit({&c, 1});
    });
    std::vector<SearchWord> words;
    if (is_phone_like(key) && digits >= static_cast<std::ptrdiff_t>(kMinPhoneDigits)) {
        add_words(words, key);  // "+98 912 123 4567" is one number
        return words;
    }
    for (const auto chunk : chunks_of(key)) add_words(words, chunk);
    if (words.size() > kMaxWords) words.resize(kMaxWords);
    return words;
}

const std::string* first_answer(const Tokens& tokens, const SearchWord& word) {
    for (const auto& prefix : word.prefixes) {
        const auto found = std::lower_bound(tokens.begin(), tokens.end(), prefix);
        if (found != tokens.end() && found->starts_with(prefix)) return &*found;
    }
    return nullptr;
}

std::string prefix_end(std::string_view prefix) {
    return std::string(prefix) + std::string(kLastCharacter);
}

}  // namespace vafa::commerce
