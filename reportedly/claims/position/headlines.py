"""Stands of a headline whose verb the parser takes for a noun: "Red Cross appeals for blood", "Norland thanks Sudland".

In: a word of a headline in -s, right behind somebody who may hold a stand. Out: the stand. Refuses a word in a sentence,
where the parser is to be trusted, and a plural that nobody stands before.
"""

from reportedly.claims.clauses import mention_at
from reportedly.claims.frames import lemmas_of
from reportedly.claims.position.holders import Holder, Stand, holder_at, holds_office, position_words, stance_by
from reportedly.claims.position.takers import crowd_at
from reportedly.text.grammar import subject_of
from reportedly.text.sentences import Sentence, Token

_NEAR = 5  # words within which what is voiced follows


def by_headline_verb(word: Token, sentence: Sentence) -> Stand | None:
    """ "Agency chief voices grave concern over shelling", "Union slams plan, demands inquiry"."""
    if not sentence.is_headline or word.i <= sentence.tokens.start or not _may_be_verb(word):
        return None
    after = [t for t in sentence.tokens if word.i < t.i <= word.i + _NEAR]
    stance = _stance_of(word, after)
    if stance is None or not after:
        return None
    holder = _holder_before(word, sentence)
    return holder and Stand(stance, word, holder, word)


def _may_be_verb(word: Token) -> bool:
    """A plural that is a verb in -s; or behind a plural the bare verb: "Unions back dockers", "MPs question delay"."""
    if word.tag_ == "NNS":
        return True
    is_bare = word.tag_ in {"NN", "VB", "VBP", "RB", "JJ"} and word.lower_ in stance_by("verbs")
    return is_bare and word.pos_ != "VERB" and word.nbor(-1).tag_ in {"NNS", "NNPS"}


def _stance_of(word: Token, after: list[Token]) -> str | None:
    lemma = word.lemma_.lower()
    if lemma in position_words("uttering", "verbs"):
        voiced = next((s for t in after for form in lemmas_of(t) if (s := stance_by("nouns").get(form))), None)
        if voiced is not None or lemma not in stance_by("verbs"):
            return voiced
    with_word = f"{lemma} {after[0].lower_}" if after else ""
    entry = with_word if with_word in stance_by("verbs") else lemma
    stance = stance_by("verbs").get(entry)
    only = position_words("only", entry)
    near = {form for t in after for form in lemmas_of(t)}
    if near & position_words("except", entry):
        return None
    is_begun = bool(after) and (
        entry == with_word or after[0].pos_ in {"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON", "ADP"}
    )
    return stance if is_begun and (not only or only & near) else None


def _holder_before(word: Token, sentence: Sentence) -> Holder | None:
    before = word.nbor(-1)
    if before.text == ",":  # "slams plan, demands inquiry"
        return holder_at(subject_of(sentence.tokens.root), sentence)
    mention = mention_at(before, sentence)
    if mention is not None and holds_office(mention, lemmas_of(before)):
        return Holder(mention.span, mention.name)
    if before.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return None
    return holder_at(before, sentence) or crowd_at(before, sentence)


def by_headline_promise(verb: Token, sentence: Sentence) -> Stand | None:
    """ "Norland to send hospital ship": what a headline says that a body is to do."""
    is_to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if not sentence.is_headline or verb.tag_ != "VB" or not is_to:
        return None
    gives = verb.lemma_ in position_words("pledging", "giving") | position_words("pledging", "sending")
    near = {form for t in verb.subtree if t.i > verb.i for form in lemmas_of(t)}
    first = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to"), verb)
    if not gives or not near & position_words("pledging", "gifts") or first.i <= sentence.tokens.start:
        return None
    holder = holder_at(first.nbor(-1), sentence) if verb.dep_ in {"ROOT", "relcl", "acl", "xcomp"} else None
    return holder and Stand("pledge", verb, holder, verb)
