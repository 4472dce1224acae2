"""A disk that is full or cannot be written to: said clearly, nothing lost, and later finished."""
import os
import pathlib
import shutil
import subprocess
import unittest

from stores import SANITIZED, Store, run, write_orders

ORDERS = 6_000 if SANITIZED else 8_000
STEPS = 4


def mount(*arguments):
    return subprocess.run(["mount", *map(str, arguments)], capture_output=True).returncode == 0


class SmallDisk:
    """A tmpfs whose size is changed while a store is on it."""

    def __init__(self, folder):
        self.folder = folder
        self.folder.mkdir()
        self.there = os.geteuid() == 0 and mount("-t", "tmpfs", "-o", "size=512m", "vafa", folder)

    def size(self, kb):
        assert mount("-o", f"remount,rw,size={kb}k", self.folder)

    def read_only(self):
        assert mount("-o", "remount,ro", self.folder)

    def used_kb(self):
        return shutil.disk_usage(self.folder).used // 1024

    def close(self):
        if self.there:
            subprocess.run(["umount", "-l", self.folder], check=False)


class Disk(unittest.TestCase):
    def setUp(self):
        self.store = Store()
        self.addCleanup(self.store.remove)
        self.file = self.store.home / "orders.csv"
        write_orders(self.file, ORDERS)
        self.first = self.store.home / "first.csv"
        self.first.write_text("order,date,email,total,status\n" + "".join(
            f"F{i},2023-01-{1 + i % 28:02d},c{i}@m.example,10.00,completed\n" for i in range(200)))
        self.disk = SmallDisk(self.store.home / "disk")
        if not self.disk.there:
            self.skipTest("a small disk can be mounted by root alone")
        self.addCleanup(self.disk.close)

    def fresh(self):
        shutil.rmtree(self.disk.folder / "store", ignore_errors=True)
        self.store.folder = self.disk.folder / "store"
        self.disk.size(512 << 10)
        done = run(*self.store.importing(self.first))
        self.assertEqual(done.code, 0, done.err)

    def undisturbed(self):
        self.fresh()
        before = self.disk.used_kb()
        self.assertEqual(run(*self.store.importing(self.file)).code, 0)
        return before, self.disk.used_kb(), self.store.holds()

    def reported_is_there(self):
        keys = {row[0] for row in self.store.holds()["orders"]}
        self.assertTrue({f"F{i}" for i in range(200)} <= keys)

    def test_a_full_disk_is_said_and_the_import_goes_on_later(self):
        before, after, expected = self.undisturbed()
        failed = 0
        for step in range(STEPS):
            self.fresh()
            room = 64 + (after - before) * step // STEPS
            self.disk.size(self.disk.used_kb() + room)
            ended = run(*self.store.importing(self.file))
            if ended.code == 0:
                continue
            failed += 1
            self.assertGreater(ended.code, 0, f"killed by {-ended.code}: {ended.err}")
            self.assertIn("disk", ended.err.lower())
            self.assertIn("full", ended.err.lower())
            self.disk.size(512 << 10)
            self.assertEqual(self.store.check(), [])
            self.reported_is_there()
            again = run(*self.store.importing(self.file))
            self.assertEqual(again.code, 0, again.err)
            for name, value in self.store.holds().items():
                self.assertEqual(value, expected[name], f"{name} after step {step}")
        self.assertGreater(failed, STEPS // 3, "the disk was never full")

    def test_a_read_only_folder_is_said(self):
        self.fresh()
        expected = self.store.holds()
        self.disk.read_only()
        ended = run(*self.store.importing(self.file))
        self.assertGreater(ended.code, 0, ended.err)
        self.assertLess(ended.code, 126)
        self.assertNotIn("on our side", ended.err)
        self.assertTrue("read-only" in ended.err.lower() or "written" in ended.err.lower()
                        or "permission" in ended.err.lower(), ended.err)
        self.disk.size(512 << 10)
        self.assertEqual(self.store.holds(), expected)
        self.assertEqual(run(*self.store.importing(self.file)).code, 0)

    def test_a_file_that_is_not_there_or_may_not_be_read(self):
        self.fresh()
        for path in (pathlib.Path("/no/such/file.csv"), self.store.home):
            ended = run(*self.store.importing(path))
            self.assertGreater(ended.code, 0)
            self.assertIn(path.name, ended.err)


if __name__ == "__main__":
    unittest.main()
