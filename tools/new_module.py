#!/usr/bin/env python3
"""Writes the skeleton of a feature module: tools/new_module.py NAME [--root FOLDER]

The files are those of tools/new_module with the name put in. The module is registered in
tools/layers.txt, from which CMake builds it and tidy checks it, and in ARCHITECTURE.md's graph.
"""
import argparse
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from tidy_rules import layers  # noqa: E402
from tidy_rules.tree import Tree  # noqa: E402

TEMPLATES = pathlib.Path(__file__).resolve().parent / "new_module"
USES = "base platform/sql"
GRAPH = re.compile(r"(?<=```mermaid\n).*?(?=\n```)", re.DOTALL)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("name")
    parser.add_argument("--root", type=pathlib.Path, default=TEMPLATES.parent.parent)
    options = parser.parse_args()
    fault = what_is_wrong_with(options.name, options.root)
    if fault:
        print(f"new-module: {fault}", file=sys.stderr)
        return 2
    write_files(options.name, options.root)
    register(options.name, options.root)
    redraw(options.root)
    print(f"src/{options.name} is there; next: ./dev test {options.name}, and wire it in src/app")
    return 0


def what_is_wrong_with(name: str, root: pathlib.Path) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9]*", name):
        return f"'{name}' must be one lower-case word: it becomes a namespace and a table prefix"
    if (root / "src" / name).exists():
        return f"src/{name} is there already"
    return ""


def write_files(name: str, root: pathlib.Path) -> None:
    words = {"@name@": name, "@Name@": name.capitalize(), "@number@": f"{next_migration(root):04}"}

    def put_in(text: str) -> str:
        return re.sub("|".join(words), lambda match: words[match.group(0)], text)

    for template in sorted(TEMPLATES.rglob("*.in")):
        relative = put_in(template.relative_to(TEMPLATES).as_posix().removesuffix(".in"))
        path = root / "src" / name / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(put_in(template.read_text(encoding="utf-8")), encoding="utf-8")
    sources = sorted((root / "src" / name).glob("*.[ch]*"))  # the name decides the includes' order
    subprocess.run(["clang-format-14", "-i", *sources], check=True)


def next_migration(root: pathlib.Path) -> int:
    numbers = [int(path.name[:4]) for path in root.glob("src/**/migrations/[0-9]*.sql")]
    return max(numbers, default=0) + 1


def register(name: str, root: pathlib.Path) -> None:
    path = root / layers.LIST
    before, app, after = path.read_text(encoding="utf-8").partition("\napp/")
    text = f"{before}\n{name}: {USES}{app}{after}"
    text = re.sub(r"^(app: .*)$", rf"\1 {name}", text, flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")


def redraw(root: pathlib.Path) -> None:
    path = root / layers.DRAWING
    graph = layers.graph(Tree.of_folder(root))
    path.write_text(GRAPH.sub(graph, path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
