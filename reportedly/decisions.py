"""An analyst's corrections as pure functions: claims in, claims as corrected out.

A decision is anchored to what was read, not to a row: {document, start, end, kind}, and `id` where two claims share
that stretch. So it holds through every new reading, and where its anchor is gone it is listed as lost, never dropped:
"reject the figure at d-19 412-448: the sentence quotes a film".
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from reportedly.lexicon.spelling import fold
from reportedly.model import Claim, Decision, Directory, Entity, Modality, Span, Voice, VoiceRole
from reportedly.when import parse_when

ABOUT_CLAIMS = ("reject", "amend", "pin")
ABOUT_NAMES = ("same", "different", "split")
UNDO = "undo"

type _Anchor = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A decision that changes nothing now, and why."""

    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """The claims as corrected, in the order given, and the decisions that found nothing to correct."""

    claims: tuple[Claim, ...]
    lost: tuple[Lost, ...]


def live(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions in force, the earliest first: not undone, or their undoing itself undone. Undoings are left out.

    An undoing targets {decision: ID} and acts only on what was decided before it.
    """
    undone: set[str] = set()
    held = []
    for decision in reversed(_in_order(decisions)):
        if decision.id in undone:
            continue
        if decision.action == UNDO:
            undone.add(str(decision.target.get("decision")))
        else:
            held.append(decision)
    return tuple(reversed(held))


def about_names(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The judgements in force that two names are the same or different; linking takes them."""
    return tuple(decision for decision in live(decisions) if decision.action in ABOUT_NAMES)


def amend(claims: Iterable[Claim], decisions: Iterable[Decision]) -> Amended:
    """The claims as the decisions in force leave them; of two on one field the later has the last word.

    `reject` takes a claim out until it is undone. `amend` sets fields, of the claim (CLAIM_FIELDS) or of
    its content. `pin` does the same and may set nothing: an analyst checked the claim.
    """
    corrections = [decision for decision in live(decisions) if decision.action in ABOUT_CLAIMS]
    by_anchor: dict[_Anchor, list[Decision]] = {}
    for decision in corrections:
        by_anchor.setdefault(_anchor_of(decision.target), []).append(decision)
    lost = {decision.id: _gone(decision) for decision in corrections}
    amended = [_corrected(claim, by_anchor.get(_anchor(claim), ()), lost) for claim in claims]
    return Amended(
        claims=tuple(claim for claim in amended if claim is not None),
        lost=tuple(lost[decision.id] for decision in corrections if decision.id in lost),
    )


def bears(entity: Entity, name: str) -> bool:
    """Whether an entity is called so, or has that id."""
    return entity.id == name or fold(name) in {fold(each) for each in (entity.name, *entity.aliases)}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, or ids, that a decision joins or parts."""

    one: str
    other: str
    is_same: bool
    decision: Decision


def pairs_of_names(decisions: Iterable[Decision]) -> tuple[Pair, ...]:
    """What the judgements on names join and part, a pair of names once: the later decision on it has the last word."""
    last: dict[frozenset[str], Pair] = {}
    for decision in decisions:
        for one, other in _pairs(decision) if decision.action in ABOUT_NAMES else ():
            pair = frozenset((fold(one), fold(other)))
            last.pop(pair, None)
            last[pair] = Pair(one, other, decision.action == "same", decision)
    return tuple(last.values())


def _pairs(decision: Decision) -> tuple[tuple[str, str], ...]:
    """Of a split each name that leaves with each that stays."""
    names = [str(name) for name in decision.target.get("names", decision.target.values())]
    if decision.action == "split":
        return tuple((name, str(other)) for name in names for other in decision.target.get("from", ()))
    return ((names[0], names[1]),) if len(names) > 1 else ()


def decided_so(decision: Decision) -> str:
    """Why two names are one, where somebody decided it; how a directory shows that it heeds the decision."""
    return f"{decision.author} decided so ({decision.reason})"


def lost_on_names(decisions: Iterable[Decision], directory: Directory) -> tuple[Lost, ...]:
    """The judgements on names in force that the directory does not show in any pair of names, each with the reason."""
    judgements = about_names(decisions)
    reasons: dict[str, list[str | None]] = {judgement.id: [] for judgement in judgements}
    for pair in pairs_of_names(judgements):
        reasons[pair.decision.id].append(_unheeded(pair, directory))
    return tuple(
        Lost(decision=judgement, reason=_why_lost(reasons[judgement.id]))
        for judgement in judgements
        if all(reasons[judgement.id])
    )


def _why_lost(reasons: list[str | None]) -> str:
    return next(filter(None, reasons), "a later decision on the same names has the last word")


def _unheeded(pair: Pair, directory: Directory) -> str | None:
    here, there = ({e.id for e in directory.entities if bears(e, name)} for name in (pair.one, pair.other))
    missing = next((name for name, ids in ((pair.one, here), (pair.other, there)) if not ids), None)
    if missing is not None and pair.is_same and _is_joined(pair, directory):
        return None  # of two ids that were joined one is no more
    if missing is not None:
        return f"no name on this desk is spelled {missing!r} any more"
    if pair.is_same and here.isdisjoint(there):
        return f"{pair.one!r} and {pair.other!r} are of two kinds, and stay apart"
    if not pair.is_same and here == there and len(here) == 1:
        return f"{pair.one!r} and {pair.other!r} are one name here in every article, and stay together"
    return None


def _is_joined(pair: Pair, directory: Directory) -> bool:
    """Whether one of the two is told to have been joined by this decision."""
    one_of_them = (e for e in directory.entities if bears(e, pair.one) or bears(e, pair.other))
    return any(because.endswith(decided_so(pair.decision)) for entity in one_of_them for because in entity.because)


def _corrected(claim: Claim, decisions: Iterable[Decision], lost: dict[str, Lost]) -> Claim | None:
    """The claim after its decisions, None where rejected; what applied is taken off `lost`."""
    corrected: Claim | None = claim
    for decision in decisions:
        if decision.target.get("id", claim.id) != claim.id:
            continue
        try:
            changed = _with(corrected or claim, decision.change)
        except (TypeError, ValueError) as error:
            lost[decision.id] = Lost(decision=decision, reason=f"it cannot be applied: {error}")
        else:
            corrected = None if corrected is None or decision.action == "reject" else changed
            lost.pop(decision.id, None)
    return corrected


def _with(claim: Claim, change: Mapping[str, Any]) -> Claim:
    """The claim with those fields set. Raises ValueError for a field that neither it nor its content has."""
    content_fields = {field.name for field in fields(claim.content)}
    unknown = sorted(change.keys() - content_fields - _PARSERS.keys())
    if unknown:
        raise ValueError(f"a {claim.kind} has no field {unknown[0]!r}")
    own = {name: _PARSERS[name](value) for name, value in change.items() if name not in content_fields}
    said = {
        name: _as_before(getattr(claim.content, name), value)
        for name, value in change.items()
        if name in content_fields
    }
    return replace(claim, content=replace(claim.content, **said), **own)


def _as_before(old: Any, new: Any) -> Any:
    """A new value of the old one's type, as far as JSON leaves a doubt. Raises TypeError where the types differ."""
    if isinstance(new, list):
        return Span(*new)
    if old is not None and new is not None and type(old) is not type(new):
        raise TypeError(f"{new!r} is no {type(old).__name__}")
    return new


def _optional(parse: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else parse(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false")
    return value


def _chain(value: Any) -> tuple[Voice, ...]:
    """Voices as JSON gives them: {name, role, cue, mention}."""
    return tuple(
        Voice(
            name=str(voice["name"]),
            role=VoiceRole(voice["role"]),
            cue=voice.get("cue"),
            mention=Span(*voice["mention"]) if voice.get("mention") else None,
        )
        for voice in value
    )


_PARSERS: Mapping[str, Callable[[Any], Any]] = {
    "modality": Modality,
    "said_on": _optional(parse_when),
    "as_of": _optional(parse_when),
    "when": _optional(parse_when),
    "place": _optional(lambda value: Span(*value)),
    "background": _flag,
    "attribution": _chain,
}
CLAIM_FIELDS = tuple(_PARSERS)
"""What can be set of any claim, beside the fields of its kind."""


def _in_order(decisions: Iterable[Decision]) -> list[Decision]:
    return sorted(decisions, key=lambda decision: (decision.decided_at, decision.id))


def _anchor(claim: Claim) -> _Anchor:
    return claim.document, str(claim.span.start), str(claim.span.end), claim.kind


def _anchor_of(target: Mapping[str, Any]) -> _Anchor:
    return str(target.get("document")), str(target.get("start")), str(target.get("end")), str(target.get("kind"))


def _gone(decision: Decision) -> Lost:
    document, start, end, kind = _anchor_of(decision.target)
    return Lost(decision=decision, reason=f"no {kind} is read at {document} {start}-{end} any more")
