"""The article and the furniture around it: in goes a document's text, out come the spans of each.

Body is headline, paragraphs, cross-headings, bullets and captions; furniture is time stamps, bylines, credits, share
and subscribe lines, related links, comments. First each line by its form (furniture.py), then what only the page
shows: a comment section, a list of links, labels that repeat. `Smoke over the town hall. Photo: AP / Ana Ruiz` is
body up to `Photo:`. Together the two cover all but white space; when in doubt a line is body.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reportedly.gather.credits import credit_start, is_supplied_word
from reportedly.gather.evidence import furniture_by_evidence, is_pointer
from reportedly.gather.furniture import has_full_date, is_bare_date, is_place_and_date, reason_of
from reportedly.gather.lines import Line, find_lines, phrases_of, plain_of, tokens_of, words_of
from reportedly.gather.margins import margins_of
from reportedly.gather.page import Page, has_verb
from reportedly.model import Span

_WEIGHINGS = 2  # what the first one finds is a neighbour in the second
_LINK_WORDS = 20  # a link in a related list is a headline: no longer, and no full stop
_STAMP_WORDS = 16  # of a line about the page
_SENTENCE_WORDS = 6
_HEADINGS = ("related", "by form and place", "link or tag")
_HEADING_WORDS = 5
_ARROWS = "»›→►▸"
_MENU_WORDS, _MENU_LINES = 3, 4
_STRANGER = 0.2  # share of a link's words that its article may hold as well
_MAIL_HEAD = 25  # lines
_MAIL_FIELD = re.compile(r"[A-Z][\w-]{1,20}:\s+\S|Return-Path:")
_OWN_MAIL_FIELD = re.compile(
    r"(?:From|To|Cc|Date|Sent|Subject|Subj|Reply-To|Return-Path|Message-ID|X-[\w-]+):", re.IGNORECASE
)
_SIGNS_OF_A_COMMENT = re.compile(r"\bI\b|\bI'm\b|!!|https?://|\blol\b|\bsays:|\bwrote:", re.IGNORECASE)

_SIGNED = re.compile(
    r"""[^\W\d][\w.'’@-]*(?:\ [\w.'’@-]+){0,2}?                       # a name or handle
    (?:(?:,?\ (?:from|in)\ |,\ )[A-Z][\w.'’-]+(?:\ [A-Z][\w.'’-]+)?    # a place
        (?P<time>,?\ (?:\(|at\ |on\ )?(?:\d{1,2}[. ]?\w{2,9}\.?(?:\ ?\d{2,4})?,?\ (?:at\ )?)?\d{1,2}[:.]\d\d\)?)?
    |   (?P<hour>,?\ (?:\(|at\ |on\ )?(?:\d{1,2}[. ]?\w{2,9}\.?(?:\ ?\d{2,4})?,?\ (?:at\ )?)?\d{1,2}[:.]\d\d\)?)
    ):\ (?=\S)""",
    re.VERBOSE,
)
"""How a reader signs: `Ana from Vik, 3 May 12:44: ...`, with a place or a time or both."""

Reasons = dict[int, str]


def find_furniture(text: str, *, title: str | None = None) -> tuple[tuple[Span, str], ...]:
    """What is not the article, in order, each with its reason. `title` is a headline known from elsewhere: it is
    body."""
    lines, reasons = read_page(text)
    if title:
        headline = plain_of(title)
        reasons = {index: why for index, why in reasons.items() if lines[index].plain != headline}
    return tuple(
        (Span(line.start + start, line.end), reason)
        for line in lines
        for start, reason in _furniture_in(line, reasons)
        if start is not None
    )


@lru_cache(maxsize=16)
def read_page(text: str) -> tuple[tuple[Line, ...], Reasons]:
    """A text's lines, and why those that are furniture as a whole are so. Headline, outlet and body all ask for it."""
    lines = tuple(find_lines(text))
    return lines, reasons_of(lines)


def body_of(text: str, *, title: str | None = None) -> tuple[Span, ...]:
    """The article, a span a line, without the white space at its ends."""
    cuts = {span.end: span.start for span, _ in find_furniture(text, title=title)}
    spans = []
    for line in read_page(text)[0]:
        end = cuts.get(line.end, line.end)
        length = len(text[line.start : end].rstrip())
        if length:
            spans.append(Span(line.start, line.start + length))
    return tuple(spans)


def _furniture_in(line: Line, reasons: Reasons) -> Iterator[tuple[int | None, str]]:
    if line.index in reasons:
        yield 0, reasons[line.index]
    else:
        yield credit_start(line), "photo or agency credit"


def reasons_of(lines: Sequence[Line]) -> Reasons:
    """Why each line that is furniture as a whole is so, by its index."""
    reasons = known_furniture(lines)
    for _ in range(_WEIGHINGS):
        reasons |= dict.fromkeys(furniture_by_evidence(Page(lines, reasons)), "by form and place")
        page = Page(lines, reasons)
        reasons |= _links_to_strangers(page, reasons) | _dated_heads(page, reasons) | _signed_comments(lines, reasons)
        reasons |= _arrowed_links(page, reasons)
        reasons |= margins_of(Page(lines, reasons), reasons)
    return reasons


