#include "app/api_routes.h"

#include <gtest/gtest.h>
#include <set>

#include "base/rng.h"
#include "platform/json/json.h"
#include "platform/rest/router.h"
#include "testing/golden.h"
#include "testing/results.h"

namespace vafa::app {
namespace {

TEST(Api, DescriptionIsCommitted) { test::expect_golden(api_description(), "api/openapi.json"); }

TEST(Api, EveryFieldOfTheWireHasAText) {
    const auto document = test::must(json::parse(api_description()));
    const auto& schemas = document.at("components").at("schemas").get_object();
    for (const auto& [type, schema] : schemas) {
        const auto* properties = schema.get_object().if_contains("properties");
        if (properties == nullptr || type == "Problem") continue;
        for (const auto& [member, of] : properties->get_object()) {
            EXPECT_TRUE(of.get_object().contains("description")) << type << "." << member;
        }
    }
}

// Strangers may do these and nothing else; what is added here is added on purpose.
TEST(Api, OnlyTheDoorIsOpenToStrangers) {
    const std::set<std::string> door = {"POST /api/v1/session", "GET /api/v1/session",
                                        "DELETE /api/v1/session", "POST /api/v1/setup",
                                        "POST /api/v1/password/reset"};
    const auto document = test::must(json::parse(api_description()));
    for (const auto& [path, operations] : document.at("paths").get_object()) {
        for (const auto& [method, operation] : operations.get_object()) {
            if (operation.at("x-permission") != "open") continue;
            std::string name(method);
            for (char& c : name) c = static_cast<char>(c - 32);
            name += " " + std::string(path);
            EXPECT_TRUE(door.contains(name)) << name;
        }
    }
}

}  // namespace
}  // namespace vafa::app
