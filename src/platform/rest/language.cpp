#include "platform/rest/language.h"

#include <charconv>

#include "base/text.h"

namespace vafa::rest {
namespace {

constexpr std::size_t kMaxRanges = 32;

// "q=0.8" among the parameters after ';'; 1 without it, 0 where it cannot be read.
double weight_of(std::string_view parameters) {
    const std::size_t q = parameters.find("q=");
    if (q == std::string_view::npos) return 1;
    const std::string_view number = trim(parameters.substr(q + 2));
    double weight = 0;
    std::from_chars(number.data(), number.data() + number.size(), weight);
    return weight;
}

}  // namespace

i18n::Locale preferred_language(std::string_view accept_language) {
    i18n::Locale best = i18n::Locale::en;
    double best_weight = 0;
    for (std::size_t ranges = 0; !accept_language.empty() && ranges < kMaxRanges; ++ranges) {
        const std::size_t comma = std::min(accept_language.find(','), accept_language.size());
        const std::string_view range = accept_language.substr(0, comma);
        accept_language.remove_prefix(std::min(comma + 1, accept_language.size()));
        const std::size_t semicolon = std::min(range.find(';'), range.size());
        const auto locale = i18n::parse_locale(trim(range.substr(0, semicolon)));
        const double weight = weight_of(range.substr(semicolon));
        if (locale && weight > best_weight) {
            best = *locale;
            best_weight = weight;
        }
    }
    return best;
}

}  // namespace vafa::rest
