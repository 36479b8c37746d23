"""Who tells by a verb: its subject, the source that it cites, the agency or medium that it is told to or carried by.

In: a verb of telling and its subject. Out: `Voice`s, the one who knows first: "Reuters, citing a doctor, said", "told AFP", "was
quoted by the TASS and AFP agencies", "Le Matin, which cited a source".
"""

from collections.abc import Iterator, Sequence

from reportedly.lexicon import load
from reportedly.model import EntityKind, Voice, VoiceRole
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.tellers import Telling, agents_of, cues, in_order, maker_of, voices_of_noun, words_of

_THROUGH = {"to", "on", "with", "by", "for", "in", "through", "via", "at", "of"}


def voices_of_verb(
    verb: Token, subject: Token | None, sentence: Sentence, found: Sequence[Telling]
) -> tuple[Voice, ...]:
    """Who tells by this verb, the one who knows first."""
    if subject is None and any(c.dep_ == "csubjpass" for c in verb.children):
        return in_order(
            tuple(v for agent in agents_of(verb) for v in voices_of_row(agent, sentence, verb.lower_)), "by"
        )
    if subject is None or (verb.lemma_ == "show" and not _shows(verb, subject)):
        return ()
    cue = verb.lower_
    attitude = cues()[verb.lemma_.lower()]
    if verb.lemma_.lower() in words_of("learning"):
        return in_order(learned_from(verb, sentence), "from")
    teller = _impersonal(verb, subject, sentence) or voices_of_row(subject, sentence, cue, found)
    if verb.lemma_ == "have" and teller and _is_place(teller[0], sentence):
        return ()  # "Norland has 25 dead"
    is_participle = verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children)
    is_bare = is_participle and (verb.dep_ == "advcl" or (verb.dep_ == "acl" and bool(agents_of(verb))))
    if any(c.dep_ in {"auxpass", "nsubjpass", "csubjpass"} for c in verb.children) or is_bare:
        carriers = tuple(v for agent in agents_of(verb) for v in voices_of_row(agent, sentence, cue))
        if attitude == "quote":
            return in_order((*teller, *carriers, *_place_of_quoting(verb, sentence)), cue)
        told = teller if verb.lemma_.lower() in words_of("addressing") else ()
        heard = tuple(
            v for v in told if v.role is not VoiceRole.SPEAKER and not _is_own_page(v)
        )  # "Reuters was told by a doctor that"
        carriers = carriers or (_told_at(verb, sentence) if heard else ())
        return in_order((*carriers, *(_media_of(verb, sentence) if carriers else ()), *heard), cue)
    if attitude == "quote":
        inner = next((c for c in verb.children if c.dep_ in {"dobj", "dative"}), None)
        quoted = voices_of_noun(inner, sentence, cue="quoted") if inner is not None else ()
        return in_order((*quoted, *teller), cue)
    if not teller:
        return ()
    teller = (*_through(subject, verb, sentence, teller), *teller)
    media = _media_of(verb, sentence) or _media_above(verb, subject, sentence)
    return in_order((*cited_in(verb, sentence), *teller, *media), cue)


def _shows(verb: Token, subject: Token) -> bool:
    """ "The list shows 60 dead", "The attendants showed us 19 bodies"."""
    is_paper = subject.lemma_ in load("en/voices")["nouns"]["content"]
    return is_paper or any(c.lower_ in {"us", "me", "reporters", "journalists"} and c.i > verb.i for c in verb.children)


def voices_of_row(noun: Token, sentence: Sentence, cue: str | None, found: Sequence[Telling] = ()) -> tuple[Voice, ...]:
    """Of agencies joined by "and" each is a link; of other voices the first stands for the row. With the source that the
    noun's own clause cites, and the medium that it says quoted them."""
    voices = voices_of_noun(noun, sentence, cue=cue, found=found)
    for other in noun.conjuncts:
        joined = voices_of_noun(other, sentence, cue=cue)
        voices += tuple(v for v in joined if v.role is not VoiceRole.SPEAKER and voices and v not in voices)
    return _beside_clause(noun, sentence, voices)


