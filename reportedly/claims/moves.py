"""Stands that a move takes: "gave the junta until Friday to leave", 'called the inquiry "a puppet show"'.

In: a verb of a parsed sentence. Out: the stand of whoever makes the move. What a body calls a thing in quotation marks
is its verdict: praise, grief or worry where the words say so, else blame, or a refusal of what somebody else said.
Refuses a given name: 'called the operation "Iron Hand"' judges nothing.
"""

from reportedly.claims.frames import lemmas_of
from reportedly.claims.holders import Stand, holder_at, position_words, stance_by
from reportedly.text.grammar import doer_of, is_negated, is_passive, subject_of
from reportedly.text.sentences import Sentence, Token

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
    aimed = next((t for t in told if holder_at(t, sentence)), None)
    return Stand("appeal", verb, holder, verb) if aimed is not None or _sets_term(told) else None


def _is_term(token: Token) -> bool:
    """ "until Friday", "48 hours", "a deadline"."""
    if token.lower_ in {"until", "till"}:
        return True
    is_object = token.dep_ in {"dobj", "dative", "npadvmod", "appos"}
    return is_object and any(form in position_words("ultimatum", "terms") for form in lemmas_of(token))


def _sets_term(objects: list[Token]) -> bool:
    return any(form in {"deadline", "ultimatum"} for t in objects for form in lemmas_of(t))


def by_quoted_label(verb: Token, sentence: Sentence) -> Stand | None:
    """ "calls the arrest "a hunt for a scapegoat"", "described the vote as "hardly serious""."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in position_words("labelling", "verbs") or is_negated(verb):
        return None
    label = _label_after(verb)
    holder = holder_at(doer_of(verb) if is_passive(verb) else subject_of(verb), sentence)
    if not label or holder is None or label[0].text[0].isupper():
        return None
    before = verb.doc[verb.i + 1 : label[0].i]
    return Stand(_verdict_of(label, list(before)), verb, holder, verb)


def _label_after(verb: Token) -> list[Token]:
    """The words in quotation marks with which the clause of the verb ends."""
    after = [t for t in verb.sent if t.i > verb.i]
    marks = [t for t in after if t.is_quote]
    if len(marks) < 2 or any(t.pos_ in {"VERB", "AUX"} or t.text in {",", ";", ":"} for t in after if t.i < marks[0].i):
        return []
    label = [t for t in after if marks[0].i < t.i < marks[1].i and not t.is_punct]
    return label if len(label) <= _LABEL else []


def _verdict_of(label: list[Token], before: list[Token]) -> str:
    """What the quoted name says of the thing."""
    said = {form for t in label for form in lemmas_of(t)}
    listed = next((s for t in label for form in lemmas_of(t) if (s := stance_by("labels").get(form))), None)
    if listed:
        return listed
    if said & position_words("guilty", "nouns"):
        return "accuse"
    if not said & position_words("verdicts", "spoiling"):
        for name, stance in (("praising", "support"), ("mourning", "condole"), ("worrying", "express_concern")):
            if said & position_words("verdicts", name):
                return stance
    is_answer = any(form in position_words("verdicts", "words_of_others") for t in before for form in lemmas_of(t))
    return "reject" if is_answer else "condemn"
