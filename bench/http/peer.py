"""PostgreSQL with the same rows, in a cluster of its own."""
import os
import pathlib
import subprocess
import tempfile
import time

import questions

SETTINGS = {
    "shared_buffers": "2GB", "work_mem": "256MB", "maintenance_work_mem": "1GB",
    "effective_cache_size": "8GB", "max_parallel_workers": "2",
    "max_parallel_workers_per_gather": "2", "random_page_cost": "1.1", "max_wal_size": "8GB",
    "jit": "off", "listen_addresses": "''", "dynamic_shared_memory_type": "posix",
}


def binaries() -> pathlib.Path:
    return max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))


class Peer:
    def __init__(self, folder: pathlib.Path, database: str):
        self.folder, self.database = folder.resolve(), database
        # A socket's path has room for some hundred bytes.
        self.sockets = tempfile.mkdtemp(prefix="vafa-peer-")
        # PostgreSQL refuses to run as root.
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            subprocess.run(["chown", self.user, self.sockets], check=True)
        if not (self.folder / "PG_VERSION").exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            if self.user:
                subprocess.run(["chown", self.user, self.folder], check=True)
            self.run(binaries() / "initdb", "-D", self.folder, "-A", "trust", "--locale=C.UTF-8",
                     "-U", "postgres")
        options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        self.run(binaries() / "pg_ctl", "-D", self.folder, "-w", "-l", self.folder / "log", "-o",
                 f"{options} -k {self.sockets}", "start")

    def run(self, *command: object, **options: object) -> subprocess.CompletedProcess:
        full = ["runuser", "-u", self.user, "--"] if self.user else []
        full += [str(part) for part in command]
        return subprocess.run(full, check=True, text=True, cwd="/", stdout=subprocess.PIPE,
                              **options)

    def stop(self) -> None:
        self.run(binaries() / "pg_ctl", "-D", self.folder, "-w", "-m", "fast", "stop")
        os.rmdir(self.sockets)

    def psql(self, text: str, database: str | None = None, **options: object) -> list[list[str]]:
        done = self.run("psql", "-X", "-q", "-A", "-t", "-F", "|", "-v", "ON_ERROR_STOP=1", "-h",
                        self.sockets, "-U", "postgres", "-d", database or self.database, "-c",
                        text, **options)
        return [line.split("|") for line in done.stdout.splitlines()]

    def load(self, base: pathlib.Path) -> None:
        found = self.psql(f"SELECT 1 FROM pg_database WHERE datname = '{self.database}'",
                          "postgres")
        if not found:
            self.psql(f"CREATE DATABASE {self.database}", "postgres")
            self.psql(questions.sql("tables"))
        if self.copy(base):
            self.psql(questions.sql("indexes"))
            self.psql("VACUUM ANALYZE customers")
            self.psql("VACUUM ANALYZE orders")

    def copy(self, folder: pathlib.Path) -> float | None:
        """Seconds it took; nothing if it was there."""
        name = folder.name
        if self.psql(f"SELECT 1 FROM loaded WHERE name = '{name}'"):
            return None
        begin = time.monotonic()
        for table in ("customers", "orders"):
            with open(folder / f"{table}.csv", "rb") as file:
                self.psql(f"COPY {table} FROM STDIN (FORMAT csv)", stdin=file)
        self.psql(f"INSERT INTO loaded VALUES ('{name}')")
        return time.monotonic() - begin

    def bench(self, statements: list[str], clients: int, transactions: int = 0,
              seconds: int = 0) -> dict[str, float]:
        """pgbench, each client any of the statements time and again."""
        with tempfile.TemporaryDirectory() as folder:
            os.chmod(folder, 0o777)
            arguments = []
            for i, statement in enumerate(statements):
                path = pathlib.Path(folder, f"{i}.sql")
                path.write_text(statement)
                arguments += ["-f", path]
            how = ["-T", seconds] if seconds else ["-t", transactions]
            begin = time.monotonic()
            self.run("pgbench", "-n", "-h", self.sockets, "-U", "postgres", "-c", clients, "-j",
                     1, *how, "-l", "--log-prefix", f"{folder}/log", *arguments, self.database,
                     stderr=subprocess.DEVNULL)
            took = time.monotonic() - begin
            times = sorted(int(line.split()[2]) / 1e3
                           for log in pathlib.Path(folder).glob("log.*")
                           for line in log.read_text().splitlines())
        if not times:
            raise RuntimeError("pgbench finished nothing: give it more --seconds")
        return {"p50_ms": quantile(times, 0.5), "p99_ms": quantile(times, 0.99),
                "max_ms": times[-1], "per_second": len(times) / took, "requests": len(times)}


def quantile(ascending: list[float], share: float) -> float:
    return ascending[min(len(ascending) - 1, int(share * len(ascending)))]
