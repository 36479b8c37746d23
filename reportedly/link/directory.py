"""From mentions to entities, step by step: forms, clusters, entities, sides."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from reportedly.decisions import decided_so, pairs_of_names
from reportedly.lexicon import load
from reportedly.lexicon.spelling import fold, skeleton
from reportedly.link import chinese, entities
from reportedly.link.chinese import are_two_in_chinese, families_of
from reportedly.link.cluster import Clusters, cluster
from reportedly.link.compare import BODIES, BODIES_APART, PEOPLE, PEOPLE_APART, may_be_one
from reportedly.link.context import Context, context_of, country_of_body, shares_of
from reportedly.link.doubles import told_apart
from reportedly.link.eastern import family_keys
from reportedly.link.form import BODIES as BODY_KINDS
from reportedly.link.form import Form, Key, joined_words, own_parts, sorted_forms
from reportedly.link.gazetteer import holders_of, is_misprint_of, is_spelling_of, may_be_spelling_of, place_of
from reportedly.link.kinds import settled, where_weight
from reportedly.link.organs import own_words, sort_of
from reportedly.link.sound import frames, heard, nearness, voiceless
from reportedly.link.surnames import find_aliases, find_surnames
from reportedly.model import Decision, Directory, Document, Entity, EntityKind, Mention, Span

_DOTTED = re.compile(r"^(?:[A-Z]\.){2,}[A-Z]?$")
_PRONOUNS = frozenset(["he", "she", "it", "they", "who", "we", "i"])


def link(
    mentions: Iterable[Mention],
    documents: Iterable[Document] = (),
    decisions: Iterable[Decision] = (),
    authors: Mapping[str, str] | None = None,
) -> Directory:
    """The entities that the mentions name, and the outlets of the documents.

    `decisions` are the `same` and `different` in force; their targets' values are names or entity ids. `authors` gives by document
    the first that goes back to one author's text with it: "the hospital" of a copy is the hospital of what it copies.
    """
    read: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        read[mention.document].append(mention)
    outlets: set[str] = set()
    addressed: dict[tuple[str, Span], str] = {}
    located: dict[tuple[str, Span], float] = {}
    for document in documents:  # one after the other: their texts are not held together
        outlets |= {document.outlet} if document.outlet else set()
        for mention in read.get(document.id, ()):
            if called := _addressed(mention, document.text):
                addressed[document.id, mention.span] = called
            elif weight := where_weight(mention, document.text):
                located[document.id, mention.span] = weight
    by_document: dict[str, list[Mention]] = defaultdict(list)
    for mention in settled([mention for found in read.values() for mention in found], located):
        by_document[mention.document].append(mention)
    forms = _Forms(_desk_shares(by_document.values()), addressed, told_apart(by_document.values()), authors or {})
    for id_ in sorted(by_document):
        forms.read(sorted(by_document[id_], key=lambda m: m.span))
    for outlet in sorted(outlets):
        forms.add_outlet(outlet)
    every = sorted_forms(forms.by_key.values())
    groups = _joined(every, tuple(decisions))
    return Directory(entities.entities_of(groups, forms.organs))


def _desk_shares(articles: Iterable[Sequence[Mention]]) -> Mapping[str, float]:
    """Country -> how much the articles of the desk are about it, summed; each article has one voice."""
    total: dict[str, float] = defaultdict(float)
    for mentions in articles:
        for country, share in shares_of(mentions).items():
            total[country] += share
    return total


def outlet_named(directory: Directory, name: str | None) -> Entity | None:
    """The entity of a publishing outlet."""
    wanted = fold(name or "")
    kinds = {EntityKind.OUTLET, EntityKind.AGENCY}
    fitting = (e for e in directory.entities if e.kind in kinds and wanted in {fold(n) for n in (e.name, *e.aliases)})
    return next(fitting, None) if wanted else None


class _Office(NamedTuple):
    """What one article says of a person: families of offices, countries, own words of the bodies spoken for."""

    families: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()


class _Forms:
    """Forms as they are read off one article after another. `organs` says for a mention whom its person speaks for;
    `addressed` how people are called with the title before the name; `apart` are names that a listed place does not bear; a name
    that only its own article can explain is at home with all texts of one of the `authors`."""

    def __init__(
        self,
        desk: Mapping[str, float],
        addressed: Mapping[tuple[str, Span], str],
        apart: frozenset[tuple[str, str]],
        authors: Mapping[str, str],
    ) -> None:
        self._desk, self._addressed, self._apart, self._authors = desk, addressed, apart, authors
        self.by_key: dict[Key, Form] = {}
        self.organs: dict[tuple[str, object], tuple[str, object]] = {}

    def read(self, mentions: Sequence[Mention]) -> None:
        context = context_of(mentions, self._desk)
        offices = _offices(mentions)
        countries = {mention.country for mention in mentions if mention.country}
        for mention in map(self._told_apart, mentions):
            found = _key_of(mention, context, offices)
            if found is None:
                continue
            key, reason = found
            form = self._form(replace(key, home=self._authors.get(key.home, key.home)) if key.home else key)
            form.countries |= countries
            form.regions |= {mention.within} if mention.within else set()
            form.names[mention.name] += 1
            form.mentions.append((mention.document, mention.span))
            if _is_spelling(mention):
                form.spellings[_bare(mention.text)] += 1
                if own := _without_owner(mention):
                    form.spellings[own] += 1
            if called := self._addressed.get((mention.document, mention.span)):
                form.spellings[called] += 1
            if reason:
                form.reasons.add(reason)
            if mention.organ:
                self.organs[mention.document, mention.span] = (mention.document, mention.organ)

    def _told_apart(self, mention: Mention) -> Mention:
        """A place as the gazetteer has it, unless the articles use this name of it for another."""
        if mention.place is None or (mention.place, fold(mention.text)) not in self._apart:
            return mention
        return replace(mention, name=_bare(mention.text), place=None, within=mention.place)

    def add_outlet(self, name: str) -> None:
        form = self._form(Key(kind=EntityKind.OUTLET, name=fold(_listed_name(name)) or name))
        form.names[_listed_name(name)] += 1
        form.spellings[name] += 1

    def _form(self, key: Key) -> Form:
        form = self.by_key.get(key)
        if form is None:
            form = self.by_key[key] = Form(key, Counter(), Counter(), [], set(), key.name in _listed_keys())
        return form


@cache
def _listed_keys() -> frozenset[str]:
    return frozenset(fold(name) for name in entities.listed())


@lru_cache(maxsize=50_000)
def _bare(text: str) -> str:
    """A spelling in one line, without its article."""
    text = " ".join(text.split()).strip("\"'“”‘’")
    return text[4:] if text.lower().startswith("the ") else text


def _without_owner(mention: Mention) -> str | None:
    """How a body is called without the land before it: "Norland's Department of Mines" is the Department of Mines."""
    owned = _OWNED.match(_bare(mention.text)) if mention.kind in BODY_KINDS else None
    return owned["own"] if owned else None


_OWNED = re.compile(r"^[A-Z][\w .-]*['’]s? (?P<own>[A-Z]\w+(?: (?:[A-Z]\w+|of|for|and|the))* [A-Z]\w+)$")


def _addressed(mention: Mention, text: str) -> str | None:
    """How an article calls somebody with the title before the name, as it stands there: "Mrs Vesk", "Premier Vesk"; of a
    surname that stands for a full name too."""
    if mention.kind is not EntityKind.PERSON or not _is_own_name(mention):
        return None
    before = text[max(0, mention.span.start - _LONGEST_TITLE) : mention.span.start]
    title = before.rstrip(" ").rpartition(" ")[2].rpartition("\n")[2]
    if title.lower() not in entities.short_titles() or not title[:1].isupper():
        return None
    return f"{title} {mention.text}"


_LONGEST_TITLE = 24
"""Characters before a name in which the word right before it stands."""


def _is_own_name(mention: Mention) -> bool:
    """Whether a mention's words are of its person's name; not "he" nor "the minister"."""
    words, full = mention.text.split(), mention.name.split()
    return set(words) <= set(full) and words[0][:1].isupper()


def _is_spelling(mention: Mention) -> bool:
    """Not "he", nor "the ministry" for a ministry named elsewhere."""
    text = _bare(mention.text)
    if not text:
        return False
    if text.lower() in _PRONOUNS and text != mention.name and not text.isupper():
        return False
    if (
        mention.kind is EntityKind.PERSON
        and mention.title
        and text.lower().endswith(mention.title.split()[-1])
        and text != mention.name
    ):
        return False
    return text == mention.name or not (text.islower() or (text[1:].islower() and not entities.is_proper(text)))


def _offices(mentions: Sequence[Mention]) -> Mapping[str, _Office]:
    """Folded name -> families of the offices and countries that one article gives to a person."""
    families: dict[str, set[str]] = defaultdict(set)
    countries: dict[str, set[str]] = defaultdict(set)
    bodies: dict[str, set[str]] = defaultdict(set)
    named = {mention.span: mention.name for mention in mentions if mention.kind in BODY_KINDS}
    for mention in mentions:
        if mention.kind is EntityKind.PERSON:
            name = fold(mention.name)
            families[name] |= {family for family in [entities.family_of(mention.title)] if family}
            countries[name] |= {mention.country} if mention.country else set()
            bodies[name] |= {own_words(named[mention.organ])} if mention.organ in named else set()
    return {
        name: _Office(frozenset(families[name]), frozenset(countries[name]), frozenset(bodies[name]))
        for name in families
    }


def _key_of(mention: Mention, context: Context, offices: Mapping[str, _Office]) -> tuple[Key, str | None] | None:
    """The form that a mention is of, and why its country is what it is; None for a pronoun that nothing explains."""
    if mention.name.lower() in _PRONOUNS:
        return None
    if mention.kind is EntityKind.PLACE:
        return _place_key(mention, context), None
    if mention.kind in BODY_KINDS:
        return _body_key(mention, context)
    if mention.kind is EntityKind.GROUP:
        return _group_key(mention, context), None
    return _person_key(mention, offices, context.crisis), None


def _group_key(mention: Mention, context: Context) -> Key:
    """Soldiers and doctors are those of the country that the article is about; "Western leaders" are of no one country."""
    is_abroad = not set(load("en/naming")["words"]["abroad"]).isdisjoint(mention.name.lower().split())
    country = mention.country or (None if is_abroad else context.crisis)
    home = None if country or is_abroad else mention.document
    return Key(kind=mention.kind, name=fold(mention.name), country=country, home=home)


def _place_key(mention: Mention, context: Context) -> Key:
    if mention.place:
        return Key(kind=EntityKind.PLACE, name=mention.place, place=mention.place)
    country = mention.country or context.crisis
    name = fold(_without_sort(mention.name))
    return Key(kind=EntityKind.PLACE, name=name, country=country, home=None if country else mention.document)


def _without_sort(name: str) -> str:
    """ "Dianwan Town", of which no list knows, is Dianwan."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].lower() in entities.seat_endings() else name


