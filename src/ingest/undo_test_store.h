#pragma once

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/rng.h"
#include "base/time.h"
#include "commerce/api.h"
#include "commerce/module.h"
#include "history/api.h"
#include "history/outbox.h"
#include "ingest/processor.h"
#include "ingest/undo_import.h"
#include "platform/sql/database.h"
#include "platform/sql/migrate.h"
#include "testing/places.h"
#include "testing/results.h"
#include "testing/test_db.h"
#include "timeline/api.h"
#include "timeline/rebuild.h"

namespace vafa::ingest {

// A store of imports, on any database, whose process can be killed; and all that it knows as text,
// with keys in the place of ids.
class UndoTestStore {
public:
    explicit UndoTestStore(test::Backend backend) : test_db_(test::TestDb::open(backend)) {
        if (!test_db_) return;
        std::vector<sql::Migration> all;
        for (const auto& step : commerce::module_migrations()) all.push_back(step);
        for (const auto& step : history::outbox_migrations()) all.push_back(step);
        std::sort(all.begin(), all.end(),
                  [](const auto& a, const auto& b) { return a.number < b.number; });
        test::must(sql::migrate(database(), all));
        start();
    }
    bool open() const { return test_db_ != nullptr; }

    // A process that begins on what the last one left.
    void start() {
        processor_.reset();
        timeline_.reset();
        history_.reset();
        history_ = test::must(history::History::open((dir_ / "history.duckdb").string()));
        test::must(Processor::recover(database(), *history_));
        timeline_ = std::make_unique<timeline::Timeline>(TimeZone(), 1);
        test::must(timeline::rebuild(*timeline_, *history_));
        test::must(database().read([&](sql::Session& session) -> Result<void> {
            timeline_->set_links(commerce::all_links(session));
            return {};
        }));
        processor_ = std::make_unique<Processor>(
            Processor::Deps{database(), *history_, *timeline_, clock_, ids_},
            [this](const char* step) { return pass(step); });
    }
    // Dies at the nth step passed from now on; 0: never.
    void crash_in(int steps) { crash_in_ = steps; }

    // Import `number`, from 1; its record is made when it is first heard of.
    ImportId import(int number) const { return ImportId{kFirstImport + number}; }
    void tell(int number, std::vector<commerce::OrderFact> facts) {
        clock_.advance(1000);
        for (auto& fact : facts) fact.import = import(number);
        test::must(database().write([&](sql::Session& session) -> Result<void> {
            if (commerce::find_import(session, import(number))) return {};
            commerce::ImportRecord record;
            record.id = import(number);
            record.state = commerce::ImportState::done;
            commerce::add_import(session, record);
            return {};
        }));
        test::must(processor_->apply(facts));
    }
    Result<UndoResult> undo(int number) {
        clock_.advance(1000);
        return undo_import(deps(), import(number));
    }
    Result<UndoResult> resume(int number) { return resume_undo(deps(), import(number)); }

    ImportDeps deps() {
        return {.database = database(),
                .intake = *processor_,
                .ids = ids_,
                .clock = clock_,
                .data_dir = dir_.path() / "data",
                .describe = {}};
    }
    sql::Database& database() { return test_db_->database(); }
    history::History& history() { return *history_; }

