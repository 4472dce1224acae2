#include "value/routes.h"

#include "commerce/api.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "platform/rest/route_make.h"
#include "value/jobs.h"
#include "value/overview.h"
#include "value/store.h"
#include "value/wire.h"

namespace vafa::value {
namespace {

using boost::json::object;
using http::Method;
using rest::Call;
using rest::Permission;

Error no_run() { return not_found("error.value_no_run"); }

wire::Run view_of(const Run& run, CalendarKind calendar, i18n::Locale locale, const Jobs* jobs) {
    wire::Run view;
    view.id = to_string(run.id);
    view.state = run.state;
    view.asked_by = run.asked_by;
    view.asked_at = {run.asked_at};
    if (run.ended_at) view.ended_at = Instant{*run.ended_at};
    if (run.as_of) view.as_of = day_label(calendar, *run.as_of);
    if (!run.model.empty()) view.model = run.model;
    if (!run.error.empty()) view.problem = i18n::translate(locale, run.error);
    if (run.state == RunState::done) view.customers = run.customers;
    if (jobs != nullptr) view.progress = jobs->progress(run.id);
    return view;
}

// How runs of this store are shown to this reader.
class Shown {
public:
    Shown(sql::Session& session, i18n::Locale locale, const Jobs* jobs)
        : calendar_(commerce::load_settings(session).calendar.calendar),
          locale_(locale),
          jobs_(jobs) {}
    wire::Run operator()(const Run& run) const { return view_of(run, calendar_, locale_, jobs_); }

private:
    CalendarKind calendar_;
    i18n::Locale locale_;
    const Jobs* jobs_;
};

// What was kept of a run, as it was kept.
Result<boost::json::value> summary_of(sql::Session& session, RunId run) {
    const std::string kept = store::summary(session, run);
    if (kept.empty()) return boost::json::value(nullptr);
    return json::parse(kept);
}

http::Response json_answer(const object& answer) {
    http::Response response;
    response.headers.set("content-type", "application/json");
    response.headers.set("cache-control", "private, no-cache");
    response.body = boost::json::serialize(answer);
    return response;
}

Result<RunId> before_of(const wire::RunList& request) {
    if (!request.cursor) return RunId{};
    VAFA_TRY(const auto parts, rest::read_cursor(*request.cursor, 1));
    auto id = parse_id<RunTag>(parts[0]);
    if (id.has_error()) return invalid("error.cursor").at("/cursor");
    return *id;
}

Result<Run> run_named(sql::Session& session, const std::string& text) {
    const auto id = parse_id<RunTag>(text);
    if (id.has_error()) return no_run();
    const auto run = store::run(session, *id);
    if (!run) return no_run();
    return *run;
}

rest::Route show(const RoutesDeps& deps) {
    return rest::download_route<rest::Nothing, wire::Overview>(
        {.path = "/api/v1/value",
         .summary = "What customers are worth: the latest calculation, and the one under way.",
         .permission = Permission::reports_read,
         .answer_type = "application/json",
         .description = "Scores of single customers stand with the customers: list, answer of one, "
                        "files."},
        [deps](Call& call, const rest::Nothing&) -> Result<http::Response> {
            return deps.database.read([&](sql::Session& session) -> Result<http::Response> {
                const Shown shown(session, call.locale, deps.jobs);
                object answer{{"run", nullptr}, {"open", nullptr}, {"summary", nullptr}};
                if (const auto open = store::open_run(session))
                    answer["open"] = json::encode(shown(*open));
                if (const auto run = store::latest_done(session)) {
                    answer["run"] = json::encode(shown(*run));
                    VAFA_TRY(answer["summary"], summary_of(session, run->id));
                }
                return json_answer(answer);
            });
        });
}

rest::Route list_model_runs(const RoutesDeps& deps) {
    return rest::read_route<wire::RunList, wire::ValueRunsPage>(
        {.path = "/api/v1/value/runs",
         .summary = "All calculations, the newest first.",
         .permission = Permission::reports_read},
        [deps](Call& call, const wire::RunList& request) -> Result<wire::ValueRunsPage> {
            VAFA_TRY(const RunId before, before_of(request));
            const std::int64_t limit = request.limit.value_or(rest::kDefaultPage);
            return deps.database.read([&](sql::Session& session) -> Result<wire::ValueRunsPage> {
                const Shown shown(session, call.locale, deps.jobs);
                wire::ValueRunsPage page;
                for (const Run& run : store::runs(session, before, limit + 1)) {
                    if (page.items.size() == static_cast<std::size_t>(limit)) {
                        page.next_cursor = rest::make_cursor({page.items.back().id});
                        break;
                    }
                    page.items.push_back(shown(run));
                }
                return page;
            });
        });
}

rest::Route get_model_run(const RoutesDeps& deps) {
    return rest::download_route<wire::OneRun, wire::Overview>(
        {.path = "/api/v1/value/runs/{id}",
         .summary = "Show a calculation: the models side by side, parameters, what came of it.",
         .permission = Permission::reports_read,
         .errors = {ErrorCode::not_found},
         .answer_type = "application/json"},
        [deps](Call& call, const wire::OneRun& request) -> Result<http::Response> {
            return deps.database.read([&](sql::Session& session) -> Result<http::Response> {
                VAFA_TRY(const Run run, run_named(session, request.id));
                const Shown shown(session, call.locale, deps.jobs);
                object answer{{"run", json::encode(shown(run))}, {"open", nullptr}};
                VAFA_TRY(answer["summary"], summary_of(session, run.id));
                return json_answer(answer);
            });
        });
}

rest::Route start_model_run(const RoutesDeps& deps) {
    return rest::write_route<rest::Nothing, wire::Run>(
        {.method = Method::post,
         .path = "/api/v1/value/runs",
         .summary = "Calculate anew, behind the scenes.",
         .permission = Permission::settings_write,
         .errors = {ErrorCode::conflict},
         .success = 202,
         .description = "Follow it with GET /api/v1/value/runs/{id}. Every night it is done by "
                        "itself where data or settings changed."},
        [jobs = deps.jobs](Call& call, sql::Session& session,
                           const rest::Nothing&) -> Result<wire::Run> {
            VAFA_TRY(const Run run, jobs->enqueue(session, call.principal.id));
            call.audit({"value_runs.add", to_string(run.id), nullptr, nullptr});
            call.after_commit.push_back([jobs] { jobs->wake(); });
            return Shown(session, call.locale, jobs)(run);
        });
}

rest::Route cancel_model_run(const RoutesDeps& deps) {
    return rest::write_route<wire::OneRun, wire::Run>(
        {.method = Method::post,
         .path = "/api/v1/value/runs/{id}/cancel",
         .summary = "Cancel a calculation; what was there before stays.",
         .permission = Permission::settings_write,
         .errors = {ErrorCode::conflict},
         .success = 202},
        [jobs = deps.jobs](Call& call, sql::Session& session,
                           const wire::OneRun& request) -> Result<wire::Run> {
            VAFA_TRY(const Run run, run_named(session, request.id));
            VAFA_CHECK(jobs->cancel(session, run.id));
            call.audit({"value_runs.cancel", request.id, nullptr, nullptr});
            call.after_commit.push_back([jobs, id = run.id] { jobs->interrupt(id); });
            return Shown(session, call.locale, jobs)(store::run(session, run.id).value_or(run));
        });
}

rest::Route checks(const RoutesDeps& deps) {
    return rest::download_route<wire::RunList, wire::ForecastChecksPage>(
        {.path = "/api/v1/value/checks",
         .summary = "Forecasts of the past, each set against the month that followed it.",
         .permission = Permission::reports_read,
         .answer_type = "application/json"},
        [deps](Call&, const wire::RunList& request) -> Result<http::Response> {
            VAFA_TRY(const RunId before, before_of(request));
            const std::int64_t limit = request.limit.value_or(rest::kDefaultPage);
            return deps.database.read([&](sql::Session& session) -> Result<http::Response> {
                object answer{{"items", boost::json::array()}, {"next_cursor", nullptr}};
                auto& items = answer["items"].as_array();
                RunId last;
                for (const Check& check : store::checks(session, before, limit + 1)) {
                    if (items.size() == static_cast<std::size_t>(limit)) {
                        answer["next_cursor"] = rest::make_cursor({to_string(last)});
                        break;
                    }
                    VAFA_TRY(auto item, json::parse(check.summary));
                    items.push_back(std::move(item));
                    last = check.run;
                }
                return json_answer(answer);
            });
        });
}

}  // namespace

Result<object> overview(sql::Database& database, RunId run) {
    return database.read([&](sql::Session& session) -> Result<object> {
        const auto found = store::run(session, run);
        if (!found) return no_run();
        const Shown shown(session, i18n::Locale::en, nullptr);
        object answer{{"run", json::encode(shown(*found))}};
        VAFA_TRY(answer["summary"], summary_of(session, run));
        return answer;
    });
}

std::vector<rest::Route> routes(const RoutesDeps& deps) {
    return {show(deps),
            list_model_runs(deps),
            get_model_run(deps),
            start_model_run(deps),
            cancel_model_run(deps),
            checks(deps)};
}

}  // namespace vafa::value