def _body_key(mention: Mention, context: Context) -> tuple[Key, str | None]:
    name = mention.name
    if _listed_name(name) in entities.listed():
        return Key(kind=entities.listed_kind(name), name=fold(_listed_name(name))), None
    sort = sort_of(name)
    if sort:
        country, reason = country_of_body(mention, sort, context)
        place = mention.place if mention.place != country else None
        home = None if country else mention.document
        kind = EntityKind.OUTLET if mention.kind is EntityKind.OUTLET else EntityKind.ORGANISATION
        return Key(kind=kind, name=sort, organ=sort, country=country, place=place, home=home), reason
    home = None if entities.is_proper(name) else mention.document
    name = name.replace(".", "") if _DOTTED.match(name) else name
    return Key(kind=mention.kind, name=name if home is None else fold(name), country=mention.country, home=home), None


def _listed_name(name: str) -> str:
    return entities.listed_spellings().get(name, name)


def _person_key(mention: Mention, offices: Mapping[str, _Office], crisis: str | None) -> Key:
    if not entities.is_persons_name(mention.name):
        return Key(kind=mention.kind, name=mention.name.lower(), country=mention.country, home=mention.document)
    families, countries, bodies = offices.get(fold(mention.name), _Office())
    alone = len(mention.name.split()) == 1
    return Key(
        kind=mention.kind,
        name=mention.name,
        organ=min(bodies) if len(bodies) == 1 else None,
        country=min(countries) if len(countries) == 1 else None,
        families=tuple(sorted(families)),
        home=mention.document if alone and not bodies and not families - {"courtesy"} else None,
        crisis=crisis,
    )


