"""Weighing alone, measured: gold claims in, gold findings wanted.

    python bench/weigh_gold.py [--misses] GOLD_DIR ...

Turns a gold ledger (figures, measures, safety, positions, events and parties as the exercises have them) into claims
and a directory, weighs them, and counts the cells of findings.json that come out: found, current, agreement, support,
starts, ends, daily. No article is read, so what is missed here no better reading would mend.
"""

import argparse
import json
import pathlib
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from reportedly import lexicon
from reportedly.claims import KINDS
from reportedly.claims.event.content import Event
from reportedly.claims.figure.content import Figure
from reportedly.claims.kind import Kind
from reportedly.claims.measure.content import Measure
from reportedly.claims.position.content import Position
from reportedly.claims.safety.content import Safety
from reportedly.lexicon.nations import country_named
from reportedly.model import (
    Basis,
    Claim,
    Dating,
    Directory,
    Entity,
    EntityKind,
    Finding,
    Modality,
    Span,
    Voice,
    VoiceRole,
)
from reportedly.weigh.findings import weigh
from reportedly.when import parse_when

GROUPS = {"figures": "figure", "measures": "measure", "positions": "position", "events": "event", "safety": "safety"}
CLASSES = frozenset(lexicon.load("en/populations")["classes"])
INSIDE = {  # what a gazetteer would say
    "Kazakhstan": ["Almaty", "Nur-Sultan", "Mangystau Region", "Zhanaozen"],
    "Mangystau Region": ["Zhanaozen"],
    "Madagascar": [
        *["Antananarivo", "Toamasina", "Antsirabe", "Mahajanga", "Antsiranana", "Ivato", "Ambohitsorohitra"],
        *["Analakely", "Place du 13 Mai", "Behoririka", "Nosy Be"],
    ],
    "Antananarivo": ["Ambohitsorohitra", "Analakely", "Place du 13 Mai", "Behoririka"],
    "Peru": [
        *["Lima", "Arequipa Region", "Arequipa", "Moquegua Region", "Caraveli", "Camana", "Chala", "Ilo", "Atico"],
        *["Ocona", "Marcona", "Tacna", "Cotahuasi", "Pisco", "Ancash"],
    ],
    "Arequipa Region": ["Arequipa", "Caraveli", "Camana", "Chala", "Atico", "Ocona", "Cotahuasi"],
    "Moquegua Region": ["Ilo"],
    "Nigeria": [
        *["Borno State", "Maiduguri", "Jere", "Kursari", "Monguno", "Gwange", "Rann", "Chibok", "Abuja", "Kano"],
        *["Adamawa State", "Yola", "Yobe State", "Damaturu", "Zamfara State"],
    ],
    "Borno State": ["Maiduguri", "Jere", "Kursari", "Monguno", "Gwange", "Rann", "Chibok"],
    "Maiduguri": ["Gwange"],
    "Adamawa State": ["Yola"],
    "Yobe State": ["Damaturu"],
    "Pakistan": [
        *["Karachi", "Karachi Cantonment Station", "Sohrab Goth", "Sindh", "Liaquatabad", "Nazimabad", "Orangi"],
        *["Surjani Town", "Lyari", "Wagah", "Islamabad", "Baluchistan", "Bohri Bazaar"],
    ],
    "Sindh": [
        *["Karachi", "Karachi Cantonment Station", "Sohrab Goth", "Liaquatabad", "Nazimabad", "Orangi"],
        *["Surjani Town", "Lyari", "Bohri Bazaar"],
    ],
    "Karachi": [
        *["Karachi Cantonment Station", "Sohrab Goth", "Liaquatabad", "Nazimabad", "Orangi", "Surjani Town", "Lyari"],
        "Bohri Bazaar",
    ],
    "Philippines": [
        *["Visayas", "Cebu", "Cebu City", "Bogo", "Daanbantayan", "Malapascua", "Medellin", "Bantayan", "Masbate"],
        *["Cataingan", "Cawayan", "Leyte", "Ormoc", "Tacloban", "Manila"],
    ],
    "Cebu": ["Cebu City", "Bogo", "Daanbantayan", "Malapascua", "Medellin", "Bantayan"],
    "Masbate": ["Cataingan", "Cawayan"],
    "Leyte": ["Ormoc", "Tacloban"],
    "Macedonia": [
        *["Skopje", "Saraj", "Clinical Centre", "Tetovo", "Gostivar", "Blace", "Jazince", "Zelino", "Petrovec airport"],
    ],
    "Skopje": ["Saraj", "Clinical Centre"],
}
SPEAKS_FOR = {  # whose side those are whose key does not say so
    "state:KZ": ["tokayev", "azirbek", "almaty-military-headquarters", "khabar-24"],
    "state:MG": [
        *["rabearimanga", "ratsimbaharison", "rakotonjanahary", "randrianjafy", "ratovonirina", "rasoamiaramanana"],
        *["botozafy", "ravelontsoa", "betsimiray", "madagascar-government", "ministry-man", "tvm"],
    ],
    "state:PE": ["tafur", "ccori", "indeci", "inpe", "igp", "ilo-port-captain", "peru", "tv-peru"],
    "state:PK": [
        *["magsi", "karachi-police", "durrani", "sindh-home-department", "sindh-authorities", "pk-authorities"],
        *["pakistan", "tiwana", "talpur", "rangers", "awan", "radio-pakistan", "daultana"],
    ],
    "edhi": ["qasmani"],
    "sht": ["zuberi"],
    "state:PH": [
        *[
            "velarde",
            "pilapil",
            "quimpo",
            "magsino",
            "palace",
            "alcoba",
            "dotr",
            "ligutan",
            "tugade",
            "oporto",
            "ybasco",
        ],
        *[
            "bogo-hospital",
            "cebu-governor",
            "sinining",
            "torrevillas",
            "banares",
            "cidg",
            "cebu-pdrrmo",
            "ndrrmc",
            "marina",
        ],
        *["dfa", "port-officials", "port-manager", "escandor"],
    ],
    "state:NG": [
        *["borno-police", "yobe-police", "police-source", "senior-officer", "military-source", "sema", "nema", "jtf"],
        *["dhq", "dss", "presidency", "borno-government", "cjtf", "ncc", "faan", "nigeria", "umth", "university"],
    ],
    "state:MK": [
        *["temelkovski", "arsova", "damevski", "crisis-body", "prime-minister-office", "tigers", "donevski", "judge"],
        *["clinical-centre", "spasovska", "radio-skopje"],
    ],
    "daanbay": ["dumalagan"],
    "omlp": ["andriamihaja", "razanadrasoa"],
    "hjra": ["ramanitrarivo", "hjra-administrator"],
    "regional-government": ["machaca"],
    "ftms": ["yucra"],
}


