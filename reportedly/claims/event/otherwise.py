"""What the words of an event tell where they tell something else: released from a hospital, under fire for his choice.

In: a match of an event's row, or its noun. Out: whether the clause means no such thing. Says nothing of whether the event is
only feared or asked for.
"""

from collections.abc import Callable, Mapping

from reportedly.claims.event.words import event_words, is_listed, is_people, may_act
from reportedly.claims.frames import Match, through
from reportedly.lexicon.nations import country_of_people
from reportedly.text.grammar import is_passive, subject_of
from reportedly.text.sentences import Token


def tells_otherwise(match: Match) -> bool:
    """Whether the same words tell something else than the event of their row."""
    return any(is_other(match) for is_other in _OTHERWISE.get(match.frame.gives, ()))


def _is_of_a_cure(match: Match) -> bool:
    """ "three were treated for burns and released": from a hospital."""
    verb = match.word
    if not is_listed("letting_go", verb):
        return False
    above = verb.head if verb.dep_ == "conj" else verb
    cured = [above, *(c for c in above.children if c.dep_ == "conj")]
    return any(is_listed("curing", v) for v in cured if v.i != verb.i) or any(
        is_listed("wards", t) for t in verb.subtree
    )


def _is_of_itself(match: Match) -> bool:
    """ "the curfew ends at dawn": a thing that is the subject gives in to nobody."""
    thing = match.undergoer
    is_subject = thing is not None and thing.head.i == match.word.i and thing.dep_ == "nsubj"
    return is_subject and thing is not None and thing.pos_ == "NOUN" and not is_people(thing) and not may_act(thing)


def _is_by_a_thing(match: Match) -> bool:
    """ "Access was blocked by containers", "the road was blocked by snow": nobody did."""
    doer = match.doer
    if doer is None or doer.pos_ != "NOUN" or (doer.head.dep_ != "agent" and doer.head.lower_ != "by"):
        return False
    noun = [*through(doer)][-1]
    return not (is_people(noun) or may_act(noun) or noun.lower_ in event_words("bodies") or noun.tag_ == "NNP")


def _is_mere_being(match: Match) -> bool:
    """ "one guard is alive inside", "police were last night questioning": no watch is kept."""
    verb = match.word
    return verb.lemma_ == "be" and any(
        (c.dep_ in {"acomp", "attr"} and not is_listed("ready", c)) or (c.dep_ == "advcl" and c.tag_ == "VBG")
        for c in verb.children
    )


def _is_spoken_about(match: Match) -> bool:
    """ "the minister speaks of twelve": to nobody who is told of; "tells the envoy to leave": an order."""
    verb = match.word
    if verb.lemma_ in {"tell", "ask", "order", "instruct"} and any(_is_open(c) for c in verb.children):
        return True
    links = {c.lower_ for c in match.word.children if c.dep_ == "prep"}
    return match.word.lemma_ == "speak" and "of" in links and "with" not in links


def _is_open(verb: Token) -> bool:
    return verb.dep_ in {"xcomp", "ccomp", "advcl"} and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _is_criticised(match: Match) -> bool:
    """ "came under fire for his choice", "is under attack over his budget": in words."""
    under = [c for c in match.word.children if c.lower_ == "under"]
    links = [c for h in (match.word, *(p for u in under for p in u.children)) for c in h.children]
    what = [p for c in links if c.lower_ in {"for", "over"} for p in c.children if p.dep_ in {"pobj", "pcomp"}]
    by_arms = [p for c in links if c.lower_ in {"from", "by"} for p in c.children if may_act(p)]
    return bool(under) and not by_arms and any(p.ent_type_ not in {"DATE", "TIME"} for p in what)


def _is_by_success(match: Match) -> bool:
    """ "ambushed by our own success", "torn apart by grief": in a manner of speaking."""
    return match.doer is not None and is_listed("abstract", match.doer)


def _is_moved_elsewhere(match: Match) -> bool:
    """ "26 bodies were taken to the morgue", "the inmates were moved to another block", "engineers were taken from a mine"."""
    whom, verb = match.undergoer, match.word
    if any(is_listed("wards", t) or is_listed("mortuaries", t) for t in verb.subtree):
        return True
    if whom is not None and is_listed("confined", [*through(whom)][-1]):
        return is_listed("moving", verb)
    links = {c.lower_ for c in verb.children if c.dep_ in {"prep", "prt", "advmod"}}
    return verb.lemma_ == "take" and is_passive(verb) and links == {"from"}


