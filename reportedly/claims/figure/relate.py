"""How one figure bears on another: "26 were killed" after "13 were killed", "dozens", or "18 in the capital".

In: two claims and how their lines and times lie. Out: a `Relation`. The rules are the export contract's: a later
running count that is higher updates, whoever says it; a later lower one corrects where the origin is the same and
contradicts where it is another; what lies within a vaguer count refines it; a count of fewer people or of a smaller
place is a part.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportedly.amount import Amount
from reportedly.claims.figure.content import Figure
from reportedly.claims.figure.lattice import are_apart, is_whole, populations_around
from reportedly.claims.lines import place_of, places_around, say_field
from reportedly.lexicon import load
from reportedly.model import Claim, Directory, Line, Modality, Relation, Within

_ALL = "people"
_ROUNDING = 1.1
"""How far "more than 3,700" still says 3,811: as far as the contract lets "about" reach."""
_FAR_ABOVE = 2
_MOST_SUMMED = 300
"""More places or groups than this no sum is made of: a bound on hostile input."""


def figure_line(claim: Claim, directory: Directory) -> Line | None:
    """What is counted: metric, population and place, with the nationality where only its nationals are.

    None for what is feared, planned or demanded, and for a look back at another crisis: they feed no toll.
    """
    if claim.background or claim.modality not in (Modality.ASSERTED, Modality.DENIED):
        return None
    figure: Figure = claim.content
    return _line(figure.metric, figure.population, place_of(claim, directory), figure.nationality)


def _line(metric: str, population: str, place: str | None, nationality: str | None) -> Line:
    fields: tuple[tuple[str, str | None], ...] = (("metric", metric), ("population", population), ("place", place))
    return Line("figure", (*fields, ("nationality", nationality)) if nationality else fields)


def outer_figures(line: Line, directory: Directory) -> Iterator[Line]:
    """The lines that hold this one: more people, a larger place, or both."""
    metric, population = line.get("metric") or "", line.get("population") or _ALL
    places = (line.get("place"), *places_around(line.get("place"), directory))
    nationality = line.get("nationality")
    for people in (population, *populations_around(population)):
        for nation in (nationality, None) if nationality else (None,):
            for place in places:
                outer = _line(metric, people, place, nation)
                if outer != line:
                    yield outer


def figure_speaks_for(claim: Claim, line: Line, directory: Directory) -> bool:
    """Whether a count is that of the whole line, its own or one that holds it."""
    figure: Figure = claim.content
    if place_of(claim, directory) != line.get("place") or figure.metric != line.get("metric"):
        return False
    if figure.population == line.get("population"):
        return figure.nationality == line.get("nationality")
    return not figure.part and not figure.nationality and is_whole(figure.metric, figure.population)


def relate_figures(claim: Claim, other: Claim, within: Within) -> Relation:
    """How `claim`, which is not the earlier, bears on `other`."""
    mine: Figure = claim.content
    theirs: Figure = other.content
    if claim.modality is Modality.DENIED:
        return _relate_denial(mine.amount, theirs.amount, within)
    if Modality.DENIED is other.modality:
        return Relation.NONE
    if within.is_inner:
        is_share = mine.part and not theirs.part  # "33 of these people" are not another's 33 in all
        return (
            Relation.PART
            if is_share and mine.amount == theirs.amount
            else _relate_inner(mine.amount, theirs.amount, within)
        )
    if within.is_outer:
        return _relate_outer(mine.amount, theirs.amount, within)
    if not within.is_same:
        return _relate_siblings(mine.amount, theirs.amount)
    return (
        _relate_subset(claim, other, within) or _relate_incidents(claim, other) or _relate_counts(mine, theirs, within)
    )


def _relate_denial(mine: Amount, theirs: Amount, within: Within) -> Relation:
    """ "The ministry denied that 40 had died" says nothing against 26."""
    return Relation.DENIES if mine.overlaps(theirs) and not within.is_inner else Relation.NONE


def _relate_subset(claim: Claim, other: Claim, within: Within) -> Relation | None:
    """Of "26 were killed, ten of them by fire" the ten lie within the 26, here and where the same voice is heard."""
    mine: Figure = claim.content
    theirs: Figure = other.content
    if not theirs.amount.above(mine.amount) or not mine.part or theirs.part:
        return None
    is_one_voice = within.same_origin or (within.may_be_same and claim.document == other.document)
    is_told_within = is_one_voice and (claim.document == other.document or mine.population == _ALL)
    return Relation.PART if is_told_within else None


def _relate_incidents(claim: Claim, other: Claim) -> Relation | None:
    """What one incident did is a part of the running toll, and no rival of what another incident did. Where it is most of
    that, the toll may be its own: one article has the dead of "the crisis", the next of "Sunday's blasts".
    """
    mine: Figure = claim.content
    theirs: Figure = other.content
    if "incident" not in (mine.scope, theirs.scope) or not theirs.amount.above(mine.amount):
        return None
    if mine.scope != theirs.scope:
        is_share = mine.scope == "incident" and theirs.amount.low > _FAR_ABOVE * max(mine.amount.low, 1)
        return Relation.PART if is_share else None
    apart = claim.as_of and other.as_of and not claim.as_of.overlaps(other.as_of)
    return Relation.PART if apart else None


def _relate_counts(mine: Figure, theirs: Figure, within: Within) -> Relation:
    """Two counts of the same people in the same place."""
    new, old = mine.amount, theirs.amount
    if new == old:
        return Relation.AGREES
    if new.within(old):
        return Relation.UPDATES if within.is_later and _outgrows(new, old) else Relation.REFINES
    is_behind = not within.same_origin and _is_left_behind(new, old)
    if old.within(new) and not is_behind:
        return Relation.AGREES
    if (new.overlaps(old) and not is_behind) or _touch(new, old):
        return Relation.UPDATES if within.is_later and new.low > old.low else Relation.AGREES
    if within.is_later and mine.metric in load("weighing")["stocks"]["metrics"]:
        return Relation.UPDATES
    return _relate_higher(within) if new.above(old) else _relate_lower(within)


def _touch(new: Amount, old: Amount) -> bool:
    """Whether two rough counts are on either side of one round number: "nearly 5,000" and "more than 5,000"."""
    if new.is_exact or old.is_exact:
        return False
    low, high = sorted((new, old), key=lambda amount: amount.low)
    return low.high is not None and high.low - low.high == 1


def _is_left_behind(new: Amount, old: Amount) -> bool:
    """ "More than 113" agrees with no "more than 500", though no number contradicts both."""
    return new.high is None and old.low > _FAR_ABOVE * max(new.low, 1)


def _outgrows(new: Amount, old: Amount) -> bool:
    """Whether a later count is no closer wording of "at least 18" but a new number of its own."""
    return old.high is None and new.low > old.low * _ROUNDING


def _relate_higher(within: Within) -> Relation:
    if within.is_later or within.same_origin or within.may_be_same:
        return Relation.UPDATES
    return Relation.CONTRADICTS


def _relate_lower(within: Within) -> Relation:
    if within.is_later:
        return Relation.CORRECTS if within.same_origin else Relation.CONTRADICTS
    return Relation.NONE if within.same_origin or within.may_be_same else Relation.CONTRADICTS


def _relate_inner(mine: Amount, theirs: Amount, within: Within) -> Relation:
    """A count of a part of them, against a count of all."""
    if mine.above(theirs):
        return _relate_higher(within)
    if mine == theirs:
        return Relation.AGREES
    if within.is_whole and mine.within(theirs):
        return Relation.REFINES
    return Relation.PART


def _relate_outer(mine: Amount, theirs: Amount, within: Within) -> Relation:
    """A count of all, against what was known of a part: it can only be higher."""
    if mine == theirs or (within.is_whole and theirs.within(mine)):
        return Relation.AGREES
    return _relate_lower(within) if theirs.above(mine) else Relation.UPDATES


def _relate_siblings(mine: Amount, theirs: Amount) -> Relation:
    """Counts of two parts of one whole."""
    return Relation.UPDATES if mine.above(theirs) else Relation.PART


def figure_value(claims: Sequence[Claim], replaced: Sequence[Claim]) -> Mapping[str, Any]:
    figure: Figure = claims[0].content
    return {"low": figure.low, "high": figure.high}


def figure_amount(claim: Claim) -> Amount | None:
    figure: Figure = claim.content
    return figure.amount


def figure_least(claim: Claim) -> int | None:
    """The lowest number that its words allow, as cautious coders take them: `dozens` 12, `hundreds` 100."""
    figure: Figure = claim.content
    if figure.amount.is_exact:
        return figure.low
    words = f" {figure.text.casefold()} "
    fitting = [number for phrase, number in load("en/numbers")["least"].items() if f" {phrase} " in words]
    return min(figure.low, max(fitting, default=figure.low))


def figure_is_growing(line: Line) -> bool:
    """Whether it is a toll, of which each later count holds the earlier ones."""
    return line.get("metric") not in load("weighing")["stocks"]["metrics"]


def figure_is_share(claim: Claim) -> bool:
    figure: Figure = claim.content
    return figure.part


def figure_is_roving(line: Line) -> bool:
    """Whether it counts people wherever they are found: no fewer are in the whole than in any part."""
    return line.get("metric") in load("weighing")["roving"]["metrics"]


def figure_at_least(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Of the whole one knows from a part only that it is not less."""
    return {"low": value["low"], "high": None}