def _joined(forms: Sequence[Form], decisions: Sequence[Decision]) -> list[list[Form]]:
    apart = _apart(forms, decisions)

    def is_refused(one: Form, other: Form) -> bool:
        if (one, other) in apart or (other, one) in apart:
            return True
        if one.key.kind is EntityKind.PLACE:
            return _two_places(one, other)
        apart_by = (
            PEOPLE_APART if one.key.kind is EntityKind.PERSON else BODIES_APART if one.key.kind in BODY_KINDS else ()
        )
        return any(compare(one, other) for compare in apart_by)

    clusters = Clusters(forms, is_refused)
    at = {form: n for n, form in enumerate(forms)}
    for one, other, sentence in _same(forms, decisions):
        clusters.join(at[one], at[other], sentence, is_forced=True)
    cluster(forms, _people_blocks, PEOPLE, clusters, may_be_one=may_be_one)
    cluster(forms, _body_blocks, BODIES, clusters)
    for one, other, sentence in _respelled(forms):
        clusters.join(at[one], at[other], sentence)
    for one, other, sentence in (*find_aliases(forms), *find_surnames(forms, clusters)):
        clusters.join(at[one], at[other], sentence)
    return clusters.groups()


def _two_places(one: Form, other: Form) -> bool:
    if one.key.place and other.key.place:
        return one.key.place != other.key.place
    return _share_region(one, other) is False


