#pragma once

#include <cstdint>
#include <memory>

#include "models/family.h"

namespace vafa::models {

std::unique_ptr<Family> make_nbd();
std::unique_ptr<Family> make_bgnbd();
std::unique_ptr<Family> make_mbgnbd();
std::unique_ptr<Family> make_mbgcnbdk(std::uint32_t k);
std::unique_ptr<Family> make_paretonbd();
std::unique_ptr<Family> make_bgbb();

}  // namespace vafa::models
