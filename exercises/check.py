"""Check the exercises' gold ledgers, and fill in the offsets of their quotes.

    python exercises/check.py [--fill] [EXERCISE_DIR ...]

An author writes only `quote` (and `nth`, counted from 1, where the quote stands more than once in the article);
`--fill` looks the quote up and writes `start` and `end`, counted in code points. Without `--fill` nothing is written.
Every complaint names the file, the row and the cure; exit code 1 if there is any.
"""

import argparse
import json
import pathlib
import re
import sys

GROUPS = {"figures": "figure", "measures": "measure", "positions": "position", "events": "event", "safety": "safety"}
METRICS = {
    "killed",
    "injured",
    "missing",
    "trapped",
    "detained",
    "released",
    "rescued",
    "hospitalised",
    "displaced",
    "homeless",
    "evacuated",
    "deployed",
    "participants",
    "affected",
    "destroyed",
    "damaged",
}
POPULATIONS = {
    "people",
    "civilians",
    "protesters",
    "militants",
    "security_forces",
    "soldiers",
    "foreign_troops",
    "foreigners",
    "journalists",
    "officials",
    "children",
    "women",
    "men",
    "buildings",
    "vehicles",
    "homes",
}
MEASURES = {
    "state_of_emergency",
    "curfew",
    "assembly_ban",
    "border_closure",
    "entry_ban",
    "flight_suspension",
    "communications_shutdown",
    "shoot_order",
    "foreign_deployment",
    "security_operation",
    "government_dismissed",
    "authorised_departure",
    "evacuation_order",
    "shelter_advice",
    "rescue_operation",
    "warning",
    "mourning",
    "reward",
    "price_control",
    "sanction",
    "ceasefire",
}
STANCES = {
    "condemn",
    "condole",
    "express_concern",
    "appeal",
    "warn",
    "support",
    "reject",
    "deny",
    "accuse",
    "pledge",
    "question",
    "request",
    "claim_responsibility",
}
EVENTS = {
    "PROTEST",
    "ASSAULT",
    "COERCE",
    "MOBILIZE",
    "AID",
    "RETREAT",
    "SANCTION",
    "CONCEDE",
    "CONSULT",
    "AGREE",
    "SUPPORT",
    "COOPERATE",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "EQ",
    "FL",
    "TC",
    "VO",
    "LS",
    "DR",
    "EP",
    "FR",
    "WF",
    "TS",
    "AC",
    "CW",
    "HT",
    "SS",
    "ST",
    "MS",
    "FF",
    "AV",
    "TO",
    "IN",
}
SAFETY = {"unharmed", "harmed", "unknown", "advice", "authorised_departure", "evacuated"}
STATUSES = {"announced", "in_force", "extended", "lifted", "denied"}
REQUIRED = {
    "figures": "quote low high metric population place as_of speaker channels",
    "measures": "quote measure status place starts ends speaker",
    "positions": "quote holder stance target said_on",
    "events": "quote event actor recipient place when",
    "safety": "quote nationality status speaker",
}
PARTY_SLOTS = ("speaker", "place", "holder", "target", "actor", "recipient")
DATE_SLOTS = ("as_of", "said_on", "when", "starts", "ends")
EDTF = re.compile(r"(\.\./)?\d{4}(-\d\d(-\d\d)?)?[~?%]?(/(\.\.|\d{4}(-\d\d(-\d\d)?)?[~?%]?))?")


def places_of(quote, text):
    return [found.start() for found in re.finditer(re.escape(quote), text)]


