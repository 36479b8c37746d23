"""Speech that goes on without a cue of its own, where the text shows it.

In: the tellings found so far in a paragraph, and those of the paragraph above. Out: the tellings that go on: a second
quotation, an open one over paragraphs, what stands behind a semicolon, a part of those just told of ("five of them"),
a count that is taken up ("The number of injured rose to 66"), and what follows "the minister spoke to the press". A new
sentence that shows none of this is the article's own word.
"""

import itertools
from collections.abc import Iterator, Sequence

from reportedly.lexicon import load
from reportedly.model import EntityKind
from reportedly.text.carriers import voices_of_verb
from reportedly.text.labels import is_title
from reportedly.text.names import mentions_of
from reportedly.text.quotes import Quotation
from reportedly.text.sentences import Paragraph, Sentence, Token
from reportedly.text.subjects import teller_of
from reportedly.text.tellers import Telling, cues, voices_of_noun, words_of


def going_on(
    paragraph: Paragraph, quotations: Sequence[Quotation], found: Sequence[Telling], before: Sequence[Telling]
) -> Iterator[Telling]:
    """What goes on from the tellings of a paragraph, and from those of the one above."""
    listed = list(_below_colon(paragraph, found, before))
    more = [*listed, *_quotations(quotations, [*found, *listed], before)]
    more += _behind_semicolons(paragraph, quotations, found)
    yield from more
    told = [*found, *more]
    for earlier, sentence in zip(paragraph.sentences, paragraph.sentences[1:], strict=False):
        if any(_lies_in(t, sentence) for t in told):
            continue
        going = _goes_on(sentence, earlier, told)
        told.extend(going)
        yield from going


def _again(telling: Telling, tokens: range) -> Telling:
    return Telling(
        voices=telling.voices,
        tokens=frozenset(tokens),
        cue=tokens.start,
        depth=0,
        modality=telling.modality,
        said_on=telling.said_on,
    )


def _quotations(
    quotations: Sequence[Quotation], found: Sequence[Telling], before: Sequence[Telling]
) -> Iterator[Telling]:
    """Direct speech without a verb of its own: the last speaker goes on, in this paragraph or from the one above."""
    for q in quotations:
        if any(q.first in telling.tokens for telling in found):
            continue
        earlier = [t for t in found if t.cue < q.first and t.voices]
        last = earlier[-1] if earlier else (before[-1] if before and q.first <= 1 else None)
        if last is not None:
            tokens = frozenset(range(q.first, q.last))
            yield Telling(voices=last.voices, tokens=tokens, cue=q.first, depth=0, modality=None, said_on=last.said_on)


_BULLETS = {"-", "–", "—", "•", "*", "·", "--"}


def _below_colon(paragraph: Paragraph, found: Sequence[Telling], before: Sequence[Telling]) -> Iterator[Telling]:
    """ "The commissioner said:", and below it a list or a quotation: each of its items is on his word."""
    if paragraph.index == 0 or not len(paragraph.doc):
        return
    above = paragraph.article.paragraphs[paragraph.index - 1]
    first = paragraph.doc[0]
    whole = range(len(paragraph.doc))
    if first.text in _BULLETS and above.doc[0].text in _BULLETS:
        over = [t for t in before if t.cue == 0 and len(t.tokens) == len(above.doc)]
        yield from (_again(t, whole) for t in over[-1:])
        return
    last = above.sentences[-1]
    is_list = first.text in _BULLETS or first.is_quote
    if not is_list or last.text.rstrip()[-1:] != ":" or any(0 in t.tokens for t in found):
        return
    for token in reversed(list(last.tokens)):
        if token.pos_ == "VERB" and cues().get(token.lemma_.lower()) == "say":
            voices = voices_of_verb(token, teller_of(token, last), last, [t for t in before if t.voices])
            if voices:
                yield Telling(voices=voices, tokens=frozenset(whole), cue=0, depth=0, modality=None, said_on=None)
            return


