"""The only place with SQL: `Ledger` records, `View` shows what was known at an instant, a `Shelf` keeps what was reckoned."""

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.rows import parse_instant
from reportedly.ledger.shelf import Shelf
from reportedly.ledger.view import Contents, Read, Statistics, View

__all__ = ["Contents", "Ledger", "Read", "Shelf", "Statistics", "View", "parse_instant"]
