"""Who did it and when, where the clause does not say: "five men were arrested", "the attack", told before with those who did it.

In: an article. Out: for each of its sentences what it tells, each event with its parties. A party that a clause leaves out
is taken from another telling of the same deed in the article: of the same people ("24 men", "the 24"), or of what a
definite noun goes back to ("the raid"). An arrest without a word of who made it is by those who tell of it or are told of
beside it, where these make arrests. Refuses to guess beyond that: what nobody in the article is said to have done stays
without a doer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from reportedly.claims.clauses import Outlook, times_of
from reportedly.claims.event.happenings import Happening, tellings_in
from reportedly.claims.event.parties import NOBODY, Party, carrier_of, party_at
from reportedly.claims.event.words import is_hazard
from reportedly.claims.frames import lemmas_of, through
from reportedly.claims.kind import told_or_raised
from reportedly.lexicon import load
from reportedly.lexicon.nations import name_of as country_name
from reportedly.model import EntityKind
from reportedly.text.dates import Kind as TimeKind
from reportedly.text.dates import TimeMention
from reportedly.text.grammar import verb_above
from reportedly.text.names import mentions_of
from reportedly.text.scene import scene_of
from reportedly.text.sentences import Article, Sentence, Token, once
from reportedly.text.voices import attribution_at
from reportedly.when import When


class Told(NamedTuple):
    """A happening with its parties; `sentence` is the number of the one that tells it."""

    sentence: int
    happening: Happening
    outlook: Outlook
    actor: Party
    recipient: Party
    when: When | None
    is_past: bool  # of a year before this crisis


def told_in(sentence: Sentence) -> tuple[Told, ...]:
    """What a sentence tells, with what the article's others tell of it."""
    return told_or_raised(_told_in(sentence.article)[sentence.index])


@once
def _told_in(article: Article) -> Sequence[tuple[Told, ...] | Exception]:
    """By sentence; where a rule breaks, what it raised."""
    own: list[Told] = []
    rows: list[list[Told]] = [[] for _ in article.sentences]
    broken: dict[int, Exception] = {}
    for sentence in article.sentences:
        try:
            own += list(_own(sentence))
        except Exception as error:
            broken[sentence.index] = error
    for at, told in enumerate(own):
        try:
            rows[told.sentence].append(_completed(told, at, own, article))
        except Exception as error:
            broken[told.sentence] = error
    return [broken.get(n, tuple(row)) for n, row in enumerate(rows)]


def _own(sentence: Sentence) -> Iterator[Told]:
    """What the sentence itself tells, with those whom its clauses name."""
    for happening, outlook in tellings_in(sentence):
        actor = party_at(happening.actor, sentence, is_sent=happening.event in {"AID", "MOBILIZE"})
        is_given, is_struck = happening.event in _GIVEN, happening.event == "ASSAULT"
        recipient = party_at(happening.recipient, sentence, is_given=is_given, is_struck=is_struck, apart=actor)
        if recipient.name in _EACH_OTHER:
            recipient = actor
        if happening.event == "CONSULT" and any(_is_medium(p, sentence.article) for p in (actor, recipient)):
            continue  # "the institute, contacted by the agency", "told the agency by telephone"
        if happening.event == "AID":
            actor = carrier_of(happening.actor, happening.recipient, actor)
        when, is_past = _when(happening, sentence)
        yield Told(sentence.index, happening, outlook, actor, recipient, when, is_past)


def _is_medium(party: Party, article: Article) -> bool:
    mention = mentions_of(article).at(party.span) if party.span is not None else None
    return mention is not None and mention.kind in {EntityKind.AGENCY, EntityKind.OUTLET}


_GIVEN = {"AID", "CONSULT", "AGREE", "SANCTION", "ASSAULT"}
"""What is done with a country or for it, so that its name is a party and no mere place."""
_EACH_OTHER = {"one another", "each other", "another", "other"}


_UNDONE = {"CONCEDE": "COERCE"}
"""Who lets go of people is who held them."""

_REACH = 8
"""Sentences over which a noun goes back to what was told."""


