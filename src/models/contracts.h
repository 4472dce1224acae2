#pragma once

#include <cstdint>
#include <span>

#include "base/result.h"
#include "models/types.h"

namespace vafa::models {

// A subscription or membership that is renewed or not at the end of each period.
struct Contract {
    std::uint32_t periods = 0;  // paid for, or begun; at least 1 where it ended
    bool ended = false;         // it was not renewed after them
};

struct ContractPrediction {
    Estimate renews;      // chance of the next renewal
    Estimate survives;    // chance to be there after the horizon
    Estimate renewals;    // expected within the horizon
    Estimate discounted;  // expected renewals for ever, each worth 1 / (1 + d)^n
};

struct ContractOptions {
    std::uint32_t horizon = 12;
    double discount_per_period = 0.01;
    double confidence = 0.9;
};

// sBG (Fader & Hardie 2007): each ends at a renewal with a chance Beta(alpha, beta). BdW (Fader,
// Hardie, Liu, Davin & Steenburgh 2018): besides, chances rise (c > 1) or fall with time; c = 1 is
// sBG.
Result<Fit> fit_contracts(Model model, std::span<const Contract> contracts,
                          PriorUse prior = PriorUse::when_few_repeat);

// S(t): the share of contracts that are there after t renewals.
double contract_survival(const Fit& fit, double t);

// Of a contract that is there after `periods`.
Result<ContractPrediction> predict_contract(const Fit& fit, std::uint32_t periods,
                                            const ContractOptions& options = {});

}  // namespace vafa::models
