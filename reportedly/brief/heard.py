"""Who the voices are, through whom they reach us, and which article merely repeats which.

In: findings with their origins, claims with their chains, articles with their copies. Out: rows for a reader: "interior
ministry: 9 findings in 14 articles, through the state agency and AFP".
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportedly.brief.briefing import Article, Heard, Kin, Repeat
from reportedly.brief.rows import Desk
from reportedly.model import Finding, Origin, VoiceRole

_MOST_THROUGH = 6
_BONDS = ("rewritten", "later word", "doubtful")


class _Key(NamedTuple):
    entity: str | None
    name: str
    side: str | None


def voices(findings: Iterable[Finding], desk: Desk) -> tuple[Heard, ...]:
    """The origins of all findings, the one behind most of them first; an article's own word is none."""
    count: Counter[_Key] = Counter()
    documents: dict[_Key, set[str]] = defaultdict(set)
    for finding in findings:
        for origin in finding.origins:
            if origin.entity or _is_unnamed(origin):
                key = _Key(origin.entity, origin.name, origin.side)
                count[key] += 1
                documents[key] |= set(origin.documents)
    through = _carriers(desk)
    ordered = sorted(count, key=lambda key: (-count[key], -len(documents[key]), key.name, key.entity or ""))
    return tuple(
        Heard(
            name=key.name,
            entity=key.entity,
            side=key.side,
            findings=count[key],
            documents=tuple(sorted(documents[key])),
            through=through.get(key.entity or "", ()),
        )
        for key in ordered
    )


def _is_unnamed(origin: Origin) -> bool:
    """Whether it is a voice without a name ("witnesses"), and no article's own word."""
    return origin.side is None or origin.side.startswith("unnamed:")


def _carriers(desk: Desk) -> Mapping[str, tuple[str, ...]]:
    """For each speaker the agencies and media that passed its word on, the busiest first."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in desk.claims.values():
        entities = [desk.directory.entity_of(claim.document, voice.mention) for voice in claim.attribution]
        carriers = [
            entity.name if entity else voice.name
            for entity, voice in zip(entities[1:], claim.attribution[1:], strict=True)
            if voice.role is not VoiceRole.SPEAKER
        ]
        for entity, voice in zip(entities, claim.attribution, strict=True):
            if entity and (voice.role is VoiceRole.SPEAKER or voice is claim.attribution[0]):
                told[entity.id].update(carriers)
    return {
        id: tuple(sorted(names, key=lambda name: (-names[name], name))[:_MOST_THROUGH]) for id, names in told.items()
    }


def repeats(articles: Iterable[Article], kin: Sequence[Kin] = ()) -> tuple[Repeat, ...]:
    """Each article that is mostly an earlier one's text, beside the earliest that it shares it with; then those that only go
    back to an earlier one, and those that may.
    """
    by_id = {article.id: article for article in articles}

    def age(id: str) -> tuple[object, ...]:
        published = by_id[id].published
        return (published is None, str(published or ""), by_id[id].source, id)

    found: dict[str, Repeat] = {}
    for article in by_id.values():
        family = sorted({article.id, *(copy for copy in article.copies if copy in by_id)}, key=age)
        if family[0] != article.id:
            found[article.id] = Repeat(document=article.id, of=family[0])
    for how in _BONDS:
        akin = [each for each in kin if each.how == how and {each.first, each.second} <= by_id.keys()]
        for each in sorted(akin, key=lambda each: sorted(map(age, each[:2]))):
            of, document = sorted(each[:2], key=age)
            found.setdefault(document, Repeat(document=document, of=of, how=how, because=each.because))
    order = ("copy", *_BONDS)
    return tuple(
        sorted(found.values(), key=lambda repeat: (order.index(repeat.how), age(repeat.of), age(repeat.document)))
    )
