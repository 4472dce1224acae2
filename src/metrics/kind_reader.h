#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "metrics/counting.h"
#include "metrics/customer_kind.h"
#include "metrics/orders.h"

namespace vafa::metrics {

// Of all customers, whatever the range: the rhythm is the store's.
Result<RiskLimits> risk_limits(const Orders& orders, const Options& options,
                               const Counting& counting);

// Reads of one customer at a time what the kinds ask of the purchases; the span lives until the
// next one.
class KindReader {
public:
    explicit KindReader(const Counting& counting) : counting_(counting) {}

    // What a scan must bring, in this order.
    static const std::vector<std::string>& properties();

    std::span<const KindPurchase> describe(const timeline::Slice& slice, std::uint32_t customer,
                                           std::span<const Purchase> purchases);

private:
    Counting counting_;
    std::vector<KindPurchase> described_;
};

}  // namespace vafa::metrics
