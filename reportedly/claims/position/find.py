"""Positions: "the foreign ministry condemned the violence".

In: a parsed sentence. Out: who takes which stand, towards whom. A stand is told ("urged restraint", "voiced concern",
"is ready to help") or taken ("We condemn", "the violence must be stopped", in quotation marks): the holder of one taken
is its speaker, left None for the voices to fill. Refuses the stand of who holds no office and speaks for no body.
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from reportedly.claims.clauses import evidence_of, mention_at
from reportedly.claims.frames import lemmas_of, own_tokens
from reportedly.claims.kind import Found
from reportedly.claims.position.admissions import by_claiming, by_own_strike
from reportedly.claims.position.barbs import (
    by_abuse,
    by_condition,
    by_own_hand,
    by_there_being_none,
    by_trail,
    own_people,
)
from reportedly.claims.position.charges import by_deed
from reportedly.claims.position.content import Position
from reportedly.claims.position.feelings import by_feeling, by_fronted_feeling
from reportedly.claims.position.headlines import by_headline_promise, by_headline_verb
from reportedly.claims.position.holders import (
    SPEAKER,
    Holder,
    Stand,
    holder_at,
    position_words,
    speaker_holds_office,
    stance_by,
)
from reportedly.claims.position.intents import by_charging, by_intent
from reportedly.claims.position.moves import (
    by_breach,
    by_challenge,
    by_holding,
    by_no_need,
    by_outside_hand,
    by_own_attack,
    by_quoted_label,
    by_standing_behind,
    by_ultimatum,
    first_words_of_outside_hands,
)
from reportedly.claims.position.nominal import by_maker, by_own_noun, by_purpose, by_reigning_noun, by_told_noun
from reportedly.claims.position.prospects import by_contrary, by_if_not, by_only_if, by_prospect, by_unless
from reportedly.claims.position.rulings import by_amount, by_answering
from reportedly.claims.position.sayings import by_saying, by_telling_phrase, is_of_silence
from reportedly.claims.position.spoken import by_bare_feeling, by_epithet, by_imperative, by_question
from reportedly.claims.position.takers import (
    body_before,
    crowd_at,
    holder_above,
    holder_ahead,
    holder_behind,
    holder_inverted,
    is_charged,
    is_verb_misread,
    letter_writer,
    paper_at,
    promiser_of,
    seat_at,
    teller_of,
    town_at,
)
from reportedly.claims.position.targets import co_holders, is_mutual, is_what_for, target_of
from reportedly.claims.position.utterance import (
    by_charge,
    by_denial,
    by_guilt,
    by_idiom,
    by_insistence,
    by_label,
    by_must,
    by_need,
    by_pledge,
    by_provision,
    by_refusal,
    by_threat,
    by_verdict,
    first_words_of_idioms,
    is_uttered,
)
from reportedly.model import Span
from reportedly.text.grammar import doer_of, first_conjunct, is_negated, is_passive, subject_of, verb_above
from reportedly.text.sentences import Sentence, Token
from reportedly.text.voices import attribution_at


def find_positions(sentence: Sentence) -> Iterator[Found]:
    """All stands of a sentence, left to right; of two in one stretch the first kind below that finds it counts."""
    taken: list[tuple[str, Span]] = []
    stands = [
        stand
        for token in sentence.tokens
        for way in _ways_at(token.pos_, token.lemma_, lemmas_of(token))
        if (stand := way(token, sentence))
    ]
    stands += _by_phrases(sentence, {stand.word.i for stand in stands})
    told = {(stand.stance, stand.word.i) for stand in stands}
    stands = [s for s in stands if s.stance != "reject" or ("deny", s.word.i) not in told]  # "dismissed as invention"
    stands = [
        s for s in stands if s.stance != "deny" or ("appeal", s.word.i) not in told
    ]  # "no talks until they leave"
    stands = [s for s in stands if not _is_said_twice(s, told)]
    inner = (s for s in stands if s.word.dep_ == "ccomp" and s.word.i > s.word.head.i)
    within = {s.word.head.i for s in inner if (s.stance, s.word.head.i) not in told}
    for stand in sorted(stands, key=lambda s: s.word.i):
        if stand.holder == SPEAKER and stand.word.dep_ == "ccomp" and (stand.stance, stand.word.head.i) in told:
            continue  # "We will rebuild," he vowed
        if stand.word.i in within and stand.word.lemma_ in position_words("insisting", "verbs"):
            continue  # "insists that the vote was rigged": what is insisted on is the stand
        if stand.holder == SPEAKER and not _may_be_spoken(stand, sentence):
            continue
        if stand.stance == "claim_responsibility" and _is_unclaimed(stand.word):
            continue
        found = list(_found(stand, sentence))
        is_second = stand.word.dep_ == "conj" and stand.word.tag_ in {"VBD", "VBZ"}  # "appealed to .. and pressed for"
        same = [span for stance, span in taken if stance == stand.stance and span.overlaps(found[0].span)]
        if not same or (is_second and found[0].span not in same):
            taken.append((stand.stance, found[0].span))
            yield from found


def _is_said_twice(stand: Stand, told: set[tuple[str, int]]) -> bool:
    """ "called the payment "a coup by cheque book"", "dismissed as "television" the report": one name, one stand."""
    at = stand.word.i
    if stand.stance == "reject" and stand.word.lemma_ == "denounce":
        return ("condemn", at) in told  # "denounced as a crime the bombing"
    is_named = stand.word.lemma_ in position_words("labelling", "verbs")
    if not is_named or stand.word.lemma_ in {"condemn", "denounce"}:
        return False
    return (stand.stance == "accuse" and ("condemn", at) in told) or (
        stand.stance == "condemn" and bool({("reject", at), ("deny", at)} & told)
    )


def _is_unclaimed(verb: Token) -> bool:
    """ "No group has said that it was behind the raid", "denied that the bomb was theirs"."""
    above = verb.head
    is_inner = verb.dep_ == "ccomp" and above.i < verb.i
    return is_inner and (is_negated(above) or _is_nobodys(above) or stance_by("verbs").get(above.lemma_) == "deny")


type _Way = Callable[[Token, Sentence], Stand | None]
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LABELS = _NOUNS | {"ADJ", "ADV"}


@lru_cache(maxsize=1 << 16)
def _ways_at(pos: str, lemma: str, forms: tuple[str, ...]) -> tuple[_Way, ...]:
    """The ways that may begin at a word of that part of speech and those forms, in the order in which they count."""
    names = (lemma, *forms, *(form.removesuffix("s") for form in forms))
    return tuple(
        way
        for way, begins, words in _ways()
        if (begins is None or pos in begins) and (words is None or not words.isdisjoint(names))
    )


@cache
def _ways() -> tuple[tuple[_Way, frozenset[str] | None, frozenset[str] | None], ...]:
    """All ways, each with the parts of speech and the words that it looks at; None where it looks at any."""
    states, nouns = frozenset(stance_by("states")), frozenset(stance_by("nouns"))
    named = nouns | position_words("letters", "nouns")
    return (
        (_by_verb, None, _first_words()),
        (_by_noun, None, named),
        (_by_spilt_noun, _NOUNS, named),
        (_by_manner, _VERBS, None),
        (_by_state, None, states),
        (by_must, _VERBS, None),
        (by_pledge, _VERBS, None),
        (by_provision, _VERBS, position_words("pledging", "readying")),
        (by_label, _LABELS, None),
        (by_refusal, _VERBS, None),
        (by_denial, _VERBS, None),
        (by_guilt, _NOUNS, position_words("guilty", "nouns")),
        (by_threat, _VERBS, None),
        (by_charge, _VERBS, frozenset(entry.split(" ")[0] for entry in position_words("failing", "verbs"))),
        (by_verdict, None, position_words("verdicts", "excess") | position_words("verdicts", "spoilt")),
        (by_idiom, None, first_words_of_idioms()),
        (by_ultimatum, _VERBS, None),
        (by_quoted_label, _VERBS, None),
        (by_holding, _VERBS, None),
        (by_standing_behind, None, frozenset({"behind"})),
        (by_no_need, None, position_words("moves", "needless")),
        (by_breach, _VERBS, None),
        (by_outside_hand, None, first_words_of_outside_hands()),
        (by_own_attack, _VERBS, None),
        (by_insistence, _VERBS, None),
        (by_need, _VERBS, None),
        (by_deed, _VERBS, None),
        (by_answering, None, position_words("answering", "states")),
        (by_amount, _NOUNS, frozenset(stance_by("labels"))),
        (by_trail, None, position_words("trails", "verbs")),
        (by_abuse, _VERBS, position_words("abusing", "verbs")),
        (by_own_hand, _VERBS, None),
        (by_there_being_none, None, frozenset({"be"})),
        (by_condition, None, position_words("threatening", "suffering")),
        (by_only_if, _VERBS, None),
        (by_prospect, _VERBS, None),
        (by_own_noun, _NOUNS, frozenset(stance_by("owned"))),
        (by_headline_verb, None, None),
        (by_feeling, _VERBS, None),
        (by_fronted_feeling, None, states),
        (by_charging, _VERBS, None),
        (by_intent, _VERBS, None),
        (by_unless, _VERBS, None),
        (by_contrary, None, frozenset({"contrary"})),
        (by_told_noun, _NOUNS, nouns | frozenset(stance_by("owned"))),
        (by_challenge, _VERBS, None),
        (by_claiming, _VERBS, None),
        (by_own_strike, _VERBS, None),
        (by_reigning_noun, _NOUNS, None),
        (by_purpose, _NOUNS, None),
        (by_maker, _NOUNS, None),
        (by_headline_promise, _VERBS, None),
        (by_if_not, _VERBS, None),
        (by_bare_feeling, None, states),
    )


_PHRASES: tuple[tuple[_Way, frozenset[str] | None], ...] = (
    (by_telling_phrase, _VERBS),
    (by_saying, None),
    (by_imperative, _VERBS),
    (by_question, None),
    (by_epithet, _NOUNS),
)


def _by_phrases(sentence: Sentence, taken: set[int]) -> list[Stand]:
    """The stands of turns of phrase, in clauses that take none by a word of their own; of one clause the first."""
    found: list[Stand] = []
    for way, begins in _PHRASES:
        for token in sentence.tokens:
            stand = way(token, sentence) if begins is None or token.pos_ in begins else None
            if stand is not None and stand.word.i not in taken:
                taken.add(stand.word.i)
                found.append(stand)
    return found


def _may_be_spoken(stand: Stand, sentence: Sentence) -> bool:
    """Whether who speaks may hold it; "We appeal to both armies", on nobody's word, is the body's whose text it is."""
    subject = subject_of(stand.word)
    is_own = subject is not None and any(c.dep_ == "poss" and c.lower_ in {"our", "my"} for c in subject.children)
    is_first_person = subject is not None and (subject.lower_ in {"we", "i"} or is_own)
    is_first_person &= stand.word.dep_ in {"ROOT", "conj"}
    is_first_person &= stand.word.lemma_ not in {
        "apologise",
        "apologize",
    }  # "We apologise for the mistake" is the paper's
    if speaker_holds_office(stand.word, sentence, stance=stand.stance):
        return True
    chain = attribution_at(sentence, stand.word.i).chain
    return bool(chain) if stand.stance == "claim_responsibility" else is_first_person and not chain


def _found(stand: Stand, sentence: Sentence) -> Iterator[Found]:
    """The stand once for each who holds it; of two who accuse each other each is the other's target."""
    holders, target = co_holders(stand, sentence), target_of(stand, sentence)
    is_each_others = len(holders) > 1 and is_mutual(stand)
    for at, holder in enumerate(holders):
        aimed_at = holders[at - 1] if is_each_others else target
        aimed_at = Holder(None, None) if aimed_at.span is not None and aimed_at.span == holder.span else aimed_at
        yield Found(
            span=evidence_of(stand.word, sentence, core=(stand.aimed,), with_content=True),
            head=stand.word.i,
            content=Position(
                stance=stand.stance,
                holder=holder.span,
                holder_name=holder.name,
                target=aimed_at.span,
                target_name=aimed_at.name,
            ),
        )


