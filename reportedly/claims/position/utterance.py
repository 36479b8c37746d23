"""Stands that are taken in somebody's mouth: "The violence must be stopped", "Nobody has cut anything".

In: a word of a parsed sentence. Out: the stand that its clause takes, on the speaker's word. Refuses what is neither
quoted nor on anybody's word: the teller takes no stand.
"""

from functools import cache

from reportedly.claims.clauses import is_quoted, mention_at
from reportedly.claims.directives import find_directives
from reportedly.claims.frames import lemmas_of, own_tokens
from reportedly.claims.position.holders import SPEAKER, Holder, Stand, holder_at, position_words, stance_by
from reportedly.claims.position.takers import crowd_at, town_at
from reportedly.lexicon.nations import country_of_people
from reportedly.model import EntityKind
from reportedly.text.grammar import doer_of, is_negated, is_passive, subject_of, verb_above
from reportedly.text.sentences import Sentence, Token, once
from reportedly.text.voices import attribution_at


def is_uttered(verb: Token, sentence: Sentence) -> bool:
    """Whether it stands in a quotation, or on somebody's word."""
    return is_quoted(verb) or bool(attribution_at(sentence, verb.i).chain)


def by_must(verb: Token, sentence: Sentence) -> Stand | None:
    """ "The violence must be stopped", "the situation needs to be de-escalated"."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    modal = next((c.lower_ for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
    is_modal = modal in position_words("must", "modals")
    is_need = verb.lemma_ in {"need", "have"} and any(
        c.dep_ == "xcomp" and any(a.lower_ == "to" for a in c.children) for c in verb.children
    )
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    is_asked = any(
        (c.dep_ == "aux" and c.lemma_ == "do" and c.i < verb.i - 1) or c.lower_ in {"still", "yet"}
        for c in verb.children
    )  # "does he have to go", "seven have still to be found", "has yet to be named"
    if not (is_modal or is_need) or is_asked or subject is None or subject.lower_ in position_words("must", "own"):
        return None
    if modal == "should" and verb.lemma_ in position_words("must", "forecast"):
        return None  # "should land at six"
    if is_need and any(
        c.dep_ == "xcomp" and c.lemma_ in position_words("threatening", "answering") for c in verb.children
    ):
        return None  # "would have to pay a heavy price" threatens
    if any(c.lower_ == "among" and c.dep_ == "prep" for c in verb.children) or modal == "shall" or _is_open(verb):
        return None
    is_past = any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children)
    if is_past and modal == "must":
        return None  # "they must have known" is a guess
    if not is_uttered(verb, sentence) or any(d.governor.i == verb.i for d in find_directives(sentence)):
        return None
    return Stand("accuse" if is_past else "appeal", verb, SPEAKER, subject)  # "should have been warned" blames


def _is_open(verb: Token) -> bool:
    """ "what his role should be", "should Norland ask for them": that is only asked, or only in case."""
    is_turned = any(c.dep_ == "aux" and c.tag_ == "MD" and c.i < s.i for c in verb.children for s in _subjects(verb))
    return is_turned or any(c.tag_ in {"WP", "WRB"} and c.i < verb.i for c in verb.children)


def _subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]


def by_need(verb: Token, sentence: Sentence) -> Stand | None:
    """ "said it urgently needed 5 million francs", "We lack everything": who is short of help asks for it."""
    if verb.pos_ != "VERB" or verb.lemma_ not in position_words("needing", "verbs") or is_negated(verb):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    things = {form for c in verb.children if c.dep_ == "dobj" for t in c.subtree for form in lemmas_of(t)}
    if subject is None or subject.lower_ not in {"it", "we"} or not things & position_words("needing", "things"):
        return None
    return Stand("appeal", verb, SPEAKER, verb) if is_uttered(verb, sentence) else None


def by_pledge(verb: Token, sentence: Sentence) -> Stand | None:
    """ "We will do everything", "said it would send rescuers", "The ministry will continue to protect"."""
    if verb.pos_ != "VERB" or not (_is_ahead(verb) or _is_on_its_way(verb)) or by_threat(verb, sentence):
        return None
    if any(c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"} for c in verb.children):
        return None  # "on the question whether Norland will send troops"
    lemma = _what_goes_on(verb).lemma_.lower()
    if any(c.dep_ == "nsubjpass" for c in verb.children) or is_passive(verb):
        is_due = lemma in position_words("pledging", "justice") | position_words("pledging", "giving")
        is_meant = is_due and is_uttered(verb, sentence)
        is_meant |= lemma in position_words("pledging", "passive") and is_quoted(verb)
        return Stand("reject" if is_negated(verb) else "pledge", verb, SPEAKER, verb) if is_meant else None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None and verb.head.lower_ == "going":  # "is going to keep watching"
        subject = subject_of(verb)
    if subject is None:
        return None
    if lemma == "see" and any(c.dep_ == "dobj" for c in verb.children):
        return None  # "we shall see twice this number"
    if lemma in position_words("pledging", "monitoring"):
        stance = (
            "warn"
            if {f for t in verb.subtree for f in lemmas_of(t)} & {"violation", "abuse", "step", "violence", "crime"}
            else "pledge"
        )
    elif lemma in position_words("pledging", "verbs"):
        stance = "pledge"
    elif lemma in position_words("pledging", "giving") and _is_of_gifts(verb):
        stance = "pledge"  # "The Red Cross will distribute blankets"
    elif lemma in position_words("pledging", "posting") and verb.dep_ == "ccomp":
        stance = "pledge"  # "said that it would post more soldiers there"
    else:
        return None
    holder = _own_holder(subject, verb, sentence)
    is_none = is_negated(verb) or any(
        c.dep_ == "dobj" and any(d.lower_ == "no" for d in c.children) and not _is_spared(c) for c in verb.children
    )  # "will send no peacekeepers", not "will spare no effort"
    return holder and Stand("reject" if is_none else stance, verb, holder, verb)


def _is_of_gifts(verb: Token) -> bool:
    things = [t for c in verb.children if c.dep_ == "dobj" for t in c.subtree]
    return any(form in position_words("pledging", "gifts") for t in things for form in lemmas_of(t))


def _is_spared(noun: Token) -> bool:
    """ "will leave no stone unturned"."""
    return any(form in position_words("pledging", "none_spared") for form in lemmas_of(noun))


def _what_goes_on(verb: Token) -> Token:
    """ "will go on following the case", "will keep watching": what is gone on with."""
    if verb.lemma_ not in {"go", "keep"}:
        return verb
    near = verb.doc[verb.i + 1 : verb.i + 3]
    return next((t for t in near if t.tag_ == "VBG" and t.pos_ == "VERB"), verb)


def by_provision(verb: Token, sentence: Sentence) -> Stand | None:
    """ "Aid is being readied by the government", "Sending doctors will be considered by President Tem"."""
    is_under_way = any(c.dep_ == "auxpass" and c.lower_ == "being" for c in verb.children)
    is_weighed = any(c.dep_ == "aux" and c.lower_ in {"may", "might", "could"} for c in verb.children)
    is_to_come = is_under_way or is_weighed or _is_ahead(verb)
    if verb.pos_ != "VERB" or not is_passive(verb) or is_negated(verb) or not is_to_come:
        return None
    given = subject_of(verb)
    lemma = verb.lemma_.lower()
    if given is None or lemma not in position_words("pledging", "readying"):
        return None
    if not any(f in position_words("pledging", "gifts") for t in given.subtree for f in lemmas_of(t)):
        return None
    holder = holder_at(doer_of(verb), sentence)
    if holder is not None:
        return Stand("pledge", verb, holder, verb)
    is_meant = is_under_way or is_weighed
    return Stand("pledge", verb, SPEAKER, verb) if is_meant and is_uttered(verb, sentence) else None


def _is_ahead(verb: Token) -> bool:
    """ "will help", "is going to help"."""
    if any(c.dep_ == "aux" and c.lower_ in {"will", "would", "shall", "'ll"} for c in verb.children):
        return True
    return verb.dep_ == "xcomp" and verb.head.lower_ == "going"


def _is_on_its_way(verb: Token) -> bool:
    """ "said it was sending nurses"."""
    is_progressive = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    is_told = verb.dep_ == "ccomp" and any(c.dep_ == "nsubj" and c.lower_ in {"it", "they"} for c in verb.children)
    return is_progressive and is_told and verb.lemma_.lower() in position_words("pledging", "sending")


def _own_holder(subject: Token, verb: Token, sentence: Sentence) -> Holder | None:
    """Who promises: the speaker of "we", a body that is itself the subject, "it" of "the ministry said it"."""
    if subject.lower_ in {"we", "i"}:
        return SPEAKER
    if subject.lower_ in {"it", "he", "she", "they"}:
        return SPEAKER if verb.dep_ == "ccomp" else None
    mention = mention_at(subject, sentence)
    if mention is None or mention.kind not in {EntityKind.ORGANISATION, EntityKind.PLACE}:
        if any(form in position_words("holders", "parties") for form in lemmas_of(subject)):
            return holder_at(subject, sentence)
        is_speakers = any(form in position_words("holders", "own") for form in lemmas_of(subject))
        return SPEAKER if is_speakers and is_uttered(verb, sentence) else None
    return holder_at(subject, sentence)


def by_label(noun: Token, sentence: Sentence) -> Stand | None:
    """ "branded the raid barbarism", "called it a fairy tale", "This is a lie", "is without foundation"."""
    is_small = noun.pos_ == "VERB" and noun.dep_ == "ccomp" and noun.tag_ in {"VBN", "VBD"}  # "the strikes justified"
    if noun.pos_ not in {"NOUN", "PROPN", "ADJ", "ADV"} and not is_small:
        return None
    stance = next((s for form in (noun.lower_, *lemmas_of(noun)) if (s := stance_by("labels").get(form))), None)
    namer = _namer_before(noun)
    verb = namer or (noun.head if is_small else verb_above(noun))
    if stance is None and _is_fronted_label(noun, verb):
        stance = next((s for c in noun.children for f in lemmas_of(c) if (s := stance_by("labels").get(f))), None)
    stance = stance or _inside_label(noun, verb) or _named_well(noun, verb)
    if stance is None or _calls_upon(verb):
        return None
    namers = position_words("labelling", "verbs") | position_words("labelling", "declaring")
    if verb.lemma_.lower() in namers and not is_negated(verb):
        is_as = noun.dep_ == "pobj" and noun.head.lower_ == "as"
        is_object = noun.dep_ == "dobj" and verb.lemma_ in position_words("labelling", "naming")
        is_fronted = _is_fronted_label(noun, verb)
        is_behind = noun.dep_ == "advmod" and noun.i > verb.i and any(c.dep_ == "dobj" for c in verb.children)
        is_behind = is_behind and verb.lemma_ in {"consider", "deem", "call", "find", "judge", "regard"}
        is_label = (
            is_behind
            or is_fronted
            or namer is not None
            or _is_spoken_of(noun, verb)
            or noun.dep_ in {"oprd", "ccomp", "attr"}
            or is_as
            or is_object
            or noun.head.dep_ == "ccomp"
        )
        holder = holder_at(doer_of(verb) if is_passive(verb) else subject_of(verb), sentence)
        if holder is None and is_passive(verb) and doer_of(verb) is None:
            holder = town_at(verb, sentence)  # "In Norland City this was called nonsense"
        return Stand(stance, verb, holder, verb) if is_label and holder else None
    if (
        noun.dep_ == "dobj"
        and any(c.lower_ == "no" for c in noun.children)
        and noun.lemma_ in {"basis", "foundation", "truth"}
    ):
        return Stand(stance, verb, SPEAKER, noun) if is_uttered(verb, sentence) else None
    is_whole = noun.dep_ in {"ROOT", "npadvmod"} and noun.pos_ in {"NOUN", "PROPN"}
    if is_whole and is_quoted(noun) and (noun.dep_ == "ROOT" or noun.head.pos_ != "NOUN"):
        # "A wild exaggeration," he said; "Lies, all lies,"
        return Stand(stance, noun, SPEAKER, noun) if attribution_at(sentence, noun.i).chain else None
    is_predicate = noun.dep_ in {"attr", "acomp"} or (
        noun.dep_ == "pobj" and noun.head.lower_ in {"without"} and noun.head.head == verb
    )
    if verb.lemma_ == "be" and is_predicate and stance != "support" and is_uttered(verb, sentence):
        is_truth = any(form in {"fact", "truth", "basis", "foundation"} for form in lemmas_of(noun))
        is_other_way = stance == "deny" and is_truth != (is_negated(verb) or noun.dep_ == "pobj")
        return None if is_other_way else Stand(stance, verb, SPEAKER, noun)
    return None


def _inside_label(noun: Token, verb: Token) -> str | None:
    """ "a dastardly act", "an act of pure banditry", "a tissue of lies"; "spoke of an odious attack": what is inside."""
    is_light = not position_words("labelling", "light").isdisjoint(lemmas_of(noun))
    if noun.pos_ not in {"NOUN", "PROPN"} or not (is_light or _is_spoken_of(noun, verb)):
        return None
    if any(c.dep_ in {"acl", "relcl"} and _is_harmful(c) for c in noun.children):
        return "condemn"  # "an attempt to wreck the talks"
    made_of = [p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    inside = [t for h in (noun, *made_of) for t in (*((h,) if h is not noun else ()), *h.children)]
    inside = [t for t in inside if t.dep_ in {"amod", "pobj", "compound", "conj"}]
    inside += [c for t in inside for c in t.children if c.dep_ in {"conj", "amod"}]
    return next((s for t in inside for form in lemmas_of(t) if (s := stance_by("labels").get(form))), None)


def _is_harmful(verb: Token) -> bool:
    is_aim = verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children)
    return is_aim and verb.lemma_ in position_words("labelling", "harming")


def _namer_before(noun: Token) -> Token | None:
    """ "called the rise in kidnappings troubling", "branded the raid on the market an outrage": what the parser hung wrong."""
    is_behind = noun.dep_ == "amod" and noun.i > noun.head.i and noun.pos_ == "ADJ"
    is_beside = (
        noun.dep_ == "appos" and noun.head.dep_ == "dobj" and any(c.lower_ in {"a", "an"} for c in noun.children)
    )
    if not (is_behind or is_beside):
        return None
    namers = position_words("labelling", "naming") | {"consider", "deem", "find", "judge"}
    return next((a for a in noun.ancestors if a.pos_ == "VERB" and a.lemma_ in namers), None)


def _is_spoken_of(noun: Token, verb: Token) -> bool:
    """ "spoke of a vile attack"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and verb.lemma_ in {"speak", "talk"}


