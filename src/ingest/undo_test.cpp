// Taking imports back, against a store that they never reached.
#include <gtest/gtest.h>

#include "commerce/testdata.h"
#include "ingest/undo_test_store.h"

namespace vafa::ingest {
namespace {

using commerce::make_line;
using commerce::make_order;
using commerce::OrderFact;
using test::must;

int stores(test::Backend backend) { return backend == test::Backend::sqlite ? 10 : 4; }

class Undo : public ::testing::TestWithParam<test::Backend> {
protected:
    void SetUp() override {
        if (!test::TestDb::open(GetParam())) GTEST_SKIP() << "no such database here";
    }
    UndoTestStore make() { return UndoTestStore(GetParam()); }
};
VAFA_ON_EVERY_DATABASE(Undo);

OrderFact newer(OrderFact fact, int by = 1) {
    fact.version += std::int64_t{16} * by;
    return fact;
}
OrderFact named(OrderFact fact, std::string name) {
    fact.customer_fields.name = std::move(name);
    return fact;
}

void expect_equal(UndoTestStore& store, UndoTestStore& never, const std::string& what) {
    EXPECT_EQ(store.state(), never.state()) << what;
    EXPECT_EQ(store.current(), never.current()) << what;
    EXPECT_EQ(store.rebuilt(), never.rebuilt()) << what;
    EXPECT_EQ(store.live(), never.live()) << what;
}

TEST_P(Undo, LeavesNothingOfTheOnlyImport) {
    UndoTestStore store = make(), never = make();
    OrderFact fact = named(make_order("a", "ann", 1000), "Ann");
    fact.lines = {make_line("p1", "Tea", 1000)};
    store.tell(1, {fact, make_order("b", "", 5)});
    const UndoResult result = must(store.undo(1));
    EXPECT_EQ(result.done.removed, 2);
    EXPECT_EQ(result.done.customers, 1);
    expect_equal(store, never, "undone");
    store.tell(2, {fact});
    never.tell(2, {fact});
    expect_equal(store, never, "imported again");
}

TEST_P(Undo, GivesAnOrderBackToTheImportThatOnlySaidTheSame) {
    UndoTestStore store = make(), never = make();
    const OrderFact fact = named(make_order("a", "ann", 1000), "Ann");
    store.tell(1, {fact});
    store.tell(2, {fact});
    never.tell(2, {fact});
    const UndoResult result = must(store.undo(1));
    EXPECT_EQ(result.done.removed, 0);
    expect_equal(store, never, "claimed");
    must(store.undo(2));
    EXPECT_EQ(store.live(), "");
}

TEST_P(Undo, FindsTheOlderWordsOfAnOrderThatASecondImportChanged) {
    UndoTestStore store = make(), never = make();
    const OrderFact first = named(make_order("a", "ann", 1000), "Ann");
    store.tell(1, {first});
    never.tell(1, {first});
    store.tell(2, {newer(named(make_order("a", "bob", 70), "Bob"))});
    must(store.undo(2));
    expect_equal(store, never, "the first again");
}

TEST_P(Undo, RefusesWhatIsNotThereNotOverOrUndone) {
    UndoTestStore store = make();
    store.tell(1, {make_order("a", "ann", 1)});
    test::expect_error(store.undo(9), "error.import_not_found");
    must(store.undo(1));
    test::expect_error(store.undo(1), "error.import_undone");
    must(store.database().write([&](sql::Session& session) -> Result<void> {
        commerce::ImportRecord record;
        record.id = store.import(2);
        commerce::add_import(session, record);
        record.id = store.import(3);
        record.state = commerce::ImportState::queued;
        commerce::add_import(session, record);
        return {};
    }));
    test::expect_error(store.undo(2), "error.import_not_over");
    test::expect_error(store.undo(3), "error.import_not_over");
}

// Content from a small pool, so that imports often say the same; versions mostly equal, as in files
// without a column for them.
OrderFact random_fact(Rng& rng, const std::string& key) {
    OrderFact fact = make_order(key, "c" + std::to_string(rng.below(4)),
                                static_cast<std::int64_t>(rng.below(2)) * 100);
    if (rng.chance(0.15)) fact.customer.reset();
    if (rng.chance(0.2)) fact.customer = commerce::ProfileKey{commerce::ProfileKind::name, "n"};
    if (rng.chance(0.1)) fact.status = commerce::OrderStatus::deleted;
    fact.ordered_at += rng.between(0, 1);
    fact.version =
        commerce::make_version(rng.chance(0.6) ? 5 : rng.between(3, 7), commerce::SourceRank::file);
    if (rng.chance(0.5)) fact.customer_fields.name = "n" + std::to_string(rng.below(2));
    if (rng.chance(0.3)) fact.customer_fields.city = "Rey";
    if (rng.chance(0.2)) fact.customer_fields.traits = {{"t", std::to_string(rng.below(2))}};
    if (rng.chance(0.4)) {
        fact.lines = {make_line("p" + std::to_string(rng.below(3)),
                                rng.chance(0.8) ? "T" + std::to_string(rng.below(3)) : "", 100)};
        if (rng.chance(0.3)) fact.lines.push_back(make_line("p0", "Cup", 50));
    }
    return fact;
}

struct Batch {
    int import = 0;
    std::vector<OrderFact> facts;
};

// Each import tells of an order once; its batches come in a row, or between those of others.
std::vector<Batch> random_batches(Rng& rng, int imports) {
    std::vector<Batch> batches;
    for (int import = 1; import <= imports; ++import) {
        Batch batch{import, {}};
        for (int order = 0; order < 8; ++order) {
            if (!rng.chance(0.6)) continue;
            batch.facts.push_back(random_fact(rng, "o" + std::to_string(order)));
            if (rng.chance(0.3)) batches.push_back(std::exchange(batch, {import, {}}));
        }
        if (!batch.facts.empty()) batches.push_back(batch);
    }
    if (rng.chance(0.5)) {
        for (std::size_t i = batches.size() - 1; i > 0; --i) {
            std::swap(batches[i], batches[rng.below(i + 1)]);
        }
    }
    return batches;
}

bool is_in(const std::vector<int>& imports, int import) {
    return std::find(imports.begin(), imports.end(), import) != imports.end();
}

// Imports in random order, some of them to be undone.
std::vector<int> random_choice(Rng& rng, const std::vector<Batch>& batches) {
    std::vector<int> all;
    for (const Batch& batch : batches) {
        if (!is_in(all, batch.import)) all.push_back(batch.import);
    }
    for (std::size_t i = all.size() - 1; i > 0; --i) std::swap(all[i], all[rng.below(i + 1)]);
    all.resize(1 + rng.below(all.size()));
    return all;
}

TEST_P(Undo, EqualsAStoreThatNeverImportedIt) {
    const Rng base(77);
    for (int seed = 1; seed <= stores(GetParam()) && !HasFailure(); ++seed) {
        Rng rng = base.fork("store", static_cast<std::uint64_t>(seed));
        const int imports = static_cast<int>(rng.between(2, 5));
        const auto batches = random_batches(rng, imports);
        const auto undone = random_choice(rng, batches);
        UndoTestStore store = make(), never = make();
        for (const Batch& batch : batches) store.tell(batch.import, batch.facts);
        for (const Batch& batch : batches) {
            if (!is_in(undone, batch.import)) never.tell(batch.import, batch.facts);
        }
        for (const int import : undone) must(store.undo(import));
        expect_equal(store, never, "seed " + std::to_string(seed));
        // What was undone may come again, under another name.
        for (const Batch& batch : batches) {
            if (!is_in(undone, batch.import)) continue;
            store.tell(batch.import + 10, batch.facts);
            never.tell(batch.import + 10, batch.facts);
        }
        expect_equal(store, never, "again, seed " + std::to_string(seed));
        const int last = undone.front() + 10;
        must(store.undo(last));
        must(never.undo(last));
        expect_equal(store, never, "undone again, seed " + std::to_string(seed));
    }
}

TEST_P(Undo, MayHappenBetweenImports) {
    const Rng base(78);
    for (int seed = 1; seed <= stores(GetParam()) && !HasFailure(); ++seed) {
        Rng rng = base.fork("store", static_cast<std::uint64_t>(seed));
        const int imports = static_cast<int>(rng.between(2, 5));
        const auto batches = random_batches(rng, imports);
        UndoTestStore store = make(), never = make();
        const int undone = batches.front().import;
        std::size_t last = 0;
        for (std::size_t i = 0; i < batches.size(); ++i) {
            if (batches[i].import == undone) last = i;
        }
        const std::size_t when = last + rng.below(batches.size() - last);
        for (std::size_t i = 0; i < batches.size(); ++i) {
            store.tell(batches[i].import, batches[i].facts);
            if (batches[i].import != undone) never.tell(batches[i].import, batches[i].facts);
            if (i == when) must(store.undo(undone));
        }
        expect_equal(store, never, "seed " + std::to_string(seed));
    }
}

TEST_P(Undo, KilledAnywhereEndsAsIfItHadNotBeen) {
    Rng rng(79);
    const auto batches = random_batches(rng, 4);
    UndoTestStore whole = make();
    for (const Batch& batch : batches) whole.tell(batch.import, batch.facts);
    must(whole.undo(2));
    for (int step = 1;; ++step) {
        UndoTestStore store = make();
        for (const Batch& batch : batches) store.tell(batch.import, batch.facts);
        store.crash_in(step);
        const auto killed = store.undo(2);
        if (killed.has_value()) {
            EXPECT_GT(step, 25);
            break;
        }
        store.start();
        const auto left = must(unfinished_undos(store.deps()));
        // Killed behind the last commit, nothing is left to do.
        if (!left.empty()) must(store.resume(2));
        expect_equal(store, whole, "killed at step " + std::to_string(step));
        if (HasFailure()) break;
    }
}

ProfileId profile_of(UndoTestStore& store, const std::string& key) {
    return must(store.database().read([&](sql::Session& session) -> Result<ProfileId> {
        ProfileId id;
        const sql::RowFn take = [&](const sql::Row& row) { id.value = row.integer(0); };
        session.run("SELECT id FROM commerce_profile WHERE key = '" + key + "'", {}, &take);
        return id;
    }));
}

void link(UndoTestStore& store, const std::string& from, const std::string& into) {
    const CustomerId a{profile_of(store, from).value}, b{profile_of(store, into).value};
    EXPECT_TRUE(must(store.database().write([&](sql::Session& session) -> Result<bool> {
        return commerce::merge_customers(session, a, b, {1, 1, "manual"});
    })));
    store.start();
}

TEST_P(Undo, KeepsWhatTheUserLinkedAsFarAsItsProfilesStay) {
    UndoTestStore store = make(), never = make();
    const OrderFact ann = named(make_order("a", "ann", 1), "Ann");
    const OrderFact bob = named(make_order("b", "bob", 2), "Bob");
    for (UndoTestStore* one : {&store, &never}) one->tell(1, {ann, bob});
    store.tell(2, {named(make_order("c", "cid", 3), "Cid"), newer(named(ann, "Anna"))});
    for (UndoTestStore* one : {&store, &never}) link(*one, "bob", "ann");
    link(store, "cid", "ann");
    must(store.undo(2));
    expect_equal(store, never, "one of three went");
}

TEST_P(Undo, LeavesLinkedProfilesBehindWhenTheCanonicalOneGoes) {
    UndoTestStore store = make(), never = make();
    const OrderFact ann = named(make_order("a", "ann", 1), "Ann");
    store.tell(2, {named(make_order("c", "cid", 3), "Cid")});
    for (UndoTestStore* one : {&store, &never}) one->tell(1, {ann});
    link(store, "ann", "cid");
    must(store.undo(2));
    expect_equal(store, never, "the canonical one went");
}

}  // namespace
}  // namespace vafa::ingest
