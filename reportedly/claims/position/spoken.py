"""Stands of a speaker's own sentences, by their form: "Lay down your arms!", "Where were the soldiers?", "This vile act".

In: a word of a parsed sentence, in the mouth of one who holds an office. Out: the stand that an imperative, a question or
an epithet takes. Refuses what only draws the hearer's ear ("Look, it is late") and a question that somebody is asked.
"""

from functools import cache

from reportedly.claims.clauses import is_quoted
from reportedly.claims.frames import lemmas_of
from reportedly.claims.position.holders import SPEAKER, Stand, position_words, stance_by
from reportedly.claims.position.utterance import is_uttered
from reportedly.text.grammar import is_negated
from reportedly.text.sentences import Sentence, Token
from reportedly.text.voices import attribution_at


def by_imperative(verb: Token, sentence: Sentence) -> Stand | None:
    """ "Put down your weapons," the general called; "Let the children out," she said."""
    if (
        verb.pos_ != "VERB"
        or verb.tag_ not in {"VB", "VBP"}
        or verb.dep_ not in {"ROOT", "ccomp", "parataxis", "advcl"}
    ):
        return None
    if verb.dep_ == "advcl" and not (is_quoted(verb) and verb.i < verb.head.i):
        return None  # '"Do not cross the bridge," the mayor told them' may be parsed so
    own = (c for c in verb.children if c.lower_ != "do" or c.dep_ != "aux")  # "Do not go near the river"
    is_bare = not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "expl", "mark", "csubj"} for c in own)
    first = min((t.i for t in verb.subtree if not t.is_punct and not t.is_quote), default=verb.i)
    is_first = first == verb.i or all(t.dep_ in {"intj", "neg", "prep", "punct", "aux", "advmod"} for t in verb.lefts)
    is_told_first = verb.dep_ == "ccomp" and first == sentence.tokens.start and verb.head.i > verb.i
    if not (is_bare and is_first) or verb.lemma_ in position_words("imperative", "empty"):
        return None
    is_us = verb.lemma_ == "let" and any(
        t.lower_ in {"me", "it", "'s", "us"} for t in verb.doc[verb.i + 1 : verb.i + 2]
    )
    is_us |= any(c.dep_ == "dative" and c.lower_ in {"me", "us"} for c in verb.children)  # "Pass me the salt"
    is_full = any(c.dep_ in {"dobj", "prt", "prep", "ccomp", "xcomp", "advmod"} and c.i > verb.i for c in verb.children)
    if is_us or not is_full or not (is_quoted(verb) or is_told_first) or not attribution_at(sentence, verb.i).chain:
        return None
    return Stand("appeal", verb, SPEAKER, verb)


def by_question(word: Token, sentence: Sentence) -> Stand | None:
    """ "Where were the soldiers?" asked the bishop."""
    if word.text != "?" or not any(t.is_quote for t in word.doc[word.i : word.i + 3]):
        return None
    verb = next((t for t in reversed(list(word.doc[sentence.tokens.start : word.i])) if _is_questioned(t)), None)
    if verb is None or not _is_pointed(verb) or not attribution_at(sentence, verb.i).chain:
        return None
    return Stand("question", verb, SPEAKER, verb)


def _is_questioned(verb: Token) -> bool:
    """The verb of the question, not of the clause that tells who asks it."""
    return verb.pos_ in {"VERB", "AUX"} and verb.dep_ in {"ROOT", "ccomp", "parataxis"} and is_quoted(verb)


def _is_pointed(verb: Token) -> bool:
    """A question of what was done or left undone, not "What time is it?"."""
    asked = {c.lower_ for c in verb.children} | {g.lower_ for c in verb.children for g in c.children}
    if any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ == "you" for c in verb.children):
        return False  # "Where were you born?": whoever hears it is asked
    is_past = verb.tag_ == "VBD" or bool(asked & {"did", "had", "was", "were", "have", "has", "could", "would"})
    return bool(asked & {"why", "how"}) or is_negated(verb) or (is_past and bool(asked & _WH)) or "until" in asked


_WH = {"where", "who", "what", "when", "whose", "which"}


def by_epithet(noun: Token, sentence: Sentence) -> Stand | None:
    """ "This cowardly act will not divide us," the premier said: what he calls the deed in passing."""
    if noun.pos_ != "NOUN" or _deeds().isdisjoint(lemmas_of(noun)) or not is_quoted(noun):
        return None
    has_pointer = any(c.lower_ in {"this", "these", "such", "that", "those", "the"} for c in noun.children)
    stance = next(
        (s for c in noun.children if c.dep_ == "amod" for f in lemmas_of(c) if (s := stance_by("labels").get(f))), None
    )
    if not has_pointer or stance != "condemn" or not is_uttered(noun, sentence):
        return None
    return Stand("condemn", noun, SPEAKER, noun)


@cache
def _deeds() -> frozenset[str]:
    return position_words("attacks", "claimed") | position_words("attacks", "deeds")


def by_bare_feeling(state: Token, sentence: Sentence) -> Stand | None:
    """ "Pained by the loss of lives in the mishap," the premier tweeted: a feeling without its subject."""
    stance = next((s for form in (state.lower_, *lemmas_of(state)) if (s := stance_by("states").get(form))), None)
    if stance not in {"condole", "express_concern", "condemn"} or state.tag_ not in {"VBN", "VBD", "JJ"}:
        return None
    is_behind = state.dep_ == "advcl" and state.i > state.head.i and state.nbor(-1).text in {":", '"', "'"}
    is_open = (is_behind or state.dep_ in {"ROOT", "ccomp"}) and not any(c.dep_ in _FILLED for c in state.children)
    has_cause = any(c.lower_ in {"by", "at", "to", "about", "over"} and c.i > state.i for c in state.children)
    if not is_open or not has_cause or is_negated(state) or not is_uttered(state, sentence):
        return None
    return Stand(stance, state, SPEAKER, state)


_FILLED = {"nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj", "expl"}
