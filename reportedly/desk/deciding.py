"""What an analyst asks to be decided, as a `Decision` that holds: anchored to the text or to names, checked before it is kept.

In: the words of a request ("amend c-7f3a low=19 speaker='interior ministry'") and the books. Out: a decision that changes
something in them, or a DecisionError that says what is wrong and what can be written. An anchor is a stretch of a document and
a kind, a name is what the articles write, so that both outlive every new reading.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from reportedly.decisions import ABOUT_CLAIMS, CLAIM_FIELDS, UNDO, amend, bears, live
from reportedly.desk.books import Books
from reportedly.errors import DecisionError, UnknownIdError
from reportedly.model import Claim, Decision, Entity, EntityKind, Mention, VoiceRole

ACTIONS = ("same", "different", "split", *ABOUT_CLAIMS, UNDO)
_BODIES = (EntityKind.ORGANISATION, EntityKind.OUTLET, EntityKind.AGENCY)
_SPEAKER, _PLACE = "speaker", "place"


def decision_of(
    action: str,
    targets: Sequence[str],
    changes: Mapping[str, Any],
    *,
    reason: str,
    author: str,
    decided_at: str,
    books: Books,
) -> Decision:
    """The decision, ready to be recorded. `targets` are ids or names as the action wants them. Raises DecisionError."""
    if not reason.strip():
        raise DecisionError("a decision needs its reason", cure="say why: what you saw, and where")
    target, change = _asked(action, targets, changes, books)
    words = json.dumps([action, target, change, reason, author, decided_at], ensure_ascii=True, sort_keys=True)
    return Decision(
        id="x-" + hashlib.sha256(words.encode()).hexdigest()[:12],
        action=action,
        target=target,
        change=change,
        reason=reason.strip(),
        author=author,
        decided_at=decided_at,
    )


def _asked(
    action: str, targets: Sequence[str], changes: Mapping[str, Any], books: Books
) -> tuple[dict[str, Any], dict[str, Any]]:
    if changes and action not in ("amend", "pin"):
        raise DecisionError(f"{action} sets no field", cure="leave --set out, or amend the claim")
    if action == "split":
        return _split(targets, books), {}
    if action in ("same", "different"):
        return _names(action, targets, books), {}
    if len(targets) != 1:
        raise DecisionError(f"{action} wants one id", cure=f"{action} ID")
    if action == UNDO:
        return {"decision": _decision_named(targets[0], books).id}, {}
    return _about_claim(action, targets[0], changes, books)


def _about_claim(
    action: str, id: str, changes: Mapping[str, Any], books: Books
) -> tuple[dict[str, Any], dict[str, Any]]:
    claim = books.claims_by_id.get(id)
    if claim is None:
        raise UnknownIdError(
            "no claim has that id", place=id, cure="`why` lists the claims of a line, each with its id"
        )
    if action == "amend" and not changes:
        raise DecisionError("amend sets nothing", place=id, cure=f"--set FIELD=VALUE with one of: {_settable(claim)}")
    change = {name: _value(name, value, claim, books) for name, value in sorted(changes.items())}
    named = {
        f"{name}_name": said for name, said in changes.items() if _is_name(said) and f"{name}_name" in _fields(claim)
    }
    change = {("attribution" if name == _SPEAKER else name): value for name, value in {**named, **change}.items()}
    target = {"document": claim.document, "start": claim.span.start, "end": claim.span.end, "kind": claim.kind}
    twins = [c for c in books.claims if (c.document, c.span, c.kind) == (claim.document, claim.span, claim.kind)]
    target |= {"id": claim.id} if len(twins) > 1 else {}
    _try(action, target, change, claim)
    return target, change


def _try(action: str, target: Mapping[str, Any], change: Mapping[str, Any], claim: Claim) -> None:
    """Raises DecisionError where the claim cannot be changed so."""
    trial = Decision(id="", action=action, target=target, change=change, reason="", author="", decided_at="")
    for lost in amend([claim], [trial]).lost:
        reason = lost.reason.removeprefix("it cannot be applied: ")
        raise DecisionError(reason, place=claim.id, cure=f"what can be set: {_settable(claim)}")


def _settable(claim: Claim) -> str:
    content = (field.name for field in fields(claim.content) if not field.name.endswith("_name"))
    return ", ".join([*content, *(name for name in CLAIM_FIELDS if name != "attribution"), _SPEAKER])


def _value(name: str, value: Any, claim: Claim, books: Books) -> Any:
    """A field's value as it is kept; a name becomes the place in the article where it stands."""
    if name == _SPEAKER:
        return _chain(value, claim, books)
    if isinstance(value, str) and (name == _PLACE or _is_span(claim, name)):
        return list(_mention_named(value, claim, books).span)
    return value


