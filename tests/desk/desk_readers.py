"""Readers for the pool: they do what the text tells them to, as an article that a reader cannot bear would."""

import os
import time

from reportedly.desk.pool import Reader
from reportedly.model import Dating, Document, EntityKind, Mention, Reading, Span


def read_obediently(document: Document, dating: Dating) -> Reading:
    """Mentions the first word, with the article's date; "die", "raise" and "sleep" are done."""
    word = document.text.split()[0]
    if word == "die":
        os._exit(7)
    if word == "raise":
        raise ValueError("three commas in one name")
    if word == "sleep":
        time.sleep(60)
    return _mentioning(document, word, title=str(dating.published))


def mention_first_word(document: Document, dating: Dating) -> Reading:
    """As `read_obediently`, but does as it likes."""
    return _mentioning(document, document.text.split()[0], title=None)


def report_process(document: Document, dating: Dating) -> Reading:
    """Mentions the process that it runs in."""
    return _mentioning(document, str(os.getpid()), title=None)


def _mentioning(document: Document, name: str, *, title: str | None) -> Reading:
    span = Span(0, len(document.text.split()[0]))
    mention = Mention(document=document.id, span=span, text=name, name=name, kind=EntityKind.PERSON, title=title)
    return Reading(document=document.id, reader="obedient 1", claims=(), mentions=(mention,), skipped=())


OBEDIENT = Reader("obedient 1", read_obediently)
