"""Frames: a word that says something, and what its arguments must be, as the word lists have them.

In: a sentence, and frames such as {verbs = ["close", "shut"], nouns = ["closure"], undergoer = ["border"]}. Out: each
place where one fits, whatever its voice: "closed the border", "the border was closed", "the closing of the border",
"the border remains shut", "a border closed since Monday". Refuses a word whose arguments are of another class.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, NamedTuple

from reportedly.claims.people.persons import is_called_person
from reportedly.lexicon import load
from reportedly.lexicon.nations import country_of_adjective, country_of_people
from reportedly.text.grammar import doer_of, is_passive, subject_of
from reportedly.text.sentences import Article, Sentence, Token, once

_COPULAS = {"be", "remain", "stay", "become", "get", "go", "keep", "stand", "lie", "seem", "appear", "feel"}
_PLAIN_NOUN = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}


@cache
def _transparent() -> frozenset[str]:
    return frozenset(load("en/outlooks")["transparent"]["words"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """`gives` is what a match means. An argument's empty list asks nothing of it.

    Entries are lemmas; "turn off" is a verb with its particle, "state television" a noun with its modifier. `beside`
    are words of which the clause must hold one, `without` words of which it must hold none. "<person>" and "<name>"
    stand for named persons and for other names, "<people>" for the people of a country, "<human>" for any noun that means
    persons, "<units>" for named units that are counted ("3,000 Rangers"). `more` holds what else the row says; with `either`
    the doer may stand where an object does.
    """

    gives: str
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    undergoer: frozenset[str] = frozenset()
    doer: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    more: Mapping[str, Any] = field(default_factory=dict)


class Match(NamedTuple):
    """A frame and the words that fill it."""

    frame: Frame
    word: Token
    doer: Token | None
    undergoer: Token | None


class Participants(NamedTuple):
    """Who may act and whom it may befall, nearest first."""

    doers: tuple[Token, ...]
    undergoers: tuple[Token, ...]


type Frames = Mapping[str, tuple[tuple[str, Frame], ...]]
"""First word of an entry -> the entries that begin with it, each with its frame."""


def frames_of(rows: Iterable[Mapping[str, Any]], classes: Mapping[str, Iterable[str]]) -> Frames:
    """The frames of a word list's rows, by first word; "@troops" in a row stands for the class of that name.

    Raises KeyError on a class that there is not.
    """
    index: dict[str, list[tuple[str, Frame]]] = {}
    for row in rows:
        frame = _frame(row, classes)
        for entry in sorted(frame.verbs | frame.nouns | frame.states):
            index.setdefault(entry.split(" ")[0], []).append((entry, frame))
    return {word: tuple(entries) for word, entries in index.items()}


_LISTS = ("verbs", "nouns", "states", "undergoer", "doer", "beside", "without")


def _frame(row: Mapping[str, Any], classes: Mapping[str, Iterable[str]]) -> Frame:
    lists = {name: words_of(row.get(name, ()), classes) for name in _LISTS}
    more = {name: value for name, value in row.items() if name not in _LISTS and name != "gives"}
    more |= {name: words_of(more[name], classes) for name in ("about", "near", "apart") if name in more}
    return Frame(gives=row["gives"], more=more, **lists)


def words_of(entries: Iterable[str], classes: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The entries, with "@name" replaced by the words of that class. Raises KeyError on a class that there is not."""
    words: set[str] = set()
    for entry in entries:
        words.update(words_of(classes[entry[1:]], classes) if entry.startswith("@") else [entry])
    return frozenset(words)


def matches_in(
    sentence: Sentence, frames: Frames, *, is_apt: Callable[[Match], bool] = lambda _: True
) -> Iterator[Match]:
    """The first frame that fits each word of the sentence and is apt, left to right."""
    called = kinds_of_names(sentence.article)
    for token in sentence.tokens:
        if frames.keys().isdisjoint(lemmas_of(token)):
            continue
        found = next(filter(is_apt, _matches_at(token, frames, called, sentence)), None)
        if found:
            yield found


