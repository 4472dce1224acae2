#pragma once

#include <optional>

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
    Result<void> ask_contracts(double horizon);

    const Fitted* fitted_;
    std::optional<models::Scorer> scorer_;
    std::vector<models::Prediction> of_contracts_;  // by periods survived; the ended have none left
};

}  // namespace vafa::value
