#include "models/profiles.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace vafa::models {

std::vector<Profile> profiles_of(std::span<const History> customers, const FitOptions& options) {
    const std::size_t width = options.covariates.size();
    if (width == 0) return {{{}, compress(customers, options.days_per_period)}};
    std::map<std::vector<double>, std::vector<History>> by_covariates;
    for (std::size_t i = 0; i < customers.size(); ++i) {
        const auto values = options.covariate_values.subspan(i * width, width);
        by_covariates[{values.begin(), values.end()}].push_back(customers[i]);
    }
    std::vector<Profile> profiles;
    for (const auto& [covariates, histories] : by_covariates)
        profiles.push_back({covariates, compress(histories, options.days_per_period)});
    return profiles;
}

std::vector<Moved> moved_by_covariates(Model model) {
    if (model == Model::paretonbd) return {{1, -1}, {3, -1}};
    if (model == Model::bgnbd) return {{1, -1}, {2, 1}, {3, 1}};
    return {};
}

std::vector<double> parameters_of(std::span<const double> at, std::size_t size,
                                  std::span<const Moved> moved,
                                  std::span<const double> covariates) {
    std::vector<double> logs(at.begin(), at.begin() + static_cast<std::ptrdiff_t>(size));
    for (std::size_t m = 0; m < moved.size() && !covariates.empty(); ++m) {
        for (std::size_t c = 0; c < covariates.size(); ++c) {
            logs[moved[m].parameter] +=
                moved[m].sign * at[size + m * covariates.size() + c] * covariates[c];
        }
    }
    constexpr double kMostLogarithm = 60;  // e^60: beyond every use, and still safe to square
    for (double& value : logs) value = std::exp(std::clamp(value, -kMostLogarithm, kMostLogarithm));
    return logs;
}

}  // namespace vafa::models
