"""Includes follow tools/layers.txt: lower modules, and of a feature only its public headers."""
import re
from dataclasses import dataclass, field

from .tree import Finding, Source, Tree

LIST = "tools/layers.txt"
DRAWING = "ARCHITECTURE.md"


@dataclass
class Layers:
    uses: dict[str, list[str]] = field(default_factory=dict)  # in the order of the tiers
    public: dict[str, set[str]] = field(default_factory=dict)  # "" = every feature
    lines: dict[str, int] = field(default_factory=dict)

    def module_of(self, path: str) -> str:
        """'platform/sql' for 'platform/sql/row.h'; '' for a folder that is no module."""
        parts = path.split("/")
        candidates = ("/".join(parts[:2]), parts[0])
        return next((module for module in candidates if module in self.uses), "")

    def is_public(self, module: str, header: str, source: Source, tree: Tree) -> bool:
        own = self.module_of(source.path.removeprefix("src/"))
        if module == "base" or module.startswith(("platform/", own + "/")):
            return True
        name = header.removeprefix(module + "/")
        if name in self.public.get("", set()) | self.public.get(module, set()):
            return True
        if own == "app" and name in self.public.get("app", set()):
            return True
        if source.is_test and name in ("testdata.h", "module.h"):
            return True
        api = tree.sources.get(f"src/{module}/api.h")
        return api is not None and f'"{header}"' in [included for _, included in api.includes]


def read(tree: Tree) -> Layers:
    layers = Layers()
    for number, line in enumerate(tree.text(LIST).split("\n"), 1):
        line = line.split("#")[0].strip()
        if not line:
            continue
        name, _, rest = line.partition(":")
        if name.startswith("public"):
            layers.public[name.removeprefix("public").strip()] = set(rest.split())
        else:
            layers.uses[name] = rest.split()
            layers.lines[name] = number
    return layers


def check(tree: Tree):
    layers = read(tree)
    yield from check_list(layers)
    for source in tree.cpp():
        yield from check_includes(source, layers, tree)
    yield from check_cmake(tree, layers)
    if DRAWING in tree.sources and graph(tree) not in tree.text(DRAWING):
        yield Finding(DRAWING, 1, "its graph is not that of " + LIST,
                      "put in what ./dev tidy --graph prints")


def check_list(layers: Layers):
    above: set[str] = set()
    for module, uses in layers.uses.items():
        for used in uses:
            if used not in above:
                yield Finding(
                    LIST, layers.lines[module], f"{module} uses {used}, which is not above it",
                    "list a module below all it uses; where two need each other, declare a port",
                )
        above.add(module)


def check_includes(source: Source, layers: Layers, tree: Tree):
    own = layers.module_of(source.path.removeprefix("src/"))
    for number, name in source.includes:
        if name.startswith("<"):
            continue
        header = name.strip('"')
        known = "src/" + header in tree.sources or header in tree.sources
        if not known and not header.endswith("/sql.h"):
            yield Finding(
                source.path, number, f'"{header}" is not a path from src/',
                "write the whole path from src/, libraries in <>",
            )
            continue
        used = layers.module_of(header)
        if not own or not used or used == own:
            continue
        if used == "testing":
            if not source.is_test:
                yield Finding(
                    source.path, number, "only tests may include testing/",
                    "move what is needed out of src/testing, or this file into it",
                )
        elif used not in layers.uses[own] and not (source.is_test and below(layers, used, own)):
            yield Finding(
                source.path, number, f"{own} may not include {used}",
                f"declare what you need in {own}/ports.h and plug it in in app, or publish an"
                f" event; a new edge downwards goes into {LIST}",
            )
        elif not layers.is_public(used, header, source, tree):
            yield Finding(
                source.path, number, f'"{header}" is private to {used}',
                f"use {used}/api.h or {used}/types.h, or move what is needed there",
            )
    yield from check_own_header_first(source, tree)


def below(layers: Layers, used: str, own: str) -> bool:
    order = list(layers.uses)
    return order.index(used) < order.index(own)


def check_own_header_first(source: Source, tree: Tree):
    header = re.sub(r"(_test|_fuzz)?\.cpp$", ".h", source.path)
    if not source.path.endswith(".cpp") or header not in tree.sources or source.is_test:
        return
    wanted = f'"{header.removeprefix("src/")}"'
    if not source.includes or source.includes[0][1] != wanted:
        yield Finding(source.path, 1, "its own header is not the first include",
                      f"#include {wanted} first: that proves it stands alone")


def check_cmake(tree: Tree, layers: Layers):
    for source in tree.with_suffix("CMakeLists.txt"):
        for match in re.finditer(r"vafa_module\((\w+)([^)]*)\)", source.text):
            if re.search(r"\bDEPS\b", re.sub(r"\bTEST_DEPS\b", "", match.group(2))):
                yield Finding(
                    source.path, source.line_of(match.start()), "vafa_module with DEPS",
                    f"the edges of a module stand in {LIST}, CMake reads them there",
                )


def graph(tree: Tree) -> str:
    """Mermaid; edges that follow from others are left out, base and platform drawn as one box."""
    layers = read(tree)
    features = [m for m in layers.uses if m != "base" and not m.startswith("platform/")]
    text = ["graph TD"]
    for module in features:
        direct = [used for used in layers.uses[module] if used in features]
        reachable = {far for near in direct for far in closure(layers, near)}
        shown = [used for used in direct if used not in reachable] or ["platform"]
        text += [f"    {module} --> {used}" for used in shown]
    return "\n".join(text + ["    platform --> base"])


def closure(layers: Layers, module: str) -> set[str]:
    result = set(layers.uses[module])
    for used in layers.uses[module]:
        result |= closure(layers, used)
    return result
