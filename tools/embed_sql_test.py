#!/usr/bin/env python3
"""Tests of tools/embed_sql.py: python3 tools/embed_sql_test.py"""
import pathlib
import tempfile
import unittest

import embed_sql


def queries(text: str) -> dict:
    return embed_sql.join_twins(embed_sql.parse_queries(text, "store.sql"), "store.sql")


class Queries(unittest.TestCase):
    def test_splits_and_compacts(self):
        found = queries("-- about\n-- name: a\n-- why\nDELETE FROM t\nWHERE x = :x;\n\n-- name: b\n"
                        "SELECT 1 ORDER BY 1;\n")
        self.assertEqual(found["a"]["sqlite"], "DELETE FROM t\nWHERE x = :x")
        self.assertEqual(list(found), ["a", "b"])

    def test_joins_twins(self):
        twins = "-- name: a @sqlite\nDELETE FROM s;\n-- name: a @postgres\nDELETE FROM p;\n"
        found = queries(twins)
        self.assertEqual(found["a"], {"sqlite": "DELETE FROM s", "postgres": "DELETE FROM p"})

    def test_refuses(self):
        for sql, part in [
            ("-- name: a\nDELETE FROM t;\n-- name: a\nDELETE FROM t;", "given twice"),
            ("-- name: a @sqlite\nDELETE FROM t;", "no twin @postgres"),
            ("-- name: a @mysql\nDELETE FROM t;", "only @sqlite"),
            ("-- name: BadName\nDELETE FROM t;", "snake_case"),
            ("-- name: a\n", "is empty"),
            ("-- name: a\nDELETE FROM t; DELETE FROM u;", "one statement"),
            ("-- name: a\nSELECT x FROM t;", "add ORDER BY"),
            ("-- name: a\nWITH q AS (SELECT 1) SELECT * FROM q;", "add ORDER BY"),
            ("-- name: a\nDELETE FROM t WHERE x LIKE :x;", "LIKE"),
            ("-- name: a\nSELECT CAST(x AS INTEGER) FROM t ORDER BY 1;", "BIGINT"),
            ("-- name: a\nDELETE FROM t WHERE x = ?1;", ":named"),
            ("-- name: a\nDELETE FROM t WHERE x = $1;", ":named"),
            ("SELECT 1;\n-- name: a\nDELETE FROM t;", "before the first"),
        ]:
            with self.subTest(sql), self.assertRaisesRegex(embed_sql.SqlError, part):
                queries(sql)

    def test_allows(self):
        for sql in [
            "SELECT x FROM t WHERE id = :id; -- one row",
            "-- unordered: summed by the caller\nSELECT x FROM t;",
            "DELETE FROM t WHERE x = 'LIKE an INTEGER?; $1';",
            "INSERT INTO t SELECT x FROM u;",
            "WITH q AS (SELECT 1) UPDATE t SET x = 1;",
        ]:
            with self.subTest(sql):
                queries("-- name: a\n" + sql)


class Migrations(unittest.TestCase):
    def run_on(self, files: dict[str, str]) -> str:
        with tempfile.TemporaryDirectory() as folder:
            src = pathlib.Path(folder) / "src"
            paths = []
            for name, text in files.items():
                path = src / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
                if name.startswith("shop/"):
                    paths.append(str(path))
            out = pathlib.Path(folder) / "sql.h"
            code = embed_sql.main(["--module", "shop", "--output", str(out), *paths])
            return out.read_text() if code == 0 else ""

    def test_renders_both_dialects_in_order(self):
        header = self.run_on({"shop/migrations/0002_shop_b.sqlite.sql": "SQLITE;",
                              "shop/migrations/0002_shop_b.postgres.sql": "POSTGRES;",
                              "shop/migrations/0001_shop_a.sql": "BOTH;"})
        self.assertLess(header.index('"shop_a"'), header.index('"shop_b"'))
        self.assertLess(header.index("SQLITE;"), header.index("POSTGRES;"))
        self.assertEqual(header.count("BOTH;"), 2)

    def test_refuses(self):
        for files in [
            {"shop/migrations/0001_shop_a.sqlite.sql": ""},
            {"shop/migrations/0001_other_a.sql": ""},
            {"shop/migrations/1_shop_a.sql": ""},
            {"shop/migrations/0001_shop_a.sql": "CREATE TABLE t (x INTEGER);"},
            {"shop/migrations/0001_shop_a.sql": "", "other/migrations/0001_other_a.sql": ""},
        ]:
            with self.subTest(files):
                self.assertEqual(self.run_on(files), "")


if __name__ == "__main__":
    unittest.main()
