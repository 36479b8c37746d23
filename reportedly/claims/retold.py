"""Who did it, where the clause does not say: "five men were arrested", "the attack", told before with those who did it.

In: an article. Out: for each of its sentences what it tells, each event with its parties. A party that a clause leaves out
is taken from another telling of the same deed in the article: of the same people ("24 men", "the 24"), or of what a
definite noun goes back to ("the raid"). An arrest without a word of who made it is by those who tell of it or are told of
beside it, where these make arrests. Refuses to guess beyond that: what nobody in the article is said to have done stays
without a doer.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from reportedly.claims.clauses import Outlook
from reportedly.claims.frames import lemmas_of, through
from reportedly.claims.happenings import Happening, event_words, is_hazard, tellings_in
from reportedly.claims.parties import NOBODY, Party, party_at
from reportedly.lexicon import load
from reportedly.text.sentences import Article, Sentence, Token
from reportedly.text.voices import attribution_at


class Told(NamedTuple):
    """A happening with its parties; `sentence` is the number of the one that tells it."""

    sentence: int
    happening: Happening
    outlook: Outlook
    actor: Party
    recipient: Party


_told: WeakKeyDictionary[Article, tuple[tuple[Told, ...], ...]] = WeakKeyDictionary()


def told_in(article: Article) -> tuple[tuple[Told, ...], ...]:
    """What each sentence tells; reckoned once for each article."""
    if article not in _told:
        own = [told for sentence in article.sentences for told in _own(sentence)]
        rows: list[list[Told]] = [[] for _ in article.sentences]
        for at, told in enumerate(own):
            rows[told.sentence].append(_completed(told, at, own, article))
        _told[article] = tuple(map(tuple, rows))
    return _told[article]


def _own(sentence: Sentence) -> Iterator[Told]:
    """What the sentence itself tells, with those whom its clauses name."""
    for happening, outlook in tellings_in(sentence):
        actor = party_at(happening.actor, sentence, is_sent=happening.event in {"AID", "MOBILIZE"})
        recipient = party_at(happening.recipient, sentence, is_given=happening.event == "AID")
        yield Told(sentence.index, happening, outlook, actor, recipient)


_REACH = 8
"""Sentences over which a noun goes back to what was told."""


def _completed(told: Told, at: int, own: Sequence[Told], article: Article) -> Told:
    """With the parties that other tellings of the same deed name."""
    event = told.happening.event
    if is_hazard(event) or told.actor.name is not None and told.recipient.name is not None:
        return told
    alike = [o for n, o in enumerate(own) if n != at and o.happening.event == event]
    again = [o for o in alike if _is_same(told, o)]
    again += [o for o in _earlier(told, alike) if _goes_back(told.happening)]
    actor, recipient = told.actor, told.recipient
    if actor.name is None:
        actor = next((o.actor for o in again if o.actor.name is not None and o.actor != recipient), NOBODY)
    if actor.name is None and _is_arrest(told.happening):
        actor = _arresting(told, alike, article)
    if recipient.name is None and _is_noun(told.happening):
        recipient = next((o.recipient for o in again if o.recipient.name is not None and o.recipient != actor), NOBODY)
    return told._replace(actor=actor, recipient=recipient)


def _earlier(told: Told, others: Sequence[Told]) -> list[Told]:
    """Those told before within reach, the nearest first."""
    near = [o for o in others if 0 <= told.sentence - o.sentence <= _REACH]
    before = [o for o in near if (o.sentence, o.happening.word.i) < (told.sentence, told.happening.word.i)]
    return sorted(before, key=lambda o: (o.sentence, o.happening.word.i), reverse=True)


def _is_noun(happening: Happening) -> bool:
    return happening.noun is not None


def _goes_back(happening: Happening) -> bool:
    """ "the raid", "this attack", "their assault": one that was told before, or is known."""
    noun = happening.noun
    return noun is not None and any(c.lower_ in _DEFINITE for c in noun.children if c.i < noun.i)


_DEFINITE = {"the", "this", "that", "these", "those"}


def _is_same(told: Told, other: Told) -> bool:
    """Whether both befell the same people: as many of them, or of the same name."""
    mine, theirs = told.happening.recipient, other.happening.recipient
    if mine is None or theirs is None or other.actor.name is None:
        return False
    if (count := _count_of(mine)) is not None and (counted := _count_of(theirs)) is not None:
        return count == counted
    if told.recipient.span is not None and other.recipient.span is not None:
        return told.recipient.name == other.recipient.name
    return mine.lemma_ == theirs.lemma_ and mine.pos_ == "NOUN" and any(c.lower_ in _DEFINITE for c in mine.children)


def _count_of(noun: Token) -> str | None:
    """ "24 men", "the 24", "two dozen of the men": how many, as written."""
    if noun.like_num or noun.pos_ == "NUM":
        return noun.lower_
    return next((c.lower_ for c in noun.children if c.dep_ == "nummod"), None)


@cache
def _arrests() -> frozenset[str]:
    return event_words("arrests")


@cache
def _arresters() -> frozenset[str]:
    return frozenset(load("en/events")["arresters"]["words"])


def _is_arrest(happening: Happening) -> bool:
    """ "were arrested", "in custody", "the detention of": what those do who keep the law, not kidnappers."""
    if happening.event != "COERCE":
        return False
    near = [happening.word, *happening.word.children, *(p for c in happening.word.children for p in c.children)]
    return any(form in _arrests() for t in near for form in lemmas_of(t))


def _arresting(told: Told, alike: Sequence[Told], article: Article) -> Party:
    """Who made an arrest of which no word says it: who tells of it, who is told of beside it, who made the others."""
    sentence = article.sentences[told.sentence]
    chain = attribution_at(sentence, told.happening.word.i).chain
    if chain and _is_of_law(chain[0].name):
        return Party(chain[0].mention, chain[0].name)
    captive = told.happening.recipient
    held = {t.i for t in captive.subtree} if captive is not None else set()
    for near in (sentence, *reversed(article.sentences[max(0, told.sentence - 1) : told.sentence])):
        acting = [t for t in near.tokens if t.dep_ in {"nsubj", "pobj", "ROOT"} and t.i not in held and _is_arrester(t)]
        if acting and (near is sentence or near.paragraph is sentence.paragraph):
            return party_at(acting[-1], near)
    others = [o for o in alike if o.actor.name is not None and _is_arrest(o.happening) and _is_of_law(o.actor.name)]
    others.sort(key=lambda o: abs(o.sentence - told.sentence))
    return others[0].actor if others else NOBODY


def _is_arrester(noun: Token) -> bool:
    return any(form in _arresters() for inner in through(noun) for form in lemmas_of(inner))


def _is_of_law(name: str) -> bool:
    words = name.lower().replace("'s", "").split()
    return any(word in _arresters() or word.removesuffix("s") in _arresters() for word in words)
