"""Who may hold a position, and towards whom: governments, bodies, persons with an office; not witnesses or victims.

In: a noun, or the voice in force. Out: the holder, as a mention and a name; `SPEAKER` for whoever is speaking. Refuses
private persons: "a survivor condemned the police" is no position.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from reportedly.claims.clauses import is_country, is_quoted, mention_at, name_of
from reportedly.claims.frames import lemmas_of
from reportedly.lexicon import load
from reportedly.lexicon.nations import country_of_adjective, country_of_people, country_of_seat
from reportedly.model import EntityKind, Mention, Span, Voice
from reportedly.text.grammar import subject_of, verb_above
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.voices import attribution_at


class Holder(NamedTuple):
    """Who holds it; both None for the speaker of the quotation."""

    span: Span | None
    name: str | None


SPEAKER = Holder(None, None)


class Stand(NamedTuple):
    """A stance, the word that takes it, its holder, and the word whose complements name the target."""

    stance: str
    word: Token
    holder: Holder
    aimed: Token


@cache
def _tables() -> dict[str, Any]:
    return load("en/positions")


@cache
def position_words(table: str, name: str) -> frozenset[str]:
    return frozenset(_tables()[table].get(name, ()))


@cache
def stance_by(table: str) -> dict[str, str]:
    """Entry -> stance; the first stance that has it."""
    found: dict[str, str] = {}
    for stance, words in _tables()[table].items():
        for word in words:
            found.setdefault(word, stance)
    return found


def holder_at(noun: Token | None, sentence: Sentence) -> Holder | None:
    """The holder, or None where nobody who may hold a position is named there."""
    if noun is None:
        return None
    if noun.lower_ in {"we", "i", "us"} and noun.text != "US":
        return SPEAKER
    noun = _counted(noun)
    mention = mention_at(noun, sentence)
    if mention is not None:
        is_land = mention.kind is EntityKind.PLACE and noun.dep_ == "nsubj"  # a place that says or denies is its rulers
        return Holder(mention.span, mention.name) if is_land or holds_office(mention, lemmas_of(noun)) else None
    if noun.pos_ == "PRON":
        if noun.lower_ not in {"he", "she", "it", "they"}:
            return None
        if attribution_at(sentence, noun.i).chain:
            return SPEAKER
        return _of_main_clause(noun, sentence) or _taken_up(noun, sentence) or SPEAKER
    if (
        any(form in position_words("holders", "nouns") for form in lemmas_of(noun))
        or _is_named_body(noun)
        or is_half(noun)
    ):
        return SPEAKER if _is_speakers_own(noun, sentence) else Holder(*name_of(noun, sentence))
    return None


def _counted(noun: Token) -> Token:
    """ "Two of the three unions", "several of the parties", "a number of states": those who are counted."""
    if noun.pos_ not in {"NUM", "DET", "PRON", "ADJ"} and noun.lemma_ not in _COUNTS:
        return noun
    inside = (p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj")
    return next(inside, noun)


_COUNTS = {"number", "majority", "handful", "dozen", "group", "host", "series", "score", "half", "string", "member"}


def _is_speakers_own(noun: Token, sentence: Sentence) -> bool:
    """ "said his country stood ready": the body that the speaker speaks for."""
    is_own = any(c.dep_ == "poss" and c.lower_ in {"his", "her", "our", "my", "its"} for c in noun.children)
    is_own &= any(form in position_words("holders", "own") for form in lemmas_of(noun))
    return is_own and noun.head.dep_ == "ccomp" and bool(attribution_at(sentence, noun.i).chain)


def _is_named_body(noun: Token) -> bool:
    """A name that the gazetteer and the organs do not know ("the SHT", "the Northern League"), but of no people."""
    is_name = noun.pos_ == "PROPN" and noun.ent_type_ in {"ORG", "NORP"} and noun.text[:1].isupper()
    is_name |= (
        noun.dep_ == "nsubj" and noun.text.isupper() and _ACRONYM[0] <= len(noun.text) <= _ACRONYM[1]
    )  # "The SHT"
    return is_name and not country_of_people(noun.text) and not country_of_adjective(noun.text)


_ACRONYM = (3, 6)  # letters


def is_half(noun: Token) -> bool:
    """ "The North threatened the South": the halves of a land that is parted."""
    is_bare = noun.text in {"North", "South", "East"} and {c.lower_ for c in noun.children} <= {"the", "itself", "also"}
    is_bare &= any(c.lower_ == "the" for c in noun.children)
    return is_bare and noun.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}


def _of_main_clause(pronoun: Token, sentence: Sentence) -> Holder | None:
    """ "Norland came down on the raid, which it termed a provocation": the subject of the clause above."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or verb.dep_ not in {"relcl", "pcomp"} or is_quoted(pronoun):
        return None
    subject = subject_of(verb_above(verb.head))
    if subject is None or subject.pos_ == "PRON" or subject.i >= pronoun.i or subject.i == verb.head.i:
        return None
    mention = mention_at(subject, sentence)
    is_person = mention is not None and mention.kind is EntityKind.PERSON
    is_many = subject.tag_ in {"NNS", "NNPS"}
    fits = {"he": is_person, "she": is_person, "they": is_many, "it": not is_person and not is_many}
    return holder_at(subject, sentence) if fits.get(pronoun.lower_) else None


_BACK = 3  # sentences over which a pronoun that nobody speaks goes back