def check_row(group, row, text, parties, fill):
    """Yield what is wrong with one gold row; with fill, set its offsets."""
    for field in REQUIRED[group].split():
        if field not in row:
            yield f"has no {field!r}: add it (null where the text does not say)"
    at = places_of(row.get("quote", ""), text)
    nth = row.get("nth")
    if not at:
        yield "quote is not in the article to the letter: copy it from the text"
        return
    if len(at) > 1 and nth is None and row.get("start") not in at:
        yield f"quote stands {len(at)} times: add nth (1 to {len(at)}) or take a longer quote"
        return
    if fill:
        start = at[(nth or 1) - 1] if nth or row.get("start") not in at else row["start"]
        row["start"], row["end"] = start, start + len(row["quote"])
    if text[row.get("start", 0) : row.get("end", 0)] != row["quote"]:
        yield "start/end do not cut out the quote: run with --fill"
    for slot in PARTY_SLOTS:
        for key in [row.get(slot), *row.get(f"{slot}_also", ())]:
            if key is not None and key not in parties:
                yield f"{slot} {key!r} is no key of parties.json: add it there"
    for key in row.get("channels", ()):
        if key not in parties:
            yield f"channel {key!r} is no key of parties.json: add it there"
    for slot in DATE_SLOTS:
        if row.get(slot) is not None and not EDTF.fullmatch(row[slot]):
            yield f"{slot} {row[slot]!r} is no EDTF date: write 2031-01-06, 2031-01 or 2031-01-06/2031-01-07"
    if group == "figures":
        if row.get("metric") not in METRICS:
            yield f"metric {row.get('metric')!r} is not in the contract"
        if row.get("population") not in POPULATIONS:
            yield f"population {row.get('population')!r} is not in the contract's classes (use population_also for other nouns)"
        if not isinstance(row.get("low"), int) or not isinstance(row.get("high"), int | None):
            yield "low must be a whole number, high a whole number or null"
    allowed = {"measures": ("measure", MEASURES), "positions": ("stance", STANCES), "events": ("event", EVENTS)}
    if group in allowed:
        slot, values = allowed[group]
        for value in [row.get(slot), *row.get(f"{slot}_also", ())]:
            if value not in values:
                yield f"{slot} {value!r} is not in the contract's list"
    if group == "measures" and row.get("status") not in STATUSES:
        yield f"status {row.get('status')!r} is not in the contract"
    if group == "safety":
        if row.get("status") not in SAFETY:
            yield f"status {row.get('status')!r} is not in the contract"
        if not re.fullmatch("[A-Z]{2}", row.get("nationality") or ""):
            yield "nationality must be an ISO 3166-1 alpha-2 code"


def check_exercise(folder, fill):
    parties = json.loads((folder / "gold/parties.json").read_text(encoding="utf-8"))
    articles = {path.name: path for path in sorted((folder / "articles").iterdir())}
    golds = set()
    everything = "\n".join(path.read_text(encoding="utf-8") for path in articles.values())
    for path in sorted((folder / "gold").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        if path.name == "entities.json":
            for key, names in data.items():
                if key not in parties:
                    yield f"{path}: {key!r} is no key of parties.json"
                yield from (f"{path}: {key}: {name!r} stands in no article" for name in names if name not in everything)
        if path.name == "findings.json":
            for n, row in enumerate(data):
                if row["line"].get("place") not in parties:
                    yield f"{path}: row {n}: place {row['line'].get('place')!r} is no key of parties.json"
        if not isinstance(data, dict) or "document" not in data:
            continue
        golds.add(data["document"])
        if data["document"] not in articles:
            yield f"{path}: names {data['document']!r}, which is not in articles/"
            continue
        text = articles[data["document"]].read_text(encoding="utf-8")
        if not EDTF.fullmatch(data.get("published") or ""):
            yield f"{path}: published is no date"
        for line in data.get("furniture", ["(missing)"]):
            if line not in text:
                yield f"{path}: furniture {line!r} is not in the article to the letter"
        if "EXERCISE" not in text:
            yield f"{path}: the article does not say EXERCISE"
        for group in GROUPS:
            for n, row in enumerate(data.get(group, ())):
                for complaint in check_row(group, row, text, parties, fill):
                    yield f"{path}: {group}[{n}] {row.get('quote', '')[:50]!r}: {complaint}"
        if fill:
            path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    yield from (f"{folder}: {name} has no gold file" for name in sorted(set(articles) - golds))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--fill", action="store_true", help="write start and end into the gold files")
    arguments.add_argument("folders", nargs="*", type=pathlib.Path)
    chosen = arguments.parse_args()
    here = pathlib.Path(__file__).parent
    folders = chosen.folders or sorted(path.parent for path in here.glob("*/gold"))
    complaints = [complaint for folder in folders for complaint in check_exercise(folder, chosen.fill)]
    print("\n".join(complaints) or f"{len(folders)} exercises are sound")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
