"""Figures as tables in Markdown."""
from questions import LOOKUPS, REPORTS, TITLES

Figures = dict[str, dict]


def together(runs: list[dict[str, float]]) -> dict[str, float]:
    """Of several runs: the middle p50, the worst p99, all requests a second."""
    middle = sorted(run["p50_ms"] for run in runs)[len(runs) // 2]
    return {"p50_ms": middle, "p99_ms": max(run["p99_ms"] for run in runs),
            "max_ms": max(run["max_ms"] for run in runs),
            "per_second": sum(run["per_second"] for run in runs) / len(runs),
            "requests": sum(run["requests"] for run in runs),
            "failed": sum(run["failed"] for run in runs)}


def number(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def cells(one: dict[str, float] | None) -> str:
    if not one:
        return "– | – | –"
    return " | ".join(number(one[name]) for name in ("p50_ms", "p99_ms", "per_second"))


def markdown(figures: Figures) -> str:
    parts = [heading(figures), answers(figures), at_once(figures), ratios(figures)]
    return "\n\n".join(part for part in parts if part) + "\n"


def heading(figures: Figures) -> str:
    lines = []
    for name, what in (("import", "import of the store"), ("import beside", "import beside load")):
        if name in figures:
            lines.append(f"{what}: {number(figures[name]['seconds'])} s,"
                         f" {number(figures[name]['per_second'])} orders/s")
    if "health" in figures:
        lines.append(f"health: {number(figures['health']['health']['per_second'])} requests/s,"
                     f" p99 {number(figures['health']['health']['p99_ms'])} ms")
    if "agreement" in figures:
        wrong = figures["agreement"]["differences"]
        lines.append(f"answers that differ from PostgreSQL's: {len(wrong)}")
    return "\n".join(f"- {line}" for line in lines)


def answers(figures: Figures) -> str:
    """A line a question and way of asking: p50, p99 in ms, requests a second."""
    ways = {"repeated": "asked again", "different 1": "never asked before, 1 client",
            "different 32": "never asked before", "one client": "1 client",
            "importing": "asked again, while orders are imported",
            "peer 1": "PostgreSQL, 1 client", "peer 32": "PostgreSQL"}
    lines = ["| question | how (32 clients where not said) | p50 ms | p99 ms | requests/s |",
             "|---|---|---|---|---|"]
    for name in REPORTS + LOOKUPS:
        lines += [f"| {TITLES[name]} | {said} | {cells(figures[way][name])} |"
                  for way, said in ways.items() if name in figures.get(way, {})]
    return "\n".join(lines) if len(lines) > 2 else ""


def at_once(figures: Figures) -> str:
    if "at once" not in figures:
        return ""
    lines = ["| 32 different questions at one moment | p50 ms | last ms |", "|---|---|---|"]
    lines += [f"| {TITLES.get(name, name)} | {number(one['p50_ms'])} | {number(one['max_ms'])} |"
              for name, one in figures["at once"].items()]
    return "\n".join(lines)


def ratios(figures: Figures) -> str:
    """How many times longer PostgreSQL takes."""
    pairs = (("1 client, computed", "peer 1", "different 1"), ("1 client", "peer 1", "one client"),
             ("32 clients, computed", "peer 32", "different 32"),
             ("32 clients, asked again", "peer 32", "repeated"))
    lines = ["| question | how | PostgreSQL's p50 / ours | p99 / ours |", "|---|---|---|---|"]
    for name in REPORTS + LOOKUPS:
        for how, theirs, ours in pairs:
            a, b = figures.get(theirs, {}).get(name), figures.get(ours, {}).get(name)
            if a and b:
                lines.append(f"| {TITLES[name]} | {how} | {number(a['p50_ms'] / b['p50_ms'])} |"
                             f" {number(a['p99_ms'] / b['p99_ms'])} |")
    return "\n".join(lines) if len(lines) > 2 else ""
