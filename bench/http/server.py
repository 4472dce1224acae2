"""`vafa serve` over the made-up store."""
import concurrent.futures
import http.client
import json
import pathlib
import re
import subprocess
import threading
import time


def make_store(vafa: pathlib.Path, store: pathlib.Path, export: pathlib.Path) -> float | None:
    """Imports what is not there yet; seconds it took."""
    if (store / "whole").exists():
        return None
    run(vafa, "settings", "time_zone=UTC", "calendar=gregorian", "--data", store)
    begin = time.monotonic()
    run(vafa, "import", "orders", export, "--time-zone", "UTC", "--data", store)
    (store / "whole").touch()
    return time.monotonic() - begin


def run(*command: object) -> str:
    return subprocess.run([str(part) for part in command], check=True, text=True,
                          stdout=subprocess.PIPE).stdout


class Server:
    def __init__(self, vafa: pathlib.Path, store: pathlib.Path):
        self.vafa, self.store = vafa, store
        key = run(vafa, "api-key", "create", "--data", store, "--scopes", "read", "--name",
                  "bench", "--format", "json")
        self.key = json.loads(key)["key"]
        self.process = subprocess.Popen(
            [vafa, "serve", "--data", store, "--listen", "127.0.0.1:0"], text=True,
            stdout=subprocess.PIPE)
        self.base = next(found.group() for line in self.process.stdout
                         if (found := re.search(r"http://[\d.]+:\d+", line)))
        self.drain = threading.Thread(target=self.process.stdout.read, daemon=True)
        self.drain.start()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(120)

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.base.removeprefix("http://"), timeout=120)

    def get(self, path: str, connection: http.client.HTTPConnection | None = None) -> dict:
        connection = connection or self.connection()
        connection.request("GET", path, headers={"Authorization": f"Bearer {self.key}"})
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status} {body[:300].decode()}")
        return json.loads(body)

    def customer_ids(self, people: list[list[str]]) -> list[str]:
        """Their ids here, by what the export says of them."""
        connection = self.connection()
        ids = []
        for number, _, _, email, phone, *_ in people:
            found = self.get(f"/api/v1/customers?q=C{number}&limit=20", connection)["items"]
            ids += [one["id"] for one in found if (one["email"], one["phone"]) == (email, phone)]
        return ids

    def ask_at_once(self, paths: list[str]) -> list[float]:
        """Each on a connection of its own, at the same moment; milliseconds of each."""
        ready = threading.Barrier(len(paths))

        def ask(path: str) -> float:
            connection = self.connection()
            connection.connect()
            headers = {"Authorization": f"Bearer {self.key}"}
            ready.wait()
            begin = time.monotonic()
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{path}: {answer.status}")
            return (time.monotonic() - begin) * 1e3

        with concurrent.futures.ThreadPoolExecutor(len(paths)) as threads:
            return sorted(threads.map(ask, paths))

    def importing(self, export: pathlib.Path) -> subprocess.Popen:
        return subprocess.Popen(
            [self.vafa, "import", "orders", export, "--time-zone", "UTC", "--data", self.store],
            stdout=subprocess.PIPE)
