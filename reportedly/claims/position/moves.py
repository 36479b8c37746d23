"""Stands that a move takes: "gave the junta until Friday to leave", 'called the inquiry "a puppet show"'.

In: a verb of a parsed sentence. Out: the stand of whoever makes the move. What a body calls a thing in quotation marks
is its verdict: praise, grief or worry where the words say so, else blame, or a refusal of what somebody else said.
Refuses a given name: 'called the operation "Iron Hand"' judges nothing.
"""

from functools import cache

from reportedly.claims.clauses import is_quoted, mention_at
from reportedly.claims.frames import lemmas_of
from reportedly.claims.position.holders import SPEAKER, Stand, holder_at, position_words, stance_by
from reportedly.claims.position.takers import crowd_at, holder_ahead, paper_at, teller_of
from reportedly.model import EntityKind
from reportedly.text.grammar import doer_of, is_negated, is_passive, subject_of, verb_above
from reportedly.text.sentences import Sentence, Token
from reportedly.text.voices import attribution_at

_LABEL = 14  # words; a longer quotation tells a story


def by_ultimatum(verb: Token, sentence: Sentence) -> Stand | None:
    """ "gave the army 48 hours to leave", "set the generals a deadline of ten days"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in position_words("ultimatum", "verbs") or is_passive(verb):
        return None
    told = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.i > verb.i]
    near = [t for c in verb.children if c.i > verb.i for t in c.subtree]
    has_task = any(t.dep_ == "aux" and t.lower_ == "to" and t.head.pos_ in {"VERB", "AUX"} for t in near)
    holder = holder_at(subject_of(verb), sentence)
    if holder is None or not has_task or not any(_is_term(t) for t in near):
        return None
    is_to_yield = any(t.tag_ == "VB" and t.lemma_ in position_words("ultimatum", "tasks") for t in near)
    aimed = next(
        (t for t in told if not _is_term(t) and (holder_at(t, sentence) or (is_to_yield and _is_many(t)))), None
    )
    return Stand("appeal", verb, holder, verb) if aimed is not None or _sets_term(told) else None


def _is_many(noun: Token) -> bool:
    """ "the gunmen", "the garrison", "the breakaway "republic"": those who are to yield."""
    return noun.tag_ == "NNS" or noun.lemma_ in position_words("ultimatum", "many")


def _is_term(token: Token) -> bool:
    """ "until Friday", "48 hours", "a deadline"."""
    if token.lower_ in {"until", "till"}:
        return True
    is_object = token.dep_ in {"dobj", "dative", "npadvmod", "appos"}
    return is_object and any(form in position_words("ultimatum", "terms") for form in lemmas_of(token))


def _sets_term(objects: list[Token]) -> bool:
    return any(form in {"deadline", "ultimatum"} for t in objects for form in lemmas_of(t))


def by_challenge(verb: Token, sentence: Sentence) -> Stand | None:
    """ "challenged the minister to walk there himself", "dares the army to come"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in {"challenge", "dare", "defy"} or is_passive(verb) or is_negated(verb):
        return None
    has_task = any(
        c.dep_ in {"xcomp", "ccomp"} and any(a.lower_ == "to" for a in c.children)
        for c in verb.children
        if c.i > verb.i
    )
    challenged = next((c for c in verb.children if c.dep_ == "dobj"), None)
    holder = holder_at(teller_of(verb), sentence)
    return holder and Stand("appeal", verb, holder, verb) if has_task and challenged is not None else None