BODIES = {  # through whom a body speaks, as a reading of the chain would have it
    "ph-coast-guard": ["velarde"],
    "cebu-pdrrmo": ["quimpo"],
    "indeci": ["ccori"],
    "mg-interior-ministry": ["ratovonirina", "rakotonjanahary"],
    "omlp": ["andriamihaja", "razanadrasoa"],
    "hjra": ["ramanitrarivo", "hjra-administrator"],
    "regional-government": ["machaca"],
    "ftms": ["yucra"],
    "karachi-police": ["magsi"],
    "sindh-home-department": ["durrani"],
    "rangers": ["awan"],
    "edhi": ["qasmani"],
    "sht": ["zuberi"],
    "borno-police": ["nggada", "bwalatum"],
    "umth": ["dalorima"],
    "dhq": ["oluwajana"],
    "cjtf": ["ashemi"],
    "sema": ["bolorima"],
    "nema": ["lasheni"],
    "presidency": ["nwaturu"],
    "san": ["vandi"],
    "university": ["bukarti"],
    "clinical-centre": ["spasovska"],
    "mk-interior-ministry": ["temelkovski", "arsova"],
}


def plain_kinds() -> Mapping[str, Kind]:
    """The kinds by name."""
    return {kind.name: kind for kind in KINDS}


class Ledger(NamedTuple):
    """A gold ledger as weighing takes it."""

    claims: tuple[Claim, ...]
    directory: Directory
    datings: Mapping[str, Dating]
    copies: Mapping[str, Sequence[str]]
    outlets: Mapping[str, str]

    def weigh(self) -> tuple[Finding, ...]:
        return weigh(
            self.claims,
            self.directory,
            self.datings,
            self.copies,
            self.outlets,
            kinds=plain_kinds().values(),
        )


