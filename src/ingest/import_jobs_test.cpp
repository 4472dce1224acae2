#include "ingest/import_jobs.h"

#include <gtest/gtest.h>
#include <semaphore>

#include "ingest/import_record.h"
#include "ingest/test_store.h"
#include "platform/files/whole_file.h"

namespace vafa::ingest {
namespace {

using commerce::ImportState;
using test::must;

constexpr const char* kOrders =
    "order,customer,date,amount\n1,ann,2024-01-05,10.00\n2,bob,2024-01-09,20.00\n"
    "3,ann,2024-02-05,30.00\n4,eve,never,5.00\n";

// Passes on, after asking whether to.
class Guarded final : public Intake {
public:
    explicit Guarded(Intake& behind) : behind_(behind) {}
    Result<Outcome> apply(std::span<const commerce::OrderFact> facts, const Also& also) override {
        if (before) VAFA_CHECK(before());
        return behind_.apply(facts, also);
    }
    Result<Outcome> apply(std::span<const commerce::CustomerFact> facts,
                          const Also& also) override {
        if (before) VAFA_CHECK(before());
        return behind_.apply(facts, also);
    }
    Result<Outcome> apply(std::span<const commerce::ProductFact> facts, const Also& also) override {
        if (before) VAFA_CHECK(before());
        return behind_.apply(facts, also);
    }
    Result<std::int64_t> remove_shop(ShopId shop) override { return behind_.remove_shop(shop); }
    Result<UndoProgress> undo_step(ImportId import) override {
        if (before) VAFA_CHECK(before());
        return behind_.undo_step(import);
    }
    std::function<Result<void>()> before;

private:
    Intake& behind_;
};

class ImportJobsTest : public ::testing::Test {
protected:
    // The jobs of a process; the one before is gone.
    ImportJobs& open() {
        jobs_.reset();
        const ImportDeps parts = store_.deps();
        jobs_ = std::make_unique<ImportJobs>(
            ImportJobs::Ports{.database = parts.database,
                              .intake = guarded_,
                              .ids = parts.ids,
                              .clock = parts.clock,
                              .data_dir = parts.data_dir,
                              .turn = [this] { return std::unique_lock(importing_); },
                              .settings_changed = [] { return Result<void>(); },
                              .save =
                                  [this] {
                                      ended_.release();
                                      if (saving_throws_) throw std::runtime_error("a reader");
                                      return Result<void>();
                                  }});
        return *jobs_;
    }
    std::string upload(const std::string& text) {
        const std::string file = store_.file("spooled", text);
        return to_string(must(jobs_->uploads().take(file, "orders.csv")).id);
    }
    static ImportOrder order_for(const std::string& upload) {
        ImportOrder order;
        order.uploads = {upload};
        order.currency = "EUR";
        return order;
    }
    ImportId enqueue(const ImportOrder& order) {
        return must(store_.database().write(
            [&](sql::Session& session) { return jobs_->enqueue(session, order); }));
    }
    ImportId enqueue(const std::string& text) { return enqueue(order_for(upload(text))); }
    // Until `imports` of them have ended and the thread is done.
    void run(int imports = 1) {
        jobs_->start();
        for (int i = 0; i < imports; ++i) ended_.acquire();
        jobs_->stop();
    }
    commerce::ImportRecord record(ImportId id) {
        return must(store_.database().read([&](sql::Session& session) {
                   return Result<std::optional<commerce::ImportRecord>>(
                       commerce::find_import(session, id));
               }))
            .value();
    }
    Result<void> cancel(ImportId id) {
        auto done = store_.database().write(
            [&](sql::Session& session) { return jobs_->cancel(session, id); });
        if (done.has_value()) jobs_->interrupt(id);
        return done;
    }