def _behind_semicolons(
    paragraph: Paragraph, quotations: Sequence[Quotation], found: Sequence[Telling]
) -> Iterator[Telling]:
    """ "The hospital said it had admitted 58; ten are still on its wards": a part that nobody else tells."""
    for sentence in paragraph.sentences:
        marks = [t.i for t in sentence.tokens if t.text == ";" and not any(q.holds(t.i) for q in quotations)]
        parts = list(zip([sentence.tokens.start, *(m + 1 for m in marks)], [*marks, sentence.tokens.end], strict=True))
        told: list[Telling] = [t for t in found if sentence.tokens.start <= t.cue < sentence.tokens.end]
        for (first, last), (start, end) in itertools.pairwise(parts):
            part = range(start, end)
            if any(t.cue in part or not t.tokens.isdisjoint(part) for t in told):
                continue
            going = [_again(t, part) for t in told if not t.tokens.isdisjoint(range(first, last)) and t.cue < last]
            told.extend(going)
            yield from going
        if marks and is_title(sentence) and len(told) == 1 and told[0].cue > marks[-1]:
            # a headline's only teller tells all of it: "164 flown out; all are safe, says ministry"
            yield _again(told[0], range(sentence.tokens.start, marks[-1]))


def _lies_in(telling: Telling, sentence: Sentence) -> bool:
    """Whether somebody tells something in a sentence."""
    own = range(sentence.tokens.start, sentence.tokens.end)
    return telling.cue in own or not telling.tokens.isdisjoint(own)


def _goes_on(sentence: Sentence, earlier: Sentence, told: Sequence[Telling]) -> list[Telling]:
    """The tellings of the sentence before that hold for this one too."""
    whole = range(sentence.tokens.start, sentence.tokens.end)
    is_of_count = _takes_up_count(sentence) or _is_sum(sentence) or _recounts(sentence) or _is_in_paper(sentence, told)
    if _is_part(sentence) or is_of_count or _is_first_person(sentence):
        last = [t for t in told if not t.tokens.isdisjoint(_last_clause(earlier)) and not _is_denied(t)]
        return [_again(t, whole) for t in last]
    speaker = _announced(earlier, told)
    return [speaker_telling] if (speaker_telling := speaker and _again(speaker, whole)) else []


def _last_clause(sentence: Sentence) -> range:
    """The half of a sentence that the next one goes on from."""
    middle = (sentence.tokens.start + sentence.tokens.end) // 2
    return range(middle, sentence.tokens.end)


def _is_denied(telling: Telling) -> bool:
    return telling.modality is not None


def _is_part(sentence: Sentence) -> bool:
    """ "Five of them were in hospital", "Among them are 22 children", "Another six have not been found"."""
    tokens = [t for t in sentence.tokens if not t.is_space][:6]
    if any(a.lower_ == "another" and b.like_num for a, b in itertools.pairwise(tokens)):
        return True
    if any(a.like_num and b.lower_ in {"other", "others", "more"} for a, b in itertools.pairwise(tokens)):
        return True
    for n, token in enumerate(tokens):
        is_them = token.lower_ in {"them", "these", "those", "whom", "which"} and n > 0
        if is_them and tokens[n - 1].lower_ in {"of", "among", "amongst", "between"} and n <= 4:
            return True
    return _is_among_harmed(tokens)


def _is_among_harmed(tokens: Sequence[Token]) -> bool:
    """ "Among the dead are eight Syrians", "Of the wounded, 14 are still there": a part of those just counted."""
    words = [t.lower_ for t in tokens]
    if len(words) < 3 or words[0] not in {"among", "amongst", "of"} or words[1] not in {"the", "those", "these"}:
        return False
    rest = words[2:4] if not tokens[2].like_num else words[3:5]
    return any(word in words_of("harmed") for word in rest)


