"""Calls that would make a run unrepeatable, outside the few places that may make them."""
import re

from .tree import Finding, Tree

SYSTEM = ("src/base/", "src/platform/", "src/testing/", "bench/")
NOWHERE = ()

# (pattern over code without comments and literals, where allowed, what to use instead)
BANS = [
    (r"\b(system_clock|steady_clock|high_resolution_clock|gettimeofday|clock_gettime)\b",
     SYSTEM, "take a Clock or `now` as an argument"),
    (r"(?<![\w.>:])(std::|::)?time\s*\(\s*(NULL|nullptr|0|&)|\b(localtime|gmtime)\b",
     SYSTEM, "take a Clock; days and zones are base/calendar.h"),
    (r"\b(sleep_for|sleep_until|usleep|nanosleep)\b|(?<![\w.>])sleep\s*\(", SYSTEM,
     "do not wait: a test moves its FixedClock, a process is told by its caller"),
    (r"\brandom_device\b|(?<![\w.>])s?rand\s*\(", SYSTEM, "take an Rng (base/rng.h)"),
    (r"\bstd::(thread|jthread|async)\b|\bpthread_create\b", SYSTEM, "platform/parallel"),
    (r"\b(secure_)?getenv\b", SYSTEM, "read it in platform/config and pass the value in"),
    (r"\bstd::(\w+_distribution|mt19937(_64)?|default_random_engine|shuffle|sample)\b", NOWHERE,
     "base/rng.h: the library's distributions differ between versions"),
    (r"\bstd::(setlocale|locale)\b|(?<![\w.>:])setlocale\s*\(", ("src/platform/",),
     "platform/i18n"),
    (r"\bassert\s*\(", NOWHERE, "VAFA_ASSERT (base/result.h), which stays on in release"),
]


def check(tree: Tree):
    for source in tree.cpp():
        for pattern, places, mend in BANS:
            if source.path.startswith(places):
                continue
            for match in re.finditer(pattern, source.code):
                call = match.group(0).strip().rstrip("(").strip()
                line = source.line_of(match.start())
                yield Finding(source.path, line, f"{call} is banned here", mend)
