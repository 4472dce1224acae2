#include "customers/export_row.h"

#include <algorithm>

#include "customers/views.h"

namespace vafa::customers {
namespace {

constexpr std::size_t kPiece = 500;

}  // namespace

Result<void> for_each_row(sql::Session& session, std::span<const std::int64_t> ids,
                          const commerce::Settings& settings,
                          const std::function<Result<void>(const ExportRow&)>& fn) {
    for (std::size_t at = 0; at < ids.size(); at += kPiece) {
        const auto cards = cards_of(session, ids.subspan(at, std::min(kPiece, ids.size() - at)));
        const auto totals = commerce::totals_of(session, cards, settings.counted);
        const auto consents = commerce::consent_states(session, cards);
        for (std::size_t i = 0; i < cards.size(); ++i) {
            VAFA_CHECK(fn({cards[i], totals[i], consents[i]}));
        }
    }
    return {};
}

}  // namespace vafa::customers
