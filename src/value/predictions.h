#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "value/fitting.h"

namespace vafa::value {

// What is predicted of a fitted store's customers, whichever kind of model it is.
class Predictions {
public:
    struct Wish {
        bool intervals = true;
        std::optional<double> horizon = {};  // in periods; nothing: the question's
        bool with_spend = true;
    };
    static Result<Predictions> make(const Fitted& fitted, const Wish& wish);

    models::Prediction at(std::size_t customer) const;
    // x, t_x and T as the model saw them, in periods.
    struct Seen {
        double x = 0, t_x = 0, age = 0;
    };
    Seen seen(std::size_t customer) const;

private:
    explicit Predictions(const Fitted& fitted) : fitted_(&fitted) {}
    Result<void> ask_groups(const models::PredictOptions& options, const models::SpendFit* spend);
    Result<void> ask_contracts(double horizon);

    const Fitted* fitted_;
    std::vector<models::Scorer> scorers_;           // one, or one a group
    std::vector<std::uint32_t> places_;             // of customers in the scorer of their group
    std::vector<models::Prediction> of_contracts_;  // by periods survived; the ended have none left
};

}  // namespace vafa::value
