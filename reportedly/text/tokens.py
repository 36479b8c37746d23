"""A parsed paragraph as plain objects of our own: words with their forms, their heads and their children.

In: what the parser made of a paragraph. Out: a `Doc` of `Token`s. The names are the parser library's (`dep_`, `head`,
`children`, `subtree`), so that whoever knows it can read our rules; but each is an attribute that stands there, not a
look-up in the library's tables: the rules ask for them some 50,000 times an article, and that made them half as fast.
What many rules ask of a token is answered once for each (`once`). Nothing of the library leaves `text.parser` and this module.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Self

from reportedly.text.parts import Form, Word

if TYPE_CHECKING:
    from spacy.tokens import Doc as ParsedDoc

    from reportedly.text.parts import Forms


class Asked(Protocol):
    """What keeps the answers that were worked out of it: a token, a sentence, an article."""

    @property
    def answers(self) -> dict[object, Any]: ...


def once[A: Asked, T](question: Callable[[A], T]) -> Callable[[A], T]:
    """The question, answered once for each that is asked. Only for answers that nobody changes."""

    @wraps(question)
    def answer(asked: A) -> T:
        answers = asked.answers
        found: T
        if question in answers:
            found = answers[question]
        else:
            found = answers[question] = question(asked)
        return found

    return answer


class Token:
    """One word. `i` counts in the paragraph; `idx` is the offset of its first character there."""

    __slots__ = (
        "_conjuncts",
        "_lefts",
        "_subtree",
        "answers",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "forms",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_quote",
        "is_sent_start",
        "is_space",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: "Doc"
    sent: "Tokens"
    head: "Token"
    children: tuple["Token", ...]

    def __init__(
        self, i: int, idx: int, word: Word, form: Form, lemma: str, ent_type: str, whitespace: str, is_sent_start: bool
    ) -> None:
        self.i, self.idx, self.whitespace_ = i, idx, whitespace
        self.text, self.lower_, self.like_num, self.is_punct, self.is_space, self.is_quote, _ = word
        self.pos_, self.tag_, self.dep_, _, _ = form
        self.lemma_, self.ent_type_, self.is_sent_start = lemma, ent_type, is_sent_start
        self._subtree: tuple[Token, ...] | None = None
        self._conjuncts: tuple[Token, ...] | None = None
        self._lefts: tuple[Token, ...] | None = None
        self.forms: tuple[str, ...] | None = None  # all under which a word list may have it
        self.answers: dict[object, Any] = {}

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __lt__(self, other: "Token") -> bool:
        """In the order of the text."""
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> tuple["Token", ...]:
        """The children before it, in order."""
        if self._lefts is None:
            self._lefts = tuple([child for child in self.children if child.i < self.i])
        return self._lefts

    @property
    def rights(self) -> tuple["Token", ...]:
        """The children behind it, in order."""
        return self.children[len(self.lefts) :]

    @property
    def subtree(self) -> tuple["Token", ...]:
        """Itself and all that hangs on it, in the order of the text."""
        if self._subtree is None:
            below, at = [self], 0
            while at < len(below):
                below.extend(below[at].children)
                at += 1
            below.sort(key=_place)
            self._subtree = tuple(below)
        return self._subtree

    @property
    def left_edge(self) -> "Token":
        return self.subtree[0]

    @property
    def right_edge(self) -> "Token":
        return self.subtree[-1]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """Its head, the head of that, and so on to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """All that it is coordinated with, itself left out."""
        if self._conjuncts is None:
            first = self
            while first.dep_ == "conj" and first.head is not first:
                first = first.head
            row, at = [first], 0
            while at < len(row):
                row.extend(child for child in row[at].rights if child.dep_ == "conj")
                at += 1
            self._conjuncts = tuple(token for token in row if token is not self)
        return self._conjuncts

    def nbor(self, step: int = 1) -> "Token":
        """The token that many places on. Raises IndexError outside the paragraph."""
        if not 0 <= self.i + step < len(self.doc):
            raise IndexError(f"no token {step} places from {self.text!r}")
        return self.doc[self.i + step]

    def is_ancestor(self, other: "Token") -> bool:
        """Whether the other hangs on it, near or far."""
        return any(token is self for token in other.ancestors)


def _place(token: Token) -> int:
    return token.i