def _is_fronted_label(noun: Token, verb: Token) -> bool:
    """ "A massacre", the bishop called it; "A cowardly act, he called the bombing"."""
    if noun.dep_ not in {"advcl", "npadvmod", "dep", "ccomp", "dobj", "nsubj"} or noun.head.i != verb.i:
        return False
    is_naming = verb.lemma_ in position_words("labelling", "naming") | {"describe"}
    is_first = noun.left_edge.i <= noun.sent.start + 1 and noun.i < verb.i
    return is_naming and is_first and any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)


def _named_well(noun: Token, verb: Token) -> str | None:
    """ "called it a welcome gesture", "hailed the deal as historic", "described it as a tragedy": praise, grief, worry."""
    if verb.lemma_.lower() not in position_words("labelling", "verbs"):
        return None
    is_as = noun.dep_ == "pobj" and noun.head.lower_ == "as"
    is_small = noun.dep_ in {"oprd", "ccomp"} and noun.pos_ in {"NOUN", "ADJ"}  # "called the rise troubling"
    is_small |= _namer_before(noun) is not None
    if not (is_small or is_as or _is_fronted_label(noun, verb) or _is_spoken_of(noun, verb)):
        return None
    kept = {"oprd", "pobj", "amod", "ccomp", "appos"}
    forms = {form for t in [noun, *noun.children] if t.dep_ in kept for form in lemmas_of(t)}
    kinds = (("support", "praising"), ("condole", "mourning"), ("express_concern", "worrying"))
    return next((stance for stance, table in kinds if forms & position_words("verdicts", table)), None)


