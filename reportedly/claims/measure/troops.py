"""Whose troops they are: "French soldiers arrived in Bamako" are another state's, "the army sent 400 soldiers" are not.

In: a match of a frame whose undergoer are troops. Out: whether they are from abroad, by their own words ("foreign",
"peacekeepers"), by their or their sender's country, or by an alliance that sends them. Refuses to guess where the text
names neither.
"""

from functools import cache, partial

from reportedly.claims.clauses import mention_at, place_of
from reportedly.claims.frames import Match, is_in, lemmas_of
from reportedly.lexicon import load, words
from reportedly.lexicon.nations import country_of
from reportedly.model import EntityKind, Span
from reportedly.text.grammar import subject_of
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token

_words = partial(words, "en/measures", "abroad")


@cache
def _soldiers() -> frozenset[str]:
    classes = load("en/measures")["classes"]
    return frozenset([*classes["troop"], *classes["police"]])


def is_from_abroad(match: Match, sentence: Sentence) -> bool:
    """Whether the troops are another state's or an alliance's, as their own words or their sender show."""
    troops = match.undergoer if match.frame.undergoer else match.doer
    if troops is None:
        return False
    phrase = _phrase_of(troops)
    if any(form in _words("words") for token in phrase for form in lemmas_of(token)):
        return True
    home = _country_at(place_of(match.word, sentence, core=[troops]), sentence)
    sender = [match.doer] if match.doer is not None and match.doer.i != troops.i else []
    sender += [named for doer in sender if (named := _named_before(doer, sentence)) is not None]
    if (
        home is not None
        and is_in(troops, _soldiers())
        and match.word.dep_ == "ccomp"
        and match.word.head.i < match.word.i
    ):
        teller = subject_of(match.word.head)  # "the Norlandic ministry said that 300 paratroopers had arrived in Petra"
        sender += [teller, *(c for c in teller.children if c.dep_ in {"compound", "amod"})] if teller else []
    return any(_is_other_state(token, home, sentence) for token in [*phrase, *sender] if token.i != troops.i)


def _named_before(pronoun: Token, sentence: Sentence) -> Token | None:
    """ "Moscow sent 150 men. It flew in a battalion": the subject of the sentence before."""
    if pronoun.lower_ not in {"it", "they", "she", "he"} or not sentence.index:
        return None
    before = sentence.article.sentences[sentence.index - 1]
    near = pronoun.sent.root if pronoun.head.dep_ in {"ccomp", "conj", "advcl"} else None
    above = subject_of(near) if near is not None else None
    if above is not None and above.pos_ == "PROPN" and above.i < pronoun.i:
        return above
    return subject_of(before.tokens.root) if before.paragraph is sentence.paragraph else None


def _phrase_of(troops: Token) -> list[Token]:
    """The troops with what stands before them and with "of", "from", "including"."""
    parts = [c for c in troops.children if c.dep_ not in {"relcl", "acl"}]
    near = [t for c in parts if c.i < troops.i or c.lower_ in {"of", "from", "including"} for t in c.subtree]
    return [troops, *near]


def _is_other_state(token: Token, home: str | None, sentence: Sentence) -> bool:
    mention = mention_at(token, sentence)
    country = country_of(token.text) or (mention.country if mention else None)
    if mention and mention.kind is EntityKind.ORGANISATION and country is None:
        return bool(_words("alliances") & set(mention.name.split()))
    is_told_whence = token.i < token.head.i or (token.head.lower_ == "from" and country_of(token.text) is not None)
    return country is not None and country != home and (home is not None or is_told_whence)


def _country_at(place: Span | None, sentence: Sentence) -> str | None:
    mention = mentions_of(sentence.article).at(place)
    return mention.country if mention else None
