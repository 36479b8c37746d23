"""Whether a verb tells something: many do only with a clause, with speech, with a number or with a noun of telling.

In: a token. Out: yes or no. "raised the toll" tells, "raised the flag" does not; "intimated that", "put the dead at 40",
"speaks of 12 dead", ""Two are dead," he sobbed". Words and what they need stand in the lexicon.
"""

import itertools

from reportedly.lexicon import load
from reportedly.text.sentences import Token
from reportedly.text.tellers import cues, words_of


def tells(token: Token) -> bool:
    """Whether it is a verb of telling, with the complements that its word needs."""
    if token.lemma_.lower() not in cues() or token.pos_ not in {"VERB", "AUX"}:
        return False
    if token.lemma_.lower() in words_of("proclaiming") and not _has_clause(token):
        return False  # "declared a curfew" is an act, told by the article
    if token.lemma_.lower() in words_of("wording") and not _is_worded(token):
        return False
    return not _lacks_complement(token) and not _is_quoted_saying(token) and not _is_manner(token)


def _is_worded(verb: Token) -> bool:
    """ "intimated that two had died", ""Two are dead," she sobbed", "thundered: "Never!"": a clause or speech hangs on it."""
    if any(c.dep_ in {"ccomp", "parataxis"} and _is_clause(c) for c in verb.children):
        return True
    behind = itertools.takewhile(lambda t: t.pos_ not in {"VERB", "AUX"}, verb.doc[verb.i + 1 : verb.sent.end])
    near = list(itertools.islice(behind, _TO_WORDS))
    if any(t.text in {":", '"'} or (t.lower_ == "that" and t.dep_ == "mark" and _is_of(t.head, verb)) for t in near):
        return True
    if _closes_clause(verb):
        return True
    ahead = itertools.takewhile(
        lambda t: t.pos_ not in {"VERB", "AUX"}, reversed(list(verb.doc[max(0, verb.i - _TO_WORDS) : verb.i]))
    )
    return any(t.text == '"' for t in ahead)


_TO_WORDS = 12
"""Words between a verb and what is said: to whom, when, in what voice."""


def _is_of(told: Token, verb: Token) -> bool:
    """Whether a clause may be what a verb tells: "cabled the ministry that", but not "submitted it on the day that"."""
    return told.dep_ not in {"relcl", "acl"} or told.head.head == verb


def _closes_clause(verb: Token) -> bool:
    """ "Nineteen dead at Sora, telegraphs the prefect;": behind a comma, with a subject behind it and nothing more."""
    if verb.i == verb.sent.start or verb.nbor(-1).text != "," or verb.tag_ not in {"VBZ", "VBD", "VBP"}:
        return False
    rest = list(itertools.takewhile(lambda t: t.text not in {",", ";", "."}, verb.doc[verb.i + 1 : verb.sent.end]))
    is_name = bool(rest) and rest[0].pos_ in {"DET", "PROPN", "NOUN"} and not any(t.like_num for t in rest)
    return is_name and not any(t.pos_ in {"VERB", "AUX"} for t in rest)


def _is_clause(verb: Token) -> bool:
    """ "(that) two had died": with a subject of its own."""
    return verb.pos_ in {"VERB", "AUX"} and any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children)


def _is_manner(verb: Token) -> bool:
    """ "Do as the authorities advise", "closed "as the army asked"": how something is done, not who tells of it."""
    mark = next((c for c in verb.children if c.lower_ == "as" and c.dep_ in {"mark", "advmod"} and c.i < verb.i), None)
    if mark is None or verb.lemma_.lower() not in words_of("acts") or any(c.dep_ == "ccomp" for c in verb.children):
        return False
    return mark.i > verb.sent.start and mark.nbor(-1).text not in {",", "(", ";", "-", "–", "—"}