def _calls_upon(verb: Token) -> bool:
    """ "called on both sides to avoid a provocation" calls nothing by a name."""
    return verb.lemma_ == "call" and any(c.lower_ in {"on", "upon", "for"} and c.i > verb.i for c in verb.children)


def by_refusal(verb: Token, sentence: Sentence) -> Stand | None:
    """ "does not believe the count", "will not negotiate", "has excluded every negotiation"."""
    if verb.pos_ != "VERB" or not is_negated(verb):
        return None
    lemma = verb.lemma_.lower()
    is_unbowed = lemma in position_words("refusing", "unbowed") and (is_passive(verb) or verb.dep_ == "ccomp")
    if is_unbowed and any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in {"we", "i"} for c in verb.children):
        return Stand("reject", verb, SPEAKER, verb)  # "We will not be intimidated"
    if lemma in {"rule", "exclude"} and _is_of_force(verb):
        holder = holder_at(subject_of(verb), sentence)
        return holder and Stand("warn", verb, holder, verb)  # "did not rule out military action"
    is_future = any(
        c.dep_ == "aux" and c.lower_ in {"will", "wo", "shall", "would", "can", "ca", "could"} for c in verb.children
    )
    if lemma in {"admit", "acknowledge", "concede"} and any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children):
        holder = holder_at(subject_of(verb), sentence)
        return holder and Stand("deny", verb, holder, verb)  # "will not admit that the monk died in custody"
    if is_loyal(verb) and subject_of(verb) is not None:
        holder = _own_holder(subject_of(verb) or verb, verb, sentence)
        return holder and Stand("pledge", verb, holder, verb)
    if lemma in position_words("refusing", "believing") or (
        lemma in position_words("refusing", "yielding") and is_future
    ):
        subject = subject_of(verb)
        if subject is not None and subject.lower_ in {"it", "he", "she", "they"} and verb.dep_ != "ccomp":
            return None
        if any(c.dep_ == "dobj" and c.lemma_ in {"name", "detail", "interview"} for c in verb.children):
            return None  # "who would not give her name"
        is_body_of_speaker = subject is not None and any(
            c.dep_ == "poss" and c.lower_ in {"his", "her", "our", "its"} for c in subject.children
        )  # "said his province would not accept it"
        is_body_of_speaker &= verb.dep_ == "ccomp" and is_uttered(verb, sentence)
        holder = SPEAKER if is_body_of_speaker else holder_at(subject, sentence)
        return holder and Stand("reject", verb, holder, verb)
    return None


