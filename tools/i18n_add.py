#!/usr/bin/env python3
"""Adds or replaces one text in the three languages: tools/i18n_add.py KEY EN FA RU

The files i18n/{en,fa,ru}.json are flat and sorted by key. A text that depends on a count holds one
form a CLDR plural category as an object: pass it as JSON ({"one": "…", "other": "…"}).
Placeholders are {name}.
"""
import fcntl
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main() -> int:
    if len(sys.argv) != 5:
        print(__doc__, file=sys.stderr)
        return 2
    key = sys.argv[1]
    with open(ROOT / "i18n" / "en.json", "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for language, text in zip(("en", "fa", "ru"), sys.argv[2:]):
            path = ROOT / "i18n" / f"{language}.json"
            raw = path.read_text(encoding="utf-8") if path.exists() else ""
            texts = json.loads(raw) if raw.strip() else {}
            texts[key] = json.loads(text) if text.startswith("{\"") else text
            path.write_text(
                json.dumps(texts, ensure_ascii=False, indent=2, sort_keys=True) + "\n",
                encoding="utf-8",
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
