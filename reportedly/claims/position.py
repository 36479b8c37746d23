"""Positions: "the foreign ministry condemned the violence".

In: a parsed sentence. Out: who takes which stand, towards whom. A stand is told ("urged restraint", "voiced concern",
"is ready to help") or taken ("We condemn", "the violence must be stopped", in quotation marks): the holder of one taken
is its speaker, left None for the voices to fill. Refuses the stand of who holds no office and speaks for no body.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from reportedly.claims.clauses import evidence_of, is_country, is_quoted, mention_at, name_of
from reportedly.claims.directives import find_directives
from reportedly.claims.frames import lemmas_of, own_tokens
from reportedly.claims.kind import Found, Kind
from reportedly.claims.relations import (
    position_line,
    relate_positions,
    say_position,
    say_position_line,
    say_position_value,
)
from reportedly.lexicon import load
from reportedly.lexicon.nations import country_of_seat
from reportedly.model import EntityKind, Mention, Span
from reportedly.text.grammar import doer_of, is_negated, is_passive, subject_of, verb_above
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.voices import attribution_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """`holder` and `target` point at mentions of the document."""

    stance: str
    holder: Span | None
    holder_name: str | None
    target: Span | None = None
    target_name: str | None = None


class Holder(NamedTuple):
    """Who holds it; both None for the speaker of the quotation."""

    span: Span | None
    name: str | None


class Stand(NamedTuple):
    """A stance, the word that takes it, its holder, and the word whose complements name the target."""

    stance: str
    word: Token
    holder: Holder
    aimed: Token


SPEAKER = Holder(None, None)


@cache
def _tables() -> dict[str, Any]:
    return load("en/positions")


@cache
def _stance_by(table: str) -> dict[str, str]:
    """Entry -> stance; the first stance that has it."""
    found: dict[str, str] = {}
    for stance, words in _tables()[table].items():
        for word in words:
            found.setdefault(word, stance)
    return found


@cache
def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(_tables()[table].get(name, ()))


def find_positions(sentence: Sentence) -> Iterator[Found]:
    """All stands of a sentence, left to right; of two in one stretch the first kind below that finds it counts."""
    taken: list[tuple[str, Span]] = []
    ways = (
        _by_verb,
        _by_noun,
        _by_manner,
        _by_state,
        _by_must,
        _by_pledge,
        _by_label,
        _by_refusal,
        _by_denial,
        _by_guilt,
    )
    stands = [stand for token in sentence.tokens for way in ways if (stand := way(token, sentence))]
    for stand in sorted(stands, key=lambda s: s.word.i):
        if stand.holder == SPEAKER and not _speaker_holds_office(stand.word, sentence):
            continue
        found = _found(stand, sentence)
        if not any(stance == stand.stance and span.overlaps(found.span) for stance, span in taken):
            taken.append((stand.stance, found.span))
            yield found


def _speaker_holds_office(word: Token, sentence: Sentence) -> bool:
    """Whether the voice in force may hold a position; a quotation of which no voice is known may."""
    chain = attribution_at(sentence, word.i).chain
    if not chain:
        return is_quoted(word)
    mention = mentions_of(sentence.article).at(chain[0].mention)
    if mention is None:
        return any(word in _words("holders", "nouns") for word in chain[0].name.lower().split())
    return _holds_office(mention, mention.name.lower().split())


def _found(stand: Stand, sentence: Sentence) -> Found:
    target = _target(stand, sentence)
    return Found(
        span=evidence_of(stand.word, sentence, core=(stand.aimed,), with_content=True),
        head=stand.word.i,
        content=Position(
            stance=stand.stance,
            holder=stand.holder.span,
            holder_name=stand.holder.name,
            target=target.span,
            target_name=target.name,
        ),
    )


# --- told --------------------------------------------------------------------------------------------------------------


def _by_verb(verb: Token, sentence: Sentence) -> Stand | None:
    """ "condemned the violence", "called on Norland to", "was accused by"."""
    if verb.pos_ != "VERB" or verb.dep_ == "amod":
        return None
    entry = _entry_of(verb)
    if entry is None or not _object_fits(verb, entry):
        return None
    if any(_stance_of_noun(c) for c in verb.children if c.dep_ == "dobj") and verb.lemma_ in _words(
        "uttering", "verbs"
    ):
        return None  # the noun says what is offered: condolences, support
    stance = _stance_by("verbs")[entry]
    if is_passive(verb) and doer_of(verb) is None:
        return Stand(stance, verb, SPEAKER, verb) if stance == "appeal" and verb.dep_ in {"ROOT", "ccomp"} else None
    holder = _holder(doer_of(verb), sentence) or _holder_above(verb, sentence) or _holder_behind(verb, stance, sentence)
    if holder is None:
        return None
    if is_negated(verb) or _wills_only(verb):
        return None
    return Stand(stance, verb, holder, verb)


def _holder_above(verb: Token, sentence: Sentence) -> Holder | None:
    """ "said that 74 had died and accused Norland": the parser hangs the second verb on the wrong one."""
    inner = verb.head
    if verb.dep_ != "conj" or inner.dep_ != "ccomp" or any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        return None
    return _holder(subject_of(inner.head), sentence)


def _holder_behind(verb: Token, stance: str, sentence: Sentence) -> Holder | None:
    """Machine translation leaves the subject behind the verb: "The shooting condemned Norland"."""
    subject = subject_of(verb)
    if stance not in {"condemn", "reject", "condole"} or subject is None or subject.pos_ not in {"NOUN", "VERB"}:
        return None
    last = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "PROPN"]
    mention = mention_at(last[0], sentence) if last and mention_at(subject, sentence) is None else None
    return Holder(mention.span, mention.name) if mention and _holds_office(mention, lemmas_of(last[0])) else None


def _wills_only(verb: Token) -> bool:
    """ "refused to condemn" takes no stand of condemning; "wanted to thank" does."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"refuse", "decline", "fail", "threaten"}


