"""The margins of a page: in go its lines with what is known of them, out come those above and below the article that are
furniture by their company.

Above the headline an outlet's name (`Vikposten`, `THE VIK TRIBUNE`), a way down from the front page, a short name amid
furniture; below the last paragraph links to other stories in a row, calls to the reader, what runs on from a line of furniture,
and who the author is. `Shanghai crane falls / In photos: ice sculptures / Tram fares rise` share no word with the article above.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reportedly.gather.credits import credit_start, is_credit_content
from reportedly.gather.furniture import has_full_date
from reportedly.gather.lines import Line, is_capital, tokens_of, words_of
from reportedly.gather.page import HEAD, QUOTES, Page, has_verb, speaks_to_reader
from reportedly.text.date_words import ORDINALS

_LINK_WORDS = 20  # of a link: a headline, no longer
_FEWEST_LINKS = 3  # in a row
_STRANGER = 0.25  # share of a link's words that its article may hold as well
_STRANGERS = 0.6  # share of the links of a row that must be strangers
_NAME_WORDS = 6
_SHORT_NAME_WORDS = 3
_CALL_WORDS = 24
_AUTHOR_WORDS = 24


def margins_of(page: Page, reasons: Mapping[int, str]) -> dict[int, str]:
    """Why further lines are furniture, by index; nothing where a page has no paragraph."""
    if not page.paragraphs:
        return {}
    found = dict(_above(page, reasons)) | dict(_below(page, reasons)) | _rows_of_links(page, reasons)
    found.pop(-1 if page.headline is None else page.headline, None)
    found |= _ways_down(page)
    return {index: why for index, why in found.items() if index not in reasons}


def _above(page: Page, reasons: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    headline = page.headline
    end = page.first if headline is None else headline
    for line in page.lines[:end]:
        if is_masthead(line):
            yield line.index, "masthead"
        elif headline is not None and line.index and _is_short_name(line) and _is_amid(line, reasons):
            yield line.index, "by form and place"


def is_masthead(line: Line) -> bool:
    """`Vikposten`, `THE VIK TRIBUNE`, `Radio Vik International`: names alone, one of them an outlet's."""
    tokens = line.tokens
    if not 1 <= len(tokens) <= _NAME_WORDS or line.ends_sentence or has_verb(line) or QUOTES.search(line.text):
        return False
    folded = [token.casefold() for token in tokens]
    is_named = is_capital(tokens[0]) and is_credit_content(line.text)
    if len(tokens) == 1:
        return is_named and folded[0].endswith(tuple(words_of("outlet_endings")))
    return is_named and any(word in words_of("mastheads") or word.endswith(_LONG_ENDINGS) for word in folded)


_LONG_ENDINGS = tuple(ending for ending in words_of("outlet_endings") if len(ending) > 4)


def _ways_down(page: Page) -> dict[int, str]:
    """The lines of a head that are a way from the front page to the line right after them."""
    head = page.lines[max(0, page.first - HEAD) : page.first]
    return {line.index: "navigation" for line, after in pairwise(head) if _leads_to(line, after)}


def _leads_to(line: Line, headline: Line) -> bool:
    """`Home World News Landslide buries bus` above `Landslide buries bus`."""
    head = line.text.removesuffix(headline.text)
    words = [token.casefold() for token in tokens_of(head)]
    return head != line.text and bool(words) and all(word in words_of("navigation") for word in words)


def _is_short_name(line: Line) -> bool:
    """`Philippines`, `Our World`: a word or three in capitals, which head no paragraph."""
    is_name = len(line.tokens) <= _SHORT_NAME_WORDS and all(map(is_capital, line.tokens))
    return is_name and not line.ends_sentence and not has_verb(line) and not line.text.endswith(":")


def _is_amid(line: Line, reasons: Mapping[int, str]) -> bool:
    return line.index - 1 in reasons and line.index + 1 in reasons