def joined_matches(sentence: Sentence, frames: Frames) -> Iterator[Match]:
    """As `matches_in`, and what the same word says of each thing that "and" joins to the first: "closed the airport, the
    borders and all schools" is three matches, of the frames that fit the three.
    """
    called = kinds_of_names(sentence.article)
    for token in sentence.tokens:
        if frames.keys().isdisjoint(lemmas_of(token)):
            continue
        found = next(_matches_at(token, frames, called, sentence), None)
        if found is None:
            continue
        yield found
        things = _joined(found.undergoer)
        yield from (m for thing in things if (m := next(_matches_at(token, frames, called, sentence, thing), None)))


def _joined(thing: Token | None) -> tuple[Token, ...]:
    return tuple(c for c in thing.conjuncts if c.pos_ in {"NOUN", "PROPN"}) if thing is not None else ()


@once
def words_in(article: Article) -> frozenset[str]:
    """The words of an article, in small letters."""
    return frozenset(t.lower_ for sentence in article.sentences for t in sentence.tokens)


_NEAR = 3
"""Sentences before, in which a word that a frame asks for `near` may stand."""


def _is_of_topic(frame: Frame, sentence: Sentence) -> bool:
    """Whether the article has a word of the frame's `about`, and the sentence or those before it one of its `near`."""
    if not frame.more:
        return True
    about, near = frame.more.get("about"), frame.more.get("near")
    if about and words_in(sentence.article).isdisjoint(about):
        return False
    if not near or words_in(sentence.article).isdisjoint(near):
        return not near
    close = sentence.article.sentences[max(0, sentence.index - _NEAR) : sentence.index + 1]
    return any(not s.words.isdisjoint(near) for s in close)


def _matches_at(
    token: Token, frames: Frames, called: Mapping[str, str], sentence: Sentence, thing: Token | None = None
) -> Iterator[Match]:
    """The frames that fit the token; with a `thing`, as if it befell that thing alone."""
    tried = [entry for lemma in lemmas_of(token) for entry in frames.get(lemma, ())]
    for entry, frame in tried:
        participants = _participants(token, entry, frame) if _is_of_topic(frame, sentence) else None
        if participants is None:
            continue
        if thing is not None:
            if not frame.undergoer:
                continue
            participants = participants._replace(undergoers=(thing,))
        doer, undergoer = _filled(participants, frame, called)
        fits = (undergoer is not None or not frame.undergoer) and (doer is not None or not frame.doer)
        if fits and _surroundings_fit(token, frame):
            yield Match(frame, token, doer, undergoer)


def _filled(participants: Participants, frame: Frame, called: Mapping[str, str]) -> tuple[Token | None, Token | None]:
    """Doer and undergoer; nobody is both, and the one that the frame asks for is chosen first."""
    if frame.more.get("either"):  # translated word order: "gathered on Tuesday some 400 citizens"
        return _fitting([*participants.doers, *participants.undergoers], frame.doer, called), None
    if not frame.undergoer:
        doer = _fitting(participants.doers, frame.doer, called)
        rest = [u for u in participants.undergoers if doer is None or u.i != doer.i]
        return doer, _fitting(rest, frame.undergoer, called)
    undergoer = _fitting(participants.undergoers, frame.undergoer, called)
    if undergoer is None and frame.doer:
        undergoer = _pronoun_fitting(participants.undergoers, frame.undergoer, called)
    rest = [d for d in participants.doers if undergoer is None or d.i != undergoer.i]
    return _fitting(rest, frame.doer, called), undergoer


def _participants(token: Token, entry: str, frame: Frame) -> Participants | None:
    """The participants of the token in the form in which the entry has it, or None where it is in no such form."""
    if entry in frame.verbs and token.pos_ in {"VERB", "AUX"} and _has_particle(token, entry):
        return _with_complement(participants_of_verb(token), token, entry)
    if entry in frame.verbs and token.pos_ == "NOUN" and token.dep_ == "ROOT" and token.lower_ == entry:
        subject = next((c for c in token.children if c.dep_ == "nsubj" and c.i < token.i), None)
        if subject is not None:  # "Flights resume from tomorrow", where the parser takes the verb for a noun
            return Participants(_row(subject), _row(subject))
    if (entry in frame.verbs or entry in frame.states) and token.pos_ == "ADJ" and is_passive(token):
        return participants_of_verb(token)  # "is completely closed since the morning", where the participle is no verb
    if entry in frame.nouns and token.pos_ in {"NOUN", "PROPN"} and entry in phrases_of(token):
        return participants_of_noun(token)
    if entry in frame.states and is_state(token):
        return participants_of_state(token)
    is_participle = is_state(token) and token.tag_ in {"JJ", "VBN"} and token.lower_ != entry
    if entry in frame.verbs and is_participle and _has_particle(token, entry):
        return participants_of_state(token)
    return None


