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

Route list_orders(const RoutesDeps& deps) {
    return rest::read_route<wire::OrdersRequest, wire::OrdersPage>(
        {.method = Method::get,
         .path = "/api/v1/orders",
         .summary = "List orders, the newest first.",
         .permission = Permission::orders_read,
         .description = "A page may be short, even empty, while `next_cursor` is there: the work "
                        "for a page is bounded."},
        [&database = deps.database](
            Call&, const wire::OrdersRequest& request) -> Result<wire::OrdersPage> {
            VAFA_TRY(const auto before, order_place(request.cursor));
            return database.read([&](sql::Session& session) -> Result<wire::OrdersPage> {
                OrderFilter filter{.customer = id_of(request.customer),
                                   .shop = id_of(request.shop),
                                   .status = request.status,
                                   .from = ms_of(request.from),
                                   .to = ms_of(request.to),
                                   .number = order_key_typed(request.number.value_or(""))};
                if (filter.customer) filter.customer = canonical_of(session, *filter.customer);
                return orders_page(session, filter, before, limit_of(request.limit));
            });
        });
}

Route get_order(const RoutesDeps& deps) {
    return rest::read_route<wire::OneThing, wire::Order>(
        {.method = Method::get,
         .path = "/api/v1/orders/{id}",
         .summary = "Show an order with its lines.",
         .permission = Permission::orders_read},
        [&database = deps.database](Call&, const wire::OneThing& request) -> Result<wire::Order> {
            VAFA_TRY(const auto id, path_id<OrderTag>(request.id));
            return database.read([&](sql::Session& session) -> Result<wire::Order> {
                const auto order = find_order(session, id);
                if (!order) return not_found("commerce.order_not_found");
                return order_view(session, *order);
            });
        });
}

wire::ProductsPage page_of_keys(sql::Session& session, const std::vector<std::string>& keys) {
    wire::ProductsPage answer;
    for (const auto& product : products_with_keys(session, keys))
        answer.items.push_back(view_of(product));
    return answer;
}

Route list_products(const RoutesDeps& deps) {
    return rest::read_route<wire::ProductsRequest, wire::ProductsPage>(
        {.method = Method::get,
         .path = "/api/v1/products",
         .summary = "List or search products; without `q` the newest first.",
         .permission = Permission::products_read},
        [&database = deps.database](
            Call&, const wire::ProductsRequest& request) -> Result<wire::ProductsPage> {
            VAFA_TRY(const auto after, place_along<ProductPlace>(request.cursor));
            return database.read([&](sql::Session& session) -> Result<wire::ProductsPage> {
                if (request.keys) return page_of_keys(session, *request.keys);
                VAFA_TRY(const ProductPage page,
                         search_products(session, {request.q.value_or(""), id_of(request.shop)},
                                         after, limit_of(request.limit)));
                wire::ProductsPage answer;
                for (const auto& product : page.items) answer.items.push_back(view_of(product));
                if (page.next) answer.next_cursor = cursor_along(*page.next);
                return answer;
            });
        });
}

Route get_product(const RoutesDeps& deps) {
    return rest::read_route<wire::OneThing, wire::Product>(
        {.method = Method::get,
         .path = "/api/v1/products/{id}",
         .summary = "Show a product.",
         .permission = Permission::products_read},
        [&database = deps.database](Call&, const wire::OneThing& request) -> Result<wire::Product> {
            VAFA_TRY(const auto id, path_id<ProductTag>(request.id));
            return database.read([&](sql::Session& session) -> Result<wire::Product> {
                const auto product = find_product(session, id);
                if (!product) return not_found("commerce.product_not_found");
                return view_of(*product);
            });
        });
}

Route shops(const RoutesDeps& deps) {
    return rest::read_route<rest::Nothing, wire::Shops>(
        {.method = Method::get,
         .path = "/api/v1/shops",
         .summary = "List the shops whose orders are here, the oldest first.",
         .permission = Permission::orders_read},
        [&database = deps.database](Call&, const rest::Nothing&) -> Result<wire::Shops> {
            return database.read([&](sql::Session& session) -> Result<wire::Shops> {
                wire::Shops answer;
                for (const Shop& shop : list_shops(session)) answer.items.push_back(view_of(shop));
                return answer;
            });
        });
}

}  // namespace

std::vector<Route> order_routes(const RoutesDeps& deps) {
    return {list_orders(deps), get_order(deps), list_products(deps), get_product(deps),
            shops(deps)};
}

}  // namespace vafa::commerce