def _when(happening: Happening, sentence: Sentence) -> tuple[When | None, bool]:
    """The day that the clause gives, its own before that of a clause within, and whether it lies long before this crisis."""
    word = verb_above(happening.word)
    if (counted := _counted_from(happening, sentence)) is not None:
        return counted.when, counted.is_past_year or _is_long_before(counted, sentence)
    times = [t for t in times_of(happening.word, sentence) if t.when is not None and t.kind is not TimeKind.CLOCK]
    times.sort(key=lambda t: _is_within(t, word, sentence))
    if happening.noun is not None and happening.noun.i != happening.word.i:
        times = [*times, *(t for t in times_of(happening.noun, sentence) if t.when is not None and t not in times)]
    times = [t for t in times if t.kind is not TimeKind.CLOCK] or times
    above = _verb_led_by(word) or (_verb_ahead(word) if is_hazard(happening.event) else None)
    if not times and above is not None:
        times = [t for t in times_of(above, sentence) if t.when is not None and t.kind is not TimeKind.CLOCK]
        times.sort(key=lambda t: _is_within(t, above, sentence))
    return (times[0].when, times[0].is_past_year) if times else (None, False)


_WITHIN_REACH = 12
"""Words from "three days after" to what happened then."""


def _counted_from(happening: Happening, sentence: Sentence) -> TimeMention | None:
    """ "came home yesterday, three days after the coach had overturned": the day of the accident, counted from the other."""
    word = happening.noun if happening.noun is not None else happening.word
    for time in sentence.times:
        tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
        is_known = time.when is not None or _is_long_before(time, sentence)
        if not is_known or len(tokens) < _COUNTED or tokens[-1].lower_ not in {"after", "before"}:
            continue
        link = tokens[-1]
        between = [t for t in sentence.tokens if link.i < t.i < word.i]
        if not link.i < word.i <= link.i + _WITHIN_REACH or any(t.text in {",", ";", ":"} for t in between):
            continue
        later = [t for t in sentence.times if t.start > time.start and t.when is not None]
        if not any(t in later for t in times_of(happening.word, sentence)):
            return time
    return None


_COUNTED = 3  # "three days after"


def _is_long_before(time: TimeMention, sentence: Sentence) -> bool:
    """ "six months after the earthquake of Lima": another crisis."""
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    return any(t.lemma_.lower() in {"month", "year", "decade", "century"} for t in tokens)


def _verb_led_by(verb: Token) -> Token | None:
    """ "On Monday the army came in to clear the camp", "came in, firing": the verb whose day is also that of this one."""
    has_subject = any(c.dep_ in {"nsubj", "nsubjpass", "mark"} for c in verb.children)
    is_purpose = verb.dep_ in {"advcl", "xcomp"} and verb.tag_ in {"VB", "VBG"}
    return verb.head if is_purpose and not has_subject and verb.head.pos_ == "VERB" else None


def _verb_ahead(verb: Token) -> Token | None:
    """ "They were hauled from the lake on Friday after the launch went down": of a mishap and its rescue one day tells."""
    is_occasion = any(c.dep_ in {"mark", "advmod"} and c.lower_ in {"after", "as", "when"} for c in verb.children)
    is_led = verb.dep_ == "advcl" and is_occasion and verb.head.pos_ == "VERB" and verb.i > verb.head.i
    return verb.head if is_led and verb.head.tag_ in {"VBD", "VBN", "VBP", "VBZ"} else None


def _is_within(time: TimeMention, word: Token, sentence: Sentence) -> bool:
    """ "the men, who were seized last week, were freed": of a clause that tells of a noun of this one."""
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    clause = verb_above(tokens[0].head) if tokens else word
    return clause.i != word.i and clause.dep_ in {"relcl", "acl"}


def _day_told(told: Told, own: Sequence[Told]) -> When | None:
    """The day of what a definite noun goes back to: "The first blast tore open a tank", below "Two blasts on Monday".

    Only where all that the article dates of its kind is of one day.
    """
    family = _family_of(told.happening)
    noun = told.happening.noun
    if family is None or noun is None or told.outlook is not Outlook.DONE:
        return None
    if not any(c.lower_ in _DEFINITE and c.i < noun.i for c in noun.children):
        return None
    dated = [o for o in own if o.when is not None and _family_of(o.happening) == family]
    days = {o.when for o in dated}
    return next(iter(days)) if len(days) == 1 and not dated[0].is_past and dated[0].outlook is Outlook.DONE else None


