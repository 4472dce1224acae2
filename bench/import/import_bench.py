#!/usr/bin/env python3
"""An import to the end, beside what others need to read the same file; prints a table in Markdown.

    ./dev bench import [--orders N] [--customers N] [--files plain phone xlsx] [--only SIDE …]

The files are made the first time and kept under build/bench/import. Every side starts from nothing
and must count the same orders and the same money. A workbook has room for a million rows, and no
side but Vafa reads it.
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import time

import sides
import workbook

ROOT = pathlib.Path(__file__).resolve().parents[2]
RELEASE = ROOT / "build/release"
FILES = ("plain", "phone", "xlsx")


class Bench:
    def __init__(self, options: argparse.Namespace):
        self.options = options
        self.home = ROOT / "build/bench/import"
        self.rows = self.home / f"rows-{options.customers}-{options.orders}"
        self.tools = sides.Tools(RELEASE / "vafa", RELEASE / "bench/import_tool")
        self.truth = self.make_rows()

    def make_rows(self) -> dict[str, int]:
        kept = self.rows / "answer.json"
        if not kept.exists():
            made = subprocess.run([self.tools.tool, "rows", self.rows, str(self.options.customers),
                                   str(self.options.orders)], check=True, capture_output=True)
            kept.write_bytes(made.stdout)
        return json.loads(kept.read_text())

    def run(self) -> dict[str, dict]:
        figures: dict[str, dict] = {}
        for file in self.options.files:
            rows = self.file_of(file)
            for name in self.options.only if rows else []:
                if file == "xlsx" and name != "vafa":
                    continue
                say(f"{name}: {file}")
                figures[f"{name} {file}"] = self.measure(name, rows)
        return figures

    def file_of(self, name: str) -> pathlib.Path | None:
        if name != "xlsx":
            return self.rows / f"{name}.csv"
        if self.options.orders > workbook.MOST_ROWS:
            say(f"skipped: a workbook has room for {workbook.MOST_ROWS:,} rows")
            return None
        made = self.rows / "plain.xlsx"
        if not made.exists():
            workbook.make(self.rows / "plain.csv", made)
        return made

    def measure(self, name: str, file: pathlib.Path) -> dict:
        place = self.home / "work"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        side = sides.SIDES[name]
        cost = sides.timed(side.load(self.tools, file, place), place)
        answer = side.answer(self.tools, place)
        if answer != self.truth:
            raise RuntimeError(f"{name}: {answer}, but the file has {self.truth}")
        cost["bytes"] = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
        cost["rows_a_second"] = self.truth["orders"] / cost["seconds"]
        if name == "vafa":
            begin = time.monotonic()
            sides.report(self.tools, place)
            cost["report_seconds"] = time.monotonic() - begin
        shutil.rmtree(place)
        return cost


def say(text: str) -> None:
    print(f"» {text}", flush=True)


def table(figures: dict[str, dict]) -> str:
    lines = ["| who | file | s | rows/s | CPU s | peak MiB | MB written | against Vafa |",
             "|---|---|---|---|---|---|---|---|"]
    for what, one in figures.items():
        name, file = what.split()
        ours = figures.get(f"vafa {file}")
        ratio = f"{one['seconds'] / ours['seconds']:.2f}" if ours else "–"
        lines.append(f"| {sides.SIDES[name].title} | {file} | {one['seconds']:.1f} |"
                     f" {one['rows_a_second']:,.0f} | {one['cpu_seconds']:.1f} |"
                     f" {one['peak_mib']:.0f} | {one['bytes'] / 1e6:,.0f} | {ratio} |")
    lines += [f"\n{what}: the first report after it in {one['report_seconds']:.2f} s"
              for what, one in figures.items() if "report_seconds" in one]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--orders", type=int, default=10_000_000)
    parser.add_argument("--customers", type=int, default=1_000_000)
    parser.add_argument("--files", nargs="+", choices=FILES, default=list(FILES))
    parser.add_argument("--only", nargs="+", choices=sides.SIDES, default=list(sides.SIDES))
    parser.add_argument("--json", type=pathlib.Path, help="where to write all figures")
    options = parser.parse_args()
    figures = Bench(options).run()
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")
    print(table(figures))


if __name__ == "__main__":
    main()
