#include "accounts/cookies.h"

#include <gtest/gtest.h>

#include "accounts/same_origin.h"

namespace vafa::accounts {
namespace {

http::RequestHead with(std::initializer_list<std::pair<std::string, std::string>> headers) {
    http::RequestHead head;
    head.headers.set("host", "shop.example:8080");
    for (const auto& [name, value] : headers) head.headers.add(name, value);
    return head;
}

TEST(Cookie, IsFoundAmongOthers) {
    EXPECT_EQ(find_cookie(with({{"cookie", "a=1; vafa_session=tok; b=vafa_session=x"}})), "tok");
    EXPECT_EQ(find_cookie(with({{"cookie", "a=1"}, {"cookie", "vafa_session=tok"}})), "tok");
    EXPECT_EQ(find_cookie(with({{"cookie", "xvafa_session=1; vafa_session2=2; VAFA_SESSION=3"}})),
              std::nullopt);
    EXPECT_EQ(find_cookie(with({})), std::nullopt);
}

TEST(Cookie, ThatIsThereTwiceIsNotBelieved) {
    EXPECT_EQ(find_cookie(with({{"cookie", "vafa_session=evil; vafa_session=tok"}})), std::nullopt);
}

TEST(Cookie, BehindTlsHasAnotherNameAndNeverLeavesIt) {
    http::RequestHead head = with({{"cookie", "vafa_session=plain"}});
    head.secure = true;
    EXPECT_EQ(find_cookie(head), std::nullopt);
    EXPECT_EQ(session_cookie(head, "tok", 60'000),
              "__Host-vafa_session=tok; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure");
}

TEST(Cookie, IsHiddenFromScriptsAndOtherSites) {
    EXPECT_EQ(session_cookie(with({}), "tok", 60'000),
              "vafa_session=tok; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
    EXPECT_EQ(expired_cookie(with({})), "vafa_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
}

TEST(SameOrigin, BelievesTheBrowserFirst) {
    EXPECT_TRUE(is_same_origin(with({{"sec-fetch-site", "same-origin"}})));
    EXPECT_TRUE(is_same_origin(with({{"sec-fetch-site", "none"}})));
    for (const auto* other : {"cross-site", "same-site", "", "SAME-ORIGIN"}) {
        EXPECT_FALSE(is_same_origin(with({{"sec-fetch-site", other}}))) << other;
    }
    // A proxy that renames the host does not confuse it.
    EXPECT_TRUE(is_same_origin(
        with({{"sec-fetch-site", "same-origin"}, {"origin", "https://outside.example"}})));
}

TEST(SameOrigin, ElseComparesOriginWithHost) {
    EXPECT_TRUE(is_same_origin(with({})));
    EXPECT_TRUE(is_same_origin(with({{"origin", "http://Shop.example:8080"}})));
    for (const auto* other :
         {"http://shop.example", "http://evil.example:8080", "null", "",
          "http://shop.example:8080.evil.example", "http://evil.example/shop.example:8080"}) {
        EXPECT_FALSE(is_same_origin(with({{"origin", other}}))) << other;
    }
}

TEST(ChangesThings, KnowsTheMethodsThatOnlyRead) {
    EXPECT_FALSE(changes_things(http::Method::get));
    EXPECT_FALSE(changes_things(http::Method::head));
    EXPECT_FALSE(changes_things(http::Method::options));
    EXPECT_TRUE(changes_things(http::Method::post));
    EXPECT_TRUE(changes_things(http::Method::delete_));
}

}  // namespace
}  // namespace vafa::accounts