def by_quoted_label(verb: Token, sentence: Sentence) -> Stand | None:
    """ "calls the arrest "a hunt for a scapegoat"", "described the vote as "hardly serious""."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in position_words("labelling", "verbs") or is_negated(verb):
        return None
    if any(c.lower_ in {"on", "upon", "for"} and c.i == verb.i + 1 for c in verb.children):
        return None  # 'called on both to "avoid any action"'
    label = _label_after(verb)
    holder = holder_at(doer_of(verb) if is_passive(verb) else subject_of(verb), sentence)
    holder = holder or holder_at(teller_of(verb), sentence) or holder_ahead(verb, sentence)
    if not label or holder is None or label[0].text[0].isupper():
        return None
    before = verb.doc[verb.i + 1 : label[0].i]
    if verb.lemma_ == "find" and not any(t.dep_ in {"dobj", "nsubj"} for t in before):
        return None  # "found 'subversive literature'" is what was found
    stance = _verdict_of(label, list(before))
    is_of_words = verb.dep_ in {"pcomp", "ccomp"} and any(c.tag_ == "WP" for c in verb.children)
    above = stance_by("verbs").get(verb.head.lemma_)
    if is_of_words and above != "condemn" and not any(f in stance_by("labels") for t in label for f in lemmas_of(t)):
        return None  # 'pay them in what it called "lost property claims"'
    return Stand(stance, verb, holder, verb)


def by_holding(verb: Token, sentence: Sentence) -> Stand | None:
    """ "holds the mayor responsible for the disaster"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in {"hold", "consider", "deem", "find", "make"} or is_negated(verb):
        return None
    is_blame = any(
        form in position_words("moves", "blamed") for c in verb.subtree for form in lemmas_of(c) if c.i > verb.i
    )
    is_open = any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in verb.children)
    if is_open or (verb.lemma_ == "find" and any(c.tag_ == "MD" for c in verb.children)):
        return None  # "asked whether it held him responsible", "will find who is to blame"
    objects = [c for c in verb.children if c.dep_ in {"dobj", "ccomp"} and c.i > verb.i]
    doer = doer_of(verb) if is_passive(verb) else subject_of(verb)
    holder = holder_at(doer, sentence) or paper_at(doer, sentence) or crowd_at(doer, sentence)
    if not is_blame or not objects or holder is None:
        return None
    blamed = next((s for o in objects if o.dep_ == "ccomp" for s in o.children if s.dep_ == "nsubj"), objects[0])
    return Stand("accuse", verb, holder, blamed if blamed.dep_ == "nsubj" else verb)


def by_standing_behind(word: Token, sentence: Sentence) -> Stand | None:
    """ "said it was behind the blast" takes it on, "a foreign service is behind the riots" lays it on another."""
    verb = word.head
    if word.lower_ != "behind" or is_negated(verb):
        return None
    if not any(form in _borne() for c in word.children for form in lemmas_of(c)):
        return None
    if (seen := _seen_behind(verb, sentence)) is not None:
        return seen
    if verb.lemma_ not in {"be", "stand"}:
        return None
    subject = subject_of(verb) or next((c for c in verb.children if c.dep_ in {"attr", "dobj"}), None)
    if subject is None or subject.tag_ in {"WP", "WDT"}:
        return None
    if subject.pos_ == "PRON" and verb.dep_ == "ccomp":
        is_told = bool(attribution_at(sentence, verb.i).chain)
        holder = holder_at(subject_of(verb.head), sentence) or (SPEAKER if is_told else None)
        return holder and Stand("claim_responsibility", verb, holder, verb)
    if verb.dep_ == "ccomp" and is_own_hand(subject):
        holder = holder_at(subject_of(verb.head), sentence)  # "said its fighters were behind the blast"
        return holder and Stand("claim_responsibility", verb, holder, verb)
    caller = subject_of(verb.head) if verb.dep_ == "ccomp" else None
    if caller is not None and any(form in position_words("attacks", "callers") for form in lemmas_of(caller)):
        holder = holder_at(subject, sentence)  # "a caller said that the Front was behind the blast"
        return holder and Stand("claim_responsibility", verb, holder, verb)
    is_told = is_quoted(verb) or bool(attribution_at(sentence, verb.i).chain)
    return Stand("accuse", verb, SPEAKER, subject) if is_told else None


@cache
def _borne() -> frozenset[str]:
    """What somebody may be behind to his shame: a misdeed, or those who do it."""
    doers = position_words("moves", "fronts")
    return position_words("moves", "behind") | position_words("attacks", "nouns") | doers


def _seen_behind(verb: Token, sentence: Sentence) -> Stand | None:
    """ "sees Norland behind the raids", "suspects the rebels behind it"."""
    if verb.lemma_ not in {"see", "suspect", "presume", "perceive", "assume"} or is_passive(verb):
        return None
    has_object = any(c.dep_ == "dobj" and c.pos_ in {"NOUN", "PROPN"} for c in verb.children)
    holder = holder_at(subject_of(verb), sentence) if has_object else None
    return holder and Stand("accuse", verb, holder, verb)


