#include "ingest/uploads.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "base/time.h"
#include "platform/files/whole_file.h"
#include "testing/places.h"
#include "testing/results.h"

namespace vafa::ingest {
namespace {

namespace fs = std::filesystem;
using test::must;

class UploadsTest : public ::testing::Test {
protected:
    Upload take(const std::string& name, const std::string& text = "a,b\n") {
        must(files::write_file(dir_ / "spooled", text));
        return must(uploads_.take(dir_ / "spooled", name));
    }

    test::TempDir dir_;
    FixedClock clock_{1'750'000'000'000};
    Rng rng_{1};
    IdSource ids_{clock_, rng_};
    Uploads uploads_{dir_ / "uploads", ids_, clock_};
};

TEST_F(UploadsTest, AreMovedInAndFoundAgain) {
    const Upload taken = take("orders.csv", "a,b\n1,2\n");
    EXPECT_FALSE(fs::exists(dir_ / "spooled"));
    const Upload found = must(uploads_.find(taken.id));
    EXPECT_EQ(found.name, "orders.csv");
    EXPECT_EQ(found.size, 8U);
    EXPECT_EQ(must(files::read_file(uploads_.path_of(found))), "a,b\n1,2\n");
    EXPECT_EQ(uploads_.list().size(), 1U);
}

TEST_F(UploadsTest, NamesCannotLeaveTheirFolder) {
    for (const std::string name : {"../../etc/passwd", "..", ".", "", "/", "a\\..\\b",
                                   "x\n\x1b.csv", "\xff\xfe", "سفارش‌ها.csv"}) {
        const Upload taken = take(name);
        const auto path = fs::weakly_canonical(uploads_.path_of(taken));
        EXPECT_EQ(path.parent_path(), dir_ / "uploads" / to_string(taken.id)) << name;
        EXPECT_TRUE(fs::is_regular_file(path)) << name;
    }
    EXPECT_EQ(take("سفارش‌ها.csv").name, "سفارش‌ها.csv");
    EXPECT_LE(take(std::string(300, 'n')).name.size(), 255U);
}

TEST_F(UploadsTest, GoAfterSevenDaysWithoutUse) {
    const Upload old = take("old.csv");
    const Upload used = take("used.csv");
    clock_.advance(5 * kMsPerDay);
    must(uploads_.touch(used));
    clock_.advance(3 * kMsPerDay);
    uploads_.sweep();
    EXPECT_EQ(uploads_.find(old.id).error().key, "error.upload_not_found");
    EXPECT_FALSE(fs::exists(dir_ / "uploads" / to_string(old.id)));
    EXPECT_TRUE(fs::exists(uploads_.path_of(must(uploads_.find(used.id)))));
}

TEST_F(UploadsTest, WhatAKilledProcessLeftIsSwept) {
    const Upload kept = take("kept.csv");
    const fs::path half = dir_ / "uploads" / to_string(UploadId{ids_.next()});
    must(files::make_folders(half));
    must(files::write_file(half / "orders.csv", "a"));
    uploads_.sweep();
    EXPECT_FALSE(fs::exists(half));
    EXPECT_TRUE(fs::exists(uploads_.path_of(kept)));
}

TEST_F(UploadsTest, AreDeletedWhole) {
    const Upload taken = take("orders.csv");
    must(uploads_.remove(taken.id));
    EXPECT_TRUE(uploads_.list().empty());
    EXPECT_TRUE(fs::is_empty(dir_ / "uploads"));
}

}  // namespace
}  // namespace vafa::ingest