@cache
def _families() -> Mapping[str, int]:
    """Word -> which of the kinds of happening that are told by several words."""
    return {word: n for n, row in enumerate(load("en/events")["families"]) for word in row["words"]}


def _family_of(happening: Happening) -> int | None:
    heads = [happening.word] if happening.noun is None else [happening.noun, happening.word]
    return next((_families()[form] for t in heads for form in lemmas_of(t) if form in _families()), None)


def _completed(told: Told, at: int, own: Sequence[Told], article: Article) -> Told:
    """With the day and the parties that other tellings of the same deed name."""
    event = told.happening.event
    if told.when is None and not article.sentences[told.sentence].times:
        told = told._replace(when=_day_told(told, own))
    if is_hazard(event) or (told.actor.name is not None and told.recipient.name is not None):
        return told
    alike = [o for n, o in enumerate(own) if n != at and o.happening.event in (event, _UNDONE.get(event))]
    again = [o for o in alike if _is_same(told, o)]
    again += [o for o in _earlier(told, alike) if _goes_back(told.happening)]
    actor, recipient = told.actor, told.recipient
    if actor.name is None:
        actor = next((o.actor for o in again if o.actor.name is not None and o.actor != recipient), NOBODY)
    if actor.name is None and told.happening.actor is None:
        actor = _by_role(told, alike, article)
    if recipient.name is None and _is_noun(told.happening):
        recipient = next((o.recipient for o in again if o.recipient.name is not None and o.recipient != actor), NOBODY)
    if recipient.name is None and told.happening.recipient is None:
        recipient = _land_helped(told, article) if event == "AID" else _upon_by_role(told, own, article)
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


class Role(NamedTuple):
    """Who does a kind of deed, or suffers it, where nobody is said to.

    The deed is known by its event and by a word of it, and where `upon` is not empty by whom it befalls; those who have the role
    by a word of their name, `doers` near the deed and `far` anywhere in the article, or by a deed of theirs told `beside` it.
    """

    events: frozenset[str]
    words: frozenset[str]
    upon: frozenset[str]
    doers: frozenset[str]
    far: frozenset[str]
    beside: frozenset[str]
    is_told: bool  # whether who tells of it may be who did it


@cache
def _roles(table: str) -> tuple[Role, ...]:
    return tuple(
        Role(
            events=frozenset(row["events"]),
            words=frozenset(row["words"]),
            upon=frozenset(row.get("upon", ())),
            doers=frozenset(row["doers"]),
            far=frozenset(row.get("far", ())),
            beside=frozenset(row.get("beside", ())),
            is_told=row.get("told", False),
        )
        for row in load("en/events")[table]
    )


def _role_of(happening: Happening, table: str) -> Role | None:
    """ "were arrested", "in custody" those who keep the law; "held hostage" the captors; a protest the protesters."""
    heads = [happening.word] if happening.noun is None else [happening.word, happening.noun]
    near = [
        *heads,
        *(c for h in heads for c in h.children),
        *(p for h in heads for c in h.children for p in c.children),
    ]
    forms = {form for t in near for form in lemmas_of(t)}
    forms |= {
        f"{t.lower_} {t.head.lemma_.lower()}" for t in near if t.dep_ == "compound"
    }  # "tear gas": nothing was torn
    names = _forms_of(happening.recipient if table == "doers" else happening.actor)
    for role in _roles(table):
        is_of = happening.event in role.events and (not role.words or bool(role.words & forms))
        if is_of and (not role.upon or role.upon & names):
            return role
    return None


def _forms_of(noun: Token | None) -> frozenset[str]:
    return frozenset(form for t in through(noun) for form in lemmas_of(t)) if noun is not None else frozenset()


