"""Who takes a stand that is told, where the grammar hides it: "In Lima the offer was welcomed", "The report blamed".

In: the verb that takes it, as the parser has it. Out: its holder, or the noun that names him. A headline's second verb,
a verb taken for a noun or a participle, a seat for its government, a crowd, a paper for those who wrote it.
"""

from reportedly.claims.clauses import is_country, mention_at, name_of
from reportedly.claims.frames import lemmas_of
from reportedly.claims.position.holders import Holder, holder_at, holds_office, position_words, stance_by
from reportedly.lexicon.nations import country_of_seat
from reportedly.model import EntityKind, Span
from reportedly.text.grammar import doer_of, subject_of, verb_above
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.subjects import noun_ahead


def teller_of(verb: Token) -> Token | None:
    """ "Norland condemns raid, urges calm": of two verbs of a headline the first may be taken for the second's subject."""
    if _hangs_too_low(verb):
        return subject_of(verb.head.head)
    first = verb
    while first.dep_ == "conj" and first.tag_ == "VBG" and first.head.tag_ == "VBG":
        first = first.head
    if (
        first.dep_ == "acl"
        and first.tag_ == "VBG"
        and any(form in position_words("letters", "nouns") for form in lemmas_of(first.head))
    ):
        return subject_of(verb_above(first.head.head))  # "issued a statement condemning the raid"
    doer = doer_of(verb)
    if doer is not None and doer.lower_ in {"both", "all", "each"} and verb.dep_ in {"conj", "parataxis"}:
        return subject_of(verb.head)  # "Norland and the alliance condemned it; both asked that"
    if doer is None and verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":
        return subject_of(verb.head.head)  # "was quick to call the raid a crime"
    return subject_of(doer) if doer is not None and doer.pos_ == "VERB" and doer.tag_ in {"VBZ", "VBD"} else doer


def _hangs_too_low(verb: Token) -> bool:
    """ "promised that not one family will freeze and appealed for tents", where "appealed" is joined to "freeze"."""
    inner = verb.head
    if verb.dep_ != "conj" or inner.dep_ != "ccomp" or verb.tag_ not in {"VBD", "VBZ"}:
        return False
    if any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in verb.children):
        return False
    is_other_tense = any(c.dep_ == "aux" and (c.tag_ == "MD" or c.lower_ in {"has", "have"}) for c in inner.children)
    return is_other_tense and inner.head.tag_ == verb.tag_


def is_verb_misread(noun: Token) -> bool:
    """ "condemns the arrest and demands that he be freed", where the second verb is taken for a noun."""
    is_plural = noun.tag_ == "NNS" and noun.lemma_.lower() in stance_by("verbs")
    if is_plural and (_is_verb_among_nouns(noun) or any(c.dep_ == "nsubj" and c.i < noun.i for c in noun.children)):
        return True  # "The Red Cross fears for the detainees"
    is_joined = (noun.dep_ == "conj" and noun.head.tag_ in {"VBZ", "VBD"}) or noun.dep_ == "ROOT"
    return is_plural and is_joined and any(c.dep_ == "ccomp" and c.i > noun.i for c in noun.children)


def _is_verb_among_nouns(noun: Token) -> bool:
    """ "rejects violence of every form and appeals for calm": bare behind "and", with what the verb asks for."""
    above = verb_above(noun.head)
    is_bare = noun.dep_ == "conj" and not any(c.i < noun.i for c in noun.children) and noun.i > 0
    has_aim = any(c.lower_ in {"for", "on", "upon"} and c.i == noun.i + 1 for c in noun.children)
    return is_bare and has_aim and above.tag_ == "VBZ" and noun.nbor(-1).lower_ == "and"


def promiser_of(verb: Token) -> Token | None:
    """ "The head of the mission, Ana Bell, offered to mediate", where the verb is taken for a participle at a noun."""
    is_own = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in position_words("own", "verbs")
    if not is_own or not any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children):
        return None
    return next(
        (noun for noun in [verb.head, *verb.head.ancestors] if noun.dep_ == "ROOT" and noun.pos_ != "VERB"), None
    )


def seat_at(verb: Token, sentence: Sentence) -> Holder | None:
    """ "In Norland City the offer was welcomed": nobody is named but the seat of a government."""
    nouns = [p for c in verb.children if c.lower_ == "in" and c.i < verb.i for p in c.children if p.dep_ == "pobj"]
    seats = (m for p in nouns if (m := mention_at(p, sentence)) and (country_of_seat(m.name) or is_country(m)))
    return next((Holder(seat.span, seat.name) for seat in seats), None)


_BACK = 2  # sentences


