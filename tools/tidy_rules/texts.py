"""Texts for people: each key in three languages, with the same placeholders."""
import json
import re

from .tree import Finding, Source, Tree

LANGUAGES = {"en": {"one", "other"}, "fa": {"one", "other"}, "ru": {"one", "few", "many", "other"}}
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
# A key of the dashboard in TypeScript; one that ends at "${" is the beginning of several.
PAGE_KEY = re.compile(r"""["'`](web\.[a-z0-9_.]+)(\$\{[^}]*\}[a-z0-9_.]*)?""")
# The last part of what looks like a key and is a file's name.
FILE_ENDINGS = {
    "cpp", "csv", "db", "duckdb", "gz", "json", "jsonl", "lock", "log", "md", "parquet", "snapshot",
    "sql", "tmp", "toml", "tsv", "txt", "wal", "xlsx", "zip", "h", "rows", "sqlite", "tar",
}
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def check(tree: Tree):
    texts = {}
    for language in LANGUAGES:
        path = f"i18n/{language}.json"
        if path not in tree.sources:
            yield Finding(path, 1, "missing", "tools/i18n_add.py writes it")
            return
        texts[language] = json.loads(tree.text(path))
        yield from check_order(tree.sources[path])
    yield from check_complete(tree, texts)
    for source in tree.cpp():
        if not source.is_test:
            yield from check_keys(source, texts["en"])
    yield from check_pages(tree, texts["en"])


def check_order(source: Source):
    keys = json.loads(source.text, object_pairs_hook=lambda pairs: pairs)
    names = [name for name, _ in keys]
    for before, after in zip(names, names[1:]):
        if before >= after:
            what = f"{after} twice" if before == after else f"{after} stands after {before}"
            yield Finding(source.path, line_of_key(source, after), what, "one entry a key, sorted")


def check_complete(tree: Tree, texts: dict[str, dict]):
    for key in sorted(set().union(*texts.values())):
        for language, forms in LANGUAGES.items():
            source = tree.sources[f"i18n/{language}.json"]
            if key not in texts[language]:
                yield Finding(source.path, 1, f"{key} has no text",
                              f"tools/i18n_add.py {key} EN FA RU")
                continue
            text = texts[language][key]
            line = line_of_key(source, key)
            if isinstance(text, dict) and set(text) != forms:
                yield Finding(source.path, line, f"{key} has the forms {', '.join(sorted(text))}",
                              f"{language} counts with {', '.join(sorted(forms))}")
            elif placeholders(text) != placeholders(texts["en"].get(key, text)):
                yield Finding(source.path, line, f"{key} has other placeholders than English",
                              f"use {', '.join(sorted(placeholders(texts['en'][key]))) or 'none'}")
            elif not all(form.strip() for form in forms_of(text)):
                yield Finding(source.path, line, f"{key} is empty", "write the text")


def forms_of(text) -> list[str]:
    return list(text.values()) if isinstance(text, dict) else [text]


def placeholders(text) -> set[str]:
    return {name for form in forms_of(text) for name in PLACEHOLDER.findall(form)}


def line_of_key(source: Source, key: str) -> int:
    offset = source.text.rfind(f'"{key}"')
    return source.line_of(offset) if offset >= 0 else 1


def check_keys(source: Source, english: dict):
    first_parts = {key.split(".")[0] for key in english} | {"error"}
    seen = set()
    for number, literal in source.literals:
        if literal in seen or not KEY.fullmatch(literal) or literal.split(".")[-1] in FILE_ENDINGS:
            continue
        seen.add(literal)
        if literal.split(".")[0] in first_parts and not is_there(literal, english):
            yield Finding(source.path, number, f"{literal} is not in i18n/en.json",
                          f'tools/i18n_add.py {literal} "English" "فارسی" "Русский"')


def check_pages(tree: Tree, english: dict):
    """Every key of a page exists, and every "web." key is shown on one."""
    wanted = [key for source in tree.pages() if not is_page_test(source)
              for key in keys_of_page(source)]
    for source, number, key, is_beginning in wanted:
        known = any(k.startswith(key) for k in english) if is_beginning else key in english
        if not known:
            yield Finding(source.path, number, f"{key} is not in i18n/en.json",
                          f'tools/i18n_add.py {key} "English" "فارسی" "Русский"')
    whole = {key for _, _, key, is_beginning in wanted if not is_beginning}
    beginnings = tuple(key for _, _, key, is_beginning in wanted if is_beginning)
    for key in english if tree.pages() else ():
        if key.startswith("web.") and key not in whole and not key.startswith(beginnings):
            source = tree.sources["i18n/en.json"]
            yield Finding(source.path, line_of_key(source, key), f"no page shows {key}",
                          "take it out of the three files, or use it in web/src")


def is_page_test(source: Source) -> bool:
    return ".test." in source.path or "/testing/" in source.path


def keys_of_page(source: Source):
    """(source, line, key, whether more follows)."""
    for number, line in enumerate(source.lines, 1):
        for match in PAGE_KEY.finditer(line):
            yield source, number, match.group(1), match.group(2) is not None


def is_there(literal: str, english: dict) -> bool:
    """A literal that ends in "_" is the beginning of keys that the code puts together."""
    if literal.endswith("_"):
        return any(key.startswith(literal) for key in english)
    return literal in english