def _beside_clause(noun: Token, sentence: Sentence, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """ "Le Matin, which cited a source", "the ministry, quoted by state radio"."""
    named = [noun, *(c for c in noun.children if c.dep_ in {"appos", "compound"})]
    for child in (c for name in named for c in name.children):
        if child.dep_ not in {"relcl", "acl"}:
            continue
        if child.tag_ == "VBN" and child.lemma_.lower() in words_of("seen") and voices:
            heard = [v for agent in agents_of(child) for v in voices_of_noun(agent, sentence, cue=child.lower_)]
            voices += tuple(v for v in heard if v.role is not VoiceRole.SPEAKER and v not in voices)
        if cues().get(child.lemma_.lower()) != "quote":
            continue
        if child.tag_ == "VBN":
            voices += tuple(v for agent in agents_of(child) for v in voices_of_noun(agent, sentence, cue="quoted"))
        else:
            inner = next((c for c in child.children if c.dep_ == "dobj"), None)
            voices = (*(voices_of_noun(inner, sentence, cue="citing") if inner is not None else ()), *voices)
    return voices


def _media_of(verb: Token, sentence: Sentence) -> tuple[Voice, ...]:
    """ "told Reuters", "said in an interview with Le Matin", "in remarks carried by state television"."""
    found: list[Voice] = []
    near = list(verb.children)
    if verb.dep_ == "amod" and verb.head.i > verb.i and _addresses(verb.head, verb):
        found += [v for v in voices_of_noun(verb.head, sentence, cue="to") if v.role is not VoiceRole.SPEAKER]
    if verb.dep_ in {"ROOT", "ccomp", "conj", "advcl", "parataxis", "pcomp"} or (
        verb.dep_ == "acl" and not agents_of(verb)
    ):
        near += [g for c in verb.children if c.dep_ in {"prep", "advcl"} for g in _below(c)]
    for child in near:
        is_told = child.dep_ in {"dobj", "dative"} and child.head == verb and _addresses(child, verb)
        is_by = child.dep_ == "pobj" and child.head.lower_ in _THROUGH
        is_before = child.dep_ == "dobj" and child.head == verb and verb.lemma_.lower() in words_of("handing")
        if is_told or is_by or is_before:
            noun = next((c for c in child.children if c.dep_ == "compound"), child) if is_before else child
            heard = voices_of_noun(noun, sentence, cue="to")
            found += [v for v in heard if v.role is not VoiceRole.SPEAKER and not _is_own_page(v)]
    return tuple(found)


def _media_above(verb: Token, subject: Token, sentence: Sentence) -> tuple[Voice, ...]:
    """ "told Reuters that five had died and added that two were missing": the same one tells the same medium."""
    is_same = verb.dep_ == "conj" and subject.head == verb.head and subject.dep_ == "nsubj"
    return _media_of(verb.head, sentence) if is_same and verb.head.lemma_.lower() in cues() else ()


def _addresses(noun: Token, verb: Token) -> bool:
    """ "told Reuters", "gave Reuters confirmation": whom one tells."""
    if verb.lemma_.lower() in words_of("addressing"):
        return True
    return verb.lemma_.lower() in words_of("handing") and any(c.dep_ == "dobj" and c.i > noun.i for c in verb.children)


def _told_at(verb: Token, sentence: Sentence) -> tuple[Voice, ...]:
    """ "As the agency was told in the press service of the ministry": the body where one was told."""
    near = [g for c in verb.children if c.dep_ == "prep" and c.lower_ in {"in", "at", "from"} for g in c.children]
    found = [v for noun in near if noun.dep_ == "pobj" for v in _of_body(noun, sentence, verb.lower_)]
    return tuple(v for v in found if v.role is VoiceRole.SPEAKER)[:1]


def _of_body(noun: Token, sentence: Sentence, cue: str) -> tuple[Voice, ...]:
    return voices_of_noun(noun, sentence, cue=cue) or maker_of(noun, sentence, cue)


def _place_of_quoting(verb: Token, sentence: Sentence) -> tuple[Voice, ...]:
    """ "In a report of Radio Norland a doctor was quoted as saying", "was quoted in Le Matin": who carries it."""
    near = [g for c in verb.children if c.dep_ == "prep" and c.lower_ in {"in", "on", "through"} for g in _below(c)]
    found = [v for noun in near if noun.dep_ == "pobj" for v in voices_of_noun(noun, sentence, cue="in")]
    return tuple(v for v in found if v.role is not VoiceRole.SPEAKER and not _is_own_page(v))


def _through(subject: Token, verb: Token, sentence: Sentence, teller: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """ "The ministry, through its spokeswoman Ana Vesk, said": who speaks for the body."""
    for token in verb.doc[subject.i + 1 : verb.i]:
        if token.lower_ not in {"through", "via"}:
            continue
        inner = next((c for c in token.children if c.dep_ == "pobj"), None)
        voices = voices_of_noun(inner, sentence, cue="through") if inner is not None else ()
        return tuple(v for v in voices[:1] if v.role is VoiceRole.SPEAKER and all(v.name != t.name for t in teller))
    return ()


def _is_own_page(voice: Voice) -> bool:
    """ "told the media", "on his Telegram channel": nobody's carrying."""
    return any(word in words_of("audiences") or word in words_of("pages") for word in voice.name.lower().split())


def _below(token: Token) -> Iterator[Token]:
    """The words under a preposition, as far as the next clause with a verb of its own."""
    for child in token.children:
        if child.dep_ not in {"relcl", "ccomp", "advcl"}:
            yield child
            yield from _below(child)


def learned_from(verb: Token, sentence: Sentence) -> tuple[Voice, ...]:
    """ "The reporter learned from the embassy that": it is the embassy that tells."""
    source = next((p for c in verb.children if c.lower_ == "from" for p in c.children if p.dep_ == "pobj"), None)
    told = voices_of_noun(source, sentence, cue="from") if source is not None else ()
    learner = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    heard = voices_of_noun(learner, sentence, cue=verb.lower_) if told and learner is not None else ()
    return (*told, *(v for v in heard if v.role is not VoiceRole.SPEAKER))  # "Xinhua learned from the ministry"


def _is_place(voice: Voice, sentence: Sentence) -> bool:
    mention = mentions_of(sentence.article).at(voice.mention)
    return mention is not None and mention.kind is EntityKind.PLACE


def _impersonal(verb: Token, subject: Token, sentence: Sentence) -> tuple[Voice, ...]:
    """ "In the ministry they said", "From the town hall it was said": the place of a body is the body."""
    if subject.lower_ not in {"they", "it", "one"}:
        return ()
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "from", "at"} and child.i < subject.i:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            mention = mentions_of(sentence.article).covering(sentence.base + inner.idx) if inner is not None else None
            is_body = mention is not None and mention.kind is EntityKind.ORGANISATION
            is_seat = mention is not None and mention.kind is EntityKind.PLACE and subject.lower_ == "they"
            if inner is not None and (is_body or (is_seat and _opens(child, sentence))):
                return voices_of_noun(inner, sentence, cue=verb.lower_)
    return ()


def _opens(token: Token, sentence: Sentence) -> bool:
    return token.i == sentence.tokens.start or token.nbor(-1).text == ";"


def cited_in(verb: Token, sentence: Sentence) -> tuple[Voice, ...]:
    """ "..., citing the ministry", "with reference to the ministry": on whose word the teller tells."""
    for token in sentence.tokens:
        if token.i == verb.i or token.lower_ not in {"citing", "quoting", "referring", "reference"}:
            continue
        above = token.head if token.lower_ == "reference" else token
        is_own = above.head == verb or above.is_ancestor(verb) or verb.is_ancestor(above) or above.head == verb.head
        inner = next((c for c in token.children if c.dep_ in {"dobj", "pobj"}), None)
        if inner is None:
            to = next((c for c in token.children if c.lower_ == "to"), None)
            inner = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
        if is_own and inner is not None:
            return voices_of_row(inner, sentence, "citing")
    return ()
