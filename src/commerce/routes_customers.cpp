#include "commerce/export_customers.h"
#include "commerce/order_views.h"
#include "commerce/route_support.h"
#include "commerce/routes.h"
#include "commerce/views.h"
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

Route list(const RoutesDeps& deps) {
    return rest::read_route<wire::CustomersRequest, wire::CustomersPage>(
        {.method = Method::get,
         .path = "/api/v1/customers",
         .summary = "List or search customers; without `q` and filters the newest first.",
         .permission = Permission::customers_read,
         .description = kShortPages},
        [&database = deps.database](
            Call&, const wire::CustomersRequest& request) -> Result<wire::CustomersPage> {
            VAFA_TRY(const auto after, place_along<CustomerPlace>(request.cursor));
            return database.read([&](sql::Session& session) -> Result<wire::CustomersPage> {
                VAFA_TRY(const CustomerPage page, search_customers(session, filter_of(request),
                                                                   after, limit_of(request.limit)));
                const Settings settings = load_settings(session);
                const auto totals = totals_of(session, page.items, settings.counted);
                wire::CustomersPage answer;
                for (std::size_t i = 0; i < totals.size(); ++i) {
                    answer.items.push_back(item_of(page.items[i], view_of(totals[i], settings)));
                }
                if (page.next) answer.next_cursor = cursor_along(*page.next);
                return answer;
            });
        });
}

Route get(const RoutesDeps& deps) {
    return rest::read_route<wire::OneThing, wire::Customer>(
        {.method = Method::get,
         .path = "/api/v1/customers/{id}",
         .summary = "Show a customer; one who was merged into another is answered by that one.",
         .permission = Permission::customers_read},
        [&database = deps.database](Call&,
                                    const wire::OneThing& request) -> Result<wire::Customer> {
            VAFA_TRY(const auto id, path_id<CustomerTag>(request.id));
            return database.read([&](sql::Session& session) -> Result<wire::Customer> {
                const auto card = find_customer(session, canonical_of(session, id));
                if (!card) return no_customer();
                return customer_view(session, *card);
            });
        });
}

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

Route export_csv(const RoutesDeps& deps) {
    return rest::download_route<wire::ExportRequest>(
        {.method = Method::get,
         .path = "/api/v1/customers/export",
         .summary = "Download customers as CSV, those that `q` and the filters choose.",
         .permission = Permission::customers_export,
         .answer_type = "text/csv",
         .description = "Spreadsheets would run cells that begin with `=`, `+`, `-` or `@`: those "
                        "are preceded by an apostrophe."},
        [&database = deps.database, folder = deps.exports](
            Call& call, const wire::ExportRequest& request) -> Result<http::Response> {
            VAFA_TRY(auto file,
                     export_customers(database, filter_of(request), folder, call.request.id));
            http::Response response;
            response.headers = call.headers;
            response.headers.set("content-type", "text/csv; charset=utf-8");
            response.headers.set("content-disposition", "attachment; filename=\"customers.csv\"");
            response.headers.set("cache-control", "no-store");
            response.body = std::move(file);
            return response;
        });
}

}  // namespace

std::vector<Route> customer_routes(const RoutesDeps& deps) {
    return {list(deps), export_csv(deps), get(deps), orders(deps)};
}

}  // namespace vafa::commerce