def load(gold: pathlib.Path) -> Ledger:
    """The claims of a gold folder. A party is an entity of its own key; each claim has mentions of its own."""
    parties = json.loads((gold / "parties.json").read_text(encoding="utf-8"))
    articles = [
        data for path in sorted(gold.glob("*.json")) if "document" in (data := json.loads(path.read_text("utf-8")))
    ]
    mentions: dict[str, list[tuple[str, Span]]] = {key: [] for key in parties}
    nouns = _own_nouns(gold)
    claims = [
        _claim(kind, _with_own_noun(row, nouns), number, article, mentions)
        for article in articles
        for group, kind in GROUPS.items()
        for number, row in enumerate(article.get(group, ()))
    ]
    outlets = {article["document"]: f"outlet:{article['document']}" for article in articles}
    country = _main_country(articles)
    entities = [_entity(key, parties[key][0], tuple(mentions[key]), country) for key in parties]
    entities += [
        Entity(id=id, kind=EntityKind.OUTLET, name=id, aliases=(), country=None, side=None) for id in outlets.values()
    ]
    datings = {
        article["document"]: Dating(
            document=article["document"], published=parse_when(article["published"]), basis=Basis.TEXT, note="gold"
        )
        for article in articles
        if article["published"]
    }
    return Ledger(tuple(claims), Directory(tuple(entities)), datings, _copies(articles, gold), outlets)


def _main_country(articles: Sequence[Mapping[str, Any]]) -> str | None:
    """The country that most rows speak of; it holds the places that INSIDE does not know."""
    rows = (row for article in articles for group in GROUPS for row in article.get(group, ()))
    told = Counter(place for row in rows if (place := row.get("place")) and country_named(place))
    return min(told, key=lambda place: (-told[place], place), default=None)


def _entity(key: str, name: str, mentions: tuple[tuple[str, Span], ...], country: str | None) -> Entity:
    outer = tuple(
        sorted((place for place, inner in INSIDE.items() if key in inner), key=lambda place: len(INSIDE[place]))
    )
    if not outer and country and key[:1].isupper() and not country_named(key):
        outer = (country,)
    side = next((side for side, members in SPEAKS_FOR.items() if key in members), None)
    if not side and key[2:3] == "-" and key[:2].islower():
        side = f"state:{key[:2].upper()}"
    kind = EntityKind.PLACE if key[:1].isupper() else EntityKind.ORGANISATION
    kind = EntityKind.PERSON if any(key in persons for persons in BODIES.values()) else kind
    return Entity(id=key, kind=kind, name=name, aliases=(), country=None, side=side, within=outer, mentions=mentions)


def _claim(
    kind: str,
    row: Mapping[str, Any],
    number: int,
    article: Mapping[str, Any],
    mentions: dict[str, list[tuple[str, Span]]],
) -> Claim:
    document, start = article["document"], row.get("start", 0)
    base = 1_000_000 + (list(GROUPS.values()).index(kind) * 1000 + number) * 100

    def mention(key: str | None, at: int) -> Span | None:
        if key is None:
            return None
        span = Span(base + at, base + at + 1)
        mentions.setdefault(key, []).append((document, span))
        return span

    body = next((body for body, persons in BODIES.items() if row.get("speaker") in persons), None)
    voices = [(key, VoiceRole.SPEAKER) for key in (row.get("speaker"), body)] + [
        (key, VoiceRole.AGENCY) for key in row.get("channels", ())
    ]
    agencies = ("afp", "reuters", "pap", "tass", "ria", "interfax", "radio-misti", "mcp", "rpp", "ctk", "dyqv")
    attribution = tuple(
        Voice(name=key, role=VoiceRole.AGENCY if key in agencies else role, mention=mention(key, at))
        for at, (key, role) in enumerate(voices)
        if key
    )
    modality = Modality(row.get("modality", "denied" if row.get("status") == "denied" else "asserted"))
    return Claim(
        id=f"c-{document}-{kind}-{number}",
        kind=kind,
        document=document,
        span=Span(start, row.get("end", start)),
        quote=row["quote"],
        attribution=attribution,
        modality=modality,
        said_on=parse_when(row["said_on"]) if row.get("said_on") else None,
        as_of=parse_when(row["as_of"]) if kind == "figure" and row.get("as_of") else None,
        when=parse_when(row["when"]) if row.get("when") else None,
        place=mention(row.get("place"), 50),
        background=bool(row.get("background")),
        content=_content(kind, row, lambda key, at: mention(row.get(key), at)),
    )


def _content(kind: str, row: Mapping[str, Any], mention: Any) -> Any:
    if kind == "figure":
        return Figure(
            metric=row["metric"],
            population=row["population"],
            label=row["population"],
            low=row["low"],
            high=row["high"],
            text=str(row["low"]),
            scope="cumulative",
            part=bool(row.get("part")),
            nationality=row.get("nationality"),
        )
    if kind == "measure":
        dates = {field: row.get(field) for field in ("starts", "ends", "daily")}
        return Measure(measure=row["measure"], status=row["status"], **dates)
    if kind == "safety":
        return Safety(nationality=row["nationality"], status=row["status"])
    if kind == "position":
        parties = {"holder": mention("holder", 60), "target": mention("target", 61)}
        return Position(stance=row["stance"], holder_name=row["holder"], target_name=row.get("target"), **parties)
    parties = {"actor": mention("actor", 60), "recipient": mention("recipient", 61)}
    return Event(event=row["event"], actor_name=row.get("actor"), recipient_name=row.get("recipient"), **parties)