def _is_in_paper(sentence: Sentence, told: Sequence[Telling]) -> bool:
    """ "The hospitals are named in it as well", "The list holds no Russians": the paper just read from is read on."""
    contents = load("en/voices")["nouns"]["content"]
    doc = sentence.tokens.doc
    papers = {doc[t.cue].lemma_.lower() for t in told if t.cue < sentence.tokens.start} & set(contents)
    if not papers:
        return False
    inside = [c for t in sentence.tokens if t.lower_ in {"in", "on"} for c in t.children if c.dep_ == "pobj"]
    subject = next((c for c in sentence.tokens.root.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    the = [n for n in (subject, *inside) if n is not None and any(c.lower_ in {"the", "this"} for c in n.children)]
    return any(n.lower_ == "it" for n in inside) or any(n.lemma_.lower() in contents for n in the)


def _is_first_person(sentence: Sentence) -> bool:
    """ "Four died while we sat with them": the one who spoke before speaks on, with no quotation marks."""
    return any(t.lower_ in {"we", "i"} and t.dep_ in {"nsubj", "nsubjpass"} for t in sentence.tokens)


def _takes_up_count(sentence: Sentence) -> bool:
    """ "The number of injured has risen to 88": a count as the subject, nobody's in particular."""
    root = sentence.tokens.root
    subject = next((c for c in root.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    table = load("en/voices")["reckoning"]
    if subject is None or subject.lemma_.lower() not in {"count", "number", "figure", "tally"}:
        return False
    is_the = any(c.lower_ == "the" for c in subject.children) and any(c.lower_ == "of" for c in subject.children)
    return is_the and root.lemma_.lower() in table["valued"] and subject.i - sentence.tokens.start <= 3


def _is_sum(sentence: Sentence) -> bool:
    """ "In all 152 persons had been hurt", "That makes seventy", "They include 700 foreigners": what was just counted."""
    table = load("en/voices")["reckoning"]
    words = [t.lower_ for t in sentence.tokens if not t.is_space][:3]
    if any(words[: len(phrase.split())] == phrase.split() for phrase in table["sums"]):
        return not any(t.lower_ in {"both", "together"} for t in sentence.tokens)  # "if one adds both sides' data"
    root = sentence.tokens.root
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    is_it = subject is not None and subject.lower_ in {"that", "this", "these", "those", "they", "which"}
    if is_it and root.lemma_.lower() in table["summing"] and any(t.like_num for t in sentence.tokens):
        return True
    is_it = subject is not None and (is_it or subject.lower_ == "it" or subject.lemma_.lower() in table["newest"])
    is_to = any(
        c.lower_ in {"to", "at"} and any(g.like_num or any(n.like_num for n in g.children) for g in c.children)
        for c in root.children
    )
    return is_it and root.lemma_.lower() in table["moving"] and is_to


def _recounts(sentence: Sentence) -> bool:
    """ "On the 19th it had been 35", "By six o'clock it was 34": the count just told, at another hour."""
    root = sentence.tokens.root
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ != "it" or root.lemma_ not in {"be", "stand", "become"}:
        return False
    return any(c.like_num or any(g.like_num for g in c.children) for c in root.children if c.dep_ in {"attr", "prep"})


def _announced(sentence: Sentence, told: Sequence[Telling]) -> Telling | None:
    """ "The minister spoke to the press", "He gave the latest figures": who is about to tell, and has told nothing yet."""
    root = sentence.tokens.root
    if any(_lies_in(t, sentence) for t in told):
        return None
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    if subject is None or not _speaks(root):
        return None
    mention = mentions_of(sentence.article).covering(sentence.base + subject.idx)
    if mention is not None and mention.kind is EntityKind.PLACE:
        return None
    voices = voices_of_noun(subject, sentence, cue=root.lower_)
    if not voices:
        return None
    return Telling(voices=voices, tokens=frozenset(), cue=root.i, depth=0, modality=None, said_on=None)


def _speaks(verb: Token) -> bool:
    """ "speaks to the nation", "is before the press", "held a news conference", "gave the latest figures"."""
    near = {t.lemma_.lower() for c in verb.children if c.i > verb.i for t in c.subtree}
    if verb.lemma_.lower() in words_of("speaking"):
        return any(c.lower_ in {"to", "before", "with"} or c.dep_ == "dobj" for c in verb.children if c.i > verb.i)
    is_meeting = verb.lemma_.lower() in {
        "be",
        "hold",
        "give",
        "face",
        "come",
        "step",
        "appear",
        "publish",
        "release",
        "issue",
    }
    return is_meeting and bool(near & words_of("audiences"))
