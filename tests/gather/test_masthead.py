"""Headline, outlet and author, only as far as the text or the address says them."""

import pytest

from reportedly.gather.masthead import author_of, outlet_of, title_of

REST = "\n\nTen people died on Monday when a lorry caught fire in the tunnel, the police said.\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Ten die in tunnel fire", "Ten die in tunnel fire"),
        ("By Ana Ruiz\n3 March 2031, 18:40\nTen die in tunnel fire", "Ten die in tunnel fire"),
        ("WORLD\n\nTen die in tunnel fire", "Ten die in tunnel fire"),
        ("Mayor: “We have lost friends. I wish you peace.”", "Mayor: “We have lost friends. I wish you peace.”"),
        ("3 March 2031\nTen die in tunnel fire", "Ten die in tunnel fire"),
        ("ALTDORF, March 3 (Reuters) - Ten people died on Monday", None),
        ("Ten people died on Monday in a tunnel fire, the police said.", None),
    ],
)
def test_the_headline_is_the_first_line_that_is_one(head: str, title: str | None) -> None:
    """Kicker, byline and time stamp stand above it; a first paragraph is none."""
    assert title_of(head + REST) == title


def test_a_single_line_has_no_headline() -> None:
    """A headline is a headline of something."""
    assert title_of("Ten die in tunnel fire") is None


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"Ten die in tunnel fire – TVCENTRAL.sk{REST}", "TVCENTRAL.sk"),
        (f"Ten die in tunnel fire | The Uri Post{REST}", "The Uri Post"),
        (f"Ten die in tunnel fire - Uri Post{REST}", "Uri Post"),
        (f"Ten die in tunnel fire – Bergský obzor{REST}", "Bergský obzor"),
        (f"Ten die in tunnel fire{REST}\n© 2031 The Uri Post. All rights reserved.", "The Uri Post"),
        (f"Ten die in tunnel fire{REST}\nCopyright 2029-2031 Uri Post", "Uri Post"),
        (f"Ten die in tunnel fire{REST}\nDiscover more from Uri Post", "Uri Post"),
        (f"Ten die in tunnel fire{REST}\nThis article was originally published in The Uri Post.", "The Uri Post"),
        (f"Ten die in tunnel fire – News{REST}", None),
        (f"Ten die in tunnel fire – police{REST}", None),
        (f"Ten die in tunnel fire – interior ministry{REST}", None),
        (f"Ten die - ten too many{REST}", None),
        (f"Ten die in tunnel fire{REST}\nThe figures were first published in March.", None),
    ],
)
def test_the_outlet_is_named_by_the_text(text: str, outlet: str | None) -> None:
    """Behind the headline, in the copyright line, in a note on where it first appeared; a speaker is no outlet."""
    assert outlet_of(text) == outlet


@pytest.mark.parametrize(
    ("source", "outlet"),
    [
        ("https://www.uripost.example/world/1", "uripost.example"),
        ("http://192.168.0.1/x", None),
        ("https://[broken", None),
        ("articles/uripost.txt", None),
    ],
)
def test_else_by_the_host_of_its_address(source: str, outlet: str | None) -> None:
    """A path names no outlet."""
    assert outlet_of("Ten die in tunnel fire" + REST, source=source) == outlet


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ana Ruiz", "Ana Ruiz"),
        ("By Ana Ruiz and Tom Weir, Uri Post", "Ana Ruiz and Tom Weir"),
        ("By Ana Ruiz in Altdorf", "Ana Ruiz"),
        ("By our correspondent in Altdorf", None),
        ("By land and sea", None),
    ],
)
def test_the_byline_names_the_author(line: str, author: str | None) -> None:
    """A desk or correspondent without a name is nobody."""
    assert author_of(f"Ten die in tunnel fire\n\n{line}{REST}") == author
