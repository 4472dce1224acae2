#include "app/remote_command.h"

#include <gtest/gtest.h>
#include <regex>
#include <unistd.h>

#include "app/command_line_test_support.h"
#include "platform/files/whole_file.h"
#include "testing/places.h"
#include "testing/results.h"

// Every command with and without a server beside it.
namespace vafa::app {
namespace {

namespace fs = std::filesystem;
using test::must;

class BesideAServer : public ::testing::Test {
protected:
    std::string alone() const { return (folder_ / "alone").string(); }
    std::string served() const { return (folder_ / "served").string(); }

    void start() {
        LiveStore::Options options;
        options.clock = &clock_;
        options.seed = 7;
        store_ = must(LiveStore::open(served(), options));
        server_ = must(take_commands(store_));
    }
    void stop() {
        server_.reset();
        if (store_) must(store_->close());
        store_.reset();
    }
    void TearDown() override { stop(); }

    std::string write(const std::string& name, const std::string& text) {
        must(files::write_file(folder_ / name, text));
        return (folder_ / name).string();
    }
    std::string orders() {
        return write("orders.csv",
                     "order,customer,date,amount,product\n"
                     "1,ann,2024-01-05,10.00,tea\n2,bob,2024-01-09,20.00,cup\n"
                     "3,ann,2024-02-05,30.00,tea\n4,eve,2024-02-20,5.00,cup\nx,eve,never,1,cup\n");
    }

    // What differs by nature: ids and the folder.
    std::string masked(std::string text, const std::string& store) const {
        for (std::size_t at = 0; (at = text.find(store, at)) != std::string::npos;) {
            text.replace(at, store.size(), "STORE");
        }
        text = std::regex_replace(text, std::regex("imp_[0-9a-z]{13}"), "IMP");
        return std::regex_replace(text, std::regex("\"?[0-9,]+\"? MiB"), "MIB");
    }
    // Both ways; `arguments` without --data.
    Ran expect_equal(const std::vector<std::string>& arguments,
                     i18n::Locale locale = i18n::Locale::en) {
        const auto at = [&](const std::string& store) {
            auto all = arguments;
            all.insert(all.end(), {"--data", store});
            Ran ran = run(std::move(all), locale);
            ran.out = masked(ran.out, store);
            ran.err = masked(ran.err, store);
            return ran;
        };
        Ran here = at(alone());
        const Ran there = at(served());
        EXPECT_EQ(here.exit_code, there.exit_code) << arguments[0] << there.err;
        EXPECT_EQ(here.out, there.out) << arguments[0];
        EXPECT_EQ(here.err, there.err) << arguments[0];
        return here;
    }

