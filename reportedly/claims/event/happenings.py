"""What happens in a sentence: the verb or noun that says it, who does it and whom it befalls.

In: a parsed sentence. Out: happenings, of "soldiers opened fire" as of "protests broke out", each with the words of those
who have a part in it. Says nothing of names, places and days, nor of whether it is only feared or asked for.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from reportedly.claims.clauses import Outlook, mention_at, outlook_of
from reportedly.claims.event.otherwise import (
    is_argued,
    is_figurative,
    is_flood_of,
    is_name_calling,
    is_own_work,
    tells_otherwise,
)
from reportedly.claims.event.words import event_words, is_hazard, is_listed, is_people, may_act, tables
from reportedly.claims.frames import (
    Frames,
    Match,
    frames_of,
    is_state,
    lemmas_of,
    matches_in,
    objects_elsewhere,
    participants_of_verb,
    phrases_of,
    through,
    words_in,
)
from reportedly.claims.measure.rescues import find_rescues
from reportedly.lexicon.nations import country_of_adjective
from reportedly.model import EntityKind
from reportedly.text.grammar import doer_of, is_bare_participle, is_passive, subject_of, verb_above
from reportedly.text.sentences import Article, Sentence, Token, once

_TOWARDS = frozenset({"through", "with", "at", "on", "against", "to", "towards", "toward", "upon", "into"})


class Happening(NamedTuple):
    """An event as a clause tells it: the word that says it, who and to whom."""

    event: str
    word: Token
    actor: Token | None
    recipient: Token | None
    noun: Token | None = None


@cache
def _acts() -> Frames:
    return frames_of(tables()["acts"], tables()["classes"])


@cache
def _nouns() -> dict[str, str]:
    """Noun phrase -> the event that it is; hazards before what people do."""
    rows = [row for table in ("happenings", "hazards") for row in reversed(tables()[table].items())]
    return {phrase: event for event, phrases in rows for phrase in phrases}


@cache
def _heads() -> frozenset[str]:
    """The head words of the nouns of an event: a noun that is none of them is no event."""
    return frozenset(phrase.split(" of ")[0].split(" ")[-1] for phrase in _nouns())


@once
def _is_of_bombs(article: Article) -> bool:
    """Whether the blasts of the article are of bombs, by its other words; of several without a mishap they are, too."""
    text = article.document.text
    bombs, mishaps = (len(_written(name).findall(text)) for name in ("bombs", "mishaps"))
    return bombs > mishaps or (mishaps == 0 and _written("several_blasts").search(text) is not None)


@cache
def _written(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(tables()[name]['written'])})\b", re.I)


class Telling(NamedTuple):
    """A happening, and how its clause presents it."""

    happening: Happening
    outlook: Outlook


def tellings_in(sentence: Sentence) -> Iterator[Telling]:
    """What a sentence tells, left to right; one stretch gives a type once. Leaves out what is only wished or denied."""
    taken: set[tuple[str, int]] = set()
    by_verb = list(_by_verb(sentence))
    suffered = {h.recipient.i for h in by_verb if h.recipient is not None}
    by_noun = [h for h in _by_noun(sentence) if h.noun is None or h.noun.i not in suffered]
    told = list(_once_each(_as_fired(by_verb), by_noun))
    told += _by_rescue(sentence, {h.word.i for h in told})
    for happening in sorted(told, key=lambda h: h.word.i):
        if happening.event == "ST" and not words_in(sentence.article).isdisjoint(event_words("cyclones")):
            if happening.noun is not None and any(_type_of(t) == "TC" for t in happening.noun.ancestors):
                continue  # "a cyclone packing winds of 130 mph"
            if happening.noun is None or is_listed("blowing", happening.noun):
                happening = happening._replace(event="TC")
        if happening.event == "AC" and _is_of_volcano(happening, sentence.article):
            continue
        outlook = outlook_of(happening.word)
        if outlook in {Outlook.WISHED, Outlook.DENIED} or _is_to_end(happening, outlook) or _is_bidden(happening):
            continue
        if _is_only_whose(happening):
            continue
        if outlook is not Outlook.DONE and (_is_conditional(happening.word) or _is_licence(happening.word)):
            continue
        words = {(happening.event, w.i) for w in (happening.word, happening.noun) if w is not None}
        if not words & taken:
            taken |= words
            yield Telling(happening, outlook)


def _is_of_volcano(happening: Happening, article: Article) -> bool:
    """ "the strongest of eleven explosions", where the article tells of an eruption."""
    noun = happening.noun
    is_blast = noun is not None and noun.lemma_.lower() in {"explosion", "blast"}
    return is_blast and not words_in(article).isdisjoint({"volcano", "eruption", "lava"})


def _is_bidden(happening: Happening) -> bool:
    """ "were told to move to higher ground": not that they did."""
    word = happening.word
    is_open = word.dep_ in {"xcomp", "acl"} and any(c.lower_ == "to" and c.dep_ == "aux" for c in word.children)
    if _has_respite(word):
        return True  # "has until Wednesday to hand in its guns"
    if is_open and word.head.pos_ == "NOUN" and word.head.lemma_ in {"order", "instruction", "permission", "command"}:
        return True  # "were given orders to shoot"
    if happening.event in {"ASSAULT", "COERCE"} and is_listed("licensing", word.head):
        return is_open  # "authorised its forces to shoot"
    is_aim = word.dep_ == "advcl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in word.children)
    if happening.event in {"ASSAULT", "COERCE"} and is_aim and is_listed("sending", word.head):
        return True  # "a squad was sent in to flush out the attackers"
    return (
        is_open and happening.event in {"AID", "RETREAT"} and word.head.lemma_ in {"tell", "advise", "warn", "instruct"}
    )


def _has_respite(word: Token) -> bool:
    """ "gave the rebels until Wednesday to hand in their guns", "have three days to leave"."""
    if word.tag_ != "VB" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in word.children):
        return False
    above = [t for t in word.ancestors if t.lemma_ in {"give", "have"} and t.pos_ in {"VERB", "AUX"}][:1]
    links = [c for v in above for t in (v, *v.children) for c in (t, *t.children)]
    return any(c.lower_ in {"until", "till"} or (c.dep_ == "dobj" and c.ent_type_ in {"DATE", "TIME"}) for c in links)


def _is_only_whose(happening: Happening) -> bool:
    """ "Soldiers guarding the palace shot dead a student": who they are, no news of where they stand."""
    word = happening.word
    is_within = happening.event == "MOBILIZE" and word.dep_ == "acl" and word.head.dep_ != "ROOT"
    return is_within and (word.tag_ == "VBG" or word.lemma_ == "arm")  # "men armed with knives"


_CONDITIONS = {"if", "unless", "provided", "providing", "lest", "whether"}


def _is_conditional(word: Token) -> bool:
    """ "would begin to kill them if the army came", "only when it agrees to a truce": neither half has come about."""
    verb = verb_above(word)
    for _ in range(3):
        joined = [verb, *(c for c in verb.children if c.dep_ == "advcl")]
        if any(c.lower_ in _CONDITIONS and c.dep_ in {"mark", "prep"} for v in joined for c in v.children):
            return True
        if any(_is_inverted(c) for v in joined for c in (v, *v.children)):
            return True
        if any(c.tag_ == "WRB" and c.i > 0 and c.nbor(-1).lower_ == "only" for v in joined for c in v.children):
            return True
        if verb.dep_ not in {"xcomp", "ccomp", "conj", "advcl"}:
            return False
        verb = verb.head
    return False


def _is_inverted(verb: Token) -> bool:
    """ "were it ever to happen", "should a quake strike": a condition without "if"."""
    first = next(iter(sorted((verb, *verb.children), key=lambda t: t.i)), verb)
    is_helper = first.lower_ in {"were", "should"} and (first.i == verb.i or first.dep_ == "aux")
    after = first.nbor(1) if first.i + 1 < len(first.doc) else first
    return is_helper and first.i > first.sent.start and first.nbor(-1).text == "," and after.dep_ in {"nsubj", "det"}


def _is_licence(word: Token) -> bool:
    """ "Under the decree the authorities may search houses": what they have leave to do."""
    verb = verb_above(word)
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ == "aux" for c in verb.children):
        verb = verb.head
    subject = subject_of(verb)
    is_allowed = any(c.lower_ in {"may", "can"} for c in verb.children if c.dep_ == "aux")
    return is_allowed and subject is not None and is_listed("bodies", subject)


def _is_to_end(happening: Happening, outlook: Outlook) -> bool:
    """ "hopes to end the fighting", "to prevent clashes"."""
    is_told = happening.noun is not None and happening.noun.dep_ == "dobj" and happening.noun.head.i == happening.word.i
    is_open = outlook is not Outlook.DONE or any(c.lower_ == "to" and c.dep_ == "aux" for c in happening.word.children)
    return is_told and is_open and any(form in event_words("ending") for form in lemmas_of(happening.word))


def _as_fired(by_verb: list[Happening]) -> list[Happening]:
    """ "A rocket fired by the rebels hit the embassy": one deed of the rebels, at the embassy."""
    fired = {h.word.head.i: h for h in by_verb if h.word.dep_ == "acl" and is_listed("instruments", h.word.head)}
    joined: list[Happening] = []
    for happening in by_verb:
        weapon = next((c for c in happening.word.children if c.dep_ == "nsubj"), None)
        shot = fired.get(weapon.i) if weapon is not None else None
        if shot is not None and shot.event == happening.event:
            actor = happening.actor if happening.actor is not None else shot.actor
            happening = happening._replace(actor=actor, recipient=happening.recipient or shot.recipient)
            joined = [h for h in joined if h is not shot]
        joined.append(happening)
    return joined


def _once_each(by_verb: list[Happening], by_noun: list[Happening]) -> Iterator[Happening]:
    """What is told twice in one clause, once: "a raid killed ten", "attacked the post, killing ten"."""
    told_by = {(h.event, h.noun.i): h for h in by_noun if h.noun is not None}
    words = {(h.event, h.word.i) for h in [*by_verb, *by_noun]}
    for happening in by_verb:
        doer = happening.actor
        if doer is not None and is_hazard(_type_of(doer) or "") and (_type_of(doer), doer.i) in told_by:
            continue  # "The hurricane pounded the coast": nobody attacked it
        if doer is not None and _type_of(doer) is not None:
            told = told_by.pop((happening.event, doer.i), None)
            recipient = told.recipient if told is not None and told.recipient is not None else happening.recipient
            is_of_things = recipient is not None and recipient.head.lower_ == "of" and not is_people(recipient)
            if is_of_things and happening.recipient is not None and is_people(happening.recipient):
                recipient = happening.recipient  # "the shelling of houses injured two reporters"
            actor = told.actor if told is not None else None
            yield Happening(happening.event, happening.word, actor, recipient, doer)
        elif not _goes_on(happening, words):
            yield happening
    for happening in told_by.values():
        is_forest = happening.event == "FR" and ("WF", happening.word.i) in words  # "a fire devoured pinewoods"
        if not is_forest and (happening.word == happening.noun or not _goes_on(happening, words)):
            yield happening


_TOLD_ONCE = {"PROTEST", "RETREAT", "CONCEDE", "CONSULT", "AGREE"}
"""Of these a second verb of one subject tells on: "besieged the offices and shouted", "gave in and withdrew the bill"."""


def _goes_on(happening: Happening, words: set[tuple[str, int]]) -> bool:
    """Whether the verb only tells on what the verb above it began: "attacked, killing", "took to the streets to protest"."""
    verb = happening.word
    is_joined = verb.dep_ in {"advcl", "xcomp"} or (
        verb.dep_ == "conj"
        and (
            is_hazard(happening.event)
            or happening.event in _TOLD_ONCE
            or any(form in event_words("outcomes") for form in lemmas_of(verb))
        )
    )
    has_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    return is_joined and not has_subject and (happening.event, verb.head.i) in words


def _suffered(match: Match) -> Token | None:
    """ "came under an offensive", "ordered a mobilisation": the noun that tells of nothing else."""
    noun = match.undergoer
    if match.frame.gives == "MOBILIZE" and noun is not None and _type_of(noun) == "MOBILIZE":
        return noun
    if not match.frame.more.get("suffers"):
        return None
    behind = [p for c in match.word.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]
    return next((p for p in behind if _type_of(p) == match.frame.gives), None)


def _by_rescue(sentence: Sentence, told: set[int]) -> Iterator[Happening]:
    """ "boats were sent to bring out the marooned", where the verb itself tells nothing else."""
    for verb, rescuers in find_rescues(sentence):
        if verb.i not in told:
            yield Happening("AID", verb, rescuers, None)


def _by_verb(sentence: Sentence) -> Iterator[Happening]:
    for match in matches_in(sentence, _acts(), is_apt=lambda found: _is_apt(found, sentence)):
        if (
            is_name_calling(match)
            or is_own_work(match)
            or is_argued(match)
            or (match.frame.gives == "FL" and is_figurative(match))
        ):
            continue
        if is_hazard(match.frame.gives):
            yield Happening(match.frame.gives, match.word, None, None, match.undergoer)
        else:
            yield Happening(match.frame.gives, match.word, *_parties_of(match), _suffered(match))


def _is_apt(match: Match, sentence: Sentence) -> bool:
    """Whether the clause has the voice that the row asks for, or goes where it asks."""
    more, word, gives = match.frame.more, match.word, match.frame.gives
    apart = more.get("apart")
    if apart and not words_in(sentence.article).isdisjoint(apart):
        return False  # a house that falls in a quake is no accident
    if word.dep_ == "amod" and gives in _NOT_BY_ADJECTIVE:
        return False  # "in commandeered lorries"
    if tells_otherwise(match):
        return False
    is_led = is_passive(word) or any(c.dep_ == "dobj" for c in word.children)
    if gives == "PROTEST" and word.lemma_ == "march" and is_led:
        return False  # "marched off two magistrates"
    if more.get("alone") and any(c.dep_ in {"dobj", "auxpass"} for c in word.children):
        return False  # "the workers struck oil"
    if more.get("goes") and not any(c.dep_ in {"ccomp", "xcomp"} and is_listed("going", c) for c in word.children):
        return False  # "let five hostages go"
    if more.get("passive") and not is_passive(word) and word.dep_ not in {"acl", "relcl"}:
        return False
    return not more.get("journey") or _is_journey(match, sentence)


_NOT_BY_ADJECTIVE = {"COERCE", "MOBILIZE", "RETREAT", "CONCEDE", "SANCTION", "AID", "CONSULT", "AGREE"}


def _is_journey(match: Match, sentence: Sentence) -> bool:
    """ "The Norlandian envoy, Ana Bell, landed in Lima": one with an office, and a place that he goes to."""
    whither = [p for c in match.word.children if c.lower_ in {"to", "in", "into", "at", "for"} for p in c.children]
    whither += [c for c in match.word.children if c.dep_ == "dobj"]
    is_somewhere = any((m := mention_at(p, sentence)) is not None and m.kind is EntityKind.PLACE for p in whither)
    if match.doer is None or not is_somewhere:
        return False
    traveller = mention_at(match.doer, sentence)
    titles = (traveller.title or "").lower().split() if traveller is not None else []
    near = [match.doer, *match.doer.lefts, *(c for c in match.doer.children if c.dep_ == "appos")]
    return any(word in event_words("offices") for word in [*titles, *(form for t in near for form in lemmas_of(t))])


def _parties_of(match: Match) -> tuple[Token | None, Token | None]:
    """Who acts and whom it befalls, as the verb's or noun's own arguments have it."""
    word, doer = match.word, match.doer
    if match.frame.gives == "CONSULT" and word.dep_ == "acl" and word.tag_ == "VBN" and word.head.dep_ == "ROOT":
        return doer or match.undergoer, None  # "Foreign ministers conferred in Lima", where the verb is a participle
    if (pair := _pair(match)) is not None:
        return pair
    if match.frame.more.get("suffers"):  # "the convoy came under fire"
        return _agent_from(word), doer or match.undergoer
    is_noun = word.pos_ in {"NOUN", "PROPN"}
    if doer is None and is_noun and word.dep_ == "dobj":  # "ordered the mobilisation of reservists"
        doer = subject_of(word.head)
    subject = None if is_noun or is_passive(word) or is_state(word) else subject_of(word)
    if subject is not None and match.frame.gives == "COERCE" and word.lemma_ in _BEING:
        return None, match.undergoer or subject  # "47 people are in custody"
    if word.lemma_ == "burn" and subject is not None and not any(c.dep_ == "dobj" for c in word.children):
        return None, subject  # "the market quarter burned all night"
    if (beside := _set_off_before(word)) is not None:  # "with General Bell, held captive for a day, at his side"
        return None, beside
    if subject is not None and _is_befallen(word, subject):  # "11 miners rescued", "Two hurt as mine explodes"
        return None, subject
    if doer is None and subject is not None and match.undergoer is not None and subject.i == match.undergoer.i:
        actor = _unless_instrument(subject)
        if match.frame.more.get("moved"):
            return actor, _given_to(match)
        is_met = actor is not None and match.frame.gives != "PROTEST"
        return actor, _with(word) if is_met else None  # "the ministers met": those it is said of do it
    if match.frame.more.get("moved"):  # "sent a field hospital to Norland": the hospital is not whom it befalls
        drafted = match.undergoer if match.frame.gives == "MOBILIZE" and _is_drafted(match.undergoer) else None
        if drafted is not None:
            return _unless_instrument(doer), drafted  # "called up 2,000 reservists"
        if doer is None and match.frame.gives == "MOBILIZE":
            return match.undergoer, None  # "3,000 Rangers have been deployed": by nobody that is told
        return _unless_instrument(doer), _given_to(match)
    if match.frame.gives == "PROTEST":  # what is blocked or defied is nobody
        return _unless_instrument(doer), _protested_at(match)
    recipient = _recipient(match)
    doer = _issuer(doer)
    is_doers = (
        doer is not None and recipient is not None and (recipient in doer.conjuncts or _is_name_of(recipient, doer))
    )
    return _unless_instrument(doer), None if is_doers else recipient  # "soldiers and police sealed off the hill"


def _is_drafted(noun: Token | None) -> bool:
    """Those who are no soldiers yet."""
    return noun is not None and is_listed("drafted", [*through(noun)][-1])


def _issuer(doer: Token | None) -> Token | None:
    """ "signed an order conscripting the crews": who issues it, not the order."""
    if doer is None or doer.dep_ not in {"dobj", "nsubjpass"} or not is_listed("writs", doer):
        return doer
    issuer = doer_of(doer.head) if doer.dep_ == "nsubjpass" else subject_of(doer.head)
    return issuer if issuer is not None else doer


def _is_name_of(name: Token, noun: Token) -> bool:
    """ "The envoy, Ana Bell, landed": she is nobody beside the envoy."""
    return name.dep_ == "appos" and name.head.i == noun.i


def _pair(match: Match) -> tuple[Token, Token] | None:
    """ "Norland and Sudland signed", "Bell and Kran spoke by telephone", "Norlandian and Sudlandian troops traded fire"."""
    word = match.word
    if word.pos_ not in {"VERB", "AUX"} or is_passive(word):
        return None
    if not any(form in event_words("mutual") for form in lemmas_of(word)):
        return None
    subject = subject_of(word)
    if subject is None or _with(word, {"with", "against", "at", "on"}) is not None:
        return None
    if any(
        c.dep_ == "dobj" and not is_listed("undertakings", c) and not is_listed("instruments", c) for c in word.children
    ):
        return None
    other = next((c for c in subject.conjuncts if c.i > subject.i and _is_party(c)), None)
    if other is not None:
        return subject, other
    peoples = [c for c in subject.children if c.dep_ == "amod" and c.text[:1].isupper()]
    beside = [c for people in peoples for c in people.children if c.dep_ == "conj" and c.text[:1].isupper()]
    return (subject, beside[0]) if beside else None


_BEING = {"be", "remain", "sit", "languish", "stay"}
_FACING = {"against", "before", "outside", "at", "on", "with", "of"}


def _protested_at(match: Match) -> Token | None:
    """ "marched on the company's offices", "jeered the minister", "protested against the re-election of President Bell"."""
    word = match.word
    links = [c for c in word.children if c.lower_ in _FACING and c.i > word.i]
    fronts = [p for c in word.children if c.lower_ == "in" for p in c.children if p.lower_ == "front"]
    links += [c for p in fronts for c in p.children if c.lower_ == "of"]
    nouns = [c for c in word.children if c.dep_ == "dobj"]
    nouns += [p for c in links for p in c.children if p.dep_ == "pobj"]
    inner = [t for n in nouns for t in n.subtree if t.dep_ in {"poss", "pobj"} or t.i == n.i]
    return next(
        (t for t in inner if (_is_party(t) and is_listed("protested", t)) or t.ent_type_ in {"PERSON", "ORG"}), None
    )


def _set_off_before(verb: Token) -> Token | None:
    """The person right before the comma of a bare participle, whatever the parser hung it on."""
    doc = verb.doc
    is_bare = verb.tag_ == "VBN" and is_bare_participle(verb) and not is_passive(verb)
    if not is_bare or verb.i - 2 < verb.sent.start or doc[verb.i - 1].text != ",":
        return None
    if not any(form in event_words("befallen") for form in lemmas_of(verb)):
        return None
    before = doc[verb.i - 2]
    return before if before.pos_ == "PROPN" and before.ent_type_ == "PERSON" else None


def _is_befallen(verb: Token, subject: Token) -> bool:
    """Whether a clause without an auxiliary is a passive one, as headlines have it: "its accounts frozen"."""
    is_plain = any(form in event_words("befallen") for form in lemmas_of(verb))
    if objects_elsewhere(verb):
        return False  # "Guards tortured and starved prisoners"
    if (is_plain or is_listed("reduced", verb)) and _is_garden_path(verb):
        return True  # "a sergeant shot in the doorway died"
    if not is_plain:
        return False
    if verb.dep_ == "acl" and verb.tag_ == "VBD" and not any(verb.children):
        return True  # "Suspect held"
    is_own = subject.head.i == verb.i and subject.i < verb.i
    is_own |= verb.tag_ == "VBN" and verb.dep_ == "advcl" and verb.head.lemma_ == "be"  # "are at present held"
    return is_own and is_bare_participle(verb)


def _is_garden_path(verb: Token) -> bool:
    """ "A sergeant shot in the doorway died", "A woman picked up near the scene has been freed": taken for the finite verb.

    The verb behind it that has no subject is the finite one.
    """
    if verb.tag_ not in {"VBD", "VBN"} or any(c.dep_ in {"dobj", "aux", "auxpass", "cc"} for c in verb.children):
        return False
    if verb.dep_ in {"nsubj", "csubj", "nsubjpass"}:
        return verb.head.pos_ in {"VERB", "AUX"} and verb.head.i > verb.i
    later = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and c.pos_ in {"VERB", "AUX"}]
    return any(not any(t.dep_ in {"nsubj", "nsubjpass", "mark", "expl"} for t in c.children) for c in later)


def _deprived(match: Match) -> Token | None:
    """ "suspended aid to Norland", "imposed entry bans on Ana Bell": who goes without."""
    held = [match.word] if match.undergoer is None else [match.undergoer, *match.undergoer.conjuncts, match.word]
    links = [c for h in held for c in h.children if c.lower_ in {"to", "on", "against", "with", "from"} and c.i > h.i]
    nouns = [p for c in links for p in c.children if p.dep_ == "pobj"]
    return next((n for n in nouns if _is_party(n) and n.pos_ in {"NOUN", "PROPN"}), None)


def _given_to(match: Match) -> Token | None:
    """ "gave the evacuees tents", "sent doctors to Norland"; troops sent to the front are sent to nobody."""
    if match.frame.gives != "AID":
        return None
    if is_passive(match.word) and any(c.dep_ == "dobj" for c in match.word.children):
        return subject_of(match.word)  # "the evacuees are given tents"
    held = [match.word] if match.undergoer is None else [match.word, match.undergoer]
    towards = [c for h in held for c in h.children if c.dep_ == "dative" or c.lower_ in {"to", "for"}]
    nouns = [t for c in towards for t in ([c] if c.pos_ != "ADP" else [p for p in c.children if p.dep_ == "pobj"])]
    return next((n for n in nouns if _is_party(n) and n.pos_ in {"NOUN", "PROPN", "PRON"}), None)


def _agent_from(verb: Token) -> Token | None:
    """ "came under fire from rebels", "an offensive launched by rebels", "fell to rebels", "died at the hands of rebels"."""
    nouns = [p for c in verb.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]
    held = [verb, *nouns, *(c for c in verb.children if c.dep_ == "dobj")]
    held += [c for n in nouns for c in n.children if c.dep_ in {"acl", "relcl"}]
    links = [c for h in held for c in h.children if c.lower_ in {"from", "by"}]
    links += [
        c for n in nouns if n.lower_ in {"hands", "hand", "bullets", "fire"} for c in n.children if c.lower_ == "of"
    ]
    if verb.lemma_ == "fall":
        links += [c for c in verb.children if c.lower_ == "to"]
    found = (p for c in links for p in c.children if p.dep_ == "pobj" and _is_party(p))
    return next(found, None) or next((p for c in links for p in c.children if p.dep_ == "pobj"), None)


def _unless_instrument(noun: Token | None) -> Token | None:
    """A shell or a drone hits; nobody says whose."""
    if noun is None or (is_listed("instruments", noun) and not _is_of_state(noun)):
        return None
    is_bare = noun.head.dep_ == "agent" and not any(c.i < noun.i for c in noun.children)
    return None if is_bare and is_listed("means", noun) else noun  # "taken to safety by boat", "agreed by telephone"


def _is_of_state(weapon: Token) -> bool:
    """ "Norlandian drones", "rocket launchers of the Norlandian forces": those whose they are do it."""
    behind = [t for c in weapon.children if c.lower_ == "of" for p in c.children for t in (p, *p.children)]
    named = [t for t in (*weapon.children, *behind) if t.dep_ in {"amod", "compound", "poss", "pobj"}]
    return any(country_of_adjective(t.text) is not None for t in named) and not is_listed("elsewhere", weapon)


def _recipient(match: Match) -> Token | None:
    """Whom it befalls; of "opened fire at protesters" and "a bomb exploded" neither the fire nor the bomb."""
    undergoer, word = match.undergoer, match.word
    if match.frame.gives == "SANCTION" and undergoer is not None and is_listed("withheld", undergoer):
        return _deprived(match) or undergoer
    if undergoer is not None and undergoer.ent_type_ in {"DATE", "TIME"}:
        given = next((c for c in word.children if c.dep_ == "dative"), None)
        return given or _with(word, {"with"})  # "gave the envoy 48 hours to leave", "spent two hours with the premier"
    if (
        undergoer is not None and undergoer.lemma_ == "persona"
    ):  # one phrase to the parser: "the consul persona non grata"
        return next((c for c in undergoer.children if c.dep_ == "compound"), None)
    if match.frame.gives in _WITH_SOMEBODY and undergoer is not None and is_listed("undertakings", undergoer):
        return _with(word)  # "had talks with the premier"
    if undergoer is not None and match.frame.gives == "MOBILIZE" and not _is_party(undergoer):
        return None  # "soldiers took to the streets"
    if undergoer is None and match.doer is not None and match.doer.lemma_.lower() == "throat":
        return None
    if (
        undergoer is not None
        and undergoer.lemma_.lower() in event_words("held")
        and (held := _of(undergoer)) is not None
    ):
        return held  # "took control of the town"
    if (
        undergoer is not None
        and word.lemma_ in event_words("ramming")
        and (rammed := _with(word, {"into"})) is not None
    ):
        return rammed  # "drove a lorry into the checkpoint"
    if word.lemma_ == "detonate" and is_passive(word):
        return _with(word, _BESIDE)  # "a car was detonated beside the market"
    if undergoer is not None and undergoer.lower_ in _ONESELF and match.frame.gives == "ASSAULT":
        return _with(word, _BESIDE)  # "blew himself up beside a patrol"
    if undergoer is not None and any(form in event_words("instruments") for form in lemmas_of(undergoer)):
        if is_passive(word):
            return _with(word)  # "stones were thrown at the police"
        undergoer = None
    if undergoer is not None or match.doer is None:
        return undergoer
    return _with(word)


def _of(noun: Token) -> Token | None:
    """ "control of the town", "her throat"."""
    behind = (p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj")
    return next(behind, None) or next((c for c in noun.children if c.dep_ == "poss"), None)


_ONESELF = {"himself", "herself", "itself", "themselves"}
_BESIDE = {"beside", "among", "amid", "at", "in", "inside", "outside", "near", "next", "against", "amongst"}


_WITH_SOMEBODY = {"CONSULT", "AGREE", "MOBILIZE", "AID"}


def _with(verb: Token, towards: Collection[str] = _TOWARDS) -> Token | None:
    """ "clashed with police", "fired at protesters", "sent grenades flying at them"."""
    own = [c for c in verb.children if c.dep_ == "dobj"]  # "opened fire at": the target may hang on the fire
    own += [c for o in own for c in o.children if c.dep_ == "acl"]
    links = [c for holder in [verb, *own] for c in holder.children if c.lower_ in towards and c.i > verb.i]
    nouns = [p for c in links for p in c.children if p.dep_ == "pobj" and not (c.lower_ == "with" and _is_tool(p))]
    return next((n for n in nouns if _is_party(n) and (n.pos_ in {"NOUN", "PROPN"} or n.lower_ in _THEM)), None)


def _is_tool(noun: Token) -> bool:
    """ "attacked with two helicopters": what it was done with."""
    return is_listed("things", noun) or is_listed("instruments", noun) or is_listed("means", noun)


_THEM = {"them", "him", "her", "us", "it"}


def _is_party(noun: Token) -> bool:
    """Neither a day, a direction nor what it was done with."""
    return (
        noun.ent_type_ not in {"DATE", "TIME"}
        and noun.lower_ not in event_words("elsewhere")
        and not any(form in event_words("instruments") for form in lemmas_of(noun))
    )


def _by_noun(sentence: Sentence) -> Iterator[Happening]:
    for noun in sentence.tokens:
        event = _type_of(noun)
        if event is not None and ((is_hazard(event) and is_flood_of(noun)) or _is_spoken_of(noun, event)):
            continue
        verb = _verb_of(noun) if event else None
        is_aim = noun.dep_ == "pobj" and noun.head.lower_ in _WHITHER
        if (
            event in _LED
            and verb is None
            and not is_aim
            and _leads_with(sentence.article).get(event) == (sentence.index, noun.i)
        ):
            verb = noun  # "a week after the explosion near the town": what the article is about, told in passing
        if event == "FR" and noun.dep_ == "dobj" and not any(c.dep_ == "det" for c in noun.children):
            continue  # "opened fire"
        if event and verb is not None:
            if noun.lemma_.lower() in {"blast", "explosion"} and _is_of_bombs(sentence.article):
                event = "ASSAULT"
            actor, recipient = _parties(noun, verb) if not is_hazard(event) else (None, None)
            yield Happening(event, verb, actor, recipient, noun)


def _is_spoken_of(noun: Token, event: str) -> bool:
    """ "claimed the bombing", "called it an attack", "the truce collapsed", "the sides in the conflict", "a strike of ore"."""
    above = noun.head
    if noun.dep_ in {"dobj", "attr", "oprd", "nsubjpass"} and above.pos_ in {"VERB", "AUX"}:
        if event == "ASSAULT" and is_listed("remarking", above):
            return True
        if event in _STAGED and is_passive(above) and noun.dep_ == "nsubjpass" and is_listed("forgoing", above):
            return True  # "the airlift has been halted"
        if event == "PROTEST" and above.lemma_ in {"call", "declare"} and any(c.dep_ == "oprd" for c in above.children):
            return True  # "called the strike illegal"
        if is_hazard(event) and above.lemma_ == "reach":
            return True  # "reached the wreck"
    if noun.lemma_ in {"fight", "duel"} and (noun.dep_ != "nsubj" or any(c.lower_ in _CAUSES for c in noun.children)):
        return True  # "the fight against cholera", "put up a fight"
    if event == "AGREE" and noun.dep_ in {"nsubj", "nsubjpass"}:
        return is_listed("breaking", above)
    if noun.lemma_ == "strike" and any(
        is_listed("finds", t) for c in noun.children if c.lower_ == "of" for t in c.subtree
    ):
        return True
    return noun.dep_ == "pobj" and above.lower_ in {"in", "to", "of"} and is_listed("parties", above.head)


_CAUSES = {"against", "for", "over", "to"}
_STAGED = {"RETREAT", "AID", "CONSULT", "MOBILIZE"}


def _type_of(noun: Token) -> str | None:
    """The event that a noun is by its longest name ("air strike" before "strike"), or None."""
    if noun.pos_ not in {"NOUN", "PROPN"} and noun.dep_ not in {"dobj", "nsubj", "nsubjpass", "pobj", "attr"}:
        return None
    if noun.dep_ == "compound" or _is_month(noun):
        return None
    named = [c for c in noun.children if c.dep_ == "compound" and noun.pos_ == "PROPN" and c.i < noun.i]
    if noun.pos_ == "PROPN" and noun.i > 0 and noun.nbor(-1).dep_ == "npadvmod" and noun.nbor(-1).head == noun.head:
        named.append(noun.nbor(-1))  # "Typhoon Nari roared ashore"
    for head in [noun, *named]:
        if any(form in _heads() for form in lemmas_of(head)):
            phrase = next((p for p in phrases_of(head) if p in _nouns()), None)
            event = _nouns()[phrase] if phrase is not None else None
            if event is not None and (head is noun or event in _NAMED):
                return _by_company(noun, event)
    return None


_NAMED = {"TC", "ST", "EQ", "FL", "VO", "WF"}
"""What has a name of its own: "Typhoon Nari"; the "Fire Service" is no fire."""


def _is_month(noun: Token) -> bool:
    """ "TOWN, 5 March -", "March 5": nobody marches."""
    beside = [noun.doc[at] for at in (noun.i - 1, noun.i + 1) if 0 <= at < len(noun.doc)]
    if noun.text not in {"March", "MARCH"}:
        return False
    is_dated = noun.dep_ == "pobj" and noun.head.lower_ in _MONTHS_BEHIND and not any(noun.children)
    return is_dated or any(t.like_num or t.text[:1].isdigit() for t in beside)


_MONTHS_BEHIND = {"in", "since", "until", "till", "by", "of", "during", "before", "after", "from", "to"}


def _by_company(noun: Token, event: str) -> str:
    """ "the strike killed ten", "strikes on the port" are no walkout, "the fire of the rebels" is no blaze."""
    if event == "FR" and noun.lemma_ == "fire" and _is_of_guns(noun):
        return "ASSAULT"
    if event == "PROTEST" and noun.lemma_ == "strike":
        is_deadly = noun.dep_ == "nsubj" and any(form in event_words("destroying") for form in lemmas_of(noun.head))
        return "ASSAULT" if is_deadly or any(c.lower_ == "on" for c in noun.children) else event
    return event


def _is_of_guns(noun: Token) -> bool:
    """ "fire of the armed forces", "the fire which the army opened", "a fire was led by the troops"."""
    held = [noun, *(c for c in noun.children if c.dep_ in {"acl", "relcl"})]
    if noun.dep_ == "nsubjpass":
        held.append(noun.head)
    links = {"of", "by", "from"}
    named = [p for h in held for c in h.children if c.lower_ in links or c.dep_ == "agent" for p in c.children]
    named += [c for h in held[1:] for c in h.children if c.dep_ == "nsubj"]
    named += [c for c in noun.children if c.dep_ in {"poss", "compound"}]
    if any(c.dep_ == "compound" and is_listed("instruments", c) for c in noun.children):
        return True  # "machine-gun fire"
    if any(c.dep_ in {"amod", "compound"} and is_listed("shooting", c) for c in noun.children):
        return True  # "guardsmen trade fire"
    is_under = noun.dep_ == "pobj" and noun.head.lower_ in {"by", "under", "from"}
    if is_under and any(c.dep_ == "amod" and country_of_adjective(c.text) is not None for c in noun.children):
        return True  # "wounded by Norlandian fire"
    if noun.dep_ == "dobj" and is_listed("shooting", noun.head) and _shoots_at(noun):
        return True  # "had opened the fire on the mourners"
    return any(may_act(p) for p in named if p.pos_ in {"NOUN", "PROPN"})


def _shoots_at(fire: Token) -> bool:
    return any(c.lower_ in {"on", "at", "upon"} for h in (fire, fire.head) for c in h.children)


def _verb_of(noun: Token) -> Token | None:
    """The verb that says that it happens, or the noun itself where it has a time or place of its own."""
    head = noun
    while head.dep_ in {"conj", "appos"} and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    if (
        head.dep_ == "pobj"
        and head.head.lower_ == "of"
        and any(f in event_words("rows") or f in event_words("remains") for f in lemmas_of(head.head.head))
    ):
        head = head.head.head  # "a series of aftershocks occurred", "beneath the debris of landslides"
    verb = head.head
    if head.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and verb.pos_ in {"VERB", "AUX"}:
        is_held = any(form in event_words("experiencing") for form in lemmas_of(verb))
        is_told = is_held if head.dep_ == "dobj" else _occurs(verb)
        is_recalled = head.dep_ == "dobj" and head.i == noun.i and _has_time(noun)  # "recalling the April 1991 cyclone"
        return verb if is_told else noun if is_recalled and _strikes(noun) else None
    if head.dep_ == "pobj" and verb.lower_ in {"into", "by"} and verb.head.pos_ == "VERB" and _occurs(verb.head):
        return verb.head
    if head.dep_ == "pobj" and verb.lower_ == "in" and _takes_part(verb.head):
        return verb.head
    is_within = any(form in event_words("remains") for form in lemmas_of(head))
    if head.dep_ == "pobj" and _is_told_of(noun if is_within else head, verb):
        return noun
    if head.dep_ == "ROOT" or _has_time(noun) or _is_set(noun):
        return noun
    return next((c for c in noun.children if c.dep_ in {"acl", "relcl"} and _occurs(c)), None)


def _strikes(noun: Token) -> bool:
    """ "the April 1991 cyclone that killed 138,000"."""
    return any(c.dep_ == "relcl" and is_listed("destroying", c) for c in noun.children)


def _takes_part(verb: Token) -> bool:
    """ "are taking part in the rescue work", "took part in the march", "joined in the search"."""
    if any(form in event_words("joining") for form in lemmas_of(verb)):
        return True
    return verb.lemma_ == "take" and any(c.lower_ == "part" and c.dep_ == "dobj" for c in verb.children)


_LEAD = 4  # sentences, headlines among them, in which an article says what it is about


@once
def _leads_with(article: Article) -> Mapping[str, tuple[int, int]]:
    """Each type of event whose noun stands in the lead, with where it stands first."""
    first: dict[str, tuple[int, int]] = {}
    for told in article.sentences[:_LEAD]:
        for noun in told.tokens:
            event = _type_of(noun)
            if event in _LED and not _is_of_many(noun):
                first.setdefault(event, (told.index, noun.i))
    return first


_WHITHER = {"at", "to", "for", "with", "towards"}
"""Behind these a noun is a place or an aim: "on his way to a rally", "stopped at roadblocks"."""

_LED = {"AC", "EQ", "FL", "TC", "VO", "LS", "ST", "EP", "FR", "ASSAULT", "PROTEST"}


def _is_of_many(noun: Token) -> bool:
    """ "deaths in explosions", "fear of riots", "on strike", "under heavy fire": no one event of which an article tells."""
    marks = {"det", "poss", "nummod", "prep", "compound", "nmod"}
    is_bare = not any(c.dep_ in marks for c in noun.children)
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    is_open = any(form in event_words("open") for form in lemmas_of(above)) or noun.head.lower_ in {
        "under",
        "on",
        "against",
    }
    return is_bare or is_open or noun.dep_ == "poss" or any(c.lower_ in {"no", "any", "such"} for c in noun.children)


def _occurs(verb: Token) -> bool:
    verbs = tables()["occurring"]["verbs"]
    return any(form in verbs for form in lemmas_of(verb))


def _is_told_of(noun: Token, preposition: Token) -> bool:
    """ "were killed in a shelling", "trapped after an explosion": what is not yet known is told by it.

    "in the shelling" goes back to what was told.
    """
    is_new = not any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that", "these", "those"} for c in noun.children)
    return (
        is_new
        and preposition.lower_ in {"in", "by", "after", "during", "from", "following", "beneath", "under", "amid"}
        and any(form in event_words("befalling") for form in lemmas_of(preposition.head))
    )


def _is_set(noun: Token) -> bool:
    """ "in the exchange of fire near the palace on Monday": told in passing, with its own place and time."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "during", "after"}:
        return False
    preps = [c for c in noun.subtree if c.dep_ == "prep"]
    is_placed = any(c.lower_ in {"near", "at", "outside", "in", "between"} for c in preps if c.head.i == noun.i)
    return is_placed and any(p.ent_type_ in {"DATE", "TIME"} for c in preps for p in c.children)


