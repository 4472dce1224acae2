"""Each rule finds what it is there for, and leaves alone what only looks like it."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from tidy_rules import bans, heavy, layers, lengths, shape, sql, texts  # noqa: E402
from tidy_rules.functions import find_functions  # noqa: E402
from tidy_rules.tree import Tree, split_cpp  # noqa: E402

LAYERS = """
public: api.h types.h
public history: event.h
public app: module.h
base:
platform/sql: base
commerce: base platform/sql
history: base platform/sql
metrics: base commerce
app: base commerce history metrics
testing: base
"""
HEADERS = {
    path: "#pragma once\n"
    for path in (
        "src/base/time.h", "src/platform/sql/session.h", "src/commerce/api.h",
        "src/commerce/plan.h", "src/commerce/module.h", "src/history/event.h", "src/testing/db.h",
    )
}
TEXTS = {f"i18n/{language}.json": '{\n  "error.a": "{n}"\n}\n' for language in ("en", "fa", "ru")}


def findings(rule, files):
    return list(rule.check(Tree({"tools/layers.txt": LAYERS, **HEADERS, **TEXTS, **files})))


class Case(unittest.TestCase):
    def expect(self, rule, path, text, what):
        found = findings(rule, {path: text})
        self.assertEqual(len(found), 1, found)
        self.assertIn(what, str(found[0]))
        self.assertIn(" — mend: ", str(found[0]))

    def expect_clean(self, rule, path, text):
        self.assertEqual(findings(rule, {path: text}), [])


class Layers(Case):
    def test_refuses_an_upward_include(self):
        self.expect(layers, "src/commerce/x.cpp", '#include "history/event.h"\n',
                    "commerce may not include history")

    def test_refuses_a_private_header_of_another_feature(self):
        self.expect(layers, "src/metrics/x.cpp", '#include "commerce/plan.h"\n',
                    '"commerce/plan.h" is private')

    def test_allows_the_public_and_the_own_headers(self):
        self.expect_clean(layers, "src/metrics/x.cpp", '#include "commerce/api.h"\n')
        self.expect_clean(layers, "src/commerce/x.cpp", '#include "commerce/plan.h"\n')
        self.expect_clean(layers, "src/commerce/x.cpp", '#include "platform/sql/session.h"\n')

    def test_takes_for_public_what_api_h_includes(self):
        files = {"src/commerce/api.h": '#pragma once\n#include "commerce/plan.h"\n',
                 "src/metrics/x.cpp": '#include "commerce/plan.h"\n'}
        self.assertEqual(findings(layers, files), [])

    def test_lets_only_app_see_how_a_feature_is_put_together(self):
        self.expect_clean(layers, "src/app/x.cpp", '#include "commerce/module.h"\n')
        self.expect(layers, "src/metrics/x.cpp", '#include "commerce/module.h"\n', "is private")

    def test_keeps_testing_out_of_the_product(self):
        self.expect(layers, "src/app/x.cpp", '#include "testing/db.h"\n', "only tests")
        self.expect_clean(layers, "src/app/x_test.cpp", '#include "testing/db.h"\n')

    def test_refuses_paths_that_do_not_start_at_src(self):
        self.expect(layers, "src/commerce/x.cpp", '#include "plan.h"\n', "not a path from src/")

    def test_wants_the_own_header_first(self):
        text = '#include "base/time.h"\n#include "commerce/api.h"\n'
        self.expect(layers, "src/commerce/api.cpp", text, "own header")

    def test_refuses_a_list_with_a_cycle(self):
        found = findings(layers, {"tools/layers.txt": "base: app\napp: base\n"})
        self.assertIn("base uses app, which is not above it", str(found[0]))

    def test_refuses_a_second_list_in_cmake(self):
        path = "src/commerce/CMakeLists.txt"
        self.expect(layers, path, "vafa_module(commerce DEPS base)\n", "DEPS")
        self.expect_clean(layers, path, "vafa_module(commerce TEST_DEPS testing)\n")

    def test_draws_each_direct_edge_once(self):
        graph = layers.graph(Tree({"tools/layers.txt": LAYERS}))
        self.assertIn("app --> metrics", graph)
        self.assertNotIn("app --> commerce", graph)
        self.expect(layers, "ARCHITECTURE.md", "no graph\n", "its graph is not that of")
        self.expect_clean(layers, "ARCHITECTURE.md", "before\n" + graph + "\nafter\n")


class Heavy(Case):
    def test_confines_a_library_to_its_adapter(self):
        self.expect(heavy, "src/commerce/plan.cpp", "#include <duckdb.h>\n", "DuckDB")
        self.expect_clean(heavy, "src/history/duck.cpp", "#include <duckdb.h>\n")
        self.expect(heavy, "src/app/cli.h", "#include <CLI/CLI.hpp>\n", "CLI11")
        self.expect_clean(heavy, "src/app/cli_report.cpp", "#include <CLI/CLI.hpp>\n")

    def test_lets_only_stores_speak_soci(self):
        self.expect(heavy, "src/commerce/plan.cpp", '#include "platform/sql/soci.h"\n', "SOCI")
        self.expect_clean(heavy, "src/commerce/store.cpp", '#include "platform/sql/soci.h"\n')


class Bans(Case):
    def test_finds_clock_chance_and_environment(self):
        for call in (
            "auto t = std::chrono::system_clock::now();", "auto t = ::time(nullptr);",
            "std::this_thread::sleep_for(1s);", "std::random_device seed;", "int x = rand();",
            "std::thread worker(f);", 'auto home = getenv("HOME");', "assert(x);",
            "std::normal_distribution<> bell;",
        ):
            with self.subTest(call):
                self.expect(bans, "src/commerce/x.cpp", call + "\n", "is banned here")

    def test_leaves_comments_literals_and_longer_names_alone(self):
        for text in (
            "// never std::thread or getenv", 'auto s = "sleep(1)";', "ordered_time(0);",
            "order.time(0);", "static_assert(true);", "auto r = R\"(rand())\";", "VAFA_ASSERT(x);",
        ):
            with self.subTest(text):
                self.expect_clean(bans, "src/commerce/x.cpp", text + "\n")

    def test_allows_them_in_the_platform_but_no_foreign_distribution(self):
        self.expect_clean(bans, "src/platform/files/x.cpp", "std::thread worker(f);\n")
        self.expect(bans, "src/base/rng.cpp", "std::normal_distribution<> bell;\n", "banned")


class Functions(unittest.TestCase):
    def names(self, text):
        return [(f.name, f.lines) for f in find_functions(split_cpp(text)[0])]

    def test_measures_from_the_signature_to_the_brace(self):
        self.assertEqual(self.names("int f(int a,\n      int b) {\n    return a;\n}\n"), [("f", 4)])

    def test_counts_a_lambda_as_part_of_its_function(self):
        self.assertEqual(self.names("void f() {\n    auto g = [] {\n    };\n}\n"), [("f", 4)])

    def test_sees_methods_inside_classes_and_namespaces(self):
        text = "namespace a {\nclass B {\n    int c() {\n        return 1;\n    }\n};\n}\n"
        self.assertEqual(self.names(text), [("c", 3)])

    def test_passes_over_member_initialisers(self):
        text = "A::A(int x) : b_{x}, c_{1} {\n    run();\n}\n"
        self.assertEqual(self.names(text), [("A::A", 3)])

    def test_passes_over_values_and_braces_in_literals(self):
        text = "const int k[] = {1, 2};\nvoid f() {\n    g('{', \"{\");\n}\n"
        self.assertEqual(self.names(text), [("f", 3)])

    def test_is_not_led_astray_by_macros_before_a_scope(self):
        text = "DESCRIBE(A, (), (b))\nnamespace {\nvoid f() {\n}\n}\n"
        self.assertEqual(self.names(text), [("f", 2)])

    def test_names_a_test_by_subject_and_claim(self):
        self.assertEqual(self.names("TEST(Csv, Works) {\n}\n"), [("Csv.Works", 2)])


class Lengths(Case):
    LONG = "void f() {\n" + "    g();\n" * 80 + "}\n"

    def test_finds_a_long_function_and_a_long_file(self):
        self.expect(lengths, "src/commerce/x.cpp", self.LONG, "f() has 82 lines")
        self.expect(lengths, "src/commerce/x.h", "int a;\n" * 501, "the file has 501 lines")
        self.expect_clean(lengths, "src/commerce/x_test.cpp", "int a;\n" * 700)

    def ratchet(self, listed):
        files = {"src/commerce/x.cpp": self.LONG, "tools/ratchet.txt": listed}
        return [str(finding) for finding in findings(lengths, files)]

    def test_lets_the_ratchet_shrink_only(self):
        self.assertEqual(self.ratchet("82 src/commerce/x.cpp f\n"), [])
        self.assertIn("grew from 81 to 82", self.ratchet("81 src/commerce/x.cpp f\n")[0])
        self.assertIn("is 82 lines", self.ratchet("90 src/commerce/x.cpp f\n")[0])
        gone = self.ratchet("82 src/commerce/x.cpp f\n90 src/gone.cpp g\n")
        self.assertIn("src/gone.cpp g is gone", gone[0])


class Shape(Case):
    def test_finds_wide_lines_marks_and_headers_without_guard(self):
        self.expect(shape, "src/base/x.cpp", "//" + "x" * 99 + "\n", "101 columns")
        self.expect(shape, "src/base/x.cpp", "// TODO later\n", "without an issue number")
        self.expect_clean(shape, "src/base/x.cpp", "// TODO(#12): later\n")
        self.expect(shape, "src/base/x.cpp", "// FIXME(#12)\n", "may not land")
        self.expect(shape, "src/base/x.h", "int a;\n", "#pragma once")
        self.expect(shape, "src/base/x.cpp", "int a; \n", "spaces at the end")


class Sql(Case):
    def test_finds_sql_in_code(self):
        self.expect(sql, "src/commerce/x.cpp", 'run("SELECT 1 FROM t");\n', "SQL in C++")
        self.expect_clean(sql, "src/history/x.cpp", 'run("SELECT 1 FROM t");\n')
        self.expect_clean(sql, "src/commerce/x.cpp", 'say("update the plan, then go on");\n')

    def test_keeps_tables_with_their_owner(self):
        path = "src/metrics/store.sql"
        self.expect(sql, path, "SELECT a FROM history_outbox\n", "belongs to history")
        self.expect(sql, path, "UPDATE commerce_order SET a = 1\n", "belongs to commerce")
        self.expect_clean(sql, path, "SELECT a FROM commerce_order\n")
        self.expect_clean(sql, path, "a BIGINT REFERENCES commerce_profile (id)\n")
        self.expect(sql, path, "a BIGINT REFERENCES history_outbox (id)\n", "belongs to history")
        self.expect_clean(sql, "src/history/store.sql", "DELETE FROM history_outbox\n")


class Texts(Case):
    def test_wants_every_key_of_the_code(self):
        self.expect(texts, "src/base/x.cpp", 'invalid("error.unknown");\n', "not in i18n/en.json")
        self.expect_clean(texts, "src/base/x.cpp", 'invalid("error.a");\n')
        self.expect_clean(texts, "src/base/x.cpp", 'open("error.log");\n')

    def test_wants_some_key_for_a_beginning_that_is_put_together(self):
        files = {path: '{\n  "kind.a_b": "x"\n}\n' for path in TEXTS}
        for literal, missing in (("kind.a_", 0), ("kind.c_", 1)):
            code = f'say("{literal}" + name);\n'
            self.assertEqual(len(findings(texts, {**files, "src/base/x.cpp": code})), missing)

    def test_wants_every_key_of_a_page_and_a_page_for_every_key(self):
        files = {path: '{\n  "web.a.b": "x",\n  "web.role.x": "y"\n}\n' for path in TEXTS}
        page = {"web/src/app/x.tsx": 't("web.a.b"); t(`web.role.${role}`);\n'}
        self.assertEqual(findings(texts, {**files, **page}), [])
        for code, what in (('t("web.a.c"); t("web.a.b"); t("web.role.x");\n', "not in i18n"),
                           ('t("web.a.b");\n', "no page shows web.role.x"),
                           ('t(`web.b.${c}`); t("web.a.b"); t("web.role.x");\n', "not in i18n")):
            found = findings(texts, {**files, "web/src/app/x.tsx": code})
            self.assertEqual([what in f.what for f in found], [True], found)

    def test_wants_three_languages_with_the_same_placeholders(self):
        self.expect(texts, "i18n/fa.json", "{}\n", "error.a has no text")
        self.expect(texts, "i18n/ru.json", '{\n  "error.a": "{m}"\n}\n', "other placeholders")

    def test_wants_the_plural_forms_of_the_language(self):
        self.expect(texts, "i18n/ru.json", '{"error.a": {"one": "{n}", "other": "{n}"}}\n', "forms")

    def test_wants_sorted_keys_once(self):
        unsorted = '{"error.b": "x", "error.a": "{n}"}\n'
        files = {path: unsorted for path in TEXTS}
        self.assertEqual(len(findings(texts, files)), 3)


if __name__ == "__main__":
    unittest.main()
