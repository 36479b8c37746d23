"""Towards whom a stand is taken: "urged both armies", "offered to help Norland", "accused each other".

In: a stand, and its sentence. Out: the target as a mention and a name, both None where nobody is named. Looks among the
complements of the word that takes the stand first, then in what is promised, asked or written below it. Refuses a place
that is no state, and the holder itself.
"""

from collections.abc import Iterable, Iterator

from reportedly.claims.clauses import is_country, mention_at, name_of
from reportedly.claims.frames import lemmas_of
from reportedly.claims.position.holders import SPEAKER, Holder, Stand, holder_at, is_half, position_words, stance_by
from reportedly.lexicon.nations import country_of_seat
from reportedly.model import EntityKind, Mention
from reportedly.text.grammar import doer_of, is_passive, undergoer_of
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token

_AIMING = {"on", "upon", "to", "against", "with", "for", "of", "at"}
_BACKING = {"behind", "beside", "round", "around", "alongside", "by"}
_ASKING = {"request", "appeal"}
_ANSWERING = {"deny", "reject", "support", "question"}


def target_of(stand: Stand, sentence: Sentence) -> Holder:
    """Towards whom: the first object or "on", "to", "against", "for" complement that names somebody."""
    nouns = list(dict.fromkeys(_aims(stand)))
    if nouns and nouns[0].lower_ in {"him", "her"} and _is_told(nouns[0], stand):
        return _named_before(nouns[0], stand.holder, sentence)  # "begged him not to send in the commandos"
    for noun in nouns:
        mention = mention_at(noun, sentence)
        if mention and mention.span != stand.holder.span and _is_somebody(mention):
            return Holder(mention.span, mention.name)
    below = next((m for noun in _aims_below(stand) if (m := _other_named(noun, stand, sentence))), None)
    body = next((n for n in nouns if _is_body(n)), None) if stand.stance != "pledge" or below is None else None
    if body is not None:
        return Holder(*name_of(body, sentence))
    if below is not None:
        return Holder(below.span, below.name)
    told = next((n for n in nouns if _is_told(n, stand)), None)
    if told is None:
        return Holder(*name_of(stand.aimed, sentence)) if _is_many_charged(stand) else SPEAKER
    if told.lower_ in {"him", "her"}:
        return _named_before(told, stand.holder, sentence)
    return Holder(*name_of(told, sentence)) if told.pos_ in {"NOUN", "PROPN"} else SPEAKER


_MANY = {"protesters", "demonstrators", "parties", "troops"}


def _is_many_charged(stand: Stand) -> bool:
    """ "Her opponents were out to ruin the country": those who are charged, by what they are called."""
    noun = stand.aimed
    is_charged = stand.stance == "accuse" and noun.dep_ in {"nsubj", "nsubjpass"} and noun.pos_ == "NOUN"
    sides = position_words("crowds", "political") | position_words("hostile", "powers")
    return is_charged and any(form in sides for form in lemmas_of(noun))


def _is_body(noun: Token) -> bool:
    return (
        any(form in position_words("holders", "nouns") for form in lemmas_of(noun))
        or noun.lower_ in _MANY
        or is_half(noun)
    )


