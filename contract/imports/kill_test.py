"""An import killed at any moment and started again ends equal to one that nobody disturbed.

VAFA_KILLS=200 kills so often; VAFA_SEED chooses other moments.
"""
import os
import random
import signal
import time
import unittest

from stores import SANITIZED, Store, THOROUGH, begin, end, run, write_orders

KILLS = int(os.environ.get("VAFA_KILLS", 200 if THOROUGH else 20))
SEED = int(os.environ.get("VAFA_SEED", 1))
ORDERS = 4_000 if SANITIZED else 10_000
MOST_KILLS_IN_A_ROW = 4


class Kills(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.undisturbed = Store()
        cls.file = cls.undisturbed.home / "orders.csv"
        write_orders(cls.file, ORDERS)
        done = run(*cls.undisturbed.importing(cls.file))
        assert done.code == 0, done.err
        cls.seconds = done.seconds
        cls.expected = cls.undisturbed.holds()

    @classmethod
    def tearDownClass(cls):
        cls.undisturbed.remove()

    def disturb(self, store, how, chance):
        """One import, ended by a signal at a random moment; whether it was hit in its work."""
        process = begin(*store.importing(self.file))
        time.sleep(chance.uniform(0.0, self.seconds * 1.05))
        os.kill(process.pid, how)
        return end(process).code

    def kill_and_compare(self, how, kills, endings):
        chance = random.Random(SEED + how)
        hit = 0
        while hit < kills:
            store = Store()
            try:
                in_a_row = 1 + chance.randrange(MOST_KILLS_IN_A_ROW)
                for _ in range(in_a_row):
                    code = self.disturb(store, how, chance)
                    self.assertIn(code, endings)
                    hit += code != 0
                done = run(*store.importing(self.file))
                self.assertEqual(done.code, 0, done.err)
                self.assertEqual(store.check(), [])
                self.assertEqual(store.unfinished(), 0)
                for name, value in store.holds().items():
                    self.assertEqual(value, self.expected[name], f"{name} after {hit} hits")
                left = [p.name for p in (store.folder / "imports").iterdir()]
                self.assertEqual(left, [], "staging is swept")
            finally:
                store.remove()
        return hit

    def test_killed_anywhere_and_started_again(self):
        self.kill_and_compare(signal.SIGKILL, KILLS, {0, -signal.SIGKILL})

    def test_interrupted_anywhere_and_started_again(self):
        # Before the program listens for it, the signal ends it as any other.
        self.kill_and_compare(signal.SIGINT, KILLS // 4, {0, 1, 130, -signal.SIGINT})

    def test_an_undo_killed_anywhere_and_started_again(self):
        """As if the first of two imports that speak of the same orders had never come."""
        chance = random.Random(SEED + 2)
        second = self.undisturbed.home / "second.csv"
        write_orders(second, ORDERS // 2, seed=2)
        never = Store()
        self.addCleanup(never.remove)
        self.assertEqual(run(*never.importing(second)).code, 0)
        expected = never.holds()
        del expected["events"]  # history keeps what was taken back, marked
        hit = 0
        while hit < KILLS // 2:
            store = Store()
            try:
                first = run(*store.importing(self.file)).json()["import"]
                self.assertEqual(run(*store.importing(second)).code, 0)
                undo = ("import", "undo", first, "--data", store.folder, "--format", "json")
                for _ in range(1 + chance.randrange(MOST_KILLS_IN_A_ROW)):
                    process = begin(*undo)
                    time.sleep(chance.uniform(0.0, self.seconds))
                    os.kill(process.pid, signal.SIGKILL)
                    hit += end(process).code != 0
                done = run(*undo)
                self.assertTrue(done.code == 0 or "already" in done.err, done.err)
                self.assertEqual(store.check(), [])
                held = store.holds()
                for name, value in expected.items():
                    self.assertEqual(held[name], value, f"{name} after {hit} hits")
            finally:
                store.remove()

    def test_a_second_import_killed_leaves_the_first(self):
        """What was reported as done is there, whatever is killed afterwards."""
        chance = random.Random(SEED)
        store = Store()
        try:
            self.assertEqual(run(*store.importing(self.file)).code, 0)
            more = store.home / "more.csv"
            more.write_text("order,date,email,total\n" + "".join(
                f"M{i},2025-01-{1 + i % 28:02d},c{i % 500}@m.example,10\n" for i in range(2000)))
            for _ in range(max(2, KILLS // 10)):
                process = begin(*store.importing(more))
                time.sleep(chance.uniform(0.0, self.seconds / 2))
                os.kill(process.pid, signal.SIGKILL)
                end(process)
                held = dict((row[0], row) for row in store.holds()["orders"])
                for row in self.expected["orders"]:
                    self.assertEqual(held[row[0]][:2], row[:2])
                self.assertEqual(store.check(), [])
        finally:
            store.remove()


if __name__ == "__main__":
    unittest.main()
