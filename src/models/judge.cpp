#include "models/judge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/result.h"

namespace vafa::models {
namespace {

constexpr std::size_t kParts = 10;

}  // namespace

std::vector<Tenth> tenths(std::span<const double> expected, std::span<const double> actual) {
    VAFA_ASSERT(expected.size() == actual.size());
    std::vector<std::uint32_t> order(expected.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return expected[a] > expected[b]; });
    const std::size_t parts = std::min(kParts, order.size());
    std::vector<Tenth> result(parts);
    for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t end = order.size() * (part + 1) / parts;
        for (std::size_t i = order.size() * part / parts; i < end; ++i) {
            ++result[part].customers;
            result[part].expected += expected[order[i]];
            result[part].actual += actual[order[i]];
        }
    }
    return result;
}

Judgement judge(std::span<const double> expected, std::span<const double> actual) {
    VAFA_ASSERT(expected.size() == actual.size());
    Judgement judgement;
    double squares = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double error = expected[i] - actual[i];
        judgement.expected += expected[i];
        judgement.actual += actual[i];
        judgement.mean_absolute_error += std::fabs(error);
        squares += error * error;
    }
    if (judgement.actual > 0) judgement.bias = judgement.expected / judgement.actual - 1;
    if (expected.empty()) return judgement;
    const auto n = static_cast<double>(expected.size());
    judgement.mean_absolute_error /= n;
    judgement.root_mean_square_error = std::sqrt(squares / n);
    for (const Tenth& tenth : tenths(expected, actual))
        judgement.calibration_error += std::fabs(tenth.expected - tenth.actual) / n;
    return judgement;
}

std::vector<ReliabilityBin> reliability(std::span<const double> p_alive,
                                        std::span<const double> p_purchase,
                                        std::span<const double> actual) {
    VAFA_ASSERT(p_alive.size() == p_purchase.size() && p_alive.size() == actual.size());
    std::array<ReliabilityBin, kParts> bins;
    for (std::size_t i = 0; i < p_alive.size(); ++i) {
        auto& bin = bins[std::min(kParts - 1, static_cast<std::size_t>(p_alive[i] * kParts))];
        ++bin.customers;
        bin.p_alive += p_alive[i];
        bin.p_purchase += p_purchase[i];
        bin.purchased += actual[i] > 0 ? 1 : 0;
    }
    std::vector<ReliabilityBin> result;
    for (std::size_t i = 0; i < kParts; ++i) {
        ReliabilityBin bin = bins[i];
        if (bin.customers == 0) continue;
        const auto n = static_cast<double>(bin.customers);
        bin.from = static_cast<double>(i) / kParts;
        bin.to = static_cast<double>(i + 1) / kParts;
        bin.p_alive /= n;
        bin.p_purchase /= n;
        bin.purchased /= n;
        result.push_back(bin);
    }
    return result;
}

}  // namespace vafa::models