def _is_of_force(verb: Token) -> bool:
    things = [t for c in verb.children if c.dep_ == "dobj" for t in c.subtree]
    return any(form in position_words("threatening", "means") for t in things for form in lemmas_of(t))


def is_loyal(verb: Token) -> bool:
    """ "We shall not leave these people alone", "will never abandon them": a refusal that promises."""
    beside = {c.lower_ for c in verb.children if c.i > verb.i}
    is_parting = verb.lemma_ in {"leave", "let"} and bool(beside & {"alone", "behind", "down"})
    return _is_ahead(verb) and (is_parting or verb.lemma_ in {"abandon", "forget", "desert", "forsake", "rest"})


def by_denial(verb: Token, sentence: Sentence) -> Stand | None:
    """ "Not a single civilian died", "Nobody has cut anything", "that it gave no order", in a speaker's mouth."""
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ == "relcl" or not _has_denying_word(sentence):
        return None
    if _is_ahead(verb) or not is_uttered(verb, sentence) or by_refusal(verb, sentence) or _is_of_unhurt(verb):
        return None
    is_question = any(c.text == "?" for c in verb.children)
    if is_question or _is_asked_or_blamed(verb) or _is_of_nationals(verb) or _is_conceded(verb):
        return None  # "Why did nobody tell us?"
    if _did_nothing(verb):
        return Stand("accuse", verb, SPEAKER, subject_of(verb) or verb)
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        return None  # 'pledged "not to resort to force"'
    near = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "neg", "advmod", "attr"}]
    words = {t.lower_ for c in near for t in [c, *c.children]}
    is_flat = _is_of_the_past(verb) and bool(words & position_words("denying", "flat"))
    is_flat &= verb.lemma_ not in position_words("denying", "open")
    is_flat |= "not" in words and bool(words & {"single", "one"})
    is_flat |= bool(words & {"no"}) and bool(words & {"single", "one"}) and _is_of_the_past(verb)
    is_own = any(
        d.dep_ == "dobj"
        and d.lemma_ in position_words("denying", "deeds")
        and any(c.lower_ == "no" for c in d.children)
        for d in near
    )
    is_absent = any(
        d.lemma_ in position_words("denying", "absent") and any(c.lower_ in {"no", "such"} for c in d.children)
        for d in near
        if d.dep_ in {"attr", "nsubj", "nsubjpass"}
    ) or _is_untouched(verb)
    is_own_deed = _disowns(verb)
    is_charge = is_negated(verb) and any(
        form in position_words("denying", "charges") for t in own_tokens(verb) for form in lemmas_of(t)
    )
    is_untrue = is_negated(verb) and (
        any(c.dep_ == "acomp" and c.lower_ in {"true", "accurate", "correct", "so"} for c in verb.children)
        or (verb.lemma_ == "correspond" and bool({t.lower_ for t in verb.subtree} & {"reality", "truth", "facts"}))
        or (verb.lemma_ == "confirm" and is_passive(verb))
    )
    return (
        Stand("deny", verb, SPEAKER, verb)
        if is_untrue or is_flat or is_own or is_own_deed or is_absent or is_charge
        else None
    )


