#pragma once

#include <filesystem>
#include <gtest/gtest.h>
#include <set>

#include "accounts/module.h"
#include "accounts/routes.h"
#include "accounts/setup.h"
#include "accounts/store.h"
#include "accounts/tokens.h"
#include "accounts/totp.h"
#include "base/rng.h"
#include "platform/json/json.h"
#include "platform/rest/module.h"
#include "platform/rest/router.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::accounts {

inline constexpr TimeMs kStart = 1'767'225'600'000;  // 2026-01-01
inline const std::string kPassword = "correct horse battery";

// Instant, and it counts what it was asked.
class CountingHasher final : public PasswordHasher {
public:
    std::string hash(std::string_view password) override {
        ++hashes;
        return version + std::string(password);
    }
    bool verify(std::string_view encoded, std::string_view password) override {
        ++verifications;
        last_encoded = encoded;
        return encoded.substr(encoded.find(':') + 1) == password;
    }
    bool needs_rehash(std::string_view encoded) override { return !encoded.starts_with(version); }

    std::string version = "v1:";
    int hashes = 0, verifications = 0;
    std::string last_encoded;
};

struct Answer {
    int status = 0;
    http::Headers headers;
    boost::json::value body;

    std::string code() const {
        const auto* object = body.if_object();
        return object != nullptr && object->contains("code") ? text("code") : "";
    }
    // By JSON pointer without the first slash: "user/id".
    std::string text(const std::string& pointer) const {
        const auto& found = body.at_pointer("/" + pointer);
        return found.is_string() ? std::string(found.get_string()) : boost::json::serialize(found);
    }
};

class AccountsApi : public test::SqlTest {
protected:
    void SetUp() override {
        std::vector<sql::Migration> all;
        for (const auto part : {module_migrations(), rest::module_migrations()}) {
            all.insert(all.end(), part.begin(), part.end());
        }
        open(all);
        if (IsSkipped()) return;
        services_.emplace(db(), ids_, hasher);
        router_.emplace(rest::Router::Deps{db(), services_->gate, clock, "."}, routes(*services_));
    }

    // A browser, or with a key a program: keeps cookies as browsers do.
    struct Client {
        AccountsApi* api;
        std::string peer = "192.0.2.1";
        std::string cookie = {}, csrf = {}, key = {};
        std::vector<std::pair<std::string, std::string>> extra = {};

        Answer call(http::Method method, const std::string& path,
                    const boost::json::value& body = nullptr) {
            http::Request request;
            request.method = method;
            const std::size_t query = std::min(path.find('?'), path.size());
            request.path = "/api/v1" + path.substr(0, query);
            request.query = path.substr(std::min(query + 1, path.size()));
            request.peer = peer;
            request.id = "test";
            request.headers.set("host", "localhost:8080");
            if (!cookie.empty()) request.headers.set("cookie", "vafa_session=" + cookie);
            if (!csrf.empty()) request.headers.set("x-csrf-token", csrf);
            if (!key.empty()) request.headers.set("authorization", "Bearer " + key);
            for (const auto& [name, value] : extra) request.headers.set(name, value);
            if (!body.is_null()) {
                request.headers.set("content-type", "application/json");
                request.body = boost::json::serialize(body);
            }
            return take(api->router_->answer(request));
        }
        Answer get(const std::string& path) { return call(http::Method::get, path); }
        Answer post(const std::string& path, const boost::json::value& body = nullptr) {
            return call(http::Method::post, path, body);
        }
        Answer patch(const std::string& path, const boost::json::value& body) {
            return call(http::Method::patch, path, body);
        }
        Answer remove(const std::string& path) { return call(http::Method::delete_, path); }

        Answer sign_in(const std::string& email, const std::string& password,
                       boost::json::object more = {}) {
            more["email"] = email;
            more["password"] = password;
            return post("/session", more);
        }

    private:
        Answer take(const http::Response& response) {
            Answer answer{response.status, response.headers, nullptr};
            if (const auto* text = std::get_if<std::string>(&response.body); !text->empty()) {
                answer.body = json::parse(*text).value();
            }
            if (const auto set = response.headers.find("set-cookie")) {
                const std::size_t from = set->find('=') + 1;
                cookie = set->substr(from, set->find(';') - from);
            }
            if (const auto next = response.headers.find("x-csrf-token")) csrf = *next;
            if (const auto* object = answer.body.if_object()) {
                if (object->contains("csrf_token")) csrf = answer.text("csrf_token");
            }
            return answer;
        }
    };

    Client client() { return {this}; }

    template <class F>
    auto write(F&& fn) {
        using T = std::invoke_result_t<F&, sql::Session&>;
        return test::must(
            db().write([&](sql::Session& session) -> Result<T> { return fn(session); }));
    }

    UserId add(const std::string& email, Role role) {
        return write([&](sql::Session& session) {
            User user;
            user.id = {ids_.next()};
            user.email = email;
            user.name = email;
            user.role = role;
            user.created_at = clock.now();
            store::add_user(session, user, "v1:" + kPassword);
            return user.id;
        });
    }
    // Signed in as somebody new.
    Client person(const std::string& email, Role role) {
        add(email, role);
        Client made = client();
        const Answer answer = made.sign_in(email, kPassword);
        EXPECT_EQ(answer.status, 201) << boost::json::serialize(answer.body);
        return made;
    }
    std::string id_of(const std::string& email) {
        return write([&](sql::Session& session) {
            return to_string(store::account_of(session, email).value().user.id);
        });
    }
    // Turns the second factor on and answers its secret and the recovery codes.
    struct Factor {
        std::string secret;
        std::vector<std::string> codes;
    };
    Factor turn_on_factor(Client& who, const std::string& email) {
        EXPECT_EQ(who.post("/second-factor", {{"password", kPassword}}).status, 200);
        Factor factor;
        factor.secret = write([&](sql::Session& session) {
            return store::account_of(session, email).value().secrets.totp_pending;
        });
        const Answer on = who.post("/second-factor/confirm", {{"code", code_now(factor.secret)}});
        EXPECT_EQ(on.status, 200) << boost::json::serialize(on.body);
        for (const auto& code : on.body.at("recovery_codes").as_array()) {
            factor.codes.emplace_back(code.as_string());
        }
        return factor;
    }
    std::string code_now(const std::string& secret) {
        return totp_code(secret, clock.now() / kTotpStepMs);
    }

    FixedClock clock{kStart};
    CountingHasher hasher;

private:
    Rng rng_{1};
    IdSource ids_{clock, rng_};
    std::optional<Services> services_;
    std::optional<rest::Router> router_;
};

}  // namespace vafa::accounts
