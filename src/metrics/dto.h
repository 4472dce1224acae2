#pragma once

#include <boost/json/value.hpp>

#include "metrics/insight_types.h"
#include "metrics/types.h"

// The JSON of the reports. Keys are the members' names ("new" for new_customers of a period); days
// and periods are labels in the options' calendar; averages are decimals of minor units.
namespace vafa::metrics {

boost::json::value to_json(const Summary& summary, const Options& options);
boost::json::value to_json(const Repurchase& repurchase, const Options& options);
boost::json::value to_json(const Cohorts& cohorts, const Options& options);
boost::json::value to_json(const Periods& periods, const Options& options);
boost::json::value to_json(const RetentionRate& rate, const Options& options);
boost::json::value to_json(const Survival& survival, const Options& options);
boost::json::value to_json(const Rfm& rfm, const Options& options);
boost::json::value to_json(const Kinds& kinds, const Options& options);
boost::json::value to_json(const Claims& claims, const Options& options);
boost::json::value to_json(const Stage& stage, const Options& options);
boost::json::value to_json(const Products& products, const Options& options);
boost::json::value to_json(const Seasons& seasons, const Options& options);
boost::json::value to_json(const OrderValues& values, const Options& options);
boost::json::value to_json(const ClvSimple& clv, const Options& options);
boost::json::value to_json(const KindThresholds& thresholds);

}  // namespace vafa::metrics