def _entry_of(verb: Token) -> str | None:
    """The entry that a verb is, the one with a preposition or particle before the bare one."""
    lemma = verb.lemma_.lower()
    for child in sorted(verb.children, key=lambda c: c.i):
        if child.i > verb.i and child.dep_ in {"prep", "prt", "advmod", "dobj", "oprd"}:
            entry = f"{lemma} {child.lemma_.lower() if child.dep_ == 'dobj' else child.lower_}"
            if entry in _stance_by("verbs"):
                return entry
    if any(entry == lemma for entry in _stance_by("verbs")):
        return lemma
    return None


def _object_fits(verb: Token, entry: str) -> bool:
    near = {
        form
        for t in [*own_tokens(verb), *(s for c in verb.children if c.dep_ in {"ccomp", "xcomp"} for s in c.subtree)]
        for form in lemmas_of(t)
    }
    objects = {form for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} for form in lemmas_of(c)}
    if objects & _words("except", entry) or (
        entry in {"ask", "beg", "request"} and near & _words("anonymous", "words")
    ):
        return False
    if entry == "want":
        others = [s for c in verb.children if c.dep_ in {"ccomp", "xcomp"} for s in c.children if s.dep_ == "nsubj"]
        return bool(others) or bool(objects & _words("only", entry))
    return entry not in _tables()["only"] or bool(near & _words("only", entry))


def _by_noun(noun: Token, sentence: Sentence) -> Stand | None:
    """ "expressed deep concern", "reiterated its call on Norland", "sent its condolences"."""
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ not in {"dobj", "nsubjpass", "pobj", "conj", "attr"}:
        return None
    stance = _stance_of_noun(noun)
    verb = _carrier(noun)
    if stance is None or verb is None or verb.lemma_.lower() not in _words("uttering", "verbs") or is_negated(verb):
        return None
    holder = _holder(doer_of(verb) if is_passive(verb) else subject_of(verb), sentence)
    return holder and Stand(stance, verb, holder, noun)


def _stance_of_noun(noun: Token) -> str | None:
    return next((s for form in lemmas_of(noun) if (s := _stance_by("nouns").get(form))), None)


