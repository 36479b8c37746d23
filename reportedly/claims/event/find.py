"""Events: "protesters clashed with police in the capital".

In: a parsed sentence. Out: what happened, of which type, who did it to whom, where and when as the clause's own grammar
has it; who did it also where another sentence of the article says so. A verb says it ("soldiers opened fire"), or a noun
that happens ("protests broke out", "the quake struck at dawn"). Refuses what did not happen, is only feared or asked for,
and a noun that merely stands by ("anti-riot police").
"""

from collections.abc import Iterator

from reportedly.claims.clauses import MODALITY, evidence_of, place_of
from reportedly.claims.event.content import Event
from reportedly.claims.event.retold import Told, told_in
from reportedly.claims.kind import Found
from reportedly.text.sentences import Sentence


def find_events(sentence: Sentence) -> Iterator[Found]:
    """All events of a sentence, left to right; one stretch gives a type once."""
    for told in told_in(sentence):
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
