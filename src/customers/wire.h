#pragma once

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "commerce/wire.h"
#include "customers/filter.h"
#include "customers/ordering.h"
#include "metrics/report_request.h"
#include "metrics/wire_enums.h"
#include "platform/rest/page.h"

// What the routes of customers take and answer.
namespace vafa::customers {

BOOST_DESCRIBE_ENUM(Group, champions, loyal, potential_loyal, new_, promising, need_attention,
                    about_to_sleep, cannot_lose, at_risk, hibernating, lost)
BOOST_DESCRIBE_ENUM(Sort, newest, last_order, orders, spent, name, value, p_alive)

namespace wire {

using commerce::wire::Amount;
using commerce::wire::Moment;
using commerce::wire::Text;
using Flag = std::optional<bool>;

struct OneCustomer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(OneCustomer, (), (id))
json::Notes field_notes(const OneCustomer*);

struct CustomersRequest {
    Text q, city, country;
    Flag has_phone, has_email;
    std::optional<commerce::wire::TextId<ShopTag>> shop;
    std::optional<Cell> rfm;
    std::optional<Group> group;
    std::optional<metrics::CustomerKind> kind;
    Flag overdue;
    Amount min_orders, max_orders, min_spent_minor, max_spent_minor;
    std::optional<metrics::DayWord> last_from, last_to;
    std::optional<commerce::Channel> consent;
    Flag slipping;
    Amount min_alive_percent, max_alive_percent, min_value_minor, max_value_minor;
    std::optional<Sort> sort;
    Amount limit;
    Text cursor;
};
BOOST_DESCRIBE_STRUCT(CustomersRequest, (),
                      (q, city, country, has_phone, has_email, shop, rfm, group, kind, overdue,
                       min_orders, max_orders, min_spent_minor, max_spent_minor, last_from, last_to,
                       consent, slipping, min_alive_percent, max_alive_percent, min_value_minor,
                       max_value_minor, sort, limit, cursor))
json::Notes field_notes(const CustomersRequest*);

// The same without a page; `everyone` is the list of phones' own.
struct ChosenRequest {
    Text q, city, country;
    Flag has_phone, has_email;
    std::optional<commerce::wire::TextId<ShopTag>> shop;
    std::optional<Cell> rfm;
    std::optional<Group> group;
    std::optional<metrics::CustomerKind> kind;
    Flag overdue;
    Amount min_orders, max_orders, min_spent_minor, max_spent_minor;
    std::optional<metrics::DayWord> last_from, last_to;
    std::optional<commerce::Channel> consent;
    Flag slipping;
    Amount min_alive_percent, max_alive_percent, min_value_minor, max_value_minor;
    std::optional<Sort> sort;
    Flag everyone;
};
BOOST_DESCRIBE_STRUCT(ChosenRequest, (),
                      (q, city, country, has_phone, has_email, shop, rfm, group, kind, overdue,
                       min_orders, max_orders, min_spent_minor, max_spent_minor, last_from, last_to,
                       consent, slipping, min_alive_percent, max_alive_percent, min_value_minor,
                       max_value_minor, sort, everyone))
json::Notes field_notes(const ChosenRequest*);

struct Standing {
    std::string rfm;
    Group group = Group::lost;
    metrics::CustomerKind kind = metrics::CustomerKind::too_few;
    Amount usual_gap_days;
    std::int64_t days_since_last = 0;
    Amount overdue_after_days;
    bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(Standing, (),
                      (rfm, group, kind, usual_gap_days, days_since_last, overdue_after_days,
                       overdue))
json::Notes field_notes(const Standing*);

struct Range {
    double value = 0, low = 0, high = 0;
};
BOOST_DESCRIBE_STRUCT(Range, (), (value, low, high))
json::Notes field_notes(const Range*);

struct DayRange {
    std::string value, low, high;
};
BOOST_DESCRIBE_STRUCT(DayRange, (), (value, low, high))
json::Notes field_notes(const DayRange*);

struct CustomerScore {
    std::string as_of;
    std::int64_t horizon_days = 0;
    Range p_alive, expected_purchases;
    std::optional<Range> expected_value_minor;
    std::optional<double> lifetime_value_minor;
    std::optional<DayRange> next_order;
    bool slipping = false;
    std::optional<double> p_alive_before;
    Amount due_days;
};
BOOST_DESCRIBE_STRUCT(CustomerScore, (),
                      (as_of, horizon_days, p_alive, expected_purchases, expected_value_minor,
                       lifetime_value_minor, next_order, slipping, p_alive_before, due_days))
json::Notes field_notes(const CustomerScore*);

struct CustomerItem {
    commerce::wire::TextId<CustomerTag> id;
    Text name, email, phone, key, city, country;
    commerce::wire::CustomerTotals totals;
    std::optional<Standing> standing;
    std::optional<CustomerScore> score;
};
BOOST_DESCRIBE_STRUCT(CustomerItem, (),
                      (id, name, email, phone, key, city, country, totals, standing, score))
json::Notes field_notes(const CustomerItem*);
VAFA_PAGE(CustomersPage, CustomerItem)

struct CustomerDetail {
    commerce::wire::TextId<CustomerTag> id;
    Text name, email, phone, key, city, country;
    std::map<std::string, std::string> traits;
    std::vector<commerce::wire::Profile> profiles;
    std::vector<commerce::wire::Consent> consents;
    commerce::wire::CustomerTotals totals;
    std::optional<Standing> standing;
    std::optional<CustomerScore> score;
};
BOOST_DESCRIBE_STRUCT(CustomerDetail, (),
                      (id, name, email, phone, key, city, country, traits, profiles, consents,
                       totals, standing, score))
json::Notes field_notes(const CustomerDetail*);

struct CustomerCounts {
    std::int64_t customers = 0, phones = 0, emails = 0, may_sms = 0, may_email = 0, spent_minor = 0;
    Text currency;
};
BOOST_DESCRIBE_STRUCT(CustomerCounts, (),
                      (customers, phones, emails, may_sms, may_email, spent_minor, currency))
json::Notes field_notes(const CustomerCounts*);

struct City {
    std::string name;
    std::int64_t customers = 0;
};
BOOST_DESCRIBE_STRUCT(City, (), (name, customers))
json::Notes field_notes(const City*);

struct Cities {
    std::vector<City> items;
};
BOOST_DESCRIBE_STRUCT(Cities, (), (items))
json::Notes field_notes(const Cities*);

}  // namespace wire
}  // namespace vafa::customers
