"""An article as another desk would print it, made by rule: in go its paragraphs, out come five strengths of rewriting.

1 the same text under its own headline and furniture, the credit gone; 2 cut or in other order, a paragraph of its own on
top; 3 an edit: words exchanged, tenses moved, sentences split and joined, quotations kept; 4 rewritten: other words and
another order, only quotations, numbers and names kept, a day's news of its own; 5 retold: some numbers and names in their
order, nearly all else in other words. Beside them what is no rewriting: the agency's own later word, and two articles
that heard the same official. The same article gives the same rewriting: chance is a hash.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence

STRENGTHS = (1, 2, 3, 4, 5)

_DATELINE = re.compile(
    r"^[A-Z][\w/.,'’ -]{2,60}?(?:\((?:Reuters|AFP|AP|Meridian|CP|MCP|IOW|Xinhua|Reuter)\)|AAP)\s*[-–—_]+\s*"
)
_SENTENCE_END = re.compile(r"(?<=[.!?][\"”’'»])\s+(?=[A-Z\"“«])|(?<=[a-z0-9)%][.!?])\s+(?=[A-Z\"“«])")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|``.*?''")
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_COUNT = re.compile(r"(?<![\d.,:$£€])(?:\d{1,3}(?:,\d{3})+|\d{1,5})(?![\d:]|[.,]\d|st\b|nd\b|rd\b|th\b| [ap]\.?m\b)")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Nov|Oct|Sept?|Dec)"
    r"\.?\s*$"
)
_EXCHANGED = {
    "killed": "slain", "people": "persons", "said": "stated", "injured": "hurt", "hurt": "injured", "wounded": "injured",
    "told": "informed", "after": "following", "before": "ahead of", "about": "around", "around": "roughly",
    "some": "about", "more than": "over", "at least": "no fewer than", "including": "among them", "officials": "authorities",
    "authorities": "officials", "also": "further", "while": "as", "because": "since", "city": "town", "capital": "main city",
    "began": "started", "started": "began", "will": "is to", "government": "administration", "called": "urged",
    "asked": "requested", "spokesman": "spokesperson", "spokeswoman": "spokesperson", "has been": "was", "have been": "were",
    "however": "though", "police": "officers", "closed": "shut", "shut": "closed", "near": "close to", "several": "a number of",
    "hundreds": "several hundred", "houses": "homes", "homes": "houses", "center": "centre", "centre": "center",
    "organization": "organisation", "organisation": "organization", "programme": "program", "kilometres": "kilometers",
    "died": "lost their lives", "dead": "deceased", "toll": "count", "number": "figure", "remain": "stay", "remained": "stayed",
    "later": "afterwards", "early": "in the early hours of", "which": "that", "but": "yet", "announced": "made known",
    "attack": "assault", "attacked": "assaulted", "soldiers": "troops", "troops": "soldiers", "rejected": "dismissed",
    "arrested": "detained", "detained": "arrested", "held": "kept", "another": "a further", "were": "had been",
}  # fmt: skip
_EXCHANGE = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _EXCHANGED), key=len, reverse=True))})\b")
_HEADLINES = (
    "What we know so far",
    "A region holds its breath",
    "Hours of fear, and no end in sight",
    "New figures, old worries",
    "“We are still counting”",
)
_OWN = (
    "In our town {n} people signed the book that the mayor laid out on {day} morning; the collection brought {m} crowns.",
    "Among our readers {n} have relatives there, a poll of this paper among {m} households found on {day}.",
    "The university's {n} exchange students are safe, rector Pavla Havlová said on {day}; a further {m} had flown home in spring.",
    "A lorry of the parish of Saint Anne leaves on {day} with {n} blankets and {m} tins, deacon Tomas Ruud said.",
    "The price of a flight there fell to {m} on {day}, and travel agents of our county have cancelled {n} bookings.",
)
_FURNITURE = ("Share this article | Print | E-mail", "You might also like", "© The Courant. All rights reserved.")
_NEWS = (
    "On {day} rescue dogs from abroad arrived, {n} handlers with them, the airport's director said.",
    "A committee of {n} members was to look into it, parliament decided on {day} by {m} votes.",
    "By {day} evening the power was back for {m} households, the grid's operator said; {n} villages still wait.",
    "Schools would stay closed until {day}, the education office said, and {m} pupils be taught in {n} tents.",
)


def chance(*words: object) -> int:
    """A whole number that depends on the words alone."""
    return int.from_bytes(hashlib.blake2b(repr(words).encode(), digest_size=6).digest())


def rewritten(paragraphs: Sequence[str], *, strength: int, vocabulary: Sequence[str]) -> str:
    """The article, its headline first, rewritten by that strength. `vocabulary` lends strength 4 and 5 their other words."""
    headline, *body = paragraphs
    seed = chance(headline, strength)
    body = [_DATELINE.sub("", paragraph) for paragraph in body]
    if strength == 1:
        return "\n\n".join(["THE COURANT", _of(_HEADLINES, seed), *body, *_FURNITURE])
    if strength == 2:
        return "\n\n".join([_of(_HEADLINES, seed), _own(_OWN, seed), *_cut(body, seed)])
    if strength == 3:
        return "\n\n".join([_of(_HEADLINES, seed), *(_edited(paragraph, seed, vocabulary) for paragraph in body)])
    if strength == 4:
        return "\n\n".join([_of(_HEADLINES, seed), *_reworded(body, seed, vocabulary), _own(_NEWS, seed)])
    return "\n\n".join([_of(_HEADLINES, seed), *_retold(body, seed, vocabulary)])


def updated(paragraphs: Sequence[str]) -> str:
    """The agency's own word of the next day: its dateline kept, counts raised, half of the old text below the new."""
    headline, *body = paragraphs
    seed = chance(headline, "later")
    kept = [_raised(_next_day(paragraph), seed) for n, paragraph in enumerate(body) if n < 2 or (n + seed) % 3]
    news = [_own(_NEWS, seed), _own(_NEWS, seed + 1)]
    return "\n\n".join([_raised(headline, seed), *kept[:2], *news, *kept[2:]])


