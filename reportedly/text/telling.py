"""Acts of telling in a paragraph: who tells, which tokens he tells, how and when.

In: a parsed paragraph with its mentions. Out: `Telling`s, which may lie in one another: "26 were killed, the ministry
said, TASS reported" gives two. By a verb (here), by a phrase ("according to X", "X's count"), by a label ("X: two dead",
"two dead (police)"), and what goes on from one sentence to the next. A telling without content of its own ("the agency
informed about it") takes up the sentence before.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reportedly.lexicon import load
from reportedly.model import Modality, Voice
from reportedly.text.carriers import voices_of_verb
from reportedly.text.complements import clause_behind, tells
from reportedly.text.gaps import gapped
from reportedly.text.grammar import verb_above
from reportedly.text.labels import by_label
from reportedly.text.ongoing import going_on
from reportedly.text.phrases import by_phrase, said_on
from reportedly.text.quotes import Quotation, quotations_of
from reportedly.text.rows import over_rows
from reportedly.text.sentences import Paragraph, Sentence, Token
from reportedly.text.stretches import Tag, bounds_of, is_addressee_of, is_occasion, reach_of, tag_of
from reportedly.text.subjects import teller_of
from reportedly.text.tellers import Telling, cues, words_of

if TYPE_CHECKING:
    from reportedly.text.tokens import Doc


def tellings_of(paragraph: Paragraph, before: Sequence[Telling] = ()) -> tuple[Telling, ...]:
    """The acts of telling in a paragraph; `before` are those of the paragraph above, for speech that goes on."""
    quotations = quotations_of(paragraph.doc)
    found: list[Telling] = []
    above = [replace(telling, tokens=frozenset()) for telling in before[-1:]]
    for sentence in paragraph.sentences:
        here = gapped(_by_verbs(sentence, quotations, found, above), sentence)
        for token in sentence.tokens:
            telling = by_phrase(token, sentence, [t for t in (*found, *here) if t.cue < token.i and t.voices])
            if telling is not None and token.i not in {t.cue for t in here}:
                here.append(telling)
        here = over_rows(here, sentence, quotations)
        found.extend(sorted(here, key=lambda telling: telling.cue))
        found.extend(by_label(sentence, quotations, found))
    found.extend(going_on(paragraph, quotations, found, before))
    return tuple(found)


class _Told(NamedTuple):
    """A verb of telling, the words that tell, and who does."""

    tag: Tag
    voices: tuple[Voice, ...]


_VERBS = {"VERB", "AUX"}


def _by_verbs(
    sentence: Sentence, quotations: Sequence[Quotation], found: Sequence[Telling], above: Sequence[Telling]
) -> list[Telling]:
    """The tellings of a sentence's verbs, each as far as the others let it reach; a pronoun may go back to the last
    teller of the paragraph `above`."""
    told: list[_Told] = []
    found = [t for t in found if t.voices]
    for token in sentence.tokens:
        if token.pos_ in _VERBS and tells(token):
            teller = teller_of(token, sentence)
            known = [*found, *(_stub(t) for t in told)]
            if not known and teller is not None and teller.pos_ == "PRON":
                known = [t for t in above if t.voices]
            voices = voices_of_verb(token, teller, sentence, known)
            if voices:
                told.append(_Told(tag_of(token, sentence), voices))
    tags = [t.tag for t in told]
    tellings = (_telling(t, tags, sentence, quotations) for t in told)
    return [telling for telling in tellings if telling is not None]


def _stub(told: _Told) -> Telling:
    """What is known of a telling before its reach is: who tells, and its words."""
    return Telling(voices=told.voices, tokens=frozenset(), cue=told.tag.verb.i, depth=0, modality=None, said_on=None)


def _telling(told: _Told, tags: Sequence[Tag], sentence: Sentence, quotations: Sequence[Quotation]) -> Telling | None:
    verb = told.tag.verb
    attitude = cues()[verb.lemma_.lower()]
    speech = _speech_of(verb, sentence, quotations)
    content = _content(told.tag, tags, sentence, quotations) | speech
    if attitude == "quote" and verb.dep_ == "acl":
        content |= {t.i for t in verb_above(verb.head).subtree} - {t.i for t in verb.subtree}
    if not any(c.dep_ in {"nsubjpass", "csubjpass"} for c in verb.children):
        content -= _teller_tokens(told.tag) - speech
    if not any(verb.doc[i].text.isalpha() or verb.doc[i].like_num for i in content):
        content = _sentence_before(verb, sentence)
    if not content:
        return None
    if _is_act(verb) or (attitude == "say" and _names_thing(verb)):
        content.add(verb.i)
    return Telling(
        voices=told.voices,
        tokens=frozenset(content),
        cue=verb.i,
        depth=sum(1 for _ in verb.ancestors),
        modality=None if attitude == "deny" and speech and _opens_speech(verb) else _modality(verb, attitude),
        said_on=said_on(sentence, content, verb),
    )


def _content(tag: Tag, tags: Sequence[Tag], sentence: Sentence, quotations: Sequence[Quotation]) -> set[int]:
    """What the verb's complements say, and what its place in the sentence says that it tells."""
    verb = tag.verb
    if any(c.dep_ in {"nsubjpass", "csubjpass"} for c in verb.children) and cues()[verb.lemma_.lower()] != "quote":
        # "nine deaths have been confirmed by the ministry"
        agents = {t.i for c in verb.children if c.dep_ in {"agent", "prep"} and c.lower_ == "by" for t in c.subtree}
        is_empty = any(c.dep_ == "nsubjpass" and c.lower_ in {"it", "this", "that"} for c in verb.children)
        has_clause = any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children)
        if is_empty and not has_clause:
            # "62 are hurt, this was stated by the mayor"
            low, _ = bounds_of(verb.i, sentence, quotations)
            ahead = range(low, tag.first)
            says = any(verb.doc[i].tag_ in {"VBD", "VBZ", "VBP"} or verb.doc[i].like_num for i in ahead)
            return set(ahead) if says else set()
        if verb.lemma_.lower() in words_of("addressing") and (heard := _behind_agent(tag, sentence, quotations)):
            return heard
        return {t.i for t in verb.subtree} - agents
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and any(c.dep_ == "agent" for c in verb.children):
        # "As confirmed to the agency by the mayor, four have died"
        low, high = bounds_of(verb.i, sentence, quotations)
        return set(range(low, high)) - {t.i for t in verb.subtree}
    low, high = bounds_of(verb.i, sentence, quotations)
    if _counts(verb):
        told = _complements(verb, sentence) | _rest_of_clause(verb, sentence) | clause_behind(verb, high)
        return told & set(range(low, high))
    attitude = cues()[verb.lemma_.lower()]
    if tag.leads and verb.lemma_.lower() in words_of("charging"):
        return _complements(verb, sentence)  # "accused the army of shelling, shortly before talks began"
    if tag.is_inner or attitude == "quote" or (attitude != "say" and tag.leads and verb.dep_ != "ROOT"):
        return _complements(verb, sentence)
    return reach_of(tag, tags, sentence, quotations)


