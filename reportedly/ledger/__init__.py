"""The only place with SQL: `Ledger` records, `View` shows what was known at an instant."""

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.rows import parse_instant
from reportedly.ledger.view import Contents, Read, Statistics, View

__all__ = ["Contents", "Ledger", "Read", "Statistics", "View", "parse_instant"]