def _is_taken_in(match: Match) -> bool:
    """ "took in refugees": under their roof."""
    return match.word.lemma_ == "take" and any(c.dep_ == "prt" and c.lower_ == "in" for c in match.word.children)


def _is_of_travellers(match: Match) -> bool:
    """ "Two aircraft took 312 Norlanders to the capital": nobody captured them."""
    whom = match.undergoer
    is_people = whom is not None and country_of_people(whom.text) is not None
    return is_people and match.word.lemma_ == "take" and not _acts(match.doer)


def _acts(doer: Token | None) -> bool:
    return doer is not None and may_act(doer) and not is_listed("things", doer)


def _is_of_the_sick(match: Match) -> bool:
    """ "the centre holds 388 patients"."""
    return match.undergoer is not None and match.undergoer.lemma_ == "patient"


def _is_left_so(match: Match) -> bool:
    """ "leaving seven dead", "why he had done so he left open": nobody goes away."""
    verb = match.word
    if verb.lemma_ != "leave":
        return False
    is_result = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i > verb.head.i and verb.nbor(-1).text == ","
    return is_result or any(c.dep_ in {"oprd", "acomp", "ccomp"} or c.lower_ in {"dead", "open"} for c in verb.children)


def _is_remarked(match: Match) -> bool:
    """ "the gas had escaped, the company conceded", "conceded that it had": it only says so."""
    verb = match.word
    is_said = any(c.dep_ in {"ccomp", "parataxis"} for c in verb.children)
    return verb.lemma_ in {"concede", "admit"} and (is_said or any(c.lower_ == "on" for c in verb.children))


_OTHERWISE: Mapping[str, tuple[Callable[[Match], bool], ...]] = {
    "CONCEDE": (_is_remarked, _is_of_a_cure, _is_of_itself),
    "COERCE": (_is_by_a_thing, _is_of_the_sick),
    "RETREAT": (_is_left_so, _is_of_a_cure),
    "AID": (_is_taken_in, _is_moved_elsewhere),
    "MOBILIZE": (_is_mere_being,),
    "CONSULT": (_is_spoken_about,),
    "ASSAULT": (_is_by_success, _is_of_travellers, _is_criticised),
}
"""By event, what of the same words tells something else."""


def is_name_calling(match: Match) -> bool:
    """ "called the minister a liar": nobody is telephoned."""
    word = match.word
    is_clause = match.undergoer is not None and match.undergoer.dep_ == "nsubj" and match.undergoer.i > word.i
    return word.lemma_ == "call" and (is_clause or any(c.dep_ == "oprd" for c in word.children))


def is_argued(match: Match) -> bool:
    """ "attacked the budget", "hit the economy": in words or in numbers."""
    thing = match.undergoer
    return match.frame.gives == "ASSAULT" and thing is not None and is_listed("argued", [*through(thing)][-1])


def is_own_work(match: Match) -> bool:
    """ "The company suspended operations at its mine", "the airport's operations were suspended": nobody is punished."""
    work = match.undergoer
    if match.frame.gives != "SANCTION" or work is None or work.lemma_.lower() != "operation":
        return False
    owners = [match.doer, *(p for c in work.children if c.dep_ == "prep" for p in c.children)]
    owners += [c for c in work.children if c.dep_ in {"poss", "compound"}]
    return any(is_listed("owners", t) for t in owners if t is not None)


def is_figurative(match: Match) -> bool:
    """ "Fans flooded the streets", "letters flooded in": no water did."""
    subject = None if is_passive(match.word) else subject_of(match.word)
    nouns = [[*through(t)][-1] for t in (match.doer, subject, match.undergoer) if t is not None]
    if any(is_listed("figurative", noun) for noun in nouns):
        return True
    return any(
        is_listed("figurative", p) for c in match.word.children if c.lower_ in {"with", "by"} for p in c.children
    )


def is_flood_of(noun: Token) -> bool:
    """ "a flood of complaints", "a storm of protest", "the flood of arms": what water, earth and air do not bring."""
    behind = [p for c in noun.children if c.lower_ == "of" and c.i > noun.i for p in c.children]
    if any(is_listed("figurative", t) for p in behind for t in (p, *p.conjuncts)):
        return True
    is_one = noun.tag_ == "NN" and noun.lemma_.lower() in {
        "flood",
        "storm",
        "avalanche",
        "landslide",
        "eruption",
        "tide",
        "blaze",
        "wave",
    }
    return is_one and any(
        p.pos_ == "NOUN"
        and not is_listed("elements", p)
        and p.ent_type_ not in {"DATE", "TIME", "CARDINAL", "QUANTITY"}
        for p in behind
    )
