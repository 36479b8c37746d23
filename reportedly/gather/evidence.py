"""How much speaks for a line being furniture: in goes a page, out comes a score for each line.

No single sign decides: a menu has bars and no verb, a share line begins with an order, a letterhead stands above the
headline in capitals, a link to another story shares no word with the article. Each sign is a small number that the line's
form, its words, its place and its neighbours give; the weights, worked out on the open exercises by
`scripts/weigh_furniture.py`, add them up. `Send this story | Archive of November 1996 | Crossword` has an order, two bars,
three words of sites, no verb, and stands below the last paragraph.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache

from reportedly.gather.credits import credit_start
from reportedly.gather.lines import PROSE_WORDS, Line, tokens_of, words_of
from reportedly.gather.page import QUOTES, Page, has_verb, is_titled, speaks_to_reader
from reportedly.lexicon import load

_KIN_OF_A_PARAGRAPH = 4
_BARS = re.compile(r"[|»«<>·•©→←▸►■]|\s{2,}|\s[/–—-]\s|\.{2,}|_{3,}|\]\s*\[")
_CONTACT = re.compile(
    r"\S@\S|https?:|www\.|\b[\w-]+\.(?:example|com|org|net|info|[a-z]{2})(?:/|\b(?!\.?\w))|"
    r"\bP\.?\s?O\.?\s?Box\b|\b(?:tel|fax|phone|telephone|hotline|call)\b\D{0,12}\+?[\d(][\d ()/-]{5,}|"
    r"\+\d[\d ]{7,}|\b0\d{2,4}[ -]\d{3,}",
    re.IGNORECASE,
)
_APPARATUS = re.compile(r"\d+\s+of\s+\d+\b|№|\b\d+/\w*\d|\b[A-Z]{2,}[-/][A-Z\d]|\b[A-Z]+/[A-Z]+|\b[a-z]{2}/[a-z]{2}\b")
_NUMBERED = re.compile(
    r"\b(?:no|nr|vol|page|pages|issue|item|ref|part|picture|edition|series)\b[.:]?\s*(?:\d|[IVXL]+\b)", re.IGNORECASE
)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d(?!\d)|\b\d{4}\s*(?:GMT|UTC|hours|hrs)\b", re.I)
_YEAR = re.compile(r"\b(?:1[89]|20|21)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")
_BRACKETED = re.compile(r"[\[(<【].*[\])>】]")
_SPEAKER = re.compile(r"\[?[A-Z][\w .-]{0,30}[\]:]")


@cache
def weighing() -> tuple[Mapping[str, float], float]:
    """The weight of each sign, and the score from which a line is furniture."""
    table = load("en/page_weights")
    return table["weights"], table["least"]


def scores_of(page: Page) -> dict[int, float]:
    """The log-odds of each line of being furniture, less what losing an article's line costs more."""
    return {
        line.index: _score(page, line)
        for line in page.lines
        if line.index not in page.known and line.is_short and not _is_beyond_doubt(page, line)
    }


def _score(page: Page, line: Line) -> float:
    weights, _ = weighing()
    place = place_of(page, line)
    total = sum(weights.get(name, 0.0) * value for name, value in _signs_of_neighbours(page, line, place))
    for name, value in (*_signs_of_text(line.text), *_signs_of_kin(page, line)):
        if value:
            total += value * (weights.get(name, 0.0) + weights.get(f"{place} {name}", 0.0))
    return total


def signs_of(page: Page, line: Line) -> dict[str, float]:
    """What speaks for or against a line, by name; each sign of its own once more with its place on the page."""
    place = place_of(page, line)
    signs = dict((*_signs_of_text(line.text), *_signs_of_kin(page, line)))
    placed = {f"{place} {name}": value for name, value in signs.items()}
    return signs | placed | dict(_signs_of_neighbours(page, line, place))


@lru_cache(maxsize=4096)
def _signs_of_text(text: str) -> tuple[tuple[str, float], ...]:
    """What the line itself tells, wherever it stands: outlets print the same ones on every page."""
    line = Line(text=text, start=0, index=1, after_blank=False)
    return (("always", 1.0), *_signs_of_form(line), *_signs_of_words(line))


def place_of(page: Page, line: Line) -> str:
    """Where it stands: above the headline, between it and the first paragraph, inside, or below the last paragraph."""
    if not page.paragraphs:
        return "loose"
    if line.index > page.last:
        return "below"
    if line.index >= page.first:
        return "inside"
    headline = page.headline
    if headline is None or line.index == headline:
        return "headline" if line.index == headline else "between"
    return "above" if line.index < headline else "between"