def _by_verb(verb: Token, sentence: Sentence) -> Stand | None:
    """ "condemned the violence", "called on Norland to", "was accused by"."""
    if (verb.pos_ != "VERB" and not is_verb_misread(verb)) or verb.dep_ == "amod" or is_charged(verb):
        return None
    if _is_asked(verb):
        return None
    entry = _entry_of(verb)
    if entry is None or not _object_fits(verb, entry):
        return None
    is_bare = " " not in entry  # "turned down the offer" offers nothing
    if (
        is_bare
        and any(_stance_of_noun(c) for c in verb.children if c.dep_ == "dobj")
        and verb.lemma_ in position_words("uttering", "verbs")
    ):
        return None  # the noun says what is offered: condolences, support
    stance = _stance_of_entry(entry, verb)
    promiser = promiser_of(verb)
    if is_passive(verb) and doer_of(verb) is None and promiser is None:
        if seat := seat_at(verb, sentence) or letter_writer(verb, sentence):
            return Stand(stance, verb, seat, verb)
        is_public = stance in {"appeal", "warn"} and verb.dep_ in {"ROOT", "ccomp"}  # "The public is warned against"
        is_public &= entry not in position_words("others", "verbs")  # "is expected to hit the coast" is a forecast
        is_public &= not any(c.dep_ == "nsubjpass" and c.pos_ == "PRON" for c in verb.children)
        return Stand(stance, verb, SPEAKER, verb) if is_public else None
    doer = doer_of(verb)
    is_by_it = doer is not None and doer.lower_ == "it" and doer.dep_ == "pobj"
    holder = (
        (body_before(doer, sentence) if is_by_it and doer is not None else None)
        or holder_at(promiser or teller_of(verb), sentence)
        or holder_above(verb, sentence)
        or holder_behind(verb, stance, sentence)
        or holder_inverted(verb, sentence)
        or (crowd_at(teller_of(verb), sentence) if _may_be_crowds(verb, entry) else None)
        or (paper_at(teller_of(verb), sentence) if entry in position_words("papers", "verbs") else None)
        or (holder_ahead(verb, sentence) if not is_passive(verb) or verb.dep_ == "acl" else None)
        or (town_at(verb, sentence) if doer_of(verb) is None else None)
        or (own_people(doer_of(verb), sentence) if stance in {"request", "reject", "deny", "warn", "pledge"} else None)
    )
    if holder is None:
        return None
    if is_negated(verb) or _is_nobodys(verb) or _wills_only(verb) or _sentences(verb) or _is_of_nothing(verb):
        return None
    return None if _is_only_hoped(verb) or _is_others_task(verb) else Stand(stance, verb, holder, verb)


