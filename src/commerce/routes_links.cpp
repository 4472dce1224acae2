#include <boost/json.hpp>

#include "commerce/links.h"
#include "commerce/order_views.h"
#include "commerce/route_support.h"
#include "commerce/routes.h"
#include "platform/rest/route_make.h"

namespace vafa::commerce {
namespace {

using http::Method;
using rest::Call;
using rest::Permission;
using rest::Route;

// A person's word: of two of one instant it is the stronger.
LinkWord manual(const Call& call) {
    return {make_version(call.now, SourceRank::plugin), call.now, "manual"};
}

// Ids alone: the audit log outlives what is known of people.
boost::json::value profiles_json(const CustomerCard& card) {
    boost::json::array ids;
    for (const Profile& profile : card.profiles) ids.emplace_back(to_string(profile.id));
    return boost::json::object{{"customer", to_string(card.id)}, {"profiles", std::move(ids)}};
}

Route merge(const RoutesDeps& deps) {
    return rest::write_route<wire::MergeRequest, wire::Customer>(
        {.method = Method::post,
         .path = "/api/v1/customers/{id}/merge",
         .summary = "Make a customer one with another, under the other's id.",
         .permission = Permission::customers_write,
         .errors = {ErrorCode::conflict},
         .description = "Orders and history keep their profiles, so it can be undone: see unlink."},
        [changed = deps.links_changed](
            Call& call, sql::Session& session,
            const wire::MergeRequest& request) -> Result<wire::Customer> {
            VAFA_TRY(const auto id, path_id<CustomerTag>(request.id));
            const auto from = find_customer(session, canonical_of(session, id));
            const auto into = find_customer(session, canonical_of(session, request.into.id));
            if (!from) return no_customer();
            if (!into) return no_customer().at("/into");
            if (from->id == into->id) return conflict("commerce.already_one").at("/into");
            if (!merge_customers(session, from->id, into->id, manual(call))) {
                return conflict("commerce.newer_link");
            }
            const auto merged = find_customer(session, into->id);
            if (!merged) return no_customer();
            call.audit({"customer.merge", to_string(from->id), profiles_json(*from),
                        profiles_json(*merged)});
            call.after_commit.push_back(changed);
            return customer_view(session, *merged);
        });
}

Route unlink(const RoutesDeps& deps) {
    return rest::write_route<wire::UnlinkRequest, wire::Customer>(
        {.method = Method::post,
         .path = "/api/v1/customers/{id}/unlink",
         .summary = "Make one profile of a customer a customer of its own again.",
         .permission = Permission::customers_write,
         .errors = {ErrorCode::conflict}},
        [changed = deps.links_changed](
            Call& call, sql::Session& session,
            const wire::UnlinkRequest& request) -> Result<wire::Customer> {
            VAFA_TRY(const auto id, path_id<CustomerTag>(request.id));
            const ProfileId profile = request.profile.id;
            const auto before = find_customer(session, canonical_of(session, id));
            if (!before) return no_customer();
            if (canonical_of(session, CustomerId{profile.value}) != before->id) {
                return not_found("commerce.profile_not_found").at("/profile");
            }
            if (profile.value == before->id.value) {
                return conflict("commerce.profile_canonical").at("/profile");
            }
            if (!unlink_profile(session, profile, manual(call))) {
                return conflict("commerce.newer_link");
            }
            const auto after = find_customer(session, before->id);
            if (!after) return no_customer();
            call.audit({"customer.unlink", to_string(before->id), profiles_json(*before),
                        profiles_json(*after)});
            call.after_commit.push_back(changed);
            return customer_view(session, *after);
        });
}

}  // namespace

std::vector<Route> link_routes(const RoutesDeps& deps) { return {merge(deps), unlink(deps)}; }

}  // namespace vafa::commerce
