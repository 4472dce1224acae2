"""Who loads the file: the command, its cost, and what was loaded."""
import csv
import json
import os
import pathlib
import subprocess
import time
import typing


class Tools(typing.NamedTuple):
    vafa: pathlib.Path
    tool: pathlib.Path


class Side(typing.NamedTuple):
    title: str
    load: typing.Callable[[Tools, pathlib.Path, pathlib.Path], list]
    answer: typing.Callable[[Tools, pathlib.Path], dict[str, int]]


def timed(command: list, place: pathlib.Path) -> dict[str, float]:
    """Wall, processor and peak memory of the command and those it waited for."""
    begin = time.monotonic()
    with open(place / "out", "wb") as out:
        process = subprocess.Popen([str(part) for part in command], stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - begin
    if process.returncode != 0:
        raise RuntimeError((place / "out").read_text(errors="replace")[-2000:])
    return {"seconds": seconds, "cpu_seconds": usage.ru_utime + usage.ru_stime,
            "peak_mib": usage.ru_maxrss / 1024}


def sqlite(file: pathlib.Path, sql: str) -> list[int]:
    done = subprocess.run(["sqlite3", file, sql], check=True, capture_output=True, text=True)
    return [int(cell) for cell in done.stdout.strip().split("|")]


def vafa_answer(tools: Tools, place: pathlib.Path) -> dict[str, int]:
    """State and history apart: both must have every order."""
    orders, total = sqlite(place / "store/state.db",
                           "SELECT count(*), sum(total_minor) FROM commerce_order")
    text = (place / "out").read_text()
    told = json.loads(text[text.index("{"):])["orders_added"]
    if told != orders:
        raise RuntimeError(f"told {told}, stored {orders}")
    return {"orders": orders, "total_minor": total}


def vafa(tools: Tools, file: pathlib.Path, place: pathlib.Path) -> list:
    return [tools.vafa, "import", "orders", file, "--data", place / "store", "--format", "json"]


def report(tools: Tools, place: pathlib.Path) -> None:
    command = [tools.vafa, "report", "summary", "--data", place / "store", "--format", "json"]
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


# The keys of commerce_order: the shop's key of the order, a customer's orders with what is added up
# of them, all orders by time. The rowid stands for our id.
KEYS = """
CREATE UNIQUE INDEX order_key ON orders (order_key);
CREATE INDEX order_customer ON orders (customer, ordered_at, status, total)
    WHERE customer IS NOT NULL;
CREATE INDEX order_time ON orders (ordered_at, order_key);
"""


def sqlite_script(file: pathlib.Path, keys: str) -> str:
    with open(file, newline="", encoding="utf-8") as rows:
        columns = len(next(csv.reader(rows)))
    names = ["order_key", "ordered_at", "status", "total", "currency", "customer", "phone"]
    table = ", ".join(f"{name} TEXT" for name in names[:columns])
    return (f"CREATE TABLE orders ({table});\n{keys}"
            f".mode csv\n.import --skip 1 {file} orders\n")


def sqlite_with(keys: str) -> typing.Callable[[Tools, pathlib.Path, pathlib.Path], list]:
    def load(tools: Tools, file: pathlib.Path, place: pathlib.Path) -> list:
        script = place / "load.sql"
        script.write_text(sqlite_script(file, keys))
        return ["sqlite3", place / "orders.db", f".read {script}"]
    return load


def sqlite_answer(tools: Tools, place: pathlib.Path) -> dict[str, int]:
    orders, total = sqlite(place / "orders.db", "SELECT count(*), sum(CAST(round(total * 100)"
                           " AS INTEGER)) FROM orders")
    return {"orders": orders, "total_minor": total}


def duckdb(tools: Tools, file: pathlib.Path, place: pathlib.Path) -> list:
    return [tools.tool, "duckdb", file, place / "orders.duckdb"]


def told_answer(tools: Tools, place: pathlib.Path) -> dict[str, int]:
    return json.loads((place / "out").read_text())


SIDES = {
    "vafa": Side("Vafa", vafa, vafa_answer),
    "keyed": Side("sqlite3 .import, same keys", sqlite_with(KEYS), sqlite_answer),
    "bare": Side("sqlite3 .import, bare table", sqlite_with(""), sqlite_answer),
    "duckdb": Side("DuckDB, two threads", duckdb, told_answer),
}
