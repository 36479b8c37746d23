"""A page as a whole: in go its lines and what is known to be furniture, out comes where the article lies on it.

Where its paragraphs begin and end, which line above them is the headline, and which words are the article's own: a
headline, a caption or a cross-heading speaks of what the paragraphs speak of; a menu, a link to another story or a
sponsor does not. `Landslide buries bus on mountain road` shares four words with its article, `Onions became dearer` none.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from reportedly.gather.furniture import has_full_date
from reportedly.gather.lines import LONGEST_FORM, Line, is_capital, tokens_of, words_of

_STEM = 5  # letters: `burn`, `burnt`, `burning` are one word of the article
_SHORT_PROSE = 6  # words of the shortest sentence that may be a paragraph where the page has no longer ones
QUOTES = re.compile(r"[“”«»„\"]|(?<!\w)['‘].+['’](?!\w)")
_ROW = re.compile(r"[|»<>\[\]@©]|https?:|\s{2,}|\d{4}\s*[-–]|:$")
LONGEST_HEADLINE = 35  # words
HEAD = 16  # lines above the first paragraph among which a headline is looked for


@dataclass(frozen=True)
class Page:
    """`known` are the indices of the lines that are furniture whatever stands around them."""

    lines: Sequence[Line]
    known: Collection[int]

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """The lines that read as sentences of an article; where there are none, shorter sentences will do."""
        free = [line for line in self.lines if line.index not in self.known]
        long = [line for line in free if line.is_prose or is_short_paragraph(line)]
        while len(long) > 1 and speaks_to_reader(long[0]):
            long = long[1:]
        while len(long) > 1 and speaks_to_reader(long[-1]):
            long = long[:-1]
        return tuple(line.index for line in long) or tuple(
            line.index for line in free if line.ends_sentence and len(line.tokens) >= _SHORT_PROSE and has_verb(line)
        )

    @cached_property
    def _paragraph_set(self) -> frozenset[int]:
        return frozenset(self.paragraphs)

    @property
    def first(self) -> int:
        return self.paragraphs[0] if self.paragraphs else len(self.lines)

    @property
    def last(self) -> int:
        return self.paragraphs[-1] if self.paragraphs else -1

    @cached_property
    def words(self) -> Counter[str]:
        """In how many paragraphs each word of the article stands."""
        return Counter(word for index in self.paragraphs for word in stems_of(self.lines[index]))

    def kin(self, line: Line) -> tuple[int, int]:
        """How many of the line's words the article's paragraphs hold as well, and how many words it has."""
        stems = stems_of(line)
        own = 1 if line.index in self._paragraph_set else 0
        return sum(1 for stem in stems if self.words[stem] > own), len(stems)

    @cached_property
    def _folded(self) -> str:
        return "\n".join(self.lines[index].text for index in self.paragraphs).casefold()

    def is_name(self, line: Line) -> bool:
        """Whether the whole line stands in a paragraph as well: a body or a place, `MINISTRY OF HEALTH`, no headline."""
        if line.index in self._paragraph_set or not 1 < len(line.tokens) <= LONGEST_HEADLINE or not is_titled(line):
            return False
        return line.content.casefold() in self._folded

    @cached_property
    def headline(self) -> int | None:
        """The line above the first paragraph that most reads as one; None where none does."""
        above = [line for line in self.lines[: self.first] if line.index not in self.known][-HEAD:]
        if not above:
            return None
        score, index = max((self._as_headline(line), -line.index) for line in above)
        if score > 0:
            return -index
        nearest = above[-1]
        is_right_above = nearest.index == self.first - 1 and not (
            _ROW.search(nearest.text) or has_full_date(nearest.text)
        )
        return nearest.index if is_right_above and not speaks_to_reader(nearest) else None

    def _as_headline(self, line: Line) -> float:
        kin, _ = self.kin(line)
        count = len(line.tokens)
        if count > LONGEST_HEADLINE or count < 2:
            return 0.0
        is_row = bool(_ROW.search(line.text))
        if not (kin or has_verb(line)) and (count < 4 or is_titled(line)):
            return 0.0
        score = 2.0 * min(kin, 4) + 1.5 * has_verb(line) + 0.5 * min(count, 8) - 4.0 * is_row
        score -= 4.0 * has_full_date(line.text) + 6.0 * self.is_name(line) + 3.0 * speaks_to_reader(line)
        return score - 1.0 * line.text.endswith(".") - 2.0 * (line.text[:1] in "-•*(")


def is_short_paragraph(line: Line) -> bool:
    """`The governor's office closed the schools for a week.`: a full sentence without a word of sites or the reader."""
    words = [token.casefold() for token in line.tokens]
    is_sentence = line.text.endswith((".", ".”", '."')) and len(words) > _SHORT_PROSE and has_verb(line)
    is_of_site = words[:1] and (words[0] in words_of("imperatives") or any(word in words_of("site") for word in words))
    return is_sentence and not is_of_site and not speaks_to_reader(line)


def speaks_to_reader(line: Line) -> bool:
    """`We and our partners store information on your device`; who is quoted speaks to somebody else."""
    is_quoted = bool(QUOTES.search(line.text))
    return not is_quoted and any(
        token.casefold().replace("’", "'") in words_of("second_person") for token in line.tokens
    )


def has_verb(line: Line) -> bool:
    """Whether a finite verb of the news stands in it."""
    finite = words_of("finite")
    return any(token.casefold() in finite for token in line.tokens[1:])


def stems_of(line: Line) -> frozenset[str]:
    """The words of a line that mean something, cut to their first letters; numbers whole."""
    return _stems_of(line.text)


@lru_cache(maxsize=2048)
def _stems_of(text: str) -> frozenset[str]:
    return frozenset(_find_stems(text))


def _find_stems(text: str) -> Iterator[str]:
    for token in tokens_of(text[: LONGEST_FORM * 10]):
        folded = token.casefold().removesuffix("'s").removesuffix("’s")
        if folded.isdigit():
            if len(folded) > 1 and not (len(folded) == 4 and folded[:2] in ("18", "19", "20")):
                yield folded
        elif len(folded) > 3 and folded not in _small_words():
            yield folded[:_STEM]


@cache
def _small_words() -> frozenset[str]:
    return frozenset().union(*map(words_of, ("particles", "months", "weekdays", "clock", "grammar")))


def is_titled(line: Line) -> bool:
    """Whether every word that is more than a particle is written with a capital, as in names and menus."""
    words = [token for token in line.tokens if not token.isdigit() and token.casefold() not in words_of("particles")]
    return len(words) > 1 and all(map(is_capital, words))
