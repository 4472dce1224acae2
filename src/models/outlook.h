#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/fitted.h"
#include "models/predict.h"
#include "models/rows.h"

namespace vafa::models {

// What an active customer with some x and T will do: of most models all that t_x does not touch.
struct Outlook {
    double expected = 0;    // purchases within the horizon
    double square = 0;      // mean square of their number
    double none = 1;        // chance of no purchase within it
    double discounted = 0;  // expected, each by its worth
    double for_ever = 0;
    double for_ever_square = 0;
    std::array<double, 3> waiting = {};                       // quantiles: low, median, high
    std::array<double, kMostParameters> slope = {};           // of ln expected
    std::array<double, kMostParameters> for_ever_slope = {};  // of ln for_ever
    std::vector<float> cumulative;  // chances of at most 0, 1 … purchases, up to nearly all

    // The number of purchases below which an active customer stays with this chance.
    double count_quantile(double probability) const;
};

// The outlooks of a group of rows, all with its x; `of_row` tells which one a row has.
struct Outlooks {
    std::vector<Outlook> outlooks;
    std::vector<std::uint32_t> of_row;
};
Outlooks outlooks_of(const Fitted& fitted, const Rows& rows, const Rows::Group& group,
                     const PredictOptions& options);

// Discount and horizon of "for ever".
double end_of_time(const Fitted& fitted, const PredictOptions& options);

}  // namespace vafa::models