def _carrier(noun: Token) -> Token | None:
    """The verb that utters the noun."""
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    if noun.dep_ == "pobj":
        above = noun.head.head
        if noun.head.lower_ == "of" and above.pos_ == "NOUN" and above.dep_ in {"dobj", "nsubjpass"}:
            return above.head
        return (
            above if noun.head.lower_ in {"in", "with"} and above.pos_ == "VERB" and above.lemma_ == "unite" else None
        )
    return noun.head if noun.head.pos_ in {"VERB", "AUX"} else None


def _by_manner(verb: Token, sentence: Sentence) -> Stand | None:
    """ "is following the situation with great concern"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in _words("with_noun", "verbs"):
        return None
    for noun in verb.subtree:
        if noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.i - verb.i < 25:
            stance = next((s for form in lemmas_of(noun) if (s := _stance_by("nouns").get(form))), None)
            holder = _holder(subject_of(verb), sentence)
            if stance in {"express_concern", "condole", "condemn"} and holder:
                return Stand(stance, verb, holder, noun)
    return None


def _by_state(state: Token, sentence: Sentence) -> Stand | None:
    """ "is gravely concerned", "stands ready to help", "It is regrettable that", "the report is false"."""
    stance = next((s for form in (state.lower_, *lemmas_of(state)) if (s := _stance_by("states").get(form))), None)
    if stance is None or state.dep_ not in {"acomp", "oprd", "ROOT", "ccomp", "attr", "conj", "advmod"}:
        return None
    verb = verb_above(state) if state.pos_ != "VERB" else state
    if is_negated(verb) and stance not in {"condemn"}:
        return None
    subject = subject_of(verb)
    if stance in {"pledge"} and not any(c.dep_ in {"xcomp", "prep", "ccomp", "advcl"} for c in state.children):
        return None
    if subject is None:
        return None
    is_about_things = subject.lower_ in {"it", "this", "that"} or _holder(subject, sentence) is None
    if is_about_things:
        if stance not in {"express_concern", "condemn", "deny", "appeal"} or not _is_uttered(verb, sentence):
            return None
        return Stand(stance, state, SPEAKER, state)
    if stance in {"deny", "appeal"}:
        return None
    holder = _holder(subject, sentence)
    return holder and Stand(stance, state, holder, state)


# --- taken, in somebody's mouth -------------------------------------------------------------------------------------------


def _is_uttered(verb: Token, sentence: Sentence) -> bool:
    """Whether it stands in a quotation, or on somebody's word."""
    return is_quoted(verb) or bool(attribution_at(sentence, verb.i).chain)


