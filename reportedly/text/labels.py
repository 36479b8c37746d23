"""Tellings by a label: "The foreign ministry: none of ours is hurt", "Two dead: police", "Six rescued (fire brigade)".

In: a sentence. Out: `Telling`s. In headlines the label may stand behind, after a colon or a dash; in live reports an hour
may stand before it. A label that heads a paragraph of a transcript holds for all of the paragraph, unless it is the outlet's own
presenter or correspondent: what these say is the outlet's word.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.lexicon import load
from reportedly.model import EntityKind, Voice, VoiceRole
from reportedly.text.names import mentions_of
from reportedly.text.quotes import Quotation
from reportedly.text.sentences import Article, Sentence, Token, once
from reportedly.text.tellers import Telling, cues, in_order, maker_of, voices_of_noun, words_of

_TITLED = 16
"""Words before a colon that may be a speaker with title and office: "Dr X, the superintendent of the Y hospital:"."""
_SHORT = 7
"""Words behind a headline's colon or dash, or in brackets, that may be a speaker."""
_LONGEST = 4
"""Words that a label without a name may have: "the local authorities:"."""
_DASHES = {":", "-", "–", "—"}
_TITLE_LENGTH = 160


def by_label(sentence: Sentence, quotations: Sequence[Quotation], found: Sequence[Telling] = ()) -> Iterator[Telling]:
    """The labels of a sentence; at most one before and one behind."""
    tokens = [t for t in sentence.tokens if not t.is_space]
    body = tokens[_hour_of(tokens) :]
    ahead = _by_colon(sentence, body, quotations) or _by_clause(sentence, body, quotations, found)
    if ahead is not None:
        yield ahead
    if sentence is sentence.paragraph.sentences[-1]:
        # the parser may part a headline at its colon, and a bracket from its sentence
        before = sentence.paragraph.sentences[-2:-1] if len(tokens) <= _SHORT else ()
        tokens = [t for s in (*before, sentence) for t in s.tokens if not t.is_space]
    yield from _by_aside(sentence, tokens)
    behind = _by_bracket(sentence, tokens) or (_by_dash(sentence, tokens) if ahead is None else None)
    if behind is not None:
        yield behind


def _telling(voices: tuple[Voice, ...], content: set[int], cue: Token) -> Telling:
    return Telling(
        voices=in_order(voices, cue.text),
        tokens=frozenset(content),
        cue=cue.i,
        depth=0,
        modality=None,
        said_on=None,
    )


def _hour_of(tokens: Sequence[Token]) -> int:
    """How many tokens a leading hour has: "14.05:", "09:30 GMT -", "11h20 –"."""
    if not tokens or not tokens[0].text[0].isdigit():
        return 0
    for n, token in enumerate(tokens[:6]):
        if n and token.text in _DASHES:
            has_hour = all(t.text[0].isdigit() or t.text in {".", ":"} or len(t) <= 4 for t in tokens[:n])
            if has_hour:
                return n + 1
            break
    is_clock = len(tokens[0].text) >= 4 and any(mark in tokens[0].text for mark in ":.h")
    flags = itertools.takewhile(lambda t: t.lower_ in words_of("flags"), tokens[1:])
    return 1 + sum(1 for _ in flags) if is_clock else 0


def _by_colon(sentence: Sentence, tokens: Sequence[Token], quotations: Sequence[Quotation]) -> Telling | None:
    """A speaker with title and office before a colon or an opening quotation mark."""
    at = next((n for n, t in enumerate(tokens) if t.text in {":", '"'}), None)
    if at is None or not 0 < at <= _TITLED or any(t.pos_ in {"VERB", "AUX"} for t in tokens[:at]):
        return None
    is_quote = tokens[at].text == '"'
    if is_quote and not any(q.first == tokens[at].i + 1 for q in quotations):
        return None
    voices = _label_voices(tokens[:at], sentence)
    if not voices:
        return None
    content = {t.i for t in tokens[at + 1 :]}
    mention = mentions_of(sentence.article).at(voices[0].mention)
    opens = sentence is sentence.paragraph.sentences[0] and tokens[0].i == sentence.tokens.start
    if not is_quote and opens and is_of_the_house(voices[0].name, tokens[:at], sentence.article):
        return None
    if not is_quote and opens and mention is not None and mention.kind is EntityKind.PERSON:
        # a transcript: the paragraph is what this person says
        content |= set(range(sentence.tokens.end, len(sentence.paragraph.doc)))
    return _telling(voices, content, tokens[at])


