#include <cmath>

#include "board/route_support.h"
#include "board/routes.h"
#include "board/store.h"
#include "board/wire.h"
#include "platform/rest/route_make.h"

namespace vafa::board {
namespace {

using http::Method;
using rest::Call;
using rest::Nothing;
using rest::Permission;
using rest::Route;

constexpr double kTargetScale = 10'000;
constexpr double kMostTarget = 1e14;  // minor units; × 10,000 still fits 64 bits

wire::Goal view_of(const Goal& goal, CalendarKind calendar) {
    return {to_string(goal.id), goal.metric, static_cast<double>(goal.target_e4) / kTargetScale,
            day_label(calendar, goal.from), day_label(calendar, goal.due)};
}

Route list_goals(const RoutesDeps& deps) {
    return rest::read_route<Nothing, wire::GoalList>(
        {.path = "/api/v1/goals",
         .summary = "The goals the owner set, due first first.",
         .permission = Permission::reports_read},
        [&database = deps.database](Call&, const Nothing&) -> Result<wire::GoalList> {
            return database.read([](sql::Session& session) -> Result<wire::GoalList> {
                const auto calendar = calendar_of(session);
                wire::GoalList list;
                for (const Goal& goal : store::goals(session)) {
                    list.items.push_back(view_of(goal, calendar));
                }
                return list;
            });
        });
}

Result<Goal> goal_of(const wire::NewGoal& request) {
    if (!(request.target * kTargetScale >= 1) || request.target > kMostTarget) {
        return invalid("error.board_target").at("/target");
    }
    Goal goal;
    goal.metric = request.metric;
    goal.target_e4 = std::llround(request.target * kTargetScale);
    goal.from = request.from.days.first;
    goal.due = request.due.days.last;
    if (goal.due < goal.from) return invalid("error.board_due").at("/due");
    return goal;
}

Route add_goal(const RoutesDeps& deps) {
    return rest::write_route<wire::NewGoal, wire::Goal>(
        {.method = Method::post,
         .path = "/api/v1/goals",
         .summary = "Set a goal.",
         .permission = Permission::settings_write,
         .errors = {ErrorCode::conflict},
         .success = 201},
        [&ids = deps.ids](Call& call, sql::Session& session,
                          const wire::NewGoal& request) -> Result<wire::Goal> {
            VAFA_TRY(auto goal, goal_of(request));
            if (store::goals(session).size() >= kMostGoals) return too_many(kMostGoals);
            goal.id.value = ids.next();
            goal.created_at = call.now;
            store::add_goal(session, goal);
            const auto view = view_of(goal, calendar_of(session));
            call.audit({"goal.add", view.id, nullptr, json::encode(view)});
            return view;
        });
}

Route remove_goal(const RoutesDeps&) {
    return rest::write_route<wire::OneId, Nothing>(
        {.method = Method::delete_,
         .path = "/api/v1/goals/{id}",
         .summary = "Give a goal up.",
         .permission = Permission::settings_write},
        [](Call& call, sql::Session& session, const wire::OneId& request) -> Result<Nothing> {
            VAFA_TRY(const auto id, path_id<GoalTag>(request.id));
            const auto goal = store::goal(session, id);
            if (!goal) return no_entry();
            store::delete_goal(session, id);
            call.audit({"goal.delete", to_string(id),
                        json::encode(view_of(*goal, calendar_of(session))), nullptr});
            return Nothing{};
        });
}

}  // namespace

std::vector<Route> goal_routes(const RoutesDeps& deps) {
    return {list_goals(deps), add_goal(deps), remove_goal(deps)};
}

}  // namespace vafa::board