def known_furniture(lines: Sequence[Line]) -> Reasons:
    """What is furniture by its wording or by the page's own pattern, before the evidence is weighed."""
    reasons = {line.index: reason for line in lines if (reason := reason_of(line))}
    refinements = (
        _mail_headers,
        _date_stamps,
        _repeated_labels,
        _menus,
        _credits_under_labels,
        _related_lists,
        _comment_section,
        _teasers,
    )
    for refine in refinements:
        found = refine(lines, reasons)
        reasons |= {index: why for index, why in found.items() if index not in reasons}
    return reasons


def _prose(lines: Sequence[Line], reasons: Reasons) -> list[int]:
    return [line.index for line in lines if line.is_prose and line.index not in reasons]


def _date_stamps(lines: Sequence[Line], reasons: Reasons) -> Reasons:
    """`6 January 2031` above the first paragraph or below the last; a page with many of them is a chronology."""
    dates = [line.index for line in lines if is_bare_date(line.content) or is_place_and_date(line.content)]
    prose = _prose(lines, reasons)
    if len(dates) > 2 or not prose:
        return {}
    return {index: "time stamp" for index in dates if index and not prose[0] < index < prose[-1]}


def _mail_headers(lines: Sequence[Line], reasons: Reasons) -> Reasons:
    """`From: ...`, `Date: ...`, `Subject: ...`: fields in a row at the head of a letter, two of them of the post's own."""
    run: list[Line] = []
    for line in lines[:_MAIL_HEAD]:
        if _MAIL_FIELD.match(line.text):
            run.append(line)
        elif len(run) > 1:
            break
        else:
            run.clear()
    own = sum(bool(_OWN_MAIL_FIELD.match(line.text)) for line in run)
    return {line.index: "mail header" for line in run} if own > 1 else {}


def _repeated_labels(lines: Sequence[Line], reasons: Reasons) -> Reasons:
    """A few words that stand alone three times or more are a label or an agency: `Newsroom Nord`."""
    short = [line for line in lines if len(line.tokens) <= 4 and not line.ends_sentence and line.plain]
    counts = Counter(line.text for line in short)
    return {line.index: "repeated label" for line in short if counts[line.text] >= 3 and not _is_speaker(line)}


def _menus(lines: Sequence[Line], reasons: Reasons) -> Reasons:
    """`Africa`, `Americas`, `Asia-Pacific`, `UK`: four lines or more of a few words in a row, outside the article."""
    prose = _prose(lines, reasons)
    found: Reasons = {}
    run: list[Line] = []
    for line in lines if prose else ():
        is_item = len(line.tokens) <= _MENU_WORDS and not (line.ends_sentence or _is_speaker(line) or has_verb(line))
        if is_item and (line.index < prose[0] - 1 or line.index > prose[-1]):  # right above it may be the headline
            run.append(line)
        else:
            run.clear()
        if len(run) >= _MENU_LINES:
            found |= {item.index: "navigation" for item in run}
    return found


def _is_speaker(line: Line) -> bool:
    """`Q:` and `Minister:` of an interview repeat as well, and are the article's."""
    return line.text.endswith((":", "?"))


def _credits_under_labels(lines: Sequence[Line], reasons: Reasons) -> Reasons:
    """After `Legend:` come the caption and its credit: a word or two that no sentence ends, seen under each caption."""
    found: Reasons = {}
    counts = Counter(line.plain for line in lines)
    for position, line in enumerate(lines):
        if not line.text.endswith(":") or line.index not in reasons or position + 2 >= len(lines):
            continue
        caption, below = lines[position + 1], lines[position + 2]
        is_small = len(below.tokens) <= 3 and not below.ends_sentence and not below.text.endswith(":")
        is_known = counts[below.plain] > 1 or is_supplied_word(below.text)
        if caption.ends_sentence and is_small and is_known:
            found[below.index] = "photo or agency credit"
    return found


def _related_lists(lines: Sequence[Line], reasons: Reasons) -> Reasons:
    """The links under `Related articles`, up to where the article goes on."""
    found: Reasons = {}
    for line in lines:
        if reasons.get(line.index) == "related" and line.index not in found:
            found |= {item.index: "related" for item in _links_below(lines, line.index)}
    return found


def _links_below(lines: Sequence[Line], heading: int) -> list[Line]:
    links: list[Line] = []
    for line in lines[heading + 1 :]:
        if len(line.tokens) > _LINK_WORDS or line.is_prose or _is_sentence(line):
            # what stands right above a paragraph, after a gap, may be its cross-heading
            return links[:-1] if links and links[-1].after_blank and line.after_blank else links
        links.append(line)
    return links


def _links_to_strangers(page: Page, reasons: Reasons) -> Reasons:
    """Under furniture that points at other stories, the lines that share hardly a word with this one."""
    found: Reasons = {}
    for line in page.lines:
        if line.index in reasons and reasons[line.index] in _HEADINGS and is_pointer(line):
            links = []
            for other in page.lines[line.index + 1 :]:
                is_link = reasons.get(other.index) in _HEADINGS if other.index in reasons else _is_strange(page, other)
                if not is_link:
                    break
                links.append(other)
            if links and len(links[-1].tokens) <= _HEADING_WORDS and links[-1].index + 1 in page.paragraphs:
                links.pop()  # a cross-heading
            found |= {link.index: "related" for link in links}
    return found


