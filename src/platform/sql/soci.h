#pragma once

// SOCI with both backends: only for .cpp files of platform/sql and for a module's store.cpp.
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
