#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "app/demo/generate.h"
#include "app/live_store.h"
#include "ingest/import_types.h"

// The made-up store inside a real one: an import of kind "demo" into a shop of its own, made from
// its record alone and so made again, the same, by whoever comes after a kill; taken back whole.
namespace vafa::app {

// What the record keeps: everything that decides which store is made.
struct DemoOrder {
    std::string market;  // "iran", "russia", "europe"
    std::int64_t customers = 3000;
    std::uint64_t seed = 1;
    std::string last_day;  // Gregorian
    bool plain = false;
    std::string currency_before;  // the store's own, to be its own again; may be empty
};
BOOST_DESCRIBE_STRUCT(DemoOrder, (), (market, customers, seed, last_day, plain, currency_before))

// The store's demo as its latest record says, if it has one that is not wholly gone.
std::optional<commerce::ImportRecord> demo_of(sql::Session& session);

// Queues one, in the caller's transaction; without a last day orders end yesterday. A store without
// a currency takes over the ways of the market. conflict `error.demo_exists`,
// `error.demo_currency`.
Result<ImportId> queue_demo(sql::Session& session, IdSource& ids, TimeMs now, DemoOrder order);

// Makes what a queued or interrupted record says, and writes down that it is done.
Result<ingest::ImportResult> make_demo(LiveStore& store, const commerce::ImportRecord& record,
                                       const ingest::ImportWatch& watch);
demo::DemoOptions demo_options(const DemoOrder& order);
DemoOrder demo_order_of(const commerce::ImportRecord& record);

// Marks the demo as taken back, in the caller's transaction; resume_undo takes it back. not_found
// `error.no_demo`; conflict while it is made (`error.import_not_over`).
Result<ImportId> begin_demo_removal(sql::Session& session, IdSource& ids, TimeMs now);
// What a demo that was taken back leaves: its shop, its record, the currency; the notes and goals
// of the board, as far as they were written before the store had orders of its own. May be called
// at any time. True: there was something.
Result<bool> sweep_demo(sql::Database& database);

}  // namespace vafa::app
