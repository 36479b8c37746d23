"""What a word is: its form wherever it stands, and its part of speech and lemma where it stands, each worked out once.

In: a word's number in the parser library, its tag, its relation. Out: `Word`, `Form`, the lemma. The parts of speech and the
lemmas are those that the pipeline's own `attribute_ruler` and `lemmatizer` set: nearly all of their rules look at one word, its
tag and its relation, so that what they said of `killed`, VBN, acl holds wherever that comes again. Only a paragraph in which
one of their few rules of two words applies ("there were", "let's") goes through them whole. Run over every paragraph they took
a sixth of the parser's time.
"""

from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as ParsedDoc

_MOST = 200_000
"""How many words are kept; a run over millions of articles begins anew from time to time."""


class Word(NamedTuple):
    """What is the same of a word wherever it stands. `ruled_as`: what the pipeline's rules can tell it by."""

    text: str
    lower: str
    like_num: bool
    is_punct: bool
    is_space: bool
    is_quote: bool
    ruled_as: str


class Form(NamedTuple):
    """What a word is in its place. `lemma` is empty where no rule gives one."""

    pos: str
    tag: str
    dep: str
    lemma: str
    morph: str


class Forms:
    """The words of one pipeline, as far as they came up. Where `rules` is None the pipeline sets forms itself."""

    def __init__(self, language: "Language") -> None:
        self.rules = _Rules(language) if _has_both(language) else None
        self._vocab = language.vocab
        self.words: dict[int, Word] = {}
        self._forms: dict[tuple[str, int, int], Form] = {}
        self._lemmas: dict[tuple[int, str, str], str] = {}

    def whole(self, parsed: "ParsedDoc") -> "ParsedDoc | None":
        """The paragraph with parts of speech and lemmas, where they are not to be had word by word."""
        if self.rules is None:
            return parsed
        return self.rules.whole(parsed) if self.rules.pairs(parsed) else None

    def word(self, orth: int) -> Word:
        found = self.words.get(orth)
        if found is None:
            if len(self.words) >= _MOST:
                self.words.clear()
                self._lemmas.clear()
            found = self.words[orth] = self._word(orth)
        return found

    def _word(self, orth: int) -> Word:
        known = self._vocab[orth]
        is_named = self.rules is not None and bool(self.rules.named(self.rules.of_one(known.text)))
        ruled_as = known.text if is_named else " " if known.is_space else ""
        return Word(known.text, known.lower_, known.like_num, known.is_punct, known.is_space, known.is_quote, ruled_as)

    def form(self, word: Word, tag: int, dep: int) -> Form:
        """What the rules make of a word with the tag and the relation of these numbers."""
        key = (word.ruled_as, tag, dep)
        found = self._forms.get(key)
        if found is None:
            assert self.rules is not None
            found = self._forms[key] = self.rules.form(word.text, self._vocab.strings[tag], self._vocab.strings[dep])
        return found

    def lemma(self, orth: int, form: Form) -> str:
        """What a rule gives, or else what the lemmatizer makes of the word."""
        key = (orth, form.pos, form.morph)
        found = self._lemmas.get(key)
        if found is None:
            assert self.rules is not None
            found = self._lemmas[key] = self.rules.lemma(self.word(orth).text, form)
        return found


def _has_both(language: "Language") -> bool:
    if not {"attribute_ruler", "lemmatizer"} <= set(language.pipe_names):
        return False
    lemmatizer: Any = language.get_pipe("lemmatizer")
    return getattr(lemmatizer, "mode", None) == "rule" and not getattr(lemmatizer, "overwrite", True)


class _Rules:
    """Both components, taken out of the pipeline's run."""

    def __init__(self, language: "Language") -> None:
        from spacy.matcher import Matcher

        self.vocab = language.vocab
        self.ruler = cast(Any, language.get_pipe("attribute_ruler"))
        self.lemmatizer = cast(Any, language.get_pipe("lemmatizer"))
        language.select_pipes(disable=["attribute_ruler", "lemmatizer"])
        self.pairs = Matcher(self.vocab)
        self.named = Matcher(self.vocab)
        patterns: list[Any] = [pattern for rule in self.ruler.patterns for pattern in rule["patterns"]]
        for pattern in patterns:
            of_word = {name: value for name, value in pattern[0].items() if name not in {"TAG", "DEP"}}
            if len(pattern) > 1:
                self.pairs.add("pair", [pattern])
            elif of_word.keys() - {"IS_SPACE"}:
                self.named.add("named", [[of_word]])

    def whole(self, parsed: "ParsedDoc") -> "ParsedDoc":
        """The paragraph as the components leave it."""
        found: ParsedDoc = self.lemmatizer(self.ruler(parsed))
        return found

    def of_one(self, text: str, **values: list[str]) -> Any:
        from spacy.tokens import Doc as ParsedDoc

        of_one: Any = ParsedDoc
        return of_one(self.vocab, words=[text], **values)

    def form(self, text: str, tag: str, dep: str) -> Form:
        token = self.ruler(self.of_one(text, tags=[tag], deps=[dep]))[0]
        return Form(token.pos_, token.tag_, token.dep_, token.lemma_, str(token.morph))

    def lemma(self, text: str, form: Form) -> str:
        doc = self.of_one(text)
        doc[0].pos_ = form.pos
        doc[0].set_morph(form.morph)
        return str(self.lemmatizer(doc)[0].lemma_)
