"""Forms of names, and the order that they are put in."""

from reportedly.link.form import Key


def test_forms_are_put_in_order_whatever_is_unknown_of_them() -> None:
    """Two towns of one name, one without a country: the unknown comes first."""
    nowhere, somewhere = Key(kind="place", name="santa rosa"), Key(kind="place", name="santa rosa", country="PE")
    assert sorted([somewhere, nowhere]) == [nowhere, somewhere]