def _aims(stand: Stand) -> list[Token]:
    """The nouns that may name the target, the likeliest first."""
    word, stance = stand.aimed, stand.stance
    if stance == "accuse" and word.pos_ in {"NOUN", "PROPN", "PRON"} and word.dep_ not in {"dobj", "conj"}:
        # "said the army had shot them", "that they were shot by their captors", "The blast was the work of the Front"
        makers = [p for c in stand.word.children if c.dep_ == "attr" for p in _complements_of(c, {"of"}, after=c.i)]
        return [word, *makers, *_complements_of(stand.word, {"with", "on", "at"}, after=stand.word.i)]
    nouns = [c for c in word.children if c.dep_ in {"dobj", "dative", "nsubjpass"} and c.i > word.i]
    if stance in {"accuse", "warn", "appeal", *_ASKING} and word.pos_ == "VERB" and is_passive(word):
        put_to = next((c for c in word.children if c.dep_ == "nsubjpass"), None) or undergoer_of(word)
        if put_to is not None:
            nouns.append(put_to)  # "were asked by the minister", "Accused by the league, the army"
    if stance == "pledge" and (
        word.lemma_ in position_words("pledging", "giving") | position_words("pledging", "posting")
    ):
        nouns = [c for c in nouns if c.dep_ != "dobj" or c.pos_ == "PROPN"]  # "will send troops" is not towards them
    if stand.word.i != word.i and word.dep_ == "nsubj":
        nouns = [word]
    elif stand.word.i != word.i and word.dep_ == "dobj":
        nouns += [
            c for c in stand.word.children if c.dep_ == "dative" and c.pos_ != "ADP"
        ]  # "offers Korea condolences"
    elif stand.word.i != word.i and word.dep_ == "pobj":
        nouns += [c for c in stand.word.children if c.dep_ in {"dobj", "dative"}]  # "assured Norland of its backing"
    aiming = _AIMING | {"from"} if stance in _ASKING else _AIMING
    if stance == "support":
        aiming = aiming | _BACKING | ({"in"} if word.lemma_ in position_words("aims", "trust") else set())
    for anchor in dict.fromkeys([word.i, stand.word.i]):
        nouns += _complements_of(word.doc[anchor], aiming, after=anchor)
    if stand.word.tag_ == "NNS" and word.i == stand.word.i:  # a headline's verb: "thanks Norland for"
        nouns += [t for t in word.doc[word.i + 1 : word.i + 3] if t.pos_ == "PROPN"]
    if stance == "accuse":  # "blamed [the bombing on the Front]", as the parser has it
        nouns += [p for n in nouns if n.dep_ == "dobj" for p in _complements_of(n, {"on", "upon", "to"}, after=n.i)]
    nouns = [a for n in nouns for a in (*(c for c in n.children if c.dep_ == "appos" and c.pos_ == "PROPN"), n)]
    at_whose = [n for n in nouns if n.lemma_ in position_words("aims", "at_whose")]
    nouns += [o for n in at_whose for o in (*_complements_of(n, {"of"}, after=n.i), *_possessors(n))]
    nouns += [owner for noun in nouns if noun.dep_ == "dobj" for owner in _owners(noun, stance)]
    if stance in {"accuse", *_ASKING} and not any(n.pos_ == "PROPN" for n in nouns):
        # "alleges that Norland supplied the drones", "demanded that the army return them", "called for the army to leave"
        told = [c for c in word.children if c.dep_ == "ccomp" or is_what_for(c)]
        nouns += [s for c in told for s in c.children if s.dep_ == "nsubj"]
    return nouns


_KINDLY = {"pledge", "condole", "support", "reject", "request", "appeal"}
_BELOW = 40  # words behind the stand within which its target is told
_INNER = {"xcomp", "dobj", "prep", "pobj", "dative", "pcomp", "ccomp", "advcl", "acl", "nmod", "compound", "attr"}


def _aims_below(stand: Stand) -> Iterator[Token]:
    """ "promised to give Norland aid", "is weighing the dispatch of medics to Norland", "wrote to Ana Bell to express"."""
    if stand.stance in {"condemn", "reject"}:
        yield from (t for t in stand.word.subtree if t.dep_ == "pobj" and t.head.lower_ == "by" and t.i > stand.word.i)
    if stand.stance not in _KINDLY:
        return
    if stand.stance in {"condole", "pledge", "support", "warn"}:
        yield from _addressees(stand.word)
    todo = [*stand.word.children, *(stand.aimed.children if stand.aimed.i != stand.word.i else ())]
    while todo:
        token = todo.pop(0)
        if token.i < stand.word.i or token.i > stand.word.i + _BELOW or token.dep_ not in _INNER:
            continue
        is_towards = token.dep_ == "pobj" and token.head.lower_ in {"to", "for", "with"}
        is_towards |= token.dep_ in {"dative", "nmod"} and token.pos_ == "PROPN"
        if is_towards or (token.dep_ == "dobj" and token.head.i != stand.word.i):
            yield token
        if not (token.dep_ in {"ccomp", "advcl"} and any(c.dep_ == "nsubj" for c in token.children)):
            todo += token.children


