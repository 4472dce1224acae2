#include "platform/rest/openapi.h"

#include <gtest/gtest.h>

#include "platform/rest/page.h"
#include "platform/rest/route_make.h"

namespace vafa::rest {
namespace {

struct Pet {
    std::string id;
    std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(Pet, (), (id, name))
json::Notes field_notes(const Pet*) { return {"Pet", {{.name = "id", .text = "Its id."}}}; }
VAFA_PAGE(Pets, Pet)

struct ListPets {
    std::optional<std::int64_t> limit;
    std::optional<std::vector<std::string>> kinds;
};
BOOST_DESCRIBE_STRUCT(ListPets, (), (limit, kinds))

struct ChangePet {
    std::string id;
    std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(ChangePet, (), (id, name))

boost::json::object document() {
    std::vector<Route> routes;
    routes.push_back(write_route<ChangePet, Pet>(
        {.method = http::Method::patch,
         .path = "/api/v1/pets/{id}",
         .summary = "Changes a pet.",
         .permission = Permission::settings_write},
        [](Call&, sql::Session&, const ChangePet&) -> Result<Pet> { return Pet{}; }));
    routes.push_back(read_route<ListPets, Pets>(
        {.path = "/api/v1/pets", .summary = "Pets.", .permission = Permission::open},
        [](Call&, const ListPets&) -> Result<Pets> { return Pets{}; }));
    return openapi(routes, "1.2.3");
}

boost::json::value at(const boost::json::value& from, const char* pointer) {
    return from.at_pointer(pointer);
}

TEST(OpenApi, TellsWhereEachMemberIsRead) {
    const boost::json::value list = at(document(), "/paths/~1api~1v1~1pets/get");
    EXPECT_EQ(at(list, "/operationId"), "get_pets");
    EXPECT_EQ(at(list, "/parameters/0/in"), "query");
    EXPECT_EQ(at(list, "/parameters/0/schema/type"), "integer");
    EXPECT_EQ(at(list, "/parameters/1/explode"), false);
    EXPECT_EQ(at(list, "/security").get_array().size(), 0U);
    EXPECT_EQ(at(list, "/responses/200/content/application~1json/schema/$ref"),
              "#/components/schemas/Pets");

    const boost::json::value change = at(document(), "/paths/~1api~1v1~1pets~1{id}/patch");
    EXPECT_EQ(at(change, "/x-permission"), "settings_write");
    EXPECT_EQ(at(change, "/parameters/0/in"), "path");
    EXPECT_EQ(at(change, "/parameters/1/$ref"), "#/components/parameters/IdempotencyKey");
    const auto& body = at(change, "/requestBody/content/application~1json/schema");
    EXPECT_EQ(at(body, "/additionalProperties"), false);
    EXPECT_FALSE(at(body, "/properties").get_object().contains("id"));
    for (const char* failure : {"401", "403", "404", "412", "422"}) {
        EXPECT_TRUE(at(change, "/responses").get_object().contains(failure)) << failure;
    }
}

TEST(OpenApi, IsTheSameInWhateverOrderRoutesAreGiven) {
    EXPECT_EQ(boost::json::serialize(document()), boost::json::serialize(document()));
    const auto paths = document().at("paths").get_object();
    EXPECT_EQ(paths.begin()->key(), "/api/v1/pets");
}

}  // namespace
}  // namespace vafa::rest