def by_no_need(noun: Token, sentence: Sentence) -> Stand | None:
    """ "sees no need for mediation"."""
    verb = noun.head
    if (
        noun.dep_ != "dobj"
        or verb.lemma_ not in {"see", "find", "have"}
        or noun.lemma_ not in position_words("moves", "needless")
    ):
        return None
    holder = holder_at(subject_of(verb), sentence)
    return holder and Stand("reject", verb, holder, verb) if any(c.lower_ == "no" for c in noun.children) else None


def by_breach(verb: Token, sentence: Sentence) -> Stand | None:
    """ "says the shooting violated international law", "said the enemy had deliberately shelled the school"."""
    if verb.pos_ != "VERB" or is_negated(verb) or verb.dep_ not in {"ccomp", "ROOT", "parataxis", "conj"}:
        return None
    objects = {
        form for c in verb.children if c.dep_ in {"dobj", "prep"} for t in [c, *c.children] for form in lemmas_of(t)
    }
    is_breach = verb.lemma_ in position_words("moves", "breaking") and bool(objects & position_words("moves", "broken"))
    is_meant = any(c.dep_ == "advmod" and c.lower_ in position_words("moves", "knowingly") for c in verb.children)
    subject = doer_of(verb)
    if not (is_breach or is_meant) or subject is None or subject.lower_ in {"i", "we"} or _is_cleared(subject, verb):
        return None
    is_told = is_quoted(verb) or bool(attribution_at(sentence, verb.i).chain)
    return Stand("accuse", verb, SPEAKER, subject) if is_told else None


def _is_cleared(subject: Token, verb: Token) -> bool:
    """ "It was not we who broke the truce": the clause hangs on what is denied."""
    return subject.tag_ in {"WP", "WDT"} and verb.head.lemma_ == "be" and is_negated(verb.head)


def by_outside_hand(word: Token, sentence: Sentence) -> Stand | None:
    """ "considers it an attempt inspired from the outside": in a speaker's mouth, the work of strangers."""
    phrases = _guilty_phrases().get(word.lower_, ())
    doc = word.doc
    if not any([t.lower_ for t in doc[word.i : word.i + len(p)]] == list(p) for p in phrases):
        return None
    verb = verb_above(word)
    if word.lower_ == "from" and verb.lemma_ not in position_words("guilty", "steering"):
        return None  # "visitors from abroad were hurt"
    judge = next((a for a in word.ancestors if a.lemma_ in position_words("labelling", "verbs")), None)
    holder = holder_at(subject_of(judge), sentence) if judge is not None else None
    if holder is not None and judge is not None:
        return Stand("accuse", judge, holder, judge)
    is_told = is_quoted(verb) or bool(attribution_at(sentence, verb.i).chain)
    return Stand("accuse", verb, SPEAKER, verb) if is_told else None


def by_own_attack(verb: Token, sentence: Sentence) -> Stand | None:
    """ "claimed to have planted the bombs", "its fighters had carried out the attack", "that the bombs were theirs"."""
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ not in {"ccomp", "xcomp", "ROOT", "conj"} or is_negated(verb):
        return None
    if verb.dep_ == "xcomp" and verb.head.lemma_ in position_words("attacks", "admitting"):
        owner = subject_of(verb.head)  # "admitted killing the envoy", "boasted of having shot down the plane"
        is_party = owner is not None and (owner.tag_ in {"NNS", "NNPS"} or not _is_lone(owner, sentence))
        if is_party and verb.lemma_ in position_words("attacks", "killing") and (h := holder_at(owner, sentence)):
            return Stand("claim_responsibility", verb.head, h, verb)
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "nsubj"}]
    is_it = verb.lemma_ == "be" and any(c.lower_ in {"it", "this", "that"} for c in things)  # "that it was his work"
    if not is_it and not any(form in position_words("attacks", "nouns") for c in things for form in lemmas_of(c)):
        return None
    if verb.lemma_ == "be":
        is_own = any(c.lower_ in {"theirs", "ours"} or _is_own_work(c) for c in verb.children)
        is_told = verb.dep_ == "ccomp" and bool(attribution_at(sentence, verb.i).chain)
        return Stand("claim_responsibility", verb, SPEAKER, verb) if is_own and is_told else None
    if verb.lemma_ not in position_words("attacks", "committing"):
        return None
    if verb.dep_ == "xcomp":
        holder = holder_at(subject_of(verb.head), sentence) if verb.head.lemma_ in {"claim", "admit"} else None
        return holder and Stand("claim_responsibility", verb.head, holder, verb)
    doer = doer_of(verb)
    if doer is None or not attribution_at(sentence, verb.i).chain:
        return None
    if doer.lower_ in {"we", "it", "they"} or is_own_hand(doer):
        return Stand("claim_responsibility", verb, SPEAKER, verb)
    caller = subject_of(verb.head) if verb.dep_ == "ccomp" else None
    is_call = caller is not None and any(form in position_words("attacks", "callers") for form in lemmas_of(caller))
    holder = holder_at(doer, sentence) if is_call else None  # "a caller said the bombs had been planted by the Front"
    return holder and Stand("claim_responsibility", verb, holder, verb)


