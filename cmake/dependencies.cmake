# Debian's packages, and two that ./dev fetches into build/deps: DuckDB (from npm packages) and the
# headers of libphonenumber (its -dev package conflicts with libboost1.81-dev).
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(fmt REQUIRED)
find_package(GTest REQUIRED)
find_package(Threads REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(SQLite3 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(prometheus-cpp CONFIG REQUIRED)
find_library(VAFA_SODIUM_LIBRARY sodium REQUIRED)
add_library(sodium INTERFACE)
target_link_libraries(sodium INTERFACE ${VAFA_SODIUM_LIBRARY})
find_library(VAFA_QRENCODE_LIBRARY qrencode REQUIRED)
add_library(qrencode INTERFACE)
target_link_libraries(qrencode INTERFACE ${VAFA_QRENCODE_LIBRARY})

find_library(VAFA_ORCUS_PARSER_LIBRARY orcus-parser-0.17 REQUIRED)
find_path(VAFA_ORCUS_INCLUDE orcus/sax_parser.hpp PATH_SUFFIXES liborcus-0.17 REQUIRED)

set(VAFA_DEPS ${CMAKE_SOURCE_DIR}/build/deps CACHE PATH "Where ./dev put what Debian lacks")

find_library(VAFA_DUCKDB_LIBRARY duckdb HINTS ${VAFA_DEPS}/duckdb NO_DEFAULT_PATH)
find_path(VAFA_DUCKDB_INCLUDE duckdb.h HINTS ${VAFA_DEPS}/duckdb NO_DEFAULT_PATH)
if(NOT VAFA_DUCKDB_LIBRARY OR NOT VAFA_DUCKDB_INCLUDE)
  find_library(VAFA_DUCKDB_LIBRARY duckdb REQUIRED)
  find_path(VAFA_DUCKDB_INCLUDE duckdb.h REQUIRED)
endif()
add_library(duckdb SHARED IMPORTED)
set_target_properties(duckdb PROPERTIES IMPORTED_LOCATION ${VAFA_DUCKDB_LIBRARY}
  IMPORTED_NO_SONAME ON INTERFACE_INCLUDE_DIRECTORIES ${VAFA_DUCKDB_INCLUDE})

add_library(phonenumber INTERFACE)
target_include_directories(phonenumber SYSTEM INTERFACE ${VAFA_DEPS}/phonenumber/usr/include)
find_library(VAFA_PHONENUMBER_LIBRARY NAMES libphonenumber.so.8 REQUIRED)
find_library(VAFA_PROTOBUF_LIBRARY NAMES libprotobuf.so.32 REQUIRED)
target_link_libraries(phonenumber INTERFACE ${VAFA_PHONENUMBER_LIBRARY} ${VAFA_PROTOBUF_LIBRARY})

find_path(VAFA_SOCI_INCLUDE soci/soci.h REQUIRED)
add_library(soci INTERFACE)
target_include_directories(soci SYSTEM INTERFACE
  ${VAFA_SOCI_INCLUDE}/soci ${PostgreSQL_INCLUDE_DIRS})
target_link_libraries(soci INTERFACE
  soci_core soci_sqlite3 soci_postgresql SQLite::SQLite3 PostgreSQL::PostgreSQL)

find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(benchmark QUIET)