def _is_asked(verb: Token) -> bool:
    """ "Asked about the arrests, the minister", "The nuncio, asked for comment, said": what another asks him."""
    is_bare = (
        verb.tag_ == "VBN"
        and verb.dep_ in {"advcl", "acl", "prep", "ccomp"}
        and verb.lemma_ in position_words("asked", "verbs")
    )
    return is_bare and not any(c.dep_ in {"agent", "aux", "auxpass", "nsubj", "nsubjpass"} for c in verb.children)


def _may_be_crowds(verb: Token, entry: str) -> bool:
    """ "Two masked men asked for the sergeant" demand nothing; "women asked for bread" do."""
    things = _complements(verb, "for") if entry == "ask" else []
    is_of_persons = any(t.ent_type_ == "PERSON" or _may_be_asked(t) for t in things)
    return entry in position_words("crowds", "verbs") and not is_of_persons


def _is_others_task(verb: Token) -> bool:
    """ "asked residents to donate blood": they are to do it, not the one who asks."""
    above = verb.head
    while above.lemma_ == "help" and above.dep_ in {"xcomp", "ccomp"}:
        above = above.head  # "calls on the elders to help dispel the rumour"
    asks = (_entry_of(above) or above.lemma_) in _asking() or above.lemma_ in {"call", "appeal"}
    has_asked = any(c.dep_ == "dobj" or c.lower_ in {"on", "upon", "to"} for c in above.children if c.i < verb.i)
    return verb.dep_ in {"xcomp", "advcl"} and verb.tag_ == "VB" and asks and has_asked


