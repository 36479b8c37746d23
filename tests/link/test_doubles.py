"""Two places that the gazetteer holds for one are told apart by the articles that name both."""

from reportedly.link.doubles import told_apart
from reportedly.model import EntityKind, Mention, Span


def _mention(document: str, start: int, text: str, *, name: str = "Körfez", place: str = "741100") -> Mention:
    span = Span(start, start + len(text))
    return Mention(document=document, span=span, text=text, name=name, kind=EntityKind.PLACE, country="TR", place=place)


def _place() -> tuple[str, str]:
    from reportedly.lexicon import gazetteer

    found = gazetteer.lookup("Yarımca", near=["TR"])
    assert found is not None
    return found.id, found.name


def test_a_quarter_that_two_articles_name_beside_its_town_is_another_place():
    """The prosecutor of Körfez said that in Yarımca four managers had been detained."""
    id_, name = _place()
    articles = [
        [_mention(d, 18, "Körfez", name=name, place=id_), _mention(d, 60, "Yarımca", name=name, place=id_)]
        for d in "ab"
    ]
    assert told_apart(articles) == {(id_, "yarimca")}


def test_one_article_alone_does_not_tell_them_apart():
    """The prosecutor of Körfez said that in Yarımca four managers had been detained."""
    id_, name = _place()
    articles = [[_mention("a", 18, "Körfez", name=name, place=id_), _mention("a", 60, "Yarımca", name=name, place=id_)]]
    assert not told_apart(articles)


def test_a_name_in_brackets_is_the_same_place():
    """Two died in Körfez (Yarımca)."""
    id_, name = _place()
    articles = [
        [_mention(d, 12, "Körfez", name=name, place=id_), _mention(d, 20, "Yarımca", name=name, place=id_)]
        for d in "ab"
    ]
    assert not told_apart(articles)
