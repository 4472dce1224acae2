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

constexpr std::string_view kShortPages =
    "A page may hold fewer items than `limit`, even none, while `next_cursor` is there: the work "
    "for "
    "a page is bounded, and rare matches may lie further on.";

Route orders(const RoutesDeps& deps) {
    return rest::read_route<wire::CustomerOrdersRequest, wire::OrdersPage>(
        {.method = Method::get,
         .path = "/api/v1/customers/{id}/orders",
         .summary = "List a customer's orders, the newest first.",
         .permission = Permission::orders_read,
         .description = kShortPages},
        [&database = deps.database](
            Call&, const wire::CustomerOrdersRequest& request) -> Result<wire::OrdersPage> {
            VAFA_TRY(const auto id, path_id<CustomerTag>(request.id));
            VAFA_TRY(const auto before, order_place(request.cursor));
            return database.read([&](sql::Session& session) -> Result<wire::OrdersPage> {
                const CustomerId customer = canonical_of(session, id);
                if (!find_customer(session, customer)) return no_customer();
                return orders_page(session,
                                   {.customer = customer,
                                    .status = request.status,
                                    .from = ms_of(request.from),
                                    .to = ms_of(request.to)},
                                   before, limit_of(request.limit));
            });
        });
}

}  // namespace

std::vector<Route> customer_routes(const RoutesDeps& deps) { return {orders(deps)}; }

}  // namespace vafa::commerce
