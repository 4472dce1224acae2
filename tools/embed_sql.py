#!/usr/bin/env python3
"""Turns a module's SQL files into a C++ header: tools/embed_sql.py --module M --output H FILE.sql…

Files in a folder `migrations` are schema steps named NNNN_module_what.sql (or a pair .sqlite.sql
and .postgres.sql); all others hold named queries:

    -- name: due_runs
    SELECT id FROM journeys_run WHERE due <= :now ORDER BY due, id;

    -- name: count_runs @sqlite        twins, where the databases differ: @sqlite and @postgres
    -- one row                         or "-- unordered: why", where a SELECT needs no ORDER BY

Checked: duplicate names, missing twins, LIKE, INTEGER (BIGINT everywhere), SELECT without ORDER BY,
positional parameters, one statement a query, migration names and numbers.
"""
import argparse
import hashlib
import pathlib
import re
import sys

NAME = re.compile(r"--\s*name:\s*(\S+)\s*(.*)$")
MIGRATION = re.compile(r"(\d{4})_([a-z0-9_]+?)(?:\.(sqlite|postgres))?\.sql$")
DIALECTS = ("sqlite", "postgres")


class SqlError(Exception):
    """A fault in a file: where, what, and how to mend it."""


def bare(sql: str) -> str:
    """The statement without comments, with strings and quoted names emptied."""
    pattern = r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\""
    return re.sub(pattern, lambda m: "''" if m[0][0] == "'" else " ", sql, flags=re.S)


def parse_queries(text: str, path: str) -> list[dict]:
    """Splits a query file at its `-- name:` lines."""
    queries: list[dict] = []
    for number, line in enumerate(text.splitlines(), 1):
        head = NAME.match(line)
        if head:
            name, rest = head[1], head[2].strip()
            if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
                raise SqlError(f"{path}:{number}: query name '{name}' must be snake_case")
            if rest not in ("", "@sqlite", "@postgres"):
                raise SqlError(f"{path}:{number}: '{rest}' after the name: only @sqlite, @postgres")
            queries.append({"name": name, "dialect": rest[1:], "line": number, "sql": ""})
        elif queries:
            queries[-1]["sql"] += line + "\n"
        elif line.strip() and not line.startswith("--"):
            raise SqlError(f"{path}:{number}: SQL before the first '-- name:'")
    return queries


def check_common(sql: str, where: str) -> None:
    if re.search(r"\bI?LIKE\b", sql, re.I):
        raise SqlError(f"{where}: LIKE differs between databases: use search tokens or ranges")
    # The name of SQLite's rowid has no other spelling.
    if re.search(r"\b(INTEGER(?! NOT NULL PRIMARY KEY)|INT|INT4|SMALLINT)\b", sql, re.I):
        raise SqlError(f"{where}: INTEGER overflows on PostgreSQL: use BIGINT")


def check_query(query: dict, path: str) -> None:
    where = f"{path}:{query['line']}: query {query['name']}"
    sql = bare(query["sql"]).strip()
    if not sql:
        raise SqlError(f"{where}: is empty")
    if ";" in sql.rstrip(";"):
        raise SqlError(f"{where}: one statement a query")
    check_common(sql, where)
    if re.search(r"\?\d*|\$\d+|(?<![\w@])@[a-z]", sql):
        raise SqlError(f"{where}: parameters are written :named")
    excused = re.search(r"--\s*(one row\b|unordered:\s*\S)", query["sql"])
    reads = re.match(r"(SELECT|WITH|VALUES)\b", sql, re.I) and not re.search(
        r"\b(INSERT|UPDATE|DELETE)\b", sql, re.I
    )
    if reads and not excused and not re.search(r"\bORDER\s+BY\b", sql, re.I):
        raise SqlError(f"{where}: add ORDER BY, or '-- one row', or '-- unordered: why'")


def join_twins(queries: list[dict], path: str) -> dict[str, dict[str, str]]:
    """name -> {sqlite, postgres}, in the order of the file."""
    joined: dict[str, dict[str, str]] = {}
    for query in queries:
        check_query(query, path)
        texts = joined.setdefault(query["name"], {})
        for dialect in [query["dialect"]] if query["dialect"] else DIALECTS:
            if dialect in texts:
                raise SqlError(f"{path}:{query['line']}: query {query['name']} is given twice")
            texts[dialect] = compact(query["sql"])
    for name, texts in joined.items():
        for dialect in DIALECTS:
            if dialect not in texts:
                raise SqlError(f"{path}: query {name} has no twin @{dialect}")
    return joined


