#pragma once

#include <functional>
#include <span>
#include <vector>

#include "base/result.h"
#include "models/judge.h"
#include "models/types.h"

namespace vafa::models {

struct Candidate {
    Fit fit;
    Judgement judgement;
};

struct Comparison {
    std::vector<Candidate> candidates;  // in the order asked for
    Judgement naive;
    std::size_t best = 0;  // of the candidates
};

// Fits models of purchases on a calibration period and judges them by the `held_out` purchases of
// each customer in the `days` after it. The best has the highest log score; a model with fewer
// parameters wins over one that is not clearly better, so that a model of leaving has to earn it.
// `next` is called before each model with its place; an error of it ends the comparison.
Result<Comparison> compare(
    std::span<const Model> models, std::span<const History> customers,
    std::span<const double> held_out, double days, const FitOptions& options,
    const std::function<Result<void>(std::size_t)>& next = [](std::size_t) {
        return Result<void>();
    });

// What a store does without a model: everyone goes on at the pace seen so far, x / T.
std::vector<double> expected_naively(std::span<const History> customers, double days);

}  // namespace vafa::models
