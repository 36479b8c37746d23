"""Direct speech: which tokens of a paragraph stand between quotation marks.

Marks are paired in order, since machine translations often print an opening mark for a closing one. A quotation that
is not closed runs to the paragraph's end. A word or two in marks ("bandits") are the teller's distance, not speech.
"""

from dataclasses import dataclass
from typing import cast

from reportedly.text.tokens import Doc

_MARKS = {'"', "''", "``"}
_SHORT = 3
_KEPT = "quotations"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens [first, last) of the paragraph, marks left out. `is_open` where no closing mark was found."""

    first: int
    last: int
    is_open: bool

    def holds(self, token: int) -> bool:
        return self.first <= token < self.last


def quotations_of(doc: Doc) -> tuple[Quotation, ...]:
    """The stretches of direct speech in a paragraph, in order; found once, and kept with the paragraph."""
    if _KEPT not in doc.notes:
        doc.notes[_KEPT] = _find_quotations(doc)
    return cast(tuple[Quotation, ...], doc.notes[_KEPT])


def _find_quotations(doc: Doc) -> tuple[Quotation, ...]:
    found: list[Quotation] = []
    start: int | None = None
    for token in doc:
        if token.text not in _MARKS:
            continue
        if start is None:
            start = token.i + 1
        else:
            found.append(Quotation(start, token.i, False))
            start = None
    if start is not None and start < len(doc):
        found.append(Quotation(start, len(doc), True))
    return tuple(q for q in found if _is_speech(doc, q))


def _is_speech(doc: Doc, quotation: Quotation) -> bool:
    """More than a word or two, and a verb or at least a phrase of some length."""
    words = [t for t in doc[quotation.first : quotation.last] if not t.is_punct and not t.is_space]
    has_verb = any(t.pos_ in {"VERB", "AUX"} for t in words)
    return (has_verb and len(words) >= _SHORT) or len(words) > 2 * _SHORT
