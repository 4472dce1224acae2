#pragma once

#include <boost/describe/enum.hpp>

#include "metrics/api.h"
#include "platform/json/calendar.h"

// The enumerations of the reports as the codec knows them.
namespace vafa::metrics {

BOOST_DESCRIBE_ENUM(PurchaseUnit, order, day)
BOOST_DESCRIBE_ENUM(RevenueKind, net, total)
BOOST_DESCRIBE_ENUM(Prices, nominal, real)
BOOST_DESCRIBE_ENUM(CohortKind, calendar, rolling)
BOOST_DESCRIBE_ENUM(ClockRule, calendar, rolling, rolling_hour)
BOOST_DESCRIBE_ENUM(WindowKind, within, exact, on_or_after, bracket)
BOOST_DESCRIBE_ENUM(CustomerKind, loyal, discount, need_based, wandering, too_few)
BOOST_DESCRIBE_ENUM(Claim, returning_revenue, returning_convert, visits_convert, top_customers,
                    later_orders_larger)
BOOST_DESCRIBE_ENUM(StageName, first_sales, acquisition, retention)
BOOST_DESCRIBE_ENUM(Part::Kind, value, absent, other)

}  // namespace vafa::metrics