@cache
def _asking() -> frozenset[str]:
    return frozenset(entry for entry, stance in stance_by("verbs").items() if stance in {"appeal", "request", "warn"})


def _is_only_hoped(verb: Token) -> bool:
    """ "was hopeful that both sides would accept the plan", "it is not known whether Norland will support it"."""
    has_modal = any(c.tag_ == "MD" for c in verb.children)
    return has_modal and verb.dep_ == "ccomp" and verb.head.lemma_ in position_words("uttering", "hoping")


def _stance_of_entry(entry: str, verb: Token) -> str:
    if entry == "pray for":  # the dead are prayed for in grief, peace as a wish
        wished = {form for t in verb.subtree if t.i > verb.i for form in lemmas_of(t)}
        return "appeal" if wished & position_words("wished", "things") else stance_by("verbs")[entry]
    if entry == "ask" and any(c.dep_ == "ccomp" and _is_wondered(c) for c in verb.children):
        return "question"  # "asked how many more would have to die"
    if entry in position_words("turned", "verbs"):
        objects = {form for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} for form in lemmas_of(c)}
        turned = (s for s in ("condemn", "reject") if objects & position_words("turned", s))
        is_bare = bool(objects & {"this", "that", "it"})  # "We repudiate this"
        return "condemn" if is_bare else next(turned, stance_by("verbs")[entry])
    return "deny" if _swears_not(verb) else stance_by("verbs")[entry]


def _is_wondered(clause: Token) -> bool:
    return any(t.tag_ in {"WRB", "WP"} or t.lower_ == "whether" for c in clause.children for t in (c, *c.children))


def _swears_not(verb: Token) -> bool:
    """ "swore that it had not touched the convoy", "assured that no civilian was hit": of the past no promise is made."""
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if told is None or stance_by("verbs").get(verb.lemma_) != "pledge" or any(c.tag_ == "MD" for c in told.children):
        return False
    is_none = any(c.lower_ in {"no", "nothing", "none"} for t in told.children for c in (t, *t.children))
    return told.tag_ in {"VBD", "VBN", "VBZ", "VBP"} and (is_negated(told) or is_none)