def _signs_of_form(line: Line) -> Iterator[tuple[str, float]]:
    count = len(line.tokens)
    yield "one word", float(count <= 1)
    yield "few words", float(count <= 4)
    yield "some words", float(5 <= count <= 8)
    yield "sentence long", float(count >= PROSE_WORDS)
    yield "paragraph long", float(count >= 2 * PROSE_WORDS)
    yield "ends a sentence", float(line.ends_sentence)
    yield "ends in a colon", float(line.text.endswith(":"))
    yield "no verb", float(not has_verb(line))
    yield "reports", float(line.is_reported)
    yield "quotes", float(bool(QUOTES.search(line.text)))
    yield "titled", float(is_titled(line))
    yield "capitals", float(line.text.isupper() and count > 0)
    yield "bars", min(3.0, float(len(_BARS.findall(line.text))))
    yield "brackets", float(bool(_BRACKETED.fullmatch(line.text)))
    yield "apparatus", float(bool(_NUMBERED.search(line.text) or _APPARATUS.search(line.text)))
    yield "date", float(bool(_YEAR.search(line.text)) and count <= 24)
    yield "clock", float(bool(_CLOCK.search(line.text)) and count <= 24)
    yield "bullet", float(line.content != line.text)
    yield "begins small", float(line.text[:1].islower())
    yield "sentence with verb", float(line.ends_sentence and has_verb(line) and count > 4)
    yield "speaker", float(bool(_SPEAKER.match(line.text)))
    yield "contact", float(bool(_CONTACT.search(line.text)))


def _signs_of_words(line: Line) -> Iterator[tuple[str, float]]:
    words = [token.casefold().replace("’", "'") for token in line.tokens]
    count = max(1, len(words))
    is_quoted = bool(QUOTES.search(line.text))
    for name in ("site", "pointer", "press"):
        hits = sum(word in words_of(name) for word in words)
        yield f"{name} words", min(3.0, float(hits))
        yield f"{name} share", hits / count
    orders = words_of("imperatives") | words_of("orders")
    yield "order", float(bool(words) and words[0] in orders and not is_quoted)
    yield "to the reader", float(speaks_to_reader(line))


def _signs_of_kin(page: Page, line: Line) -> Iterator[tuple[str, float]]:
    kin, size = page.kin(line)
    yield "kin", min(3.0, float(kin))
    yield "kin share", kin / (size + 1)
    yield "no kin", float(not kin)
    yield "name in the article", float(page.is_name(line))
    yield "stranger", float(not kin and size >= 3)


def _signs_of_neighbours(page: Page, line: Line, place: str) -> Iterator[tuple[str, float]]:
    last = len(page.lines) - 1
    before, after = line.index - 1 in page.known, line.index + 1 in page.known
    yield "below furniture", float(before)
    yield "above furniture", float(after)
    yield f"{place} below furniture", float(before)
    yield f"{place} above furniture", float(after)
    yield f"{place} amid furniture", float((before or line.index == 0) and (after or line.index == last))
    yield (
        "row of a table",
        float(any(_is_same_row(line, page.lines[at]) for at in (line.index - 1, line.index + 1) if 0 <= at <= last)),
    )
    yield "below pointer", float(line.index > 0 and is_pointer(page.lines[line.index - 1]))
    if line.index == 0 and place != "headline":
        yield "first line", 1.0
    if place == "inside":
        yield "heads a paragraph", float(not line.ends_sentence and line.index + 1 in page.paragraphs)
        yield "follows a paragraph", float(line.index - 1 in page.paragraphs)
    if place == "below":
        yield "furniture above it", min(3.0, float(sum(page.last < index < line.index for index in page.known)))
        yield "right below the last", float(line.index == page.last + 1)
    if place == "between":
        yield "right below the headline", float(line.index - 1 == page.headline)


def _is_same_row(line: Line, other: Line) -> bool:
    """`Jagatpur | 412 | 31,000` beside `Puri | 96 | 18,500`: as many bars, and numbers in one of them."""
    bars = line.text.count("|")
    has_number = any(token.isdigit() for token in (*line.tokens, *other.tokens))
    return bars > 1 and bars == other.text.count("|") and has_number


def is_pointer(line: Line) -> bool:
    """`Read also`, `On the same subject`, `AFTER THIS NEWS THE MOST READ`: a few words that point at other stories."""
    words = [token.casefold() for token in line.tokens]
    pointing = sum(word in words_of("pointer") for word in words)
    is_led = any(word in words_of("others") for word in words)
    return is_led and len(words) <= 7 and not line.text.endswith(".") and 2 * pointing >= len(words) - 1


def furniture_by_evidence(page: Page) -> Collection[int]:
    """The lines that enough speaks against; never the headline, and nothing where a page has no paragraph."""
    if not page.paragraphs:
        return ()
    _, least = weighing()
    return {index for index, score in scores_of(page).items() if score >= least and index != page.headline}


def _is_beyond_doubt(page: Page, line: Line) -> bool:
    """A paragraph of many words that speaks of what the others speak of, a state's letterhead, or a caption with its credit."""
    if len(line.tokens) >= 2 * PROSE_WORDS and page.kin(line)[0] >= _KIN_OF_A_PARAGRAPH:
        return True
    if line.index < page.first and _names_state(line.text):
        return True
    credit = credit_start(line)
    return bool(credit) and bool(tokens_of(line.text[:credit]))


@lru_cache(maxsize=1024)
def _names_state(text: str) -> bool:
    """`REPUBLIC OF MADAGASCAR`: the letterhead of a state tells where a release plays, as nothing below it may."""
    found = re.fullmatch(r"[^\d|:]{3,60}?\sof\s(?P<state>[^\d|:]{3,40})", text, re.IGNORECASE)
    return bool(found and found["state"].strip(" .,").removeprefix("the ").casefold() in _states())


@cache
def _states() -> frozenset[str]:
    return frozenset(str(row["name"]).casefold() for row in load("en/countries").values() if "name" in row)
