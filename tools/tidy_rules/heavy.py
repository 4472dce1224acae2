"""Headers that cost seconds to compile, or that one module hides, stay in their place."""
import fnmatch
import re
from typing import NamedTuple

from .tree import Finding, Tree


class Heavy(NamedTuple):
    include: str  # pattern of the name with its quotes or brackets
    what: str
    places: list[str]
    instead: str


HEAVY = [
    Heavy(r"<boost/(asio|beast)", "Boost.Asio and Beast",
          ["src/platform/http/*.cpp", "src/platform/http/channel.h", "src/platform/net/*.cpp"],
          "platform/http or platform/net"),
    Heavy(r"<soci[/.-]|<libpq|<sqlite3\.h", "SOCI and the databases' own headers",
          ["src/platform/sql/*"], "platform/sql in a store.cpp"),
    Heavy(r'"platform/sql/soci\.h"', "SOCI",
          ["src/platform/sql/*", "src/*/store.cpp", "src/*/store_*.cpp"],
          "platform/sql/session.h, or do it in the module's store.cpp"),
    Heavy(r"<duckdb", "DuckDB",
          ["src/history/*.cpp", "src/history/duck.h", "bench/*", "src/metrics/testing/*",
           "src/metrics/*_test.cpp"], "history/api.h"),
    Heavy(r"<spdlog", "spdlog", ["src/platform/log/*.cpp"], "platform/log/log.h"),
    Heavy(r"<CLI/", "CLI11", ["src/app/cli*.cpp", "bench/*.cpp"], "a command's options struct"),
    Heavy(r"<openssl/", "OpenSSL", ["src/platform/http/*.cpp", "src/platform/crypto/*.cpp"],
          "platform/http or platform/crypto"),
    Heavy(r"<sodium", "libsodium", ["src/platform/crypto/*.cpp"], "platform/crypto/crypto.h"),
    Heavy(r"<prometheus/", "prometheus-cpp", ["src/platform/telemetry/*.cpp"],
          "platform/telemetry"),
    Heavy(r"<qrencode", "libqrencode", ["src/app/qr_code.cpp"], "app/qr_code.h"),
    Heavy(r"<unicode/", "ICU", ["src/platform/i18n/*", "src/platform/encoding/*"],
          "platform/i18n or base/text.h"),
    Heavy(r"<phonenumbers/|<google/protobuf", "libphonenumber",
          ["src/platform/phone/*"], "platform/phone"),
    Heavy(r"<toml", "toml++", ["src/platform/config/*"], "platform/config"),
    Heavy(r"<xxhash", "xxHash", ["src/base/hash.cpp"], "base/hash.h"),
    Heavy(r"<zlib", "zlib", ["src/platform/files/*", "src/platform/http/gzip.cpp",
          "src/platform/sheets/*",
           "src/testing/zip_file.cpp", "src/ingest/input_file_test.cpp"],
          "platform/files"),
    Heavy(r"<orcus/", "liborcus", ["src/platform/sheets/*"], "platform/sheets/workbook.h"),
    Heavy(r"<(iostream|regex|random)>", "a costly or unrepeatable header",
          ["bench/*", "*_test.cpp", "src/testing/*", "src/base/rng.cpp"],
          "fmt/format.h, a hand-written matcher, base/rng.h"),
]


def check(tree: Tree):
    for source in tree.cpp():
        for number, name in source.includes:
            for heavy in HEAVY:
                if re.match(heavy.include, name) and not allowed(source.path, heavy.places):
                    what = f"{name} ({heavy.what}) is not included here"
                    yield Finding(source.path, number, what, f"use {heavy.instead}")


def allowed(path: str, places: list[str]) -> bool:
    return any(fnmatch.fnmatch(path, place) for place in places)