def _behind_agent(tag: Tag, sentence: Sentence, quotations: Sequence[Quotation]) -> set[int]:
    """ "The paper was told by a police source that two are held": all behind "that", else the clause before the tag."""
    verb, (low, high) = tag.verb, bounds_of(tag.verb.i, sentence, quotations)
    that = next((t.i for t in verb.doc[verb.i + 1 : high] if t.lower_ == "that" and t.tag_ != "DT"), None)
    if that is not None and that - verb.i <= _TO_THAT:
        return set(range(that, high))
    if any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children):
        return set(range(low, high)) - {t.i for t in verb.subtree}  # "As the paper was told by a guard, two died"
    return set(range(low, tag.first)) if tag.is_set_off else set()


_TO_THAT = 14
"""Words between "was told" and "that": by whom, when, where."""

_CONTENT = {"ccomp", "xcomp", "dobj", "attr", "oprd", "acl", "dative", "parataxis", "pcomp"}
_CONTENT_PREPOSITIONS = {"of", "about", "at", "as", "for", "against", "to", "from", "on", "with"}


def _complements(verb: Token, sentence: Sentence) -> set[int]:
    """What the verb's own complements say."""
    content: set[int] = set()
    for child in verb.children:
        is_object = child.dep_ in _CONTENT and not (child.dep_ in {"dobj", "dative"} and is_addressee_of(child, verb))
        is_phrase = child.dep_ == "prep" and child.lower_ in _CONTENT_PREPOSITIONS and not is_occasion(child, sentence)
        if is_object or is_phrase:
            content |= {t.i for t in child.subtree}
        if child.dep_ == "prep" and child.lower_ == "as":
            content |= {t.i for c in child.children if c.dep_ == "pcomp" for t in c.subtree if t.i > c.i}
    return content


def _counts(verb: Token) -> bool:
    """ "arrives at 800", "closed its bulletin with 28 dead": a body and its number."""
    is_clausal = any(t.lower_ == "that" for t in verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)])
    lemma = verb.lemma_.lower()
    is_counting = lemma in load("en/voices")["needs"] and lemma not in words_of("learning")
    return is_counting and not is_clausal  # "made known that"