def compact(sql: str) -> str:
    """Drops comment lines and the final semicolon: what the database gets is short in its logs."""
    lines = [l.rstrip() for l in sql.splitlines() if l.strip() and not l.lstrip().startswith("--")]
    return "\n".join(lines).strip().removesuffix(";").rstrip()


def read_migrations(paths: list[pathlib.Path], module: str) -> list[dict]:
    prefix = module.replace("/", "_") + "_"
    steps: dict[int, dict] = {}
    for path in paths:
        found = MIGRATION.match(path.name)
        if not found:
            raise SqlError(f"{path}: name it NNNN_{prefix}what.sql (or .sqlite.sql, .postgres.sql)")
        number, name, dialect = int(found[1]), found[2], found[3]
        if not name.startswith(prefix):
            raise SqlError(f"{path}: a migration of this module starts with '{prefix}'")
        text = path.read_text(encoding="utf-8")
        check_common(bare(text), str(path))
        step = steps.setdefault(number, {"number": number, "name": name, "texts": {}})
        if step["name"] != name:
            raise SqlError(f"{path}: number {number} is taken by {step['name']}")
        for each in [dialect] if dialect else DIALECTS:
            if each in step["texts"]:
                raise SqlError(f"{path}: migration {number} is given twice for {each}")
            step["texts"][each] = text
    for step in steps.values():
        if len(step["texts"]) != len(DIALECTS):
            raise SqlError(f"migration {step['number']} {step['name']}: one twin is missing")
    return [steps[number] for number in sorted(steps)]


def check_numbers(root: pathlib.Path) -> None:
    """Migration numbers are global: two modules may not take the same."""
    owners: dict[str, str] = {}
    for path in sorted(root.glob("**/migrations/*.sql")):
        number = path.name[:4]
        name = path.name.split(".")[0]
        if owners.setdefault(number, name) != name:
            raise SqlError(f"{path}: number {number} is taken by {owners[number]}")


def literal(text: str) -> str:
    """A raw string; split, because compilers limit the length of one literal."""
    parts = [text[i : i + 8000] for i in range(0, len(text), 8000)] or [""]
    return "\n    ".join(f'R"_sql_({part})_sql_"' for part in parts)


def render(module: str, queries: dict, migrations: list[dict]) -> str:
    space = "vafa::" + module.replace("/", "_")
    out = ["#pragma once", "", "// Made by tools/embed_sql.py; edit the .sql files."]
    out += ["#include <array>"]
    out += ["#include <string_view>", "", '#include "platform/sql/query.h"', ""]
    out += [f"namespace {space}::queries {{", ""]
    for name, texts in queries.items():
        out.append(f'inline constexpr sql::Query {name}{{"{name}",')
        out.append(f"    {literal(texts['sqlite'])},")
        out.append(f"    {literal(texts['postgres'])}}};")
    listed = ", ".join(queries)
    out += ["", f"inline constexpr std::array<sql::Query, {len(queries)}> all{{{listed}}};"]
    out += ["", f"}}  // namespace {space}::queries", "", f"namespace {space}::migrations {{", ""]
    out.append(f"inline constexpr std::array<sql::Migration, {len(migrations)}> all{{")
    for step in migrations:
        out.append(f"    sql::Migration{{{step['number']}, \"{step['name']}\",")
        for dialect in DIALECTS:
            text = step["texts"][dialect]
            digest = hashlib.sha256(text.encode()).hexdigest()
            out.append(f'    {{{literal(text)}, "{digest}"}},')
        out.append("    },")
    out += ["};", "", f"}}  // namespace {space}::migrations", ""]
    return "\n".join(out)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--module", required=True)
    parser.add_argument("--output", required=True, type=pathlib.Path)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args(argv)
    steps = [path for path in options.files if path.parent.name == "migrations"]
    try:
        found: list[dict] = []
        for path in sorted(set(options.files) - set(steps)):
            parsed = parse_queries(path.read_text("utf-8"), str(path))
            found += [{**query, "path": path} for query in parsed]
        queries = join_twins(found, " ".join(sorted({str(q["path"]) for q in found})))
        migrations = read_migrations(sorted(steps), options.module)
        if steps:
            source = steps[0].resolve().parents[options.module.count("_") + 2]
            check_numbers(source)
        options.output.write_text(render(options.module, queries, migrations), encoding="utf-8")
    except SqlError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
