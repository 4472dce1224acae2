#!/usr/bin/env python3
"""Draws what a command printed in colour as an SVG picture, for the documents:

    build/vafa report cohorts --data build/demo-store --color always | tools/terminal_svg.py > x.svg

Knows the escape codes that src/app/render/table.cpp writes: bold, dim, foreground and background.
"""
import html
import re
import sys
import unicodedata

CELL_WIDTH, LINE_HEIGHT, FONT_SIZE, MARGIN = 8.4, 19, 14, 16
BACKGROUND, INK, DIM, ACCENT = "#ffffff", "#1c2524", "#66736f", "#0d7a70"
NAMED = {"32": "#18794e", "31": "#b3261e", "38;5;30": ACCENT, "38;5;231": "#ffffff", "38;5;16": INK}
ESCAPE = re.compile(r"\x1b\[([0-9;]*)m")


def runs(line):
    """(text, foreground, background, bold) of one line."""
    style = {"fill": INK, "background": None, "bold": False}
    position = 0
    for match in ESCAPE.finditer(line):
        if match.start() > position:
            yield line[position : match.start()], dict(style)
        position = match.end()
        code = match.group(1)
        if code in ("", "0"):
            style = {"fill": INK, "background": None, "bold": False}
        elif code == "1":
            style["bold"] = True
        elif code == "2":
            style["fill"] = DIM
        elif code.startswith("48;2;"):
            red, green, blue = (int(part) for part in code.split(";")[2:5])
            style["background"] = f"#{red:02x}{green:02x}{blue:02x}"
        elif code in NAMED:
            style["fill"] = NAMED[code]
    if position < len(line):
        yield line[position:], dict(style)


def width(text):
    return sum(not (unicodedata.combining(c) or unicodedata.category(c) == "Cf") for c in text)


def draw(lines):
    columns = max((width(ESCAPE.sub("", line)) for line in lines), default=1)
    total_width = columns * CELL_WIDTH + 2 * MARGIN
    total_height = len(lines) * LINE_HEIGHT + 2 * MARGIN
    box = f"0 0 {total_width:.0f} {total_height:.0f}"
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" '
        f'font-family="ui-monospace, DejaVu Sans Mono, Menlo, Consolas, monospace" '
        f'font-size="{FONT_SIZE}" role="img">',
        f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}" stroke="#d8e0de"/>',
    ]
    for row, line in enumerate(lines):
        x, y = MARGIN, MARGIN + row * LINE_HEIGHT
        for text, style in runs(line):
            size = width(text) * CELL_WIDTH
            if style["background"]:
                out.append(
                    f'<rect x="{x:.1f}" y="{y}" width="{size:.1f}" height="{LINE_HEIGHT}" '
                    f'fill="{style["background"]}"/>'
                )
            if text.strip():
                weight = ' font-weight="600"' if style["bold"] else ""
                out.append(
                    f'<text x="{x:.1f}" y="{y + 14}" textLength="{size:.1f}" xml:space="preserve" '
                    f'fill="{style["fill"]}"{weight}>{html.escape(text)}</text>'
                )
            x += size
    out.append("</svg>")
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    sys.stdout.write(draw(sys.stdin.read().rstrip("\n").split("\n")))