def with_paragraph(paragraphs: Sequence[str], added: str) -> str:
    """The article with a paragraph more, somewhere below its second."""
    at = 2 + chance(paragraphs[0], added) % max(1, len(paragraphs) - 2)
    return "\n\n".join([*paragraphs[:at], added, *paragraphs[at:]])


def _of(choices: Sequence[str], seed: int) -> str:
    return choices[seed % len(choices)]


def _own(choices: Sequence[str], seed: int) -> str:
    return _of(choices, seed).format(n=7 + seed % 83, m=210 + seed % 3700, day=_of(_DAYS, seed // 7))


def _cut(body: Sequence[str], seed: int) -> list[str]:
    """The first half, every second paragraph, or all in another order."""
    half = (len(body) + 1) // 2
    if seed % 3 == 0:
        return list(body[:half])
    return list(body[::2]) if seed % 3 == 1 else [*body[half:], *body[:half]]


def _edited(paragraph: str, seed: int, vocabulary: Sequence[str]) -> str:
    """Words exchanged outside quotations, the usual ones and one long one in three; sentences split and joined."""

    def other(found: re.Match[str]) -> str:
        word = found[0]
        is_other = word.islower() and len(word) > 4 and chance(word, seed) % 3 == 0
        return vocabulary[chance(word, seed) % len(vocabulary)] if is_other else word

    said = _outside_quotations(paragraph, lambda text: _WORD.sub(other, text))
    said = _outside_quotations(said, lambda text: _EXCHANGE.sub(lambda found: _EXCHANGED[found[0]], text))
    said = _outside_quotations(said, lambda text: re.sub(r", and (?=[a-z])", ". And ", text, count=1))
    return _outside_quotations(said, lambda text: re.sub(r"\. The (?=[a-z])", "; the ", text, count=1))


def _outside_quotations(text: str, change: Callable[[str], str]) -> str:
    made, at = [], 0
    for found in _QUOTED.finditer(text):
        made += [change(text[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*made, change(text[at:])])


def sentences_of(body: Sequence[str]) -> Iterator[str]:
    for paragraph in body:
        yield from (sentence for sentence in _SENTENCE_END.split(paragraph) if sentence.strip())


def _reworded(body: Sequence[str], seed: int, vocabulary: Sequence[str]) -> Iterator[str]:
    """Two sentences in three, in blocks of other order, all words of four letters and more exchanged outside quotations."""
    kept = [said for n, said in enumerate(sentences_of(body)) if (n + seed) % 3 or _QUOTED.search(said)]
    blocks = [kept[at : at + 3] for at in range(0, len(kept), 3)]
    for block in sorted(blocks, key=lambda block: chance(block[0], seed)):
        yield " ".join(_in_other_words(said, vocabulary, seed) for said in reversed(block))


def _retold(body: Sequence[str], seed: int, vocabulary: Sequence[str]) -> Iterator[str]:
    """Three sentences in five in their order, quotations dropped but for one in four, a third of the
    names and a quarter of the numbers gone."""
    kept = [said for n, said in enumerate(sentences_of(body)) if (2 * n + seed) % 5 < 3]
    told = []
    for n, said in enumerate(kept):
        said = said if (n + seed) % 4 == 0 else _QUOTED.sub("so much", said)
        said = re.sub(r"(?<=[a-z] )[A-Z][a-z]+", lambda found: found[0] if chance(found[0]) % 3 else "someone", said)
        said = _COUNT.sub(lambda found: found[0] if chance(found[0], seed) % 4 else "some", said)
        told.append(_in_other_words(said, vocabulary, seed))
    for at in range(0, len(told), 2):
        yield " ".join(told[at : at + 2])


def _in_other_words(sentence: str, vocabulary: Sequence[str], seed: int) -> str:
    def other(found: re.Match[str]) -> str:
        word = found[0]
        is_kept = not word.islower() or len(word) < 4
        return word if is_kept else vocabulary[chance(word, seed) % len(vocabulary)]

    return _outside_quotations(sentence, lambda text: _WORD.sub(other, text))


def _next_day(text: str) -> str:
    after = dict(zip(_DAYS, (*_DAYS[1:], _DAYS[0]), strict=True))
    return re.sub("|".join(_DAYS), lambda found: after[found[0]], text)


def _raised(text: str, seed: int) -> str:
    """Six counts in ten higher than before; days of a month and years are none."""

    def raised(found: re.Match[str]) -> str:
        count = int(found[0].replace(",", ""))
        is_day = bool(_MONTHS.search(text[: found.start()]))
        if count < 3 or is_day or 1900 <= count <= 2060 or chance(found[0], seed) % 10 > 5:
            return found[0]
        return f"{count + max(1, count * (5 + chance(found[0]) % 30) // 100):,}"

    return _COUNT.sub(raised, text)
