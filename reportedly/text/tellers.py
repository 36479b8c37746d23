"""Who tells: from the subject of a verb of saying, or a noun after "according to", to the voices of a chain.

In: a token of a sentence. Out: `Voice`s, the one who knows first: a spokesman and the body that he speaks for, every
agency of "the Ajan and Barta agencies", the source of "officials said". Refuses what cannot speak ("the toll said").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.model import EntityKind, Mention, Modality, Span, Voice, VoiceRole
from reportedly.text.grammar import noun_phrase, subject_of
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token
from reportedly.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """`voices` from the one who knows to the one who carries; `tokens` are the paragraph's tokens that are told."""

    voices: tuple[Voice, ...]
    tokens: frozenset[int]
    cue: int
    depth: int  # how deep the cue hangs in the tree: of two tellings of the same, the deeper is nearer to who knows
    modality: Modality | None
    said_on: When | None


@cache
def cues() -> dict[str, str]:
    """Verbs of telling, by lemma, and the attitude that each has."""
    return {verb: kind for kind, verbs in load("en/voices")["verbs"].items() for verb in verbs}


@cache
def words_of(name: str) -> frozenset[str]:
    """A word list of `[tellers]`."""
    return frozenset(load("en/voices")["tellers"][name])


def voices_of_verb(verb: Token, sentence: Sentence, found: Sequence[Telling]) -> tuple[Voice, ...]:
    """Who tells by this verb, the one who knows first."""
    behind = [c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i]
    subject = behind[0] if behind else subject_of(verb)
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
    attitude = cues()[verb.lemma_.lower()]
    if subject is None or (verb.lemma_ == "show" and subject.lemma_ not in load("en/voices")["nouns"]["content"]):
        return ()
    teller = voices_of_noun(subject, sentence, cue=verb.lower_, found=found)
    cited = cited_in(verb, sentence)
    if passive:
        near = [*verb.children, *(g for c in verb.children if c.dep_ == "prep" for p in c.children for g in p.children)]
        agents = [
            p
            for c in near
            if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")
            for p in c.children
            if p.dep_ == "pobj"
        ]
        carriers = tuple(
            v for a in agents for n in (a, *a.conjuncts) for v in voices_of_noun(n, sentence, cue=verb.lower_)
        )
        if attitude == "quote":
            return in_order((*teller, *carriers), verb.lower_)
        return in_order(carriers, verb.lower_)
    if attitude == "quote":
        inner = next((c for c in verb.children if c.dep_ in {"dobj", "dative"}), None)
        return in_order(
            (*(voices_of_noun(inner, sentence, cue="quoted") if inner is not None else ()), *teller), verb.lower_
        )
    if verb.lemma_.lower() == "tell":
        told = next((c for c in verb.children if c.dep_ in {"dobj", "dative"}), None)
        medium = voices_of_noun(told, sentence, cue="told") if told is not None else ()
        teller += tuple(v for v in medium if v.role is not VoiceRole.SPEAKER)
    for c in verb.children:
        if c.dep_ in {"prep", "dative"} and c.lower_ in {"to", "on"}:
            inner = next((p for p in c.children if p.dep_ == "pobj"), None)
            medium = voices_of_noun(inner, sentence, cue="to") if inner is not None else ()
            teller += tuple(v for v in medium if v.role is not VoiceRole.SPEAKER)
    return in_order((*cited, *teller), verb.lower_)


def cited_in(verb: Token, sentence: Sentence) -> tuple[Voice, ...]:
    """ "..., citing the ministry": on whose word the teller tells."""
    for token in sentence.tokens:
        if token.lower_ not in {"citing", "quoting"} or token.i == verb.i:
            continue
        if (
            token.head != verb
            and not token.is_ancestor(verb)
            and not verb.is_ancestor(token)
            and token.head != verb.head
        ):
            continue
        inner = next((c for c in token.children if c.dep_ in {"dobj", "pobj"}), None)
        if inner is not None:
            return tuple(v for n in (inner, *inner.conjuncts) for v in voices_of_noun(n, sentence, cue="citing"))
    return ()