    test::TempDir folder_;
    FixedClock clock_{1'767'225'600'000};
    std::shared_ptr<LiveStore> store_;
    std::unique_ptr<local::Server> server_;
};

TEST_F(BesideAServer, EveryCommandSaysTheSame) {
    start();
    EXPECT_EQ(expect_equal({"import", "orders", orders(), "--dry-run"}).exit_code, 0);
    EXPECT_EQ(expect_equal({"import", "orders", orders(), "--currency", "EUR"}).exit_code, 0);
    EXPECT_EQ(expect_equal({"import", "orders", orders(), "--format", "json"}).exit_code, 0);
    EXPECT_EQ(expect_equal({"settings", "calendar=persian", "time_zone=Asia/Tehran"}).exit_code, 0);
    EXPECT_EQ(expect_equal({"settings", "--format", "json"}).exit_code, 0);
    EXPECT_EQ(expect_equal({"demo", "--customers", "60", "--plain"}).exit_code, 0);
    EXPECT_EQ(expect_equal({"report", "cohorts"}, i18n::Locale::fa).exit_code, 0);
    EXPECT_EQ(expect_equal({"report", "products", "--break", "first_product"}).exit_code, 0);
    EXPECT_EQ(expect_equal({"report", "rfm", "--format", "csv"}, i18n::Locale::ru).exit_code, 0);
    EXPECT_EQ(expect_equal({"doctor"}).exit_code, 0);
    EXPECT_EQ(expect_equal({"demo", "--remove"}).exit_code, 0);
    EXPECT_EQ(expect_equal({"doctor", "--format", "json"}).exit_code, 0);
}

TEST_F(BesideAServer, MistakesAreSaidTheSame) {
    start();
    ASSERT_EQ(expect_equal({"import", "orders", orders()}).exit_code, 0);
    EXPECT_NE(expect_equal({"import", "orders", "/nowhere.csv"}).exit_code, 0);
    EXPECT_NE(expect_equal({"import", "orders", orders(), "--preset", "shopfy"}).exit_code, 0);
    EXPECT_NE(expect_equal({"report", "sumary"}, i18n::Locale::fa).exit_code, 0);
    EXPECT_NE(expect_equal({"report", "summary", "--from", "never"}).exit_code, 0);
    EXPECT_NE(expect_equal({"settings", "curency=EUR"}, i18n::Locale::ru).exit_code, 0);
    EXPECT_NE(expect_equal({"demo", "--remove"}).exit_code, 0);
}

TEST_F(BesideAServer, ExportsReachStandardOutputOrTheNamedFile) {
    start();
    ASSERT_EQ(expect_equal({"import", "orders", orders()}).exit_code, 0);
    const Ran to_out = run({"export", "events", "--data", served(), "--format", "csv"});
    ASSERT_EQ(to_out.exit_code, 0) << to_out.err;
    const std::string file = (folder_ / "events.csv").string();
    ASSERT_EQ(run({"export", "events", "--data", served(), "--format", "csv", "--output", file})
                  .exit_code,
              0);
    EXPECT_EQ(to_out.out, must(files::read_file(file)));
    EXPECT_TRUE(to_out.out.find("tea") != std::string::npos);
    for (const auto& entry : fs::directory_iterator(served())) {
        EXPECT_NE(entry.path().extension(), ".part");
    }
}

TEST_F(BesideAServer, PathsAreThoseOfTheClient) {
    start();
    orders();
    const fs::path before = fs::current_path();
    fs::current_path(folder_.path());
    const Ran ran = run({"import", "orders", "orders.csv", "--data", "served"});
    fs::current_path("/");  // wherever the server stands
    const Ran wrong = run({"import", "orders", "orders.csv", "--data", served()});
    fs::current_path(before);
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    EXPECT_NE(wrong.exit_code, 0);
}

TEST_F(BesideAServer, StandardInputIsRefusedClearly) {
    start();
    const Ran ran = run({"import", "orders", "-", "--data", served()});
    EXPECT_EQ(ran.exit_code, kExitFailed);
    EXPECT_NE(ran.err.find("standard input"), std::string::npos) << ran.err;
}

TEST_F(BesideAServer, WithoutTheServerTheLockIsTakenAgain) {
    start();
    ASSERT_EQ(run({"import", "orders", orders(), "--data", served()}).exit_code, 0);
    stop();
    EXPECT_EQ(run({"report", "summary", "--data", served()}).exit_code, 0);
}

TEST_F(BesideAServer, TheLocksHolderIsNamedWhereNobodyTakesCommands) {
    start();
    server_.reset();
    const Ran ran = run({"report", "summary", "--data", served()});
    EXPECT_EQ(ran.exit_code, kExitFailed);
    EXPECT_NE(ran.err.find(std::to_string(getpid())), std::string::npos) << ran.err;
}

TEST_F(BesideAServer, AVanishedClientStopsItsCommandAndNothingIsHalfDone) {
    start();
    std::string file = "order,customer,date,amount\n";
    for (int i = 0; i < 60'000; ++i) {
        file += std::to_string(i) + ",c" + std::to_string(i % 900) + ",2024-01-05,1.00\n";
    }
    const std::string path = write("many.csv", file);
    {
        auto opened = must(local::Connection::open(fs::path(served()) / "socket"));
        must(opened->send('r', R"({"version":"0","arguments":[],"folder":"/","language":"en",)"
                               R"("config":{},"color":false,"shows_progress":false,"width":80})"));
        EXPECT_EQ(must(opened->receive())->kind, 'e');  // another version is told so
        EXPECT_EQ(must(opened->receive())->kind, 'x');
    }
    {
        auto opened = must(local::Connection::open(fs::path(served()) / "socket"));
        boost::json::object command{
            {"version", run({"--version"}).out.substr(0, run({"--version"}).out.size() - 1)},
            {"arguments", boost::json::array{"import", "orders", path, "--data", served()}},
            {"folder", "/"},
            {"language", "en"},
            {"config", boost::json::object()},
            {"color", false},
            {"shows_progress", false},
            {"width", 80}};
        must(opened->send('r', boost::json::serialize(command)));
        must(opened->send('c', ""));  // gives up at once
        auto frame = must(opened->receive());
        while (frame && frame->kind != 'x') frame = must(opened->receive());
        ASSERT_TRUE(frame.has_value());
        EXPECT_EQ(frame->payload, std::string(1, static_cast<char>(kExitCancelled)));
    }
    EXPECT_EQ(run({"doctor", "--data", served()}).exit_code, 0);
    EXPECT_EQ(run({"import", "orders", path, "--data", served()}).exit_code, 0);
}

}  // namespace
}  // namespace vafa::app