_NEGATING = frozenset({"no", "not", "such", "nothing", "never", "neither", "longer"})


@once
def _has_denying_word(sentence: Sentence) -> bool:
    """Whether a verb of the sentence may be denied: most have no word that does so."""
    words = _NEGATING | position_words("denying", "flat")
    return not sentence.words.isdisjoint(words) or any(t.dep_ == "neg" for t in sentence.tokens)


def _is_conceded(verb: Token) -> bool:
    """ "conceded that the mill had never been inspected": that is owned up to, or bemoaned, not denied."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in position_words("denying", "conceding")


def _is_asked_or_blamed(verb: Token) -> bool:
    """ "urged that force not be used", "protested that it had not been told": what is asked for, or complained of."""
    above = stance_by("verbs").get(verb.head.lemma_) if verb.dep_ == "ccomp" else None
    return above in {"appeal", "request", "condemn", "express_concern", "accuse"}


def _did_nothing(verb: Token) -> bool:
    """ "The governor did nothing for three days": of another, it is a reproach."""
    subject = subject_of(verb)
    is_idle = verb.lemma_ == "do" and any(c.dep_ == "dobj" and c.lower_ == "nothing" for c in verb.children)
    return is_idle and subject is not None and subject.lower_ not in {"i", "we"} and not is_negated(verb)


def _is_of_nationals(verb: Token) -> bool:
    """ "none of the Spaniards had been hurt", "no citizen of ours is among the dead" tells how people are."""
    subject = subject_of(verb)
    told = [t for c in verb.children if c.dep_ in {"attr", "dobj"} for t in c.subtree]
    return any(
        country_of_people(t.text) or t.lemma_ in position_words("denying", "cared_for")
        for t in [*(subject.subtree if subject is not None else ()), *told]
        if t.text[0].isupper() or t.pos_ == "NOUN"
    )


def _is_of_unhurt(verb: Token) -> bool:
    """ "no one has been hurt", "there were no casualties": news, where "not a single civilian died" is a denial."""
    things = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "attr", "dobj"}]
    words = {w.lower_ for c in things for w in [c, *c.children]}
    is_flat = bool(words & {"single", "one"} and "not" in words)
    is_harm = verb.lemma_ in position_words("denying", "harming") or any(
        form in position_words("denying", "harmed") for c in things for form in lemmas_of(c)
    )
    is_none = bool(words & {"no", "nobody", "none", "no-one"})
    return is_harm and is_none and not is_flat and "single" not in words


def _is_of_the_past(verb: Token) -> bool:
    """ "Nobody has cut anything", "never fired"; "Nobody starts crying" denies no charge."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return verb.tag_ == "VBD" or bool(auxiliaries & {"have", "has", "had", "did", "was", "were", "been", "'ve"})


