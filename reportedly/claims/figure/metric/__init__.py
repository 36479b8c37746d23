"""What a number counts, from the grammar: "18 officers were killed" -> killed, since officers are the object of kill.

In: the noun that a number counts, or the number where it stands alone. Out: the metric and the word that says it.
Refuses numbers whose verb says nothing of people or things harmed, held, moved or gathered.
"""

from reportedly.claims.figure.metric.bounds import is_feared, is_of_protest, needs_protest
from reportedly.claims.figure.metric.find import metric_of
from reportedly.claims.figure.metric.roles import from_roles, is_turned, metric_of_noun, state_of
from reportedly.claims.figure.metric.words import Metric, crowd_deeds, is_counting, is_deed_of_people, is_group, lemma

__all__ = [
    "Metric",
    "crowd_deeds",
    "from_roles",
    "is_counting",
    "is_deed_of_people",
    "is_feared",
    "is_group",
    "is_of_protest",
    "is_turned",
    "lemma",
    "metric_of",
    "metric_of_noun",
    "needs_protest",
    "state_of",
]