def figure_total(
    values: Mapping[Line, Mapping[str, Any]], directory: Directory
) -> tuple[Mapping[str, Any], frozenset[Line]] | None:
    """What counts that have nobody in common add up to: the least that the whole can be. None where fewer than two do.

    The largest counts are taken first, and each further one that overlaps with none taken.
    """
    taken: list[Line] = []
    if any(line.get("metric") in load("weighing")["unsummed"]["metrics"] for line in values):
        return None
    largest = sorted(values, key=lambda line: (-(values[line].get("low") or 0), str(line)))
    for line in largest[:_MOST_SUMMED]:
        if values[line].get("low") and all(_nobody_in_both(line, other, directory) for other in taken):
            taken.append(line)
    if len(taken) < 2:
        return None
    return {"low": sum(values[line]["low"] for line in taken), "high": None}, frozenset(taken)


def _nobody_in_both(one: Line, other: Line, directory: Directory) -> bool:
    nation, nations = one.get("nationality"), other.get("nationality")
    if nation and nations and nation != nations:
        return True
    if _are_apart_places(one.get("place"), other.get("place"), directory):
        return True
    return are_apart(one.get("population") or _ALL, other.get("population") or _ALL)


def _are_apart_places(here: str | None, there: str | None, directory: Directory) -> bool:
    if not here or not there or here == there:
        return False
    return here not in places_around(there, directory) and there not in places_around(here, directory)


