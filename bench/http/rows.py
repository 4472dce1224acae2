"""The made-up store's files: made once by http_rows, kept under build/bench/http."""
import csv
import datetime
import pathlib
import random
import subprocess

FIRST_DAY = datetime.date(2021, 1, 1)
LAST_DAY = datetime.date(2025, 12, 31)
ROUND_DAYS = 3


class Rows:
    def __init__(self, generator: pathlib.Path, home: pathlib.Path, customers: int, orders: int,
                 later: int):
        self.generator, self.customers, self.orders, self.later = (
            generator, customers, orders, later)
        self.home = home / f"{customers}-{orders}"
        self.base = self.folder("base", [])

    def round(self, number: int) -> pathlib.Path:
        return self.folder(f"round{number}-{self.later}", [number, self.later])

    def folder(self, name: str, options: list[int]) -> pathlib.Path:
        folder = self.home / name
        if not (folder / "whole").exists():
            command = [self.generator, folder, self.customers, self.orders, *options]
            subprocess.run([str(part) for part in command], check=True)
            (folder / "whole").touch()
        return folder

    def last_day(self, rounds: int) -> datetime.date:
        return LAST_DAY + datetime.timedelta(days=ROUND_DAYS * rounds)

    def people(self, count: int) -> list[list[str]]:
        """Customers here and there: id, first name, last name, e-mail, phone, city, country."""
        size = (self.base / "customers.csv").stat().st_size
        chance = random.Random(7)
        found = []
        with open(self.base / "customers.csv", "rb") as file:
            for _ in range(count):
                file.seek(chance.randrange(size - 400))
                file.readline()
                found.append(next(csv.reader([file.readline().decode()])))
        return found


def search_words(people: list[list[str]]) -> list[str]:
    """What a person would type: two to four letters of a name, or how a phone begins."""
    chance = random.Random(11)
    words = []
    for person in people:
        if chance.random() < 0.25:
            words.append(person[4][:chance.randint(8, 10)])
        else:
            words.append(chance.choice(person[1:3])[:chance.randint(2, 4)].lower())
    return words