def _is_of_nothing(verb: Token) -> bool:
    """ "He offered no figures", "demanded no ransom"."""
    return any(c.dep_ == "dobj" and any(d.lower_ == "no" for d in c.children) for c in verb.children)


def _is_nobodys(verb: Token) -> bool:
    """ "No group has claimed responsibility", "nobody condemned it"."""
    subject = subject_of(verb)
    return subject is not None and (
        subject.lower_ in {"nobody", "none", "no-one"} or any(c.lower_ in {"no", "neither"} for c in subject.children)
    )


def _sentences(verb: Token) -> bool:
    """ "condemned the two men to death" is a court's word."""
    fates = {p.lower_ for c in verb.children if c.lower_ == "to" for p in c.subtree}
    return verb.lemma_ == "condemn" and bool(fates & {"death", "prison", "imprisonment", "years", "months", "life"})


def _wills_only(verb: Token) -> bool:
    """ "refused to condemn" takes no stand of condemning; "wanted to thank" does."""
    above = verb.head
    is_unable = above.lemma_ == "unable" or (above.lemma_ == "able" and is_negated(above.head))
    return verb.dep_ == "xcomp" and (is_unable or above.lemma_ in {"refuse", "decline", "fail", "threaten"})


def _entry_of(verb: Token) -> str | None:
    """The entry that a verb is, the one with a preposition or particle before the bare one."""
    lemma = next((f for f in (verb.lemma_.lower(), verb.lower_.removesuffix("s")) if f in _first_words()), "")
    if f"{lemma} for" in stance_by("verbs") and any(is_what_for(c) for c in verb.children):
        return f"{lemma} for"
    for child in sorted(verb.children, key=lambda c: c.i):
        if child.i > verb.i and child.dep_ in {"prep", "prt", "advmod", "dobj", "oprd"}:
            entry = f"{lemma} {child.lemma_.lower() if child.dep_ == 'dobj' else child.lower_}"
            # "called it a lie from start to end", "called off a march on the palace"
            is_named = entry.startswith("call ") and any(
                c.dep_ == "prt" or (entry == "call to" and c.dep_ == "oprd") for c in verb.children
            )
            if entry in stance_by("verbs") and not _is_dated(child) and not is_named:
                return entry
    if lemma == "call" and _calls_to(verb):
        return "call to"
    return lemma if lemma in stance_by("verbs") else None


@cache
def _first_words() -> frozenset[str]:
    """The verbs with which an entry begins; the lemmatizer takes "hopes" for a hop."""
    return frozenset(entry.split(" ")[0] for entry in stance_by("verbs")) | {"call"}


def _is_dated(preposition: Token) -> bool:
    """ "called the scene on Friday heartbreaking" calls on nobody."""
    return any(c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME"} for c in preposition.children)


def _calls_to(verb: Token) -> bool:
    """ "called all sides to restraint", "called to return to the talks": what is called for hangs on a bare "to"."""
    tasks = [c for c in verb.children if c.dep_ == "xcomp" or (c.dep_ == "advcl" and is_passive(verb))]
    return any(a.lower_ == "to" and a.dep_ == "aux" for c in tasks for a in c.children)


def _object_fits(verb: Token, entry: str) -> bool:
    near = {
        form
        for t in [*own_tokens(verb), *(s for c in verb.children if c.dep_ in {"ccomp", "xcomp"} for s in c.subtree)]
        if t.dep_ != "nsubj" or t.head.i != verb.i or t.pos_ == "PRON"  # "the president recognised an old friend"
        for form in lemmas_of(t)
    }
    objects = {form for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "oprd"} for form in lemmas_of(c)}
    near |= {sign for sign, is_there in (("<name>", _has_named(verb)), ("<task>", _has_task(verb, entry))) if is_there}
    if objects & position_words("except", entry) or (entry in {"ask", "beg", "request"} and _is_for_silence(near)):
        return False
    if is_of_silence(verb):
        return False
    if entry in position_words("silent", "greeting") and not objects and not is_passive(verb):
        return False  # "the gunmen at the gate even saluted"
    if entry == "remind" and _recalls(verb):
        return False
    if entry == "hope" and not near & {"that", "will", "for", "prevail"} and _means_to(verb):
        return False
    if entry in {"insist on", "insist upon"}:
        things = _complements(verb, "on") + _complements(verb, "upon")
        return any(_is_deed(t) for t in things) or any(c.dep_ == "pcomp" for p in verb.children for c in p.children)
    if entry in position_words("others", "verbs"):
        others = [s for c in verb.children if c.dep_ in {"ccomp", "xcomp"} for s in c.children if s.dep_ == "nsubj"]
        if any(c.dep_ == "xcomp" for c in verb.children):
            others += [c for c in verb.children if c.dep_ == "dobj"]
        is_of_things = entry == "expect" and not any(_may_be_asked(t) for t in others)  # "expects the number to rise"
        return bool(others and not is_of_things) or bool(objects & position_words("only", entry))
    if entry in position_words("own", "verbs") and entry in position_words("own", "infinitive"):
        return bool(near & position_words("pledging", "gifts")) and _has_infinitive(verb)  # else it is a deal
    taken = position_words("things", entry)
    if taken and not objects & taken:
        return False
    only = position_words("only", entry)
    return not only or bool(near & only) or (entry in position_words("deeds", "verbs") and _names_deed(verb))


