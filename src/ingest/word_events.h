#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "commerce/api.h"
#include "history/event.h"

namespace vafa::ingest {

// What files say of customers and products, for history; the timeline knows nothing of it.
inline constexpr const char* kCustomerKind = "customer";
inline constexpr const char* kProductKind = "product";
inline constexpr std::array<std::string_view, 2> kTracklessKinds{kCustomerKind, kProductKind};

// One event a fact, but for those that say again what stood. Partition and seq are left to the
// outbox.
std::vector<history::Event> word_events(std::span<const commerce::CustomerFact> facts,
                                        const commerce::WordChanges& changes, TimeMs now,
                                        IdSource& ids);
std::vector<history::Event> word_events(std::span<const commerce::ProductFact> facts,
                                        const commerce::WordChanges& changes, TimeMs now,
                                        IdSource& ids);

}  // namespace vafa::ingest
