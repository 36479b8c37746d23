"""Whose own paper a document is: a ministry's communique, the bulletin of an office, a headquarters' press statement.

In: an article. Out: the body that issues it, as a `Voice`, or nothing. A body may be told by the formula that it opens with
("The Provincial Crisis Centre informs the public of the following"), or by a head that calls the document a release below
a letterhead. Of a letterhead the last body counts that is no press office: "Republic of X / Ministry of Y / Directorate
of Press". Refuses a newspaper's article that only quotes a release: that has no letterhead and no such formula.
"""

import re
from collections.abc import Iterator, Sequence

from reportedly.lexicon import load
from reportedly.model import EntityKind, Mention, Span, Voice, VoiceRole
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Article, Sentence, once

_HEAD = 420
"""Characters within which a release says that it is one."""
_LINES = 8
"""Lines that a letterhead may have."""
_OPENING = 6
"""Sentences among which the formula stands."""
_LONGEST = 10
"""Words that such a line may have."""
_MOST = 0.8
"""Share of a letterhead's line that the body's name takes."""


@once
def releaser_of(article: Article) -> tuple[Voice, ...]:
    """The body whose own release the document is: what it says on nobody's word is on that body's."""
    maker = _by_formula(article) or _by_title(article) or _by_head(article) or _by_foot(article)
    return (maker,) if maker is not None else ()


def _voice(mention: Mention) -> Voice:
    return Voice(name=mention.name, role=VoiceRole.SPEAKER, cue="release", mention=mention.span)


def _by_formula(article: Article) -> Voice | None:
    """ "The Council informs the citizenry of the following:", "brings to the knowledge of the public"."""
    table = load("en/voices")["release"]
    for sentence in article.sentences[:_OPENING]:
        text = sentence.text.lower()
        at = next((m.start() for pattern in table["formulas"] if (m := re.search(pattern, text))), None)
        if at is None:
            continue
        start = sentence.base + sentence.tokens[0].idx
        before = mentions_of(article).inside(Span(start, start + at))
        subjects = [m for m in before if m.kind is EntityKind.ORGANISATION and _is_subject(m, sentence)]
        if subjects:
            return _voice(subjects[-1])
    return None


def _is_subject(mention: Mention, sentence: Sentence) -> bool:
    return any(t.dep_ in {"nsubj", "ROOT", "appos"} for t in sentence.tokens_in(mention.span))


def _by_head(article: Article) -> Voice | None:
    """A head that calls the document a release: the last body of its letterhead, or the first body named at all."""
    head = article.document.text[:_HEAD].lower()
    table = load("en/voices")["release"]
    words = (*table["words"], *table["papers"])
    found = [re.search(rf"^\W*(?:\w+\W+){{0,3}}{re.escape(w)}\b.{{0,110}}$", head, re.MULTILINE) for w in words]
    at = min((m.start() for m in found if m is not None), default=None)
    if at is None:
        return None
    letterhead = list(_letterhead(article, at))
    if letterhead:
        return letterhead[-1]
    if all(m is None for m in found[: len(table["words"])]):
        return None  # a bulletin without a letterhead may be a newspaper's
    near = [
        m
        for m in mentions_of(article)
        if m.kind is EntityKind.ORGANISATION and m.span.start < _HEAD and m.name[:1].isupper()
    ]
    near = [m for m in near if not any(m.name.lower() in w for w in words)]  # "STATEMENT"
    makers = [m for m in near if _is_body(m.name)] or near
    return _voice(makers[0]) if makers else None


def _by_title(article: Article) -> Voice | None:
    """ "Statement of the Border Service": a first line that is nothing but the paper and whose it is."""
    if not article.sentences:
        return None
    first = article.sentences[0]
    pattern = rf"\W*(?:\w+ )?(?:{'|'.join(load('en/voices')['release']['titles'])}) (?:of|by|from) (?:the )?"
    match = re.match(pattern, first.text, re.IGNORECASE)
    if match is None or any(t.pos_ in {"VERB", "AUX"} for t in first.tokens):
        return None
    start = first.base + first.tokens[0].idx + match.end()
    owner = next(
        (m for m in mentions_of(article).inside(Span(start, first.span.end)) if m.span.start <= start + 1), None
    )
    return _voice(owner) if owner is not None and owner.kind is EntityKind.ORGANISATION else None


def _by_foot(article: Article) -> Voice | None:
    """A body's own page: its name is part of the first line, and opens one of the last with its address behind it."""
    lines = [article.document.text[line.start : line.end].strip() for line in _lines(article.document.text)]
    if len(lines) <= _FOOT:
        return None
    for part in re.split(r"\s[-–—|>/]+\s", lines[0]):
        low = part.strip().lower()
        is_office = _is_body(low) and 1 < len(low.split()) <= _LONGEST
        if is_office and any(re.match(rf"{re.escape(low)}\s*[,|:–—-]", line.lower()) for line in lines[-_FOOT:]):
            start = article.document.text.index(part)
            inside = mentions_of(article).inside(Span(start, start + len(part)))
            bodies = [m for m in inside if m.kind is EntityKind.ORGANISATION]
            whole = max(bodies, key=lambda m: m.span.end - m.span.start, default=None)
            if any(m.kind in {EntityKind.AGENCY, EntityKind.OUTLET} for m in inside):
                return None
            return (
                _voice(whole)
                if whole is not None
                else Voice(name=part.strip(), role=VoiceRole.SPEAKER, cue="release", mention=None)
            )
    return None


_FOOT = 4
"""Lines at the end among which a body's address stands."""


def _letterhead(article: Article, end: int) -> Iterator[Voice]:
    """The bodies that have a line of the head to themselves, press offices left out."""
    units = load("en/voices")["release"]["units"]
    for line in _lines(article.document.text[:end])[:_LINES]:
        text = article.document.text[line.start : line.end].strip()
        low = text.lower()
        bare = re.sub(r"\b(?:[A-Z]\.)+", "", text)  # "U.S."
        is_alone = not re.search(r"[-–—|>/:;,.!?\d]\s", bare) and len(text.split()) <= _LONGEST
        if not is_alone or not _is_body(low) or any(re.search(rf"\b{unit}\b", low) for unit in units):
            continue
        inside = [m for m in mentions_of(article).inside(line) if m.kind is EntityKind.ORGANISATION]
        if inside or text.isupper():
            body = max(inside, key=lambda m: m.span.end - m.span.start, default=None)
            is_whole = body is not None and body.span.end - body.span.start >= _MOST * len(text)
            yield Voice(
                name=body.name if body is not None and is_whole else text,
                role=VoiceRole.SPEAKER,
                cue="release",
                mention=body.span if body is not None else None,
            )


def _is_body(name: str) -> bool:
    return any(word in name.lower() for word in load("en/voices")["release"]["bodies"])


def _lines(text: str) -> Sequence[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
