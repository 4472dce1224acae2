"""A calculation of value that is killed, or has no room, leaves the one before it whole.

VAFA_KILLS=200 kills so often; VAFA_SEED chooses other moments.
"""
import json
import os
import pathlib
import random
import signal
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "imports"))

from disk_test import SmallDisk  # noqa: E402
from stores import SANITIZED, Store, THOROUGH, begin, end, run  # noqa: E402

KILLS = int(os.environ.get("VAFA_KILLS", 200 if THOROUGH else 12))
SEED = int(os.environ.get("VAFA_SEED", 1))
CUSTOMERS = 300 if SANITIZED else 1500


class Calculated(Store):
    def begin_with(self, customers):
        made = run("demo", "--data", self.folder, "--plain", "--customers", customers,
                   "--market", "europe")
        assert made.code == 0, made.err

    def calculating(self):
        return ("models", "run", "--data", self.folder, "--format", "json")

    def runs(self):
        """What is done: id, customers, whether scores are kept, the summary's length."""
        with self.state() as state:
            return state.execute("SELECT id, customers, has_scores, length(summary) FROM value_run "
                                 "WHERE state = 'done' ORDER BY id").fetchall()

    def files(self):
        return sorted(path.name for path in (self.folder / "scores").iterdir())

    def scores(self):
        """What doctor says of them."""
        checks = json.loads(run("doctor", "--data", self.folder, "--format", "json").out)
        return next(check for check in checks if check["check"] == "scores")


class Runs(unittest.TestCase):
    def setUp(self):
        self.store = Calculated()
        self.addCleanup(self.store.remove)

    def assert_whole(self):
        self.assertTrue(self.store.scores()["good"], self.store.scores())
        for _, customers, _, summary in self.store.runs():
            self.assertEqual(customers, CUSTOMERS)
            self.assertGreater(summary, 100)

    def test_killed_anywhere_the_run_before_stays(self):
        self.store.begin_with(CUSTOMERS)
        first = run(*self.store.calculating())
        self.assertEqual(first.code, 0, first.err)
        chance = random.Random(SEED)
        hit = 0
        while hit < KILLS:
            before = self.store.runs()
            process = begin(*self.store.calculating())
            # Later moments more often: files are written at the end.
            time.sleep(first.seconds * 1.05 * chance.random() ** 0.5)
            os.kill(process.pid, signal.SIGKILL)
            hit += end(process).code != 0
            after = self.store.runs()
            self.assertEqual([r[0] for r in after][:len(before)], [r[0] for r in before])
            self.assertLessEqual(len(after), len(before) + 1)
            self.assert_whole()
        last = run(*self.store.calculating())
        self.assertEqual(last.code, 0, last.err)
        kept = sum(has_scores for _, _, has_scores, _ in self.store.runs())
        self.assertEqual(len(self.store.files()), kept, "what kills left is swept")
        self.assert_whole()

    def test_a_full_disk_is_said_and_the_run_before_stays(self):
        disk = SmallDisk(self.store.home / "disk")
        if not disk.there:
            self.skipTest("a small disk can be mounted by root alone")
        self.addCleanup(disk.close)
        self.store.folder = disk.folder / "store"
        self.store.begin_with(CUSTOMERS)
        self.assertEqual(run(*self.store.calculating()).code, 0)
        before = self.store.runs()
        for room in (0, 8, 16):
            disk.size(disk.used_kb() + room)
            ended = run(*self.store.calculating())
            disk.size(512 << 10)
            self.assertGreater(ended.code, 0, f"{room} KiB of room: {ended.err}")
            self.assertIn("full", ended.err.lower())
            self.assertEqual(self.store.runs(), before)
            self.assert_whole()
        self.assertEqual(run(*self.store.calculating()).code, 0)


if __name__ == "__main__":
    unittest.main()