def in_order(voices: tuple[Voice, ...], cue: str) -> tuple[Voice, ...]:
    """Each voice once, with its cue."""
    kept: list[Voice] = []
    for voice in voices:
        if all(v.name != voice.name for v in kept):
            kept.append(Voice(name=voice.name, role=voice.role, cue=voice.cue or cue, mention=voice.mention))
    return tuple(kept)


def voices_of_noun(
    noun: Token, sentence: Sentence, *, cue: str | None = None, found: Sequence[Telling] = ()
) -> tuple[Voice, ...]:
    """The voice that a noun phrase names, and the body it speaks for; empty where it is no voice ("the toll said")."""
    mentions = mentions_of(sentence.article)
    mention = mentions.covering(sentence.base + noun.idx)
    carriers = _carriers_in(noun, mention, sentence)
    if carriers:
        return tuple(Voice(name=m.name, role=role_of(m), cue=cue, mention=m.span) for m in carriers)
    if mention is None and noun.pos_ == "PRON":
        return found[-1].voices if found and noun.lower_ in {"it", "he", "she"} and cue is not None else ()
    if mention is None:
        return _unnamed(noun, sentence, cue, found)
    if noun.pos_ == "PRON" and mention.name.lower() in words_of("anybody"):
        return found[-1].voices if found and noun.lower_ in {"it", "he", "she"} and cue is not None else ()
    mention, body = _named_and_body(noun, mention, sentence)
    voice = Voice(name=mention.name, role=role_of(mention), cue=cue, mention=mention.span)
    if body is None or body.name == mention.name:
        return (voice,)
    return (voice, Voice(name=body.name, role=VoiceRole.SPEAKER, cue=None, mention=body.span))


def _carriers_in(noun: Token, mention: Mention | None, sentence: Sentence) -> list[Mention]:
    """ "the TASS and AFP agencies", "the Ajan and Barta news agency": every agency or medium in the phrase."""
    if mention is not None and mention.kind not in {EntityKind.AGENCY, EntityKind.OUTLET}:
        return []
    sent = noun.sent
    words = [t for t in noun.subtree if t.dep_ not in {"relcl"} and sent.start <= t.i < sent.end]
    span = sentence.span_of(words[0], words[-1])
    inside = [m for m in mentions_of(sentence.article).inside(span) if m.kind in {EntityKind.AGENCY, EntityKind.OUTLET}]
    is_named = mention is not None or noun.lemma_.lower() in {
        "agency",
        "channel",
        "newspaper",
        "television",
        "station",
        "media",
    }
    return inside if is_named else []


def _named_and_body(noun: Token, mention: Mention, sentence: Sentence) -> tuple[Mention, Mention | None]:
    """The person behind "the police spokesman, Juan Perez", and the body spoken for; "the ministry's press service" is
    the ministry."""
    mentions = mentions_of(sentence.article)
    body = mentions.at(mention.organ)
    sent = noun.sent
    words = [t for t in noun.subtree if t.dep_ not in {"relcl"} and sent.start <= t.i < sent.end]
    near = mentions.inside(sentence.span_of(words[0], words[-1]))
    if mention.kind is EntityKind.PERSON and not _is_proper(mention):
        named = [m for m in near if m.kind is EntityKind.PERSON and _is_proper(m) and m.span != mention.span]
        if named and any(c.dep_ in {"appos", "compound", "nmod"} for c in noun.children):
            return named[0], body or mentions.at(named[0].organ)
    if mention.kind is EntityKind.ORGANISATION and noun.lemma_.lower() in words_of("units"):
        holder = [m for m in near if m.kind is EntityKind.ORGANISATION and m.span.start < mention.span.start]
        if holder:
            return holder[0], None
    return mention, body


