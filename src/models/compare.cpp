#include "models/compare.h"

#include <algorithm>
#include <cmath>

#include "models/fit.h"
#include "models/fitted.h"
#include "models/predict.h"
#include "models/special.h"
#include "models/sums.h"

namespace vafa::models {
namespace {

constexpr double kClearlyBetter = 1e-4;  // of the log score: e^-1 among ten thousand customers
constexpr double kLeastChance = 1e-12;   // so that one surprise does not decide alone
constexpr std::size_t kMostRowsScored = 50'000;

// Who bought how often in the hold-out, by row.
struct Outcomes {
    std::vector<std::vector<double>> of_row;  // numbers of purchases

    Outcomes(std::size_t rows, std::span<const std::uint32_t> row_of,
             std::span<const double> held_out)
        : of_row(rows) {
        for (std::size_t i = 0; i < row_of.size(); ++i)
            if (row_of[i] != kNoRow) of_row[row_of[i]].push_back(held_out[i]);
    }
};

// Of all rows, or of every n-th where they are very many.
double log_score(const Fitted& fitted, const Rows& rows, const Outcomes& outcomes, double horizon,
                 unsigned workers) {
    std::vector<LogOdds> odds(rows.size());
    fitted.family->log_odds(fitted.at, rows, workers, odds);
    const std::size_t step = rows.size() / kMostRowsScored + 1;
    const Sums sums = sum_over_pieces(rows, workers, [&](const Rows::Piece& piece) {
        Sums part;
        for (std::uint32_t row = piece.begin; row < piece.end; ++row) {
            if (row % step != 0) continue;
            const auto& bought = outcomes.of_row[row];
            const double most = *std::max_element(bought.begin(), bought.end());
            const auto process =
                fitted.family->active(fitted.at, rows.groups[piece.group].x,
                                      rows.periods(rows.t_x[row]), rows.periods(rows.age[row]));
            const auto chances = process->chances(horizon, static_cast<std::size_t>(most) + 1);
            const double active = logistic(-odds[row].value);
            for (const double times : bought) {
                const double chance = active * chances[static_cast<std::size_t>(times)] +
                                      (times > 0 ? 0 : 1 - active);
                part.value += std::log(std::max(chance, kLeastChance));
            }
            part.slope[0] += static_cast<double>(bought.size());
        }
        return part;
    });
    return sums.slope[0] > 0 ? sums.value / sums.slope[0] : 0;
}

}  // namespace

std::vector<double> expected_naively(std::span<const History> customers, double days) {
    std::vector<double> expected;
    expected.reserve(customers.size());
    for (const History& h : customers) expected.push_back(h.age > 0 ? days * h.x / h.age : 0);
    return expected;
}

Result<Comparison> compare(std::span<const Model> models, std::span<const History> customers,
                           std::span<const double> held_out, double days, const FitOptions& options,
                           const std::function<Result<void>(std::size_t)>& next) {
    VAFA_ASSERT(customers.size() == held_out.size());
    if (!(days > 0) || models.empty()) return invalid("error.models_horizon").at("holdout_end");
    std::vector<std::uint32_t> row_of;
    const Rows rows = compress(customers, options.days_per_period, row_of);
    const Outcomes outcomes(rows.size(), row_of, held_out);
    Comparison comparison;
    comparison.naive = judge(expected_naively(customers, days), held_out);
    PredictOptions predict;
    predict.horizon = days / options.days_per_period;
    predict.intervals = false;
    predict.workers = options.workers;
    for (const Model model : models) {
        VAFA_CHECK(next(comparison.candidates.size()));
        Candidate candidate;
        VAFA_TRY(candidate.fit, fit(model, customers, options));
        VAFA_TRY(const Scorer scorer, Scorer::make(candidate.fit, customers, predict));
        std::vector<double> expected;
        for (std::size_t i = 0; i < scorer.size(); ++i)
            expected.push_back(scorer.at(i).expected_purchases.value);
        candidate.judgement = judge(expected, held_out);
        VAFA_TRY(const Fitted ready, fitted(candidate.fit, {}));
        candidate.judgement.log_score =
            log_score(ready, rows, outcomes, predict.horizon, options.workers);
        comparison.candidates.push_back(std::move(candidate));
    }
    const auto score = [&](std::size_t i) { return *comparison.candidates[i].judgement.log_score; };
    const auto size = [&](std::size_t i) {
        const Fit& fit = comparison.candidates[i].fit;
        return fit.parameters.size() + (fit.model == Model::mbgcnbdk ? 1 : 0);  // k
    };
    for (std::size_t i = 1; i < comparison.candidates.size(); ++i) {
        const double lead = size(i) > size(comparison.best)   ? kClearlyBetter
                            : size(i) < size(comparison.best) ? -kClearlyBetter
                                                              : 0;
        if (score(i) > score(comparison.best) + lead) comparison.best = i;
    }
    return comparison;
}

}  // namespace vafa::models
