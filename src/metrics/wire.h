#pragma once

// The JSON of the reports: described structs, from which come the bytes, the schemas and the types
// of those who read them. Days and periods are labels in the options' calendar; averages are
// decimals of minor units; what is unknown is null.
#include "metrics/wire_claims.h"
#include "metrics/wire_clv_simple.h"
#include "metrics/wire_cohorts.h"
#include "metrics/wire_kinds.h"
#include "metrics/wire_order_values.h"
#include "metrics/wire_periods.h"
#include "metrics/wire_products.h"
#include "metrics/wire_repurchase.h"
#include "metrics/wire_retention_rate.h"
#include "metrics/wire_rfm.h"
#include "metrics/wire_seasons.h"
#include "metrics/wire_stage.h"
#include "metrics/wire_summary.h"
#include "metrics/wire_survival.h"
