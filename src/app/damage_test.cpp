// A store whose files were damaged: every command ends with a message that names the file, or does
// what it should; none crashes, and none reports other numbers.
#include <fstream>

#include "app/command_line_test_support.h"
#include "base/rng.h"
#include "testing/places.h"

namespace vafa::app {
namespace {

namespace fs = std::filesystem;

constexpr int kStores = 24;  // damaged in as many ways, a file

class Damage : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(run({"demo", "--data", whole(), "--customers", "150"}).exit_code, 0);
        // Fills the log, too: what an open store looks like when its machine dies.
        ASSERT_EQ(run({"settings", "store_name=A", "--data", whole()}).exit_code, 0);
        expected_ = summary(whole()).out;
    }
    std::string whole() { return (folder_ / "whole").string(); }
    std::string copy() {
        const fs::path path = folder_ / "copy";
        fs::remove_all(path);
        fs::copy(whole(), path, fs::copy_options::recursive);
        return path.string();
    }
    static Ran summary(const std::string& of) {
        return run(
            {"report", "summary", "--data", of, "--as-of", "2025-12-31", "--format", "json"});
    }
    static std::string content(const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    // Cut, zeroed pages, flipped bytes, or another file altogether.
    static std::string damaged(std::string bytes, Rng& rng, int way) {
        switch (way % 4) {
            case 0:
                bytes.resize(rng.below(bytes.size()));
                break;
            case 1:
                for (int i = 0; i < 8; ++i) {
                    const std::size_t page = rng.below(bytes.size()) / 4096 * 4096;
                    bytes.replace(page, std::min<std::size_t>(4096, bytes.size() - page), 4096,
                                  '\0');
                }
                break;
            case 2:
                for (int i = 0; i < 200; ++i) {
                    char& byte = bytes[rng.below(bytes.size())];
                    byte = static_cast<char>(byte ^ static_cast<char>(1U << rng.below(8)));
                }
                break;
            default:
                bytes.assign(bytes.size(), way == 3 ? 'x' : '\0');
        }
        return bytes;
    }
    // Damages `file` of a copy in every way and runs what people run.
    template <class Check>
    void each(const std::string& file, const Check& check) {
        const Rng base(4);
        for (int way = 0; way < kStores && !HasFailure(); ++way) {
            Rng rng = base.fork(file, static_cast<std::uint64_t>(way));
            const std::string store = copy();
            const std::string bytes = damaged(content(fs::path(store) / file), rng, way);
            std::ofstream(fs::path(store) / file, std::ios::binary | std::ios::trunc) << bytes;
            SCOPED_TRACE(file + ", way " + std::to_string(way));
            check(store);
        }
    }
    static void expect_named(const Ran& ran, const std::string& file) {
        EXPECT_NE((ran.err + ran.out).find(file), std::string::npos) << ran.err << ran.out;
    }

    test::TempDir folder_;
    std::string expected_;
};

TEST_F(Damage, ASnapshotIsRebuilt) {
    each("timeline.snapshot", [&](const std::string& store) {
        EXPECT_EQ(summary(store).out, expected_);
        EXPECT_EQ(run({"doctor", "--data", store}).exit_code, 0);
    });
}

TEST_F(Damage, AStateFileIsNamed) {
    int found = 0;
    each("state.db", [&](const std::string& store) {
        const Ran checked = run({"doctor", "--data", store});
        if (checked.exit_code == 0) return;  // bytes that nobody uses, or a wrong letter
        ++found;
        expect_named(checked, "state.db");
    });
    EXPECT_GT(found, kStores / 2);
}

TEST_F(Damage, AHistoryFileIsNamed) {
    int found = 0;
    each("history.duckdb", [&](const std::string& store) {
        fs::remove(fs::path(store) / "timeline.snapshot");  // so that it is read
        const Ran asked = summary(store);
        if (asked.exit_code == 0) {
            EXPECT_EQ(asked.out, expected_);
            return;
        }
        ++found;
        const bool apart = asked.err.find("do not belong together") != std::string::npos;
        if (!apart) expect_named(asked, "history.duckdb");
    });
    EXPECT_GT(found, kStores / 2);
}

TEST_F(Damage, AStateOrHistoryFromAnotherTimeIsRefused) {
    const std::string store = copy();
    ASSERT_EQ(run({"demo", "--data", store, "--remove"}).exit_code, 0);
    fs::copy_file(fs::path(whole()) / "history.duckdb", fs::path(store) / "history.duckdb",
                  fs::copy_options::overwrite_existing);
    fs::remove(fs::path(store) / "timeline.snapshot");
    const std::string orders = (folder_ / "o.csv").string();
    std::ofstream(orders) << "order,customer,date,amount\n1,ann,2024-01-05,10.00\n";
    const Ran ran = run({"import", "orders", orders, "--data", store});
    EXPECT_EQ(ran.exit_code, kExitFailed);
    EXPECT_NE(ran.err.find("do not belong together"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace vafa::app
