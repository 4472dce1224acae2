#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "metrics/options.h"

namespace vafa::metrics {

// What a report counted: every option in force for it by its machine name, and under "terms" the
// i18n keys of the sentences that say it in words.
boost::json::object definition_of(std::string_view report, const Options& options,
                                  std::optional<Day> data_end, const std::string& zone);

}  // namespace vafa::metrics