def _addressees(verb: Token) -> Iterator[Token]:
    """ "In a telegram to President Bell, the king said he was saddened": whom the letter goes to."""
    above = [verb, *verb.ancestors][:4]
    letters = [
        n
        for v in above
        for c in v.children
        if c.dep_ in {"prep", "dobj"} or v.lemma_ in {"write", "phone", "telephone", "call", "cable"}
        for n in ([c] if c.dep_ == "dobj" else c.children)
    ]
    for noun in letters:
        if any(form in position_words("letters", "nouns") for form in lemmas_of(noun)):
            yield from _complements_of(noun, {"to"}, after=noun.i)
    for v in above:
        if v.lemma_ in {"telephone", "phone", "call", "ring", "tell", "visit"} and v.i < verb.i:
            yield from (c for c in v.children if c.dep_ in {"dobj", "dative"})
        if v.lemma_ in {"write", "cable", "speak", "talk"} and v.i < verb.i:
            yield from _complements_of(v, {"to", "with"}, after=v.i)


def _other_named(noun: Token, stand: Stand, sentence: Sentence) -> Mention | None:
    mention = mention_at(noun, sentence)
    is_other = mention is not None and mention.span != stand.holder.span and mention.name != stand.holder.name
    return mention if mention is not None and is_other and _is_somebody(mention) else None


def is_mutual(stand: Stand) -> bool:
    """ "accused each other", "charged that the other was", "blamed one another"."""
    near = [c for c in stand.word.children if c.i > stand.word.i]
    near += [s for c in near if c.dep_ == "ccomp" for s in c.children if s.dep_ == "nsubj"]
    return any(
        c.lower_ in {"other", "another"} and any(d.lower_ in {"each", "one", "the"} for d in c.children) for c in near
    )


def co_holders(stand: Stand, sentence: Sentence) -> list[Holder]:
    """All who hold it together, the stand's own holder first: "Norland, Sudland and the alliance condemned"."""
    head = _head_of(stand, sentence)
    if stand.holder == SPEAKER or head is None:
        return [stand.holder]
    row = [*head.conjuncts, *(c for c in head.children if c.dep_ == "appos" and _ends_row(c))]
    row += [t for c in row if c.dep_ == "appos" for t in c.conjuncts]
    others = [holder_at(noun, sentence) for noun in row if noun.pos_ in {"NOUN", "PROPN"}]
    if head.dep_ == "pobj":  # "by the union and by the church"
        also = (p for prep in head.head.conjuncts for p in prep.children if p.dep_ == "pobj")
        others += [holder_at(noun, sentence) for noun in also]
    if head.dep_ == "nsubj":  # "the king as well as the premier sent", where each is given the verb
        others += [holder_at(c, sentence) for c in head.head.children if c.dep_ == "nsubj" and c.i != head.i]
    return list(dict.fromkeys(h for h in (stand.holder, *others) if h is not None and h != SPEAKER))


def _head_of(stand: Stand, sentence: Sentence) -> Token | None:
    """The noun that names the stand's holder."""
    if stand.holder.span is None:
        doer = doer_of(stand.word) if stand.word.pos_ == "VERB" else None
        return doer if doer is not None and holder_at(doer, sentence) == stand.holder else None
    start, end = (at - sentence.base for at in (stand.holder.span.start, stand.holder.span.end))
    words = [t for t in sentence.tokens if t.idx >= start and t.idx + len(t.text) <= end]
    inside = {t.i for t in words}
    heads = [t for t in words if t.head.i not in inside and t.pos_ in {"NOUN", "PROPN"}]
    return next((t for t in heads if t.dep_ not in {"compound", "poss", "amod", "nmod"}), None)


