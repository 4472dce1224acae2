"""Finds function bodies by their braces: enough of C++ to measure lengths, no parser."""
import re
from dataclasses import dataclass

SCOPE = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")
# "Type(args) : a_{1}, b_" — a brace here initialises a member, the body is still to come.
MEMBER_INITIALISER = re.compile(r"\)\s*(?:noexcept\s*)?:(?!:).*[\w>]\s*$", re.DOTALL)
NAME = re.compile(r"([\w:~]+|operator\s*\S+)\s*\(")


@dataclass(frozen=True)
class Function:
    name: str
    line: int
    lines: int


def find_functions(code: str) -> list[Function]:
    code = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", blank, code, flags=re.MULTILINE)
    found = []
    head_start = 0
    position = 0
    while position < len(code):
        character = code[position]
        if character in ";}":
            head_start = position + 1
        elif character == "(":
            position = closing(code, position, "(", ")")
        elif character == "{":
            head = code[head_start:position]
            kind = kind_of_brace(head)
            if kind == "scope":
                head_start = position + 1
            else:
                end = closing(code, position, "{", "}")
                if kind == "function":
                    found.append(measure(code, head_start, head, end))
                    head_start = end + 1
                position = end
        position += 1
    return found


def blank(match: re.Match) -> str:
    return re.sub(r"[^\n]", " ", match.group(0))


def kind_of_brace(head: str) -> str:
    stripped = head.strip()
    if "(" not in stripped:
        return "scope" if SCOPE.search(stripped) and not stripped.endswith("=") else "value"
    if SCOPE.search(stripped.rpartition(")")[2]):  # after macros without a semicolon
        return "scope"
    if stripped.endswith(("=", ",")) or MEMBER_INITIALISER.search(stripped):
        return "value"
    if re.search(r"\brequires\b|\balignas\b", stripped) and SCOPE.search(stripped):
        return "scope"
    return "function"


def closing(code: str, start: int, opener: str, closer: str) -> int:
    depth = 0
    for position in range(start, len(code)):
        if code[position] == opener:
            depth += 1
        elif code[position] == closer:
            depth -= 1
            if depth == 0:
                return position
    return len(code) - 1


def measure(code: str, head_start: int, head: str, end: int) -> Function:
    start = head_start + len(head) - len(head.lstrip())
    match = NAME.search(head)
    name = match.group(1) if match else "?"
    if name.startswith(("TEST", "TYPED_TEST", "BENCHMARK")):
        arguments = head[match.end() :].split(")")[0]
        name = ".".join(argument.strip() for argument in arguments.split(","))
    line = code.count("\n", 0, start) + 1
    return Function(name, line, code.count("\n", start, end) + 1)
