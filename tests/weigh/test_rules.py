"""One number under each rule set: the same claims, the same agreement, another value."""

from dataclasses import replace

import pytest
from notation import World, plain, world

from reportedly.weigh import LITERAL, Rules, parse_rules

TWO_SIDES = """
    d1 2031-01-06 | killed people 26 @Northland as of 2031-01-06 < interior ministry
    d2 2031-01-06 | killed people 41 @Northland as of 2031-01-06 < doctors' union
"""


def current(told: World, rules: Rules) -> dict[str, object]:
    (finding,) = told.findings(rules=rules)
    return dict(finding.current)


def vague(text: str, low: int, high: int | None) -> World:
    """One claim whose article counts in words."""
    told = world("d1 2031-01-06 | killed people 24..99 @Northland < interior ministry")
    (claim,) = told.claims
    told.claims[0] = replace(claim, content=replace(claim.content, text=text, low=low, high=high))
    return told


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (LITERAL, {"low": 41, "high": 41}),
        (Rules("conservative"), {"low": 26, "high": 26}),
        (Rules("range"), {"low": 26, "high": 41, "best": 41}),
        (Rules("official", "state:NL"), {"low": 26, "high": 26}),
        (Rules("official", "doctors' union"), {"low": 41, "high": 41}),
    ],
)
def test_two_sides_under_each_rule_set(rules: Rules, expected: dict[str, object]) -> None:
    """The ministry has 26, the union 41: the lowest, both with the best, or one alone."""
    assert current(world(TWO_SIDES), rules) == expected


@pytest.mark.parametrize("name", ["conservative", "range"])
def test_agreement_support_and_roles_are_the_same_under_each(name: str) -> None:
    """A rule set makes a number; it settles nothing."""
    told = world(TWO_SIDES)
    (plainly,), (otherwise,) = told.findings(), told.findings(rules=Rules(name))
    assert (plainly.agreement, plainly.support, plainly.claims) == (
        otherwise.agreement,
        otherwise.support,
        otherwise.claims,
    )
    assert plainly.id == otherwise.id


@pytest.mark.parametrize(
    ("text", "low", "high", "least"),
    [
        ("dozens of", 24, 99, 12),
        ("several dozen", 24, 99, 12),
        ("tens of", 20, 99, 10),
        ("hundreds of", 200, 999, 100),
        ("tens of thousands of", 20000, 99999, 10000),
        ("several hundred", 300, 999, 100),
        ("more than two dozen", 25, None, 25),
        ("more than three hundred", 301, None, 301),
        ("hundreds of thousands of", 200000, 999999, 100000),
        ("several", 3, 9, 3),
        ("about 2,000", 1800, 2200, 1800),
        ("at least 18", 18, None, 18),
        ("two dozen", 24, 24, 24),
    ],
)
def test_vague_words_at_their_least(text: str, low: int, high: int | None, least: int) -> None:
    """As cautious coders write them down; a number that is told is never made lower."""
    assert current(vague(text, low, high), Rules("conservative")) == {"low": least, "high": least}


def test_a_range_is_open_above_where_a_side_is() -> None:
    """At least 40, one says."""
    told = world(
        """
        d1 2031-01-06 | killed people 26 @Northland as of 2031-01-06 < interior ministry
        d2 2031-01-06 | killed people 40+ @Northland as of 2031-01-06 < doctors' union
        """
    )
    assert (current(told, Rules("range"))["low"], current(told, Rules("range"))["high"]) == (26, None)


def test_who_says_nothing_has_no_line() -> None:
    """The embassy counted nobody."""
    assert world(TWO_SIDES).findings(rules=Rules("official", "state:EL")) == ()


def test_one_number_says_best_only_where_it_differs() -> None:
    """In words: `26 to 41, best 41`; where nobody is at odds, the number."""
    assert plain(world(TWO_SIDES).findings(rules=Rules("range"))) == [
        "killed people Northland: 26 to 41, best 41 disputed single_origin"
    ]
    one = world("d1 2031-01-06 | killed people 26 @Northland < interior ministry")
    assert plain(one.findings(rules=Rules("range"))) == ["killed people Northland: 26 stands single_origin"]


@pytest.mark.parametrize("text", ["bold", "official", "literal:PE", ""])
def test_a_rule_set_that_is_none_is_refused_with_those_that_are(text: str) -> None:
    """A user's slip."""
    with pytest.raises(ValueError, match="conservative"):
        parse_rules(text)


def test_a_rule_set_as_it_is_written() -> None:
    """What a briefing prints is what a user can give again."""
    assert [str(parse_rules(text)) for text in ("range", "official:PE")] == ["range", "official:PE"]
