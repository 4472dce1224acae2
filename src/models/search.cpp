#include "models/search.h"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "platform/parallel/parallel.h"

namespace vafa::models {
namespace {

// The function with prior and fences; counts its calls.
Objective held(const Objective& objective, const SearchTask& task, std::atomic<int>& evaluations) {
    return [&objective, &task, &evaluations](std::span<const double> at, std::span<double> slope) {
        ++evaluations;
        double value = objective(at, slope);
        const double precision = task.prior_weight / (task.prior_deviation * task.prior_deviation);
        for (std::size_t i = 0; i < at.size(); ++i) {
            const double away = at[i] - task.centre[i];
            value += precision * away * away / 2;
            slope[i] += precision * away;
            const double beyond = std::fabs(away) - kFence;
            if (beyond <= 0) continue;
            value += beyond * beyond / 2;
            slope[i] += std::copysign(beyond, away);
        }
        const bool sound = std::all_of(slope.begin(), slope.end(),
                                       [](double part) { return std::isfinite(part); });
        if (sound && std::isfinite(value)) return value;
        std::fill(slope.begin(), slope.end(), 0.0);
        return 1e300;
    };
}

// The best of all starts; the simplex takes over where no start got anywhere.
Minimum best_of(const Objective& objective, const std::vector<std::vector<double>>& starts,
                unsigned workers, const MinimiseOptions& options = {}) {
    constexpr int kMostBySimplex = 1500;
    std::vector<Minimum> minima(starts.size());
    parallel_for(workers, starts.size(), [&](unsigned, std::size_t i) {
        minima[i] = minimise(objective, starts[i], options);
    });
    Minimum best;
    for (Minimum& found : minima) {
        if (best.at.empty() || found.value < best.value - 1e-9 ||
            (found.converged && !best.converged && found.value < best.value + 1e-9))
            best = std::move(found);
    }
    if (best.converged) return best;
    const Minimum coarse = minimise_by_simplex(objective, best.at, kMostBySimplex);
    Minimum fine = minimise(objective, coarse.at);
    return fine.value <= best.value ? fine : best;
}

// The inverse of the second derivatives, with the least push on the diagonal that gives one.
Symmetric regular_inverse(const Symmetric& hessian, bool& is_regular) {
    constexpr double kSmallestInformation = 1.0 / 64;  // a deviation of eight logarithms
    if (auto inverse = hessian.inverse()) {
        bool sound = true;
        for (std::size_t i = 0; i < hessian.size(); ++i)
            sound = sound && inverse->at(i, i) < 1 / kSmallestInformation;
        if (sound) return *inverse;
    }
    is_regular = false;
    for (double push = kSmallestInformation; push < 1e12; push *= 4) {
        Symmetric pushed = hessian;
        for (std::size_t i = 0; i < hessian.size(); ++i) pushed.at(i, i) += push;
        if (auto inverse = pushed.inverse()) return *inverse;
    }
    return Symmetric::identity(hessian.size(), 1);
}

// From the best of all starts on the smallest sample, each time from where the last one led, with
// the curvature that was found there.
Minimum by_samples(const SearchTask& task, const Objective& full) {
    // In units of the log-likelihood of all; a sample's own optimum is off by more.
    constexpr double kRoughly = 1;
    Minimum near;
    MinimiseOptions options;
    options.tolerance = kRoughly;
    std::atomic<int> unused = 0;
    for (const Objective& rough : task.rough) {
        const Objective objective = held(rough, task, unused);
        near = near.at.empty() ? best_of(objective, task.starts, task.workers, options)
                               : minimise(objective, near.at, options);
        bool is_regular = true;
        options.inverse_hessian = regular_inverse(hessian(objective, near.at), is_regular);
    }
    options.tolerance = MinimiseOptions{}.tolerance;
    Minimum best = minimise(full, near.at, options);
    if (!best.converged) best = best_of(full, {best.at}, task.workers);
    return best;
}

}  // namespace

Found search(const SearchTask& task) {
    Found found;
    std::atomic<int> evaluations = 0;
    const Objective full = held(task.full, task, evaluations);
    Minimum best;
    if (task.rough.empty()) {
        best = best_of(full, task.starts, task.workers);
    } else {
        best = by_samples(task, full);
    }
    const Symmetric bend = hessian(full, best.at);
    found.evaluations = evaluations;
    found.covariance = regular_inverse(bend, found.is_regular);
    found.at = best.at;
    found.converged = best.converged;
    std::vector<double> slope(found.at.size());
    found.value = task.full(found.at, slope);
    for (std::size_t i = 0; i < found.at.size(); ++i)
        found.is_at_limit = found.is_at_limit || std::fabs(found.at[i] - task.centre[i]) > kLimit;
    return found;
}

}  // namespace vafa::models
