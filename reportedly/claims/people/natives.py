"""People of the place itself who are called as another state's people are: "ethnic Norlanders", "the Norlandic minority".

In: a word for some people and the country after which they are called. Out: whether they live there as a people of their
own. Where the article calls them so once, the bare name ("Norlanders fled their homes") means them everywhere; citizens and
nationals of that state, its tourists and students stay its own.
"""

from functools import partial

from reportedly.claims.frames import lemmas_of
from reportedly.lexicon import words
from reportedly.lexicon.nations import country_of_adjective, country_of_people
from reportedly.text.sentences import Article, Token, once

_words = partial(words, "en/safety", "ethnic")


def is_native(people: Token, country: str, article: Article) -> bool:
    """Whether the people are no nationals of the country abroad but a people of the place."""
    if _is_called_ethnic(people):
        return True
    is_bare = any(form in _words("vague") for form in lemmas_of(people)) or country_of_people(people.text) is not None
    return is_bare and country in _peoples_of(article)


def _is_called_ethnic(people: Token) -> bool:
    """ "ethnic Norlanders", "local Sudlanders", "Norlanders by origin"."""
    before = [c for c in people.children if c.i < people.i]
    before += [c for b in before if b.dep_ in {"amod", "compound"} for c in b.children]
    return any(c.lower_ in _words("before") for c in before) or any(
        form in _words("groups") for form in lemmas_of(people)
    )


@once
def _peoples_of(article: Article) -> frozenset[str]:
    """The countries after which the article calls a people of the place."""
    found = (_country_of_people(t) for s in article.sentences for t in s.tokens)
    return frozenset(country for country in found if country is not None)


def _country_of_people(token: Token) -> str | None:
    """ "ethnic Norlanders", "the Norlandic minority"."""
    if not token.text[:1].isupper():
        return None
    if any(c.lower_ == "ethnic" for c in token.children) or (token.i > 0 and token.doc[token.i - 1].lower_ == "ethnic"):
        return country_of_people(token.text) or country_of_adjective(token.text)
    is_named_so = token.dep_ in {"amod", "compound", "nmod"} and token.head.i > token.i
    is_group = is_named_so and any(form in _words("minorities") for form in lemmas_of(token.head))
    return country_of_adjective(token.text) if is_group else None