class Tokens(tuple[Token, ...]):
    """A sentence: a stretch of a paragraph's tokens, [start, end). A slice of it is a plain tuple."""

    doc: "Doc"
    start: int
    end: int

    def __new__(cls, doc: "Doc", start: int, end: int) -> Self:
        stretch = super().__new__(cls, doc.tokens[start:end])
        stretch.doc, stretch.start, stretch.end = doc, start, end
        return stretch

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def start_char(self) -> int:
        """The offset of its first character in the paragraph."""
        return self[0].idx if self else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The offset behind its last character in the paragraph."""
        return self[-1].idx + len(self[-1]) if self else self.start_char

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The token that hangs on nothing within. Raises IndexError where the stretch is empty."""
        return next((t for t in self if t.head is t or not self.start <= t.head.i < self.end), self[0])


class Entity(NamedTuple):
    """A name that the recogniser saw: tokens [start, end)."""

    start: int
    end: int
    label_: str
    text: str


class Doc(tuple[Token, ...]):
    """A parsed paragraph: its tokens, with its text. `ents` are the names that the recogniser saw; `notes` is what others
    work out once of it. A slice of it is a plain tuple; `stretch` has the text as well."""

    text: str
    ents: tuple[Entity, ...]
    starts: tuple[int, ...]
    notes: dict[str, object]

    def __new__(cls, text: str, tokens: Iterable[Token], ents: tuple[Entity, ...], starts: tuple[int, ...]) -> Self:
        doc = super().__new__(cls, tokens)
        doc.text, doc.ents, doc.starts, doc.notes = text, ents, starts, {}
        return doc

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self

    def stretch(self, start: int, end: int) -> Tokens:
        """The tokens from start to end (left out)."""
        return Tokens(self, start, max(start, end))

    @cached_property
    def sents(self) -> tuple[Tokens, ...]:
        """The sentences, in order."""
        ends = (*self.starts[1:], len(self))
        return tuple(Tokens(self, start, end) for start, end in zip(self.starts, ends, strict=True))


_NUMBERS = ("ORTH", "TAG", "DEP", "ENT_TYPE", "HEAD", "IDX", "SPACY", "SENT_START", "POS", "LEMMA")
_SIGN = 1 << 63


def doc_of(parsed: "ParsedDoc", forms: "Forms") -> Doc:
    """The library's paragraph as ours, with the parts of speech and lemmas of `forms`; nothing of it is kept."""
    whole = forms.whole(parsed)
    strings = _Strings(parsed)
    tokens, heads = [], []
    table = (parsed if whole is None else whole).to_array(list(_NUMBERS)).tolist()
    for i, (orth, tag, dep, entity, head, idx, spacy, start, pos, lemma) in enumerate(table):
        word = forms.word(orth)
        if whole is None:
            form = forms.form(word, tag, dep)
            lemma_ = form.lemma or forms.lemma(orth, form)
        else:
            form = Form(strings[pos], strings[tag], strings[dep], "", "")
            lemma_ = strings[lemma]
        tokens.append(Token(i, idx, word, form, lemma_, strings[entity], " " if spacy else "", start == 1))
        heads.append(i + head if head < _SIGN else i + head - 2 * _SIGN)
    starts = tuple(token.i for token in tokens if token.is_sent_start or token.i == 0)
    entities = tuple(Entity(ent.start, ent.end, ent.label_, ent.text) for ent in parsed.ents)
    doc = Doc(parsed.text, tuple(tokens), entities, starts)
    _hang(doc, heads)
    return doc


def _hang(doc: Doc, heads: Iterable[int]) -> None:
    children: list[list[Token]] = [[] for _ in doc.tokens]
    for token, head in zip(doc.tokens, heads, strict=True):
        token.doc, token.head = doc, doc.tokens[head]
        if head != token.i:
            children[head].append(token)
    for token, below in zip(doc.tokens, children, strict=True):
        token.children = tuple(below)
    for sentence in doc.sents:
        for token in sentence:
            token.sent = sentence


class _Strings(dict[int, str]):
    """The library's strings by their numbers, each looked up once a paragraph."""

    def __init__(self, parsed: "ParsedDoc") -> None:
        super().__init__()
        self._strings = parsed.vocab.strings

    def __missing__(self, number: int) -> str:
        found: str = self._strings[number] if number else ""
        self[number] = found
        return found
