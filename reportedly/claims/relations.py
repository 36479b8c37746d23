"""Which line a measure, position, event or safety claim belongs to, and how two of a line bear on one another.

In: claims and the directory. Out: lines, relations, values and phrases. A later state of a measure updates it ("the
curfew was lifted on Monday"); the sides that deny it dispute it; articles complete each other's dates. Positions and
events are equal or not; the safety of nationals is one question, the advice given to them another.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reportedly.claims.lines import party_of, place_of, places_around, say_field
from reportedly.lexicon import load
from reportedly.model import Claim, Directory, Line, Modality, Relation, Within

if TYPE_CHECKING:
    from reportedly.claims.event import Event
    from reportedly.claims.measure import Measure
    from reportedly.claims.position import Position
    from reportedly.claims.safety import Safety

_TOLD = (Modality.ASSERTED, Modality.DENIED)


def measure_line(claim: Claim, directory: Directory) -> Line | None:
    """Measure and place; None for one that is only feared or demanded. One that is planned is announced; to ask people for
    what is only advised is the advice itself: "the embassy asks its citizens not to go out".
    """
    measure: Measure = claim.content
    asked = (Modality.DEMANDED,) if measure.measure in load("weighing")["advice"]["measures"] else ()
    if claim.background or claim.modality not in (*_TOLD, Modality.PLANNED, *asked):
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
    return " ".join([say_field(content.measure, _NOBODY), say_measure_value(_plain(content))]).strip()


def _plain(content: Any) -> Mapping[str, Any]:
    return {field: getattr(content, field) for field in ("status", "starts", "ends", "daily")}


def say_measure_value(value: Mapping[str, Any]) -> str:
    """A state in words: `in force, from 2031-03-05, until 2031-03-19, daily 23:00 to 07:00`."""
    words = [str(value["status"]).replace("_", " ")] if value.get("status") else []
    words += [f"{word} {value[field]}" for field, word in (("starts", "from"), ("ends", "until")) if value.get(field)]
    if value.get("daily"):
        words.append("daily " + str(value["daily"]).replace("/", " to "))
    return ", ".join(words)


def position_line(claim: Claim, directory: Directory) -> Line | None:
    """Who stands how to whom."""
    if claim.background or claim.modality not in _TOLD:
        return None
    position: Position = claim.content
    holder = party_of(claim, position.holder, position.holder_name, directory)
    target = party_of(claim, position.target, position.target_name, directory)
    return Line("position", (("holder", holder), ("stance", position.stance), ("target", target)))


def relate_positions(claim: Claim, other: Claim, within: Within) -> Relation:
    """The same stance is told again, or denied."""
    return _relate_told(claim, other) if within.is_same else Relation.NONE


def say_position(content: Any) -> str:
    """One phrase: `foreign ministry: condemn (the attackers)`."""
    position: Position = content
    target = f" ({position.target_name})" if position.target_name else ""
    return f"{position.holder_name or 'unnamed'}: {position.stance.replace('_', ' ')}{target}"


def say_position_line(line: Line, directory: Directory) -> str:
    holder, stance, target = (say_field(value, directory) if value else None for _, value in line.fields)
    return f"{holder or 'unnamed'}: {stance}" + (f" ({target})" if target else "")


def say_position_value(value: Mapping[str, Any]) -> str:
    return str(value.get("stance", "")).replace("_", " ")


def event_line(claim: Claim, directory: Directory) -> Line | None:
    """What was done by whom to whom, where and when: of two days it is two lines."""
    if claim.background or claim.modality not in _TOLD:
        return None
    event: Event = claim.content
    fields: tuple[tuple[str, str | None], ...] = (
        ("event", event.event),
        ("actor", party_of(claim, event.actor, event.actor_name, directory)),
        ("recipient", party_of(claim, event.recipient, event.recipient_name, directory)),
        ("place", place_of(claim, directory)),
        ("when", str(claim.when) if claim.when else None),
    )
    return Line("event", fields)


def relate_events(claim: Claim, other: Claim, within: Within) -> Relation:
    """The same event is told again, or denied; one in a city is a part of what went on in its country."""
    if within.is_inner:
        return Relation.PART
    return _relate_told(claim, other) if within.is_same else Relation.NONE


def say_event(content: Any) -> str:
    """One phrase: `assault: protesters, town hall`."""
    event: Event = content
    parties = [name for name in (event.actor_name, event.recipient_name) if name]
    return event.event.lower() + (": " + ", ".join(parties) if parties else "")


def say_event_line(line: Line, directory: Directory) -> str:
    """`protest by miners in Northtown, 2031-01-05`."""
    values = {name: say_field(value, directory) for name, value in line.fields if value}
    told = [(values.get("event") or "event").lower()]
    told += [f"{word} {values[name]}" for name, word in _EVENT_WORDS if name in values]
    return " ".join(told) + (f", {values['when']}" if "when" in values else "")


def say_event_value(value: Mapping[str, Any]) -> str:
    return str(value.get("event", "")).lower()


_EVENT_WORDS = (("actor", "by"), ("recipient", "against"), ("place", "in"))
_HARM = ("unharmed", "harmed", "unknown")


def safety_line(claim: Claim, directory: Directory) -> Line | None:
    """Whose nationals and where; whether they were harmed is one line, what they are told to do another."""
    if claim.background or claim.modality not in _TOLD:
        return None
    safety: Safety = claim.content
    asked = "harm" if safety.status in _HARM else "advice"
    return Line(
        "safety", (("nationality", safety.nationality), ("asked", asked), ("place", place_of(claim, directory)))
    )


def relate_safety(claim: Claim, other: Claim, within: Within) -> Relation:
    """A later word replaces an earlier one; at one moment, "no national was hurt" and "one was hurt" are rivals.

    One voice, or one article, that tells of harmed and of unharmed tells of different people, and some are harmed.
    """
    if _is_told_denied(claim, other):
        return _relate_told(claim, other)
    mine: Safety = claim.content
    theirs: Safety = other.content
    if within.is_inner or within.is_outer:
        return Relation.AGREES if mine.status == theirs.status else Relation.PART
    if mine.status == theirs.status:
        return Relation.AGREES
    if "unknown" in (mine.status, theirs.status):
        return Relation.REFINES if theirs.status == "unknown" else Relation.AGREES
    if within.is_later or within.may_be_same or mine.status not in _HARM:
        return Relation.UPDATES
    if within.same_origin or claim.document == other.document:
        return Relation.UPDATES if mine.status == "harmed" else Relation.PART
    return Relation.CONTRADICTS


def _is_told_denied(claim: Claim, other: Claim) -> bool:
    return Modality.DENIED in (claim.modality, other.modality)


def _relate_told(claim: Claim, other: Claim) -> Relation:
    if claim.modality is other.modality:
        return Relation.AGREES
    return Relation.DENIES if claim.modality is Modality.DENIED else Relation.NONE


def say_safety(content: Any) -> str:
    """One phrase: `nationals of KR: unharmed`."""
    safety: Safety = content
    return f"nationals of {safety.nationality}: {safety.status.replace('_', ' ')}"


def say_safety_value(value: Mapping[str, Any]) -> str:
    return str(value.get("status", "")).replace("_", " ")


def say_safety_line(line: Line, directory: Directory) -> str:
    place = line.get("place")
    where = f" in {say_field(place, directory)}" if place else ""
    return f"nationals of {line.get('nationality')}{where}" + (", advice" if line.get("asked") == "advice" else "")


_NOBODY = Directory(())
