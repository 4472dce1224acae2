#!/usr/bin/env python3
"""Puts the built dashboard into the program: tools/embed_site.py OUTPUT.cpp PACKED_DIR SITE_DIR

OUTPUT.cpp takes the bytes in by .incbin, which costs no compile time; PACKED_DIR gets the gzip
twins. A missing SITE_DIR makes an empty table.
"""
import gzip
import hashlib
import pathlib
import re
import sys

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
    ".txt": "text/plain; charset=utf-8",
}
HASHED = re.compile(r"-[A-Za-z0-9_-]{8,}\.\w+$")  # as the bundler names them


def packed(source: pathlib.Path, into: pathlib.Path, number: int) -> pathlib.Path | None:
    content = source.read_bytes()
    small = gzip.compress(content, 9, mtime=0)
    if len(small) > 0.9 * len(content):
        return None
    path = into / f"{number}.gz"
    path.write_bytes(small)
    return path


def incbin(symbol: str, path: pathlib.Path) -> str:
    return (
        f'asm(".section .rodata\\n.balign 16\\n{symbol}_begin:\\n'
        f'.incbin \\"{path}\\"\\n{symbol}_end:\\n.byte 0\\n.previous\\n");\n'
        f'extern "C" const char {symbol}_begin[], {symbol}_end[];\n'
    )


def view(symbol: str) -> str:
    return f"std::string_view({symbol}_begin, std::size_t({symbol}_end - {symbol}_begin))"


def main() -> int:
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    output, twins, site = (pathlib.Path(a).absolute() for a in sys.argv[1:])
    twins.mkdir(parents=True, exist_ok=True)
    files = sorted(p for p in site.rglob("*") if p.is_file()) if site.is_dir() else []
    files.sort(key=lambda p: "/" + p.relative_to(site).as_posix())
    data, rows = [], []
    for number, path in enumerate(files):
        if path.suffix not in TYPES:
            sys.exit(f"{path}: no content type is known for {path.suffix}")
        name = "/" + path.relative_to(site).as_posix()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        data.append(incbin(f"vafa_site_{number}", path))
        twin = packed(path, twins, number)
        if twin:
            data.append(incbin(f"vafa_site_{number}_gz", twin))
        rows.append(
            f'        {{"{name}", "{TYPES[path.suffix]}", {view(f"vafa_site_{number}")}, '
            f'{view(f"vafa_site_{number}_gz") if twin else "{}"}, "\\"{digest}\\"", '
            f'{"true" if HASHED.search(name) else "false"}}},'
        )
    output.write_text(
        '#include "app/serve/site_table.h"\n\n#include <vector>\n\n'
        + "".join(data)
        + "\nnamespace vafa::app {\n\nstd::span<const SiteFile> site_files() {\n"
        "    static const std::vector<SiteFile> kFiles = {\n" + "\n".join(rows) + "\n    };\n"
        "    return kFiles;\n}\n\n}  // namespace vafa::app\n",
        encoding="utf-8",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
