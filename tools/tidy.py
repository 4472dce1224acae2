#!/usr/bin/env python3
"""The rules of this code base that a compiler does not check; run as ./dev tidy.

    tools/tidy.py            check everything; prints file:line: what — mend: how
    tools/tidy.py --graph    the graph of the modules, as Mermaid text, for ARCHITECTURE.md
    tools/tidy.py --lower    lower tools/ratchet.txt to what the code has reached

Each rule is one file in tools/tidy_rules with a function check(tree) that yields findings.
"""
import argparse
import pathlib
import statistics
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from tidy_rules import RULES, layers, lengths  # noqa: E402
from tidy_rules.tree import Tree  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--root", type=pathlib.Path, default=ROOT)
    parser.add_argument("--graph", action="store_true")
    parser.add_argument("--lower", action="store_true")
    options = parser.parse_args()

    tree = Tree.of_folder(options.root)
    if options.graph:
        print(layers.graph(tree))
        return 0
    if options.lower:
        lengths.lower(tree, options.root)
        return 0
    findings = sorted(finding for rule in RULES for finding in rule.check(tree))
    for finding in findings:
        print(finding)
    print(summary(tree, len(findings)))
    return 1 if findings else 0


def summary(tree: Tree, count: int) -> str:
    files = [len(source.lines) for source in tree.cpp()] or [0]
    functions = [f.lines for source in tree.cpp() for f in source.functions()] or [0]
    return (
        f"tidy: {count} finding{'' if count == 1 else 's'} in {len(tree.sources)} files;"
        f" C++ lines a file: {spread(files)}; a function: {spread(functions)}"
    )


def spread(numbers: list[int]) -> str:
    ordered = sorted(numbers)
    p90 = ordered[int(len(ordered) * 0.9)] if len(ordered) > 1 else ordered[0]
    return f"median {statistics.median(ordered):.0f}, p90 {p90}, max {ordered[-1]}"


if __name__ == "__main__":
    sys.exit(main())
