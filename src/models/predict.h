#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "models/spend.h"
#include "models/types.h"

namespace vafa::models {

// 15 % a year.
constexpr double kDiscountPerDay = 0.000'382'66;

struct PredictOptions {
    double horizon = 52;  // periods ahead, for expected_purchases and value
    double discount_per_period = kDiscountPerDay * 7;  // continuous: worth falls as e^(-d t)
    double margin = 1;                                 // share of revenue that is profit
    double confidence = 0.9;                           // of every interval
    bool intervals = true;                             // without them low and high are the value
    unsigned workers = 1;
    std::span<const double> covariates = {};  // those of all customers asked about
};

// Each interval joins what the parameters leave open (delta method) with what the customer's own
// posterior leaves open: for p_alive the first alone; for purchases the number that will be seen;
// for value and dert the sums; for next_purchase, whose value is the median, the waiting time.
struct Prediction {
    Estimate p_alive;                        // for BG/BB: for the next opportunity
    double p_purchase = 0;                   // any purchase in (0, horizon]; with intervals alone
    Estimate expected_purchases;             // in (0, horizon]
    Estimate dert;                           // discounted expected repeat transactions, for ever
    Estimate next_purchase;                  // periods until it, if the customer stays
    std::optional<Estimate> value;           // margin of expected_purchases, discounted
    std::optional<Estimate> lifetime_value;  // the same for ever; both where spend is known
};

// A hundred years: what "for ever" means where nothing is discounted.
constexpr double kForEverDays = 36'525;

// Predictions for many customers of one fit. What depends on (x, T) alone is computed once, then
// each distinct history once, then each customer's value.
class Scorer {
public:
    // The histories are those the answers are about; impossible ones count as just born. Keeps
    // `spend` by reference.
    static Result<Scorer> make(const Fit& fit, std::span<const History> customers,
                               const PredictOptions& options = {}, const SpendFit* spend = nullptr);
    Scorer(Scorer&&) noexcept;
    Scorer& operator=(Scorer&&) noexcept;
    ~Scorer();

    std::size_t size() const;
    // Of customer i; mean_spend is that of the repeat purchases, 0 where there are none.
    Prediction at(std::size_t i, double mean_spend = 0) const;
    // endless_value where nothing is discounted.
    std::vector<Warning> warnings() const;

private:
    struct State;
    explicit Scorer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

Result<Prediction> predict(const Fit& fit, const History& customer,
                           const PredictOptions& options = {}, const SpendFit* spend = nullptr,
                           double mean_spend = 0);

}  // namespace vafa::models
