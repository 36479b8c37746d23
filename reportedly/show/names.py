"""Names and stories in a terminal: who is who with which spellings and why, and which crises a desk tells of.

In: entities and stories. Out: rows: "Tokayev, person, KZ, state of Kazakhstan: 41 mentions in 9 articles", then its spellings
and the sentence that says why each was joined.
"""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.desk.crises import Story
from reportedly.lexicon.spelling import fold
from reportedly.model import Directory, Entity
from reportedly.show.plain import FAINT, STRONG, Piece, Row, row
from reportedly.show.words import amount_of, side_phrase


def named(entities: Iterable[Entity], words: str, kind: str | None) -> list[Entity]:
    """Those of a kind that bear a name with all of the words, the most named first."""
    wanted = fold(words).split()
    found = (
        entity
        for entity in entities
        if kind in (None, entity.kind.value)
        and (not wanted or any(_holds(name, wanted) for name in (entity.id, entity.name, *entity.aliases)))
    )
    return sorted(found, key=lambda entity: (-len(entity.mentions), entity.name, entity.id))


def _holds(name: str, wanted: Sequence[str]) -> bool:
    folded = fold(name)
    return all(word in folded for word in wanted)


def name_lines(entities: Sequence[Entity], directory: Directory) -> Iterator[Row]:
    """Each entity in a few rows; that there is none."""
    if not entities:
        yield row("nobody and nothing here bears such a name")
    for entity in entities:
        yield from _entity(entity, directory)


def _entity(entity: Entity, directory: Directory) -> Iterator[Row]:
    articles = len({document for document, _ in entity.mentions})
    facts = [entity.kind.value, entity.sort, entity.country, side_phrase(entity.side), *_around(entity, directory)]
    told = f"{amount_of(len(entity.mentions), 'mention')} in {amount_of(articles, 'article')}"
    yield row(
        Piece(directory.labels[entity.id], STRONG),
        f", {', '.join(filter(None, facts))}: {told}",
        Piece(f"  {entity.id}", FAINT),
    )
    if entity.aliases:
        yield row(f"also {', '.join(entity.aliases)}", indent=2)
    yield from (row(Piece(sentence, FAINT), indent=4) for sentence in entity.because)


def _around(entity: Entity, directory: Directory) -> Iterator[str]:
    if outer := next((directory.labels[id] for id in entity.within if id in directory.labels), None):
        yield f"in {outer}"


def story_lines(stories: Iterable[Story]) -> Iterator[Row]:
    for story in stories:
        days = f", {story.first} to {story.last}" if story.first else ""
        counts = f"{amount_of(len(story.documents), 'article')}{days}; {amount_of(story.findings, 'line')}"
        yield row(Piece(story.name, STRONG), f": {counts}", Piece(f"  {story.id}", FAINT))
        yield from (row(figure, indent=2) for figure in story.figures)
