// MBG/NBD: Batislam, Denizel & Filiztekin 2007. A customer may leave right after the first
// purchase.
#include "models/coin_family.h"
#include "models/families.h"

namespace vafa::models {
namespace {

class MbgNbd final : public CoinFamily {
public:
    MbgNbd() : CoinFamily(true, 1) {}
    std::vector<double> typical() const override { return {0.8, 42, 0.6, 1.1}; }
};

}  // namespace

std::unique_ptr<Family> make_mbgnbd() { return std::make_unique<MbgNbd>(); }

}  // namespace vafa::models
