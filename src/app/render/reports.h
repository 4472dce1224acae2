#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "app/render/table.h"
#include "app/render/words.h"

namespace vafa::render {

// The answer of metrics::run_report as people read it in a terminal: a sentence, tables with bars,
// the cohort heat map; its breakdown below.
std::string report_table(const boost::json::object& report, const Words& words,
                         const Terminal& terminal);

// The same as CSV (RFC 4180): one table a report, list keys as rows, nested lists flattened
// (cohort cells: a row a cell); a report of single figures as key,value. A breakdown puts its
// value in the first column. Cells that a spreadsheet would run as a formula get a leading '.
std::string report_csv(const boost::json::object& report);

}  // namespace vafa::render