def letter_writer(verb: Token, sentence: Sentence) -> Holder | None:
    """ "Ana Bell put out a statement. In the statement both sides were urged to": the writer is named before."""
    inside = [p for c in verb.children if c.lower_ == "in" for p in c.children if p.dep_ == "pobj"]
    if not any(form in position_words("letters", "nouns") for p in inside for form in lemmas_of(p)):
        return None
    for before in reversed(sentence.article.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        holder = holder_at(subject_of(before.tokens.root), before)
        if holder is not None and holder.span is not None:
            return holder
    return None


def town_at(verb: Token, sentence: Sentence) -> Holder | None:
    """ "In Lima denied participation in the attack", "In Lima this was called nonsense": any town, for those who rule it."""
    subject = subject_of(verb)
    if subject is not None and subject.lower_ not in {"this", "that", "it"}:
        return seat_at(verb, sentence)
    nouns = [p for c in verb.children if c.lower_ == "in" and c.i < verb.i for p in c.children if p.dep_ == "pobj"]
    towns = (m for p in nouns if (m := mention_at(p, sentence)) and m.kind is EntityKind.PLACE)
    return next((Holder(town.span, town.name) for town in towns), None)


def is_charged(verb: Token) -> bool:
    """ "charged Norland with standing behind the rebels": what one is accused of is no stand of the accuser's."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb
    is_charge = above.lemma_ in {"charge", "tax"} or stance_by("verbs").get(above.lemma_) in {"accuse", "deny"}
    return above.i != verb.i and is_charge


def crowd_at(noun: Token | None, sentence: Sentence) -> Holder | None:
    """ "Some 1,500 women demanded the release of": many may demand together what one of them has no office to demand."""
    if noun is None or not any(form in position_words("crowds", "nouns") for form in lemmas_of(noun)):
        return None
    return Holder(*name_of(noun, sentence)) if noun.tag_ in {"NNS", "NNPS"} or noun.lower_ == "crowd" else None


def paper_at(noun: Token | None, sentence: Sentence) -> Holder | None:
    """ "The report blamed the crew": a finding speaks for whoever made it."""
    if noun is None or noun.tag_ != "NN" or not any(f in position_words("papers", "nouns") for f in lemmas_of(noun)):
        return None
    return _writer_of(noun, sentence) or Holder(*name_of(noun, sentence))


def _writer_of(paper: Token, sentence: Sentence) -> Holder | None:
    """ "A statement by the council condemned", "The chamber adopted a motion that condemns": whose paper it is."""
    makers = [p for c in paper.children if c.lower_ in {"by", "from", "of"} for p in c.children if p.dep_ == "pobj"]
    makers += [c for c in paper.children if c.dep_ == "poss" and c.tag_ != "PRP$"]
    if paper.dep_ == "dobj" and paper.head.lemma_ in {
        "adopt",
        "pass",
        "sign",
        "issue",
        "publish",
        "approve",
        "release",
    }:
        makers += [subject for subject in (subject_of(paper.head),) if subject is not None]
    return next((held for maker in makers if (held := holder_at(maker, sentence))), None)


def holder_above(verb: Token, sentence: Sentence) -> Holder | None:
    """ "said that 74 had died and accused Norland", "freed the men held and promised": the second verb hangs wrong."""
    inner = verb.head
    if verb.dep_ != "conj" or any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        return None
    if inner.pos_ == "VERB" and subject_of(inner) is None and (held := holder_ahead(inner, sentence)) is not None:
        return held  # "In Lima, the League of Unions condemned the raid and called for a strike"
    if inner.dep_ == "acl" and verb.tag_ in {"VBD", "VBZ"} and any(c.dep_ in _CONTENT for c in verb.children):
        return holder_at(subject_of(verb_above(inner.head)), sentence)
    return holder_at(subject_of(inner.head), sentence) if inner.dep_ == "ccomp" else None


_CONTENT = {"dobj", "ccomp", "xcomp"}


def holder_behind(verb: Token, stance: str, sentence: Sentence) -> Holder | None:
    """Machine translation leaves the subject behind the verb: "The shooting condemned Norland"."""
    subject = subject_of(verb)
    if stance not in {"condemn", "reject", "condole"} or subject is None or subject.pos_ not in {"NOUN", "VERB"}:
        return None
    last = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "PROPN"]
    mention = mention_at(last[0], sentence) if last and mention_at(subject, sentence) is None else None
    return Holder(mention.span, mention.name) if mention and holds_office(mention, lemmas_of(last[0])) else None


def holder_inverted(verb: Token, sentence: Sentence) -> Holder | None:
    """Translated word order, "In Geneva warns the health agency that": the one who holds it is taken for an object."""
    if subject_of(verb) is not None or verb.tag_ not in {"VBZ", "VBD", "VBP"}:
        return None
    objects = [c for c in verb.children if c.dep_ in {"dobj", "oprd"} and c.i > verb.i]
    has_content = any(c.dep_ == "ccomp" for c in verb.children)
    return holder_at(objects[0], sentence) if objects and has_content and mention_at(objects[0], sentence) else None


def taker_of(verb: Token, sentence: Sentence) -> Holder | None:
    """Whose stand the phrase is that a verb begins: its subject's, a crowd's too, or of whoever stands right before it."""
    doer = teller_of(verb)
    if doer is not None and doer.lower_ == "it" and doer.dep_ == "pobj":
        return body_before(doer, sentence)
    held = holder_at(doer, sentence) or holder_above(verb, sentence) or crowd_at(doer, sentence)
    return held or holder_ahead(verb, sentence) or paper_at(doer, sentence)


def body_before(pronoun: Token, sentence: Sentence) -> Holder | None:
    """ "the president whom the junta toppled stands accused by it": the body named last in the sentence."""
    before = mentions_of(sentence.article).inside(Span(sentence.base, sentence.base + pronoun.idx))
    bodies = [m for m in before if m.span.start >= sentence.span.start and m.kind is EntityKind.ORGANISATION]
    return Holder(bodies[-1].span, bodies[-1].name) if bodies else None


def holder_ahead(verb: Token, sentence: Sentence) -> Holder | None:
    """ "In a statement the ministry called what happened": who stands right before a verb that was given no subject."""
    if any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "agent"} for c in verb.children):
        return None
    if verb.tag_ not in {"VBD", "VBN", "VBZ", "VBP"} or verb.i - 1 <= sentence.tokens.start:
        return None
    return holder_at(noun_ahead(verb, sentence), sentence)
