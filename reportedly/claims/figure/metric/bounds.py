"""What a metric asks of whom it is said of, and whether it is only feared.

In: the metric, the article, the clause. Out: yes or no. "300 took part" are participants only in a story of unrest; "dozens are
feared dead" only may be.
"""

from reportedly.claims.figure.metric.roles import words_near
from reportedly.claims.figure.metric.words import Metric, helpers, lemma, tables
from reportedly.claims.frames import words_of
from reportedly.text.grammar import verb_above
from reportedly.text.sentences import Token


def needs_protest(metric: Metric) -> bool:
    return lemma(metric.word) in helpers("protest_only") and not metric.is_phrased


def is_of_protest(metric: Metric) -> bool:
    """ "joined the strike", "attended the funeral march": whoever does is counted as one of it."""
    words = words_of(["@protest"], tables()["classes"])
    return bool(words_near(metric.word) & words)


def is_feared(metric: Metric, number: Token | None = None) -> bool:
    """ "40 feared dead", "may have died", "it is feared that", "could rise to 40"."""
    feared = helpers("feared")
    verb = verb_above(metric.word)
    if number is not None and any(c.dep_ == "acl" and lemma(c) in feared for c in number.children):
        return True
    if any(c.dep_ == "aux" and c.lower_ in {"may", "might", "could"} for c in verb.children):
        return True
    if number is not None and _is_likely(verb_above(number)):
        return True
    chain = [metric.word, verb, *list(verb.ancestors)[:2]]
    near = [c for t in chain[:2] for c in t.children if c.dep_ in {"amod", "advmod", "acl"}]
    return any(
        (lemma(t) in feared and t.i < metric.word.i + 3)
        or t.lower_ in {"possibly", "potentially", "feared", "presumed"}
        for t in [*chain, *near]
        if t.pos_ in {"VERB", "ADV", "ADJ"} and not _is_parted(metric.word, t)
    )


def _is_likely(verb: Token) -> bool:
    """ "the toll was likely to rise to 56"."""
    return verb.dep_ == "xcomp" and verb.head.lower_ in {"likely", "set", "bound", "unlikely"}


def _is_parted(word: Token, other: Token) -> bool:
    return any(t.text == ";" for t in word.doc[min(word.i, other.i) : max(word.i, other.i)])
