#include "app/demo_routes.h"

#include "app/demo_store.h"
#include "ingest/import_record.h"
#include "platform/rest/route_make.h"

namespace vafa::app {
namespace wire {

enum class DemoState { none, queued, running, stopped, done, failed, cancelled, undoing };
BOOST_DESCRIBE_ENUM(DemoState, none, queued, running, stopped, done, failed, cancelled, undoing)

enum class DemoMarket { iran, russia, europe };
BOOST_DESCRIBE_ENUM(DemoMarket, iran, russia, europe)

struct Demo {
    DemoState state = DemoState::none;
    std::optional<std::string> import_;
    std::optional<ingest::JobProgress> progress;
};
BOOST_DESCRIBE_STRUCT(Demo, (), (state, import_, progress))

json::Notes field_notes(const Demo*) {
    return {"Demo",
            {{.name = "state", .text = "none: nothing in this store is made up."},
             {.name = "import", .text = "To follow it by; null where there is none."},
             {.name = "progress", .text = "While it is made or taken back, else null."}}};
}

struct NewDemo {
    std::optional<DemoMarket> market;
};
BOOST_DESCRIBE_STRUCT(NewDemo, (), (market))

json::Notes field_notes(const NewDemo*) {
    return {"NewDemo",
            {{.name = "market",
              .text = "Where the store stands; without it by the reader's language. A store that "
                      "has a currency keeps to it."}}};
}

}  // namespace wire

namespace {

using http::Method;
using rest::Call;
using rest::Permission;

wire::Demo view_of(sql::Session& session, LiveStore& store) {
    wire::Demo view;
    const auto record = demo_of(session);
    if (!record) return view;
    view.import_ = to_string(record->id);
    view.progress = store.imports().progress(record->id);
    view.state =
        json::parse_enum<wire::DemoState>(ingest::state_word(*record, view.progress.has_value()))
            .value_or(wire::DemoState::none);
    return view;
}

std::string market_of(const wire::NewDemo& request, i18n::Locale locale) {
    if (request.market) return std::string(json::enum_name(*request.market));
    if (locale == i18n::Locale::fa) return "iran";
    return locale == i18n::Locale::ru ? "russia" : "europe";
}

rest::Route show(LiveStore* store) {
    return rest::read_route<rest::Nothing, wire::Demo>(
        {.method = Method::get,
         .path = "/api/v1/demo",
         .summary = "Tell whether numbers of this store are made up.",
         .permission = Permission::signed_in},
        [store](Call&, const rest::Nothing&) -> Result<wire::Demo> {
            return store->database().read([&](sql::Session& session) {
                return Result<wire::Demo>(view_of(session, *store));
            });
        });
}

rest::Route make(LiveStore* store) {
    return rest::write_route<wire::NewDemo, wire::Demo>(
        {.method = Method::post,
         .path = "/api/v1/demo",
         .summary = "Fill the store with made-up orders, behind the scenes.",
         .permission = Permission::imports_write,
         .errors = {ErrorCode::conflict},
         .success = 202,
         .description = "Three years of 3,000 customers. They come in beside the store's own "
                        "orders, and go whole with DELETE. Follow it like an import."},
        [store](Call& call, sql::Session& session,
                const wire::NewDemo& request) -> Result<wire::Demo> {
            DemoOrder order;
            order.market = market_of(request, call.locale);
            VAFA_CHECK(queue_demo(session, store->ids(), store->clock().now(), std::move(order)));
            wire::Demo view = view_of(session, *store);
            call.audit({"demos.add", *view.import_, nullptr, json::encode(view.state)});
            call.after_commit.push_back([store] { store->imports().wake(); });
            return view;
        });
}

rest::Route remove(LiveStore* store) {
    return rest::write_route<rest::Nothing, wire::Demo>(
        {.method = Method::delete_,
         .path = "/api/v1/demo",
         .summary = "Take the made-up orders out again, whole, behind the scenes.",
         .permission = Permission::imports_write,
         .errors = {ErrorCode::conflict},
         .success = 202,
         .description = "Afterwards the store is as if they had never come; it is carried to its "
                        "end over restarts. While they are made, cancel that import first."},
        [store](Call& call, sql::Session& session, const rest::Nothing&) -> Result<wire::Demo> {
            VAFA_TRY(const ImportId import,
                     begin_demo_removal(session, store->ids(), store->clock().now()));
            call.audit({"demos.remove", to_string(import), nullptr, nullptr});
            call.after_commit.push_back([store] { store->imports().wake(); });
            return view_of(session, *store);
        });
}

}  // namespace

std::vector<rest::Route> demo_routes(LiveStore* store) {
    return {show(store), make(store), remove(store)};
}

}  // namespace vafa::app
