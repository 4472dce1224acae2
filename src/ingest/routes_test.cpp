#include "ingest/routes.h"

#include <gtest/gtest.h>
#include <optional>
#include <semaphore>

#include "ingest/fields.h"
#include "ingest/test_store.h"
#include "platform/files/whole_file.h"
#include "platform/json/json.h"
#include "platform/rest/router.h"

namespace vafa::ingest {
namespace {

using http::Method;
using test::must;

constexpr const char* kOrders =
    "order,customer,date,amount\n1,ann,2024-01-05,10.00\n2,bob,2024-01-09,20.00\n"
    "3,ann,2024-02-05,30.00\n4,<img onerror>,never,5.00\n";

class ImporterGate final : public rest::Gate {
public:
    Result<rest::Principal> identify(const http::RequestHead&, TimeMs, http::Headers&) override {
        rest::Principal who;
        who.kind = rest::Principal::Kind::user;
        who.permissions = {rest::Permission::imports_read, rest::Permission::imports_write};
        return who;
    }
    void record(sql::Session&, const rest::Principal&, const http::RequestHead&,
                const rest::AuditEntry& entry, TimeMs) override {
        recorded.push_back(entry.action);
    }
    std::vector<std::string> recorded;
};

class ImportRoutes : public ::testing::Test {
protected:
    ImportRoutes() {
        router_.emplace(
            rest::Router::Deps{store_.database(), gate_, deps_.clock, store_.dir() / "incoming"},
            routes(&jobs_));
    }
    http::Response call(Method method, const std::string& target, const std::string& body = "",
                        const std::string& language = "en") {
        http::Request request;
        request.method = method;
        request.path = target.substr(0, target.find('?'));
        if (target.find('?') != std::string::npos) {
            request.query = target.substr(target.find('?') + 1);
        }
        request.headers.add("accept-language", language);
        if (!body.empty()) request.headers.add("content-type", "application/json");
        request.body = body;
        request.peer = "192.0.2.1";
        request.id = "r1";
        return router_->answer(request);
    }
    static boost::json::object json_of(const http::Response& response) {
        const auto* text = std::get_if<std::string>(&response.body);
        return text == nullptr ? boost::json::object() : must(json::parse(*text)).as_object();
    }
    std::string upload(const std::string& text, const std::string& name = "orders.csv") {
        http::Request request;
        request.method = Method::post;
        request.path = "/api/v1/imports/uploads";
        request.query = "name=" + name;
        request.headers.add("content-type", "text/csv");
        request.body_file = store_.file("spooled", text);
        request.peer = "192.0.2.1";
        request.id = "r2";
        const auto response = router_->answer(request);
        EXPECT_EQ(response.status, 201);
        return std::string(json_of(response).at("id").as_string());
    }
    void run() {
        jobs_.start();
        ended_.acquire();
        jobs_.stop();
    }