def _by_clause(
    sentence: Sentence, tokens: Sequence[Token], quotations: Sequence[Quotation], found: Sequence[Telling]
) -> Telling | None:
    """ "The union updated its sum: 11 dead", "Her explanation: two were washed over": a colon behind a clause of which a
    voice is the subject, or behind somebody's count."""
    at = next((n for n, t in enumerate(tokens) if t.text == ":" and not any(q.holds(t.i) for q in quotations)), None)
    if at is None or at < 2 or at + 1 >= len(tokens):
        return None
    before = tokens[:at]
    contents = {*load("en/voices")["nouns"]["content"], *load("en/voices")["reckoning"]["counts"]}
    counts = [t for t in before if t.lemma_.lower() in contents and t.pos_ == "NOUN"]
    told = [t for t in before if t.lemma_.lower() in cues() and t.pos_ == "VERB"]
    subject = next((t for t in before if t.dep_ == "nsubj"), None)
    voices: tuple[Voice, ...] = ()
    is_clause = any(t.pos_ in {"VERB", "AUX"} for t in before)
    if subject is not None and (counts or told or (is_clause and _is_named_person(subject, sentence))):
        voices = voices_of_noun(subject, sentence, cue="say")
    if not voices and counts:
        owner = next((c for c in counts[0].children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
        voices = (
            maker_of(counts[0], sentence, ":")
            if owner is None
            else voices_of_noun(owner, sentence, cue="by", found=found)
        )
    if not voices or _kind_of(voices[0], sentence) is EntityKind.PLACE:
        return None
    return _telling(voices, {t.i for t in tokens[at + 1 :]}, tokens[at])


def _is_named_person(noun: Token, sentence: Sentence) -> bool:
    mention = mentions_of(sentence.article).covering(sentence.base + noun.idx)
    return mention is not None and mention.kind is EntityKind.PERSON


def _by_dash(sentence: Sentence, tokens: Sequence[Token]) -> Telling | None:
    """In headlines: "Two dead: police", "Two dead – police"."""
    at = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].text in _DASHES), None)
    if at is None or not is_title(sentence) or len(tokens) - at > _SHORT or at < 3:
        return None
    behind = tokens[at + 1 :]
    voices = _label_voices(behind, sentence) if behind else ()
    if not voices or any(t.pos_ in {"VERB", "AUX", "NUM"} for t in behind):
        return None
    return _telling(voices, {t.i for t in tokens[:at]}, tokens[at])


def is_title(sentence: Sentence) -> bool:
    """A headline or cross-heading: a short paragraph without a full stop."""
    if sentence.is_headline:
        return True
    span = sentence.paragraph.span
    return span.end - span.start <= _TITLE_LENGTH and sentence.text.rstrip()[-1:].isalnum()


def _by_bracket(sentence: Sentence, tokens: Sequence[Token]) -> Telling | None:
    """ "Two have died (police).", "[Fire brigade, 16:10] Six rescued"."""
    marks = [(n, t.text) for n, t in enumerate(tokens) if t.text in {"(", ")", "[", "]"}]
    for (first, opening), (last, closing) in itertools.pairwise(marks):
        inside = [t for t in tokens[first + 1 : last] if t.pos_ != "NUM" and not t.is_punct]
        is_pair = opening + closing in {"()", "[]"} and 0 < len(inside) < _SHORT
        is_edge = first == 0 or all(t.is_punct for t in tokens[last + 1 :])
        if not is_pair or not is_edge or any(t.pos_ in {"VERB", "AUX"} for t in inside):
            continue
        voices = _label_voices(inside, sentence)
        if voices:
            told = {t.i for t in tokens} - {t.i for t in tokens[first : last + 1]}
            return _telling(voices, told, tokens[first]) if told else None
    return None


def _by_initials(words: Sequence[Token]) -> tuple[Voice, ...]:
    """ "(COPECO, 8 Oct.)": a body that nothing else in the article names."""
    text = words[0].text
    is_one = len(words) == 1 and len(text) >= _INITIALS and text.isupper() and text.isalpha()
    return (Voice(name=text, role=VoiceRole.SPEAKER, cue="(", mention=None),) if is_one else ()


_INITIALS = 3


