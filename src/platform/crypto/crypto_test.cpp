#include "platform/crypto/crypto.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace vafa::crypto {
namespace {

std::string repeated(char c, std::size_t times) { return std::string(times, c); }

// FIPS 180-2, appendix B.
TEST(Sha256, GivesThePublishedDigests) {
    EXPECT_EQ(hex(sha256("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

// RFC 4231, test cases 1, 2, 3 and 6.
TEST(HmacSha256, GivesThePublishedDigests) {
    EXPECT_EQ(hex(hmac_sha256(repeated('\x0b', 20), "Hi There")),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(hex(hmac_sha256(repeated('\xaa', 20), repeated('\xdd', 50))),
              "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    EXPECT_EQ(hex(hmac_sha256(repeated('\xaa', 131),
                              "Test Using Larger Than Block-Size Key - Hash Key First")),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

// RFC 2202, test cases 1, 2, 3 and 6.
TEST(HmacSha1, GivesThePublishedDigests) {
    EXPECT_EQ(hex(hmac_sha1(repeated('\x0b', 20), "Hi There")),
              "b617318655057264e28bc0b6fb378c8ef146be00");
    EXPECT_EQ(hex(hmac_sha1("Jefe", "what do ya want for nothing?")),
              "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    EXPECT_EQ(hex(hmac_sha1(repeated('\xaa', 20), repeated('\xdd', 50))),
              "125d7342b9ac11cd91a39af48aa17b4f63f175d3");
    EXPECT_EQ(hex(hmac_sha1(repeated('\xaa', 80),
                            "Test Using Larger Than Block-Size Key - Hash Key First")),
              "aa4ae5e15272d00e95705637ce8a3b55ed402112");
}

// RFC 4648, section 10, without padding.
TEST(Base32, GivesThePublishedTexts) {
    EXPECT_EQ(base32(""), "");
    EXPECT_EQ(base32("f"), "MY");
    EXPECT_EQ(base32("fo"), "MZXQ");
    EXPECT_EQ(base32("foo"), "MZXW6");
    EXPECT_EQ(base32("foob"), "MZXW6YQ");
    EXPECT_EQ(base32("fooba"), "MZXW6YTB");
    EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
    EXPECT_EQ(base32("\xff\xff\xff\xff\xff"), "77777777");
}

TEST(Base64Url, GivesThePublishedTexts) {
    EXPECT_EQ(base64url(""), "");
    EXPECT_EQ(base64url("f"), "Zg");
    EXPECT_EQ(base64url("fo"), "Zm8");
    EXPECT_EQ(base64url("foo"), "Zm9v");
    EXPECT_EQ(base64url("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64url("\xfb\xff"), "-_8");
}

TEST(Base64Url, ReadsWhatItMade) {
    const std::string bytes = random_bytes(1000);
    for (std::size_t size = 0; size < 40; ++size) {
        std::string read;
        ASSERT_TRUE(from_base64url(base64url(bytes.substr(0, size)), read)) << size;
        EXPECT_EQ(read, bytes.substr(0, size));
    }
}

TEST(Base64Url, RefusesWhatItNeverMakes) {
    std::string into = "untouched";
    for (const auto* text : {"Zg==", "Z", "Zh", "Zm9v+", "Zm 9v", "Zm9v\n", "Zm9/"}) {
        EXPECT_FALSE(from_base64url(text, into)) << text;
    }
    EXPECT_EQ(into, "untouched");
}

TEST(Hex, IsLowerCaseAndKeepsZeros) { EXPECT_EQ(hex(std::string_view("\0\x0f\xa0", 3)), "000fa0"); }

TEST(EqualInConstantTime, ComparesSizeAndBytes) {
    EXPECT_TRUE(equal_in_constant_time("", ""));
    EXPECT_TRUE(equal_in_constant_time("token", "token"));
    EXPECT_FALSE(equal_in_constant_time("token", "tokem"));
    EXPECT_FALSE(equal_in_constant_time("token", "toke"));
}

TEST(RandomToken, Is43UrlSafeCharactersAndNeverTheSame) {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string token = random_token();
        ASSERT_EQ(token.size(), 43U);
        ASSERT_TRUE(std::all_of(token.begin(), token.end(), [](unsigned char c) {
            return std::isalnum(c) != 0 || c == '-' || c == '_';
        })) << token;
        seen.insert(token);
    }
    EXPECT_EQ(seen.size(), 1000U);
}

TEST(Password, IsVerifiedByItsHashAlone) {
    const std::string encoded = hash_password("گذرواژه 12345");
    EXPECT_TRUE(encoded.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << encoded;
    EXPECT_TRUE(verify_password(encoded, "گذرواژه 12345"));
    EXPECT_FALSE(verify_password(encoded, "گذرواژه 12346"));
    EXPECT_FALSE(verify_password(encoded, ""));
    EXPECT_FALSE(needs_rehash(encoded));
}

TEST(Password, IsSaltedAnew) { EXPECT_NE(hash_password("same"), hash_password("same")); }

TEST(Password, HoldsEveryByte) {
    const std::string encoded = hash_password(std::string("a\0b", 3));
    EXPECT_TRUE(verify_password(encoded, std::string("a\0b", 3)));
    EXPECT_FALSE(verify_password(encoded, std::string("a\0c", 3)));
    EXPECT_FALSE(verify_password(encoded, "a"));
}

// Made by the reference implementation: argon2's test.c, Argon2id version 0x13.
TEST(Password, KnowsTheReferenceImplementationsHashes) {
    const std::string_view weaker =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
        "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    EXPECT_TRUE(verify_password(weaker, "password"));
    EXPECT_FALSE(verify_password(weaker, "passwore"));
    EXPECT_TRUE(needs_rehash(weaker));
}

TEST(Password, IsNotVerifiedByADamagedHash) {
    for (const std::string_view damaged :
         {std::string_view(""), std::string_view("$argon2id$"), std::string_view("plain"),
          std::string_view("$argon2id$v=19$m=19456,t=2,p=1$YQ$\0", 35)}) {
        EXPECT_FALSE(verify_password(damaged, "password"));
        EXPECT_TRUE(needs_rehash(damaged));
    }
    EXPECT_FALSE(verify_password(std::string(4096, 'a'), "password"));
}

}  // namespace
}  // namespace vafa::crypto
