#pragma once

#include "metrics/model_inputs.h"
#include "metrics/orders.h"

namespace vafa::metrics {

Result<ModelInputs> model_inputs(const Orders& orders, const Options& options);
Result<void> each_customer(const Orders& orders, const Options& options, const TakeCustomer& take);

}  // namespace vafa::metrics
