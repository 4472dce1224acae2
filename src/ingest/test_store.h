#pragma once

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "base/rng.h"
#include "base/time.h"
#include "commerce/api.h"
#include "commerce/module.h"
#include "history/api.h"
#include "history/outbox.h"
#include "ingest/import_orders.h"
#include "ingest/processor.h"
#include "platform/sql/database.h"
#include "platform/sql/migrate.h"
#include "testing/places.h"
#include "testing/results.h"
#include "testing/test_db.h"
#include "timeline/api.h"

namespace vafa::ingest {

// A whole store in a folder of its own, for tests.
class TestStore {
public:
    explicit TestStore(test::Backend backend = test::Backend::sqlite)
        : test_db_(test::TestDb::open(backend)), database_(&test_db_->database()) {
        std::vector<sql::Migration> all;
        for (const auto& m : commerce::module_migrations()) all.push_back(m);
        for (const auto& m : history::outbox_migrations()) all.push_back(m);
        std::sort(all.begin(), all.end(),
                  [](const auto& a, const auto& b) { return a.number < b.number; });
        test::must(sql::migrate(*database_, all));
        history_ = test::must(history::History::open((dir_ / "history.duckdb").string()));
        processor_ = std::make_unique<Processor>(
            Processor::Deps{*database_, *history_, timeline_, clock_, ids_});
        shop_ = test::must(database_->write([&](sql::Session& session) -> Result<ShopId> {
            return commerce::ensure_shop(session, commerce::kDefaultShop, ids_, clock_.now());
        }));
    }

    ImportDeps deps() {
        return {.database = *database_,
                .intake = *processor_,
                .ids = ids_,
                .clock = clock_,
                .data_dir = dir_.path() / "data",
                .describe = [](const Error& error) { return error.key; }};
    }
    ImportRequest request(std::vector<std::string> files) {
        ImportRequest request;
        request.files = std::move(files);
        request.shop = shop_;
        return request;
    }
    std::string file(const std::string& name, const std::string& content) {
        const auto path = dir_ / name;
        std::ofstream(path, std::ios::binary) << content;
        return path.string();
    }
    Result<ImportResult> import(const std::string& content) {
        return import_orders(deps(), request({file("orders.csv", content)}));
    }
    // Every event of the history, one line each without ids, times of arrival and import: equal
    // stores say the same.
    std::string told() {
        std::vector<std::string> lines;
        test::must(history_->for_each({}, [&](const history::Event& event) {
            lines.push_back(fmt::format("{} {} {} {} {} {}", event.subject_key, event.version,
                                        event.amount_minor, event.currency, event.flags,
                                        event.properties));
        }));
        std::sort(lines.begin(), lines.end());
        std::string all;
        for (const auto& line : lines) all += line + "\n";
        return all;
    }
    std::uint64_t events() { return history_->total(); }
    std::uint64_t timeline_rows() {
        std::uint64_t rows = 0;
        timeline_.scan({}, [&](unsigned, const timeline::Slice& slice) {
            rows += slice.offsets[slice.customers] - slice.offsets[0];
        });
        return rows;
    }

    sql::Database& database() { return *database_; }
    ShopId shop() const { return shop_; }
    const test::TempDir& dir() const { return dir_; }
    std::filesystem::path imports() const { return dir_.path() / "data" / "imports"; }

private:
    test::TempDir dir_;
    FixedClock clock_{1'750'000'000'000};
    Rng rng_{1};
    IdSource ids_{clock_, rng_};
    timeline::Timeline timeline_{TimeZone(), 1};
    std::unique_ptr<test::TestDb> test_db_;
    sql::Database* database_;
    std::unique_ptr<history::History> history_;
    std::unique_ptr<Processor> processor_;
    ShopId shop_;
};

}  // namespace vafa::ingest
