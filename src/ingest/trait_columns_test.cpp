#include "ingest/trait_columns.h"

#include <gtest/gtest.h>
#include <map>

#include "testing/results.h"

namespace vafa::ingest {
namespace {

using Header = std::vector<std::string>;
using Rows = std::vector<std::vector<std::string>>;

std::map<std::string, NoTrait> whys(const Header& header, const Rows& rows,
                                    const TraitOptions& options = {}) {
    const auto map = test::must(map_columns(header, header.size(), nullptr, {}));
    std::map<std::string, NoTrait> found;
    for (const auto& column : trait_columns(header, rows, map, options)) {
        found[header[static_cast<std::size_t>(column.column)]] = column.why;
    }
    return found;
}

TEST(TraitColumns, UnknownColumnsAreTheOrdersUnlessTheirHeaderSaysOtherwise) {
    const Header header{"customer id",     "order date", "Gift note",    "Customer group",
                        "Billing company", "گروه مشتری", "Канал клиента"};
    const auto map = test::must(map_columns(header, header.size(), nullptr, {}));
    std::map<std::string, TraitOwner> owners;
    for (const auto& column : trait_columns(header, {}, map, {})) {
        if (column.why == NoTrait::kept) owners[column.trait.name] = column.trait.owner;
    }
    const std::map<std::string, TraitOwner> expected{{"Gift note", TraitOwner::order},
                                                     {"Customer group", TraitOwner::customer},
                                                     {"Billing company", TraitOwner::customer},
                                                     {"گروه مشتری", TraitOwner::customer},
                                                     {"Канал клиента", TraitOwner::customer}};
    EXPECT_EQ(owners, expected);
}

TEST(TraitColumns, ColumnsThatSayNothingNewAreNotKept) {
    const Rows rows{{"1", "2024-01-01", "1", "a"},
                    {"2", "2024-01-02", "2", "b"},
                    {"3", "2024-01-03", "3", "c"}};
    const auto found = whys({"customer id", "order date", "Copy", "Lineitem taxable"}, rows);
    EXPECT_EQ(found.at("customer id"), NoTrait::has_field);
    EXPECT_EQ(found.at("Copy"), NoTrait::repeats);
    EXPECT_EQ(found.at("Lineitem taxable"), NoTrait::of_line);
}

TEST(TraitColumns, TheUsersWordGoesFirst) {
    const Header header{"customer id", "order date", "Gift note", "Secret", "Size of box"};
    const Header owners{"customer:gift note"};
    const Header ignore{"Secret"};
    auto found = whys(header, {}, {.none = false, .owners = owners, .ignore = ignore});
    EXPECT_EQ(found.at("Secret"), NoTrait::told);
    EXPECT_EQ(found.at("Size of box"), NoTrait::kept);
    found = whys(header, {}, {.none = true, .owners = owners, .ignore = {}});
    EXPECT_EQ(found.at("Gift note"), NoTrait::kept);
    EXPECT_EQ(found.at("Size of box"), NoTrait::told);
}

TEST(TraitColumns, AnOptionSaysWhoseTraitItIs) {
    for (const auto* wrong : {"Gift note", "customer:", "basket:Gift"}) {
        const Header owners{wrong};
        test::expect_error(check_trait_options({.none = false, .owners = owners, .ignore = {}}),
                           "error.import_trait_option");
    }
}

}  // namespace
}  // namespace vafa::ingest
