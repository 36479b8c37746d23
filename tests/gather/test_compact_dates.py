"""Dates of stamps and slugs, each with its place in the line as it is written."""

import pytest

from reportedly.gather.compact_dates import find_times_of_line, spelled_out


@pytest.mark.parametrize(
    ("line", "written", "day"),
    [
        ("Updated 05.08.10 17:22", "05.08.10 17:22", (2010, 8, 5)),
        ("2009年9月30日 22時41分", "2009年9月30日 22時41分", (2009, 9, 30)),
        ("Date: 291430Z Aug 11", "291430Z Aug 11", (2011, 8, 29)),
        ("PRESSA jk/lo 22 APR 92", "22 APR 92", (1992, 4, 22)),
        ("Last modified: Mon Aug 23 11:02:10 1999", "Mon Aug 23 11:02:10 1999", (1999, 8, 23)),
        ("Tuesday, 3 May 2031", "Tuesday, 3 May 2031", (2031, 5, 3)),
    ],
)
def test_a_compact_date_is_found_where_it_stands(line: str, written: str, day: tuple[int, int, int]) -> None:
    """Years of two digits lie between 1950 and 2049."""
    found = next(mention for mention in find_times_of_line(line) if mention.moment.day)

    assert line[found.start : found.end] == written
    assert (found.moment.year, found.moment.month, found.moment.day) == day


def test_what_is_no_date_is_left_as_it_is() -> None:
    """Reference numbers, scores, clocks."""
    for line in ("No. 0419/MHH/CAB/03", "10 May 20:15", "Page 2 of 12"):
        assert spelled_out(line) == line
