"""Rewritings of an invented wire, an agency's later word, and who only heard the same official; each with its sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_copies import ANOTHER, FIFTH_STRENGTH, FOURTH_STRENGTH, SECOND_STRENGTH, THIRD_STRENGTH, WIRE, document

from reportedly.gather.fingerprints import fingerprint_of, words_of
from reportedly.gather.kinship import Bond, longest_rise
from reportedly.gather.lineage import Lineages, lineages_of
from reportedly.gather.wires import wire_of

LATER = (
    WIRE.replace("Ten people", "Fourteen people")
    .replace("Ten die", "Fourteen die")
    .replace("34 were", "41 were")
    .replace("Six people are missing", "Two people are missing")
    .replace("Four of the injured", "Three of the injured")
)
SAME_OFFICIAL = """The men of the Sasso

Marta Zgraggen has not slept. She sits in the fire house at Göschenen before a plate of soup that has gone cold, and speaks of \
hoses, of smoke and of a door that would not open.

"We heard them on the emergency telephones and could not get through," she says.

Her mother brings bread. Beat Furrer, who drove the second engine, wants to talk about football, and then does not. On the wall \
hang the helmets of 1987, from the day when the tube was opened, and a calendar of the savings bank.
"""
TEXTS = {
    "wire": WIRE,
    "cut": SECOND_STRENGTH,
    "edited": THIRD_STRENGTH,
    "reworded": FOURTH_STRENGTH,
    "comment": FIFTH_STRENGTH,
    "avalanche": ANOTHER,
    "portrait": SAME_OFFICIAL,
    "later": LATER,
}


def lineages(*names: str) -> tuple[Lineages, dict[str, str]]:
    """The lineages of those texts, and each one's id."""
    documents = {name: document(name.partition("#")[0], TEXTS[name.partition("#")[0]]) for name in names}
    agencies = {each.id: tuple(wire.name for wire in wire_of(each)) for each in documents.values()}
    found = lineages_of(map(fingerprint_of, documents.values()), agencies)
    return found, {name: each.id for name, each in documents.items()}


def bonds(one: str, other: str) -> list[tuple[Bond, str]]:
    return [(kinship.bond, kinship.because) for kinship in lineages(one, other)[0].kinships]


@pytest.mark.parametrize(
    ("other", "bond", "because"),
    [
        ("cut", Bond.COPY, "of the shorter text word for word"),
        ("edited", Bond.REWRITTEN, "1 quotation, 10 of 10 numbers"),
        ("reworded", Bond.REWRITTEN, "1 quotation, 10 of 11 numbers"),
        ("later", Bond.LATER, "counts changed between the same words"),
    ],
)
def test_a_rewriting_says_why(other: str, bond: Bond, because: str) -> None:
    """A cut copy, an edited wire, a reworded one, and the agency's own later word."""
    assert [(found, because in sentence) for found, sentence in bonds("wire", other)] == [(bond, True)]


@pytest.mark.parametrize("other", ["comment", "avalanche", "portrait"])
def test_who_only_speaks_of_the_same_is_apart(other: str) -> None:
    """A comment on the news, the same agency's other story, a portrait that quotes the same woman."""
    assert bonds("wire", other) == []


def test_a_later_word_is_of_one_author_and_no_copy() -> None:
    """The toll rose from ten to fourteen in the same text."""
    found, ids = lineages("wire", "later")
    assert found.copies == {}
    assert found.texts[ids["wire"]] != found.texts[ids["later"]]
    assert found.authors[ids["wire"]] == found.authors[ids["later"]]


def test_a_copy_of_the_later_word_is_no_copy_of_the_first() -> None:
    """Half of the later text shares nothing that changed only with itself: it joins the text that it has most of."""
    whole, ids = lineages("wire", "later", "cut")
    assert whole.copies == {ids["wire"]: (ids["cut"],), ids["cut"]: (ids["wire"],)}


@settings(max_examples=25, deadline=None)
@given(names=st.permutations(sorted(TEXTS)))
def test_no_order_of_arrival_changes_a_lineage(names: list[str]) -> None:
    """The same articles, shuffled."""
    assert lineages(*names)[0] == lineages(*sorted(TEXTS))[0]


def test_another_print_of_an_article_changes_no_other_lineage() -> None:
    """The reworded article and the wire, with the wire printed by a second paper."""
    documents = [document(name, TEXTS[name]) for name in sorted(TEXTS)]
    again = document("second paper", WIRE)
    before = lineages_of(map(fingerprint_of, documents))
    after = lineages_of(map(fingerprint_of, [*documents, again]))
    assert _partition(after, without=again.id) == _partition(before, without=again.id)


def _partition(found: Lineages, *, without: str) -> set[frozenset[str]]:
    """Who goes together, whoever gives the group its name."""
    groups: dict[str, set[str]] = {}
    for id, first in found.authors.items():
        groups.setdefault(first, set()).update({id} - {without})
    return {frozenset(group) for group in groups.values()}


def own_words(seed: int) -> str:
    """A paragraph that nobody else has."""
    return " ".join(f"{'abcdefghijklmnop'[(seed * at) % 16]}{'aeiou'[at % 5]}rt{seed}{at}" for at in range(60))


def test_what_every_article_says_is_no_sign() -> None:
    """Twelve towns' own reports have the minister's sentence, the toll and the name of the operation."""
    common = 'Minister Ana Brolin said on Monday in Altdorf: "We shall rebuild the Sasso and the road." 34 were hurt, 18 cars lost.'
    towns = [
        "Arth",
        "Baar",
        "Cham",
        "Erstfeld",
        "Flims",
        "Goldau",
        "Horw",
        "Ilanz",
        "Kriens",
        "Luzern",
        "Meggen",
        "Nottwil",
    ]
    texts = [
        f"{town} looks on\n\nIn {town} {5 + 7 * at} shops had shut by noon, said mayor {town}mann. {common}\n\n{own_words(at)}"
        for at, town in enumerate(towns)
    ]
    found = lineages_of(fingerprint_of(document(f"{at}", text)) for at, text in enumerate(texts))
    assert len(set(found.authors.values())) == len(towns)


def test_a_name_is_known_in_another_spelling() -> None:
    """Niyazalieva is Niyasalijewa in a translated paper."""
    one, other = (
        fingerprint_of(
            document(name, f"Toll cut\n\nIn Bishkek the minister {name} spoke of the dead to reporters on Monday.")
        )
        for name in ("Niyazalieva", "Niyasalijewa")
    )
    assert one.names == other.names


def test_places_that_rise_are_counted() -> None:
    """Three of `4 9 1 5 7`: 4, 5 and 7."""
    assert longest_rise([4, 9, 1, 5, 7]) == 3


def test_words_lose_accents_and_case() -> None:
    """Outlets respell `Fidèle`."""
    assert words_of("Fidèle’s TUNNEL, 14:05") == ["fidele", "s", "tunnel", "14", "05"]
