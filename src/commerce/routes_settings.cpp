#include <boost/json.hpp>

#include "commerce/routes.h"
#include "commerce/settings.h"
#include "commerce/views.h"
#include "commerce/wire_requests.h"
#include "platform/i18n/time_zones.h"
#include "platform/rest/route_make.h"

namespace vafa::commerce {
namespace {

using http::Method;
using rest::Call;
using rest::Permission;
using rest::Route;

using Assignments = std::vector<std::pair<std::string_view, std::string>>;

// What is to be set, as people type it; see settings.h.
Assignments assignments_of(const wire::SettingsPatch& patch) {
    Assignments all;
    const auto text = [&](std::string_view name, const wire::Text& value) {
        if (value) all.emplace_back(name, *value);
    };
    const auto choice = [&](std::string_view name, const auto& value) {
        if (value) all.emplace_back(name, json::enum_name(*value));
    };
    const auto flag = [&](std::string_view name, const wire::Flag& value) {
        if (value) all.emplace_back(name, *value ? "yes" : "no");
    };
    text("store_name", patch.store_name);
    text("currency", patch.currency);
    flag("show_toman", patch.show_toman);
    text("time_zone", patch.time_zone);
    choice("calendar", patch.calendar);
    choice("first_weekday", patch.first_weekday);
    flag("count_cancelled", patch.count_cancelled);
    flag("count_unpaid", patch.count_unpaid);
    flag("count_refunded", patch.count_refunded);
    flag("count_zero_value", patch.count_zero_value);
    flag("count_test", patch.count_test);
    const auto per_cent = [&](std::string_view name, const wire::Amount& points) {
        if (points) all.emplace_back(name, format_minor(*points, 2));
    };
    per_cent("margin", patch.margin_basis_points);
    per_cent("discount", patch.discount_basis_points);
    text("phone_region", patch.phone_region);
    return all;
}

Error at_field(Error error, std::string_view name) {
    const bool points = name == "margin" || name == "discount";
    if (error.code == ErrorCode::not_found)
        error.code = ErrorCode::invalid;  // it is the field's value
    return std::move(error).at("/" + std::string(name) + (points ? "_basis_points" : ""));
}

Result<void> assign(sql::Session& session, const Assignments& assignments) {
    for (const auto& [name, value] : assignments) {
        if (name == "time_zone") {
            if (auto zone = i18n::load_time_zone(value); zone.has_error()) {
                return at_field(std::move(zone).error(), name);
            }
        }
        if (auto set = set_setting(session, name, value); set.has_error()) {
            return at_field(std::move(set).error(), name);
        }
    }
    return {};
}

// The members of `all` that differ from `other`.
boost::json::value differing(const boost::json::value& all, const boost::json::value& other) {
    boost::json::object only;
    for (const auto& [name, value] : all.get_object()) {
        if (value != other.get_object().at(name)) only[name] = value;
    }
    return only;
}

Route get_settings(const RoutesDeps& deps) {
    return rest::read_route<rest::Nothing, wire::Settings>(
        {.method = Method::get,
         .path = "/api/v1/settings",
         .summary = "Show the store's settings; the etag belongs into a change's `if-match`.",
         .permission = Permission::settings_read},
        [&database = deps.database](Call&, const rest::Nothing&) -> Result<wire::Settings> {
            return database.read([&](sql::Session& session) -> Result<wire::Settings> {
                return view_of(load_settings(session));
            });
        });
}

Route change_settings(const RoutesDeps& deps) {
    return rest::write_route<wire::SettingsPatch, wire::Settings>(
        {.method = Method::patch,
         .path = "/api/v1/settings",
         .summary = "Change settings, all of those given or none.",
         .permission = Permission::settings_write,
         .errors = {ErrorCode::conflict},
         .description = "With `if-match` it is refused (412) when somebody else changed them "
                        "meanwhile. Reports answer by the new settings from then on."},
        [changed = deps.settings_changed](
            Call& call, sql::Session& session,
            const wire::SettingsPatch& patch) -> Result<wire::Settings> {
            const auto before = json::encode(view_of(load_settings(session)));
            VAFA_CHECK(call.check_unchanged(before));
            VAFA_CHECK(assign(session, assignments_of(patch)));
            const wire::Settings settings = view_of(load_settings(session));
            const auto after = json::encode(settings);
            if (after != before) {
                call.audit({"settings.change", "settings", differing(before, after),
                            differing(after, before)});
                call.after_commit.push_back(changed);
            }
            return settings;
        });
}

}  // namespace

std::vector<Route> setting_routes(const RoutesDeps& deps) {
    return {get_settings(deps), change_settings(deps)};
}

}  // namespace vafa::commerce
