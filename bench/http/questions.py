"""What is asked: the same of the server, as paths, and of PostgreSQL, as SQL."""
import datetime
import itertools
import pathlib
import urllib.parse

SQL = pathlib.Path(__file__).parent / "sql"
REPORTS = ("summary", "cohorts", "rfm")
LOOKUPS = ("search", "customer", "customer_orders")
TITLES = {"summary": "summary", "cohorts": "monthly cohorts", "rfm": "RFM",
          "search": "customer search", "customer": "customer detail",
          "customer_orders": "a customer's orders", "health": "health"}

API = "/api/v1"


def report(name: str, **options: object) -> str:
    query = urllib.parse.urlencode(options)
    return f"{API}/reports/{name}" + (f"?{query}" if query else "")


def search(word: str) -> str:
    return f"{API}/customers?" + urllib.parse.urlencode({"q": word, "limit": 20})


def customer(customer_id: str) -> str:
    return f"{API}/customers/{customer_id}"


def customer_orders(customer_id: str) -> str:
    return f"{API}/customers/{customer_id}/orders?limit=20"


class Spans:
    """Spans of days nobody asked for yet: nearly the whole store, each another question."""

    def __init__(self, first: datetime.date, last: datetime.date):
        self.first, self.last = first, last
        self.left = itertools.product(range(120), range(90))

    def take(self, count: int) -> list[dict[str, datetime.date]]:
        return [{"from": self.first + datetime.timedelta(days=late),
                 "to": self.last - datetime.timedelta(days=early)}
                for late, early in itertools.islice(self.left, count)]


def sql(name: str, **values: object) -> str:
    text = (SQL / f"{name}.sql").read_text()
    for key, value in values.items():
        text = text.replace(f":{key}", str(value))
    return text
