"""Files and functions stay short; what is longer stands in a list that may only shrink."""
import pathlib

from .tree import Finding, Source, Tree

LIST = "tools/ratchet.txt"
MAX_FILE, MAX_TEST_FILE, MAX_FUNCTION, MAX_README = 500, 700, 70, 40


def check(tree: Tree):
    allowed = read(tree)
    seen = set()
    for key, (source, line, lines, limit) in measure(tree):
        known = allowed.get(key)
        seen.add(key)
        if lines <= limit:
            if known:
                yield stale(known, key, f"{lines} lines, within the limit")
        elif not known:
            yield Finding(source.path, line, f"{what(key)} has {lines} lines, the limit is {limit}",
                          "one concept a file, one step a function: split it")
        elif lines > known[1]:
            yield Finding(source.path, line, f"{what(key)} grew from {known[1]} to {lines} lines",
                          "split it; the ratchet only shrinks")
        elif lines < known[1]:
            yield stale(known, key, f"{lines} lines")
    for key, known in allowed.items():
        if key not in seen:
            yield stale(known, key, "gone")


def stale(known: tuple[int, int], key: str, now: str) -> Finding:
    return Finding(LIST, known[0], f"{key} is {now}", "tools/tidy.py --lower, and commit the list")


def what(key: str) -> str:
    return key.split(" ", 1)[1] + "()" if " " in key else "the file"


def measure(tree: Tree):
    """(key, (source, line, lines, limit)): files by path, functions by 'path name'."""
    for source in tree.cpp() + tree.with_suffix(".sql", ".py", ".sh", "README.md"):
        yield source.path, (source, 1, len(source.lines), limit_of(source))
    for source in tree.cpp():
        longest: dict[str, tuple[int, int]] = {}
        for function in source.functions():
            size = (function.lines, function.line)
            longest[function.name] = max(longest.get(function.name, size), size)
        for name, (lines, line) in longest.items():
            yield f"{source.path} {name}", (source, line, lines, MAX_FUNCTION)


def limit_of(source: Source) -> int:
    if source.path.endswith("README.md"):
        return MAX_README
    return MAX_TEST_FILE if source.is_test or source.path.endswith("_test.py") else MAX_FILE


def read(tree: Tree) -> dict[str, tuple[int, int]]:
    """key → (line in the list, lines allowed)."""
    allowed = {}
    for number, line in enumerate(tree.text(LIST).split("\n"), 1):
        text = line.split("#")[0].strip()
        if text:
            lines, key = text.split(" ", 1)
            allowed[key.strip()] = (number, int(lines))
    return allowed


def lower(tree: Tree, root: pathlib.Path) -> None:
    now = {key: lines for key, (_, _, lines, limit) in measure(tree) if lines > limit}
    kept = [line for line in tree.text(LIST).split("\n") if line.startswith("#")]
    for key, (_, lines) in read(tree).items():
        if key in now:
            kept.append(f"{min(lines, now[key])} {key}")
    (root / LIST).write_text("\n".join(kept) + "\n", encoding="utf-8")
