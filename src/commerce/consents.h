#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "commerce/customers.h"
#include "commerce/types.h"

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

// A customer's word on being written to, as it is kept for ever. Words are only ever added (an
// import that is taken back takes its own with it): a customer's present state on a channel is the
// latest word by (at, id) of all its profiles, and what a word replaced stands behind it.
struct ConsentWord {
    std::int64_t id = 0;  // in order of arrival
    ProfileId profile;
    Channel channel = Channel::email;
    bool granted = false;
    TimeMs at = 0;           // when it was said
    TimeMs recorded_at = 0;  // when it was heard
    std::string source;      // "file", "sdk", "webhook", "plugin"
    ImportId import;
    std::string file;
    std::uint64_t row = 0;
    bool operator==(const ConsentWord&) const = default;
};

// A word about to be kept. The consent is the fact's and outlives the call.
struct SaidConsent {
    ProfileId profile;
    const Consent* consent = nullptr;
    TimeMs at = 0;
    Version version = 0;  // tells the source
    ImportId import;
};

// Keeps the words; one that the same import said already adds nothing.
void keep_consents(sql::Session& session, std::span<const SaidConsent> said, TimeMs now,
                   IdSource& ids);

inline constexpr std::size_t kShownConsents = 100;
// The latest first, `limit` of them; of equal words that several imports brought the first heard.
std::vector<ConsentWord> consents_of(sql::Session& session, CustomerId customer, std::size_t limit);

// How a customer stands on a channel; nothing where nobody said anything.
struct ConsentState {
    std::optional<bool> email, sms;
    bool operator==(const ConsentState&) const = default;
};
std::vector<ConsentState> consent_states(sql::Session& session,
                                         std::span<const CustomerCard> customers);

// The channel a fact came by is the low half of its version.
const char* source_name(Version version);

}  // namespace vafa::commerce
