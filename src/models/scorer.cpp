#include <algorithm>
#include <cmath>
#include <iterator>

#include "models/outlook.h"
#include "models/predict.h"
#include "models/special.h"
#include "models/sums.h"
#include "platform/parallel/parallel.h"

namespace vafa::models {
namespace {

constexpr double kLongestHorizonDays = kForEverDays;

// A sum that is 0 with some chance and otherwise spread like a gamma distribution.
struct Sum {
    double mean = 0;
    double square = 0;
    double zero = 0;

    double quantile(double probability) const {
        if (probability <= zero || zero >= 1) return 0;
        const double rest = 1 - zero;
        const double m = mean / rest;
        return gamma_quantile((probability - zero) / rest, m, square / rest - m * m);
    }
};

// Both sources of doubt are independent: their widths add up like sides of a right angle.
Estimate joined(double value, double low, double high, double relative_half) {
    const double half = value * std::min(relative_half, 1e6);
    return {value, std::max(0.0, value - std::hypot(std::max(0.0, value - low), half)),
            value + std::hypot(std::max(0.0, high - value), half)};
}

struct Row {
    std::uint32_t outlook = 0;
    double p_alive = 1;
    float p_low = 1, p_high = 1;
    float relative = 0;           // half-width by the parameters of ln expected
    float for_ever_relative = 0;  // and of ln for_ever
};

}  // namespace

struct Scorer::State {
    Fitted fitted;
    PredictOptions options;
    const SpendFit* spend = nullptr;
    Rows rows;
    std::vector<std::uint32_t> row_of;
    std::vector<std::uint32_t> x_of;  // of each customer
    std::vector<Row> row;
    std::vector<Outlook> outlooks;
    double z = 0;

    void prepare();
    Row row_of_odds(const LogOdds& odds, const Outlook& outlook) const;
    double half_width(std::span<const double> slope) const {
        return z * std::sqrt(std::max(0.0, fitted.covariance.form(slope)));
    }
    Estimate purchases(const Row& r, const Outlook& o) const;
    Estimate for_ever(const Row& r, const Outlook& o) const;
    Estimate worth(const Sum& purchases, double relative, const SpendExpectation& spent) const;
};

void Scorer::State::prepare() {
    z = normal_quantile((1 + options.confidence) / 2);
    row.resize(rows.size());
    std::vector<Outlooks> found(rows.groups.size());
    parallel_for(useful_workers(rows, options.workers), rows.groups.size(),
                 [&](unsigned, std::size_t i) {
                     found[i] = outlooks_of(fitted, rows, rows.groups[i], options);
                 });
    std::vector<std::uint32_t> first;
    for (Outlooks& one : found) {
        first.push_back(static_cast<std::uint32_t>(outlooks.size()));
        std::move(one.outlooks.begin(), one.outlooks.end(), std::back_inserter(outlooks));
    }
    std::vector<LogOdds> odds(rows.size());
    fitted.family->log_odds(fitted.at, rows, options.workers, odds);
    for_each_piece(rows, options.workers, [&](const Rows::Piece& piece) {
        const auto& of_row = found[piece.group].of_row;
        const std::uint32_t begin = rows.groups[piece.group].begin;
        for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
            const std::uint32_t outlook = first[piece.group] + of_row[i - begin];
            row[i] = row_of_odds(odds[i], outlooks[outlook]);
            row[i].outlook = outlook;
        }
    });
}

Row Scorer::State::row_of_odds(const LogOdds& odds, const Outlook& o) const {
    Row r;
    r.p_alive = logistic(-odds.value);
    if (!options.intervals) return r;
    const std::size_t size = fitted.at.size();
    const double half = half_width(std::span(odds.slope).first(size));
    r.p_low = static_cast<float>(logistic(-odds.value - half));
    r.p_high = static_cast<float>(logistic(-odds.value + half));
    // ln p_alive falls with the odds by the share that is gone.
    const double gone = 1 - r.p_alive;
    std::array<double, kMostParameters> slope = {};
    for (std::size_t i = 0; i < size; ++i) slope[i] = o.slope[i] - gone * odds.slope[i];
    r.relative = static_cast<float>(half_width(std::span(slope).first(size)));
    for (std::size_t i = 0; i < size; ++i) slope[i] = o.for_ever_slope[i] - gone * odds.slope[i];
    r.for_ever_relative = static_cast<float>(half_width(std::span(slope).first(size)));
    return r;
}

Estimate Scorer::State::purchases(const Row& r, const Outlook& o) const {
    const double mean = r.p_alive * o.expected;
    if (!options.intervals) return {mean, mean, mean};
    const auto quantile = [&](double probability) {
        const double gone = 1 - r.p_alive;
        return probability <= gone ? 0 : o.count_quantile((probability - gone) / r.p_alive);
    };
    const double tail = (1 - options.confidence) / 2;
    return joined(mean, quantile(tail), quantile(1 - tail), r.relative);
}

