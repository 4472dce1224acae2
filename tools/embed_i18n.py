#!/usr/bin/env python3
"""Writes i18n/{en,fa,ru}.json as a C++ table: tools/embed_i18n.py OUTPUT EN FA RU

A missing text becomes empty forms: the program then shows English, and the tests fail.
"""
import json
import pathlib
import sys

CATEGORIES = ("one", "few", "many", "other")


def literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"sv'  # of known length: a compiler counts no characters


def forms(text) -> str:
    by_category = text if isinstance(text, dict) else {"other": text}
    unknown = set(by_category) - set(CATEGORIES)
    if unknown:
        sys.exit(f"plural forms that no language here has: {sorted(unknown)}")
    return "{{" + ", ".join(literal(by_category.get(c, "")) for c in CATEGORIES) + "}}"


def main() -> int:
    if len(sys.argv) != 5:
        print(__doc__, file=sys.stderr)
        return 2
    languages = [json.loads(pathlib.Path(p).read_text(encoding="utf-8")) for p in sys.argv[2:]]
    keys = sorted(set().union(*languages))
    rows = []
    for key in keys:
        in_each = ", ".join(forms(texts.get(key, "")) for texts in languages)
        rows.append(f"    {{{literal(key)}, {{{{{in_each}}}}}}},")
    pathlib.Path(sys.argv[1]).write_text(
        '#include "platform/i18n/texts.h"\n\n'
        "namespace vafa::i18n {\nnamespace {\n\n"
        "using namespace std::string_view_literals;\n\n"
        "constexpr Text kTexts[] = {\n" + "\n".join(rows) + "\n};\n\n"
        "}  // namespace\n\n"
        "std::span<const Text> all_texts() { return kTexts; }\n\n"
        "}  // namespace vafa::i18n\n",
        encoding="utf-8",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
