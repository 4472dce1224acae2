#include "models/types.h"

namespace vafa::models {

std::string_view text_key(Warning warning) {
    switch (warning) {
        case Warning::rows_ignored:
            return "models.warn_rows_ignored";
        case Warning::too_few_customers:
            return "models.warn_too_few_customers";
        case Warning::prior_used:
            return "models.warn_prior_used";
        case Warning::nobody_repeats:
            return "models.warn_nobody_repeats";
        case Warning::one_birthday:
            return "models.warn_one_birthday";
        case Warning::no_dropout:
            return "models.warn_no_dropout";
        case Warning::no_differences:
            return "models.warn_no_differences";
        case Warning::at_the_limit:
            return "models.warn_at_the_limit";
        case Warning::flat:
            return "models.warn_flat";
        case Warning::not_converged:
            return "models.warn_not_converged";
        case Warning::endless_value:
            return "models.warn_endless_value";
        case Warning::spend_ignored:
            return "models.warn_spend_ignored";
        case Warning::spend_without_mean:
            return "models.warn_spend_without_mean";
        case Warning::spend_follows_frequency:
            return "models.warn_spend_follows_frequency";
    }
    return "";
}

}  // namespace vafa::models