    TestStore store_;
    ImportDeps deps_ = store_.deps();
    ImporterGate gate_;
    std::mutex importing_;
    std::counting_semaphore<> ended_{0};
    ImportJobs jobs_{{.database = deps_.database,
                      .intake = deps_.intake,
                      .ids = deps_.ids,
                      .clock = deps_.clock,
                      .data_dir = deps_.data_dir,
                      .turn = [this] { return std::unique_lock(importing_); },
                      .settings_changed = [] { return Result<void>(); },
                      .save =
                          [this] {
                              ended_.release();
                              return Result<void>();
                          }}};
    std::optional<rest::Router> router_;
};

TEST_F(ImportRoutes, AFileGoesFromUploadToResult) {
    const std::string id = upload(kOrders);
    const auto preview = json_of(call(Method::get, "/api/v1/imports/uploads/" + id));
    const auto& file = preview.at("file").as_object();
    EXPECT_EQ(file.at("delimiter").as_string(), ",");
    EXPECT_EQ(file.at("rows").as_array().size(), 4U);
    EXPECT_EQ(file.at("columns").at(1).at("field").as_string(), "customer");
    EXPECT_EQ(file.at("columns").at(1).at("samples").at(0).as_string(), "ann");
    EXPECT_TRUE(file.at("problem").is_null());

    const auto made =
        call(Method::post, "/api/v1/imports", R"({"uploads":[")" + id + R"("],"currency":"EUR"})");
    ASSERT_EQ(made.status, 202);
    const std::string import(json_of(made).at("id").as_string());
    EXPECT_EQ(json_of(made).at("state").as_string(), "queued");
    run();
    const auto after = json_of(call(Method::get, "/api/v1/imports/" + import));
    EXPECT_EQ(after.at("state").as_string(), "done");
    EXPECT_EQ(after.at("result").at("orders_added").as_int64(), 3);
    EXPECT_EQ(after.at("has_rejected_rows").as_bool(), true);
    EXPECT_EQ(after.at("asked").at("currency").as_string(), "EUR");
    EXPECT_EQ(after.at("asked").at("uploads").at(0).as_string(), id);
    EXPECT_TRUE(after.at("asked").at("map").is_null());
    EXPECT_EQ(after.at("result").at("unit").at("name").as_string(), "EUR");
    EXPECT_EQ(after.at("result").at("unit").at("told").as_bool(), true);
    const auto rejected = call(Method::get, "/api/v1/imports/" + import + "/rejected");
    ASSERT_EQ(rejected.status, 200);
    const auto rows = must(files::read_file(std::get<http::FileBody>(rejected.body).path));
    EXPECT_NE(rows.find("never"), std::string::npos);
    EXPECT_EQ(gate_.recorded, (std::vector<std::string>{"uploads.add", "imports.add"}));
}

TEST_F(ImportRoutes, ADryRunSaysWhatWouldBeRead) {
    const std::string id = upload(kOrders);
    const auto tried =
        json_of(call(Method::get, "/api/v1/imports/uploads/" + id + "?dry_run=true&currency=EUR"));
    EXPECT_EQ(tried.at("dry_run").at("orders").as_int64(), 3);
    EXPECT_EQ(tried.at("dry_run").at("rejected").as_int64(), 1);
    EXPECT_EQ(store_.events(), 0U);
}

TEST_F(ImportRoutes, ADryRunSaysWhetherAnybodyNamedTheUnit) {
    const std::string target = "/api/v1/imports/uploads/" + upload(kOrders) + "?dry_run=true";
    const auto unit = [&](const std::string& more) {
        return json_of(call(Method::get, target + more)).at("dry_run").at("unit").as_object();
    };
    EXPECT_EQ(unit("").at("told").as_bool(), false);
    EXPECT_EQ(unit("&currency=IRT").at("name").as_string(), "IRT");
    EXPECT_EQ(unit("&currency=IRT").at("minor").as_int64(), 10);
    EXPECT_EQ(unit("&currency=EUR").at("minor").as_int64(), 100);
}

TEST_F(ImportRoutes, AColumnToBeLeftOutHasNoField) {
    const std::string target = "/api/v1/imports/uploads/" + upload(kOrders);
    const auto amount = [&](const std::string& more) {
        const auto file = json_of(call(Method::get, target + more)).at("file").as_object();
        return file.at("columns").at(3).as_object();
    };
    EXPECT_EQ(amount("").at("field").as_string(), "amount");
    EXPECT_TRUE(amount("?ignore=%234").at("field").is_null());
    EXPECT_EQ(amount("?traits=customer:%234").at("reason").as_string(), "customer");
}

TEST_F(ImportRoutes, MistakesNameTheirFieldInTheReadersLanguage) {
    const std::string id = upload(kOrders);
    const auto wrong = [&](const std::string& more, const std::string& language) {
        const auto response = call(Method::post, "/api/v1/imports",
                                   R"({"uploads":[")" + id + "\"]," + more + "}", language);
        EXPECT_GE(response.status, 400);
        return std::get<std::string>(response.body);
    };
    EXPECT_NE(wrong(R"("preset":"shopfy")", "en").find("/preset"), std::string::npos);
    EXPECT_NE(wrong(R"("map":{"custmer":"customer"})", "en").find("Did you mean"),
              std::string::npos);
    EXPECT_EQ(wrong(R"("preset":"shopfy")", "fa").find("Did you mean"), std::string::npos);
    EXPECT_NE(wrong(R"("calendar":"mayan")", "en").find("/calendar"), std::string::npos);
    EXPECT_EQ(call(Method::post, "/api/v1/imports", R"({"uploads":[]})").status, 422);
    EXPECT_EQ(call(Method::get, "/api/v1/imports/uploads/upl_nothing").status, 404);
    EXPECT_EQ(call(Method::get, "/api/v1/imports/imp_nothing").status, 404);
}

TEST_F(ImportRoutes, APreviewShowsWhatIsMissing) {
    const std::string id = upload("colour,total\nred,12\n");
    const auto preview = json_of(call(Method::get, "/api/v1/imports/uploads/" + id, "", "fa"));
    EXPECT_TRUE(preview.at("file").at("problem").is_string());
    EXPECT_EQ(preview.at("file").at("problem_key").as_string(), "error.import_missing_column");
    EXPECT_EQ(preview.at("file").at("problem_params").at("field").as_string(), "customer");
    const auto& columns = preview.at("file").at("columns").as_array();
    ASSERT_EQ(columns.size(), 2U);
    EXPECT_EQ(columns[0].at("reason").as_string(), "order");
    EXPECT_EQ(columns[1].at("field").as_string(), "total");  // what is known stays known
}

TEST_F(ImportRoutes, AnUploadInUseStays) {
    const std::unique_lock busy(importing_);  // the import waits for its turn
    const std::string id = upload(kOrders);
    const std::string target = "/api/v1/imports/uploads/" + id;
    const auto made = json_of(
        call(Method::post, "/api/v1/imports", R"({"uploads":[")" + id + R"("],"currency":"EUR"})"));
    EXPECT_EQ(call(Method::delete_, target).status, 409);
    const std::string import(made.at("id").as_string());
    EXPECT_EQ(call(Method::post, "/api/v1/imports/" + import + "/cancel", "{}").status, 202);
    EXPECT_EQ(call(Method::delete_, target).status, 204);
    EXPECT_EQ(call(Method::get, target).status, 404);
    EXPECT_EQ(call(Method::post, "/api/v1/imports/" + import + "/cancel", "{}").status, 409);
    EXPECT_EQ(call(Method::get, "/api/v1/imports/" + import + "/rejected").status, 404);
}

TEST_F(ImportRoutes, ImportsComeInPages) {
    const std::string id = upload(kOrders);
    std::vector<std::string> made;
    for (int i = 0; i < 3; ++i) {
        made.emplace_back(
            json_of(call(Method::post, "/api/v1/imports", R"({"uploads":[")" + id + "\"]}"))
                .at("id")
                .as_string());
    }
    const auto first = json_of(call(Method::get, "/api/v1/imports?limit=2"));
    ASSERT_EQ(first.at("items").as_array().size(), 2U);
    EXPECT_EQ(first.at("items").at(0).at("id").as_string(), made[2]);
    const std::string cursor(first.at("next_cursor").as_string());
    const auto rest = json_of(call(Method::get, "/api/v1/imports?limit=2&cursor=" + cursor));
    ASSERT_EQ(rest.at("items").as_array().size(), 1U);
    EXPECT_EQ(rest.at("items").at(0).at("id").as_string(), made[0]);
    EXPECT_TRUE(rest.at("next_cursor").is_null());
}