def _taken_up(pronoun: Token, sentence: Sentence) -> Holder | None:
    """ "The ministry issued a statement. It asks": the subject of the sentences before in the paragraph."""
    if pronoun.dep_ != "nsubj" or pronoun.head.dep_ not in {"ROOT", "conj"} or is_quoted(pronoun):
        return None
    for before in reversed(sentence.article.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        subject = subject_of(before.tokens.root)
        if before.paragraph is not sentence.paragraph:
            return None
        if subject is None or subject.pos_ == "PRON":
            continue
        mention = mention_at(subject, before)
        if mention is None and pronoun.lower_ in {"it", "they"}:
            return Holder(*name_of(subject, before)) if _may_hold(subject, pronoun) else None
        if mention is None or (mention.kind is EntityKind.PERSON) != (pronoun.lower_ in {"he", "she"}):
            return None
        return Holder(mention.span, mention.name) if holds_office(mention, lemmas_of(subject)) else None
    return None


def _may_hold(subject: Token, pronoun: Token) -> bool:
    """ "The relatives met in the church. They demanded": a body or a crowd without a name."""
    is_many = subject.tag_ in {"NNS", "NNPS"}
    forms = lemmas_of(subject)
    is_listed = any(form in position_words("holders", "nouns") for form in forms)
    is_crowd = is_many and any(form in position_words("crowds", "nouns") for form in forms)
    return (is_listed or is_crowd) and (pronoun.lower_ == "they" or not is_many)


def holds_office(mention: Mention, words: Iterable[str]) -> bool:
    """Whether the one mentioned, by these words, speaks for a body or holds an office."""
    if mention.kind is EntityKind.PERSON:
        return not _is_private(mention)
    if mention.kind is EntityKind.GROUP:
        return any(
            w in position_words("holders", "nouns") or w.removesuffix("s") in position_words("holders", "nouns")
            for w in words
        )
    if mention.kind is EntityKind.PLACE:
        return is_country(mention) or country_of_seat(mention.name) is not None
    return mention.kind is EntityKind.ORGANISATION


def _is_private(person: Mention) -> bool:
    """A researcher or an analyst of some body speaks for it; by themselves they hold no office."""
    titles = (person.title or "").lower().split()
    private = [word for word in titles if word in position_words("private", "titles")]
    is_of_body = person.organ is not None or "its" in titles
    return bool(private) and not (is_of_body and all(w in position_words("private", "learned") for w in private))


def speaker_holds_office(word: Token, sentence: Sentence, *, stance: str = "") -> bool:
    """Whether the voice in force may hold a position; a quotation of which no voice is known may."""
    chain = attribution_at(sentence, word.i).chain
    if not chain:
        return is_quoted(word)
    mention = mentions_of(sentence.article).at(chain[0].mention)
    names = chain[0].name.lower().split()
    if stance in _CROWDS_STANDS and _is_political(names):
        return True
    if "sources" in names and stance in {"pledge", "reject", "warn", "deny"}:
        return True  # they speak for a body
    if mention is None:
        return any(_is_office(name) for name in names) or _is_crowd_shouting(chain[0]) or _is_name(chain[0])
    return holds_office(mention, mention.name.lower().split()) and not _is_of_the_street(mention, sentence)


_AGED = re.compile(r",? (?:aged )?\d\d(?:,|\)| |\.|$)|,? \(\d\d\)|,? (?:an? |the )?\d\d-year-old")
_BESIDE = 60  # characters behind a name in which it is told who that is


def _is_of_the_street(person: Mention, sentence: Sentence) -> bool:
    """ "Ana Sol, a 43-year-old seamstress", "Bo Lund, 31,", "passenger Bo Lund", where first named: no office speaks."""
    if person.kind is not EntityKind.PERSON or person.organ is not None:
        return False
    text = sentence.article.document.text
    first = next((m for m in mentions_of(sentence.article) if m.name == person.name), person)
    behind = text[first.span.end : first.span.end + _BESIDE]
    before = text[: first.span.start].rstrip().rpartition(" ")[2].lower()
    named = re.match(r", (?:an?|the|whose|father|mother|owner) ([\w -]+)", behind)
    words = {before, *(re.split(r"[ -]", named.group(0).lower()) if named else ())}
    return bool(_AGED.match(behind)) or not words.isdisjoint(position_words("private", "titles"))


def _is_name(voice: Voice) -> bool:
    """ "the North", "Xi": a name that no list has; not "Residents" at the start of a sentence."""
    words = voice.name.split()
    is_plural = len(words) == 1 and words[0].endswith("s")
    is_private = any(word.lower() in position_words("private", "titles") for word in words)
    return all(word[:1].isupper() for word in words) and not is_plural and not is_private


def _is_office(word: str) -> bool:
    forms = {word, word.removesuffix("s"), f"{word.removesuffix('ies')}y"}
    return not forms.isdisjoint(position_words("holders", "nouns") | position_words("holders", "offices"))


_CROWDS_STANDS = {"accuse", "condemn", "reject", "appeal", "request"}


def _is_political(names: list[str]) -> bool:
    """ "Protesters say the vote was rigged", "critics said the law was broken": those who take a side together."""
    return any(name.endswith("s") and name.removesuffix("s") in position_words("crowds", "political") for name in names)


def _is_crowd_shouting(voice: Voice) -> bool:
    """ "The company killed our sons," the crowd chanted: many at once, who demand or blame together."""
    words = {word.removesuffix("s") for word in voice.name.lower().split()}
    return voice.cue in position_words("crowds", "cues") and not words.isdisjoint(position_words("crowds", "nouns"))
