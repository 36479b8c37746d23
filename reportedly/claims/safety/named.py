"""People of a country by their names: "the Norlandic nurse Ana Holm was missing. Holm walked into the camp on Tuesday".

In: a parsed sentence. Out: the names of those whom the article anywhere calls people of a country, each with it. Refuses
officials and soldiers, who are no private people, and a surname that two of different countries have.
"""

from collections.abc import Iterator

from reportedly.claims.clauses import mention_at
from reportedly.claims.people.nationals import Nationals, nationals_in
from reportedly.model import EntityKind
from reportedly.text.sentences import Article, Sentence, Token, once


def named_again(sentence: Sentence) -> Iterator[Nationals]:
    """The names in the sentence of people whose country the article tells."""
    known = _countries_of_names(sentence.article)
    if not known:
        return
    for token in sentence.tokens:
        country = known.get(token.text) if token.pos_ == "PROPN" and token.dep_ in _TOLD_OF else None
        if country and (mention := mention_at(token, sentence)) is not None and mention.kind is EntityKind.PERSON:
            yield Nationals(token, country)


_TOLD_OF = {"nsubj", "nsubjpass", "dobj", "conj", "appos", "attr"}


@once
def _countries_of_names(article: Article) -> dict[str, str]:
    """Surnames with the country that the article tells of them."""
    found: dict[str, set[str]] = {}
    for sentence in article.sentences:
        for people in nationals_in(sentence):
            if (name := _name_of(people.word, sentence)) is not None:
                found.setdefault(name, set()).add(people.country)
    return {name: next(iter(lands)) for name, lands in found.items() if len(lands) == 1}


def _name_of(people: Token, sentence: Sentence) -> str | None:
    """The surname: "the Norlandic nurse Ana Holm", "Ana Holm, a Norlandic nurse", "Ana Holm of Lima"."""
    if people.tag_ not in {"NN", "NNP", "JJ"}:
        return None
    beside = [people, *(c for c in people.children if c.dep_ == "appos")]
    if people.dep_ in {"compound", "nmod", "appos"}:
        beside.append(people.head)
    for token in beside:
        mention = mention_at(token, sentence) if token.pos_ == "PROPN" else None
        if mention is not None and mention.kind is EntityKind.PERSON:
            return mention.name.split()[-1]
    return None