def _by_must(verb: Token, sentence: Sentence) -> Stand | None:
    """ "The violence must be stopped", "the situation needs to be de-escalated"."""
    if verb.pos_ not in {"VERB", "AUX"} or any(d.governor.i == verb.i for d in find_directives(sentence)):
        return None
    modal = next((c.lower_ for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
    is_modal = modal in _words("must", "modals")
    is_need = verb.lemma_ == "need" and any(c.dep_ == "xcomp" for c in verb.children)
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    if not (is_modal or is_need) or subject is None or subject.lower_ in _words("must", "own"):
        return None
    if any(c.lower_ in {"have", "among"} and c.dep_ in {"aux", "prep"} for c in verb.children) or modal == "shall":
        return None
    return Stand("appeal", verb, SPEAKER, subject) if _is_uttered(verb, sentence) else None


def _by_pledge(verb: Token, sentence: Sentence) -> Stand | None:
    """ "We will do everything", "said it would send rescuers", "The ministry will continue to protect"."""
    if verb.pos_ != "VERB" or not _is_ahead(verb):
        return None
    lemma = verb.lemma_.lower()
    if any(c.dep_ == "nsubjpass" for c in verb.children) or is_passive(verb):
        is_meant = lemma in _words("pledging", "passive") and is_quoted(verb)
        return Stand("pledge", verb, SPEAKER, verb) if is_meant else None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return None
    if lemma in _words("pledging", "monitoring"):
        stance = (
            "warn"
            if {f for t in verb.subtree for f in lemmas_of(t)} & {"violation", "abuse", "step", "violence", "crime"}
            else "pledge"
        )
    elif lemma in _words("pledging", "verbs"):
        stance = "pledge"
    else:
        return None
    holder = _own_holder(subject, verb, sentence)
    return holder and Stand(stance, verb, holder, verb)


def _is_ahead(verb: Token) -> bool:
    """ "will help", "is going to help"."""
    if any(c.dep_ == "aux" and c.lower_ in {"will", "would", "shall", "'ll"} for c in verb.children):
        return True
    return verb.dep_ == "xcomp" and verb.head.lower_ == "going"


def _own_holder(subject: Token, verb: Token, sentence: Sentence) -> Holder | None:
    """Who promises: the speaker of "we", a body that is itself the subject, "it" of "the ministry said it"."""
    if subject.lower_ in {"we", "i"}:
        return SPEAKER
    if subject.lower_ in {"it", "he", "she", "they"}:
        return SPEAKER if verb.dep_ == "ccomp" else None
    mention = mention_at(subject, sentence)
    if mention is None or mention.kind not in {EntityKind.ORGANISATION, EntityKind.PLACE}:
        return SPEAKER if "government" in lemmas_of(subject) and _is_uttered(verb, sentence) else None
    return _holder(subject, sentence)


def _by_label(noun: Token, sentence: Sentence) -> Stand | None:
    """ "branded the raid barbarism", "called it a fairy tale", "This is a lie", "is without foundation"."""
    if noun.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return None
    stance = next((s for form in lemmas_of(noun) if (s := _stance_by("labels").get(form))), None)
    if stance is None:
        return None
    verb = verb_above(noun)
    if verb.lemma_.lower() in _words("labelling", "verbs") and not is_negated(verb):
        is_as = noun.dep_ == "pobj" and noun.head.lower_ == "as"
        is_object = noun.dep_ == "dobj" and verb.lemma_ in _words("labelling", "naming")
        is_label = noun.dep_ in {"oprd", "ccomp", "attr"} or is_as or is_object or noun.head.dep_ == "ccomp"
        holder = _holder(doer_of(verb) if is_passive(verb) else subject_of(verb), sentence)
        return Stand(stance, verb, holder, verb) if is_label and holder else None
    if (
        noun.dep_ == "dobj"
        and any(c.lower_ == "no" for c in noun.children)
        and noun.lemma_ in {"basis", "foundation", "truth"}
    ):
        return Stand(stance, verb, SPEAKER, noun) if _is_uttered(verb, sentence) else None
    is_predicate = noun.dep_ == "attr" or (
        noun.dep_ == "pobj" and noun.head.lower_ in {"without"} and noun.head.head == verb
    )
    if verb.lemma_ == "be" and is_predicate and _is_uttered(verb, sentence):
        is_truth = any(form in {"fact", "truth", "basis", "foundation"} for form in lemmas_of(noun))
        is_other_way = stance == "deny" and is_truth != (is_negated(verb) or noun.dep_ == "pobj")
        return None if is_other_way else Stand(stance, verb, SPEAKER, noun)
    return None


def _by_refusal(verb: Token, sentence: Sentence) -> Stand | None:
    """ "does not believe the count", "will not negotiate", "has excluded every negotiation"."""
    if verb.pos_ != "VERB" or not is_negated(verb):
        return None
    lemma = verb.lemma_.lower()
    is_future = any(
        c.dep_ == "aux" and c.lower_ in {"will", "wo", "shall", "would", "can", "ca", "could"} for c in verb.children
    )
    if lemma in _words("refusing", "believing") or (lemma in _words("refusing", "yielding") and is_future):
        subject = subject_of(verb)
        if subject is not None and subject.lower_ in {"it", "he", "she", "they"} and verb.dep_ != "ccomp":
            return None
        holder = _holder(subject, sentence)
        return holder and Stand("reject", verb, holder, verb)
    return None


def _by_denial(verb: Token, sentence: Sentence) -> Stand | None:
    """ "Not a single civilian died", "Nobody has cut anything", "that it gave no order", in a speaker's mouth."""
    if verb.pos_ not in {"VERB", "AUX"} or not _is_uttered(verb, sentence):
        return None
    near = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "neg", "advmod", "attr"}]
    words = {t.lower_ for c in near for t in [c, *c.children]}
    is_flat = bool(words & _words("denying", "flat")) or ("not" in words and bool(words & {"single", "one"}))
    is_own = any(
        d.dep_ == "dobj" and d.lemma_ in _words("denying", "deeds") and any(c.lower_ == "no" for c in d.children)
        for d in near
    )
    is_absent = any(
        d.lemma_ in _words("denying", "absent") and any(c.lower_ in {"no", "such"} for c in d.children)
        for d in near
        if d.dep_ in {"attr", "nsubj", "nsubjpass"}
    )
    is_charge = is_negated(verb) and any(
        form in _words("denying", "charges") for t in own_tokens(verb) for form in lemmas_of(t)
    )
    return Stand("deny", verb, SPEAKER, verb) if is_flat or is_own or is_absent or is_charge else None