def is_own_hand(noun: Token) -> bool:
    """ "its fighters", "our men"."""
    is_hand = any(form in position_words("attacks", "hands") for form in lemmas_of(noun))
    return is_hand and any(c.dep_ == "poss" and c.lower_ in _OURS for c in noun.children)


def _is_own_work(noun: Token) -> bool:
    """ "that the bombing was its work", "was the work of our fighters"."""
    if noun.dep_ != "attr" or noun.lemma_ not in {"work", "doing", "handiwork", "deed", "act", "operation", "merit"}:
        return False
    makers = [p for c in noun.children if c.lower_ == "of" for p in c.children]
    return any(c.dep_ == "poss" and c.lower_ in _OURS for h in (noun, *makers) for c in h.children)


_OURS = {"our", "its", "their", "his"}


def _is_lone(noun: Token, sentence: Sentence) -> bool:
    """One who stands trial admits a crime; a group takes it on."""
    mention = mention_at(noun, sentence)
    return mention is not None and mention.kind is EntityKind.PERSON


@cache
def _guilty_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> the phrases that begin with it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(position_words("guilty", "phrases")):
        words = tuple(phrase.split(" "))
        found.setdefault(words[0], []).append(words)
    return {first: tuple(phrases) for first, phrases in found.items()}


def first_words_of_outside_hands() -> frozenset[str]:
    return frozenset(_guilty_phrases())


def _label_after(verb: Token) -> list[Token]:
    """The words in quotation marks with which the clause of the verb ends."""
    after = [t for t in verb.sent if t.i > verb.i]
    marks = [t for t in after if t.is_quote]
    if len(marks) < 2 or any(_starts_clause(t) or t.text in {",", ";", ":"} for t in after if t.i < marks[0].i):
        return []
    if verb.lemma_ in {"speak", "talk"} and "of" not in {t.lower_ for t in after[:4] if t.i < marks[0].i}:
        return []  # 'spoke to the crowd "for an hour"'
    label = [t for t in after if marks[0].i < t.i < marks[1].i and not t.is_punct]
    return label if len(label) <= _LABEL else []


def _starts_clause(token: Token) -> bool:
    """A verb before the quoted name, but not of what is named: "called the attempted raid", "called what happened"."""
    is_named = token.dep_ == "amod" or any(c.tag_ == "WP" for c in token.children)
    return token.pos_ in {"VERB", "AUX"} and not is_named


_FELT = {"express_concern", "condole"}


def _verdict_of(label: list[Token], before: list[Token]) -> str:
    """What the quoted name says of the thing."""
    said = {form for t in label for form in lemmas_of(t)}
    listed = next((s for t in label for form in lemmas_of(t) if (s := stance_by("labels").get(form))), None)
    if listed == "support" and said & position_words("verdicts", "spoiling"):
        return "reject"
    if listed:
        return listed
    if said & position_words("guilty", "nouns"):
        return "accuse"
    if not said & position_words("verdicts", "spoiling"):
        for name, stance in (("praising", "support"), ("mourning", "condole"), ("worrying", "express_concern")):
            if said & position_words("verdicts", name):
                return stance
    felt = next((s for t in label for f in lemmas_of(t) if (s := stance_by("nouns").get(f)) in _FELT), None)
    if felt is not None:
        return str(felt)  # 'spoke of "hours of anguish"'
    is_answer = any(form in position_words("verdicts", "words_of_others") for t in before for form in lemmas_of(t))
    return "reject" if is_answer else "condemn"