def _has_particle(verb: Token, entry: str) -> bool:
    if " " not in entry:
        return True
    wanted = entry.split(" ")[1]
    near = [c for c in verb.children if c.i > verb.i and c.i - verb.i < 12]
    return any(
        wanted in lemmas_of(c)
        and c.dep_ in {"prt", "advmod", "prep", "dobj", "npadvmod", "acomp", "agent", "oprd", "xcomp"}
        for c in near
    )


def _with_complement(participants: Participants, verb: Token, entry: str) -> Participants:
    """ "flew in a battalion", "broke into the ministry": what stands behind the particle may be whom or what it befalls."""
    if " " not in entry or any(c.dep_ == "dobj" for c in verb.children):
        return participants
    particle = entry.split(" ")[1:2]
    links = [c for c in verb.children if particle and c.lower_ == particle[0] and c.dep_ == "prep" and c.i > verb.i]
    behind = tuple(t for c in links for p in c.children if p.dep_ == "pobj" for t in _row(p))
    return participants._replace(undergoers=(*participants.undergoers, *behind)) if behind else participants


def lemmas_of(token: Token) -> tuple[str, ...]:
    """The forms under which a word list may have it: capitals and unknown plurals hide the parser's lemma."""
    if token.forms is None:  # asked some 10,000 times an article
        token.forms = _forms(token.lemma_, token.lower_, token.pos_)
    return token.forms


@cache
def _irregular() -> dict[str, str]:
    """Forms whose verb the parser does not know."""
    return dict(load("en/outlooks")["irregular"])


@lru_cache(maxsize=1 << 16)
def _forms(lemma: str, low: str, pos: str) -> tuple[str, ...]:
    more: list[str] = []
    if pos in {"NOUN", "PROPN"} and low.endswith("s") and len(low) > 4:
        more = [low[:-1]]
    elif pos == "ADJ" and low.endswith("ed") and len(low) > 5:
        more = [low[:-1], low[:-2]]  # a participle that was taken for an adjective: "are decreed"
    elif pos == "VERB" and low in _irregular():
        more = [_irregular()[low]]
    elif pos == "VERB" and low.endswith("ed") and len(low) > 4:
        more = [low[:-1], low[:-2]]  # the parser's guess at a rare verb: "raged" -> rag, "cordoned" -> cordone
    elif pos == "VERB" and low.endswith("ing") and len(low) > 6:
        more = [f"{low[:-3]}e", low[:-3]]
    return tuple(dict.fromkeys([lemma.lower(), low, *more]))


def is_in(noun: Token, words: frozenset[str]) -> bool:
    """Whether a noun, alone or with what stands before it, is in the list ("public event", "internet")."""
    return not words.isdisjoint(phrases_of(noun))


@once
def phrases_of(noun: Token) -> tuple[str, ...]:
    """The noun with what stands before or after it, then alone: "public event", "exchange of fire", "event"."""
    return tuple(_phrases_of(noun))


def _phrases_of(noun: Token) -> Iterator[str]:
    before = [t for t in noun.lefts if t.dep_ in {"compound", "amod", "nmod", "poss"} or t.is_punct]
    for start in range(len(before)):
        stem = " ".join(t.lemma_.lower() for t in before[start:] if not t.is_quote)
        yield from (f"{stem} {form}".replace(" - ", "-") for form in lemmas_of(noun))
    after = " ".join(t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 3])
    yield f"{noun.lemma_.lower()} {after}"
    yield from lemmas_of(noun)


