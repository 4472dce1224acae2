#include "app/command_line_test_support.h"
#include "app/data_directory.h"
#include "testing/places.h"
#include "testing/results.h"

namespace vafa::app {
namespace {

class AccountsCommands : public ::testing::Test {
protected:
    std::vector<std::string> line(std::vector<std::string> words) {
        words.insert(words.end(), {"--data", (folder_ / "store").string()});
        return words;
    }
    boost::json::value json_of(std::vector<std::string> words) {
        return run_json(line(std::move(words)));
    }

    test::TempDir folder_;
};

TEST_F(AccountsCommands, CreateAKeyThatIsShownOnce) {
    const auto made = json_of({"api-key", "create", "--scopes", "write,read", "--name", "shop"});
    EXPECT_TRUE(made.at("key").as_string().starts_with("vafa_"));
    EXPECT_EQ(boost::json::serialize(made.at("scopes")), R"(["read","write"])");
    const auto listed = json_of({"api-key", "list"});
    ASSERT_EQ(listed.as_array().size(), 1U);
    EXPECT_EQ(listed.at(0).at("id"), made.at("id"));
    EXPECT_FALSE(listed.at(0).as_object().contains("key"));
}

TEST_F(AccountsCommands, RevokeAKey) {
    const auto made = json_of({"api-key", "create", "--scopes", "admin"});
    const std::string id(made.at("id").as_string());
    EXPECT_EQ(run(line({"api-key", "revoke", id})).exit_code, 0);
    EXPECT_TRUE(json_of({"api-key", "list"}).as_array().empty());
    EXPECT_EQ(run(line({"api-key", "revoke", id})).exit_code, kExitFailed);
}

TEST_F(AccountsCommands, RefuseUnknownScopesAndRoles) {
    const Ran scope = run(line({"api-key", "create", "--scopes", "read,all"}));
    EXPECT_EQ(scope.exit_code, kExitFailed);
    EXPECT_NE(scope.err.find("«all»"), std::string::npos) << scope.err;
    const Ran role = run(line({"user", "add", "--email", "a@example.com", "--role", "boss"}));
    EXPECT_EQ(role.exit_code, kExitFailed);
    EXPECT_NE(role.err.find("«boss»"), std::string::npos) << role.err;
}

TEST_F(AccountsCommands, AddAUserByALink) {
    const auto added = json_of(
        {"user", "add", "--email", "Sara@Example.com", "--name", "Sara", "--role", "owner"});
    EXPECT_EQ(added.at("email").as_string(), "sara@example.com");
    EXPECT_TRUE(added.at("link").as_string().starts_with("/reset#token="));
    const auto again = json_of({"user", "reset-password", "--email", "sara@example.com"});
    EXPECT_NE(again.at("link"), added.at("link"));
    const Ran listed = run(line({"user", "list"}));
    EXPECT_NE(listed.out.find("invited"), std::string::npos) << listed.out;
}

TEST_F(AccountsCommands, TakeAPasswordFromStandardInput) {
    const std::vector<std::string> add =
        line({"user", "add", "--email", "sara@example.com", "--role", "owner", "--password-stdin"});
    EXPECT_EQ(run(add, i18n::Locale::en, "short\n").exit_code, kExitFailed);
    EXPECT_EQ(run(add, i18n::Locale::en, "").exit_code, kExitFailed);
    const Ran added = run(add, i18n::Locale::en, "correct horse battery\n");
    EXPECT_EQ(added.exit_code, 0) << added.err;
    EXPECT_EQ(added.out.find("/reset#token="), std::string::npos);
    EXPECT_NE(run(line({"user", "list"})).out.find("active"), std::string::npos);
}

TEST_F(AccountsCommands, WorkWhileAServerOwnsTheStore) {
    const auto owned = test::must(DataDirectory::open_to_write(folder_ / "store"));
    EXPECT_TRUE(json_of({"api-key", "create", "--scopes", "read"}).at("key").is_string());
    EXPECT_EQ(json_of({"api-key", "list"}).as_array().size(), 1U);
}

}  // namespace
}  // namespace vafa::app
