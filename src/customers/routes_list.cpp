#include <algorithm>

#include "commerce/api.h"
#include "commerce/customer_list.h"
#include "commerce/route_support.h"
#include "customers/page_cursor.h"
#include "customers/routes.h"
#include "customers/selection.h"
#include "customers/views.h"
#include "platform/rest/route_make.h"

namespace vafa::customers {
namespace {

using rest::Call;
using rest::Permission;
using rest::Route;

constexpr std::size_t kMaxCitiesShown = 200;

// By what was typed alone, what matches best first: reads a page's worth of the search's index.
Result<wire::CustomersPage> best_matches(const RoutesDeps& deps, const Prepared& prepared,
                                         const wire::CustomersRequest& request) {
    const Filter filter = filter_of(request);
    VAFA_TRY(const auto after, commerce::place_along<commerce::CustomerPlace>(request.cursor));
    return deps.database.read([&](sql::Session& session) -> Result<wire::CustomersPage> {
        const commerce::CustomerFilter wanted{.text = filter.text,
                                              .city = filter.city,
                                              .country = filter.country,
                                              .has_phone = filter.has_phone,
                                              .has_email = filter.has_email,
                                              .shop = filter.shop};
        VAFA_TRY(
            const commerce::CustomerPage page,
            commerce::search_customers(session, wanted, after, commerce::limit_of(request.limit)));
        wire::CustomersPage answer;
        answer.items = items_of(session, prepared.directory(), page.items);
        if (page.next) answer.next_cursor = commerce::cursor_along(*page.next);
        return answer;
    });
}

Result<wire::CustomersPage> sorted_page(const RoutesDeps& deps,
                                        const std::shared_ptr<Prepared>& prepared,
                                        const wire::CustomersRequest& request) {
    const Sort sort = request.sort.value_or(Sort::newest);
    VAFA_TRY(const auto after, place_of(request.cursor, sort));
    VAFA_TRY(const Ordering* ordering, prepared->ordering(sort, deps.database));
    VAFA_TRY(const Selection selection, Selection::of(prepared, filter_of(request), deps.database));
    const auto page = selection.page(*ordering, after,
                                     static_cast<std::size_t>(commerce::limit_of(request.limit)));
    return deps.database.read([&](sql::Session& session) -> Result<wire::CustomersPage> {
        wire::CustomersPage answer;
        answer.items =
            items_of(session, prepared->directory(), std::span<const std::int64_t>(page.ids));
        if (page.next) answer.next_cursor = cursor_of(sort, *page.next);
        return answer;
    });
}

Route list_customers(const RoutesDeps& deps) {
    return rest::read_route<wire::CustomersRequest, wire::CustomersPage>(
        {.path = "/api/v1/customers",
         .summary = "List or search customers.",
         .permission = Permission::customers_read,
         .description = "A page of what matches best may hold fewer items than `limit`, even none, "
                        "while `next_cursor` is there: the work for a page is bounded."},
        [deps](Call&, const wire::CustomersRequest& request) -> Result<wire::CustomersPage> {
            VAFA_TRY(const auto prepared, deps.directory->get());
            const Filter filter = filter_of(request);
            const bool by_match = !filter.text.empty() && !request.sort && !needs_directory(filter);
            if (by_match && !is_of_directory(request.cursor)) {
                return best_matches(deps, *prepared, request);
            }
            return sorted_page(deps, prepared, request);
        });
}

Route count(const RoutesDeps& deps) {
    return rest::read_route<wire::ChosenRequest, wire::CustomerCounts>(
        {.path = "/api/v1/customers/count",
         .summary = "How many customers the filters choose, and how many can be reached.",
         .permission = Permission::customers_read},
        [deps](Call&, const wire::ChosenRequest& request) -> Result<wire::CustomerCounts> {
            VAFA_TRY(const auto prepared, deps.directory->get());
            VAFA_TRY(const Selection selection,
                     Selection::of(prepared, filter_of(request), deps.database));
            const Counts counts = selection.count();
            return deps.database.read([&](sql::Session& session) -> Result<wire::CustomerCounts> {
                const auto currency = commerce::load_settings(session).currency;
                return wire::CustomerCounts{counts.customers,
                                            counts.phones,
                                            counts.emails,
                                            counts.may_sms,
                                            counts.may_email,
                                            counts.spent_minor,
                                            currency ? wire::Text(currency->code) : wire::Text()};
            });
        });
}

Route cities(const RoutesDeps& deps) {
    return rest::read_route<rest::Nothing, wire::Cities>(
        {.path = "/api/v1/customers/cities",
         .summary = "The cities where most customers live.",
         .permission = Permission::customers_read},
        [deps](Call&, const rest::Nothing&) -> Result<wire::Cities> {
            VAFA_TRY(const auto prepared, deps.directory->get());
            const Directory& directory = prepared->directory();
            wire::Cities answer;
            for (const std::string& name : directory.cities) answer.items.push_back({name, 0});
            for (const Entry& entry : directory.entries) ++answer.items[entry.city].customers;
            answer.items.erase(answer.items.begin());  // where nobody said it
            std::stable_sort(answer.items.begin(), answer.items.end(),
                             [](const wire::City& a, const wire::City& b) {
                                 return std::pair(-a.customers, std::string_view(a.name)) <
                                        std::pair(-b.customers, std::string_view(b.name));
                             });
            if (answer.items.size() > kMaxCitiesShown) answer.items.resize(kMaxCitiesShown);
            return answer;
        });
}

Route get_customer(const RoutesDeps& deps) {
    return rest::read_route<wire::OneCustomer, wire::CustomerDetail>(
        {.path = "/api/v1/customers/{id}",
         .summary = "Show a customer; one who was merged into another is answered by that one.",
         .permission = Permission::customers_read},
        [deps](Call&, const wire::OneCustomer& request) -> Result<wire::CustomerDetail> {
            VAFA_TRY(const auto id, commerce::path_id<CustomerTag>(request.id));
            VAFA_TRY(const auto prepared, deps.directory->get());
            return deps.database.read([&](sql::Session& session) -> Result<wire::CustomerDetail> {
                const auto card =
                    commerce::find_customer(session, commerce::canonical_of(session, id));
                if (!card) return commerce::no_customer();
                return detail_of(session, prepared->directory(), *card);
            });
        });
}

}  // namespace

std::vector<Route> list_routes(const RoutesDeps& deps) {
    return {list_customers(deps), count(deps), cities(deps), get_customer(deps)};
}

}  // namespace vafa::customers
