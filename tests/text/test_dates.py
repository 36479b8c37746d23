"""Dates and times of invented sentences, as an article of Saturday 8 January 2022 would put them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.dates import Direction, Kind, TimeMention, find_clock_ranges, find_times
from reportedly.text.moments import easter_of
from reportedly.when import When, parse_when

SATURDAY = parse_when("2022-01-08")


def plain(mentions: tuple[TimeMention, ...]) -> list[str]:
    """Each mention as `text = date clock direction`, what is not said left out."""
    lines = []
    for mention in mentions:
        direction = "" if mention.direction is Direction.NONE else mention.direction.value
        words = [str(mention.when or "?"), mention.clock or "", direction]
        lines.append(f"{mention.text} = {' '.join(word for word in words if word)}")
    return lines


def times(text: str, published: str | None = "2022-01-08", anchor: str | None = None) -> list[str]:
    return plain(
        find_times(text, published=published and parse_when(published), anchor=anchor and parse_when(anchor))  # type: ignore[arg-type]
    )


FULL = [
    ("The bridge fell on 6 January 2022.", "6 January 2022 = 2022-01-06"),
    ("The bridge fell on January 6, 2022, at night.", "January 6, 2022, at night = 2022-01-06"),
    ("The bridge fell on Jan. 6th, 2022.", "Jan. 6th, 2022 = 2022-01-06"),
    ("The bridge fell on the 6th of January 2022.", "the 6th of January 2022 = 2022-01-06"),
    ("The bridge fell on 6th January, 2022.", "6th January, 2022 = 2022-01-06"),
    ("The bridge fell on 06 JANUARY 2022.", "06 JANUARY 2022 = 2022-01-06"),
    ("The bridge fell on 2022-01-06.", "2022-01-06 = 2022-01-06"),
    ("The bridge fell on 2022/1/6.", "2022/1/6 = 2022-01-06"),
    ("The bridge fell on 06.01.2022.", "06.01.2022 = 2022-01-06"),
    ("The bridge fell on 1/16/2022.", "1/16/2022 = 2022-01-16"),
    ("The bridge fell on 16/1/2022.", "16/1/2022 = 2022-01-16"),
    ("The bridge fell on Thursday, 6 January 2022.", "Thursday, 6 January 2022 = 2022-01-06"),
    ("The bridge fell on Thu 6 Jan 2022.", "Thu 6 Jan 2022 = 2022-01-06"),
    ("The bridge fell on sixth of January 2022.", "sixth of January 2022 = 2022-01-06"),
    ("On 29 February 2020 a mast fell.", "29 February 2020 = 2020-02-29"),
    ("The fire of December 31, 1999 is forgotten.", "December 31, 1999 = 1999-12-31"),
]
PARTIAL = [
    ("The port burned on January 6.", "January 6 = 2022-01-06"),
    ("The port burned on 6 January.", "6 January = 2022-01-06"),
    ("The port burned on Jan 6.", "Jan 6 = 2022-01-06"),
    ("The port burned on December 28.", "December 28 = 2021-12-28"),
    ("The port burned on the 6th.", "the 6th = 2022-01-06"),
    ("The port burned on the 28th, police said.", "the 28th = 2021-12-28"),
    ("On the 6th police said the port burned.", "the 6th = 2022-01-06"),
    ("The port burned on the night of the 6th.", "on the night of the 6th = 2022-01-06"),
    ("In the early hours of the 7th (local time) planes landed.", "In the early hours of the 7th = 2022-01-07"),
    ("On the afternoon of the 7th planes landed.", "On the afternoon of the 7th = 2022-01-07"),
    ("The port will reopen on the 12th.", "the 12th = 2022-01-12"),
    ("The port will reopen on 2 February.", "2 February = 2022-02-02"),
    ("The port was closed until January 19.", "January 19 = 2022-01-19 until"),
    ("The port stays closed up to and including 14 March.", "14 March = 2022-03-14 until"),
    ("The festival was moved to 20 January.", "20 January = 2022-01-20"),
    ("A vote was called for 5 February.", "5 February = 2022-02-05"),
    ("Votes were counted in March.", "March = 2021-03"),
    ("Votes will be counted in March.", "March = 2022-03"),
    ("They have met since December.", "December = 2021-12 since"),
    ("They met in December 2020.", "December 2020 = 2020-12"),
    ("They met in May.", "May = 2021-05"),
    ("They met in late December.", "late December = 2021-12-22/2021-12-31"),
    ("They met in early January.", "early January = 2022-01-01/2022-01-10"),
    ("They stay until the end of January.", "the end of January = 2022-01-31 until"),
    ("They stay until the end of the month.", "the end of the month = 2022-01-31 until"),
    ("It was New Year's Eve when they met.", "New Year's Eve = 2021-12-31"),
    ("They met on Christmas Day.", "Christmas Day = 2021-12-25"),
    ("They met on 6/1/2022.", "6/1/2022 = 2022-01-06"),
    ("In January 6 evening the port burned.", "January 6 evening = 2022-01-06"),
    ("In January 6 at about noon the port burned.", "January 6 at about noon = 2022-01-06 12:00"),
    ("The port burned on the 6th of this month.", "the 6th of this month = 2022-01-06"),
    ("The port burned on the 28th of the current month.", "the 28th of the current month = 2021-12-28"),
    ("The port burned on the 4th instant.", "the 4th instant = 2022-01-04"),
    ("By Saturday night the port had burned down.", "Saturday night = 2022-01-08 by"),
    ("They burned pictures of him and set fire to cars on Friday.", "Friday = 2022-01-07"),
    ("The port burned overnight Thursday.", "overnight Thursday = 2022-01-06"),
    ("They met two days back.", "two days back = 2022-01-06"),
    ("They met a fortnight ago.", "a fortnight ago = 2021-12-25~"),
    ("They met on Good Friday.", "Good Friday = 2021-04-02"),
    ("They met on Easter Monday.", "Easter Monday = 2021-04-05"),
    ("They had not met since Ash Wednesday.", "Ash Wednesday = 2021-02-17 since"),
]
WEEKDAYS = [
    ("The minister said on Thursday it would consult its allies.", "Thursday = 2022-01-06"),
    ("The minister said on Saturday that it was over.", "Saturday = 2022-01-08"),
    ("The minister said on Monday that it was over.", "Monday = 2022-01-03"),
    ("Shops were looted on Thursday night.", "Thursday night = 2022-01-06"),
    ("Shops were looted on Saturday night.", "Saturday night = 2022-01-07/2022-01-08"),
    ("Shops were looted on Saturday morning.", "Saturday morning = 2022-01-08"),
    ("Shops were looted early on Friday.", "Friday = 2022-01-07"),
    ("On Friday morning, state radio reported 3 dead.", "Friday morning = 2022-01-07"),
    ("Parliament will meet on Monday.", "Monday = 2022-01-10"),
    ("Parliament is due to meet on Monday.", "Monday = 2022-01-10"),
    ("On Monday, parliament will vote.", "Monday = 2022-01-10"),
    ("The funeral is to be held on Sunday.", "Sunday = 2022-01-09"),
    ("The strike is planned for Monday.", "Monday = 2022-01-10"),
    ("The airport is closed until Monday.", "Monday = 2022-01-10 until"),
    ("The airport was closed until Monday.", "Monday = 2022-01-10 until"),
    ("The shelling lasted until Thursday.", "Thursday = 2022-01-06 until"),
    ("Schools close from next Monday.", "next Monday = 2022-01-10 from"),
    ("They must leave by next Friday.", "next Friday = 2022-01-14 by"),
    ("They must leave by Friday.", "Friday = 2022-01-14 by"),
    ("By Friday, 30 people had died.", "Friday = 2022-01-07 by"),
    ("They left last Saturday.", "last Saturday = 2022-01-01"),
    ("They left on Monday last week.", "Monday last week = 2021-12-27"),
    ("Since Monday 30 people have died.", "Monday = 2022-01-03 since"),
    ("Monday's march drew few people.", "Monday = 2022-01-03"),
    ("As of 6 p.m. Tuesday, 12 people were dead.", "6 p.m. Tuesday = 2022-01-04 18:00"),
    ("On Tuesday at 04:15 local time the wall fell.", "Tuesday at 04:15 local time = 2022-01-04 04:15"),
    ("At ten o'clock on Wednesday night the lights went out.", "ten o'clock on Wednesday night = 2022-01-05 22:00"),
    ("Staff were told on Wednesday that they may leave.", "Wednesday = 2022-01-05"),
    ("Due to the unrest on Wednesday, they declared a curfew.", "Wednesday = 2022-01-05"),
    ("Police on FRIDAY shot at cars.", "FRIDAY = 2022-01-07"),
]
SPOKEN = [
    ("they met on Thursday the 6th", "Thursday the 6th = 2022-01-06"),
    ("they met on Thursday, the 6th.", "Thursday, the 6th = 2022-01-06"),
    ("he said this morning, the 8th, that", "this morning, the 8th = 2022-01-08"),
    ("he said on Thursday (6) that", "Thursday (6 = 2022-01-06"),
    ("he said yesterday, Friday the seventh of January", "yesterday, Friday the seventh of January = 2022-01-07"),
    ("He resigned yesterday.", "yesterday = 2022-01-07"),
    ("He resigned yesterday evening.", "yesterday evening = 2022-01-07"),
    ("He resigned yesterday (Friday).", "yesterday (Friday = 2022-01-07"),
    ("He resigned the day before yesterday.", "the day before yesterday = 2022-01-06"),
    ("He will resign the day after tomorrow.", "the day after tomorrow = 2022-01-10"),
    ("He resigns tomorrow.", "tomorrow = 2022-01-09"),
    ("He resigned today, Saturday.", "today, Saturday = 2022-01-08"),
    ("He resigned this morning.", "this morning = 2022-01-08"),
    ("He resigned last night.", "last night = 2022-01-07"),
    ("Two shops burned overnight.", "overnight = 2022-01-07/2022-01-08"),
    ("Tonight the curfew holds again.", "Tonight = 2022-01-08"),
    ("He resigned last week.", "last week = 2021-12-27/2022-01-02"),
    ("He resigned this week.", "this week = 2022-01-03/2022-01-08"),
    ("He resigned earlier this month.", "earlier this month = 2022-01-01/2022-01-08"),
    ("He resigned last month.", "last month = 2021-12"),
    ("He resigned last year.", "last year = 2021"),
    ("He will resign later this month.", "later this month = 2022-01-08/2022-01-31"),
    ("He will resign next week.", "next week = 2022-01-10/2022-01-16"),
    ("He resigned over the weekend.", "the weekend = 2022-01-08/2022-01-09"),
    ("He resigned three days ago.", "three days ago = 2022-01-05"),
    ("He resigned two weeks ago.", "two weeks ago = 2021-12-25~"),
    ("He resigned several days ago.", "several days ago = 2021-12-30/2022-01-05~"),
    ("He resigned two months ago.", "two months ago = 2021-11"),
    ("He resigned five years ago.", "five years ago = 2017"),
    ("In the past 24 hours three people died.", "In the past 24 hours = 2022-01-07/2022-01-08"),
    ("Over the last three days three people died.", "Over the last three days = 2022-01-05/2022-01-08"),
]
ANCHORED = [
    ("Two days later, the riots spread.", "Two days later = 2022-01-04"),
    ("The next day it rained.", "The next day = 2022-01-03"),
    ("The following night it rained.", "The following night = 2022-01-03"),
    ("On the same day it rained.", "On the same day = 2022-01-02"),
    ("That night it rained.", "That night = 2022-01-02"),
    ("A day earlier, it rained.", "A day earlier = 2022-01-01"),
    ("It rained the day before.", "the day before = 2022-01-01"),
    ("It rained the previous evening.", "the previous evening = 2022-01-01"),
    ("It rained on the following Monday.", "following Monday = 2022-01-03"),
    ("A few days later it rained.", "A few days later = 2022-01-05/2022-01-11~"),
]
INTERVALS = [
    ("They met between 3 and 5 January.", "3 and 5 January = 2022-01-03/2022-01-05"),
    ("From 2 to 6 January the network was down.", "2 to 6 January = 2022-01-02/2022-01-06 from"),
    ("The network was down on January 2-6.", "January 2-6 = 2022-01-02/2022-01-06"),
    ("The network was down 2–6 January 2022.", "2–6 January 2022 = 2022-01-02/2022-01-06"),
    ("On January 6 and January 7, riots continued.", "January 6 and January 7 = 2022-01-06/2022-01-07"),
    ("On 6 and 7 January riots continued.", "6 and 7 January = 2022-01-06/2022-01-07"),
    ("On Thursday and Friday riots continued.", "Thursday and Friday = 2022-01-06/2022-01-07"),
    ("Riots raged from Monday to Wednesday.", "Monday to Wednesday = 2022-01-03/2022-01-05 from"),
    ("Talks will run from Monday to Friday.", "Monday to Friday = 2022-01-10/2022-01-14 from"),
    ("The night from Wednesday to Thursday was calm.", "The night from Wednesday to Thursday = 2022-01-05/2022-01-06"),
    ("They met from 28 December to 3 January.", "28 December to 3 January = 2021-12-28/2022-01-03 from"),
    ("They met from 28 December to 3 January 2022.", "28 December to 3 January 2022 = 2021-12-28/2022-01-03 from"),
    ("Riots raged from the 5th to the 7th.", "the 5th to the 7th = 2022-01-05/2022-01-07 from"),
    ("The war of 1991-1994 was longer.", "1991-1994 = 1991-01-01/1994-12-31"),
]
YEARS = [
    ("It was the worst unrest since 1991.", "1991 = 1991 since"),
    ("The town fell in 1991.", "1991 = 1991"),
    ("The 1988 earthquake was stronger.", "1988 = 1988"),
    ("It recalled the 1991 collapse of the union.", "1991 = 1991"),
    ("Many left in the 1990s.", "1990s = 1990-01-01/1999-12-31"),
    ("They compared it with 1970, when a dam broke.", "1970 = 1970"),
]
UNRESOLVED = [
    ("It was the sixth day of protests.", "the sixth day = ?"),
    ("At 04:15 local time the wall fell.", "04:15 local time = ? 04:15"),
    ("Two days after the vote, he resigned.", "Two days after = ?"),
]
TABLE = [*FULL, *PARTIAL, *WEEKDAYS, *SPOKEN, *INTERVALS, *YEARS, *UNRESOLVED]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_one_expression_is_found_and_resolved(text: str, expected: str) -> None:
    """In an article of Saturday 8 January 2022."""
    assert times(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), ANCHORED, ids=[text for text, _ in ANCHORED])
def test_a_step_counts_from_the_last_date_told(text: str, expected: str) -> None:
    """The article has told of 2 January before; of nothing, and the step leads nowhere."""
    assert times(text, anchor="2022-01-02") == [expected]
    assert times(text, anchor=None)[0].endswith("= ?")


NO_DATES = [
    "A 41-year-old man in room 6 on the 6th floor was hurt.",
    "About 2,000 people, 18 of them children, were held.",
    "The quake had a magnitude of 7.1 and a depth of 10.5 km.",
    "May God help us, he said; he may go.",
    "They march on and will march 20 miles.",
    "The Sun said so, and Theresa May agreed.",
    "The 5th Infantry Brigade held its 2nd meeting on the 40th floor.",
    "A total of 2019 people were held.",
    "Some 1800 soldiers and 2000 police came.",
    "It was broadcast by Russia Today.",
    "Bloody Sunday is remembered every Monday.",
    "He wrote for the Sunday Times.",
    "Version 3.12.2022.1 of the file was sent to 10.0.0.12.",
    "On 31 February and 45 March nothing happened.",
    "The score was 3-2 and the share 6/10.",
    "Call 020 7946 0018 or extension 12.",
    "In the 19th century the fort was built.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_a_number_that_is_no_date_is_not_found(text: str) -> None:
    """Ages, rooms, floors, counts, magnitudes, names and verbs are no dates."""
    assert times(text) == []


@pytest.mark.parametrize(
    ("year", "expected"), [(1818, "1818-03-22"), (1943, "1943-04-25"), (2000, "2000-04-23"), (2019, "2019-04-21")]
)
def test_easter_is_reckoned(year: int, expected: str) -> None:
    """The earliest and the latest Easter of modern times, and two between."""
    assert easter_of(year).isoformat() == expected


def test_a_month_before_a_count_stays_a_month() -> None:
    """In May 18 people died."""
    assert times("In May 18 people died.") == ["May = 2021-05"]


def test_several_dates_of_a_sentence_come_in_order() -> None:
    """Each date told becomes the anchor of those after it in the same sentence."""
    text = "Protests began on 2 January, spread two days later and ended on Friday."
    assert times(text) == ["2 January = 2022-01-02", "two days later = 2022-01-04", "Friday = 2022-01-07"]


def test_the_clause_after_two_days_after_has_its_own_day() -> None:
    """He froze prices on Friday, two days after he had dismissed the cabinet: that was on Wednesday."""
    text = "He froze prices on Friday, two days after he had dismissed the cabinet."
    assert times(text) == ["Friday = 2022-01-07", "two days after = 2022-01-05"]


def test_without_a_publication_date_only_full_dates_are_resolved() -> None:
    """Nothing is filled in by a default."""
    text = "He spoke on Thursday and said on the 6th, as on 6 January, what on 6 January 2022 was known for three days."
    assert times(text, published=None) == [
        "Thursday = ?",
        "the 6th = ?",
        "6 January = ?",
        "6 January 2022 = 2022-01-06",
    ]


def test_an_uncertain_publication_date_widens_what_hangs_on_it() -> None:
    """In an article of Thursday or Friday, yesterday is one of two days, and Monday still one day."""
    assert times("He fell yesterday.", published="2022-01-06/2022-01-07") == ["yesterday = 2022-01-05/2022-01-06"]
    assert times("He said so on Monday.", published="2022-01-06/2022-01-07") == ["Monday = 2022-01-03"]


def test_a_publication_date_of_a_month_resolves_no_weekday() -> None:
    """The readings lie too far apart to say anything."""
    assert times("He said so on Monday.", published="2022-01") == ["Monday = ?"]
    assert times("He said so on 6 January.", published="2022-01") == ["6 January = 2022-01-06"]


def test_6_1_2022_is_decided_only_where_one_order_lies_near() -> None:
    """Both orders are far from an article of 2023."""
    assert times("It fell on 6/1/2022.", published="2023-03-01") == ["6/1/2022 = ?"]


@pytest.mark.parametrize(
    ("text", "is_past_year"),
    [
        ("the worst since 1991", True),
        ("as it did last year", True),
        ("in the 1990s they left", True),
        ("in December 2019 they left", True),
        ("they left in December", False),
        ("they left on Monday", False),
        ("they left in 2022", False),
        ("they left two years ago", True),
    ],
)
def test_an_earlier_time_than_this_crisis_is_marked(text: str, is_past_year: bool) -> None:
    """A look back at 1991 feeds no line of today's."""
    assert [mention.is_past_year for mention in find_times(text, published=SATURDAY)] == [is_past_year]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on Thursday", Kind.DAY),
        ("on 6 January", Kind.DAY),
        ("from 2 to 6 January", Kind.INTERVAL),
        ("in March", Kind.MONTH),
        ("in 1991", Kind.YEAR),
        ("at 6 p.m.", Kind.CLOCK),
        ("overnight", Kind.PART_OF_DAY),
        ("this morning", Kind.PART_OF_DAY),
        ("last week", Kind.INTERVAL),
    ],
)
def test_every_expression_has_a_kind(text: str, kind: Kind) -> None:
    """A day, a longer time, or an hour without a day."""
    assert [mention.kind for mention in find_times(text, published=SATURDAY)] == [kind]