def _rest_of_clause(verb: Token, sentence: Sentence) -> set[int]:
    """All behind the verb up to a semicolon or to the next verb with a subject of its own."""
    out: set[int] = set()
    for t in sentence.tokens:
        if t.i <= verb.i:
            continue
        if t.text == ";" or (
            t.dep_ in {"nsubj", "nsubjpass"} and t.head.i != verb.i and t.head.dep_ != "relcl" and not t.like_num
        ):
            return out - {own.i for own in t.subtree}  # "put the dead at 40, and 14 people were held"
        out.add(t.i)
    return out


def _is_act(verb: Token) -> bool:
    """Verbs by which one does what one says: "advises against all travel", "asks its citizens to leave"."""
    return verb.lemma_.lower() in words_of("acts")


def _names_thing(verb: Token) -> bool:
    """ "reported an outage", "announced a curfew": the verb and its object are what is told."""
    is_object = any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)
    return is_object and not any(c.dep_ in {"ccomp", "nsubjpass"} for c in verb.children)


def _teller_tokens(tag: Tag) -> set[int]:
    """The words that tell are not what is told."""
    out = set(range(tag.first, tag.last + 1))
    return {i for i in out if not tag.verb.doc[i].like_num}


def _speech_of(verb: Token, sentence: Sentence, quotations: Sequence[Quotation]) -> set[int]:
    """The direct speech that this verb introduces or closes."""
    content: set[int] = set()
    if any(q.holds(verb.i) for q in quotations):
        return content
    for q in quotations:
        if _cue_of(q, sentence, quotations) == verb.i:
            content |= set(range(q.first, q.last))
    return content


def _cue_of(q: Quotation, sentence: Sentence, quotations: Sequence[Quotation]) -> int | None:
    """The verb of saying nearest to a quotation, in the sentences that it touches or that follow it at once."""
    doc = sentence.tokens.doc
    first, last = doc[q.first].sent, doc[min(q.last, len(doc) - 1)].sent
    end = doc[last.end].sent.end if _is_cut_at_title(doc, last.end) else last.end
    near = [
        t
        for t in doc[first.start : end]
        if t.lemma_.lower() in cues() and t.pos_ == "VERB" and not any(other.holds(t.i) for other in quotations)
    ]
    before = [t.i for t in near if t.i < q.first]
    after = [t.i for t in near if t.i >= q.last]
    if after and after[0] - q.last <= 12 and (not before or q.first - before[-1] > 4 or after[0] - q.last <= 3):
        return after[0]
    return before[-1] if before else (after[0] if after else None)


def _is_cut_at_title(doc: "Doc", end: int) -> bool:
    """ ""..., " spokesman Asec. | Ana Vesk said": an abbreviation before a name ends no sentence."""
    if not 2 < end < len(doc) or doc[end - 1].text != "." or doc[end].pos_ != "PROPN":
        return False
    title = doc[end - 2]
    return title.pos_ == "PROPN" and title.text.istitle() and len(title) <= _TITLE and not title.whitespace_


_TITLE = 5
"""Letters that an abbreviated title may have."""

_TAKES_UP = {"quote", "inform", "report", "write", "say", "cite", "announce", "confirm", "tell", "state", "communicate"}


def _sentence_before(verb: Token, sentence: Sentence) -> set[int]:
    """ "The agency informed about it", "The spokesman was quoted by the agencies": the sentence before is meant."""
    earlier = [s for s in sentence.paragraph.sentences if s.tokens.end <= sentence.tokens.start]
    aside = {t.i for r in sentence.tokens if r.dep_ in {"relcl", "acl"} for t in r.subtree}
    own = [t for t in sentence.tokens if not t.is_punct and t.i not in aside]
    if sentence.text.rstrip().endswith(":"):
        return set()  # what is told stands below
    if not earlier or verb.lemma_.lower() not in _TAKES_UP or verb.head != verb or len(own) > 22:
        return set()
    return {t.i for t in earlier[-1].tokens}


def _opens_speech(verb: Token) -> bool:
    """ "The staff contradicts: "There is no mutiny"": what is said in answer is asserted."""
    return verb.i + 1 < len(verb.doc) and verb.nbor(1).text == ":"


def _modality(verb: Token, attitude: str) -> Modality | None:
    hedged = any(c.dep_ == "neg" for c in verb.children) or any(
        c.dep_ == "aux" and c.lower_ in {"can", "could", "may", "might"} for c in verb.children
    )
    if attitude == "deny":
        return None if hedged else Modality.DENIED
    if attitude == "possible" or hedged:
        return Modality.POSSIBLE
    return Modality.DEMANDED if attitude == "demand" else None
