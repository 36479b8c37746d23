"""Names whose family stands first: Chinese, Korean, Hungarian, Japanese. Are two of them one, in any romanisation and order?

In: two forms of which the articles tell the country. Out: yes, no, or nothing where the names are of no such country or cannot be
read. "Park Ji-sung" and "Ji Sung Park"; "Xu Lai" and "Hsu Lai" tell too little.
"""

from reportedly.lexicon.spelling import fold
from reportedly.link import chinese, korean
from reportedly.link.form import Form
from reportedly.link.sound import folded, likeness

_KOREAN = frozenset({"KR", "KP"})
_TURNED = frozenset({"HU", "JP", "VN", "KH"})
"""Lands whose people foreign papers name now with the family name first and now last."""
_ONE = 0.9


def country_of(form: Form) -> str | None:
    return form.key.country or form.key.crisis


def is_one_name_of_the_east(one: Form, other: Form) -> bool:
    """Whether two full names are one in two romanisations or orders."""
    if chinese.is_one_chinese_name(one.parts, other.parts):
        return True
    if len(one.parts) < 2 or len(other.parts) < 2:
        return False
    lands = {country_of(one), country_of(other)}
    if lands <= chinese.LANDS:
        return any(chinese.is_one_chinese_name(left, right) for left, right in _orders(one, other))
    if lands <= _KOREAN:
        return any(korean.is_one_name(left, right) for left, right in _orders(one, other))
    return lands <= _TURNED and len(one.parts) == 2 and _is_turned(one, other)


def are_two_of_the_east(one: Form, other: Form) -> bool:
    """Whether two full names of one land can be read, and in no reading are one: other families, or other given names."""
    if not one.given or not other.given:
        return False
    lands = {country_of(one), country_of(other)}
    left, right = ("".join(form.parts[1:]) for form in (one, other))
    if lands <= chinese.LANDS and one.parts[0] == other.parts[0]:
        is_other = bool(chinese.are_two_in_chinese(left, right))
    elif lands <= _KOREAN:
        is_other = korean.are_two(one.parts[0], other.parts[0], least=1) or korean.are_two(left, right)
    else:
        return False
    return is_other and not is_one_name_of_the_east(one, other)


def family_keys(form: Form, *, every: bool = False) -> frozenset[str]:
    """What the family name before a given one, or alone, may be: pinyin, or Korean syllables; else none. `every`: of the last
    word too, where it may stand behind."""
    land = country_of(form)
    words = {form.parts[0], form.parts[-1]} if every else {form.parts[0]}
    if land in chinese.LANDS:
        return frozenset(family for word in words for family in chinese.families_of(word))
    if land in _KOREAN:
        return frozenset("".join(row) for word in words for row in korean.syllables_of(word) if len(row) == 1)
    return frozenset()


def _orders(one: Form, other: Form) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The words of both names as they stand, then with the last word of either put first."""
    left, right = one.parts, other.parts
    return [(left, right), (left, (right[-1], *right[:-1])), ((left[-1], *left[:-1]), right)]


def _is_turned(one: Form, other: Form) -> bool:
    left, right = one.written, tuple(reversed(other.written))
    return len(right) == 2 and all(
        fold(a) == folded(b) or likeness(a, b) >= _ONE for a, b in zip(left, right, strict=True)
    )