def _fitting(nouns: Iterable[Token], words: frozenset[str], called: Mapping[str, str]) -> Token | None:
    if not words:
        return next(iter(nouns), None)
    for noun in nouns:
        for inner in through(noun):
            if is_in(inner, words) or _is_of_class(inner, words) or called.get(inner.text, "") in words:
                return inner
    return None


_MEANT = {"it": {"NN", "NNP"}, "them": {"NNS", "NNPS"}, "they": {"NNS", "NNPS"}}
_RECALLED = 30
"""Words over which a pronoun goes back to what it stands for."""


def _pronoun_fitting(nouns: Iterable[Token], words: frozenset[str], called: Mapping[str, str]) -> Token | None:
    """ "The gunmen had stormed it": a pronoun is of the class of a subject or object that was named before it."""
    for pronoun in nouns:
        tags = _MEANT.get(pronoun.lower_)
        if tags is None or pronoun.dep_ not in {"dobj", "nsubjpass"}:
            continue
        before = pronoun.doc[max(0, pronoun.i - _RECALLED) : pronoun.i]
        named = (
            t for t in reversed(list(before)) if t.tag_ in tags and t.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}
        )
        if any(_fitting([noun], words, called) is not None for noun in named):
            return pronoun
    return None


@once
def kinds_of_names(article: Article) -> Mapping[str, str]:
    """What names are called beside: "Kelvo airport" -> Kelvo: airport, so that "Kelvo reopened" is understood.

    Only kinds of site that the lexicon lists. A town that has an airport called after it
    is not meant by its name where the article speaks of the town with "in" or "to".
    """
    text = article.document.text
    found = {found["name"]: found["kind"] or found["before"] for found in _sites().finditer(text)}
    towns = {
        name
        for name in found
        if re.search(rf"\b(?:in|of|near|from|to|outside) {re.escape(name)}\b(?!\s+\w*port)", text)
    }
    return {name: kind for name, kind in found.items() if name not in towns}


@cache
def _sites() -> re.Pattern[str]:
    kinds = "|".join(sorted(load("en/measures")["sites"]["words"], key=len, reverse=True))
    name = r"[A-Z][\w'-]+"
    after = rf"\b(?P<name>{name}) (?:[Ii]nternational )?(?P<kind>{kinds})\b"
    return re.compile(rf"{after}(?P<before>)")


def _is_of_class(noun: Token, words: frozenset[str]) -> bool:
    """ "<person>" stands for whoever is named as a person, "<name>" for any other name, "<count>" for a bare number.

    "<human>" stands for any noun that means persons.
    """
    if noun.like_num or noun.pos_ == "NUM" or noun.lower_ in {"several", "some", "many", "dozens"}:
        return "<count>" in words
    is_person = noun.ent_type_ == "PERSON"
    is_name = noun.pos_ == "PROPN" and noun.ent_type_ not in {"PERSON", "DATE", "TIME"}
    if "<people>" in words and noun.text[:1].isupper() and _is_of_country(noun):
        return True
    if "<units>" in words and noun.pos_ == "PROPN" and noun.lower_.endswith("s"):
        return any(c.dep_ == "nummod" for c in noun.children) and not country_of_people(noun.text)
    if "<human>" in words and noun.pos_ == "NOUN" and is_called_person(noun):
        return True
    return ("<person>" in words and is_person) or ("<name>" in words and is_name)


def _is_of_country(noun: Token) -> bool:
    """ "Koreans", "31 Germans", "17 Japanese"."""
    is_counted = any(c.dep_ == "nummod" for c in noun.children)
    return bool(country_of_people(noun.text) or (is_counted and country_of_adjective(noun.text)))


@once
def through(noun: Token) -> tuple[Token, ...]:
    """The noun, and what it only counts or groups: "all of the flights" -> all, flights."""
    return tuple(_through(noun))


