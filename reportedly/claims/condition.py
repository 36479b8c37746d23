"""How people are: the words that say harmed, safe, missing or gone home, in the clauses that speak of them.

In: the word for some people. Out: the nearest cue of the clauses about them, and whether it is so: "no Koreans were
hurt", "no information that Koreans were hurt". Refuses the cues of clauses that merely stand in the same sentence.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial

from reportedly.claims.clauses import Outlook, outlook_of
from reportedly.claims.frames import is_in, lemmas_of
from reportedly.lexicon import words
from reportedly.text.grammar import clause_tokens, roles_of, subject_of, verb_above
from reportedly.text.sentences import Token

_words = partial(words, "en/safety")


def clauses_about(word: Token) -> Iterator[list[Token]]:
    """Nearest first: what they are subject or object of, clauses at their own noun, the whole clause around."""
    yield from clauses_telling(word)
    yield from _clauses_around(word)


def clauses_telling(word: Token) -> Iterator[list[Token]]:
    """Those that speak of them and of nobody else, nearest first."""
    whole = _standing_for(word)
    own = {
        c.i: c for noun in whole for c in noun.children if c.dep_ in {"acl", "relcl", "amod"} and not _is_of_theirs(c)
    }
    if (behind := verb_behind(word)) is not None:
        yield _around(behind)
    roles = (role for noun in reversed(whole) for role in roles_of(noun))
    yield [t for role in roles if not _is_within(role.predicate, own) for t in _around(role.predicate)]
    yield [t for verb in _verbs_after(word) for t in _around(verb)]
    yield [t for c in own.values() for t in c.subtree]


def _clauses_around(word: Token) -> Iterator[list[Token]]:
    whole = _standing_for(word)
    subject = subject_of(word.head) if word.dep_ == "attr" else None
    yield [t for noun in [*whole, *([subject] if subject is not None else [])] for t in _counted_out_of(noun)]
    verb = verb_above(word)
    if word.dep_ in {"dep", "appos"} or word.head.is_punct:
        yield [t for t in word.sent if t.i < word.i]
    yield [
        t
        for t in clause_tokens(verb)
        if t == verb
        or not any(a.dep_ == "relcl" and a != verb for a in [t, *t.ancestors] if a.i != verb.i and verb.is_ancestor(a))
    ]
    if verb.dep_ in {"ccomp", "relcl", "advcl", "xcomp", "acl"}:
        yield [t for t in verb.head.subtree if t.i < verb.i or t == verb]


def _is_within(predicate: Token, clauses: Mapping[int, Token]) -> bool:
    """ "climbers who went missing were found": "missing" is told in the clause of their own, not by the sentence."""
    return predicate.i in clauses or any(t.i in clauses for t in predicate.ancestors)


def verb_behind(word: Token) -> Token | None:
    """ "Six Danes lost since Friday were found alive": the verb, where the parser takes the participle for it."""
    first = word.head
    is_participle = first.tag_ in {"VBN", "VBD"} and not any(c.dep_ in _HELD for c in first.children)
    if word.dep_ not in {"nsubj", "nsubjpass"} or not is_participle:
        return None
    after = (c for c in first.children if c.dep_ in {"advcl", "ccomp", "conj", "dep"} and c.i > first.i)
    finite = (c for c in after if c.pos_ in {"VERB", "AUX"} and any(g.dep_ in {"aux", "auxpass"} for g in c.children))
    bare = (c for c in finite if not any(_opens_clause(g) or g.dep_ in _SUBJECTS for g in c.children))
    return next((c for c in bare if c.tag_ != "VBG" and not _is_joined(first, c)), None)


_HELD = {"aux", "auxpass", "dobj", "xcomp", "prt", "attr", "acomp"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}


def _opens_clause(word: Token) -> bool:
    return word.dep_ == "mark" or word.tag_ == "WRB"


def _is_joined(first: Token, then: Token) -> bool:
    """ "were lost and have been found"."""
    return any(c.dep_ == "cc" and first.i < c.i < then.i for c in first.children)


def _verbs_after(word: Token) -> Iterator[Token]:
    """ "six miners had been on the other shift and were unhurt": verbs joined to theirs that have no subject of their own."""
    verb = word.head
    if word.dep_ not in {"nsubj", "nsubjpass"} or verb.pos_ not in {"VERB", "AUX"}:
        return
    bare = (c for c in verb.children if c.dep_ == "ccomp" and c.tag_ in {"VBN", "VBD"} and verb.lemma_ == "be")
    for then in (*verb.conjuncts, *bare):  # "is among the four still unaccounted for"
        if then.i > verb.i and not any(c.dep_ in _SUBJECTS for c in then.children):
            yield then


def _is_of_theirs(clause: Token) -> bool:
    """ "two pilots whose helicopter was shot down": a thing of theirs, unless it is a limb or a life."""
    subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    is_owned = clause.dep_ == "relcl" and subject is not None and any(c.lower_ == "whose" for c in subject.children)
    return (
        is_owned
        and subject is not None
        and any(form in _words("elsewhere", "belongings") for form in lemmas_of(subject))
    )


def is_figure_of_speech(cue: Token) -> bool:
    """ "beat the Norlanders 3-1", "Norlandic exporters suffered": loose words for harm beside a match or a market."""
    is_loose_word = any(form in _words("figurative", "cues") for form in lemmas_of(cue))
    if not is_loose_word or any(_cue_length(cue, status) > 1 for status in _STATUSES):
        return False
    return any(form in _words("figurative", "fields") for t in cue.sent for form in lemmas_of(t))


def _counted_out_of(noun: Token) -> list[Token]:
    """ "three of those who died": what is said of all of whom they are counted; the word itself, of "the injured"."""
    wholes = [p for c in noun.children if c.dep_ == "prep" and c.lower_ in {"of", "among"} for p in c.subtree]
    is_number = noun.pos_ == "NUM" or noun.lower_ in {"most", "some", "many", "several", "dozens"}
    return wholes if is_number else []


def _standing_for(word: Token) -> list[Token]:
    """The word, and the nouns that stand for it: "12 of its nationals" -> 12."""
    chain = [word]
    for _ in range(4):
        last = chain[-1]
        if last.dep_ == "pobj" and last.head.lower_ == "including" and last.head.head.pos_ in {"NOUN", "PROPN", "NUM"}:
            chain.append(last.head.head)  # "three foreigners, including a Swede"
        elif (
            last.dep_ == "pobj"
            and last.head.lower_ == "including"
            and (whole := subject_of(last.head.head)) is not None
        ):
            chain.append(whole)  # "30 were hurt on Sunday, including five Poles"
            break
        elif last.dep_ in {"appos", "conj"} and last.head.pos_ in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}:
            chain.append(last.head)
        elif (
            last.dep_ == "pobj" and last.head.lower_ == "of" and last.head.head.pos_ in {"NUM", "PRON", "DET", "ADJ"}
        ) or (
            last.dep_ == "pobj"
            and last.head.lower_ == "of"
            and last.head.head.lower_ in {"dozens", "hundreds", "group", "number", "one"}
        ):
            chain.append(last.head.head)
        else:
            break
    return chain


_COMPLEMENTS = {"prep", "acomp", "attr", "oprd", "advmod", "prt", "dobj", "xcomp", "npadvmod", "agent"}


def _around(predicate: Token) -> list[Token]:
    """The word that says something of them with its complements, without the clauses that hang on those."""
    held = (c for c in predicate.children if c.dep_ in _COMPLEMENTS or _is_state_beside(c))
    return [predicate, *(t for c in held for t in _plainly(c))]


def _is_state_beside(word: Token) -> bool:
    """ "walked into the camp, dusty but unhurt": how they were when they did so."""
    return word.dep_ in {"advcl", "amod"} and word.pos_ == "ADJ" and word.i > word.head.i and word.nbor(-1).text == ","


def _plainly(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ not in {"relcl", "advcl", "ccomp", "parataxis"}:
            yield from _plainly(child)


_STATUSES = ("harmed", "unharmed", "unknown", "evacuated")


def cue_in(tokens: Iterable[Token], word: Token) -> tuple[str, Token] | None:
    """The cue nearest to the word; a phrase before a single word."""
    kept = sorted({t.i: t for t in tokens if t.i != word.i and t.sent == word.sent}.values(), key=lambda t: t.i)
    found: list[tuple[bool, int, str, Token]] = []
    for status in _STATUSES:
        for token in kept:
            length = 0 if _is_of_place(token) or _is_without(token) else _cue_length(token, status)
            if length:
                found.append((_is_weak(token, length), abs(token.i - word.i) - 3 * length, status, token))
    best = min(found, key=lambda f: f[:3], default=None)
    if (
        best
        and best[3].lemma_ == "lose"
        and any(t.lemma_ in _words("cues", "ties") for t in [*kept, *best[3].children])
    ):
        return "unknown", best[3]  # "contact was lost with a group of Poles"
    if best and best[2] == "unharmed" and best[3].lemma_ in _words("cues", "mere"):
        best = min((f for f in found if f[2] == "harmed" and not is_none(f[3])), key=lambda f: f[:3], default=best)
    return (best[2], best[3]) if best else None


@cache
def _phrases(status: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> the cues of several words that begin with it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for cue in sorted(_words("cues", status)):
        first, *more = cue.split(" ")
        more = [word for word in more if word not in _ARTICLES]
        if more:
            found.setdefault(first, []).append((first, *more))
    return {first: tuple(cues) for first, cues in found.items()}


_TASKS = {"rescue", "search", "evacuation", "relief"}


def _is_of_task(noun: Token) -> bool:
    """Whether it says of which kind an operation or a team is."""
    return noun.dep_ in {"conj", "compound", "nmod", "amod"} and any(
        t.lemma_ in _words("helping", "tasks") for t in noun.doc[noun.i + 1 : noun.i + 4]
    )


_WHOLES = {
    "cent",
    "percent",
    "%",
    "majority",
    "most",
    "half",
    "number",
    "third",
    "quarter",
    "part",
    "rest",
    "dozen",
    "list",
}
_STRUCK = {"victim", "dead", "casualty", "hostage", "injured"}


def _is_aside(noun: Token) -> bool:
    """Whether others than those spoken of are struck: "in support of the victims", not "among the victims", "two of the dead"."""
    is_of = noun.dep_ == "pobj" and noun.head.lower_ in {"of", "for", "with", "to"}
    whole = noun.head.head
    return is_of and whole.pos_ in {"NOUN", "VERB"} and whole.lemma_ not in _WHOLES


_ARTICLES = {"a", "an", "the", "their", "his", "her"}
"""Left out where a cue is compared: "taken to a hospital", "lost their lives" (listed with "lost lives" too)."""

_CARRIERS = {"ferry", "transport", "escort"}
_CUE_POS = {"VERB", "ADJ", "NOUN", "ADV", "PROPN", "AUX"}


def _cue_length(token: Token, status: str) -> int:
    """How many words the cue that begins here has, or 0."""
    if status == "unharmed" and _is_drawn_out(token):
        return 1
    cues = _phrases(status).get(token.lower_, ())
    if cues:
        after = tuple(t.lower_ for t in token.doc[token.i : token.i + 7] if t.lower_ not in _ARTICLES)
        lengths = [len(cue) for cue in cues if after[: len(cue)] == cue]
        if lengths:
            return max(lengths)
    if token.dep_ == "compound" and token.head.i == token.i + 1 and status != "evacuated":
        return 0  # "the hostage crisis", "a rescue team", "the death toll" say nothing of them
    if token.lemma_ in _TASKS and token.pos_ != "VERB" and _is_of_task(token):
        return 0  # "search and rescue operations", "rescue and relief teams"
    if token.lemma_ in _STRUCK and _is_aside(token):
        return 0  # "marched in support of the victims"
    if token.lemma_ == "find" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "it":
        return 0  # "find it hard to leave"
    if token.lemma_ == "lose" and token.pos_ == "VERB" and _is_mislaid(token):
        return 0  # "lost her glasses"
    if token.lower_ in {"free", "safe", "bound"} and token.i > 0 and token.nbor(-1).text == "-":
        return 0  # "visa-free travel"
    if token.lower_ == "well" and token.i > 0 and token.nbor(-1).lower_ == "as":
        return 0  # "were on the ship as well"
    if token.lower_ == "remains" and token.pos_ == "VERB":
        return 0  # "their fate remains unclear" speaks of no remains
    if status == "evacuated" and token.pos_ in {"NOUN", "PROPN"} and token.lemma_ in _CARRIERS:
        return 0  # "Six Greeks were on the ferry"
    if token.pos_ in {"NOUN", "PROPN"} and token.lemma_ in _words("cues", "verbal"):
        return 0  # "worked under contract", "the club"
    if token.lemma_ in _words("cues", "adjectival") and token.lower_ != token.lemma_:
        return 0  # "was fined"
    is_cue = token.pos_ in _CUE_POS and any(form in _words("cues", status) for form in lemmas_of(token))
    return 1 if is_cue else 0


def _is_drawn_out(verb: Token) -> bool:
    """ "were pulled from the sea", "plucked eleven people off the reef": saved, unless a word for harm is told with it."""
    if verb.pos_ != "VERB" or verb.lemma_ not in _words("cues", "drawing"):
        return False
    drawn = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if drawn is not None and drawn.pos_ == "NOUN" and not is_in(drawn, _words("persons", "nouns")):
        return False  # "dragged a boat off the reef"
    sources = (c for c in verb.children if c.lower_ in {"from", "off", "out"})
    nouns = (t for c in sources for p in (c, *c.children) for t in (p, *p.children))
    return any(form in _words("moving", "perils") for t in nouns for form in lemmas_of(t))


@cache
def _weak_phrases() -> frozenset[str]:
    return frozenset(" ".join(w for w in cue.split(" ") if w not in _ARTICLES) for cue in _words("cues", "weak"))


def _is_of_place(token: Token) -> bool:
    """ "the affected districts" says nothing of the people."""
    return token.dep_ == "amod" and any(form in _words("elsewhere", "nouns") for form in lemmas_of(token.head))


def _is_without(token: Token) -> bool:
    """ "escaped without injury", "were pulled out without a wound"."""
    return token.dep_ == "pobj" and token.head.lower_ == "without" and token.pos_ == "NOUN"


def _is_mislaid(lose: Token) -> bool:
    """Whether what is lost is neither a limb or a life nor a person."""
    lost = next((c for c in lose.children if c.dep_ == "dobj"), None)
    if lost is None or lost.pos_ in {"NUM", "PROPN", "PRON"}:
        return False
    dear = _words("persons", "sides") | _words("persons", "limbs") | _words("persons", "nouns") | _words("cues", "ties")
    return not any(form in dear for form in lemmas_of(lost))


def is_loose(cue: Token) -> bool:
    """Whether the word may tell of other things than people in need: "hit", "find", "return"."""
    return _is_weak(cue, 1)


def _is_weak(token: Token, length: int) -> bool:
    if length > 1:
        words = [t.lower_ for t in token.doc[token.i : token.i + length + 2] if t.lower_ not in _ARTICLES][:length]
        return " ".join(words) in _weak_phrases()
    return any(form in _words("cues", "weak") for form in lemmas_of(token))


_NOBODY = {"nobody", "none", "no-one"}


def outlook_on(word: Token, cue: Token) -> Outlook:
    """Negation may stand at the people ("no Koreans"), at the cue, or at what is known ("no information that")."""
    if is_none(word):
        return Outlook.DENIED
    outlook = outlook_of(cue)
    if outlook not in {Outlook.DONE, Outlook.POSSIBLE, Outlook.AHEAD}:
        return outlook
    for above in [cue, *cue.ancestors, word, *word.ancestors]:
        is_knowing = any(
            form in _words("knowing", "nouns") or form in _words("knowing", "verbs") for form in lemmas_of(above)
        )
        is_nothing = above.dep_ in {"acl", "relcl"} and above.head.lower_ == "nothing"  # "nothing to suggest that"
        is_denied = any(c.dep_ == "neg" or c.lower_ in _NOBODY for c in above.children)  # "nobody has reported"
        if is_knowing and (is_nothing or is_none(above) or is_denied):
            return Outlook.DENIED
    return outlook


def is_none(noun: Token) -> bool:
    """ "no Koreans", "not one Korean", "none of our citizens", "nobody of our citizens"."""
    if any(
        c.lower_ in {"no", "not", "without"} and c.dep_ in {"det", "neg", "advmod", "preconj"} for c in noun.children
    ):
        return True
    if any(c.lower_ == "one" and any(g.lower_ == "not" for g in c.children) for c in noun.children):
        return True
    if any(c.dep_ in {"amod", "compound"} and any(g.lower_ == "no" for g in c.children) for c in noun.children):
        return True  # "no Greek dead"
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if above is not None and above.lower_ == "one" and above.i > 0 and above.nbor(-1).lower_ == "not":
        return True  # "not one of the Koreans"
    return above is not None and above.lower_ in {"none", "nobody", "neither"}