    TestStore store_;
    ImportDeps deps_ = store_.deps();
    Guarded guarded_{deps_.intake};
    std::mutex importing_;
    bool saving_throws_ = false;
    std::counting_semaphore<> ended_{0};
    std::unique_ptr<ImportJobs> jobs_;
};

TEST_F(ImportJobsTest, AQueuedImportRunsToItsEndAndSaysHowItWent) {
    open();
    const ImportId id = enqueue(kOrders);
    EXPECT_EQ(record(id).state, ImportState::queued);
    run();
    const auto after = record(id);
    EXPECT_EQ(after.state, ImportState::done);
    const auto result = result_in(after.counters, i18n::Locale::fa);
    ASSERT_TRUE(result.has_value());
    EXPECT_EQ(result->orders_added, 3);
    EXPECT_EQ(result->rejected, 1);
    EXPECT_EQ(result->columns.front().file, "orders.csv");
    EXPECT_TRUE(std::filesystem::exists(jobs_->rejected_file(id)));
    EXPECT_EQ(store_.events(), 3U);
    EXPECT_FALSE(jobs_->progress(id).has_value());
}

TEST_F(ImportJobsTest, SeveralRunOneAfterAnother) {
    open();
    const ImportId first = enqueue(kOrders);
    const ImportId second = enqueue("order,customer,date,amount\n9,zoe,2024-05-05,1.00\n");
    run(2);
    EXPECT_EQ(record(first).state, ImportState::done);
    EXPECT_EQ(record(second).state, ImportState::done);
    EXPECT_EQ(store_.events(), 4U);
}

TEST_F(ImportJobsTest, OneKilledWhileReadingIsBegunAgain) {
    open();
    const ImportId id = enqueue(kOrders);
    const auto staging = store_.imports() / to_string(id);
    must(files::make_folders(staging));  // what was read before the kill
    must(files::write_file(staging / "0.run", "half a run"));
    open();
    run();
    EXPECT_EQ(record(id).state, ImportState::done);
    EXPECT_EQ(store_.events(), 3U);
    EXPECT_FALSE(std::filesystem::exists(staging));
}

TEST_F(ImportJobsTest, OneThatFailedWhileApplyingIsResumedByTheNextProcess) {
    open();
    guarded_.before = [] { return Result<void>(Error{ErrorCode::unavailable, "test.full"}); };
    const ImportId id = enqueue(kOrders);
    run();
    const auto stopped = record(id);
    EXPECT_EQ(stopped.state, ImportState::running);
    EXPECT_EQ(state_word(stopped, false), "stopped");
    EXPECT_EQ(error_in(stopped.counters)->key, "test.full");
    guarded_.before = {};
    open();
    run();
    EXPECT_EQ(record(id).state, ImportState::done);
    EXPECT_FALSE(error_in(record(id).counters).has_value());
    EXPECT_EQ(store_.events(), 3U);
}

TEST_F(ImportJobsTest, AFileThatCannotBeImportedFailsForGood) {
    open();
    const ImportId id = enqueue("order,customer,date,amount\n1,a,never,x\n2,b,never,y\n");
    run();
    const auto after = record(id);
    EXPECT_EQ(after.state, ImportState::failed);
    EXPECT_EQ(error_in(after.counters)->key, "error.import_mostly_bad");
    EXPECT_EQ(store_.events(), 0U);
}

TEST_F(ImportJobsTest, AQueuedOneIsCancelledAtOnce) {
    open();
    const ImportId first = enqueue(kOrders);
    const ImportId second = enqueue("order,customer,date,amount\n9,zoe,2024-05-05,1.00\n");
    must(cancel(first));
    EXPECT_EQ(record(first).state, ImportState::cancelled);
    run();
    EXPECT_EQ(record(second).state, ImportState::done);
    EXPECT_EQ(store_.events(), 1U);
    EXPECT_EQ(cancel(first).error().key, "error.import_over");
}

class PausedImport : public ImportJobsTest {
protected:
    // Waits after its only chunk.
    void SetUp() override {
        open();
        id_ = enqueue(kOrders);
        EXPECT_EQ(jobs_->pause(id_, true).error().key, "error.import_not_running");
        guarded_.before = [this] {
            must(jobs_->pause(id_, true));
            chunk_.release();
            return Result<void>();
        };
        jobs_->start();
        chunk_.acquire();
        EXPECT_TRUE(jobs_->progress(id_)->paused);
    }

