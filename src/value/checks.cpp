#include "value/checks.h"

#include "value/customers.h"

namespace vafa::value {
namespace {

// Those of both lists, which ascend by id.
struct Pairs {
    std::vector<double> expected, alive, chances, came;

    Pairs(std::span<const Score> scores, const Customers& customers) {
        auto score = scores.begin();
        for (std::size_t i = 0; i < customers.size(); ++i) {
            while (score != scores.end() && score->id < customers.id[i]) ++score;
            if (score == scores.end()) return;
            if (score->id != customers.id[i]) continue;
            expected.push_back(score->month_purchases);
            alive.push_back(score->p_alive);
            chances.push_back(score->month_chance);
            came.push_back(customers.held_out[i]);
        }
    }
};

double sum(const std::vector<double>& numbers) {
    double total = 0;
    for (const double n : numbers) total += n;
    return total;
}

}  // namespace

Result<CheckAnswer> check_scores(const Store& store, const Scores& scores,
                                 const std::string& model) {
    const Calendar calendar{scores.head().as_of, scores.head().as_of + kCheckDays, 7};
    VAFA_TRY(const auto customers, read_customers(store.engine, store.options, calendar));
    const Pairs pairs(scores.rows(), customers);
    CheckAnswer answer;
    answer.as_of = day_label(store.options.rules.calendar, calendar.calibration_end);
    answer.until = day_label(store.options.rules.calendar, calendar.holdout_end);
    answer.model = model;
    answer.customers = static_cast<std::int64_t>(pairs.came.size());
    answer.expected = sum(pairs.expected);
    answer.actual = sum(pairs.came);
    for (const auto& t : models::tenths(pairs.expected, pairs.came))
        answer.tenths.push_back({static_cast<std::int64_t>(t.customers), t.expected, t.actual});
    for (const auto& bin : models::reliability(pairs.alive, pairs.chances, pairs.came))
        answer.reliability.push_back({bin.from, bin.to, static_cast<std::int64_t>(bin.customers),
                                      bin.p_alive, bin.p_purchase, bin.purchased});
    return answer;
}

}  // namespace vafa::value