CLOCK_RANGES = [
    ("The ban applies from 22:00 in the evening until 06:00 in the morning.", "22:00/06:00"),
    ("The curfew runs from 11 p.m. to 7 a.m.", "23:00/07:00"),
    ("The curfew runs from 11 pm until 7 am every day.", "23:00/07:00"),
    ("The curfew runs 9pm–4am.", "21:00/04:00"),
    ("The curfew holds between 22:00 and 05:00.", "22:00/05:00"),
    ("The curfew holds between the hours of 10 p.m. and 5 a.m.", "22:00/05:00"),
    ("A ban on going out from 23 o'clock to 7.", "23:00/07:00"),
    ("A ban on going out between 21 and 5 o'clock.", "21:00/05:00"),
    ("A ban on going out from 21.00 to 5.00.", "21:00/05:00"),
    ("A ban on going out from 2100 to 0500 hours.", "21:00/05:00"),
    ("A ban on going out from 22h to 5h.", "22:00/05:00"),
    ("Nobody may go out from 8pm until dawn.", "20:00/.."),
    ("Nobody may go out from dusk until 6 a.m.", "../06:00"),
    ("Nobody may go out from midnight to 5am.", "00:00/05:00"),
    ("Nobody may go out from 10 at night until 6 in the morning.", "22:00/06:00"),
    ("Nobody may go out from eight in the evening to five in the morning.", "20:00/05:00"),
    ("Nobody may go out from 8 to 5 a.m.", "20:00/05:00"),
    ("Shops may open from 7 to 9 p.m.", "19:00/21:00"),
    ("Nobody may go out from 10 p.m. to 5.", "22:00/05:00"),
    ("The ban (9 p.m. to 5 a.m.) is maintained.", "21:00/05:00"),
]


