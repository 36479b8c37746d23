"""Imprecise dates in EDTF: what is written is read again as the same."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.when import When, month_of, parse_when, shift, year_of


@st.composite
def whens(draw: st.DrawFn) -> When:
    first, last = draw(st.none() | st.dates()), draw(st.none() | st.dates())
    if first is None and last is None:
        first = draw(st.dates())
    if first and last and first > last:
        first, last = last, first
    return When(first, last, draw(st.booleans()))


@given(whens())
def test_every_date_is_read_as_it_was_written(when: When) -> None:
    """Days, months, years, intervals, open ends, approximate or not."""
    assert parse_when(str(when)) == when


@pytest.mark.parametrize(
    "text",
    [
        "2022-01-06",
        "2022-01",
        "2022",
        "2022-01-06~",
        "2022~",
        "2022-01-06/2022-01-07",
        "2022-01-06/2022-01-07~",
        "../2022-01-19",
        "2022-01-05/..",
        "0987-06-05",
        "2024-02-29",
    ],
)
def test_the_forms_of_the_contract_keep_their_form(text: str) -> None:
    """EDTF levels 0 and 1, as the export contract names them."""
    assert str(parse_when(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "/",
        "6 January",
        "2022-13",
        "2022-02-30",
        "2022-1-6",
        "22-01-06",
        "2022-01-07/2022-01-06",
        "٢٠٢٢",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    """With a ValueError that says what was given."""
    with pytest.raises(ValueError):  # noqa: PT011
        parse_when(text)


@given(whens(), whens())
def test_order_and_overlap_agree(a: When, b: When) -> None:
    """What lies before does not overlap; what lies within does; only one of less, equal, greater holds."""
    assert not (a.is_before(b) and a.overlaps(b))
    assert not a.within(b) or a.overlaps(b)
    assert (a < b) + (a == b) + (a > b) == 1
    assert a.overlaps(b) == b.overlaps(a)


@given(whens(), st.integers(-1000, 1000))
def test_a_shift_back_undoes_a_shift(when: When, days: int) -> None:
    """Where the calendar holds both."""
    try:
        assert shift(shift(when, days), -days) == when
    except OverflowError:
        assert any(end and abs((end - date(5000, 1, 1)).days) > 1_000_000 for end in (when.first, when.last))


@given(st.dates())
def test_months_and_years_hold_their_days(day: date) -> None:
    """The whole month and year of a day, and they are written short."""
    month, year = month_of(day.year, day.month), year_of(day.year)
    assert When.on(day).within(month)
    assert month.within(year)
    assert (str(month), str(year)) == (f"{day:%m}".join([f"{day.year:04}-", ""]), f"{day.year:04}")


def test_a_single_day_is_told_apart_from_a_stretch() -> None:
    """`day` is the one day, or None."""
    first = date(2022, 1, 6)
    assert When.on(first).day == first
    assert When(first, first + timedelta(days=1)).day is None
    assert When(first, None).day is None


def test_an_interval_without_ends_or_against_time_is_refused() -> None:
    """Both would say nothing."""
    with pytest.raises(ValueError, match="both ends"):
        When(None, None)
    with pytest.raises(ValueError, match="after"):
        When(date(2022, 1, 7), date(2022, 1, 6))
