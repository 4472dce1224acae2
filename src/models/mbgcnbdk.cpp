// MBG/CNBD-k: Platzer & Reutterer 2016. Gaps are Erlang-k, more regular than chance would have
// them.
#include "models/coin_family.h"
#include "models/families.h"

namespace vafa::models {
namespace {

class MbgCnbdK final : public CoinFamily {
public:
    explicit MbgCnbdK(std::uint32_t k) : CoinFamily(true, k), k_(k) {}
    std::vector<double> typical() const override { return {0.9, 42.0 / k_, 0.6, 1.1}; }

private:
    std::uint32_t k_;
};

}  // namespace

std::unique_ptr<Family> make_mbgcnbdk(std::uint32_t k) { return std::make_unique<MbgCnbdK>(k); }

}  // namespace vafa::models
