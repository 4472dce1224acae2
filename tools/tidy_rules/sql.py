"""SQL stands in .sql files and names only the module's own tables.

What the two databases disagree on (LIKE, INTEGER …) is tools/embed_sql.py's to refuse.
"""
import re

from . import layers
from .tree import Finding, Source, Tree

# Where SQL in C++ is at home: the adapters, and code that questions DuckDB.
TESTS = ("_test.cpp", "_test_store.h")
AT_HOME = ("src/platform/sql/", "src/history/", "src/testing/", "src/metrics/testing/", "bench/")
STATEMENT = re.compile(
    r"\bselect\b.*\bfrom\b|\binsert\s+(or\s+\w+\s+)?into\b|\bupdate\s+\w+\s+set\b|\bdelete\s+from\b"
    r"|^\s*(create|drop|alter)\s+(unique\s+)?(table|index|view)\b|^\s*pragma\s",
    re.IGNORECASE | re.DOTALL,
)
TABLE = re.compile(
    r"\b(from|join|into|update|table(?:\s+if\s+(?:not\s+)?exists)?|references|on)\s+([a-z]+_\w+)",
    re.IGNORECASE,
)
# A foreign key reads: a row about a person goes with the person.
READING = ("from", "join", "references")
READABLE_BY_ALL = "commerce"


def check(tree: Tree):
    for source in tree.cpp():
        if source.path.startswith(AT_HOME) or source.path.endswith(TESTS):
            continue
        for number, literal in source.literals:
            if STATEMENT.search(literal):
                yield Finding(source.path, number, "SQL in C++",
                              "a named query in the module's store.sql")
    prefixes = table_prefixes(tree)
    for source in tree.with_suffix(".sql"):
        if source.path.startswith("src/"):
            yield from check_tables(source, prefixes)


def table_prefixes(tree: Tree) -> set[str]:
    return {module.split("/")[-1] for module in layers.read(tree).uses}


def owner(source: Source, prefixes: set[str]) -> str:
    folders = source.path.split("/")[1:-1]
    return next((folder for folder in reversed(folders) if folder in prefixes), "")


def check_tables(source: Source, prefixes: set[str]):
    own = owner(source, prefixes)
    for match in TABLE.finditer(without_comments(source.text)):
        verb, table = match.group(1).lower().split()[0], match.group(2)
        prefix = table.split("_")[0]
        if prefix not in prefixes or prefix == own:
            continue
        if prefix == READABLE_BY_ALL and verb in READING:
            continue
        yield Finding(
            source.path, source.line_of(match.start()), f"{table} belongs to {prefix}",
            f"ask {prefix}/api.h; tables are read and written by their owner"
            + (", commerce's may be read by all" if prefix == READABLE_BY_ALL else ""),
        )


def without_comments(text: str) -> str:
    return re.sub(r"--[^\n]*|'(?:[^'\n])*'", lambda match: " " * len(match.group(0)), text)