def _has_time(noun: Token) -> bool:
    """ "Monday's march", "the Tuesday attack", "the quake of 2007"."""
    return any(
        (c.ent_type_ in {"DATE", "TIME"} and c.dep_ in {"poss", "compound", "nmod", "npadvmod"})
        or (c.lower_ in {"of", "in", "on"} and any(p.ent_type_ == "DATE" for p in c.children))
        for c in noun.children
    )


def _parties(noun: Token, verb: Token) -> tuple[Token | None, Token | None]:
    """ "clashes between police and students", "attack by rebels on the town", "police suppressed the protests"."""
    pair = [
        p for h in (noun, verb) for c in h.children if c.lower_ == "between" for p in c.children if p.dep_ == "pobj"
    ]
    if pair:
        return _both_peoples(pair[0]) or (pair[0], next(iter(pair[0].conjuncts), None))
    held = [noun, verb] if noun.dep_ in {"dobj", "nsubjpass"} else [noun]
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        held.append(noun.head.head)  # "three days of crackdown by the army"
    named = [(c.lower_, p) for h in held for c in h.children for p in c.children if p.dep_ == "pobj" and _is_party(p)]
    named = [(prep, p) for prep, p in named if prep != "by" or not _is_bare_means(p)]
    is_suffered = any(form in event_words("suffering") for form in lemmas_of(noun))
    actor = next((p for prep, p in named if prep == "by" and p.i != noun.i), None) or _stager(noun, verb)
    actor = actor or next((p for prep, p in named if prep == "of" and not is_suffered and _is_someone(p)), None)
    both = next((p for p in actor.conjuncts if p.i > actor.i), None) if actor is not None else None
    if both is not None and actor is not None and actor.head.lower_ == "of" and is_listed("mutual_deeds", noun):
        return actor, both  # "clashes of army and protesters"
    upon = {"with"} if _type_of(noun) in _WITH_SOMEBODY else {"on", "against", "upon"}
    recipient = next((p for prep, p in named if prep in upon or (prep == "of" and is_suffered)), None)
    recipient = recipient or _struck(noun, verb)
    beside = [c for c in noun.children if c.dep_ in {"poss", "compound"} and not is_listed("things", c)]
    is_of_many = _type_of(noun) == "PROTEST"  # "the dockers' walkout", "an opposition rally"
    actor = actor or next((c for c in beside if may_act(c) or (is_of_many and is_people(c))), None)
    if actor is None and noun.dep_ == "dobj" and any(c.tag_ == "PRP$" for c in noun.children):
        actor = subject_of(verb)  # "the union extended its strike"
    actor = actor or next(
        (c for c in noun.children if c.dep_ == "amod" and (country_of_adjective(c.text) or is_listed("armed", c))), None
    )
    is_staged = noun.dep_ == "dobj" and any(form in event_words("staging") for form in lemmas_of(verb))
    is_staged |= noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.i == verb.i and _takes_part(verb)
    if actor is None and is_staged:
        doers = participants_of_verb(verb).doers
        actor = next((d for d in doers if d.i != noun.i and d not in noun.conjuncts and _is_party(d)), None)
    return actor, recipient