def _is_quoted_saying(verb: Token) -> bool:
    """ "quoted the ministry as saying": the saying is the ministry's, and belongs to "quoted"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "as" and cues().get(verb.head.head.lemma_.lower()) == "quote"


def _has_clause(verb: Token) -> bool:
    """ "declared that", "declared: "It is over"": words, not a thing declared."""
    is_object = any(c.dep_ == "dobj" for c in verb.children)
    return not is_object or any(c.dep_ in {"ccomp", "parataxis"} for c in verb.children)


_SUBJECTS = {"nsubj", "nsubjpass", "npadvmod", "advcl"}


def _lacks_complement(verb: Token) -> bool:
    """ "raised the toll" tells, "raised the flag" does not."""
    others = load("en/voices")["else"].get(verb.lemma_.lower())
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if others and subject is not None and subject.lemma_.lower() in others:
        return True  # hospitals admit patients, governments admit deaths
    objects = load("en/voices")["of_other"].get(verb.lemma_.lower(), ())
    if any(c.dep_ == "dobj" and c.lemma_.lower() in objects for c in verb.children):
        return True  # "claimed the attack" takes it on oneself
    if verb.lemma_ == "bring" and any(c.lower_ == "to" and any(g.like_num for g in c.children) for c in verb.children):
        return True  # "bringing to 31 the number of dead" tells nothing by itself
    needed = load("en/voices")["needs"].get(verb.lemma_.lower())
    if not needed or _stays_with_number(verb):
        return False
    if (light := _lacks_of_light(verb)) is not None:
        return light
    if verb.lemma_.lower() in words_of("replying"):
        return not _replies_in_words(verb)
    if verb.lemma_.lower() in words_of("arriving"):
        return not _arrives_at_number(verb)
    if verb.pos_ == "VERB" and verb.i + 1 < verb.sent.end and verb.nbor(1).lower_ in needed:
        return False  # "made known that"
    if verb.lemma_.lower() in words_of("revising") and _moves_it(verb):
        return False
    if "at" in needed and any(
        t.lower_ == "at" and t.i + 1 < verb.sent.end and t.nbor(1).like_num
        for t in itertools.takewhile(
            lambda t: t.text != ";", verb.doc[verb.i + 1 : min(verb.i + _TO_AT, verb.sent.end)]
        )
    ):
        return False  # "put the outcome of three days' clashes at 113 dead"
    if "#" in needed and any(t.like_num for c in verb.children if c.dep_ not in _SUBJECTS for t in c.subtree):
        return False
    if "of" in needed and any(
        t.lower_ in {"of", "about"} and not _is_of_thing(t)
        for t in verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)]
    ):
        return False  # "spoke on Sunday of 16 dead"
    return not any(
        (t.lower_ in needed or t.lemma_.lower() in needed)
        and not (
            t.lower_ == "that" and (t.tag_ == "WDT" or t.i < verb.i)
        )  # "find survivors of the quake that killed 291"
        for c in verb.children
        if c.dep_ not in _SUBJECTS
        for t in (c, *c.children)
    )


def _moves_it(verb: Token) -> bool:
    """ "spoke of 15 dead before it corrected this to 12": the count just told."""
    is_it = any(c.dep_ == "dobj" and c.lower_ in {"this", "that", "it", "them"} for c in verb.children)
    return is_it and any(c.lower_ == "to" and any(g.like_num for g in c.children) for c in verb.children)


_TO_AT = 12
"""Words behind "put" among which its number begins."""


def _is_of_thing(preposition: Token) -> bool:
    """ "spoke at the funeral of twelve men"; "spoke to reporters of twelve dead" tells."""
    above = preposition.head
    return above.pos_ == "NOUN" and not above.ent_type_ and above.lemma_.lower() not in words_of("audiences")


def _lacks_of_light(verb: Token) -> bool | None:
    """Of verbs that tell only with a noun of telling or a number of their own; None where the word says nothing."""
    behind = [c for c in verb.children if c.i > verb.i]
    if verb.lemma_ == "have":  # "the Red Cross has 58"; "the force has 200 men, five of whom were wounded"
        if any(c.dep_ == "dobj" and c.like_num for c in behind):
            return False
        is_aside = [g for c in behind for g in c.children if g.dep_ == "relcl"]
        return True if is_aside and not any(c.lemma_.lower() in words_of("had") for c in behind) else None
    if verb.lemma_ in {"speak", "talk"}:  # "spoke in 29 dead", as translations have it
        inner = [g for c in behind if c.lower_ == "in" for g in c.children if g.dep_ == "pobj"]
        return False if any(g.left_edge.like_num and g.ent_type_ not in _WHENS for g in inner) else None
    given = [c for c in behind if c.dep_ == "dative" and c.pos_ != "ADP"]
    if verb.lemma_ == "give" and any(t.like_num for c in given for t in c.subtree):
        return True  # "gave twelve men jail terms", but "gives for alive two of them"
    nouns = [c for c in behind if c.dep_ == "dobj" and c.lemma_.lower() in words_of("light")]
    if verb.lemma_ not in {"give", "make"} or not nouns:
        return None
    is_of = any(g.lower_ in {"of", "about"} for noun in nouns for g in noun.children)
    return not (is_of or clause_behind(verb, verb.sent.end))


_WHENS = {"DATE", "TIME"}


def _stays_with_number(verb: Token) -> bool:
    """ "holds to eleven dead", "stays with ten killed"; "keeps to 30 miles an hour" tells nothing."""
    own = [c for c in verb.children if c.i > verb.i and f"{verb.lemma_.lower()} {c.lower_}" in words_of("steady")]
    counted = [p for c in own for p in c.children if p.dep_ == "pobj"]
    return any(p.like_num or _is_of_harm(p) for p in counted)


def _is_of_harm(noun: Token) -> bool:
    is_count = any(c.like_num for c in noun.children)
    return is_count and any(t.lower_ in words_of("harmed") for t in (noun, *noun.children))


def _arrives_at_number(verb: Token) -> bool:
    """ "The ministry arrives at 800", "sticks to its 45 dead", "sees 300 dead"; "arrived at the border" tells nothing."""
    own = [c for c in verb.children if c.i > verb.i and c.dep_ in {"prep", "dobj", "attr"}]
    if verb.lemma_ == "see" and (verb.dep_ not in {"ROOT", "conj", "ccomp"} or _is_told_of(verb)):
        return False  # "a caller said that divers had seen 80 bodies"
    if verb.dep_ == "ROOT" and any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        return True  # "eight buses burned, a reporter saw"
    nouns = [n for c in own for n in (c.children if c.dep_ == "prep" else (c,))]
    contents = {*load("en/voices")["reckoning"]["counts"], *load("en/voices")["nouns"]["content"]}
    if any(n.lemma_.lower() in contents for n in nouns):
        return True  # "stood by his claim", "sticks to its count"
    return any(t.like_num and t.i <= n.left_edge.i + _NEAR for n in nouns for t in n.subtree)


_NEAR = 3
"""Words before a number that one arrives at: "about 8,000", "more than 40 dead"."""


def _is_told_of(verb: Token) -> bool:
    """Whether a verb stands in what another verb of telling tells."""
    is_shifted = any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
    return is_shifted or any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)


def _replies_in_words(verb: Token) -> bool:
    """ "replied that", "replied: "No"", ""No," he replied"; "replied "only with small arms"" is no reply in words."""
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    has_clause = any(c.dep_ in {"ccomp", "parataxis"} for c in verb.children)
    if has_clause or after is None:
        return True
    return after.text != '"' and not (after.dep_ == "prep" and after.head == verb)


def clause_behind(verb: Token, high: int) -> set[int]:
    """ "gave confirmation on Friday that two had died": all of the clause."""
    after = verb.doc[verb.i + 1 : min(verb.i + _TO_CLAUSE, high)]
    ahead = itertools.takewhile(lambda t: t.pos_ not in {"VERB", "AUX"}, after)
    that = next((t.i for t in ahead if t.lower_ == "that" and t.tag_ == "IN"), None)
    return set(range(that, high)) if that is not None else set()


_TO_CLAUSE = 10
"""Words behind a verb among which its clause begins."""
