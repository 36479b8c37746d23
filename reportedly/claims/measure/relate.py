"""Which line a measure belongs to, and how two of a line bear on one another.

In: claims and the directory. Out: lines, relations, values and phrases. A later state updates an earlier one ("the
curfew was lifted on Monday"); the sides that deny it dispute it; articles complete each other's dates.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from reportedly.claims.lines import TOLD, place_of, places_around, say_field
from reportedly.claims.measure.content import Measure
from reportedly.lexicon import load
from reportedly.model import Claim, Directory, Line, Modality, Relation, Within


def measure_line(claim: Claim, directory: Directory) -> Line | None:
    """Measure and place; None for one that is only feared or demanded. One that is planned is announced; to ask people for
    what is only advised is the advice itself: "the embassy asks its citizens not to go out".
    """
    measure: Measure = claim.content
    asked = (Modality.DEMANDED,) if measure.measure in load("weighing")["advice"]["measures"] else ()
    if claim.background or claim.modality not in (*TOLD, Modality.PLANNED, *asked):
        return None
    return Line("measure", (("measure", measure.measure), ("place", place_of(claim, directory))))


def measure_speaks_for(claim: Claim, line: Line, directory: Directory) -> bool:
    """For its own place, and where it is of that sort for those inside or for the country.

    A nationwide curfew holds in each town; a border that is closed at one crossing is the country's.
    """
    here, there = place_of(claim, directory), line.get("place")
    if there in (None, here):
        return True
    sorts = load("weighing")
    if claim.content.measure in sorts["national"]["measures"] and there in places_around(here, directory)[-1:]:
        return True
    return claim.content.measure in sorts["everywhere"]["measures"] and here in places_around(there, directory)


def relate_measures(claim: Claim, other: Claim, within: Within) -> Relation:
    """How `claim`, which is not the earlier, bears on `other`, of the same measure."""
    if _is_denial(claim):
        return Relation.NONE if within.is_inner and not within.is_whole else Relation.DENIES
    if _is_denial(other):
        return Relation.NONE
    if within.is_outer and "lifted" in (claim.content.status, other.content.status):
        return Relation.NONE
    if within.is_same or within.is_whole:
        return _relate_states(claim, other, within)
    return Relation.PART


def _is_denial(claim: Claim) -> bool:
    return claim.modality is Modality.DENIED or claim.content.status == "denied"


def _relate_states(claim: Claim, other: Claim, within: Within) -> Relation:
    mine: Measure = claim.content
    theirs: Measure = other.content
    if (mine.status == "lifted") != (theirs.status == "lifted"):
        return _relate_ending(claim, within)
    if theirs.status == "extended" != mine.status and theirs.ends and not within.is_later:
        return Relation.NONE
    if mine.status == "extended" != theirs.status:
        return Relation.UPDATES if within.is_later or mine.ends else Relation.REFINES
    if mine.ends and theirs.ends and mine.ends != theirs.ends:
        return _relate_later_end(mine.ends, theirs.ends, within)
    if mine.daily and theirs.daily and mine.daily != theirs.daily and within.is_later:
        return Relation.UPDATES
    if theirs.status == "announced" and mine.status == "in_force":
        return Relation.REFINES
    return Relation.AGREES


def _relate_ending(claim: Claim, within: Within) -> Relation:
    """One says that it is lifted, the other that it holds. A lifting ends it, also on the day on which it still held.

    That it holds again, somebody must say, or say since when; an article's own later "in force" only lags behind.
    """
    if claim.content.status == "lifted" or (within.is_later and (within.same_origin or claim.content.starts)):
        return Relation.UPDATES
    return Relation.CONTRADICTS if within.is_later and claim.attribution and not within.may_be_same else Relation.NONE


def _relate_later_end(mine: str, theirs: str, within: Within) -> Relation:
    if mine > theirs:
        return Relation.UPDATES
    if within.is_later:
        return Relation.CORRECTS if within.same_origin else Relation.AGREES
    return Relation.NONE


def measure_value(claims: Sequence[Claim], replaced: Sequence[Claim]) -> Mapping[str, Any]:
    """Its state and dates, as articles complete one another: "since Wednesday" from one, "until 19 January" from
    another.

    End and hours are the latest said, the start is what most say, of all that was ever said of the line.
    """
    content: Measure = claims[0].content
    told = [*claims, *replaced]
    return {
        "status": content.status,
        "starts": _start_among(told) or content.starts,
        "ends": _first_of(told, "ends"),
        "daily": _first_of(told, "daily"),
    }


def _start_among(claims: Sequence[Claim]) -> str | None:
    """The start that the first gives, else that most give, else the day on which it was done.

    The day on which a measure was extended or lifted is no start of it; "declared late on Monday" is less than "from
    Tuesday".
    """
    begun = [claim for claim in claims if claim.content.status not in ("lifted", "extended")]
    first: Measure = claims[0].content
    given = first.starts if claims[0] in begun else None
    done = [str(claim.when) for claim in begun if claim.when and claim.when.day]
    return given or _most_said([claim.content.starts for claim in begun if claim.content.starts]) or _most_said(done)


def _most_said(starts: Sequence[str]) -> str | None:
    return max(sorted(set(starts)), key=Counter(starts).__getitem__, default=None)


def _first_of(claims: Sequence[Claim], field: str) -> Any:
    return next((value for claim in claims if (value := getattr(claim.content, field))), None)


def say_measure(content: Any) -> str:
    """One phrase: `curfew in force from 2031-03-05, daily 23:00 to 07:00`."""
    return " ".join([say_field(content.measure, Directory(())), say_measure_value(_plain(content))]).strip()


def _plain(content: Any) -> Mapping[str, Any]:
    return {field: getattr(content, field) for field in ("status", "starts", "ends", "daily")}


def say_measure_value(value: Mapping[str, Any]) -> str:
    """A state in words: `in force, from 2031-03-05, until 2031-03-19, daily 23:00 to 07:00`."""
    words = [str(value["status"]).replace("_", " ")] if value.get("status") else []
    words += [f"{word} {value[field]}" for field, word in (("starts", "from"), ("ends", "until")) if value.get(field)]
    if value.get("daily"):
        words.append("daily " + str(value["daily"]).replace("/", " to "))
    return ", ".join(words)
