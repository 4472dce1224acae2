#include "commerce/consents.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "commerce/sql.h"
#include "commerce/store.h"
#include "commerce/store_rows.h"
#include "platform/sql/batch.h"

namespace vafa::commerce {
namespace {

ConsentWord word_from(const sql::Row& row) {
    ConsentWord word;
    word.id = row.integer(0);
    word.profile.value = row.integer(1);
    word.channel = static_cast<Channel>(row.integer(2));
    word.granted = row.integer(3) != 0;
    word.at = row.integer(4);
    word.recorded_at = row.integer(5);
    word.source = row.text(6);
    word.import.value = row.integer(7);
    word.file = store::text_at(row, 8);
    word.row = static_cast<std::uint64_t>(row.get<std::optional<std::int64_t>>(9).value_or(0));
    return word;
}

bool later(const ConsentWord& a, const ConsentWord& b) {
    return std::tie(a.at, a.id) > std::tie(b.at, b.id);
}

// The same said again, with nothing between: the first heard stands for both.
bool repeats(const ConsentWord& a, const ConsentWord& b) {
    return std::tie(a.channel, a.at, a.granted, a.profile) ==
           std::tie(b.channel, b.at, b.granted, b.profile);
}

void drop_repeated(std::vector<ConsentWord>& words) {
    std::sort(words.begin(), words.end(), [](const ConsentWord& a, const ConsentWord& b) {
        return std::tie(a.channel, a.at, a.id) < std::tie(b.channel, b.at, b.id);
    });
    words.erase(std::unique(words.begin(), words.end(), repeats), words.end());
}

}  // namespace

void keep_consents(sql::Session& session, std::span<const SaidConsent> said, TimeMs now,
                   IdSource& ids) {
    if (said.empty()) return;
    auto insert = sql::Batch::insert(session, "commerce_consent",
                                     {"id", "profile", "channel", "granted", "at", "recorded_at",
                                      "source", "import_id", "file", "file_row"},
                                     "ON CONFLICT DO NOTHING");
    for (const auto& [profile, consent, at, version, import] : said) {
        const auto row = static_cast<std::int64_t>(consent->row);
        insert.add(ids.next(), profile.value, static_cast<std::int64_t>(consent->channel),
                   std::int64_t{consent->granted ? 1 : 0}, at, now, source_name(version),
                   import.value, store::text_or_null(consent->file),
                   row == 0 ? std::optional<std::int64_t>() : std::optional(row));
    }
    insert.finish();
}

std::vector<ConsentWord> consents_of(sql::Session& session, CustomerId customer,
                                     std::size_t limit) {
    std::vector<ConsentWord> words;
    for (const ProfileId profile : store::profiles_of(session, customer)) {
        for (const Channel channel : {Channel::email, Channel::sms}) {
            session.rows(queries::consents_of_profile,
                         {{"profile", profile.value},
                          {"channel", static_cast<std::int64_t>(channel)},
                          {"limit", static_cast<std::int64_t>(limit)}},
                         [&](const sql::Row& row) { words.push_back(word_from(row)); });
        }
    }
    drop_repeated(words);
    std::sort(words.begin(), words.end(), later);
    if (words.size() > limit) words.resize(limit);
    return words;
}

std::vector<ConsentState> consent_states(sql::Session& session,
                                         std::span<const CustomerCard> customers) {
    std::map<std::int64_t, std::size_t> customer_of;
    for (std::size_t i = 0; i < customers.size(); ++i) {
        for (const Profile& profile : customers[i].profiles) customer_of[profile.id.value] = i;
    }
    std::vector<std::int64_t> profiles;
    for (const auto& [profile, customer] : customer_of) profiles.push_back(profile);
    std::map<std::pair<std::size_t, Channel>, ConsentWord> latest;
    session.lookup(queries::consents_by_profile, profiles, [&](const sql::Row& row) {
        ConsentWord word = word_from(row);
        const std::size_t customer = customer_of.at(word.profile.value);
        auto [known, fresh] = latest.try_emplace({customer, word.channel}, word);
        if (!fresh && later(word, known->second)) known->second = std::move(word);
    });
    std::vector<ConsentState> states(customers.size());
    for (const auto& [key, word] : latest) {
        ConsentState& state = states[key.first];
        (key.second == Channel::email ? state.email : state.sms) = word.granted;
    }
    return states;
}

const char* source_name(Version version) {
    switch (static_cast<SourceRank>(version & 15)) {
        case SourceRank::file:
            return "file";
        case SourceRank::sdk:
            return "sdk";
        case SourceRank::webhook:
            return "webhook";
        case SourceRank::plugin:
            return "plugin";
    }
    return "";
}

}  // namespace vafa::commerce