def _share_region(one: Form, other: Form) -> bool | None:
    """Whether the articles put two places into one region, or the map does; None where they do not say."""
    left, right = (set(f.regions or ([f.key.place] if f.key.place else ())) for f in (one, other))
    if not left or not right:
        return None
    return any(a in holders_of(b) or b in holders_of(a) for a in left for b in right)


def _people_blocks(form: Form) -> Iterator[str]:
    if form.key.kind is not EntityKind.PERSON or not entities.is_persons_name(form.key.name) or form.key.home:
        return
    for part in form.parts[-2:]:
        yield f"sound {skeleton(part)}"
        yield f"heard {heard(part)}"
        yield f"start {part[:5]}"
    yield from (f"frame {frame}" for frame in frames(form.written[-1]))
    yield from (f"frame {frame}" for frame in frames("".join(form.written)))
    yield from (f"family {family}" for family in families_of(form.parts[0]) if len(form.parts) > 1)
    yield from (f"family {family}" for family in family_keys(form, every=True))
    if form.key.country:
        openings = {heard(part)[:1] for part in (form.parts[0], form.parts[-1])}
        yield from (f"office {f} {form.key.country} {letter}" for f in form.key.families for letter in openings)


def _body_blocks(form: Form) -> Iterator[str]:
    if form.key.kind not in BODY_KINDS or form.key.home:
        return
    if form.key.organ:
        yield from (f"short {short}" for short in form.short_forms)
        return
    if form.key.kind is not EntityKind.ORGANISATION:
        yield f"medium {skeleton(form.name)}"
    yield f"sound {skeleton(form.name)}"
    yield f"heard {heard(form.name)}"
    yield from (f"frame {frame}" for frame in frames("".join(form.key.name.split())))
    yield f"words {own_words(form.key.name)}"
    yield f"first {fold(form.key.name.split()[0])}"
    yield f"last {' '.join(form.key.name.lower().split()[-2:])}"
    yield from (f"short {short}" for short in form.short_forms)
    yield from (f"letters {letters}" for letters in form.initials)
    yield f"letters {form.key.name}"
    yield f"joined {heard(joined_words(form.name))}"
    yield f"bare {own_words(form.bare)}"
    yield f"voiceless {' '.join(voiceless(word)[:2] for word in own_parts(form.bare))}"


def _respelled(forms: Sequence[Form]) -> Iterator[tuple[Form, Form, str]]:
    """Unlisted spellings of places that the desk knows, or of one another: in one country, else of one sound in two of
    which the same articles speak, for a paper puts an unknown place into the country that it writes about.
    """
    places = [form for form in forms if form.key.kind is EntityKind.PLACE and not form.key.home]
    at_home: dict[tuple[str, str], list[Form]] = defaultdict(list)
    by_sound: dict[str, list[Form]] = defaultdict(list)
    for form in places:
        for key in _spelling_keys(form):
            at_home[_country_of(form), key].append(form)
        for sound in _sounds(form):
            by_sound[sound].append(form)
    for form in sorted(places, key=_country_of):
        if form.key.place:
            continue
        here = dict.fromkeys(f for key in sorted(_spelling_keys(form)) for f in at_home[_country_of(form), key])
        abroad = dict.fromkeys(f for sound in _sounds(form) for f in by_sound[sound] if _may_be_abroad(form, f))
        near = [f for f in here if f is not form and _is_respelling(form, f)]
        if best := _nearest(form, near or [f for f in abroad if _is_respelling(form, f)]):
            yield form, best, f'"{form.name}" is another form of "{best.name}"'