    // The state in SQL.
    std::string state() {
        return ask("SELECT o.order_key, o.number, p.key, CAST(o.status AS TEXT), "
                   "CAST(o.ordered_at AS TEXT), CAST(o.flags AS TEXT), CAST(o.net_minor AS TEXT), "
                   "CAST(o.version AS TEXT), CAST(o.import_id AS TEXT), "
                   "CAST(o.fingerprint AS TEXT), o.customer_fields FROM commerce_order o LEFT "
                   "JOIN commerce_profile p ON p.id = o.profile ORDER BY 1") +
               ask("SELECT o.order_key, CAST(l.position AS TEXT), l.product, l.title, l.category "
                   "FROM commerce_order_line l LEFT JOIN commerce_order o ON o.id = l.order_id "
                   "ORDER BY 1, 2") +
               ask("SELECT o.order_key, CAST(c.import_id AS TEXT), CAST(c.version AS TEXT), "
                   "CAST(c.fingerprint AS TEXT) FROM commerce_order_claim c LEFT JOIN "
                   "commerce_order o ON o.id = c.order_id ORDER BY 1, 2") +
               ask("SELECT CAST(kind AS TEXT), key FROM commerce_profile ORDER BY 1, 2") +
               ask("SELECT p.key, q.key FROM commerce_profile_link l LEFT JOIN commerce_profile p "
                   "ON p.id = l.profile LEFT JOIN commerce_profile q ON q.id = l.customer "
                   "WHERE l.profile <> l.customer ORDER BY 1") +
               ask("SELECT p.key, c.name, c.email, c.phone, c.city, c.country, c.traits FROM "
                   "commerce_customer c LEFT JOIN commerce_profile p ON p.id = c.id ORDER BY 1") +
               ask("SELECT p.key, t.token FROM commerce_search_token t LEFT JOIN "
                   "commerce_profile p ON p.id = t.customer ORDER BY 1, 2") +
               ask("SELECT key, title, CAST(title_at AS TEXT), title_order_key, "
                   "CAST(title_version AS TEXT), category, CAST(category_at AS TEXT), "
                   "category_order_key, CAST(category_version AS TEXT) FROM commerce_product "
                   "ORDER BY 1") +
               ask("SELECT p.key, t.token FROM commerce_product_token t LEFT JOIN "
                   "commerce_product p ON p.id = t.product ORDER BY 1, 2") +
               ask("SELECT key, value FROM commerce_setting ORDER BY 1");
    }
    // What history says is current.
    std::string current() {
        const auto orders = names("SELECT id, order_key FROM commerce_order");
        const auto profiles = names("SELECT id, key FROM commerce_profile");
        std::vector<std::string> lines;
        test::must(history_->scan_current("order", [&](const history::CurrentChunk& chunk) {
            for (std::size_t i = 0; i < chunk.profile.size(); ++i) {
                lines.push_back(fmt::format("{}|{}|{}|{}|{}\n", name(orders, chunk.subject_id[i]),
                                            name(profiles, chunk.profile[i]), chunk.occurred_at[i],
                                            chunk.amount_minor[i], chunk.flags[i]));
            }
        }));
        for (const char* property : {"product", "category", "city", "trait.t"}) {
            test::must(
                history_->scan_property("order", property, [&](const history::PropertyRow& row) {
                    lines.push_back(fmt::format("{} {}|{}|{}\n", property,
                                                name(orders, row.subject_id),
                                                name(profiles, row.profile), row.value));
                }));
        }
        return joined(lines);
    }
    std::string live() { return rows_of(*timeline_); }
    std::string rebuilt() {
        timeline::Timeline made(TimeZone(), 1);
        test::must(timeline::rebuild(made, *history_));
        test::must(database().read([&](sql::Session& session) -> Result<void> {
            made.set_links(commerce::all_links(session));
            return {};
        }));
        return rows_of(made);
    }
    std::string ask(std::string_view sql) {
        return test::must(database().read([&](sql::Session& session) -> Result<std::string> {
            std::string out;
            const sql::RowFn line = [&](const sql::Row& row) {
                for (int i = 0; i < row.columns(); ++i) {
                    out += i == 0 ? "" : "|";
                    out += row.is_null(i) ? std::string("-") : std::string(row.text(i));
                }
                out += "\n";
            };
            session.run(sql, {}, &line);
            return out + "--\n";
        }));
    }

private:
    static constexpr std::int64_t kFirstImport = 700;
    using Names = std::map<std::int64_t, std::string>;

    Result<void> pass(const char*) {
        if (crash_in_ > 0 && --crash_in_ == 0) return Error{ErrorCode::internal, "test.crash"};
        return {};
    }
    Names names(std::string_view sql) {
        return test::must(database().read([&](sql::Session& session) -> Result<Names> {
            Names names;
            const sql::RowFn line = [&](const sql::Row& row) {
                names[row.integer(0)] = row.text(1);
            };
            session.run(sql, {}, &line);
            return names;
        }));
    }
    static std::string name(const Names& names, std::int64_t id) {
        const auto found = names.find(id);
        return id == 0 ? "-" : found == names.end() ? "?" : found->second;
    }
    static std::string joined(std::vector<std::string>& lines) {
        std::sort(lines.begin(), lines.end());
        return fmt::format("{}", fmt::join(lines, ""));
    }
    std::string rows_of(timeline::Timeline& timeline) {
        const auto profiles = names("SELECT id, key FROM commerce_profile");
        std::vector<std::string> lines;
        const auto collect = [&](const timeline::Slice& slice) {
            for (std::uint32_t c = 0; c < slice.customers; ++c) {
                for (std::uint32_t i = slice.offsets[c]; i < slice.offsets[c + 1]; ++i) {
                    lines.push_back(fmt::format("{} {}+{} {} {}\n", name(profiles, slice.ids[c]),
                                                slice.day[i], slice.ms[i], slice.amount_at(i),
                                                slice.flags[i]));
                }
            }
        };
        timeline.scan({}, [&](unsigned, const timeline::Slice& slice) { collect(slice); });
        timeline.scan_anonymous({}, collect);
        return joined(lines);
    }

    std::unique_ptr<test::TestDb> test_db_;
    test::TempDir dir_;
    FixedClock clock_{1'750'000'000'000};
    Rng rng_{5};
    IdSource ids_{clock_, rng_};
    std::unique_ptr<history::History> history_;
    std::unique_ptr<timeline::Timeline> timeline_;
    std::unique_ptr<Processor> processor_;
    int crash_in_ = 0;
};

}  // namespace vafa::ingest
