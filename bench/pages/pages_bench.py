#!/usr/bin/env python3
"""The pages over a million customers, in Debian's Chromium; prints tables in Markdown.

    ./dev bench pages [--customers N] [--orders N]

Search as one types, scrolling the list, and a heat map of 120 cohorts. Rows and store are those of
`./dev bench http`, made the first time and kept under build/bench/http.
"""
import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench/http"))

from rows import Rows  # noqa: E402
from server import make_store  # noqa: E402

PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
EACH = 8


def questions(people: list[list[str]], orders: int) -> list[dict[str, str]]:
    """What people type to find somebody, EACH of a kind; the same every time."""
    chance = random.Random(5)
    chosen = iter(people)
    kinds = {
        "name": lambda person: chance.choice(person[1:3])[:chance.randint(2, 5)],
        "e-mail": lambda person: person[3][:chance.randint(5, 12)],
        "phone in Persian digits": lambda person: at_home(person[4]),
        "last seven of a phone": lambda person: person[4][-7:],
        "order number": lambda _: str(chance.randint(1, orders)),
    }
    asked = [{"kind": kind, "text": make(next(chosen))}
             for kind, make in kinds.items() for _ in range(EACH)]
    for one in asked:
        if "Persian" in one["kind"]:
            one["text"] = one["text"].translate(PERSIAN)
    return asked


def at_home(phone: str) -> str:
    """As people write it in the country itself."""
    for code, trunk in (("+98", "0"), ("+44", "0"), ("+7", "8")):
        if phone.startswith(code):
            return trunk + phone.removeprefix(code)
    return phone


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--customers", type=int, default=1_000_000)
    parser.add_argument("--orders", type=int, default=10_000_000)
    options = parser.parse_args()
    home = ROOT / "build/bench/http"
    vafa = ROOT / "build/release/vafa"
    rows = Rows(ROOT / "build/release/bench/http_rows", home / "rows", options.customers,
                options.orders, 0)
    store = home / f"store-{options.customers}-{options.orders}"
    make_store(vafa, store, rows.base / "export.csv")
    asked = questions(rows.people(EACH * 5), options.orders)
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(asked, file)
        file.flush()
        subprocess.run(["node", "web/e2e/smooth.mjs", store, file.name], check=True, cwd=ROOT,
                       env=os.environ | {"VAFA": str(vafa)})


if __name__ == "__main__":
    main()
