#include <algorithm>
#include <cmath>

#include "models/minimise.h"

namespace vafa::models {
namespace {

struct Corner {
    std::vector<double> at;
    double value = 0;
};

std::vector<double> centre_of(const std::vector<Corner>& corners) {
    const std::size_t size = corners.front().at.size();
    std::vector<double> centre(size);
    for (std::size_t corner = 0; corner < size; ++corner)  // all but the worst
        for (std::size_t i = 0; i < size; ++i)
            centre[i] += corners[corner].at[i] / static_cast<double>(size);
    return centre;
}

// centre + factor (worst - centre)
std::vector<double> along(std::span<const double> centre, std::span<const double> worst,
                          double factor) {
    std::vector<double> point(centre.size());
    for (std::size_t i = 0; i < point.size(); ++i)
        point[i] = centre[i] + factor * (worst[i] - centre[i]);
    return point;
}

}  // namespace

Minimum minimise_by_simplex(const Objective& objective, std::vector<double> start,
                            int most_evaluations) {
    constexpr double kEdge = 0.4;
    const std::size_t size = start.size();
    std::vector<double> gradient(size);
    int evaluations = 0;
    const auto value_at = [&](std::vector<double> at) {
        ++evaluations;
        const double value = objective(at, gradient);
        return Corner{std::move(at), value};
    };
    std::vector<Corner> corners{value_at(start)};
    for (std::size_t i = 0; i < size; ++i) {
        std::vector<double> at(start);
        at[i] += kEdge;
        corners.push_back(value_at(std::move(at)));
    }
    const auto by_value = [](const Corner& a, const Corner& b) { return a.value < b.value; };
    while (evaluations < most_evaluations) {
        std::stable_sort(corners.begin(), corners.end(), by_value);
        Corner& worst = corners.back();
        if (worst.value - corners.front().value <=
            1e-12 * std::max(1.0, std::fabs(corners.front().value)))
            break;
        const std::vector<double> centre = centre_of(corners);
        Corner mirrored = value_at(along(centre, worst.at, -1));
        if (mirrored.value < corners.front().value) {
            Corner further = value_at(along(centre, worst.at, -2));
            worst = further.value < mirrored.value ? further : mirrored;
        } else if (mirrored.value < corners[size - 1].value) {
            worst = mirrored;
        } else {
            Corner inside = value_at(along(centre, worst.at, 0.5));
            if (inside.value < worst.value) {
                worst = inside;
                continue;
            }
            for (std::size_t i = 1; i <= size; ++i)
                corners[i] = value_at(along(corners.front().at, corners[i].at, 0.5));
        }
    }
    std::stable_sort(corners.begin(), corners.end(), by_value);
    Minimum result;
    result.at = corners.front().at;
    result.gradient.resize(size);
    result.value = objective(result.at, result.gradient);
    result.inverse_hessian = Symmetric::identity(size);
    return result;
}

}  // namespace vafa::models