def _ends_row(noun: Token) -> bool:
    """ "the mufti, the patriarch and the rabbi", where the second is taken for another name of the first."""
    is_followed = noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ in {"and", ","}
    return is_followed and any(c.dep_ == "conj" for c in noun.children)


def is_what_for(clause: Token) -> bool:
    """ "called for the cabinet to resign": what is called for is a clause."""
    is_clause = clause.dep_ in {"advcl", "ccomp", "xcomp"} and clause.i > clause.head.i
    return is_clause and any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.children)


def _complements_of(word: Token, prepositions: Iterable[str], *, after: int) -> list[Token]:
    links = [c for c in word.children if c.lower_ in prepositions and c.i > after]
    return [p for c in links for p in c.children if p.dep_ == "pobj"]


def _possessors(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ == "poss" and c.tag_ != "PRP$"]


def _owners(thing: Token, stance: str) -> list[Token]:
    """ "rejected the claim of the owner", "demanded the resignation of the minister", "condemned the raid by rebels"."""
    forms = lemmas_of(thing)
    if stance in _ASKING and any(form in position_words("targets", "stepping_down") for form in forms):
        return [
            *_complements_of(thing, {"of", "from"}, after=thing.i),
            *(c for c in thing.children if c.dep_ == "poss"),
        ]
    if stance in _ANSWERING and any(form in position_words("verdicts", "words_of_others") for form in forms):
        return [*_complements_of(thing, {"of", "by"}, after=thing.i), *(c for c in thing.children if c.dep_ == "poss")]
    if stance in _ASKING:
        return _complements_of(thing, {"from"}, after=thing.i)
    return _complements_of(thing, {"by"}, after=thing.i) if stance == "condemn" else []


def _is_told(noun: Token, stand: Stand) -> bool:
    """Whoever is accused of something, or urged to do it, though no list has him: "blamed hooligans", "urged fans to"."""
    if stand.stance == "accuse" and noun.dep_ == "pobj":
        is_party = noun.tag_ in {"NNS", "NNP", "NNPS"} and not any(c.tag_ == "PRP$" for c in noun.children)
        return is_party and noun.head.lower_ in {"on", "upon", "to", "of"}  # "blamed the bombing on drug gangs"
    if stand.stance == "pledge" and noun.dep_ == "dative" and noun.tag_ == "NNS":
        return noun.head.i == stand.aimed.i  # "offers the families of the dead 50,000 soles"
    if noun.dep_ != "dobj" or noun.head.i != stand.aimed.i or noun.head.pos_ != "VERB":
        return False
    if noun.head.lemma_.lower() in position_words("labelling", "verbs"):
        return not any(form in stance_by("labels") for form in lemmas_of(noun))  # "labelled the strikers criminals"
    if noun.lemma_ in {"blame", "responsibility", "guilt", "fault", "finger"}:
        return False  # "put the blame for the deaths on the officers"
    if stand.stance == "accuse" and noun.head.lemma_ == "blame" and noun.tag_ in {"NNS", "NNP", "NNPS"}:
        return not any(c.lower_ in {"on", "upon"} for c in noun.head.children)  # "blamed drug gangs"
    if stand.stance == "accuse":
        return any(c.lower_ in {"of", "for"} for h in (noun, noun.head) for c in h.children)
    return stand.stance in {"appeal", "request", "warn"} and any(
        c.dep_ in {"xcomp", "ccomp"} or c.lower_ == "against" for c in noun.head.children
    )


def _named_before(pronoun: Token, holder: Holder, sentence: Sentence) -> Holder:
    """ "accused him of": the one last named in the paragraph who is not the accuser."""
    here, start = sentence.base + pronoun.idx, sentence.paragraph.span.start
    named = [m for m in mentions_of(sentence.article).inside(sentence.paragraph.span) if start <= m.span.start < here]
    people = [m for m in named if m.kind is EntityKind.PERSON and m.name != holder.name]
    return Holder(people[-1].span, people[-1].name) if people else SPEAKER


def _is_somebody(mention: Mention) -> bool:
    return mention.kind is not EntityKind.PLACE or is_country(mention) or country_of_seat(mention.name) is not None
