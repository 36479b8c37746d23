"""HTML that cannot be broken out of: text is escaped unless it was made here.

In: element names, our own attributes, and text from anywhere: `</style><script>` in an article's title. Out: markup in
which that title is a title. What is no character of HTML (control characters, half surrogates, signs that turn the
direction of writing) is shown as `�`.
"""

from html import escape
from typing import Final

from reportedly.show.plain import clean

_VOID: Final = frozenset({"meta", "br", "hr"})


class Html(str):
    """Markup made by this module; every other string is text."""

    __slots__ = ()


type Child = str | Html | None


def text(value: str) -> Html:
    """Text as markup."""
    return Html(escape(clean(value), quote=True))


def element(name: str, /, *children: Child, **attributes: str) -> Html:
    """`element("p", "18 < 20", class_="note")` is `<p class="note">18 &lt; 20</p>`; `http_equiv` is `http-equiv`."""
    given = "".join(f' {key.rstrip("_").replace("_", "-")}="{text(value)}"' for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{given}>")
    return Html(f"<{name}{given}>{joined(*children)}</{name}>")


def joined(*children: Child) -> Html:
    """Children one after another, what is no markup escaped."""
    return Html("".join(child if isinstance(child, Html) else text(child) for child in children if child is not None))