def say_figure(content: Any) -> str:
    """One phrase: `26 protesters killed`, `dozens of rioters killed`, `161 killed` where no word tells of whom."""
    figure: Figure = content
    metric = figure.metric.replace("_", " ")
    label = _beyond(figure.text, figure.label)
    if not label or label.casefold() in {metric, *load("en/metrics").get(figure.metric, {}).get("attribute", ())}:
        return f"{figure.text} {metric}"
    of = "" if figure.text[-1:].isdigit() else "of "
    return f"{figure.text} {of if _needs_of(figure.text) else ''}{label} {metric}"


def _beyond(text: str, label: str) -> str:
    """What a label adds to the number: of "at least six" and "least six people" the people."""
    number, words = text.split(), label.split()
    shared = next((n for n in range(len(words), 0, -1) if number[-n:] == words[:n]), 0)
    return " ".join(words[shared:])


def _needs_of(text: str) -> bool:
    return text.casefold().rstrip().endswith(("dozens", "scores", "hundreds", "thousands", "millions"))


def say_amount(value: Mapping[str, Any]) -> str:
    """A count in words: `26`, `at least 18`, `24 to 99`, `up to 20`."""
    if value.get("best") is not None and (value["low"], value["high"]) != (value["best"], value["best"]):
        return f"{say_amount({**value, 'best': None})}, best {value['best']:,}"
    low, high = value.get("low"), value.get("high")
    if low is None:
        return "no count"
    if high is None:
        return f"at least {low:,}"
    if low == high:
        return f"{low:,}"
    return f"{low:,} to {high:,}" if low else f"up to {high:,}"


def say_figure_line(line: Line, directory: Directory) -> str:
    """`killed, security forces, Kazakhstan`; nationals as `injured, foreigners (KR), Kazakhstan`."""
    nation = line.get("nationality")
    population = say_field(line.get("population") or _ALL, directory) + (f" ({nation})" if nation else "")
    words = [say_field(line.get("metric") or "", directory), population]
    place = line.get("place")
    return ", ".join(words + ([say_field(place, directory)] if place else []))
