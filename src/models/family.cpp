#include "models/family.h"

#include "models/families.h"
#include "models/sums.h"

namespace vafa::models {

void Family::log_odds(std::span<const double> at, const Rows& rows, unsigned workers,
                      std::span<LogOdds> out) const {
    for_each_piece(rows, workers, [&](const Rows::Piece& piece) {
        const double x = rows.groups[piece.group].x;
        for (std::uint32_t row = piece.begin; row < piece.end; ++row)
            out[row] = log_odds(at, x, rows.periods(rows.t_x[row]), rows.periods(rows.age[row]));
    });
}

std::unique_ptr<Family> family_of(Model model, std::uint32_t k) {
    switch (model) {
        case Model::nbd:
            return make_nbd();
        case Model::bgnbd:
            return make_bgnbd();
        case Model::mbgnbd:
            return make_mbgnbd();
        case Model::mbgcnbdk:
            return make_mbgcnbdk(k);
        case Model::paretonbd:
            return make_paretonbd();
        case Model::bgbb:
            return make_bgbb();
        case Model::sbg:
        case Model::bdw:
            break;
    }
    return nullptr;
}

}  // namespace vafa::models
