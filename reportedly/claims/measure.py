"""Measures: "a curfew from 23:00 to 07:00 is in force", "the airport was closed".

In: a parsed sentence. Out: what was imposed, extended, lifted or denied, with its days and hours as far as the clause
says them. Three ways to say a measure, each with its word list: by name ("the curfew was extended"), by what is done
("the border was sealed"), by what people are told ("residents must stay indoors"). Refuses what is only asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.claims.clauses import MODALITY, Outlook, evidence_of, outlook_of, place_of
from reportedly.claims.directives import Directive, find_directives
from reportedly.claims.frames import is_counted, matches_in
from reportedly.claims.kind import Found, Kind
from reportedly.claims.relations import (
    measure_line,
    measure_speaks_for,
    measure_value,
    relate_measures,
    say_measure,
    say_measure_value,
)
from reportedly.claims.standing import Told, find_named, find_taken_up, measure_acts, standing_by
from reportedly.claims.terms import terms_of
from reportedly.claims.troops import is_from_abroad
from reportedly.model import Modality, Span
from reportedly.text.sentences import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """`starts`, `ends` are EDTF, `daily` is HH:MM/HH:MM; None where the text does not say."""

    measure: str
    status: str
    starts: str | None = None
    ends: str | None = None
    daily: str | None = None


def find_measures(sentence: Sentence) -> Iterator[Found]:
    """All measures of a sentence, left to right; one clause gives a measure once."""
    told = [*find_named(sentence), *find_taken_up(sentence), *_done(sentence), *_directed(sentence)]
    words = {(item.measure, item.word.i) for item in told}
    seen: list[tuple[str, Span]] = []
    for item in sorted(told, key=lambda t: t.word.i):
        if item.outlook is Outlook.WISHED or _goes_on(item, words):
            continue
        found = _found(item, sentence)
        if not any(measure == item.measure and span.overlaps(found.span) for measure, span in seen):
            seen.append((item.measure, found.span))
            yield found


def _goes_on(item: Told, words: set[tuple[str, int]]) -> bool:
    """ "imposed sanctions, freezing their assets": the second verb tells of the same measure."""
    return item.word.dep_ == "advcl" and item.word.tag_ == "VBG" and (item.measure, item.word.head.i) in words


def _done(sentence: Sentence) -> Iterator[Told]:
    """ "closed the border", "troops were sent": an act that is a measure."""
    for match in matches_in(sentence, measure_acts()):
        more, outlook = match.frame.more, outlook_of(match.word)
        if more.get("foreign") and not is_from_abroad(match, sentence):
            continue
        if more.get("uncounted") and is_counted(match.undergoer):
            continue  # how many were moved is a figure
        if more.get("forbidden"):  # "may not be sold above the old price"
            if outlook is not Outlook.DENIED:
                continue
            outlook = Outlook.DONE
        status = str(more.get("status", "in_force"))
        if match.word.pos_ == "NOUN" and status == "in_force":
            status = standing_by(match.word, match.frame.gives) or status
        yield Told(match.frame.gives, match.word, (match.undergoer,), status, outlook)


def _directed(sentence: Sentence) -> Iterator[Told]:
    """What people are told: advice, orders and permissions."""
    for directive in find_directives(sentence):
        if directive.gives == "advice":
            continue  # "to be vigilant", "to register": said to people, no measure
        status = "lifted" if directive.is_withdrawn else "in_force"
        core = (directive.word, directive.whom)
        yield Told(_measure_of(directive, sentence), directive.governor, core, status, directive.outlook)


def _measure_of(directive: Directive, sentence: Sentence) -> str:
    """To be indoors between two hours of each day is a curfew."""
    is_daily = directive.gives == "shelter_advice" and terms_of(directive.word, sentence).daily
    return "curfew" if is_daily else directive.gives


def _found(told: Told, sentence: Sentence) -> Found:
    status, modality = _standing_of(told)
    terms = terms_of(told.word, sentence, ended=told.status == "lifted", core=told.core)
    return Found(
        span=evidence_of(told.word, sentence, core=told.core),
        head=told.word.i,
        content=Measure(measure=told.measure, status=status, starts=terms.starts, ends=terms.ends, daily=terms.daily),
        place=place_of(told.word, sentence, core=told.core),
        when=terms.when,
        modality=modality,
        background=terms.is_past,
    )


def _standing_of(told: Told) -> tuple[str, Modality | None]:
    """Status and modality: what is ahead is announced, what has not yet been lifted is in force."""
    if told.outlook is Outlook.DONE:
        return told.status, None
    if told.status == "lifted":
        return "in_force", None
    if told.outlook is Outlook.DENIED:
        return "denied", MODALITY[told.outlook]
    return ("extended" if told.status == "extended" else "announced"), MODALITY[told.outlook]


MEASURE = Kind(
    name="measure",
    content=Measure,
    find=find_measures,
    line=measure_line,
    relate=relate_measures,
    say=say_measure,
    own_word=True,
    value=measure_value,
    say_value=say_measure_value,
    speaks_for=measure_speaks_for,
    holds_inside=True,
)
