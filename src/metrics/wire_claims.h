#pragma once

#include "metrics/wire_enums.h"
#include "platform/json/json.h"

namespace vafa::metrics {
namespace wire {

struct ClaimFigures {
    Claim claim = Claim::returning_revenue;
    double said = 0;
    std::optional<double> own, low, high;
    std::int64_t customers = 0;
    bool measurable = false;
    std::optional<std::string> needs;
};
BOOST_DESCRIBE_STRUCT(ClaimFigures, (), (claim, said, own, low, high, customers, measurable, needs))
json::Notes field_notes(const ClaimFigures*);

struct Claims {
    std::vector<ClaimFigures> claims;
};
BOOST_DESCRIBE_STRUCT(Claims, (), (claims))
json::Notes field_notes(const Claims*);

}  // namespace wire

wire::Claims to_wire(const Claims& claims, const Options& options);

}  // namespace vafa::metrics
