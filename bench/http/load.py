"""wrk, and what it says."""
import json
import pathlib
import subprocess
import tempfile

SCRIPT = pathlib.Path(__file__).parent / "paths.lua"


def wrk(base: str, key: str, paths: list[str], seconds: float, connections: int = 32,
        threads: int = 1) -> dict[str, float]:
    with tempfile.NamedTemporaryFile("w", suffix=".paths") as file:
        file.write("".join(path + "\n" for path in paths))
        file.flush()
        said = subprocess.run(
            ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "60s", "-s",
             str(SCRIPT), base, "--", file.name, key], check=True, text=True,
            stdout=subprocess.PIPE).stdout
    return json.loads(said.splitlines()[-1])
