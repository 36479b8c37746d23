"""Events: "protesters clashed with police in the capital".

In: a parsed sentence. Out: what happened, of which type, who did it to whom, where and when as the clause's own grammar
has it; who did it also where another sentence of the article says so. A verb says it ("soldiers opened fire"), or a noun
that happens ("protests broke out", "the quake struck at dawn"). Refuses what did not happen, is only feared or asked for,
and a noun that merely stands by ("anti-riot police").
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.claims.clauses import MODALITY, evidence_of, place_of
from reportedly.claims.kind import Found, Kind
from reportedly.claims.relations import (
    event_line,
    relate_events,
    say_event,
    say_event_line,
    say_event_value,
)
from reportedly.claims.retold import Told, told_in
from reportedly.model import Span
from reportedly.text.sentences import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`event` is a PLOVER type or a GLIDE hazard code; `actor` and `recipient` point at mentions of the document."""

    event: str
    actor: Span | None = None
    actor_name: str | None = None
    recipient: Span | None = None
    recipient_name: str | None = None


def find_events(sentence: Sentence) -> Iterator[Found]:
    """All events of a sentence, left to right; one stretch gives a type once."""
    for told in told_in(sentence.article)[sentence.index]:
        yield _found(told, sentence)


def _found(told: Told, sentence: Sentence) -> Found:
    happening = told.happening
    core = (happening.noun, happening.recipient)
    return Found(
        span=evidence_of(happening.word, sentence, core=core),
        head=happening.word.i,
        content=Event(
            event=happening.event,
            actor=told.actor.span,
            actor_name=told.actor.name,
            recipient=told.recipient.span,
            recipient_name=told.recipient.name,
        ),
        place=place_of(happening.word, sentence, core=core),
        when=told.when,
        modality=MODALITY[told.outlook],
        background=told.is_past,
    )


EVENT = Kind(
    name="event",
    content=Event,
    find=find_events,
    line=event_line,
    relate=relate_events,
    say=say_event,
    own_word=True,
    say_value=say_event_value,
    say_line=say_event_line,
)
