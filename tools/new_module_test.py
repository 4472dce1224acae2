"""The skeleton of a module is clean by tidy and clang-format, builds, and passes its tests."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAME = "wishes"
COPIED = ("src", "cmake", "tools", "i18n", "CMakeLists.txt", "CMakePresets.json", "ARCHITECTURE.md",
          ".clang-format")


def run(*command: str, **options) -> subprocess.CompletedProcess:
    return subprocess.run(command, check=False, capture_output=True, text=True, **options)


class NewModule(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="vafa-new-module-")
        cls.root = pathlib.Path(cls.folder.name)
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, cls.root / name)
        cls.made = cls.make(NAME)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def make(cls, name: str) -> subprocess.CompletedProcess:
        return run(sys.executable, str(ROOT / "tools/new_module.py"), name, "--root", str(cls.root))

    def ok(self, result: subprocess.CompletedProcess):
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_refuses_a_name_that_is_taken_or_is_no_word(self):
        self.ok(self.made)
        self.assertIn("is there already", self.make(NAME).stderr)
        self.assertIn("one lower-case word", self.make("Two-Words").stderr)

    def test_is_tidy_and_formatted(self):
        findings = run(sys.executable, "tools/tidy.py", cwd=self.root).stdout.splitlines()
        touched = (f"src/{NAME}/", "tools/layers.txt", "ARCHITECTURE.md")
        self.assertEqual([line for line in findings if line.startswith(touched)], [])
        sources = map(str, (self.root / "src" / NAME).glob("*.[ch]*"))
        self.ok(run("clang-format-14", "--dry-run", "-Werror", *sources))

    def test_builds_and_passes_its_tests(self):
        # An own build folder inside the usual one: ccache and build/deps are found there.
        build = ROOT / "build" / "new-module"
        shutil.rmtree(build, ignore_errors=True)
        self.ok(run("cmake", "--preset", "fast", "-B", str(build),
                    f"-DVAFA_DEPS={ROOT}/build/deps", cwd=self.root))
        self.ok(run("ninja", "-C", str(build), f"vafa_{NAME}_test"))
        test = build / "src" / NAME / f"vafa_{NAME}_test"
        self.ok(run("pg_virtualenv", "-c", "--locale=C.UTF-8", str(test), cwd=self.root,
                    env={**os.environ, "LC_ALL": "C.UTF-8"}))


if __name__ == "__main__":
    unittest.main()
