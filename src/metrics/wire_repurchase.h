#pragma once

#include "metrics/wire_enums.h"
#include "platform/json/json.h"

namespace vafa::metrics {
namespace wire {

struct Window {
    WindowKind kind = WindowKind::within;
    json::LeftOut<std::int32_t> from, to, days;  // brackets have the first two, others the last
    std::int64_t retained = 0, eligible = 0;
    std::optional<double> rate;
};
BOOST_DESCRIBE_STRUCT(Window, (), (kind, from, to, days, retained, eligible, rate))
json::Notes field_notes(const Window*);

struct Repurchase {
    std::vector<Window> windows;
};
BOOST_DESCRIBE_STRUCT(Repurchase, (), (windows))
json::Notes field_notes(const Repurchase*);

}  // namespace wire

wire::Repurchase to_wire(const Repurchase& repurchase, const Options& options);

}  // namespace vafa::metrics
