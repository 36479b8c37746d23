"""Those named before, taken up by a bare word: "Two Norlanders were hurt. Both are in hospital", "The girl remains missing".

In: a parsed sentence. Out: the words that stand for people of a country whom this sentence or those before it in the
paragraph name, each with that country. Refuses a word that has a country of its own, and one that cannot be the same people.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from reportedly.claims.frames import lemmas_of
from reportedly.claims.people.nationals import Nationals, nationals_in
from reportedly.claims.safety.consular import moved_or_lost
from reportedly.lexicon import words
from reportedly.text.grammar import subject_of
from reportedly.text.sentences import Sentence, Token

_words = partial(words, "en/safety")


_LOSSES = {"casualty", "victim", "fatality"}
_BARE = {"others", "one", "both", "all", "third", "they", "none", "everyone", "couple", "pair"}


def counted_back(sentence: Sentence) -> Iterator[Nationals]:
    """ "two were slightly injured", after "our compatriots": bare numbers and "the others" count those last named."""
    for token in sentence.tokens:
        is_subject = token.dep_ in {"nsubj", "nsubjpass"}
        is_bare = is_subject and (token.pos_ == "NUM" or token.lower_ in _BARE or _is_rest(token) or _is_ordinal(token))
        if _is_ordinal(token) and token.dep_ == "advmod" and (own := subject_of(token.head)) is not None:
            yield from _counted_on(own, sentence)  # "A fifth, Ana Holm, died"
            continue
        whole = [p.lower_ for c in token.children if c.dep_ == "prep" for p in c.children]
        if token.lower_ in {"he", "she"} and is_subject:
            yield from _one_before(token, sentence)
            continue
        if is_subject and _is_definite(token):
            yield from _same_as_before(token, sentence)
            continue
        if (
            not (is_bare or _is_counted_among(token) or (is_subject and token.lemma_ in _LOSSES and "them" in whole))
            or token.head.pos_ not in {"VERB", "AUX"}
            or any(w not in {"them", "whom", "these"} for w in whole)
        ):
            continue
        named = [
            n
            for s in this_and_before(sentence, back=3 if _is_ordinal(token) else 1, is_definite=_is_the(token))
            for n in [*nationals_in(s), *(people for people, _, _ in moved_or_lost(s))]
            if n.word.doc != token.doc or n.word.i < token.i
        ]
        if named and not _is_told_whose(token, sentence):
            lands = _lands_together(named) if _takes_up_all(token) else [named[-1].country]
            yield from (Nationals(token, land) for land in lands)


def _counted_on(person: Token, sentence: Sentence) -> Iterator[Nationals]:
    named = [n for s in this_and_before(sentence, back=3)[:-1] for n in nationals_in(s)]
    if named and not any(n.word.i == person.i for n in nationals_in(sentence)):
        yield Nationals(person, named[-1].country)


def _is_told_whose(token: Token, sentence: Sentence) -> bool:
    """ "The four, a Dane and three Finns, are well", "the five still held are Danes": whose they are is told here."""
    held = [c for c in token.children if c.dep_ == "appos"]
    if token.head.lemma_ == "be":
        held += [c for c in token.head.children if c.dep_ == "attr" and c.i > token.i]
    rows = {t.i for c in held for t in (c, *c.conjuncts, *c.subtree)}
    return any(n.word.i in rows for n in nationals_in(sentence)) or any(
        t.tag_ == "NNP" for c in held for p in c.children if p.lower_ == "from" for t in p.children
    )


def _takes_up_all(token: Token) -> bool:
    """ "All are well", "They drowned", "the four", "none of them": these take up every one of those named together."""
    if token.lower_ == "they" and token.head.dep_ == "relcl":
        return False  # "whom they seized"
    is_all = token.lower_ in _words("again", "all") or token.lemma_ in _words("again", "all")
    return is_all or _is_the(token) or any(c.lower_ in _words("again", "all") for c in token.children)


def _lands_together(named: Sequence[Nationals]) -> list[str]:
    """The countries of the row in which the last of them is named: "a Dane, two Finns and a Pole"."""
    together = [named[-1]]
    for one in reversed(named[:-1]):
        if not _is_in_row(one.word, together[-1].word):
            break
        together.append(one)
    return list(dict.fromkeys(n.country for n in reversed(together)))


def _is_in_row(first: Token, then: Token) -> bool:
    """Whether nothing but a comma or an "and", and what belongs to the names, stands between the two."""
    if first.doc != then.doc or first.sent != then.sent:
        return False
    between = [t for t in first.doc[first.i + 1 : then.i] if not is_inside_relative(t, first)]
    is_parted = any(t.text in {";", ":"} or t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in between)
    return not is_parted and (first.i == then.i or any(t.text == "," or t.dep_ == "cc" for t in between))


def is_inside_relative(token: Token, people: Token) -> bool:
    """ "a Dane who ran a bar": what is told of them in a clause of their own."""
    return any(t.dep_ == "relcl" and people.is_ancestor(t) for t in [token, *token.ancestors])


def _one_before(pronoun: Token, sentence: Sentence) -> Iterator[Nationals]:
    """ "A Norlandian priest was hurt. He was flown home": the one of whom the sentence before tells."""
    before = before_in_story(sentence)
    if before is None or pronoun.head.dep_ not in {"ROOT", "conj"}:
        return
    subject = subject_of(before.tokens.root)
    one = next((n for n in nationals_in(before) if subject is not None and n.word.i == subject.i), None)
    if one is not None and one.word.tag_ in {"NN", "NNP"}:
        yield Nationals(pronoun, one.country)


def _is_ordinal(token: Token) -> bool:
    """ "A third was discharged", "The fourth remains in hospital"."""
    return token.lower_ in _words("there", "ordinals") and token.pos_ in {"ADJ", "NOUN"}


def _is_rest(noun: Token) -> bool:
    """ "the other 126 people", "the three rescued people", "the remaining five": a part of those named before."""
    if noun.lemma_ not in {"people", "person", "rest", "remainder"}:
        return False
    words = {c.lower_ for c in noun.children}
    is_counted = any(c.dep_ == "nummod" for c in noun.children)
    return "the" in words and (noun.lemma_ in {"rest", "remainder"} or is_counted or "remaining" in words)


def _is_counted_among(token: Token) -> bool:
    """ "Among them, five people were hurt"."""
    is_people = token.dep_ in {"nsubj", "nsubjpass"} and token.lemma_ in {"people", "person", "other"}
    back = [p.lower_ for c in token.head.children if c.lower_ == "among" for p in c.children]
    return is_people and any(c.dep_ == "nummod" for c in token.children) and "them" in back


def _is_the(token: Token) -> bool:
    """ "the two", "both": these take up people whom another paragraph names; a bare "four" does not."""
    return token.lower_ == "both" or any(c.lower_ == "the" for c in token.children)


def this_and_before(sentence: Sentence, *, back: int = 1, is_definite: bool = False) -> list[Sentence]:
    """`is_definite` of a word that may take up the sentence of the paragraph before."""
    before = sentence.article.sentences[max(0, sentence.index - back) : sentence.index]
    kept = [s for s in before if s.paragraph is sentence.paragraph]
    last = before_in_story(sentence) if is_definite and not kept else None
    return [*kept, *([last] if last is not None else []), sentence]


def before_in_story(sentence: Sentence) -> Sentence | None:
    """The sentence before in the paragraph, or in a paragraph before that is one sentence, as agencies write."""
    before = sentence.article.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph is sentence.paragraph:
        return before
    is_alone = sentence.index < 2 or sentence.article.sentences[sentence.index - 2].paragraph is not before.paragraph
    return before if is_alone and not before.is_headline else None


def _is_definite(noun: Token) -> bool:
    """ "The girl", "the pair", "the student": of whom nothing else tells who they are."""
    if noun.pos_ != "NOUN":
        return False
    words = {c.lower_ for c in noun.children}
    return bool(words & {"the", "this"}) and all(c.dep_ in {"det", "punct", "amod"} for c in noun.children)


def _same_as_before(noun: Token, sentence: Sentence) -> Iterator[Nationals]:
    """ "A Norlandic student had been aboard. The girl remains missing": the one person whom the sentence before names."""
    before = before_in_story(sentence)
    if before is None or any(n.word.i == noun.i for n in nationals_in(sentence)):
        return
    named = nationals_in(before)
    is_pair = any(form in _words("again", "pairs") for form in lemmas_of(noun))
    is_anyone = is_pair or any(form in _words("again", "persons") for form in lemmas_of(noun))
    fitting = [n for n in named if is_pair or n.word.tag_ in {"NN", "NNP", "JJ"}]
    fitting = [n for n in fitting if is_anyone or n.word.lemma_ == noun.lemma_]  # "the driver" is not the student
    if fitting and noun.tag_ == "NN" and len({n.country for n in fitting}) == 1:
        yield Nationals(noun, fitting[0].country)