def _recalls(verb: Token) -> bool:
    """ "We remind that in 1989 a dam burst": a paper's look back reminds nobody of a duty."""
    told = [c for c in verb.children if c.dep_ == "ccomp"]
    is_past = any(c.tag_ == "VBD" or any(a.lower_ == "had" for a in c.children) for c in told)
    return is_past and not any(c.dep_ in {"dobj", "dative"} for c in verb.children)


def _means_to(verb: Token) -> bool:
    """ "hopes to have moved half the camp by May": its own work is a plan; "hopes to see them freed" is a wish."""
    tasks = [c for c in verb.children if c.dep_ == "xcomp" and any(a.lower_ == "to" for a in c.children)]
    return bool(tasks) and all(t.lemma_ not in position_words("silent", "wished") for t in tasks)


def _has_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "xcomp" and any(a.lower_ == "to" for a in c.children) for c in verb.children)


def _has_named(verb: Token) -> bool:
    """ "backs Norland": the object is a name."""
    return any(c.dep_ in {"dobj", "nsubjpass"} and c.pos_ == "PROPN" for c in verb.children)


def _has_task(verb: Token, entry: str) -> bool:
    """ "pressed Norland to let them in": a body is to do something; not "invited the guests to dance"."""
    tasks = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i > verb.i]
    asked = [c for h in (verb, *tasks) for c in h.children if c.dep_ in {"dobj", "nsubj", "nsubjpass"} and c.i > verb.i]
    asked += [c for c in verb.children if c.dep_ == "nsubjpass"]
    is_bid = any(a.lower_ == "to" and a.dep_ == "aux" for c in tasks for a in c.children)
    is_light = any(c.lemma_ in position_words("except", entry) for c in tasks)
    return is_bid and not is_light and any(_may_be_asked(t) for t in asked)


def _may_be_asked(noun: Token) -> bool:
    is_listed = any(form in position_words("holders", "nouns") for form in lemmas_of(noun))
    is_somebody = noun.lower_ in {"him", "her", "them", "us", "everyone", "everybody"}
    return is_listed or is_somebody or noun.pos_ == "PROPN" or noun.ent_type_ in {"ORG", "GPE", "PERSON", "NORP"}


def _is_for_silence(near: set[str]) -> bool:
    """ "asked not to be named", "requested anonymity"; not "requests that the names be published"."""
    return bool(near & position_words("anonymous", "words")) or (
        "not" in near and bool(near & position_words("anonymous", "verbs"))
    )


def _names_deed(verb: Token) -> bool:
    """ "asks the expulsion of the ambassadors": what is asked for is something to be done."""
    return any(_is_deed(c) for c in verb.children if c.dep_ == "dobj")


def _is_deed(noun: Token) -> bool:
    is_made_of_verb = noun.lemma_.endswith(_MADE_OF_VERBS)
    return noun.pos_ == "NOUN" and (noun.lemma_ in position_words("deeds", "nouns") or is_made_of_verb)


_MADE_OF_VERBS = ("tion", "sion", "ment", "drawal", "val", "ance")


