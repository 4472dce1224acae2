#pragma once

#include <span>
#include <vector>

#include "commerce/api.h"
#include "history/event.h"
#include "timeline/types.h"

namespace vafa::ingest {

// The words that the stores of ARCHITECTURE section 3 agree on.
inline constexpr const char* kOrderKind = "order";  // of events and their track
inline constexpr const char* kOrderSubject = "order";

// One event a fact that history is to keep, in order of arrival: all but those that say again what
// stood. Partition and seq are left to the outbox.
std::vector<history::Event> order_events(std::span<const commerce::OrderFact> facts,
                                         const commerce::Changes& changes, TimeMs now,
                                         IdSource& ids);

// What the timeline forgets and learns; a deleted order has no row.
std::vector<timeline::Row> order_rows(std::span<const commerce::Change> changes);

// The fact that an event keeps, for a replay; the event must outlive it.
Result<commerce::Told> told_by(const history::Event& event);
// Events of their own for facts that were claims, as of their arrival.
std::vector<history::Event> revealed_events(const commerce::Replay& replay);
// What the timeline forgets and learns when an import is undone. It may have been rebuilt from
// history in the middle, which knows of the undo from its beginning: so each row is taken back
// before it is told, whether it is there or not.
std::vector<timeline::Row> undone_rows(const commerce::UndoneOrders& undone);
// Says that an import is undone; written with each step, so that the number of events tells whether
// a snapshot of the timeline has heard of it.
history::Event undone_mark(ImportId import, TimeMs now, IdSource& ids);

// The end of orders that are taken back: the state they were in, as deleted.
std::vector<history::Event> removal_events(std::span<const commerce::RemovedOrder> orders,
                                           ShopId shop, TimeMs now, IdSource& ids);
std::vector<timeline::Row> removal_rows(std::span<const commerce::RemovedOrder> orders);

}  // namespace vafa::ingest