Estimate Scorer::State::for_ever(const Row& r, const Outlook& o) const {
    const Sum sum{r.p_alive * o.for_ever, r.p_alive * o.for_ever_square, 1 - r.p_alive};
    if (!options.intervals) return {sum.mean, sum.mean, sum.mean};
    const double tail = (1 - options.confidence) / 2;
    return joined(sum.mean, sum.quantile(tail), sum.quantile(1 - tail), r.for_ever_relative);
}

// A sum of purchases, each of which is worth what is spent on it.
Estimate Scorer::State::worth(const Sum& sum, double relative,
                              const SpendExpectation& spent) const {
    const double mean = sum.mean * spent.mean.value * options.margin;
    if (!options.intervals) return {mean, mean, mean};
    const Sum money{
        mean,
        options.margin * options.margin * (sum.square * spent.square + sum.mean * spent.within),
        sum.zero};
    const double tail = (1 - options.confidence) / 2;
    return joined(mean, money.quantile(tail), money.quantile(1 - tail), relative);
}

Scorer::Scorer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Scorer::Scorer(Scorer&&) noexcept = default;
Scorer& Scorer::operator=(Scorer&&) noexcept = default;
Scorer::~Scorer() = default;

std::size_t Scorer::size() const { return state_->row_of.size(); }

std::vector<Warning> Scorer::warnings() const {
    std::vector<Warning> warnings;
    if (state_->rows.ignored > 0) warnings.push_back(Warning::rows_ignored);
    if (!(state_->options.discount_per_period > 0)) warnings.push_back(Warning::endless_value);
    return warnings;
}

Prediction Scorer::at(std::size_t i, double mean_spend) const {
    const State& s = *state_;
    const std::uint32_t index = s.row_of[i];
    const Row& r = s.row[index];
    const Outlook& o = s.outlooks[r.outlook];
    Prediction p;
    p.p_alive = {r.p_alive, r.p_alive, r.p_alive};
    if (s.options.intervals) {
        p.p_alive.low = std::min<double>(r.p_low, r.p_alive);
        p.p_alive.high = std::max<double>(r.p_high, r.p_alive);
    }
    p.p_purchase = r.p_alive * (1 - o.none);
    p.expected_purchases = s.purchases(r, o);
    p.dert = s.for_ever(r, o);
    p.next_purchase = {o.waiting[1], o.waiting[0], o.waiting[2]};
    if (s.spend == nullptr) return p;
    const auto spent = expect_spend(*s.spend, {s.x_of[i], mean_spend}, s.options.confidence);
    const double share = o.expected > 0 ? o.discounted / o.expected : 1;
    const Sum near{r.p_alive * o.discounted, r.p_alive * o.square * share * share,
                   1 - r.p_alive * (1 - o.none)};
    const Sum all{r.p_alive * o.for_ever, r.p_alive * o.for_ever_square, 1 - r.p_alive};
    p.value = s.worth(near, r.relative, spent);
    p.lifetime_value = s.worth(all, r.for_ever_relative, spent);
    return p;
}

Result<Scorer> Scorer::make(const Fit& fit, std::span<const History> customers,
                            const PredictOptions& options, const SpendFit* spend) {
    if (!(options.horizon >= 0 && options.horizon * fit.days_per_period <= kLongestHorizonDays))
        return invalid("error.models_horizon").at("horizon");
    if (!(options.discount_per_period >= 0 && options.discount_per_period <= 10))
        return invalid("error.models_discount").at("discount");
    if (!(options.margin >= 0 && options.margin <= 1))
        return invalid("error.models_margin").at("margin");
    if (!(options.confidence > 0 && options.confidence < 1))
        return invalid("error.models_confidence").at("confidence");
    auto state = std::make_unique<State>();
    VAFA_TRY(state->fitted, fitted(fit, options.covariates));
    state->options = options;
    state->options.covariates = {};
    state->spend = spend;
    std::vector<History> sound(customers.begin(), customers.end());
    std::uint64_t ignored = 0;
    for (History& history : sound) {
        state->x_of.push_back(history.x);
        const bool fits = fit.model != Model::bgbb || history.x <= history.t_x;
        if (is_possible(history) && fits) continue;
        history = {};
        ++ignored;
    }
    state->rows = compress(sound, fit.days_per_period, state->row_of);
    state->rows.ignored = ignored;
    state->prepare();
    return Scorer(std::move(state));
}

Result<Prediction> predict(const Fit& fit, const History& customer, const PredictOptions& options,
                           const SpendFit* spend, double mean_spend) {
    if (!is_possible(customer)) return invalid("error.models_history").at("customer");
    VAFA_TRY(const Scorer scorer, Scorer::make(fit, {&customer, 1}, options, spend));
    return scorer.at(0, mean_spend);
}

}  // namespace vafa::models