def _is_untouched(verb: Token) -> bool:
    """ "no civilian installation was touched", "no case of cholera has been detected"."""
    things = [c for c in verb.children if c.dep_ == "nsubjpass" and any(d.lower_ == "no" for d in c.children)]
    return bool(things) and verb.lemma_ in position_words("denying", "untouched")


def by_guilt(noun: Token, sentence: Sentence) -> Stand | None:
    """ "said that "terrorists" were at the forefront", "called the marchers "murderers""."""
    if not any(form in position_words("guilty", "nouns") for form in lemmas_of(noun)) or noun.pos_ not in {
        "NOUN",
        "PROPN",
    }:
        return None
    verb = verb_above(noun)
    if noun.dep_ in {"oprd", "attr", "pobj"} and verb.lemma_.lower() in position_words("labelling", "verbs"):
        caller = holder_at(doer_of(verb) if is_passive(verb) else subject_of(verb), sentence)
        is_name = noun.dep_ != "pobj" or noun.head.lower_ == "as"
        is_condemned = stance_by("verbs").get(verb.lemma_) == "condemn"  # "condemned as a coup" condemns
        if caller is not None and is_name and not is_negated(verb) and not is_condemned:
            return Stand("accuse", verb, caller, verb)  # "called the minister a liar"
    if noun.dep_ == "attr" and verb.lemma_ == "be" and not is_negated(verb) and is_uttered(verb, sentence):
        judged = next((c for c in verb.children if c.dep_ in {"nsubj", "csubj"}), None)
        if judged is not None and (judged.dep_ == "csubj" or judged.lower_ in {"they", "those", "these", "he"}):
            return Stand("accuse", verb, SPEAKER, judged)  # "They are murderers", "Whoever burns a house is a murderer"
    is_counted = any(c.like_num and c.i < noun.i for c in noun.children)  # "that 211 "terrorists" had been caught"
    is_scare = noun.i > 0 and noun.nbor(-1).text in {'"', "'"} and not is_counted
    if noun.dep_ == "oprd" or (is_scare and is_uttered(verb, sentence)):
        return Stand("accuse", verb, SPEAKER, noun)
    return None


_INWARD = {
    "know",
    "see",
    "hear",
    "think",
    "want",
    "understand",
    "sleep",
    "eat",
    "expect",
    "have",
    "be",
    "believe",
    "get",
}


