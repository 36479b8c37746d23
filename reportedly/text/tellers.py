"""Who tells: from the subject of a verb of saying, or a noun after "according to", to the voices of a chain.

In: a token of a sentence. Out: `Voice`s, the one who knows first: a spokesman and the body that he speaks for, every
agency of "the Ajan and Barta agencies", the source of "officials said". Refuses what cannot speak ("the toll said").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.model import EntityKind, Mention, Modality, Span, Voice, VoiceRole
from reportedly.text.grammar import noun_phrase
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
    plain = {verb: kind for kind, verbs in load("en/voices")["verbs"].items() for verb in verbs}
    return dict.fromkeys(words_of("wording"), "say") | plain


@cache
def words_of(name: str) -> frozenset[str]:
    """A word list of `[tellers]`."""
    return frozenset(load("en/voices")["tellers"][name])


def agents_of(verb: Token) -> list[Token]:
    """ "was quoted by the TASS and AFP agencies": by whom."""
    near = [*verb.children, *(g for c in verb.children if c.dep_ == "prep" for p in c.children for g in p.children)]
    agents = [
        p
        for c in near
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")
        for p in c.children
        if p.dep_ == "pobj"
    ]
    return [n for agent in agents for n in (agent, *agent.conjuncts)]


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
    if any(c.dep_ in {"det", "neg"} and c.lower_ in {"no", "neither"} for c in noun.children):
        return ()
    if noun.text[0] == "@" and len(noun) > 1:
        return (Voice(name=noun.text, role=VoiceRole.SPEAKER, cue=cue, mention=None),)
    if noun.lower_ in _OF_TWO and noun.i and noun.nbor(-1).lower_ == "the":
        return _of_two(noun, sentence, cue)
    mention = mentions_of(sentence.article).covering(sentence.base + noun.idx)
    carriers = _carriers_in(noun, mention, sentence) or _reported_by(noun, sentence)
    if carriers:
        return tuple(Voice(name=m.name, role=role_of(m), cue=cue, mention=m.span) for m in carriers)
    is_spelled = len(noun.text) > 1 and noun.text.isupper() and mention is not None and _is_proper(mention)  # "WHO"
    if noun.pos_ == "PRON" and not is_spelled:
        return _taken_up(noun, mention, sentence, cue, found)
    if noun.like_num or noun.lower_ in {"another", "some", "several", "many", "most", "both"}:
        # "one of them, Ana Vesk, said", "two of his aides told Reuters"
        named = next((c for c in noun.children if c.dep_ == "appos"), None)
        of = next((c for c in noun.children if c.lower_ == "of"), None)
        if named is None and of is not None:
            named = next((c for c in of.children if c.dep_ == "pobj"), None)
        return voices_of_noun(named, sentence, cue=cue, found=found) if named is not None else ()
    person = _person_beside(noun, mention, sentence)
    if person is not None:
        return _with_body(person, noun, mention, sentence, cue)
    if mention is None:
        return _unnamed(noun, sentence, cue, found)
    if mention.kind is EntityKind.ORGANISATION and noun.lemma_.lower() in words_of("units"):
        holder = [m for m in _near(noun, sentence) if m.kind is EntityKind.ORGANISATION and m.span < mention.span]
        mention = holder[0] if holder else mention
    return _with_body(mention, noun, mention, sentence, cue)


_OF_TWO = {"former", "latter"}


def _of_two(noun: Token, sentence: Sentence, cue: str | None) -> tuple[Voice, ...]:
    """ "Major Vidal and Governor Prieto came. The former said 20 had died": of two named, the first or the second."""
    kinds = {EntityKind.PERSON, EntityKind.ORGANISATION}
    for before in reversed([s for s in sentence.paragraph.sentences if s.tokens.end <= sentence.tokens.start]):
        span = before.span_of(before.tokens[0], before.tokens[-1])
        named = [m for m in mentions_of(sentence.article).inside(span) if m.kind in kinds]
        if len(named) == _TWO:
            mention = named[0] if noun.lower_ == "former" else named[1]
            return (Voice(name=mention.name, role=VoiceRole.SPEAKER, cue=cue, mention=mention.span),)
        break
    return ()


_TWO = 2


def _same_before(noun: Token, sentence: Sentence, found: Sequence[Telling]) -> tuple[Voice, ...]:
    """ "A source in the ministry said ... The source added": who told before under the same word; "the group": the body
    named before."""
    modifiers = [c for c in noun.children if c.dep_ in {"amod", "compound", "prep", "poss", "nummod", "relcl"}]
    is_the = any(c.dep_ == "det" and c.lower_ in {"the", "this", "that"} for c in noun.children)
    if not is_the or any(not c.lower_.endswith("based") and c.lower_ != "same" for c in modifiers):
        return ()
    word = noun.lower_
    for telling in reversed(found):
        name = telling.voices[0].name if telling.voices else ""
        if telling.voices and telling.voices[0].mention is None and _head_word(name) == word != name.lower():
            return telling.voices
    if noun.lemma_.lower() not in words_of("bodies"):
        return ()
    span = Span(sentence.paragraph.span.start, sentence.base + noun.idx)
    near = [m for m in mentions_of(sentence.article).inside(span) if m.kind is EntityKind.ORGANISATION]
    proper = [m for m in near if m.name[:1].isupper()]
    return (Voice(name=proper[-1].name, role=VoiceRole.SPEAKER, cue=None, mention=proper[-1].span),) if proper else ()


def _head_word(name: str) -> str:
    """ "source" of "source in the ministry", "doctor" of "duty doctor"."""
    words = name.lower().split()
    at = next(
        (n for n, word in enumerate(words) if n and word in {"of", "in", "at", "for", "from", "with"}), len(words)
    )
    return words[at - 1] if words else ""


def _carriers_in(noun: Token, mention: Mention | None, sentence: Sentence) -> list[Mention]:
    """ "the TASS and AFP agencies", "the Ajan and Barta news agency": every agency or medium in the phrase."""
    if mention is not None and mention.kind not in {EntityKind.AGENCY, EntityKind.OUTLET}:
        return []
    if mention is None and noun.lemma_.lower() not in words_of("carriers"):
        return []
    return [m for m in _near(noun, sentence) if m.kind in {EntityKind.AGENCY, EntityKind.OUTLET}]


def _reported_by(noun: Token, sentence: Sentence) -> list[Mention]:
    """ "an AFP correspondent", "a reporter of Le Matin": without a name, the agency or medium."""
    if noun.lemma_.lower() not in words_of("journalists"):
        return []
    own = mentions_of(sentence.article).covering(sentence.base + noun.idx)
    organ = mentions_of(sentence.article).at(own.organ) if own is not None else None
    near = (*((organ,) if organ is not None else ()), *_near(noun, sentence))
    if any(m.kind is EntityKind.PERSON and _is_proper(m) and m != own for m in near) or _has_name(own):
        return []
    return [m for m in near if m.kind in {EntityKind.AGENCY, EntityKind.OUTLET}][:1]


def _has_name(mention: Mention | None) -> bool:
    """ "AFP correspondent" has none, "correspondent Ana Vesk" has."""
    title = (mention.title or "").rpartition(" ")[2] if mention is not None else ""
    return mention is not None and _is_proper(mention) and not (title and mention.name.lower().endswith(title))


def _near(noun: Token, sentence: Sentence) -> tuple[Mention, ...]:
    """The mentions in a noun phrase, its relative clauses left out."""
    sent = noun.sent
    words = [t for t in _phrase(noun) if sent.start <= t.i < sent.end]
    return mentions_of(sentence.article).inside(sentence.span_of(min(words), max(words)))


def _phrase(noun: Token) -> list[Token]:
    out = [noun]
    for child in noun.children:
        if child.dep_ not in {"relcl", "acl", "conj", "cc"}:
            out.extend(_phrase(child))
    return out


def _taken_up(
    noun: Token, mention: Mention | None, sentence: Sentence, cue: str | None, found: Sequence[Telling]
) -> tuple[Voice, ...]:
    """Whom a pronoun takes up: not one who is only spoken of in what the last teller told, but that teller."""
    if cue is None or noun.lower_ not in {"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"}:
        return ()
    named = mention if mention is not None and mention.name.lower() not in words_of("anybody") else None
    last = found[-1] if found else None
    if noun.lower_ in {"it", "they"} and (body := _body_just_named(noun, sentence, cue)):
        return body
    if named is not None and last is not None and _is_vague(named, noun) and _may_be(noun, last.voices[0], sentence):
        return last.voices
    if named is not None and not (
        last and _is_told_of(named, last, sentence) and _may_be(noun, last.voices[0], sentence)
    ):
        return _with_body(named, noun, named, sentence, cue)
    if last is not None and _may_be(noun, last.voices[0], sentence):
        return last.voices
    return _subject_before(noun, sentence, cue)


def _is_vague(named: Mention, pronoun: Token) -> bool:
    """A person without a name yields to the one who told last."""
    return pronoun.lower_ in {"he", "she", "him", "her", "his"} and not _is_proper(named)


def _body_just_named(pronoun: Token, sentence: Sentence, cue: str) -> tuple[Voice, ...]:
    """ "The miners' union disagrees. It says 84 were killed": a body without a mention of its own."""
    earlier = [s for s in sentence.paragraph.sentences if s.tokens.end <= sentence.tokens.start]
    if not earlier or pronoun.i - sentence.tokens.start > 2:
        return ()
    subject = next((c for c in earlier[-1].tokens.root.children if c.dep_ == "nsubj"), None)
    if subject is None or mentions_of(sentence.article).covering(sentence.base + subject.idx) is not None:
        return ()
    is_body = subject.lemma_.lower() in words_of("sources") and subject.lemma_.lower() not in words_of("roles")
    return _unnamed(subject, earlier[-1], cue, ()) if is_body else ()


def _is_told_of(mention: Mention, telling: Telling, sentence: Sentence) -> bool:
    """Whether the one whom a pronoun may mean was named last inside of what somebody told."""
    named = [
        m
        for m in mentions_of(sentence.article).inside(Span(sentence.base, mention.span.start))
        if m.name == mention.name
    ]
    if not named:
        return False
    starts = {sentence.tokens.doc[i].idx + sentence.base for i in telling.tokens}
    return named[-1].span.start in starts and telling.voices[0].name != mention.name


_PEOPLE = {EntityKind.PERSON}
_MANY = {EntityKind.GROUP, EntityKind.ORGANISATION}
_ONE = {EntityKind.ORGANISATION, EntityKind.AGENCY, EntityKind.OUTLET, EntityKind.PLACE}


def _may_be(pronoun: Token, voice: Voice, sentence: Sentence) -> bool:
    """He and she are people, it a body, they a group or a body."""
    mention = mentions_of(sentence.article).at(voice.mention)
    if mention is None:
        is_body = pronoun.lower_ in {"it", "its"} and _head_word(voice.name) in words_of("organs")
        return is_body or pronoun.lower_ in {"they", "them", "their"}
    if pronoun.lower_ in {"he", "she", "him", "her", "his"}:
        return mention.kind in _PEOPLE
    return mention.kind in (_MANY if pronoun.lower_ in {"they", "them", "their"} else _ONE)


def _subject_before(pronoun: Token, sentence: Sentence, cue: str | None) -> tuple[Voice, ...]:
    """ "The rebels issued a communique. It claims ...": the subject of the sentence before, where it can speak."""
    earlier = [s for s in sentence.paragraph.sentences if s.tokens.end <= sentence.tokens.start]
    if not earlier:
        return ()
    before = earlier[-1]
    subject = next((c for c in before.tokens.root.children if c.dep_ == "nsubj"), None)
    made = any(
        t.lemma_.lower() in load("en/voices")["nouns"]["content"] and t.dep_ in {"dobj", "pobj"} for t in before.tokens
    )
    is_person = pronoun.lower_ in {"he", "she", "him", "her", "his"}
    if subject is None or subject.pos_ == "PRON" or not (made or is_person or pronoun.lower_ not in {"it", "its"}):
        return ()
    voices = voices_of_noun(subject, before, cue=cue)
    return voices if voices and (made or _may_be(pronoun, voices[0], before)) else ()


def _person_beside(noun: Token, mention: Mention | None, sentence: Sentence) -> Mention | None:
    """The person behind a role: "the police spokesman, Juan Perez", "the head of the region Ana Vesk"."""
    is_named = mention is not None and (mention.kind is not EntityKind.PERSON or _is_proper(mention))
    is_office = noun.pos_ == "PROPN" and noun.lemma_.lower() in words_of("roles")
    # a role with a name of its own beside it takes up nobody: "The diocese's spokesman, the Rev. Bo Lund"
    is_office |= (
        noun.pos_ == "NOUN" and noun.text.islower() and any(c.dep_ == "appos" for c in noun.subtree) and _is_role(noun)
    )
    if is_named and not is_office:
        return None  # "the Railway Manager (RM) of Lima, Juan Perez" is but an office
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    doc = noun.doc
    is_role = mention is not None or _is_role(noun)
    if not is_role and (noun.dep_ != "nsubj" or noun.lemma_.lower() in words_of("inanimate")):
        return None
    for near in _near(noun, sentence):
        if near.kind is not EntityKind.PERSON or not _is_proper(near) or near == mention:
            continue
        words = sentence.tokens_in(near.span)
        before = doc[words[0].i - 1].lower_ if words and words[0].i else ""
        is_owner = bool(words) and words[-1].dep_ == "poss"
        if not is_role and (not words or words[0].i > noun.i + 2):
            continue  # "the stationmaster Ana Vesk", "a neighbour, Bo Lund"
        if words and words[0].i > noun.i and before not in _HELD_BY and not is_owner:
            return near
    return None


_HELD_BY = {"of", "for", "to", "by", "from", "with", "and", "against", "under"}


def _is_role(noun: Token) -> bool:
    return noun.lemma_.lower() in words_of("sources") or noun.lemma_.lower() in words_of("roles")


def _with_body(
    person: Mention, noun: Token, role: Mention | None, sentence: Sentence, cue: str | None
) -> tuple[Voice, ...]:
    """A voice, and behind a spokesperson the body; a spokesperson without a name is the body."""
    name = _whole_name(person, sentence)
    voice = Voice(name=name, role=role_of(person), cue=cue, mention=person.span)
    if person.kind is not EntityKind.PERSON:
        return (voice,)
    titles = [m.title for m in (person, role) if m is not None and m.title] + [noun.lower_]
    if not any(title.rpartition(" ")[2] in words_of("spokespersons") for title in titles):
        return (voice,)
    mentions = mentions_of(sentence.article)
    body = mentions.at(person.organ) or (mentions.at(role.organ) if role is not None else None)
    if body is None and (owner := _owner_of(noun)) is not None:
        body = mentions.covering(sentence.base + owner.idx)
        body = body if body is not None and body.kind in _BODIES else None
    if body is None and not any(title.rpartition(" ")[2].startswith("official") for title in titles):
        near = [m for m in _near(noun, sentence) if m.kind in {EntityKind.ORGANISATION, EntityKind.OUTLET}]
        body = near[0] if near else None
    if body is None or body.name == person.name:
        return (voice,)
    body_name = _whole_name(body, sentence)
    spoken_for = Voice(name=body_name, role=VoiceRole.SPEAKER, cue=None, mention=body.span)
    if not _is_proper(person):
        return (Voice(name=body_name, role=VoiceRole.SPEAKER, cue=cue, mention=body.span),)
    return (voice, spoken_for)


def _whole_name(mention: Mention, sentence: Sentence) -> str:
    """ "refugee agency", "miners' federation", "national doctors' association": what a body without a name is called."""
    if (joined := _joined_name(mention, sentence)) is not None:
        return joined
    if mention.kind is not EntityKind.ORGANISATION or not mention.name.islower() or " " in mention.name:
        return mention.name
    head = next(iter(sentence.tokens_in(mention.span)), None)
    if head is None or head.lower_ != mention.name:
        return mention.name
    first = head
    for child in head.children:
        is_name = child.dep_ in {"compound", "poss"} and child.pos_ == "NOUN" and child.text.islower()
        if is_name and child.i < first.i:
            first = min((t for t in child.subtree if t.pos_ != "DET"), key=lambda t: t.i)
    level = next((c for c in head.children if c.dep_ == "amod" and c.lower_ in words_of("levels")), None)
    if level is not None and level.i == first.i - 1 and first is not head:
        first = level
    is_near = all(t.pos_ in {"NOUN", "ADJ", "PART"} and t.text != "," for t in head.doc[first.i : head.i])
    return sentence.quote(sentence.span_of(first, head)) if is_near else mention.name


def _joined_name(mention: Mention, sentence: Sentence) -> str | None:
    """ "search and rescue agency", "Avon and Somerset police", "police and hospital officials": a name of two halves, of
    which the mention has but the second."""
    words = sentence.tokens_in(mention.span)
    if mention.kind not in {EntityKind.ORGANISATION, EntityKind.GROUP} or not words:
        return None
    half = next((c for c in words[-1].children if c.dep_ in {"nmod", "compound"} and c.i < words[-1].i), None)
    if half is None or half.left_edge.i != half.i or half.i >= words[0].i:
        return None
    other = next((c for c in half.children if c.dep_ == "conj"), None)
    is_pair = (
        half.nbor(1).lower_ == "and" and other is not None and other.i == half.i + 2 and other.i + 1 == words[-1].i
    )
    return sentence.quote(sentence.span_of(half, words[-1])) if is_pair else None


_BODIES = {EntityKind.ORGANISATION, EntityKind.OUTLET, EntityKind.AGENCY}


def _owner_of(noun: Token) -> Token | None:
    """ "the police, whose spokesman said": whom the clause is about."""
    if not any(c.dep_ == "poss" and c.lower_ == "whose" for c in noun.children):
        return None
    return next((t.head for t in noun.ancestors if t.dep_ == "relcl"), None)


def _is_proper(mention: Mention) -> bool:
    return (
        mention.name[:1].isupper()
        and any(w[:1].isupper() for w in mention.name.split())
        and not (mention.title and mention.name.endswith(mention.title.rpartition(" ")[2]))
        and not _opens_with_role(mention)
    )


def _opens_with_role(mention: Mention) -> bool:
    """ "Spokesman for the police" at the start of a sentence is no name."""
    first = mention.name.split(" ", maxsplit=1)[0].lower()
    return bool(mention.title) and first in (mention.title or "").split()


def role_of(mention: Mention) -> VoiceRole:
    return {EntityKind.AGENCY: VoiceRole.AGENCY, EntityKind.OUTLET: VoiceRole.MEDIUM}.get(
        mention.kind, VoiceRole.SPEAKER
    )


def _unnamed(noun: Token, sentence: Sentence, cue: str | None, found: Sequence[Telling]) -> tuple[Voice, ...]:
    """A phrase that names nobody: "sources", "a statement by the ministry", "official information"."""
    if noun.lemma_.lower() in load("en/voices")["nouns"]["content"]:
        inner = maker_of(noun, sentence, cue)
        if inner:
            return inner
        if any(c.dep_ in {"poss", "det", "amod"} for c in noun.children) and not _is_anybodys(noun):
            return found[-1].voices if found else _body_before(noun, sentence, cue)
        return ()
    if cue is not None and noun.lemma_.lower() in load("en/voices")["nouns"]["papers"]:
        return maker_of(noun, sentence, cue)  # "an order issued by the home department stated"
    if same := _same_before(noun, sentence, found):
        return same
    words = words_of("sources") | words_of("roles")
    is_source = any(t.lemma_.lower() in words or t.lower_ in words for t in (noun, *_beside(noun)))
    is_data = noun.lemma_.lower() in load("en/voices")["nouns"]["content"] and any(
        c.dep_ == "amod" for c in noun.children
    )
    if not is_source and not (is_data and cue is None) and not _is_strict(noun, cue):
        return ()
    phrase = [t for t in noun_phrase(noun) if t.dep_ != "case" or t.head != noun]
    while len(phrase) > 1 and phrase[0].pos_ == "DET":
        phrase.pop(0)
    span = sentence.span_of(phrase[0], phrase[-1])
    return (Voice(name=sentence.quote(span), role=VoiceRole.SPEAKER, cue=cue, mention=None),)


def _is_anybodys(noun: Token) -> bool:
    """ "according to earlier reports": nobody's in particular."""
    return noun.tag_ == "NNS" and not any(c.dep_ in {"poss", "det"} for c in noun.children)


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
    strict = words_of("strict") | words_of("wording")
    is_teller = cue is not None and noun.dep_ in {"nsubj", "pobj"} and noun.head.lemma_.lower() in strict
    is_teller = is_teller or (cue is not None and noun.dep_ == "nsubj" and _has_that(noun.head))
    is_known = noun.ent_type_ not in _NO_VOICES or noun.head.lemma_.lower() in {*strict, "put", "report"}
    is_behind = (
        noun.dep_ == "pobj" and noun.head.lower_ in {"by", "from"} and noun.ent_type_ not in {*_NO_VOICES, "GPE"}
    )
    is_named = cue is not None and noun.pos_ == "PROPN" and ((noun.dep_ == "nsubj" and is_known) or is_behind)
    return (
        (is_teller or is_named) and noun.pos_ in {"NOUN", "PROPN"} and noun.lemma_.lower() not in words_of("inanimate")
    )


