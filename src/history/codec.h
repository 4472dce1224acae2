#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "history/event.h"

namespace vafa::history {

// A batch of events as bytes, for the outbox: numbers as the difference to the event before, in
// as few bytes as it needs; source, kind, subject kind and currency once a batch; a checksum. Bytes
// that were altered or cut are `error.outbox_damaged`, never a wrong event.
std::string encode_events(std::span<const Event> events);
Result<std::vector<Event>> decode_events(std::string_view bytes);

}  // namespace vafa::history
