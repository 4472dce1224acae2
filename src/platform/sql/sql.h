#pragma once

// The database of a store: everything a module's store.cpp needs. Not SOCI itself, which is heavy:
// that is "platform/sql/soci.h", and stores rarely need it.
#include "platform/sql/batch.h"
#include "platform/sql/database.h"
#include "platform/sql/error.h"
#include "platform/sql/migrate.h"
#include "platform/sql/query.h"
#include "platform/sql/row.h"
#include "platform/sql/schema.h"
#include "platform/sql/session.h"
#include "platform/sql/value.h"