def _by_noun(noun: Token, sentence: Sentence) -> Stand | None:
    """ "expressed deep concern", "reiterated its call on Norland", "sent its condolences"."""
    is_noun = noun.pos_ in {"NOUN", "PROPN"} or noun.lower_ == "warning"  # "gave warning that"
    if not is_noun or noun.dep_ not in {"dobj", "nsubjpass", "pobj", "conj", "attr", "nsubj"}:
        return None
    stance = _stance_of_noun(noun)
    verb = _carrier(noun)
    is_turn = verb is not None and verb.lemma_ in {"turn", "approach", "apply"} and noun.dep_ != "pobj"
    is_shown = verb is not None and _is_shown(verb)
    if stance is None or verb is None or (is_negated(verb) and not is_shown) or _is_nobodys(verb) or is_turn:
        return None
    is_drawn = verb.lemma_.lower() in position_words("drawing", "verbs")
    is_word = stance != "pledge" or noun.lemma_ in {"offer", "promise", "pledge", "assurance", "commitment"}
    is_drawn |= noun.dep_ == "nsubj" and is_word and verb.lemma_ in position_words("drawing", "coming")
    if is_drawn and (drawn := _drawn_from(noun, verb, sentence)):
        return Stand(stance, verb, drawn, noun)
    is_uttered = is_shown or verb.lemma_.lower() in position_words("uttering", "verbs")
    if not is_uttered and verb.lemma_ not in position_words("uttering", "informing"):
        return None
    if noun.dep_ == "nsubj":  # translated word order: "Condolences has sent also the prime minister"
        behind = [c for c in verb.children if c.dep_ == "dobj" and mention_at(c, sentence)]
        holder = holder_at(behind[0], sentence) if behind else None
    else:
        holder = holder_at(doer_of(verb) if is_passive(verb) else teller_of(verb), sentence)
        holder = holder or holder_ahead(verb, sentence)
    return holder and Stand(stance, verb, holder, noun)


def _is_shown(verb: Token) -> bool:
    """ "does not hide his fear": what is not hidden is told."""
    return verb.lemma_ in position_words("shown", "hiding") and is_negated(verb)


def _by_spilt_noun(noun: Token, sentence: Sentence) -> Stand | None:
    """ "The North on Friday at last expressed condolences", where the verb was taken for a participle at the noun."""
    stance = _stance_of_noun(noun) if noun.pos_ == "NOUN" else None
    if stance is None:
        return None
    verb = next((c for c in noun.children if c.dep_ == "amod" and c.tag_ == "VBN" and c.i < noun.i), None)
    if verb is None or verb.lemma_.lower() not in position_words("uttering", "verbs"):
        return None
    holder = holder_ahead(verb, sentence)
    return holder and Stand(stance, verb, holder, noun)


def _drawn_from(noun: Token, verb: Token, sentence: Sentence) -> Holder | None:
    """ "drew condemnation from the alliance"."""
    links = {"from", "by", "in"} | ({"of"} if verb.lemma_ in _HAVING else set())
    nouns = [p for h in (noun, verb) for c in h.children if c.lower_ in links for p in c.children]
    nouns = [p for p in nouns if p.head.lower_ != "in" or mention_at(p, sentence)]  # "met with outrage in Norland City"
    return next((h for p in nouns if p.dep_ == "pobj" and (h := holder_at(p, sentence))), None)


_HAVING = {"enjoy", "have", "win", "meet", "get", "receive", "find", "secure", "gain", "earn"}


def _stance_of_noun(noun: Token) -> str | None:
    """What the noun takes, or that which stands before a letter: "a condolence telegram", "a note of protest"."""
    forms = (*lemmas_of(noun), *(("warning",) if noun.lower_ == "warning" else ()))
    own = next((s for form in forms if (s := stance_by("nouns").get(form))), None)
    if own is not None or not any(form in position_words("letters", "nouns") for form in lemmas_of(noun)):
        return own
    inner = [*(c for c in noun.children if c.dep_ == "compound"), *_complements(noun, "of")]
    return next((s for c in inner for form in lemmas_of(c) if (s := stance_by("nouns").get(form))), None)


def _complements(noun: Token, preposition: str) -> list[Token]:
    return [p for c in noun.children if c.lower_ == preposition for p in c.children if p.dep_ == "pobj"]


def _carrier(noun: Token) -> Token | None:
    """The verb that utters the noun."""
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    if noun.dep_ == "pobj":
        above = noun.head.head
        told = verb_above(noun.head)
        if noun.head.dep_ == "prt":
            return above  # "passed on his condolences"
        if noun.head.lower_ in {"of", "about"} and told.lemma_ in position_words("uttering", "informing"):
            return told  # "told the premier of her concern"
        if noun.head.lower_ == "with" and above.lemma_ == "meet":
            return above  # "met with a refusal from the junta"
        is_letter = noun.head.lower_ == "with" and any(
            form in position_words("letters", "nouns") for form in lemmas_of(above)
        )
        if (noun.head.lower_ in {"of", "in"} or is_letter) and above.dep_ in {"dobj", "nsubjpass"}:
            return above.head if above.pos_ != "PRON" else None  # "a message of sympathy", "two million euros in aid"
        return (
            above
            if noun.head.lower_ in {"in", "with"} and above.lemma_ in {"unite", "turn", "approach", "apply"}
            else None
        )
    if noun.head.lower_ in position_words("shown", "made") and noun.head.head.lemma_ in {"make", "let"}:
        return noun.head.head  # "made known its unease"
    return noun.head if noun.head.pos_ in {"VERB", "AUX"} else None