def _is_name(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _fields(claim: Claim) -> set[str]:
    return {field.name for field in fields(claim.content)}


def _is_span(claim: Claim, name: str) -> bool:
    return any(field.name == name and "Span" in str(field.type) for field in fields(claim.content))


def _chain(name: str | None, claim: Claim, books: Books) -> list[dict[str, Any]]:
    """The chain of voices with another first speaker; whoever only carried it stays."""
    carriers = [voice for voice in claim.attribution if voice.role is not VoiceRole.SPEAKER]
    kept = [
        {"name": v.name, "role": v.role.value, "cue": v.cue, "mention": list(v.mention) if v.mention else None}
        for v in carriers
    ]
    if name is None:
        return kept
    mention = _mention_named(str(name), claim, books)
    return [{"name": mention.name, "role": "speaker", "cue": None, "mention": list(mention.span)}, *kept]


def _mention_named(name: str, claim: Claim, books: Books) -> Mention:
    """Where the claim's article names somebody so, the nearest to the claim. Raises DecisionError."""
    mentions = list(books.view.mentions(document=claim.document))
    entities = {m.span: entity for m in mentions if (entity := books.directory.entity_of(m.document, m.span))}
    wanted = name.casefold()
    named = [m for m in mentions if m.text and wanted in _names_of(m, entities.get(m.span))]
    if not named:
        known = sorted({m.name for m in mentions if m.text})
        near = [each for each in known if wanted in each.casefold() or each.casefold() in wanted] or known
        raise DecisionError(f"its article names nobody and nothing {name!r}", cure=f"it names: {', '.join(near[:12])}")
    return min(named, key=lambda m: (abs(m.span.start - claim.span.start), m.span))


def _names_of(mention: Mention, entity: Entity | None) -> set[str]:
    names = (mention.text, mention.name, *((entity.name, *entity.aliases) if entity else ()))
    return {each.casefold().removeprefix("the ") for each in names} | {each.casefold() for each in names}


def _names(action: str, targets: Sequence[str], books: Books) -> dict[str, Any]:
    if len(targets) != 2:
        raise DecisionError(f"{action} wants two names", cure=f'{action} "NAME" "OTHER NAME"')
    found = [_entity_named(target, books) for target in targets]
    one, other = found
    kinds = {entity.kind for entity in found}
    if action == "same" and len(kinds) > 1 and not kinds <= set(_BODIES):
        raise DecisionError(
            f"{one.name} is read as a {one.kind}, {other.name} as a {other.kind}",
            cure="names of two kinds cannot be one; amend the claims that rest on the wrong one",
        )
    if action == "same" and one.id == other.id:
        raise DecisionError(f"they are one already: {one.name}", cure=f"look at it with: why {one.id}")
    if action == "different" and one.id != other.id:
        raise DecisionError("they are two already", cure=f"look at them with: why {one.id}, why {other.id}")
    return {"names": [_lasting(target, entity, books) for target, entity in zip(targets, found, strict=True)]}


def _split(targets: Sequence[str], books: Books) -> dict[str, Any]:
    """A name's spellings that leave it: from each of the others they are told apart."""
    if len(targets) < 2:
        raise DecisionError("split wants a name and the spellings that leave it", cure='split "NAME" "SPELLING"...')
    entity = _entity_named(targets[0], books)
    spellings = [*dict.fromkeys((entity.name, *entity.aliases))]
    leaving = [spelling for spelling in spellings if spelling.casefold() in {t.casefold() for t in targets[1:]}]
    unknown = [t for t in targets[1:] if t.casefold() not in {spelling.casefold() for spelling in spellings}]
    staying = [spelling for spelling in spellings if spelling not in leaving]
    if unknown:
        raise DecisionError(
            f"{entity.name} is not spelled {unknown[0]!r}", cure=f"its spellings: {', '.join(spellings)}"
        )
    if not staying:
        raise DecisionError("no spelling would stay", cure=f"name fewer of: {', '.join(spellings)}")
    return {"names": leaving, "from": staying}


def _lasting(target: str, entity: Entity, books: Books) -> str:
    """A name as the articles write it, which outlives new readings; the id where several bear the name."""
    name = entity.name if target == entity.id or entity.id.startswith(target) else target
    return name if len([e for e in books.directory.entities if bears(e, name)]) == 1 else entity.id


def _entity_named(target: str, books: Books) -> Entity:
    """The entity of that id, beginning of an id, or name. Raises DecisionError where several bear it, UnknownIdError."""
    if target in books.directory.by_id:
        return books.directory.by_id[target]
    found = [e for e in books.directory.entities if bears(e, target)]
    found = found or [e for e in books.directory.entities if len(target) > 4 and e.id.startswith(target)]
    if len(found) > 1:
        told = ", ".join(f"{e.id} ({e.kind}, {len(e.mentions)} mentions)" for e in found[:6])
        raise DecisionError(f"{len(found)} bear the name {target!r}", cure=f"give an id: {told}")
    if not found:
        raise UnknownIdError("nobody here bears that name", place=target, cure="`reportedly names DESK` lists them")
    return found[0]


def _decision_named(beginning: str, books: Books) -> Decision:
    decisions = tuple(books.view.decisions())
    found = [decision for decision in decisions if decision.id.startswith(beginning)]
    if len(found) != 1:
        raise UnknownIdError(
            f"{len(found) or 'no'} decisions begin so", place=beginning, cure="`reportedly decisions` lists them"
        )
    if is_undone(found[0], decisions):
        raise DecisionError("it is undone already", place=found[0].id, cure="undo the undoing to bring it back")
    return found[0]


def is_undone(decision: Decision, decisions: Iterable[Decision]) -> bool:
    """Whether it is out of force: an undoing is so where it is itself undone."""
    held = tuple(decisions)
    if decision.action != UNDO:
        return decision not in live(held)
    return any(d.action == UNDO and d.target.get("decision") == decision.id and not is_undone(d, held) for d in held)