TEST_F(ImportRoutes, EventsEndWithTheImport) {
    const std::string id = upload(kOrders);
    const auto made = json_of(
        call(Method::post, "/api/v1/imports", R"({"uploads":[")" + id + R"("],"currency":"EUR"})"));
    const auto events =
        call(Method::get, "/api/v1/imports/" + std::string(made.at("id").as_string()) + "/events");
    const auto stream = std::get<std::shared_ptr<http::EventStream>>(events.body);
    run();
    EXPECT_NE(stream->take().find("event: done"), std::string::npos);
    EXPECT_TRUE(stream->finished());
}

TEST_F(ImportRoutes, PresetsAndFieldsAreNamed) {
    const auto presets = json_of(call(Method::get, "/api/v1/imports/presets"));
    EXPECT_GT(presets.at("items").as_array().size(), 3U);
    const auto fields = json_of(call(Method::get, "/api/v1/imports/fields"));
    EXPECT_EQ(fields.at("items").as_array().size(), kFieldCount);
    for (const auto* list : {&presets, &fields}) {
        for (const auto& item : list->at("items").as_array()) {
            const auto title = std::string(item.at("title").as_string());
            EXPECT_FALSE(title.empty() || title.starts_with("import.")) << title;
        }
    }
}

}  // namespace
}  // namespace vafa::ingest
