"""Counts in a sentence, as the rule set `literal` of the export contract reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.numbers import find_quantities, parse_number

READ = {
    "At least 18 officers were killed": ["18+"],
    "no fewer than 18 officers": ["18+"],
    "more than 3,700 arrests": ["3701+"],
    "about 2,000 people": ["1800..2200"],
    "an estimated 2,000 people": ["1800..2200"],
    "some 12 houses": ["11..13"],
    "nearly 90 homes": ["81..90"],
    "up to 20 vehicles": ["0..20"],
    "as many as 20 vehicles": ["0..20"],
    "a couple of bridges": ["2"],
    "several people and a few dogs": ["3..9", "3..9"],
    "dozens of attackers": ["24..99"],
    "several dozen attackers": ["24..99"],
    "scores of fighters": ["40..99"],
    "hundreds injured": ["200..999"],
    "thousands fled": ["2000..9999"],
    "tens of thousands fled": ["20000..99999"],
    "31 people died and the same number was hurt": ["31", "31"],
    "No deaths were reported": ["0"],
    "not a single civilian died": ["0"],
    "twenty-six people and two hundred and five miners": ["26", "205"],
    "three dozen people, half a dozen cows": ["36", "6"],
    "1.5 million people, 2.3 lakh houses, 3 crore rupees": ["1500000", "230000"],
    "between 20 and 30 people": ["20..30"],
    "20-30 dead, 40 to 50 hurt, 5 or 6 missing": ["20..30", "40..50", "5..6"],
    "rose from 13 to 18": ["13", "18"],
    "18 killed and 748 injured": ["18", "748"],
    "30 or more dead, 40+ injured": ["30+", "40+"],
    "fewer than 10 people": ["0..9"],
    "killed “dozens” of protesters": ["24..99"],
    "over 1 000 people and 1.200 soldiers": ["1001+", "1200"],
}


@pytest.mark.parametrize("text", READ, ids=str)
def test_a_count_is_read_as_a_range(text: str) -> None:
    """Vague words and modifiers give the ranges of the contract."""
    assert [str(q.amount) for q in find_quantities(text.replace("“", '"').replace("”", '"'))] == READ[text]


@pytest.mark.parametrize(
    "text",
    [
        "a 34-year-old man",
        "Maria Lopez, 34, said",
        "two aged nine and 13".removeprefix("two "),
        "in room 26",
        "on flight 370",
        "fined $20,000",
        "20 percent of voters",
        "a magnitude 7.1 earthquake",
        "at 16:30",
        "3 km from the village",
        "the 3rd brigade",
        "Resolution 1325",
        "one of the largest cities",
        "anyone who marches",
        "for 12 hours",
        "Highway 5 was blocked",
        "an hour later",
    ],
)
def test_what_is_no_count_is_not_read(text: str) -> None:
    """Ages, distances, money, times, names and measures are no counts."""
    assert find_quantities(text) == ()


def test_quantities_know_where_they_stand() -> None:
    """Offsets cut the words as written out of the sentence, modifiers included."""
    text = "Police said at least 18 people had died."
    (quantity,) = find_quantities(text)
    assert (text[quantity.start : quantity.end], text[quantity.core : quantity.end]) == ("at least 18", "18")


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_with_separators_read_back(number: int) -> None:
    """Thousands separators change nothing."""
    assert parse_number(f"{number:,}") == number


@given(st.text(max_size=200))
def test_reading_never_raises(text: str) -> None:
    """Whatever the text, every count lies inside it, in order."""
    found = find_quantities(text)
    assert all(0 <= q.start <= q.core <= q.end <= len(text) for q in found)
    assert list(found) == sorted(found, key=lambda q: q.start)
