"""Measures: "a curfew from 23:00 to 07:00 is in force", "the airport was closed"."""

from reportedly.claims.kind import Kind
from reportedly.claims.measure.content import Measure
from reportedly.claims.measure.find import find_measures
from reportedly.claims.measure.relate import (
    measure_line,
    measure_speaks_for,
    measure_value,
    relate_measures,
    say_measure,
    say_measure_value,
)

MEASURE = Kind(
    name="measure",
    content=Measure,
    find=find_measures,
    line=measure_line,
    relate=relate_measures,
    say=say_measure,
    own_word=True,
    value=measure_value,
    say_value=say_measure_value,
    speaks_for=measure_speaks_for,
    holds_inside=True,
)