def _spelling_keys(form: Form) -> frozenset[str]:
    """Under which the spellings of one place meet: its consonants in every reading, its first and its last letters."""
    keys: set[str] = set()
    for name in {form.name, *form.spellings}:
        plain = fold(_without_rank(name))
        keys |= {voiceless(plain), skeleton(plain), plain[:_EDGE], f"-{plain[-_EDGE:]}", *frames(name)}
        if _country_of(form) in chinese.LANDS:
            keys |= {"".join(row) for row in chinese.syllables_of(plain)}
    return frozenset(keys)


_EDGE = 4
"""Letters that a misprint or an ending leaves alone, at one end of a name or the other."""


def _nearest(form: Form, near: Sequence[Form]) -> Form | None:
    """The place of those that the name comes nearest to, listed ones first; None where it comes as near to another."""
    listed = [f for f in near if f.key.place] or near
    ranked = sorted(((_closeness(form, f), f) for f in listed), key=lambda row: (-row[0], row[1].key))
    rivals = [share for share, f in ranked[1:] if f.key.place != ranked[0][1].key.place]
    return ranked[0][1] if ranked and (not rivals or ranked[0][0] - rivals[0] > _MARGIN) else None


_MARGIN = 0.02
"""Likeness by which a spelling must be nearer to the one place of the map than to the next."""


def _closeness(form: Form, other: Form) -> float:
    return max(nearness(fold(form.name), fold(spelling)) for spelling in (other.name, *other.spellings))


def _country_of(form: Form) -> str:
    place = place_of(form.key.place)
    return (place.country if place else form.key.country) or ""


def _sounds(form: Form) -> list[str]:
    return sorted({heard(form.name), *frames(form.name)}) if len(heard(form.name)) > 1 else []


def _may_be_abroad(form: Form, other: Form) -> bool:
    """Whether the articles that name an unlisted place speak of the country that the other is put into, and the reverse."""
    here, there = _country_of(form), _country_of(other)
    return here != there and there in form.countries and (here in other.countries or bool(other.key.place))


def _is_respelling(form: Form, other: Form) -> bool:
    """On the map the nearest is meant, in one region a like sound is enough; off the map spelling alone must tell."""
    share = _share_region(form, other)
    if share is False:
        return False
    is_loose = share or bool(other.key.place)
    return any(_is_one_name(form, spelling, is_loose=is_loose) for spelling in (other.name, *other.spellings))


def _is_one_name(form: Form, spelling: str, *, is_loose: bool) -> bool:
    one, other = (_without_rank(name) for name in (form.name, spelling))
    if fold(one) == fold(other):
        return True
    if _country_of(form) in chinese.LANDS and (are_two := are_two_in_chinese(one, other)) is not None:
        return not are_two
    return is_spelling_of(one, other) or (is_loose and (may_be_spelling_of(one, other) or is_misprint_of(one, other)))


def _without_rank(name: str) -> str:
    """What a place of the Far East is called without what it is: "Wonju-si", "Asakusa-ku", "Kowon-up"."""
    first, _, rank = name.rpartition("-")
    return first if first and fold(rank) in load("en/naming")["words"]["rank"] else name


def _names_of(form: Form) -> set[str]:
    return {fold(name) for name in (*form.names, *form.spellings)}


def _decided(
    forms: Sequence[Form], decisions: Sequence[Decision], *, is_same: bool
) -> Iterator[tuple[Form, Form, Decision]]:
    for pair in pairs_of_names(decisions):
        if pair.is_same is is_same:
            left, right = ([form for form in forms if _is_called(form, name)] for name in (pair.one, pair.other))
            for one in left:
                for other in right:
                    if one is not other and _are_of_a_kind(one, other):
                        yield one, other, pair.decision


def _is_called(form: Form, name: str) -> bool:
    return fold(name) in _names_of(form) or entities.id_of_form(form) == name


def _are_of_a_kind(one: Form, other: Form) -> bool:
    return one.key.kind == other.key.kind or (one.key.kind in BODY_KINDS and other.key.kind in BODY_KINDS)


def _same(forms: Sequence[Form], decisions: Sequence[Decision]) -> Iterator[tuple[Form, Form, str]]:
    for one, other, decision in _decided(forms, decisions, is_same=True):
        yield one, other, f'"{one.name}" and "{other.name}": {decided_so(decision)}'


def _apart(forms: Sequence[Form], decisions: Sequence[Decision]) -> set[tuple[Form, Form]]:
    return {(one, other) for one, other, _ in _decided(forms, decisions, is_same=False)}
