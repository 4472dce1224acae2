#include "ingest/staged_rows.h"

#include <algorithm>
#include <array>

#include "ingest/cells.h"
#include "ingest/person_values.h"

namespace vafa::ingest {

std::string_view first_text(RowsOfOne rows, StagedText text) {
    for (const StagedRow* row : rows) {
        if (!(*row)[text].empty()) return (*row)[text];
    }
    return {};
}

commerce::CustomerFields customer_fields_of(RowsOfOne rows) {
    return {.name = std::string(first_text(rows, StagedText::name)),
            .email = std::string(first_text(rows, StagedText::email)),
            .phone = std::string(first_text(rows, StagedText::phone)),
            .city = std::string(first_text(rows, StagedText::city)),
            .country = std::string(first_text(rows, StagedText::country)),
            .traits = {}};
}

std::vector<std::pair<std::string, std::string>> traits_of(RowsOfOne rows, const TraitTable& table,
                                                           TraitOwner owner) {
    std::vector<std::pair<std::string, std::string>> traits;
    std::vector<bool> said(table.size(), false);
    std::string tags;
    std::optional<std::int64_t> tags_said_at;
    for (const StagedRow* row : rows) {
        std::string_view packed = (*row)[StagedText::traits];
        PackedTrait trait;
        while (take_trait(packed, trait)) {
            if (trait.place >= table.size() || table[trait.place].owner != owner) continue;
            const auto said_at = (*row)[StagedNumber::modified_at];
            if (trait.place == kTagsPlace) {
                if (tags.empty()) tags_said_at = said_at;
                if (said_at == tags_said_at) tags.append(tags.empty() ? "" : ",") += trait.value;
            } else if (!said[trait.place]) {
                said[trait.place] = true;
                traits.emplace_back(table[trait.place].name, trait.value);
            }
        }
    }
    if (!tags.empty())
        traits.emplace_back(table[kTagsPlace].name,
                            std::string(shortened(sorted_tags(tags), kMaxTraitBytes)));
    std::sort(traits.begin(), traits.end());
    return traits;
}

std::vector<commerce::Consent> consents_of(RowsOfOne rows, const std::vector<std::string>& files) {
    using commerce::Channel;
    struct Bits {
        Channel channel;
        std::int64_t said, granted;
    };
    constexpr std::array kChannels = {
        Bits{Channel::email, consent_bit::kEmailSaid, consent_bit::kEmailGranted},
        Bits{Channel::sms, consent_bit::kSmsSaid, consent_bit::kSmsGranted}};
    std::vector<commerce::Consent> consents;
    for (const auto& [channel, said, granted] : kChannels) {
        for (const StagedRow* row : rows) {
            const std::int64_t bits = (*row)[StagedNumber::consents].value_or(0);
            if ((bits & said) == 0) continue;
            consents.push_back({.channel = channel,
                                .granted = (bits & granted) != 0,
                                .file = row->file < files.size() ? files[row->file] : "",
                                .row = row->line});
            break;
        }
    }
    return consents;
}

}  // namespace vafa::ingest
