"""The files that are checked, and what a rule may ask of them."""
import functools
import os
import pathlib
import re
from dataclasses import dataclass

from .functions import Function, find_functions

FOLDERS = ("src", "bench", "fuzz", "tools", "cmake", "i18n", "db")
TOP_FILES = ("dev", ".ci/run", "CMakeLists.txt", "ARCHITECTURE.md")
SUFFIXES = (".cpp", ".h", ".sql", ".py", ".sh", ".cmake", ".txt", ".json")


@dataclass(frozen=True, order=True)
class Finding:
    path: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what} — mend: {self.mend}"


class Source:
    """One file. `code` is its text with comments and the insides of literals blanked."""

    def __init__(self, path: str, text: str):
        self.path = path
        self.text = text
        self.lines = text.split("\n")[: -1 if text.endswith("\n") else None]

    @property
    def is_test(self) -> bool:
        name = self.path.rpartition("/")[2]
        return (
            name.endswith(("_test.cpp", "_fuzz.cpp"))
            or re.fullmatch(r"test.*\.h|.*_test_.*\.h", name) is not None
            or "/testing/" in self.path
        )

    @functools.cached_property
    def _split(self):
        return split_cpp(self.text)

    @property
    def code(self) -> str:
        return self._split[0]

    @property
    def literals(self) -> list[tuple[int, str]]:
        """(line, text between the quotes), includes left out."""
        return self._split[1]

    @functools.cached_property
    def includes(self) -> list[tuple[int, str]]:
        """(line, the name with its quotes or brackets)."""
        pattern = re.compile(r'^\s*#\s*include\s+(<[^>]+>|"[^"]+")')
        found = ((number, pattern.match(line)) for number, line in enumerate(self.lines, 1))
        return [(number, match.group(1)) for number, match in found if match]

    def functions(self) -> list[Function]:
        return find_functions(self.code)

    def line_of(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1


TOKEN = re.compile(
    r"""(?P<raw>R"(?P<end>[^()\\\s]{0,16})\((?P<raw_text>.*?)\)(?P=end)")"""
    r"""|"(?P<text>(?:\\.|[^"\\\n])*)\""""
    r"""|(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+'"""
    r"""|//[^\n]*|/\*.*?\*/""",
    re.DOTALL,
)


def split_cpp(text: str) -> tuple[str, list[tuple[int, str]]]:
    literals = []

    def blank(match: re.Match) -> str:
        content = match.group("raw_text") if match.group("raw") else match.group("text")
        if content is not None:
            before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
            if not before.lstrip().startswith("#"):
                literals.append((text.count("\n", 0, match.start()) + 1, content))
            return '"' + re.sub(r"[^\n]", " ", match.group(0)[1:-1]) + '"'
        return re.sub(r"[^\n]", " ", match.group(0))

    return TOKEN.sub(blank, text), literals


def pages_of(folder: pathlib.Path) -> list[pathlib.Path]:
    """The dashboard's own sources; what the API's description makes is nobody's text."""
    found = sorted(folder.glob("**/*.ts")) + sorted(folder.glob("**/*.tsx"))
    return [path for path in found if not path.name.endswith(".d.ts")]


# What programs make, and files as others write them.
NOT_OURS = ("__pycache__", "testdata", "corpus", "fuzz_corpus")


class Tree:
    def __init__(self, files: dict[str, str]):
        self.sources = {path: Source(path, text) for path, text in sorted(files.items())}

    @staticmethod
    def of_folder(root: pathlib.Path) -> "Tree":
        files = {}
        for top in FOLDERS:
            for folder, names, found in os.walk(root / top):
                names[:] = [name for name in names if name not in NOT_OURS]
                for name in found:
                    if name.endswith(SUFFIXES):
                        path = pathlib.Path(folder) / name
                        files[path.relative_to(root).as_posix()] = path.read_text(encoding="utf-8")
        for path in pages_of(root / "web" / "src"):
            files[path.relative_to(root).as_posix()] = path.read_text(encoding="utf-8")
        for name in TOP_FILES:
            if (root / name).exists():
                files[name] = (root / name).read_text(encoding="utf-8")
        for readme in (root / "src").glob("**/README.md"):
            files[readme.relative_to(root).as_posix()] = readme.read_text(encoding="utf-8")
        return Tree(files)

    def cpp(self) -> list[Source]:
        return [s for s in self.sources.values() if s.path.endswith((".cpp", ".h"))]

    def pages(self) -> list[Source]:
        return self.with_suffix(".ts", ".tsx")

    def with_suffix(self, *suffixes: str) -> list[Source]:
        return [s for s in self.sources.values() if s.path.endswith(suffixes)]

    def text(self, path: str) -> str:
        return self.sources[path].text if path in self.sources else ""
