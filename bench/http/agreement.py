"""Do the server and PostgreSQL give the same answers?"""
import questions
from peer import Peer
from server import Server


def differences(server: Server, peer: Peer, span: dict) -> list[str]:
    """What differs, in words; empty when nothing does."""
    wrong = []
    for name, compare in (("summary", summary), ("cohorts", cohorts), ("rfm", rfm)):
        data = server.get(questions.report(name, **span))["data"]
        rows = peer.psql(questions.sql(name, **span))
        wrong += [f"{name}: {what}" for what in compare(data, rows)]
    return wrong


def near(a: object, b: str) -> bool:
    return abs(float(a) - float(b)) <= 1e-6 * max(1.0, abs(float(b)))


def summary(data: dict, rows: list[list[str]]) -> list[str]:
    row = rows[0]
    bins = data["customers_by_purchases"].values()
    gaps, concentration = data["days_between_purchases"], data["concentration"]
    pairs = {
        "customers": (data["customers"], row[0]), "orders": (data["orders"], row[1]),
        "revenue": (data["revenue_minor"], row[2]),
        "repeat customers": (data["repeat_customers"], row[5]), "mean gap": (gaps["mean"], row[7]),
        "median gap": (gaps["median"], row[8]),
        "mean of means": (gaps["mean_of_customer_means"], row[9]),
        "top tenth": (concentration["top_10_percent_share"], row[10]),
        "top fifth": (concentration["top_20_percent_share"], row[11]),
        "Gini": (concentration["gini"], row[12]),
    }
    wrong = [f"{what} {ours} / {theirs}" for what, (ours, theirs) in pairs.items()
             if not near(ours, theirs)]
    if [str(count) for count in bins] != row[6].strip("{}").split(","):
        wrong.append("customers by purchases")
    if (data["first_day"], data["last_day"]) != (row[3], row[4]):
        wrong.append("first and last day")
    return wrong


def cohorts(data: dict, rows: list[list[str]]) -> list[str]:
    theirs = {(row[0][:7], months(row[0], row[1])): tuple(map(int, row[2:])) for row in rows}
    ours = {(cohort["period"], cell["offset"]):
            (cell["customers"], cell["orders"], cell["revenue_minor"])
            for cohort in data["cohorts"] for cell in cohort["cells"] if cell["customers"]}
    return [f"cell {cell} {ours.get(cell)} / {theirs.get(cell)}"
            for cell in sorted(ours.keys() | theirs.keys()) if ours.get(cell) != theirs.get(cell)]


def months(first: str, later: str) -> int:
    return (int(later[:4]) - int(first[:4])) * 12 + int(later[5:7]) - int(first[5:7])


def rfm(data: dict, rows: list[list[str]]) -> list[str]:
    theirs = {row[0]: int(row[1]) for row in rows}
    ours = {cell: count for cell, count in data["cells"].items() if count}
    return [f"cell {cell} {ours.get(cell)} / {theirs.get(cell)}"
            for cell in sorted(ours.keys() | theirs.keys()) if ours.get(cell) != theirs.get(cell)]