def _is_proper(mention: Mention) -> bool:
    return (
        mention.name[:1].isupper()
        and any(w[:1].isupper() for w in mention.name.split())
        and mention.name != mention.title
    )


def role_of(mention: Mention) -> VoiceRole:
    return {EntityKind.AGENCY: VoiceRole.AGENCY, EntityKind.OUTLET: VoiceRole.MEDIUM}.get(
        mention.kind, VoiceRole.SPEAKER
    )


def _unnamed(noun: Token, sentence: Sentence, cue: str | None, found: Sequence[Telling]) -> tuple[Voice, ...]:
    """A phrase that names nobody: "sources", "a statement by the ministry", "official information"."""
    if noun.lemma_.lower() in load("en/voices")["nouns"]["content"]:
        inner = _maker_of(noun, sentence, cue)
        if inner:
            return inner
        if any(c.dep_ in {"poss", "det", "amod"} for c in noun.children):
            return found[-1].voices if found else _body_before(noun, sentence, cue)
    is_source = any(
        t.lemma_.lower() in words_of("sources") or t.lower_ in words_of("sources") for t in (noun, *_beside(noun))
    )
    is_data = noun.lemma_.lower() in load("en/voices")["nouns"]["content"] and any(
        c.dep_ == "amod" for c in noun.children
    )
    if not is_source and not (is_data and cue is None) and not _is_strict(noun, cue):
        return ()
    words = noun_phrase(noun)
    while len(words) > 1 and words[0].pos_ == "DET":
        words.pop(0)
    span = sentence.span_of(words[0], words[-1])
    return (Voice(name=sentence.quote(span), role=VoiceRole.SPEAKER, cue=cue, mention=None),)


def _body_before(noun: Token, sentence: Sentence, cue: str | None) -> tuple[Voice, ...]:
    """ "The ministry knows of fewer. Its latest bulletin gives 24": the body named last in the paragraph."""
    span = Span(sentence.paragraph.span.start, sentence.base + noun.idx)
    near = [
        m for m in mentions_of(sentence.article).inside(span) if m.kind in {EntityKind.ORGANISATION, EntityKind.PERSON}
    ]
    return (Voice(name=near[-1].name, role=VoiceRole.SPEAKER, cue=cue, mention=near[-1].span),) if near else ()


def _beside(noun: Token) -> list[Token]:
    """ "the rights group Odvet": what a name is called."""
    return [c for c in noun.children if c.dep_ in {"compound", "nmod", "appos"}] if noun.pos_ == "PROPN" else []


def _is_strict(noun: Token, cue: str | None) -> bool:
    """ "a dock foreman reckoned": only somebody can be the subject of such a verb."""
    table = load("en/voices")["tellers"]
    is_teller = cue is not None and noun.dep_ in {"nsubj", "pobj"} and noun.head.lemma_.lower() in table["strict"]
    is_known = noun.ent_type_ not in _NO_VOICES or noun.head.lemma_.lower() in {*table["strict"], "put", "report"}
    is_named = cue is not None and noun.dep_ == "nsubj" and noun.pos_ == "PROPN" and is_known
    return (is_teller or is_named) and noun.pos_ in {"NOUN", "PROPN"} and noun.lemma_.lower() not in table["inanimate"]


_NO_VOICES = {"LOC", "FAC", "EVENT", "DATE", "TIME", "WORK_OF_ART", "PRODUCT", "LAW", "LANGUAGE"}


def _maker_of(noun: Token, sentence: Sentence, cue: str | None) -> tuple[Voice, ...]:
    """ "figures from the hospital", "the ministry's statement"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "of"}:
            for inner in child.children:
                if inner.dep_ == "pobj" and (voices := voices_of_noun(inner, sentence, cue=cue)):
                    return voices
        if child.dep_ in {"poss", "compound"} and (voices := voices_of_noun(child, sentence, cue=cue)):
            return voices
    return ()
