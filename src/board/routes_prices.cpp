#include <cmath>
#include <set>

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

constexpr double kIndexScale = 10'000;
constexpr Day kShortestMonth = 28, kLongestMonth = 31;

wire::Prices view_of(const metrics::PriceIndex& index) {
    wire::Prices view;
    for (const auto& month : index.months()) {
        view.months.push_back({month.label, static_cast<double>(month.index_e4) / kIndexScale});
    }
    return view;
}

// One entry a month, every index above zero; names the field of the first that is not so.
Result<metrics::PriceIndex> index_of(const wire::NewPrices& request) {
    std::vector<metrics::PriceIndex::Month> months;
    std::set<Day> known;
    for (std::size_t i = 0; i < request.months.size(); ++i) {
        const auto& [month, index] = request.months[i];
        const std::string at = "/months/" + std::to_string(i);
        const Day length = month.days.last - month.days.first + 1;
        if (length < kShortestMonth || length > kLongestMonth) {
            return invalid("error.board_not_a_month").with("value", month.text).at(at + "/month");
        }
        if (!known.insert(month.days.first).second) {
            return invalid("error.board_month_twice").with("month", month.text).at(at + "/month");
        }
        const auto index_e4 = std::llround(index * kIndexScale);
        if (index_e4 < 1) return invalid("error.board_index").at(at + "/index");
        months.push_back({month.days.first, index_e4, month.text});
    }
    return metrics::PriceIndex(std::move(months));
}

Route get_prices(const RoutesDeps& deps) {
    return rest::read_route<Nothing, wire::Prices>(
        {.path = "/api/v1/prices",
         .summary = "The store's price index, month by month.",
         .permission = Permission::reports_read},
        [&database = deps.database](Call&, const Nothing&) -> Result<wire::Prices> {
            return database.read([](sql::Session& session) -> Result<wire::Prices> {
                return view_of(load_prices(session));
            });
        });
}

Route put_prices(const RoutesDeps& deps) {
    return rest::write_route<wire::NewPrices, wire::Prices>(
        {.method = Method::put,
         .path = "/api/v1/prices",
         .summary = "Put a price index in place of the store's; an empty one ends it.",
         .permission = Permission::settings_write,
         .description = "Reports asked with `prices=real` bring every amount to the prices of the "
                        "last month. Orders after it count as they are; orders before the first "
                        "month are reckoned by the first. A month that is left out has the index "
                        "of the one before it."},
        [changed = deps.prices_changed](Call& call, sql::Session& session,
                                        const wire::NewPrices& request) -> Result<wire::Prices> {
            VAFA_TRY(const auto index, index_of(request));
            const auto before = load_prices(session);
            if (before.months() == index.months()) return view_of(index);
            store::replace_prices(session, index);
            const auto count = [](const metrics::PriceIndex& of) {
                return boost::json::object{{"months", of.months().size()},
                                           {"last", of.empty() ? "" : of.base().label}};
            };
            call.audit({"prices.change", "prices", count(before), count(index)});
            call.after_commit.push_back(changed);
            return view_of(index);
        });
}

}  // namespace

std::vector<Route> price_routes(const RoutesDeps& deps) {
    return {get_prices(deps), put_prices(deps)};
}

}  // namespace vafa::board