def _by_role(told: Told, alike: Sequence[Told], article: Article) -> Party:
    """Who does such things in the article: who tells of it, who is told of beside it, who did the others."""
    role = _role_of(told.happening, "doers")
    if role is None:
        return NOBODY
    sentence = article.sentences[told.sentence]
    chain = attribution_at(sentence, told.happening.word.i).chain if role.is_told else ()
    if chain and _is_one_of(chain[0].name, role):
        return Party(chain[0].mention, chain[0].name)
    near = [article.sentences[i] for i in range(told.sentence, max(-1, told.sentence - _NEAR - 1), -1)]
    befallen = _forms_of(told.happening.recipient)  # soldiers are not arrested by "the soldiers"
    found = _named_in(near, told, role.doers - befallen, alike)
    others = [o for o in alike if o.actor.name is not None and _is_one_of(o.actor.name, role)]
    others = [o for o in others if _role_of(o.happening, "doers") is role]
    if found is None and others:
        return min(others, key=lambda o: abs(o.sentence - told.sentence)).actor
    if found is None and role.far:
        by_nearness = sorted(_with_roles(article), key=lambda i: (abs(i - told.sentence), i))
        found = _named_in((article.sentences[i] for i in by_nearness), told, role.far - befallen, alike)
    return NOBODY if found is None else party_at(*found)


def _land_helped(told: Told, article: Article) -> Party:
    """ "Norland sent 45 firefighters": to the one country in which the article plays, where the sender is of another."""
    lands = [code for code in scene_of(article).countries if code is not None]
    sender = mentions_of(article).at(told.actor.span)
    if len(lands) != 1 or sender is None or sender.country in {None, lands[0]}:
        return NOBODY
    name = country_name(lands[0])
    return Party(None, name) if name is not None else NOBODY


def _upon_by_role(told: Told, own: Sequence[Told], article: Article) -> Party:
    """Whom it befalls of those told of beside it: "police fired tear gas", where the sentence before tells of a crowd."""
    role = _role_of(told.happening, "sufferers")
    if role is None:
        return NOBODY
    near = [article.sentences[i] for i in range(told.sentence, max(-1, told.sentence - _NEAR - 2), -1)]
    found = _named_in(near, told, role.doers)
    if found is not None:
        return party_at(*found)
    others = [o for o in own if 0 <= told.sentence - o.sentence <= _NEAR + 1 and o.happening.event in role.beside]
    return next((o.actor for o in reversed(others) if o.actor.name is not None and o.actor != told.actor), NOBODY)


_NEAR = 1
"""Sentences before, in which those who may have done it are told of beside it."""


def _named_in(
    sentences: Iterable[Sentence], told: Told, words: frozenset[str], alike: Sequence[Told] = ()
) -> tuple[Token, Sentence] | None:
    """The last of those who may have the role that the first sentence with any of them names.

    Of `alike`, the other deeds of the kind, none who suffers one: "Two soldiers and a policeman were arrested".
    """
    befallen = [(o.sentence, t) for o in alike if (t := o.happening.recipient) is not None]
    suffering = {(at, n.i) for at, t in befallen for n in (t, *t.conjuncts)}
    parties = [t for t in (told.happening.recipient, told.happening.actor) if t is not None]
    for sentence in sentences:
        own = {t.i for p in parties for t in p.subtree} if sentence.index == told.sentence else set()
        named = _with_roles(sentence.article).get(sentence.index, ())
        acting = [noun for noun, forms in named if noun.i not in own and forms & words]
        acting = [noun for noun in acting if (sentence.index, noun.i) not in suffering]
        if acting:
            return acting[-1], sentence
    return None


type Named = Mapping[int, list[tuple[Token, frozenset[str]]]]


@once
def _with_roles(article: Article) -> Named:
    """By sentence, those whom any role may have, with the words that they are called by."""
    words = _role_words()
    found: dict[int, list[tuple[Token, frozenset[str]]]] = {}
    for sentence in article.sentences:
        for token in sentence.tokens:
            if token.dep_ in _ACTING and (forms := _forms_of(token) & words):
                found.setdefault(sentence.index, []).append((token, forms))
    return found


@cache
def _role_words() -> frozenset[str]:
    return frozenset(w for table in ("doers", "sufferers") for role in _roles(table) for w in role.doers | role.far)


_ACTING = {"nsubj", "nsubjpass", "pobj", "ROOT", "dobj", "appos", "conj"}


def _is_one_of(name: str, role: Role) -> bool:
    words = name.lower().replace("'s", "").split()
    return any(word in role.doers or word.removesuffix("s") in role.doers for word in words)
