"""Events: "protesters clashed with police in the capital"."""

from reportedly.claims.event.content import Event
from reportedly.claims.event.find import find_events
from reportedly.claims.event.relate import (
    event_line,
    relate_events,
    say_event,
    say_event_line,
    say_event_value,
)
from reportedly.claims.kind import Kind

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