def _has_that(verb: Token) -> bool:
    """ "Partners report that", "Neighbours know that": whoever is its subject tells, if it is a verb of telling."""
    told = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]
    is_that = any(g.lower_ == "that" and g.dep_ == "mark" for c in told for g in c.children)
    return is_that and cues().get(verb.lemma_.lower()) == "say" and verb.lemma_.lower() not in words_of("showing")


_NO_VOICES = {"LOC", "FAC", "EVENT", "DATE", "TIME", "WORK_OF_ART", "PRODUCT", "LAW", "LANGUAGE"}


def maker_of(
    noun: Token, sentence: Sentence, cue: str | None, *, by: frozenset[str] = frozenset({"by", "from", "of"})
) -> tuple[Voice, ...]:
    """ "figures from the hospital", "the ministry's statement"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in by:
            for inner in child.children:
                if inner.dep_ == "pobj" and (voices := voices_of_noun(inner, sentence, cue=cue)):
                    return voices
        is_owner = child.dep_ in {"poss", "compound"} and child.lower_ not in words_of("nobodys")
        if is_owner and (voices := voices_of_noun(child, sentence, cue=cue)):
            return voices
        if child.dep_ == "acl" and child.tag_ == "VBN":
            for agent in agents_of(child):
                if voices := voices_of_noun(agent, sentence, cue=cue):
                    return voices
    return ()
