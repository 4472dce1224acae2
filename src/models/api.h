#pragma once

// What other features may use of models. A value model is fitted (fit, fit_contracts, fit_spend),
// then asked: Scorer and predict with intervals, expectations.h without, contracts.h for
// subscriptions. Whether to trust it: compare, judge, track. Who is leaving: slipping_away.
// Everything is pure: data in, numbers out.

#include "models/compare.h"
#include "models/contracts.h"
#include "models/expectations.h"
#include "models/fit.h"
#include "models/judge.h"
#include "models/predict.h"
#include "models/slipping.h"
#include "models/spend.h"
#include "models/tracking.h"
#include "models/types.h"