def _arrowed_links(page: Page, reasons: Reasons) -> Reasons:
    """Below the last paragraph `» Fires drive many from homes` leads away, also where it speaks of what the article does."""
    below = page.lines[page.last + 1 :] if page.paragraphs else ()
    return {
        line.index: "related"
        for line in below
        if line.index not in reasons
        and line.text[0] in _ARROWS
        and "«" not in line.text  # a quotation
        and len(line.tokens) <= _LINK_WORDS
        and not line.ends_sentence
    }


def _dated_heads(page: Page, reasons: Reasons) -> Reasons:
    """Above the first paragraph a line with a full date and no verb is the page's: `Handout 8 / Vik, 3 May 2031`."""
    return {
        line.index: "time stamp"
        for line in page.lines[: page.first]
        if line.index not in reasons
        and line.index != page.headline
        and len(line.tokens) <= _STAMP_WORDS
        and not (line.ends_sentence or has_verb(line) or line.is_reported)
        and has_full_date(line.text)
    }


def _is_strange(page: Page, line: Line) -> bool:
    kin, size = page.kin(line)
    is_sentence = line.is_prose or _is_sentence(line) or line.text.endswith(".") or credit_start(line) is not None
    is_short = size > 1 and len(line.tokens) <= _LINK_WORDS
    return is_short and kin <= _STRANGER * size and not is_sentence and line.index != page.headline


def _is_sentence(line: Line) -> bool:
    """`The governor's office closed the schools for a week.`: shorter than most paragraphs, but no link."""
    is_full = line.text.endswith((".", ".”", '."')) and len(line.tokens) >= _SENTENCE_WORDS and has_verb(line)
    return is_full or (line.is_reported and line.ends_sentence)


def _comment_section(lines: Sequence[Line], reasons: Reasons) -> Reasons:
    """From the heading of the comments to the end, unless the article clearly goes on."""
    prose = _prose(lines, reasons)
    for line in lines:
        if reasons.get(line.index) != "comments":
            continue
        before = sum(len(lines[index].tokens) for index in prose if index < line.index)
        after = sum(len(lines[index].tokens) for index in prose if index > line.index)
        is_counter = line.plain in phrases_of("sections", "counters")
        if before > after * (2 if is_counter else 1):
            end = _resumes(lines, line.index)
            return {other.index: "comments" for other in lines[line.index : end]}
    return {}


def _signed_comments(lines: Sequence[Line], reasons: Reasons) -> Reasons:
    """`gio_t, 23 Oct 12:44: windows are out`, `D. Hough, Leeds: Why no word of it?`: readers who sign, at a page's end.

    Under a signature without a time one of them must speak as readers do; an interview's speakers have no place or time.
    """
    unsigned = [index for index in _prose(lines, reasons) if not _SIGNED.match(lines[index].text)]
    last = unsigned[-1] if unsigned else len(lines)
    tail = [line for line in lines if line.index > last and _SIGNED.match(line.text)]
    is_timed = any(found["time"] or found["hour"] for line in tail if (found := _SIGNED.match(line.text)))
    is_readers = is_timed or (len(tail) > 1 and any(_is_comment(line) or "?" in line.text for line in tail))
    return {line.index: "comments" for line in tail} if is_readers else {}


def _resumes(lines: Sequence[Line], heading: int) -> int:
    """Where, after a comment heading, two paragraphs of reported news in a row show that the article goes on."""
    for first, second in zip(lines[heading + 1 :], lines[heading + 2 :], strict=False):
        if (
            _is_news(first)
            and _is_news(second)
            and not any(_is_comment(line) for line in lines[heading + 1 : first.index])
        ):
            return first.index
    return len(lines)


def _is_news(line: Line) -> bool:
    return line.is_prose and line.is_reported and len(line.tokens) >= 18 and not _is_comment(line)


def _is_comment(line: Line) -> bool:
    unquoted = re.sub(r"[“\"«].*?[”\"»]", "", line.text)
    return bool(_SIGNS_OF_A_COMMENT.search(unquoted)) or bool(
        re.search(r"\b(?:you|my|your)\b", unquoted, re.IGNORECASE)
    )


def _teasers(lines: Sequence[Line], reasons: Reasons) -> Reasons:
    """Below the last paragraph, beside furniture: `While you are here...`"""
    prose = _prose(lines, reasons)
    last = prose[-1] if prose else len(lines)
    return {
        line.index: "call to the reader"
        for line in lines
        if line.index > last and line.index not in reasons and _is_teaser(line) and (line.index + 1 in reasons)
    }


def _is_teaser(line: Line) -> bool:
    is_to_reader = any(token.casefold().replace("’", "'") in words_of("second_person") for token in line.tokens)
    return len(tokens_of(line.text)) <= 10 and not line.is_reported and is_to_reader
