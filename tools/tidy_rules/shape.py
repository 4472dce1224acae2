"""The look of a file: columns, pragma once, to-do marks, line ends."""
import re

from .tree import Finding, Source, Tree

MAX_COLUMNS = 100
NO_COLUMN_LIMIT = (".json", ".md", ".txt")


def check(tree: Tree):
    for source in tree.sources.values():
        for number, line in enumerate(source.lines, 1):
            for what, mend in check_line(source, line):
                yield Finding(source.path, number, what, mend)
        if source.text and not source.text.endswith("\n"):
            yield Finding(source.path, len(source.lines), "no newline at the end", "add one")
        if source.path.endswith(".h") and "#pragma once" not in source.lines[:3]:
            yield Finding(source.path, 1, "no #pragma once", "make it the first line")


def has_wide_lines(path: str) -> bool:
    # Rival formulations of one question in SQL are compared by eye, column under column.
    # db/ is made by the databases themselves.
    return path.endswith(NO_COLUMN_LIMIT) or (
        path.startswith(("bench/", "db/")) and path.endswith(".sql")
    )


def check_line(source: Source, line: str):
    if len(line) > MAX_COLUMNS and not has_wide_lines(source.path):
        yield f"{len(line)} columns, the limit is {MAX_COLUMNS}", "break the line"
    if "\t" in line or line != line.rstrip():
        yield "a tab, or spaces at the end of the line", "./dev format, or by hand"
    if source.path.startswith("tools/tidy"):
        return  # these files speak of the marks below
    if re.search(r"\bTODO\b", line) and not re.search(r"#\d+", line):
        yield "TODO without an issue number", "TODO(#12): …, or do it now"
    if re.search(r"\b(FIXME|HACK)\b", line):
        yield "a mark that may not land", "mend it, or open an issue and write TODO(#12)"