def _by_manner(verb: Token, sentence: Sentence) -> Stand | None:
    """ "is following the situation with great concern"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in position_words("with_noun", "verbs"):
        return None
    for noun in verb.subtree:
        if noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.i - verb.i < 25:
            stance = next((s for form in lemmas_of(noun) if (s := stance_by("nouns").get(form))), None)
            holder = holder_at(subject_of(verb), sentence)
            if stance in {"express_concern", "condole", "condemn", "support"} and holder:
                return Stand(stance, verb, holder, noun)
    return None


def _by_state(state: Token, sentence: Sentence) -> Stand | None:
    """ "is gravely concerned", "stands ready to help", "It is regrettable that", "the report is false"."""
    stance = next((s for form in (state.lower_, *lemmas_of(state)) if (s := stance_by("states").get(form))), None)
    is_set_off = state.dep_ == "advcl" and _has_own_subject(state)  # "Norland was worried, its spokesman said, about"
    if sentence.is_headline and stance is not None and state.dep_ == "acl" and state.head.dep_ == "ROOT":
        titled = holder_at(state.head, sentence)  # "Norland concerned for missing crew"
        return titled and Stand(stance, state, titled, state)
    is_set_off |= state.dep_ == "advcl" and _professed_by(state.head) is not None  # "professed himself worried"
    if stance is None or not (is_set_off or state.dep_ in _STATED):
        return None
    is_complement = state.pos_ != "VERB" or state.dep_ in {"acomp", "oprd", "attr"}
    above = first_conjunct(state).head if state.dep_ == "conj" else state.head
    above = (
        above.head if above.tag_ == "VBN" and above.dep_ == "acomp" else above
    )  # "is engaged and determined to help"
    verb = verb_above(above) if is_complement and state.head != state else state
    if is_negated(verb) and stance not in {"condemn"}:
        return None
    subject = subject_of(verb)
    if state.lower_ in position_words("judged", "states") and not _is_told_thing(subject):
        return None
    if stance == "appeal" and verb.dep_ == "advcl":
        return None  # "as long as it is necessary"
    if stance in {"pledge"} and not any(c.dep_ in {"xcomp", "prep", "ccomp", "advcl"} for c in state.children):
        return None
    if state.dep_ in {"ccomp", "oprd", "acomp", "amod", "advcl"} and (subject is None or subject.lower_ in _SELVES):
        subject = _professed_by(state.head) or subject
    if subject is None:
        return None
    is_own = subject.lower_ in {"it", "they", "he", "she"} and verb.dep_ == "ccomp"
    if is_own and stance in {"express_concern", "condemn", "pledge", "condole", "support"}:
        teller = holder_at(subject_of(verb.head), sentence)  # "the department said it was concerned"
        if teller is not None:
            return Stand(stance, state, teller, state)
    is_about_things = subject.lower_ in {"it", "this", "that"} or holder_at(subject, sentence) is None
    if is_about_things:
        if stance not in {"express_concern", "condemn", "deny", "appeal"} or not is_uttered(verb, sentence):
            return None
        return Stand(stance, state, SPEAKER, state)
    if stance in {"deny", "appeal"} and verb.lemma_ not in position_words("labelling", "verbs"):
        return None
    holder = holder_at(subject, sentence)
    return holder and Stand(stance, state, holder, state)


_STATED = {"acomp", "oprd", "ROOT", "ccomp", "attr", "conj", "advmod"}


def _has_own_subject(state: Token) -> bool:
    is_open = any(c.dep_ == "mark" or c.tag_ == "WRB" for c in state.children)
    return not is_open and any(c.dep_ in {"nsubj", "nsubjpass"} for c in state.children)


def _professed_by(verb: Token) -> Token | None:
    """ "The envoy professed herself gravely worried": what one says that he is."""
    is_own = any(c.lower_ in _SELVES for h in (verb, *verb.children) for c in h.children if c.i > verb.i)
    return subject_of(verb) if is_own else None


_SELVES = {"himself", "herself", "itself", "themselves"}


def _is_told_thing(subject: Token | None) -> bool:
    """ "the figure was wrong" denies it; "they were wrong", "it was wrong to" do not."""
    return (
        subject is not None
        and subject.pos_ == "NOUN"
        and subject.lemma_ in position_words("verdicts", "words_of_others")
    )