def _through(noun: Token) -> Iterator[Token]:
    yield noun
    for _ in range(3):
        if noun.pos_ != "NUM" and _transparent().isdisjoint(lemmas_of(noun)):
            return
        inner = next((p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"), None)
        if inner is None:
            return
        noun = inner
        yield noun


def _surroundings_fit(token: Token, frame: Frame) -> bool:
    if not frame.beside and not frame.without:
        return True
    near = _own_forms(token)
    return (not frame.beside or not near.isdisjoint(frame.beside)) and near.isdisjoint(frame.without)


@once
def _own_forms(word: Token) -> frozenset[str]:
    return frozenset(form for t in own_tokens(word) for form in lemmas_of(t))


def own_tokens(word: Token) -> list[Token]:
    """The word with its complements and modifiers, without clauses of their own subject that are joined to it."""
    kept = [word]
    for child in word.children:
        if child.dep_ not in {"conj", "ccomp", "parataxis", "relcl", "cc"}:
            kept.extend(child.subtree)
    if is_state(word):
        kept.extend(t for c in word.head.children if c.dep_ in {"prep", "nsubj"} for t in c.subtree)
    return kept


_USING = {"use", "employ", "apply", "utilise", "utilize", "fire"}
"""What is the object of these does nothing itself: "used tear gas to disperse the crowd"."""


@once
def participants_of_verb(verb: Token) -> Participants:
    """Whatever the voice; the subject of a verb without object may be either ("the border closed")."""
    if (acting := _taken_for_participle(verb) or _behind_participle(verb)) is not None:
        return acting
    if (behind := behind_copula(verb)) is not None:
        return Participants(_row(doer_of(verb)), _row(behind))
    if (found := _found_so(verb)) is not None:
        return Participants((), _row(found))
    subject = _stranded_subject(verb) or _noun_itself(subject_of(verb)) or _set_off_subject(verb)
    told = [c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i] if verb.dep_ == "xcomp" else []
    if told and verb.head.lemma_ not in _USING:
        subject = told[0]  # "ordered the troops to withdraw": those told do it
    if is_passive(verb):
        agent = doer_of(verb)
        given = [t for c in verb.children if c.dep_ == "dobj" for t in _row(c)]  # "are being given food"
        return Participants(_row(agent), (*_row(subject), *given))
    objects = [c for c in verb.children if c.dep_ in {"dobj", "obj"}] or objects_elsewhere(verb)
    objects = [_noun_of_relative(o, verb) for o in objects]
    is_adverbial = any(c.tag_ == "WRB" for c in verb.children)  # "Monday, when the border was closed"
    if not objects and verb.dep_ == "relcl" and subject is not None and subject.i != verb.head.i and not is_adverbial:
        objects = [verb.head]
    if not objects and verb.dep_ == "xcomp":  # "decided to fix, with effect from 8 March, the prices"
        objects = [c for c in verb.head.children if c.dep_ == "dobj" and c.i > verb.i]
    small = [s for c in verb.children if c.dep_ == "ccomp" for s in c.children if s.dep_ == "nsubj" and s.i > verb.i]
    undergoers = tuple(t for o in objects or small for t in _row(o))
    undergoers = undergoers or (*_row(subject), *_other_subjects(verb, subject))
    return Participants((*_row(subject), *_other_subjects(verb, subject)), undergoers)


_FINDING = {"find", "have", "see", "get"}


def _found_so(verb: Token) -> Token | None:
    """ "had their throats cut", "was found beheaded on an estate": it befalls them, by nobody that is told."""
    is_bare = verb.tag_ == "VBN" and verb.dep_ in {"ccomp", "xcomp", "oprd", "acomp"} and verb.head.lemma_ in _FINDING
    if not is_bare or any(c.dep_ in {"aux", "auxpass", "agent", "dobj"} for c in verb.children):
        return None
    own = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if own is not None or verb.head.lemma_ != "find" or not is_passive(verb.head):
        return own if verb.head.lemma_ != "find" else None
    return subject_of(verb.head)


def _noun_of_relative(thing: Token, verb: Token) -> Token:
    """ "the ship, which a submarine hit and sank": the ship, also where the second verb has the pronoun."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb.head if thing.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else thing


_PAST = {"VBD", "VBN"}


def objects_elsewhere(verb: Token) -> list[Token]:
    """ "ambushed and killed two soldiers", "shot dead his driver", "shot dead a 17-year-old": where the parser hung it."""
    for child in verb.children:
        if child.lower_ == "dead" and child.i > verb.i:
            return [c for h in (child, verb) for c in h.children if c.i > child.i and c.dep_ in {"dobj", "oprd"}]
        is_beside = child.dep_ == "conj" and child.tag_ in _PAST and verb.tag_ in _PAST and child.i - verb.i in {2, 3}
        if is_beside and not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "prt"} for c in child.children):
            return [c for c in child.children if c.dep_ == "dobj"]
    return []


def _other_subjects(verb: Token, subject: Token | None) -> tuple[Token, ...]:
    """ "The vessel, 90 aboard, turned over": where the parser gives a verb two subjects."""
    own = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    return tuple(c for c in own if subject is not None and c.i != subject.i) if len(own) > 1 else ()


def _taken_for_participle(verb: Token) -> Participants | None:
    """ "Security forces sealed off the square.", where the parser takes the verb for a participle at a bare noun."""
    is_whole = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "ROOT"
    if not is_whole or any(c.dep_ == "agent" for c in verb.children):
        return None
    particles = [c for c in verb.children if c.dep_ == "prt"]
    if verb.sent[-1].text == ".":  # "A lorry ploughed into a procession.", "Inmates set upon two warders."
        particles += [c for c in verb.children if c.lower_ in {"into", "upon"}]
    if verb.i != verb.head.i + 1 and not any(c.lower_ in {"into", "upon"} for c in particles):
        return None
    objects = [p for h in (verb, *particles) for p in h.children if p.dep_ in {"dobj", "pobj"}]
    return Participants(_row(verb.head), _row(objects[0])) if objects else None


def _behind_participle(verb: Token) -> Participants | None:
    """ "Militia firing from the roof of a plant killed three miners", where the parser hangs the verb on the plant.

    A participle at a noun has no object of its own; the sentence has no other finite verb.
    """
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or not objects or verb.head.dep_ != "pobj":
        return None
    root = next((t for t in verb.ancestors if t.dep_ == "ROOT"), None)
    if root is None or root.pos_ not in {"NOUN", "PROPN"} or any(c.dep_ in {"agent", "dative"} for c in verb.children):
        return None
    is_led = any(c.dep_ == "acl" and c.tag_ == "VBG" and root.i < c.i < verb.i for c in root.children)
    return Participants(_row(root), tuple(t for o in objects for t in _row(o))) if is_led else None


@cache
def _units() -> frozenset[str]:
    return frozenset(load("en/numbers")["units_of_measure"]["words"])


_COUNTING_IN = {"among", "amongst", "including", "of"}


def behind_copula(verb: Token) -> Token | None:
    """ "Cancelled are all flights", "Among those arrested was the editor": a participle said of what stands behind "be".

    Also of "The editor was among those arrested", the one who is counted in.
    """
    if verb.tag_ not in {"VBN", "VBD"} or any(c.dep_ in {"nsubj", "nsubjpass", "dobj"} for c in verb.children):
        return None
    own = next((c for c in verb.children if c.dep_ == "auxpass" and c.i > verb.i), None)
    above = verb.head
    if own is None and verb.dep_ == "acl" and above.lower_ in {"those", "people", "persons"} and above.dep_ == "pobj":
        return _counted_in(above)
    is_fronted = verb.dep_ in {"nsubj", "csubj", "acomp", "advcl", "dep"} and verb.i < above.i
    copula = own if own is not None else above if is_fronted and above.lemma_ == "be" else None
    if copula is None or any(c.dep_ in {"nsubj", "nsubjpass"} and c.i != verb.i for c in copula.children):
        return None
    return next((c for c in copula.children if c.dep_ in {"attr", "nsubj"} and c.i > copula.i), None)


def _counted_in(those: Token) -> Token | None:
    """ "Among those held is a priest", "A priest is among those held" -> priest."""
    link, copula = those.head, those.head.head
    if link.lower_ not in _COUNTING_IN or copula.lemma_ != "be":
        return None
    named = (c for c in copula.children if c.dep_ in {"attr", "nsubj", "nsubjpass"} and c.pos_ in _PLAIN_NOUN)
    return next((c for c in named if c.i > copula.i or link.i > copula.i), None)


def _noun_itself(subject: Token | None) -> Token | None:
    """ "the ferry of 2,000 tons, which went down": what is measured, not the measure."""
    if subject is None or subject.dep_ != "pobj" or subject.head.lower_ != "of" or subject.lower_ not in _units():
        return subject
    return subject.head.head


_BEGINNING = {"after", "before", "since", "until", "as", "because", "than", "when", "while"}
"""What may begin a clause as well as a phrase: "after a ferry with 90 aboard overturned"."""
_BREAKS = {",", ";", ":", "(", ")", '"', "--", "–", "—"}


def _stranded_subject(verb: Token) -> Token | None:
    """The noun right before a finite verb whose subject the parser gave to another word.

    "after a ferry with 90 aboard overturned", where it is the object of "after"; "gunmen linked to Norland attacked", where it is
    the subject of the participle.
    """
    if (ahead := _after_participle(verb)) is not None:
        return ahead
    fronted = _behind_fronted_phrase(verb) or _behind_interjection(verb)
    if fronted is not None:
        return fronted
    if (begun := _behind_beginning(verb)) is not None:
        return begun
    is_finite = verb.tag_ in {"VBD", "VBZ"} and verb.dep_ in {"conj", "advcl", "ccomp", "dep", "relcl", "ROOT", "pcomp"}
    if not is_finite or any(c.i < verb.i and c.dep_ not in {"advmod", "neg"} for c in verb.children):
        return None
    doc, at = verb.doc, verb.i - 1
    while at >= verb.sent.start and doc[at].text not in _BREAKS and doc[at].pos_ != "CCONJ":
        token = doc[at]
        if token.dep_ == "pobj" and token.head.lower_ in _BEGINNING and not _is_time(token):
            return token
        if token.dep_ == "nsubj" and token.i < token.head.i < verb.i and token.head.tag_ in {"VBN", "VBD"}:
            return token if token.tag_ not in {"WDT", "WP", "PRP"} else None
        at -= 1
    return None


def _behind_beginning(verb: Token) -> Token | None:
    """ "began after a 17-year-old had been shot": the noun right before the auxiliary, which the parser gave to "after"."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i]
    if not helpers or helpers[0].tag_ not in {"VBD", "VBZ", "VBP"} or helpers[0].i - 1 <= verb.sent.start:
        return None
    before = verb.doc[helpers[0].i - 1]
    is_begun = before.dep_ == "pobj" and before.head.lower_ in _BEGINNING and not _is_time(before)
    return before if is_begun and not any(c.dep_.startswith("nsubj") for c in verb.children) else None


def _behind_fronted_phrase(verb: Token) -> Token | None:
    """ "On the streets of Lima paramilitary units were deployed", where the parser gives the units to the phrase."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i]
    if not helpers or helpers[0].tag_ not in {"VBD", "VBZ", "VBP", "MD"} or helpers[0].i <= verb.sent.start:
        return None
    before = verb.doc[helpers[0].i - 1]
    if before.dep_ != "pobj" or before.pos_ not in {"NOUN", "PROPN"} or _is_time(before):
        return None
    has_subject = any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"} for c in verb.children)
    above = before.head
    while above.dep_ == "prep" and above.head.dep_ == "pobj":
        above = above.head.head
    is_fronted = above.dep_ == "prep" and above.head.i == verb.i and above.i < before.i
    return before if is_fronted and not has_subject else None


@cache
def _saying() -> frozenset[str]:
    return frozenset(load("en/outlooks")["saying"]["words"])


def _behind_interjection(verb: Token) -> Token | None:
    """ "The main airport, it is reported, has been shut": the noun before the words that are set in."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i]
    first = helpers[0].i if helpers else verb.i
    doc, start = verb.doc, verb.sent.start
    if first - 2 <= start or doc[first - 1].text != "," or any(c.dep_.startswith("nsubj") for c in verb.children):
        return None
    at = first - 2
    while at > start and doc[at].text != "," and first - at < 8:
        at -= 1
    set_in = list(doc[at + 1 : first - 1])
    is_said = bool(set_in) and len(set_in) < 6 and any(t.lemma_.lower() in _saying() for t in set_in)
    if doc[at].text != "," or not is_said or at - 1 < start:
        return None
    before = doc[at - 1]
    return before if before.pos_ in {"NOUN", "PROPN"} and not _is_time(before) else None


def _is_time(noun: Token) -> bool:
    return noun.ent_type_ in {"DATE", "TIME"}


def _after_participle(verb: Token) -> Token | None:
    """ "Bound for the islands, the Aurora started sinking", where the parser takes the participle for the subject."""
    finite = verb.head if verb.dep_ == "xcomp" else verb
    subject = next((c for c in finite.children if c.dep_ in {"nsubj", "csubj"}), None)
    if subject is None or subject.tag_ not in {"VBN", "VBG", "VBD"} or subject.i > verb.sent.start + 1:
        return None
    before = verb.doc[finite.i - 1]
    return before if before.pos_ in {"NOUN", "PROPN"} and before.i > subject.i and before.dep_ != "nsubj" else None


def _set_off_subject(verb: Token) -> Token | None:
    """ "The crossing, closed on Tuesday, was to reopen": the parser makes a clause of what stands between commas."""
    above = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ == "be" else verb
    for clause in above.children:
        if clause.dep_ == "ccomp" and clause.i < above.i and clause.tag_ in {"VBD", "VBN"} and clause.i > 0:
            subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
            if subject is not None and subject.i < clause.i and clause.doc[clause.i - 1].text == ",":
                return subject
    return None


@once
def participants_of_noun(noun: Token) -> Participants:
    """ "Russia's deployment of troops", "the border closure", "a ban on gatherings by the governor"."""
    doers: list[Token] = []
    undergoers: list[Token] = []
    for child in noun.children:
        if child.dep_ in {"prep", "agent"}:
            inner = [t for p in child.children if p.dep_ in {"pobj", "pcomp"} for t in _row(p)]
            (doers if child.lower_ == "by" else undergoers).extend(inner)
        elif child.dep_ in {"compound", "nmod", "amod"}:
            undergoers.append(child)
        elif child.dep_ == "poss":
            owner = subject_of(noun.head) if child.tag_ == "PRP$" and noun.dep_ == "dobj" else None
            doers.append(owner or child)  # "the troops completed their withdrawal"
            undergoers.append(owner or child)
    return Participants(tuple(doers), tuple(undergoers))


@once
def is_state(token: Token) -> bool:
    """Whether it says how something is: "remains closed", "the closed border", "left the road impassable"."""
    if token.pos_ not in {"ADJ", "VERB", "ADV", "ADP"}:
        return False
    return token.dep_ in {"acomp", "oprd", "amod", "advmod", "attr"} or (token.dep_ == "ccomp" and token.pos_ == "ADJ")


@once
def participants_of_state(token: Token) -> Participants:
    head = token.head
    if token.dep_ == "amod":
        return Participants((), (head,))
    if token.dep_ == "oprd":
        objects = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass"}]
        return Participants((), tuple(t for o in objects for t in _row(o)))
    if token.dep_ == "ccomp":
        return Participants((), tuple(t for c in token.children if c.dep_ == "nsubj" for t in _row(c)))
    return Participants((), _row(subject_of(head)) if head.lemma_ in _COPULAS else ())


def is_counted(noun: Token | None) -> bool:
    """ "300 villagers", "hundreds of inhabitants", "all patients"."""
    if noun is None:
        return False
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return any(c.dep_ == "nummod" for c in noun.children) or (
        above is not None and bool({*lemmas_of(above)} & _transparent())
    )


def _row(first: Token | None) -> tuple[Token, ...]:
    """A noun, what it is called besides ("Galeao, the airport"; "the border crossing Muloza"), and its conjuncts."""
    if first is None:
        return ()
    if first.pos_ == "PROPN" or any(c.isdigit() for c in first.text):  # "the flight 7N2140"
        called = [c for c in first.lefts if c.dep_ in {"compound", "nmod"} and c.pos_ in {"NOUN", "VERB"}]
        if called:
            return (first, called[-1], *_besides(first))
    return (first, *_besides(first))


def _besides(first: Token) -> tuple[Token, ...]:
    besides = (c for c in first.children if c.dep_ == "appos" and c.pos_ in _PLAIN_NOUN)
    return (*besides, *(c for c in first.conjuncts if c.pos_ in _PLAIN_NOUN))