def _own_nouns(gold: pathlib.Path) -> frozenset[str]:
    """Populations beside the contract's classes of which the exercise keeps a line: hostages, passengers."""
    lines = [row["line"] for row in json.loads((gold / "findings.json").read_text(encoding="utf-8"))]
    return frozenset(line["population"] for line in lines if "population" in line) - CLASSES


def _with_own_noun(row: Mapping[str, Any], nouns: frozenset[str]) -> Mapping[str, Any]:
    """A figure of such a noun, which the contract's classes can only call people."""
    own = [noun for noun in row.get("population_also", ()) if noun in nouns]
    return {**row, "population": own[0]} if own and row["population"] == "people" else row


def _copies(articles: Sequence[Mapping[str, Any]], gold: pathlib.Path) -> Mapping[str, Sequence[str]]:
    """Articles of which most quoted sentences stand in another: enough to tell a copy in a gold ledger."""
    quotes = {article["document"]: {row["quote"] for row in article.get("figures", ())} for article in articles}
    return {
        one: [
            other for other in quotes if other != one and len(quotes[one] & quotes[other]) * 2 > len(quotes[other]) > 3
        ]
        for one in quotes
    }


def is_right(got: str, gold: Mapping[str, Any], slot: str) -> bool:
    return got in (gold[slot], *gold.get(f"{slot}_also", ()))


def is_same_range(value: Mapping[str, Any], low: int, high: int | None) -> bool:
    """The scorer's rule: equal bounds, a vague range overlapping by half, an open one with about the same floor."""
    got_low, got_high = value.get("low"), value.get("high")
    if got_low is None:
        return False
    if low == high:
        return bool(got_low == low and got_high in (high, None))
    if high is None or got_high is None:
        return high is None and got_high is None and abs(got_low - low) <= 1
    bottom, top = max(got_low, low), min(got_high, high)
    return bool(top >= bottom and (top - bottom) >= 0.5 * min(got_high - got_low, high - low))


def cells_of(gold: Mapping[str, Any], findings: Sequence[Finding]) -> Iterator[tuple[str, bool, Any]]:
    """For each cell of a gold finding whether it came out, and what did."""
    line = gold["line"]
    fitting = [
        finding
        for finding in findings
        if all(
            finding.line.get(key) == value or finding.line.get(key) in gold.get(f"{key}_also", ())
            for key, value in line.items()
        )
    ]
    found = max(
        fitting,
        key=lambda finding: (all(name in line for name, _ in finding.line.fields), len(finding.claims)),
        default=None,
    )
    yield "found", found is not None, None
    for slot in ("agreement", "support"):
        if gold.get(slot):
            yield (
                slot,
                bool(found and is_right(str(getattr(found, slot)), gold, slot)),
                found and str(getattr(found, slot)),
            )
    if gold.get("current"):
        yield "current", bool(found and is_same_range(found.current, *gold["current"])), found and dict(found.current)
    for slot in ("starts", "ends", "daily"):
        if gold.get(slot):
            got = found.current.get(slot) if found else None
            yield slot, got == gold[slot], got


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    arguments.add_argument("--misses", action="store_true", help="print what did not come out")
    arguments.add_argument("golds", nargs="+", type=pathlib.Path)
    chosen = arguments.parse_args()
    for gold in (gold for gold in chosen.golds if (gold / "findings.json").exists()):
        findings = load(gold).weigh()
        tally: dict[str, list[int]] = {}
        for row in json.loads((gold / "findings.json").read_text(encoding="utf-8")):
            for slot, ok, got in cells_of(row, findings) if not row.get("optional") else ():
                right, wanted = tally.setdefault(slot, [0, 0])
                tally[slot] = [right + ok, wanted + 1]
                if chosen.misses and not ok:
                    print("miss", slot, json.dumps(row["line"]), "wanted", row.get(slot), "got", got, file=sys.stderr)
        right, wanted = (sum(cells[n] for cells in tally.values()) for n in (0, 1))
        print(f"{gold}  {right}/{wanted} cells  " + "  ".join(f"{slot} {a}/{b}" for slot, (a, b) in tally.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
