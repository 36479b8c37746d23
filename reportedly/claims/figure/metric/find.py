"""What a number counts: the rooms are asked in turn, the surest first.

In: a counted noun, or a number alone. Out: its `Metric`, or None where no word says one: "26 killed and 40 hurt" asks `joint`,
then `roles`, then `value`, and last `beside`.
"""

from reportedly.claims.figure.metric.beside import (
    aboard,
    along_with,
    among,
    ended_by,
    equipped_with,
    exposed,
    from_orphan,
    from_record,
    from_strong,
    given_to,
    in_front,
    in_state,
    in_state_before,
    included,
    of_a_band,
    of_a_unit,
    parted,
    right_before,
    set_off,
    sheltered,
    sought,
    taken,
    told_noun,
    under_head,
    when_struck,
    with_illness,
    with_wounds,
)
from reportedly.claims.figure.metric.idioms import idiomatic, under_label, verbless
from reportedly.claims.figure.metric.joint import counters_above, counts_a_part, is_whole_of_another, respectively
from reportedly.claims.figure.metric.roles import (
    from_modifiers,
    from_roles,
    hurt_beside,
    of_a_force,
    said_beside,
    strong_noun,
    told_of,
    weak_noun,
)
from reportedly.claims.figure.metric.value import (
    added_to,
    at_value,
    back_to_count,
    from_deed_of,
    from_label,
    from_measure_of,
    from_value,
    heavy_count,
    of_count,
    put_at,
)
from reportedly.claims.figure.metric.words import OF_THE_HURT, Metric, by_word, helpers, lemma
from reportedly.text.grammar import OBJECT
from reportedly.text.sentences import Token


def metric_of(noun: Token | None, number: Token) -> Metric | None:
    """What is counted, where `noun` is the counted noun, or None where the number stands alone."""
    found = _metric_of(noun, number)
    return respectively(noun if noun is not None else number, found) if found else None


def _metric_of(noun: Token | None, number: Token) -> Metric | None:
    anchor = noun if noun is not None else number
    if is_whole_of_another(anchor, number):
        # "three of the five men held": what is said of the three is not said of the five
        if noun is not None:
            return strong_noun(anchor) or _of_the_whole(anchor)
        return said_beside(number) if number.i + 1 < len(number.doc) and number.nbor().tag_ in {"JJ", "VBN"} else None
    is_partitive = noun is not None and counts_a_part(number)
    if (
        noun is not None
        and is_partitive
        and noun.lower_ in helpers("the_dead")
        and (dead := strong_noun(noun)) is not None
    ):
        return dead  # "eleven of the dead were patients at the hospital"
    heads = [number, *counters_above(number), anchor] if is_partitive else [anchor, *counters_above(anchor)]
    own = from_roles(number, number, whom=anchor, alone=True) if is_partitive else None
    return (
        own
        or with_wounds(anchor)
        or when_struck(anchor)
        or put_at(number)
        or set_off(number)
        or under_label(number)
        or idiomatic(anchor, number)
        or (heavy_count(number) if noun is None else None)
        or (
            hurt_beside(number) or at_value(number) or of_count(number)
            if noun is None
            else _strong(noun, number) or ended_by(noun)
        )
        or (from_label(number) or right_before(number) if noun is None else None)
        or (from_record(noun) if noun is not None and lemma(noun) != "case" else None)
        or parted(anchor)
        or sought(anchor)
        or given_to(anchor)
        or sheltered(anchor)
        or included(number)
        or from_deed_of(anchor)
        or of_a_force(number)
        or next((m for head in heads if (m := from_roles(head, number, whom=anchor))), None)
        or aboard(anchor)
        or of_a_unit(anchor)
        or of_a_band(anchor)
        or equipped_with(anchor)
        or taken(anchor)
        or along_with(anchor)
        or with_illness(anchor)
        or verbless(number if is_partitive else anchor)
        or weak_noun(anchor)
        or in_state(anchor)
        or in_state_before(anchor)
        or in_front(anchor if noun is not None and not is_partitive else number)
        or under_head(anchor)
        or from_orphan(anchor)
        or at_value(number)
        or (back_to_count(number) if noun is None else None)
        or from_value(number)
        or from_value(anchor)
        or from_measure_of(number)
        or from_measure_of(anchor)
        or (in_state(number) if noun is None else None)
        or from_strong(number)
        or (from_record(noun) if noun is not None else None)
        or told_noun(anchor)
        or among(anchor)
        or added_to(number)
        or exposed(anchor)
    )


def _of_the_whole(noun: Token) -> Metric | None:
    """ "70 of the 118 passengers survived", taken for passengers survived: an active verb is the part's."""
    found = from_modifiers(noun)
    is_active = found is not None and found.word.dep_ == "acl" and (lemma(found.word), OBJECT) not in by_word()
    return None if is_active and found is not None and found.word.tag_ in {"VBD", "VBN"} else found


_OF_THE_LIVING = {"rescued", "hospitalised", "injured", "evacuated", "homeless", "displaced", "affected"}


def _strong(noun: Token, number: Token) -> Metric | None:
    """Victims are dead, but not those who are in hospital; of the hurt it may be told that they died or were let go."""
    found = strong_noun(noun)
    if found is None or (found.name != "injured" and lemma(noun) not in {"victim", "sick", "ill"}):
        return found
    head = number if counts_a_part(number) else noun
    told = told_of(head, noun, _OF_THE_LIVING if lemma(noun) == "victim" else OF_THE_HURT)
    is_body = told is not None and told.name == "rescued" and lemma(told.word) in {"recover", "retrieve"}
    return found if told is None or is_body else told
