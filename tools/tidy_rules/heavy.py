"""Headers that cost seconds to compile, or that one module is there to hide, stay where they belong."""
import fnmatch
import re

from .tree import Finding, Tree

# (pattern of the included name, what it is, where it may stand, what to use instead)
HEAVY = [
    (r"<boost/(asio|beast)", "Boost.Asio and Beast", ["src/platform/http/*.cpp", "src/platform/net/*.cpp"],
     "platform/http or platform/net"),
    (r"<soci[/.-]|<libpq|<sqlite3\.h", "SOCI and the databases' own headers", ["src/platform/sql/*"],
     "platform/sql in a store.cpp"),
    (r'"platform/sql/soci\.h"', "SOCI", ["src/platform/sql/*", "src/*/store.cpp", "src/*/*_store.cpp"],
     "platform/sql/session.h, or do it in the module's store.cpp"),
    (r"<duckdb", "DuckDB", ["src/history/*.cpp", "src/history/duck.h", "bench/*", "src/metrics/testing/*",
     "src/metrics/*_test.cpp"], "history/api.h"),
    (r"<spdlog", "spdlog", ["src/platform/log/*.cpp"], "platform/log/log.h"),
    (r"<CLI/", "CLI11", ["src/app/cli*.cpp"], "a command's options struct"),
    (r"<unicode/", "ICU", ["src/platform/i18n/*"], "platform/i18n or base/text.h"),
    (r"<phonenumbers/|<google/protobuf", "libphonenumber", ["src/platform/phone/*"], "platform/phone"),
    (r"<toml", "toml++", ["src/platform/config/*"], "platform/config"),
    (r"<xxhash", "xxHash", ["src/base/hash.cpp"], "base/hash.h"),
    (r"<zlib", "zlib", ["src/platform/files/*"], "platform/files"),
    (r"<Eigen|<nlopt", "Eigen and NLopt", ["src/models/*.cpp"], "models/api.h"),
    (r"<(iostream|regex|random)>", "a costly or unrepeatable header", ["bench/*", "*_test.cpp", "src/testing/*"],
     "fmt/format.h, a hand-written matcher, base/rng.h"),
]


def check(tree: Tree):
    for source in tree.cpp():
        for number, name in source.includes:
            for pattern, what, places, mend in HEAVY:
                if re.match(pattern, name) and not allowed(source.path, places):
                    yield Finding(source.path, number, f"{name} ({what}) is not included here", f"use {mend}")


def allowed(path: str, places: list[str]) -> bool:
    return any(fnmatch.fnmatch(path, place) for place in places)