def _disowns(verb: Token) -> bool:
    """ "I have not moved so much as a brick", "We did not fire": a deed that the speaker says was never theirs."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.lemma_ == "be" and subject is not None and subject.lower_ == "it" and is_negated(verb):
        is_told = verb.dep_ == "ccomp"
        own = (c for c in verb.children if c.dep_ == "attr" and (_is_ours(c) or (is_told and c.lower_ == "they")))
        return any(own) and _has_relative(verb)
    is_past = any(c.dep_ == "aux" and c.lower_ in {"have", "did", "'ve", "has"} for c in verb.children)
    is_own = subject is not None and _is_ours(subject)
    return is_own and is_past and is_negated(verb) and is_quoted(verb) and verb.lemma_ not in _INWARD


def _is_ours(noun: Token) -> bool:
    """ "we", "our troops": those for whom the speaker answers."""
    if noun.lower_ in {"i", "we", "us", "me"}:
        return True
    is_force = any(f in _forces() for f in lemmas_of(noun))
    return is_force and any(c.dep_ == "poss" and c.lower_ in {"our", "my"} for c in noun.children)


@cache
def _forces() -> frozenset[str]:
    own = position_words("holders", "bodies") | position_words("holders", "staff")
    return position_words("hostile", "powers") | position_words("attacks", "hands") | own


def _has_relative(verb: Token) -> bool:
    """ "It was not we who broke the truce"."""
    return any(c.dep_ in {"relcl", "ccomp", "advcl"} for h in (verb, *verb.children) for c in h.children)


def by_threat(verb: Token, sentence: Sentence) -> Stand | None:
    """ "Those who sold the tickets will answer for it", "will face action under the law"."""
    if verb.pos_ != "VERB" or not _is_ahead(verb) or is_negated(verb) or not is_uttered(verb, sentence):
        return None
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "csubj"}), None)
    subject = subject_of(verb) if subject is None and verb.head.lower_ == "going" else subject
    if verb.lemma_ in position_words("threatening", "own") and not is_passive(verb):  # "it would strike again"
        holder = _own_holder(subject, verb, sentence) if subject is not None else None
        return holder and Stand("warn", verb, holder, verb)
    if subject is not None and subject.lower_ == "it" and _makes_pay(verb) and verb.head.lemma_ in {"tell", "warn"}:
        return Stand("warn", verb, SPEAKER, verb)  # "told Norland that it would pay dearly"
    if subject is None or subject.lower_ in {"i", "we", "it"}:
        return None
    is_whoever = any(t.lower_ in {"who", "whoever", "anyone", "everyone"} for t in subject.subtree)
    if is_passive(verb) and is_whoever and verb.lemma_ in position_words("threatening", "suffering"):
        return Stand("warn", verb, SPEAKER, verb)  # "Whoever loots will be shot"
    if is_whoever and not is_passive(verb) and verb.lemma_ in position_words("threatening", "losing"):
        return Stand("warn", verb, SPEAKER, verb)  # "Whoever votes will lose a finger"
    near = {form for c in verb.children if c.i > verb.i for t in (c, *c.children) for form in lemmas_of(t)}
    is_faced = verb.lemma_ == "face" and bool(near & position_words("threatening", "facing"))
    is_answered = verb.lemma_ in position_words("threatening", "answering") and bool(
        near & position_words("threatening", "beside")
    )
    return Stand("warn", verb, SPEAKER, verb) if is_faced or is_answered else None


def _makes_pay(verb: Token) -> bool:
    """ "would pay dearly", "would pay the price"."""
    near = {form for c in verb.children if c.i > verb.i for form in lemmas_of(c)}
    return verb.lemma_ in position_words("threatening", "answering") and bool(near & {"dearly", "price", "consequence"})


def by_charge(verb: Token, sentence: Sentence) -> Stand | None:
    """ "The ministry lied to us", "We were deceived by our own agents", "The government threw away four days"."""
    if verb.pos_ != "VERB" or is_negated(verb) or _is_ahead(verb) or not is_uttered(verb, sentence):
        return None
    lemma = verb.lemma_.lower()
    entries = {lemma, *(f"{lemma} {c.lower_}" for c in verb.children if c.dep_ in {"prt", "advmod"})}
    doer = doer_of(verb)
    if not entries & position_words("failing", "verbs") or doer is None or verb.dep_ in {"xcomp", "amod", "advcl"}:
        return None
    if is_passive(verb):
        is_wronged = any(c.dep_ == "nsubjpass" and c.lower_ in {"i", "we"} for c in verb.children)
        return Stand("accuse", verb, SPEAKER, doer) if is_wronged else None
    is_named = doer.lower_ in {"they", "you"} or holder_at(doer, sentence) not in {None, SPEAKER}
    return Stand("accuse", verb, SPEAKER, doer) if is_named and _is_own_sentence(verb) else None


def _is_own_sentence(verb: Token) -> bool:
    """Whether it is the speaker's own sentence, not a clause inside it."""
    return verb.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}


