#pragma once

// What other features may ask of commerce: orders, customers, products of a store, and their fold.
// All of it runs inside the caller's transaction (sql::Session).
#include "commerce/consents.h"
#include "commerce/customers.h"
#include "commerce/dto.h"
#include "commerce/first_fill.h"
#include "commerce/fold.h"
#include "commerce/imports.h"
#include "commerce/links.h"
#include "commerce/order_samples.h"
#include "commerce/orders.h"
#include "commerce/plan.h"
#include "commerce/product_titles.h"
#include "commerce/removal.h"
#include "commerce/search_fill.h"
#include "commerce/settings.h"
#include "commerce/shops.h"
#include "commerce/types.h"
#include "commerce/undo.h"
#include "commerce/words.h"