    ImportId id_;
    std::binary_semaphore chunk_{0};
};

TEST_F(PausedImport, GoesOnWhenItIsToldTo) {
    must(jobs_->pause(id_, false));
    ended_.acquire();
    jobs_->stop();
    EXPECT_EQ(record(id_).state, ImportState::done);
    EXPECT_EQ(store_.events(), 3U);
    EXPECT_EQ(jobs_->pause(id_, true).error().key, "error.import_not_running");
}

TEST_F(PausedImport, CanBeCancelled) {
    must(cancel(id_));
    ended_.acquire();
    jobs_->stop();
    EXPECT_EQ(record(id_).state, ImportState::cancelled) << "it did not wait";
}

TEST_F(PausedImport, OutlivesTheServer) {
    jobs_->stop();
    ended_.acquire();
    EXPECT_EQ(record(id_).state, ImportState::running) << "it did not wait";
    guarded_.before = {};
    open();
    run();
    EXPECT_EQ(record(id_).state, ImportState::done);
}

TEST_F(ImportJobsTest, ARunningOneIsCancelledAfterItsChunk) {
    open();
    const ImportId id = enqueue(kOrders);
    guarded_.before = [&] {
        jobs_->interrupt(id);
        return Result<void>();
    };
    run();
    EXPECT_EQ(record(id).state, ImportState::cancelled);
    guarded_.before = {};
    open();
    const ImportId next = enqueue("order,customer,date,amount\n9,zoe,2024-05-05,1.00\n");
    run();
    EXPECT_EQ(record(id).state, ImportState::cancelled);
    EXPECT_EQ(record(next).state, ImportState::done);
}

TEST_F(ImportJobsTest, WatchersAreToldTheEnd) {
    open();
    const ImportId id = enqueue(kOrders);
    const auto stream = std::make_shared<http::EventStream>();
    jobs_->watch(id, stream);
    run();
    const std::string told = stream->take();
    EXPECT_NE(told.find("event: done"), std::string::npos) << told;
    EXPECT_NE(told.find(R"({"state":"done"})"), std::string::npos) << told;
    EXPECT_TRUE(stream->finished());
    const auto late = std::make_shared<http::EventStream>();
    jobs_->watch(id, late);
    EXPECT_NE(late->take().find("event: done"), std::string::npos);
    EXPECT_TRUE(late->finished());
}

// Watchers waited for ever after an exception behind the import's end (issue 3).
TEST_F(ImportJobsTest, WatchersAreToldTheEndWhateverBreaksBehindIt) {
    saving_throws_ = true;
    open();
    const ImportId first = enqueue(kOrders), second = enqueue(kOrders);
    const auto stream = std::make_shared<http::EventStream>();
    jobs_->watch(second, stream);
    run(2);
    EXPECT_EQ(record(first).state, commerce::ImportState::done);
    EXPECT_FALSE(jobs_->progress(second));
    EXPECT_NE(stream->take().find(R"({"state":"done"})"), std::string::npos);
    EXPECT_TRUE(stream->finished());
}

TEST_F(ImportJobsTest, AWrongRequestIsRefusedBeforeItIsQueued) {
    open();
    const auto refused = [&](const ImportOrder& order) { return jobs_->check(order).error().key; };
    EXPECT_EQ(refused(order_for("upl_0000000000001")), "error.upload_not_found");
    const ImportOrder good = order_for(upload(kOrders));
    EXPECT_TRUE(jobs_->check(good).has_value());
    ImportOrder order = good;
    order.preset = "shopfy";
    EXPECT_EQ(refused(order), "error.import_preset_did_you_mean");
    order = good;
    order.map = {{"custmer", "customer"}};
    EXPECT_EQ(refused(order), "error.import_field_did_you_mean");
    EXPECT_EQ(refused({}), "error.import_no_files");
}

TEST_F(ImportJobsTest, AnUploadIsUsedUntilItsImportIsOver) {
    open();
    const std::string text = upload(kOrders);
    const auto id = must(parse_id<UploadTag>(text));
    const auto used = [&] {
        return must(store_.database().read(
            [&](sql::Session& session) { return Result<bool>(ImportJobs::is_used(session, id)); }));
    };
    EXPECT_FALSE(used());
    enqueue(order_for(text));
    EXPECT_TRUE(used());
    run();
    EXPECT_FALSE(used());
}

}  // namespace
}  // namespace vafa::ingest
