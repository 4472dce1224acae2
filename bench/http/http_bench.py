#!/usr/bin/env python3
"""The server under load, and PostgreSQL asked the same; prints tables in Markdown.

    ./dev bench http [--customers N] [--orders N] [--later N] [--seconds S] [--only PART …]

Rows, store and PostgreSQL's cluster are made the first time and kept under build/bench/http. Every
run imports some more orders while it asks, into the server and into PostgreSQL alike.
"""
import argparse
import json
import pathlib
import statistics
import time

import agreement
import load
import questions
import tables
from peer import Peer, quantile
from questions import LOOKUPS, REPORTS
from rows import FIRST_DAY, Rows, search_words
from server import Server, make_store

ROOT = pathlib.Path(__file__).resolve().parents[2]
PARTS = ("health", "repeated", "different", "at-once", "agreement", "peer", "importing")
CLIENTS = 32


class Bench:
    def __init__(self, options: argparse.Namespace):
        self.options = options
        home = ROOT / "build/bench/http"
        size = f"{options.customers}-{options.orders}"
        self.vafa = ROOT / "build/release/vafa"
        self.rows = Rows(ROOT / "build/release/bench/http_rows", home / "rows", options.customers,
                         options.orders, options.later)
        self.store = home / f"store-{size}"
        self.figures: dict[str, dict] = {"options": vars(options)}
        took = make_store(self.vafa, self.store, self.rows.base / "export.csv")
        if took:
            self.figures["import"] = {"seconds": took, "per_second": options.orders / took}
        self.rounds_file = self.store / "rounds"
        self.rounds = int(self.rounds_file.read_text()) if self.rounds_file.exists() else 0
        self.last = self.rows.last_day(self.rounds)
        self.spans = questions.Spans(FIRST_DAY, self.last)
        self.peer = None
        if options.prepare or {"peer", "agreement"} & set(options.only):
            self.peer = Peer(home / "peer", f"store_{size.replace('-', '_')}")

    def run(self) -> None:
        self.server = Server(self.vafa, self.store)
        try:
            self.prepare()
            for part in PARTS:
                if part in self.options.only and not self.options.prepare:
                    say(part)
                    getattr(self, "measure_" + part.replace("-", "_"))()
        finally:
            self.server.stop()
            if self.peer:
                self.peer.stop()

    def prepare(self) -> None:
        people = self.rows.people(1000)
        self.numbers = [person[0] for person in people]
        self.words = search_words(people)
        if self.peer:
            self.peer.load(self.rows.base)
            for number in range(self.rounds):
                self.peer.copy(self.rows.round(number))
        begin = time.monotonic()
        self.server.get(questions.report("summary"))
        self.figures["first answer"] = {"seconds": time.monotonic() - begin}
        self.ids = self.server.customer_ids(people)
        if len(self.ids) < 0.9 * len(self.numbers):
            raise RuntimeError(f"only {len(self.ids)} of {len(self.numbers)} customers were found")

    def paths(self, name: str) -> list[str]:
        """Asked again and again."""
        if name in REPORTS:
            return [questions.report(name)]
        if name == "search":
            return [questions.search(word) for word in self.words]
        path = questions.customer if name == "customer" else questions.customer_orders
        return [path(customer) for customer in self.ids]

    def new_paths(self, name: str, count: int) -> list[str]:
        return [questions.report(name, **span) for span in self.spans.take(count)]

    def wrk(self, paths: list[str], seconds: float | None = None, **how: int) -> dict[str, float]:
        figures = load.wrk(self.server.base, self.server.key, paths,
                           seconds or self.options.seconds, **how)
        if figures["failed"]:
            say(f"{figures['failed']} of {figures['requests']} failed: {paths[0]}")
        return figures

    def measure_health(self) -> None:
        self.figures["health"] = {"health": self.wrk(["/healthz"], connections=64)}

    def measure_repeated(self) -> None:
        self.figures["repeated"] = {name: self.wrk(self.paths(name), connections=CLIENTS)
                                    for name in REPORTS + LOOKUPS}

    def measure_different(self) -> None:
        """No answer is in the cache; one client, then all."""
        for clients in (1, CLIENTS):
            figures = self.figures[f"different {clients}"] = {}
            for name in REPORTS:
                self.settle()
                figures[name] = self.wrk(self.new_paths(name, 1200), connections=clients)
        self.settle()
        self.figures["one client"] = {name: self.wrk(self.paths(name), connections=1)
                                      for name in LOOKUPS}

    def settle(self) -> None:
        """What wrk left unanswered is still computed: this comes after it."""
        self.server.get(self.new_paths("rfm", 1)[0])

    def measure_at_once(self) -> None:
        figures = {}
        for name in (*REPORTS, "mixed"):
            times = []
            for _ in range(3):
                if name == "mixed":
                    paths = [questions.report(REPORTS[i % 3], **span)
                             for i, span in enumerate(self.spans.take(CLIENTS))]
                else:
                    paths = self.new_paths(name, CLIENTS)
                times.append(self.server.ask_at_once(paths))
            times.sort(key=lambda one: one[-1])
            middle = times[len(times) // 2]
            figures[name] = {"p50_ms": statistics.median(middle),
                             "p99_ms": quantile(middle, 0.99), "max_ms": middle[-1]}
        self.figures["at once"] = figures

    def measure_importing(self) -> None:
        """Each question for a few seconds in turn, until the import ends."""
        rounds: dict[str, list[dict]] = {name: [] for name in REPORTS + LOOKUPS}
        begin = time.monotonic()
        process = self.server.importing(self.rows.round(self.rounds) / "export.csv")
        asked = 0
        while process.poll() is None:
            name = (REPORTS + LOOKUPS)[asked % len(rounds)]
            rounds[name].append(self.wrk(self.paths(name), 2, connections=CLIENTS))
            asked += 1
        took = time.monotonic() - begin
        if process.returncode != 0:
            raise RuntimeError("the import failed")
        self.rounds += 1
        self.rounds_file.write_text(str(self.rounds))
        self.last = self.rows.last_day(self.rounds)
        self.figures["import beside"] = {"seconds": took,
                                         "per_second": self.options.later / took}
        self.figures["importing"] = {name: tables.together(runs)
                                     for name, runs in rounds.items() if runs}

    def measure_agreement(self) -> None:
        for number in range(self.rounds):
            self.peer.copy(self.rows.round(number))
        whole = {"from": FIRST_DAY, "to": self.last}
        wrong = agreement.differences(self.server, self.peer, whole)
        self.figures["agreement"] = {"differences": wrong}
        for line in wrong[:20]:
            say(f"differs: {line}")

    def peer_statements(self, name: str, count: int) -> list[str]:
        if name in REPORTS:
            return [questions.sql(name, **span) for span in self.spans.take(count)]
        if name == "search":
            return [questions.sql(name, word=word) for word in self.words[:count]]
        return [questions.sql(name, id=number) for number in self.numbers[:count]]

    def measure_peer(self) -> None:
        for clients in (1, CLIENTS):
            self.figures[f"peer {clients}"] = {name: self.ask_peer(name, clients)
                                               for name in REPORTS + LOOKUPS}

    def ask_peer(self, name: str, clients: int) -> dict[str, float]:
        if name in REPORTS:
            return self.peer.bench(self.peer_statements(name, CLIENTS), clients,
                                   transactions=3 if clients == 1 else 1)
        return self.peer.bench(self.peer_statements(name, 100), clients,
                               seconds=self.options.seconds)


def say(text: str) -> None:
    print(f"» {text}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--customers", type=int, default=1_000_000)
    parser.add_argument("--orders", type=int, default=10_000_000)
    parser.add_argument("--later", type=int, default=300_000, help="orders imported meanwhile")
    parser.add_argument("--seconds", type=int, default=10, help="of each measurement")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--prepare", action="store_true", help="make rows, store and peer only")
    parser.add_argument("--json", type=pathlib.Path, help="where to write all figures")
    options = parser.parse_args()
    bench = Bench(options)
    bench.run()
    if options.json:
        options.json.write_text(json.dumps(bench.figures, indent=1, default=str) + "\n")
    print(tables.markdown(bench.figures))


if __name__ == "__main__":
    main()
