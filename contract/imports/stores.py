"""A store in a folder of its own, the real program on it, and what the store then holds."""
import contextlib
import csv
import io
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
THOROUGH = bool(os.environ.get("VAFA_THOROUGH"))


def program():
    """VAFA, else the sanitizer build (what CI tests), else the release."""
    for path in (os.environ.get("VAFA"), ROOT / "build/dev/vafa", ROOT / "build/vafa"):
        if path and pathlib.Path(path).exists():
            return str(path)
    raise FileNotFoundError("build vafa first, or say where it is by VAFA=")


VAFA = program()
SANITIZED = b"__asan_init" in pathlib.Path(VAFA).read_bytes()


class Ended:
    """How a run ended; `rss_kb` is the greatest of the process and its children."""

    def __init__(self, code, out, err, rss_kb, seconds):
        self.code, self.out, self.err = code, out, err
        self.rss_kb, self.seconds = rss_kb, seconds

    def json(self):
        return json.loads(self.out)


def begin(*arguments, stdin=subprocess.DEVNULL):
    arguments = [VAFA, "--language", "en", *map(str, arguments)]
    return subprocess.Popen(arguments, stdin=stdin, stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)


def end(process, since=None):
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Ended(process.returncode, "", "", usage.ru_maxrss,
                 time.monotonic() - since if since else 0)


def run(*arguments, timeout=300):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.monotonic()
        process = subprocess.Popen([VAFA, "--language", "en", *map(str, arguments)],
                                   stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        status, usage = wait(process, began + timeout)
        seconds = time.monotonic() - began
        out.seek(0)
        err.seek(0)
        return Ended(status, out.read().decode(), err.read().decode(), usage.ru_maxrss, seconds)


def wait(process, until):
    while (ended := os.wait4(process.pid, os.WNOHANG))[0] == 0:
        if time.monotonic() > until:
            process.kill()
            process.wait()
            raise TimeoutError(f"{process.args}: not done in time")
        time.sleep(0.01)
    process.returncode = os.waitstatus_to_exitcode(ended[1])
    return process.returncode, ended[2]


class Store:
    def __init__(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="vafa-imports-"))
        self.folder = self.home / "store"

    def remove(self):
        shutil.rmtree(self.home, ignore_errors=True)

    def importing(self, file, *options):
        return ("import", "orders", file, "--data", self.folder, "--format", "json", *options)

    def report(self, name):
        return run("report", name, "--data", self.folder, "--format", "json").json()["data"]

    def holds(self):
        """Everything that must be equal in two stores: no id, no time of arrival, no import."""
        all_of = {name: self.report(name) for name in ("summary", "cohorts", "products")}
        all_of["events"] = sorted(self.events())
        with self.state() as state:
            for name, query in QUERIES.items():
                all_of[name] = state.execute(query).fetchall()
        assert all_of["customers"] and all_of["search"], "an empty list proves nothing"
        return all_of

    def state(self):
        return contextlib.closing(sqlite3.connect(f"file:{self.folder}/state.db?mode=ro", uri=True))

    def events(self):
        text = run("export", "events", "--data", self.folder, "--format", "csv").out
        csv.field_size_limit(1 << 24)
        for row in csv.DictReader(io.StringIO(text)):
            yield tuple(row[column] for column in (
                "kind", "occurred_at", "subject_kind", "subject_key", "amount_minor", "currency",
                "flags", "properties"))

    def unfinished(self):
        with self.state() as state:
            return state.execute("SELECT count(*) FROM commerce_import WHERE state = 'running'"
                                 ).fetchone()[0]

    def check(self):
        """What `vafa doctor` calls bad; an import that waits to be resumed is not, nor little room."""
        return [c for c in run("doctor", "--data", self.folder, "--format", "json").json()
                if not c["good"] and c["check"] not in ("imports", "disk")]


QUERIES = {
    "orders": "SELECT o.order_key, o.number, p.kind, p.key, o.status, o.ordered_at, o.flags, "
              "o.goods_minor, o.discount_minor, o.total_minor, o.refund_minor "
              "FROM commerce_order o LEFT JOIN commerce_profile p ON p.id = o.profile ORDER BY 1",
    "lines": "SELECT o.order_key, l.position, l.product, l.quantity_milli, l.amount_minor "
             "FROM commerce_order_line l JOIN commerce_order o ON o.id = l.order_id ORDER BY 1, 2",
    "customers": "SELECT p.kind, p.key, c.name, c.email, c.phone, c.city, c.traits "
                 "FROM commerce_profile p LEFT JOIN commerce_profile_link l ON l.profile = p.id "
                 "JOIN commerce_customer c ON c.id = COALESCE(l.customer, p.id) ORDER BY 1, 2",
    "products": "SELECT key, title, category FROM commerce_product ORDER BY 1",
    "search": "SELECT t.token, p.key FROM commerce_profile p LEFT JOIN commerce_profile_link l "
              "ON l.profile = p.id JOIN commerce_search_token t "
              "ON t.customer = COALESCE(l.customer, p.id) ORDER BY 1, 2",
    "outbox": "SELECT count(*) FROM history_outbox",
}


def write_orders(path, orders, seed=1):
    """Two lines an order, every seventh of them cancelled, some guests."""
    chance = random.Random(seed)
    with open(path, "w", encoding="utf-8") as file:
        file.write("order,date,email,name,phone,product name,quantity,unit price,status\n")
        for order in range(orders):
            who = chance.randrange(orders // 4 + 1)
            day = f"2024-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
            person = f"c{who}@m.example,Name {who},+49151{10_000_000 + who}"
            if chance.randrange(20) == 0:
                person = ",,"
            for _ in range(2):
                file.write(f"{order},{day},{person},Thing {chance.randrange(50)},"
                           f"{chance.randrange(1, 4)},{chance.randrange(5, 90)}.50,"
                           f"{'cancelled' if order % 7 == 0 else 'completed'}\n")
