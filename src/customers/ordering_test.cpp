#include "customers/ordering.h"

#include <gtest/gtest.h>

namespace vafa::customers {
namespace {

Directory spenders(const std::vector<std::int64_t>& spent) {
    Directory directory;
    for (std::size_t i = 0; i < spent.size(); ++i) {
        Entry entry;
        entry.id = static_cast<std::int64_t>(i) + 1;
        entry.spent_minor = spent[i];
        entry.flags = has::kStanding;
        directory.entries.push_back(entry);
    }
    return directory;
}

using Rows = std::vector<std::uint32_t>;

TEST(CustomerOrdering, PutsTheGreatestFirstAndOfEqualsTheNewest) {
    const Directory directory = spenders({5, 9, 5, -1});
    EXPECT_EQ(Ordering(directory, Sort::spent).rows(), (Rows{1, 2, 0, 3}));
}

TEST(CustomerOrdering, PutsThoseWithoutOrdersLast) {
    Directory directory = spenders({1, 1, 1});
    directory.entries[0].first = directory.entries[0].last = 7;
    directory.entries[0].last_local_ms = 7 * kMsPerDay;
    directory.entries[2].flags = 0;
    EXPECT_EQ(Ordering(directory, Sort::newest).rows(), (Rows{0, 1, 2}));
    EXPECT_EQ(Ordering(directory, Sort::last_order).rows(), (Rows{0, 1, 2}));
}

TEST(CustomerOrdering, GoesOnBehindAPlaceWhoeverCameOrWent) {
    const Directory before = spenders({5, 9, 5, 3});
    const Place place = Ordering(before, Sort::spent).place_of(2);
    const Directory after = spenders({5, 9, 6, 3, 20, 5});  // 3 changed, 5 and 6 came
    const Ordering ordering(after, Sort::spent);
    EXPECT_EQ(ordering.rows(), (Rows{4, 1, 2, 5, 0, 3}));
    EXPECT_EQ(ordering.after(place), 4U) << "the one of 5 with a smaller id is next";
    EXPECT_EQ(ordering.after({-100, {}, 1}), 6U);
}

TEST(CustomerOrdering, SortsNamesByTheirAlphabetAndTheNamelessLast) {
    const Directory directory = spenders({1, 1, 1, 1, 1, 1});
    std::vector<std::string> names;
    for (const char* name : {"یوسف", "", "پروین", "بابک", "Ёлкин", "گلی"}) {
        names.push_back(name_key(name));
    }
    const Ordering ordering(directory, Sort::name, names);
    EXPECT_EQ(ordering.rows(), (Rows{4, 3, 2, 5, 0, 1}));
    EXPECT_EQ(ordering.after(ordering.place_of(5)), 4U);
    EXPECT_EQ(ordering.after(ordering.place_of(1)), 6U);
}

TEST(NameKey, HoldsWholeLettersOnlyAndIsBounded) {
    const std::string key = name_key(std::string(200, 'a'));
    EXPECT_EQ(key.size(), kMaxNameKey);
    EXPECT_EQ(name_key("آرش"), name_key("ارش"));
    EXPECT_LT(name_key("نوری"), name_key("نهال"));
}

}  // namespace
}  // namespace vafa::customers