def _below(page: Page, reasons: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    last = page.lines[page.last]
    if is_about_author(last) and len(page.paragraphs) > 2:
        yield last.index, "about the author"
    before = reasons.get(last.index)
    for line in page.lines[page.last + 1 :]:
        why = reasons.get(line.index)
        if why is None and line.is_short:
            if is_call(line):
                why = "call to the reader"
            elif is_about_author(line):
                why = "about the author"
            elif before and _runs_on(page.lines[line.index - 1], line):
                why = before
        if why and line.index not in reasons:
            yield line.index, why
        before = why


def is_call(line: Line) -> bool:
    """`Choose the topics you care about most.`: an order to the reader about what sites are made of."""
    words = [token.casefold() for token in line.tokens]
    if not words or len(words) > _CALL_WORDS or line.is_reported or QUOTES.search(line.text):
        return False
    is_order = words[0] in words_of("imperatives") | words_of("orders")
    is_of_site = any(word in words_of("web") | words_of("site") for word in words[1:])
    return is_order and is_of_site and (speaks_to_reader(line) or not line.ends_sentence)


def is_about_author(line: Line) -> bool:
    """`Ana Ruiz is the Courant's Africa correspondent.`, `Tom Weir reports for Radio Nord from Vik.`"""
    tokens = line.tokens
    if not 4 <= len(tokens) <= _AUTHOR_WORDS or QUOTES.search(line.text):
        return False
    verb = next((at for at, token in enumerate(tokens[:6]) if token in ("is", "writes", "reports", "covers")), 0)
    if not 2 <= verb <= 4 or not is_credit_content(" ".join(tokens[:verb])):
        return False
    rest = [token.casefold() for token in tokens[verb + 1 :]]
    is_post = tokens[verb] != "is" and rest[:1] in (["for"], ["on"], ["from"], ["about"])
    return _is_job(rest) or (is_post and any(word in words_of("outlets") for word in rest))


def _is_job(words: Sequence[str]) -> bool:
    """`the Courant's Africa correspondent`, `a reporter based in Vik`, and not `the second journalist killed this year`."""
    jobs = [at for at, word in enumerate(words) if word in words_of("author_jobs")]
    if not jobs or words[0] not in ("a", "an", "the", "our"):
        return False
    behind = next((word for word in words[jobs[0] + 1 :] if word not in _CHIEF), None)
    is_counted = any(word in ORDINALS for word in words[: jobs[0]])
    return not is_counted and (behind is None or behind in words_of("author_tails"))


_CHIEF = words_of("author_jobs") | {"chief"}


def _runs_on(before: Line, line: Line) -> bool:
    """`Put your money into` / `the news you can trust.`"""
    return line.text[0].islower() and not before.ends_sentence and len(line.tokens) <= _NAME_WORDS


def _rows_of_links(page: Page, reasons: Mapping[int, str]) -> dict[int, str]:
    """Below the last paragraph three links or more in a row, most of which share hardly a word with the article."""
    found: dict[int, str] = {}
    row: list[Line] = []
    for line in (*page.lines[page.last + 1 :], None):
        if line is not None and _is_link(line, reasons):
            row.append(line)
            continue
        if line is not None and line.index in reasons:
            continue
        if len(row) >= _FEWEST_LINKS and _are_strangers(page, row):
            found |= {link.index: "related" for link in row}
        row = []
    return found


def _is_link(line: Line, reasons: Mapping[int, str]) -> bool:
    is_free = line.index not in reasons and line.is_short and not line.text.endswith((".", ":", ".”", '."'))
    return (
        is_free and 2 < len(line.tokens) <= _LINK_WORDS and credit_start(line) is None and not has_full_date(line.text)
    )


def _are_strangers(page: Page, row: Sequence[Line]) -> bool:
    strange = sum(kin <= _STRANGER * size for kin, size in map(page.kin, row) if size)
    return strange >= _STRANGERS * len(row)