def _by_guilt(noun: Token, sentence: Sentence) -> Stand | None:
    """ "said that "terrorists" were at the forefront", "called the marchers "murderers""."""
    if not any(form in _words("guilty", "nouns") for form in lemmas_of(noun)) or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    verb = verb_above(noun)
    is_scare = noun.i > 0 and noun.nbor(-1).text in {'"', "'"}
    if noun.dep_ == "oprd" or (is_scare and _is_uttered(verb, sentence)):
        return Stand("accuse", verb, SPEAKER, noun)
    return None


# --- who, and towards whom ---------------------------------------------------------------------------------------------


def _holder(noun: Token | None, sentence: Sentence) -> Holder | None:
    """The holder, or None where nobody who may hold a position is named there."""
    if noun is None:
        return None
    if noun.lower_ in {"we", "i", "us"}:
        return SPEAKER
    mention = mention_at(noun, sentence)
    if mention is not None:
        return Holder(mention.span, mention.name) if _holds_office(mention, lemmas_of(noun)) else None
    if noun.pos_ == "PRON":
        return SPEAKER if noun.lower_ in {"he", "she", "it", "they"} else None
    if any(form in _words("holders", "nouns") for form in lemmas_of(noun)):
        return Holder(*name_of(noun, sentence))
    return None


def _holds_office(mention: Mention, words: Iterable[str]) -> bool:
    """Whether the one mentioned, by these words, speaks for a body or holds an office."""
    is_private = any(word in _words("private", "titles") for word in (mention.title or "").lower().split())
    if mention.kind is EntityKind.PERSON:
        return not is_private
    if mention.kind is EntityKind.GROUP:
        return any(w in _words("holders", "nouns") or w.removesuffix("s") in _words("holders", "nouns") for w in words)
    if mention.kind is EntityKind.PLACE:
        return is_country(mention) or country_of_seat(mention.name) is not None
    return mention.kind is EntityKind.ORGANISATION


_AIMING = {"on", "upon", "to", "against", "with", "for", "of", "at"}


def _target(stand: Stand, sentence: Sentence) -> Holder:
    """Towards whom: the first object or "on", "to", "against", "for" complement that names somebody."""
    word = stand.aimed
    nouns = [c for c in word.children if c.dep_ in {"dobj", "dative", "nsubjpass"} and c.i > word.i]
    if stand.word.i != word.i and word.dep_ == "nsubj":
        nouns = [word]
    for anchor in dict.fromkeys([word.i, stand.word.i]):
        nouns += [
            p
            for c in word.doc[anchor].children
            if c.lower_ in _AIMING and c.i > anchor
            for p in c.children
            if p.dep_ == "pobj"
        ]
    for noun in nouns:
        mention = mention_at(noun, sentence)
        if mention and mention.span != stand.holder.span and _is_somebody(mention):
            return Holder(mention.span, mention.name)
    for noun in nouns:
        if any(form in _words("holders", "nouns") for form in lemmas_of(noun)) or noun.lower_ in {
            "protesters",
            "demonstrators",
            "parties",
            "troops",
        }:
            return Holder(*name_of(noun, sentence))
    return SPEAKER


def _is_somebody(mention: Mention) -> bool:
    return mention.kind is not EntityKind.PLACE or is_country(mention) or country_of_seat(mention.name) is not None


POSITION = Kind(
    name="position",
    content=Position,
    find=find_positions,
    line=position_line,
    relate=relate_positions,
    say=say_position,
    own_word=True,
    say_value=say_position_value,
    say_line=say_position_line,
)