def _both_peoples(noun: Token) -> tuple[Token, Token] | None:
    """ "clashes between Norlandian and Sudlandian troops": the two peoples."""
    for people in noun.children:
        if people.dep_ == "amod" and people.text[:1].isupper():
            for other in people.children:
                if other.dep_ == "conj" and other.text[:1].isupper():
                    return people, other
    return None


def _is_someone(noun: Token) -> bool:
    """ "the attack of the rebels", "of Norland"; not "of a large scale"."""
    return noun.pos_ in {"PROPN", "PRON"} or is_people(noun) or may_act(noun)


def _is_bare_means(noun: Token) -> bool:
    """ "an attack by air and artillery": with what, not by whom."""
    return noun.lower_ in event_words("means") and not any(c.i < noun.i for c in noun.children)


def _struck(noun: Token, verb: Token) -> Token | None:
    """ "A bombardment had hit the reporters": those whom the verb has as its object."""
    if noun.dep_ != "nsubj" or verb.i == noun.i or is_hazard(_type_of(noun) or ""):
        return None
    is_blow = any(form in event_words("destroying") for form in lemmas_of(verb))
    objects = [c for c in verb.children if c.dep_ == "dobj"] if is_blow else []
    return next((t for o in objects for t in through(o) if is_people(t)), None)


def _stager(noun: Token, verb: Token) -> Token | None:
    """ "a raid that special forces launched", "an attack carried out by gunmen", "a meeting chaired by the premier"."""
    clauses = [c for c in noun.children if c.dep_ in {"acl", "relcl"}]
    clauses += [verb] if noun.dep_ == "nsubjpass" else []
    for clause in clauses:
        if not any(form in event_words("staging") or form in event_words("plotting") for form in lemmas_of(clause)):
            continue
        agents = [p for c in clause.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
        doers = [c for c in clause.children if c.dep_ == "nsubj" and c.pos_ != "DET" and c.tag_ not in {"WDT", "WP"}]
        found = next((t for t in [*agents, *doers] if _is_party(t) and t.i != noun.i), None)
        if found is not None:
            return found
    return None
