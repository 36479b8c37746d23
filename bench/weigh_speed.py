"""How long weighing takes: seconds for so many invented claims, spread over lines, places, speakers and days.

python bench/weigh_speed.py [CLAIMS]
"""

import random
import sys
import time

from weigh_gold import plain_kinds

from reportedly.claims.figure.content import Figure
from reportedly.model import Basis, Claim, Dating, Directory, Entity, EntityKind, Modality, Span, Voice, VoiceRole
from reportedly.weigh import weigh
from reportedly.when import parse_when

_METRICS = ("killed", "injured", "missing", "detained", "displaced")
_POPULATIONS = ("people", "protesters", "security_forces", "soldiers", "children", "civilians")

_FAR = 0.3
"""Of so many claims the place is named far off, in a dateline."""


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    chance = random.Random(7)
    mentions: dict[str, list[tuple[str, Span]]] = {}
    claims = [_claim(number, chance, mentions) for number in range(count)]
    places = {f"p{n}" for n in range(40)}
    entities = [
        Entity(
            id=id,
            kind=EntityKind.PLACE if id in places else EntityKind.ORGANISATION,
            name=id,
            aliases=(),
            country=None,
            side="state:XX" if id in ("v1", "v2") else None,
            within=("p0",) if id in places and id != "p0" else (),
            mentions=tuple(told),
        )
        for id, told in mentions.items()
    ]
    days = {f"d{n}": parse_when(f"2031-01-{n % 28 + 1:02}") for n in range(count // 10 + 1)}
    datings = {id: Dating(document=id, published=day, basis=Basis.TEXT, note="") for id, day in days.items()}
    start = time.perf_counter()
    findings = weigh(claims, Directory(tuple(entities)), datings, kinds=plain_kinds().values())
    print(f"{count} claims, {len(findings)} findings, {time.perf_counter() - start:.2f} s")


def _claim(number: int, chance: random.Random, mentions: dict[str, list[tuple[str, Span]]]) -> Claim:
    document, at = f"d{number // 10}", (number % 10) * 10
    place = f"p{int(chance.random() ** 3 * 40)}"
    voice = f"v{int(chance.random() ** 2 * 30)}"
    named = at + (10_000 if chance.random() < _FAR else 0)
    mentions.setdefault(place, []).append((document, Span(named, named + 1)))
    mentions.setdefault(voice, []).append((document, Span(at + 1, at + 2)))
    low = chance.randrange(1, 500)
    day = parse_when(f"2031-01-{chance.randrange(1, 28):02}")
    said = (Voice(name=voice, role=VoiceRole.SPEAKER, mention=Span(at + 1, at + 2)),) if chance.random() < 0.7 else ()
    return Claim(
        id=f"c{number}",
        kind="figure",
        document=document,
        span=Span(at, at + 5),
        quote="",
        attribution=said,
        modality=Modality.ASSERTED,
        said_on=None,
        as_of=day if chance.random() < 0.6 else None,
        when=None,
        place=Span(named, named + 1),
        background=False,
        content=Figure(
            metric=chance.choice(_METRICS),
            population=chance.choice(_POPULATIONS),
            label="",
            low=low,
            high=chance.choice((low, None)),
            text=str(low),
            scope="cumulative",
        ),
    )


if __name__ == "__main__":
    main()