@pytest.mark.parametrize(("text", "daily"), CLOCK_RANGES)
def test_the_hours_of_a_curfew(text: str, daily: str) -> None:
    """As the export writes them: 23:00/07:00."""
    assert [hours.daily for hours in find_clock_ranges(text)] == [daily]


@pytest.mark.parametrize(
    "text",
    [
        "The toll rose from 13 to 18.",
        "Between 20 and 30 people fell from 8 to 5 metres.",
        "Nobody may go out from dusk to dawn.",
        "He came at 23:00 and said so at 07:00.",
        "It won by 3-2 and 21-19.",
    ],
)
def test_numbers_that_are_no_hours_make_no_range(text: str) -> None:
    """Tolls, counts and scores; and what has no hour at either end."""
    assert find_clock_ranges(text) == ()


@given(st.text(max_size=200), st.dates())
def test_any_text_is_survived(text: str, day: object) -> None:
    """Whatever is given: no error, offsets that quote the text, in order and apart."""
    end = 0
    for mention in find_times(text, published=When.on(day), anchor=When.on(day)):  # type: ignore[arg-type]
        assert text[mention.start : mention.end] == mention.text
        assert end <= mention.start < mention.end
        end = mention.end


WORDS = [
    "on",
    "the",
    "6th",
    "January",
    "2022",
    ",",
    ".",
    "(",
    ")",
    "31",
    "last",
    "next",
    "Thursday",
    "night",
    "from",
    "to",
    "and",
    "between",
    "3",
    "5",
    "p.m.",
    "until",
    "since",
    "99",
    "years",
    "ago",
    "later",
    "two",
    "days",
    "same",
    "day",
    "early",
    "end",
    "of",
    "month",
    "6/1/2022",
    "yesterday",
    "23:00",
    "in",
    "May",
    "March",
    "week",
    "after",
    "following",
    "weekend",
    "hours",
    "past",
]


@given(st.lists(st.sampled_from(WORDS), max_size=20), st.dates())
def test_any_order_of_date_words_is_survived(words: list[str], day: object) -> None:
    """Also at the ends of the calendar."""
    text = " ".join(words)
    found = find_times(text, published=When.on(day))  # type: ignore[arg-type]
    assert [text[mention.start : mention.end] for mention in found] == [mention.text for mention in found]