def by_verdict(word: Token, sentence: Sentence) -> Stand | None:
    """ "said it was "too little, too late"", "is "hardly serious"": what is said of a thing, in a speaker's mouth."""
    if word.dep_ not in {"acomp", "attr", "advmod"}:
        return None
    verb = verb_above(word)
    forms = set(lemmas_of(word))
    near = {c.lower_ for c in [*word.children, *verb.children] if c.i < word.i}
    is_excess = bool(forms & position_words("verdicts", "excess")) and any(c.lower_ == "too" for c in word.children)
    is_spoilt = bool(forms & position_words("verdicts", "spoilt")) and bool(
        near & position_words("verdicts", "spoiling") or is_negated(verb)
    )
    if verb.lemma_ != "be" or not (is_excess or is_spoilt):
        return None
    subject = subject_of(verb)
    if subject is not None and set(lemmas_of(subject)) & position_words("verdicts", "bodily"):
        return None  # "Their condition is not serious"
    stance = "condemn" if is_excess else "reject"
    judge = _judge_of(verb, sentence)
    if judge is not None:
        return Stand(stance, verb, judge, word)
    if subject is None or subject.lower_ in {"i", "we", "he", "she"} or not is_uttered(verb, sentence):
        return None
    return Stand(stance, verb, SPEAKER, word)


def _judge_of(verb: Token, sentence: Sentence) -> Holder | None:
    """ "in the eyes of Norland", "in the union's view"."""
    for noun in verb.subtree:
        if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.lemma_ in {"eye", "view", "opinion", "judgment"}:
            owners = [
                p for c in noun.children for p in ([c] if c.dep_ == "poss" else c.children if c.lower_ == "of" else [])
            ]
            return next((h for owner in owners if (h := holder_at(owner, sentence))), None)
    return None


def by_insistence(verb: Token, sentence: Sentence) -> Stand | None:
    """ "still insists that the deaths are far more": holds to what another disputes; what is to come is no dispute."""
    if verb.pos_ != "VERB" or verb.lemma_ not in position_words("insisting", "verbs") or is_negated(verb):
        return None
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    holder = holder_at(subject_of(verb), sentence)
    if told is not None and verb.lemma_ == "insist" and _is_bidden(told):
        holder = holder or crowd_at(subject_of(verb), sentence)
        return holder and Stand("appeal", verb, holder, verb)  # "insist that the men be taken back"
    if told is None or holder is None or _is_ahead(told) or any(c.tag_ == "MD" for c in told.children):
        return None
    if any(t.dep_ == "nummod" and t.lower_ not in {"one", "single"} for t in told.subtree):
        return None  # "maintains that 31 were killed" is a count
    is_flat = is_negated(told) or any(t.lower_ in _FLAT for t in told.subtree)
    return Stand("deny" if is_flat else "reject", verb, holder, verb)


def _is_bidden(verb: Token) -> bool:
    """The bare verb of a demand: "that he resign", "that they be freed"."""
    return any(
        t.tag_ == "VB" for t in (verb, *verb.children) if t.dep_ in {"ccomp", "auxpass"} and t.i <= verb.i
    ) and not any(c.tag_ == "MD" or c.lower_ == "to" or (c.dep_ == "aux" and c.lemma_ == "do") for c in verb.children)


_FLAT = {"only", "no", "nobody", "never", "nothing", "not", "none"}


def by_idiom(word: Token, sentence: Sentence) -> Stand | None:
    """ "Our thoughts are with the victims", "We stand shoulder to shoulder with Norland"."""
    begun = _idioms().get(word.lower_)
    if begun is None:
        return None
    _, stance = max(((len(words), s) for words, s in begun if _goes_on(word, words)), default=(0, None))
    if stance is None or not is_uttered(word, sentence):
        return None
    verb = verb_above(word)
    head = verb if is_uttered(verb, sentence) else word  # ""Shame on the government," he said"
    return Stand(stance, head, SPEAKER, word)


@cache
def _idioms() -> dict[str, list[tuple[list[str], str]]]:
    """The idioms with their stances, by their first word."""
    by_first: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, stance in stance_by("idioms").items():
        words = phrase.split(" ")
        by_first.setdefault(words[0], []).append((words, stance))
    return by_first


def first_words_of_idioms() -> frozenset[str]:
    return frozenset(_idioms())


def _goes_on(word: Token, words: list[str]) -> bool:
    return [t.lower_ for t in word.doc[word.i : word.i + len(words)]] == words
