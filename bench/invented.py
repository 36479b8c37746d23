"""Claims put down as a reader would put them, for desks that are invented whole: where reading is not what is looked at."""

from reportedly.claims.figure.content import Figure
from reportedly.model import Claim, Document, Modality, Span, Voice, VoiceRole


def toll(document: Document, id: str, span: Span, *, metric: str, count: int, place: Span, speaker: Span) -> Claim:
    """ "26 people were killed in PLACE, the SPEAKER said": so many people, on the word of a body named there."""
    return Claim(
        id=id,
        kind="figure",
        document=document.id,
        span=span,
        quote=document.text[span.start : span.end],
        attribution=(Voice(name=document.text[slice(*speaker)], role=VoiceRole.SPEAKER, cue="said", mention=speaker),),
        modality=Modality.ASSERTED,
        said_on=None,
        as_of=None,
        when=None,
        place=place,
        background=False,
        content=Figure(
            metric=metric,
            population="people",
            label="people",
            low=count,
            high=count,
            text=str(count),
            scope="cumulative",
        ),
    )