def _by_aside(sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Telling]:
    """ "The toll stands at 87 (COPECO, 8 Oct., 18:00), with 132 missing", "two burned and (so the fire chief) nine are hurt": in
    the middle of a sentence a bracket tells by whom only where it gives the day as well, or opens with a word for it."""
    dated = {t.i for time in sentence.times for t in sentence.tokens_in(sentence.span_at(time.start, time.end))}
    marks = [(n, t.text) for n, t in enumerate(tokens) if t.text in {"(", ")"}]
    for (first, opening), (last, closing) in itertools.pairwise(marks):
        inner = tokens[first + 1 : last]
        if opening + closing != "()" or not inner or first == 0 or last + 1 >= len(tokens):
            continue
        is_marked = inner[0].lower_ in words_of("citing_marks")
        words = [
            t for t in inner if t.i not in dated and t.pos_ != "NUM" and not t.is_punct and not t.text[0].isdigit()
        ]
        words = words[1:] if is_marked else words
        is_dated = any(t.i in dated for t in inner)
        if (
            not words
            or len(words) > _SHORT
            or not (is_marked or is_dated)
            or any(t.pos_ in {"VERB", "AUX"} for t in words)
        ):
            continue
        if voices := _label_voices(words, sentence) or _by_initials(words):
            told = {t.i for t in sentence.tokens} - {t.i for t in tokens[first : last + 1]}
            yield _telling(voices, told, tokens[first])


def _label_voices(tokens: Sequence[Token], sentence: Sentence) -> tuple[Voice, ...]:
    """The speaker whom a label's words name; no place alone ("Lima: 3 dead")."""
    voices = voices_of_noun(_head_of(tokens), sentence)
    if not voices or _kind_of(voices[0], sentence) is EntityKind.PLACE:
        return ()
    span = sentence.span_of(tokens[0], tokens[-1])
    mention = voices[0].mention
    if mention is None:
        is_source = any(t.lemma_.lower() in words_of("sources") for t in tokens)
        if not is_source or len(tokens) > _LONGEST:
            return ()
        return tuple(replace(voice, name=sentence.quote(span)) for voice in voices[:1])
    if mention.start < span.start or mention.end > span.end:
        return ()
    return voices


def _kind_of(voice: Voice, sentence: Sentence) -> EntityKind | None:
    mention = mentions_of(sentence.article).at(voice.mention)
    return None if mention is None else mention.kind


def _head_of(tokens: Sequence[Token]) -> Token:
    inside = {t.i for t in tokens}
    nouns = [t for t in tokens if t.pos_ in {"NOUN", "PROPN"}]
    return next((t for t in nouns if t.head.i not in inside or t.head == t), (nouns or list(tokens))[-1])


# --- who of a transcript is the outlet itself ------------------------------------------------------------------------


def is_of_the_house(name: str, label: Sequence[Token], article: Article) -> bool:
    """Whether a label names the outlet's own presenter or correspondent."""
    if any(t.lower_ in words_of("house") for t in label):
        return True
    return any(part in _house_of(article) for part in name.lower().split()[-1:])


_ROUNDS = 4
"""Labelled paragraphs from which on a text is a conversation."""


def _askers_of(article: Article) -> Iterator[str]:
    """Surnames of the labels of a conversation that open it or mostly ask, and of whoever "reported this story"."""
    asked: dict[str, list[bool]] = {}
    for paragraph in article.paragraphs:
        at = next((n for n, t in enumerate(paragraph.doc[:_SHORT]) if t.text == ":"), None)
        if at and all(t.text[0].isupper() for t in paragraph.doc[:at]) and len(paragraph.doc) > at + 1:
            is_question = any(t.text == "?" for t in paragraph.doc[-3:])
            asked.setdefault(paragraph.doc[at - 1].lower_, []).append(is_question)
    rounds = sum(len(each) for each in asked.values())
    if len(asked) < 2 or rounds < _ROUNDS or not any(any(each) for each in asked.values()):
        return
    yield from (name for name, each in asked.items() if sum(each) * 2 >= len(each))
    text = article.document.text
    yield from (name for name in asked if re.search(rf"(?i)\b{re.escape(name)} reported this story\b", text))


@once
def _house_of(article: Article) -> frozenset[str]:
    """Surnames of those whom the article calls presenter, correspondent or reporter, or who ask in a conversation."""
    return frozenset(_named_of_house(article, words_of("house")))


def _named_of_house(article: Article, words: frozenset[str]) -> Iterator[str]:
    yield from _askers_of(article)
    for mention in mentions_of(article):
        if mention.kind is EntityKind.PERSON and mention.title and mention.title.split()[-1] in words:
            yield mention.name.lower().split()[-1]
    for paragraph in article.paragraphs:
        head = list(paragraph.doc[:8])
        at = next((n for n, t in enumerate(head) if t.text == ":"), None)
        if at and at > 1 and any(t.lower_ in words for t in head[:at]):
            yield from (t.lower_ for t in head[:at] if t.text.isalpha() and t.lower_ not in words)
