// BG/NBD: Fader, Hardie & Lee 2005, "Counting your customers" the easy way. A customer who has
// bought once is certainly active, whatever the silence.
#include "models/coin_family.h"
#include "models/families.h"

namespace vafa::models {
namespace {

class BgNbd final : public CoinFamily {
public:
    BgNbd() : CoinFamily(false, 1) {}
    std::vector<double> typical() const override { return {0.3, 35, 0.6, 2.5}; }
};

}  // namespace

std::unique_ptr<Family> make_bgnbd() { return std::make_unique<BgNbd>(); }

}  // namespace vafa::models
