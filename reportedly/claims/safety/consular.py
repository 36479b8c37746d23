"""What a state does and says for its people abroad, apart from what is told of them: advice in many forms, rescue, loss.

In: a parsed sentence and the people of a country that it names. Out: `Nationals` with what is said: advice given to
named nationals whatever they are told to do ("asks Poles to register"), advice as a thing that is raised, renewed or
kept up ("raised the travel alert to level 3", "the recommendation not to travel"), people whom a state moves or loses
without their being called its own ("China has moved 310 oil workers", "China and Norland lost citizens").
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from reportedly.claims.clauses import Outlook, is_country, mention_at, outlook_of
from reportedly.claims.directives import Directive
from reportedly.claims.frames import lemmas_of
from reportedly.claims.measure.naming import is_of_travel
from reportedly.claims.people.nationals import Nationals, is_organ, is_person, state_of
from reportedly.lexicon import words
from reportedly.lexicon.nations import country_named, country_of_adjective, country_of_seat
from reportedly.model import EntityKind
from reportedly.text.grammar import doer_of, is_negated, is_passive, subject_of, undergoer_of, verb_above
from reportedly.text.sentences import Sentence, Token

type Adviser = Callable[[Directive, Sentence], str | None]
"""The country of the ministry, embassy or state that advises."""

_words = partial(words, "en/safety")


def _is_any(token: Token, words: frozenset[str]) -> bool:
    return not words.isdisjoint(lemmas_of(token))


def advised_in_name(sentence: Sentence, nationals: Iterable[Nationals], adviser: Adviser) -> Iterator[Directive]:
    """ "She urged Britons to put off all trips": those told are named, so any task is advice."""
    for people in nationals:
        verb, word = people.word.head, people.word
        is_bound = any(c.dep_ == "aux" and c.lower_ in {"should", "must", "ought"} for c in verb.children)
        if is_bound and any(_is_any(t, _words("advising", "formalities")) for t in verb.subtree):
            continue  # "citizens must bring two photographs"
        if is_bound and word.dep_ == "nsubj" and verb.pos_ == "VERB" and not is_passive(verb):
            found = Directive("advice", word, verb, None, Outlook.DONE, is_withdrawn=False)
            if adviser(found, sentence) == people.country:  # "our citizens should leave Norland"
                yield found
            continue
        if word.dep_ == "pobj" and word.head.lower_ in {"on", "upon", "to"}:
            verb = word.head.head
        task = next((c for c in verb.children if c.dep_ in {"xcomp", "advcl", "ccomp"} and c.i > verb.i), None)
        is_aside = verb.tag_ in {"VBG", "VBN"} and any(t.lower_ == "to" and t.dep_ == "aux" for t in verb.subtree)
        if (
            word.dep_ == "nsubj" and verb.dep_ == "ccomp" and (verb.tag_ in {"VB", "VBP"} or is_aside)
        ):  # "recommends that Norlanders avoid", "advised Norlanders not working for the embassy to go"
            verb, task = verb.head, verb
        if task is None or not _is_any(verb, _words("advising", "verbs")) or is_negated(verb):
            continue
        if word.dep_ not in {"dobj", "nsubjpass", "pobj", "nsubj", "dative"} or (
            word.dep_ == "nsubj" and task is not word.head
        ):
            continue
        found = Directive("advice", word, verb, word, _outlook(verb), is_withdrawn=False)
        if adviser(found, sentence) in {None, people.country}:
            yield found


def kept_up(sentence: Sentence) -> Iterator[Directive]:
    """ "raised its travel warning", "renews the invitation not to go", "maintained the recommendation not to travel"."""
    for noun in sentence.tokens:
        verb = noun.head
        if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ not in {"dobj", "nsubjpass"} or is_negated(verb):
            continue
        if not _is_any(verb, _words("advising", "keeping")) or not _is_any(noun, _words("advising", "nouns")):
            continue
        near = {form for t in [*noun.subtree, *(t for t in verb.subtree if t.i > noun.i)] for form in lemmas_of(t)}
        if near & _words("advising", "travel") or is_of_travel(noun):
            yield Directive("advice", noun, verb, None, _outlook(verb), is_withdrawn=False)


def _outlook(verb: Token) -> Outlook:
    found = outlook_of(verb)
    return Outlook.DONE if found is Outlook.WISHED else found


def moved_or_lost(sentence: Sentence) -> Iterator[tuple[Nationals, str, Token]]:
    """Those whom a state flies out or loses, with the status and the verb."""
    yield from _sent_for(sentence)
    for verb in sentence.tokens:
        if verb.pos_ != "VERB":
            continue
        is_move, is_loss = _is_any(verb, _words("moving", "taking")), verb.lemma_ == "lose"
        if not (is_move or is_loss) or is_negated(verb):
            continue
        if is_passive(verb):
            yield from _lost_by(verb, sentence) if is_loss else ()
            continue
        subject = subject_of(verb)
        if subject is not None and subject.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
            subject = verb.head
        people = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if subject is None or people is None or (is_move and not _is_taken_away(verb, people)):
            continue
        if not _may_be_theirs(people, is_loss=is_loss):
            continue
        for state in [subject, *subject.conjuncts]:
            mention = mention_at(state, sentence)
            country = country_named(mention.name) if mention is not None and is_country(mention) else None
            country = country or (None if is_loss else _country_of_side(state))
            if country:
                yield Nationals(people, country), "harmed" if is_loss else "evacuated", verb


def _lost_by(verb: Token, sentence: Sentence) -> Iterator[tuple[Nationals, str, Token]]:
    """ "At least one national each was lost by Norland, Peru and Chile"."""
    people, states = undergoer_of(verb), doer_of(verb)
    lost = next((c for c in verb.children if c.dep_ == "nsubjpass" and _may_be_theirs(c, is_loss=True)), people)
    if lost is None or states is None or not _may_be_theirs(lost, is_loss=True):
        return
    for state in [states, *states.conjuncts]:
        mention = mention_at(state, sentence)
        if mention is not None and is_country(mention) and (country := country_named(mention.name)):
            yield Nationals(lost, country), "harmed", verb


def _sent_for(sentence: Sentence) -> Iterator[tuple[Nationals, str, Token]]:
    """ "Flights were arranged by Norland and Sudland for nationals", "Norland sent a plane to bring its citizens home"."""
    for verb in sentence.tokens:
        if verb.pos_ != "VERB" or not _is_any(verb, _words("moving", "arranging")) or is_negated(verb):
            continue
        means, senders = undergoer_of(verb), doer_of(verb)
        if means is None or senders is None or not _is_any(means, _words("moving", "vehicles")):
            continue
        people = _fetched(verb, means)
        if people is None:
            continue
        for state in [senders, *senders.conjuncts]:
            mention = mention_at(state, sentence)
            is_state = mention is not None and (mention.kind is EntityKind.PLACE or is_organ(mention))
            country = (state_of(mention) if is_state else None) or _country_of_side(state)
            if country:
                yield Nationals(people, country), "evacuated", verb


def _fetched(verb: Token, means: Token) -> Token | None:
    """Its own people whom the vehicle is for: "for their nationals", "to bring its citizens home"."""
    held = [c for h in (verb, means) for c in h.children]
    goals = [p for c in held if c.lower_ == "for" for p in c.children if p.dep_ == "pobj"]
    tasks = [
        c for c in held if c.dep_ in {"xcomp", "advcl", "acl", "relcl"} and _is_any(c, _words("moving", "fetching"))
    ]
    goals += [c for t in tasks for c in t.children if c.dep_ == "dobj"]
    own = (g for g in goals if _is_any(g, _words("persons", "own")))
    return next((g for g in own if not any(country_of_adjective(c.text) for c in g.children)), None)


def _country_of_side(noun: Token) -> str | None:
    """ "the Norlandian side", "the Norlandian embassy"."""
    if not _is_any(noun, frozenset({"side", "government", "embassy", "consulate", "authority"})):
        return None
    owners = [t.text for t in noun.children if t.dep_ in {"amod", "poss", "nmod", "compound"}]
    named = (country_of_adjective(t) or country_named(t) or country_of_seat(t) for t in owners)
    return next((country for country in named if country), None)


def _may_be_theirs(people: Token, *, is_loss: bool) -> bool:
    """ "310 oil workers", "96 of its nationals", "citizens"; of those called by another country's name, nothing is said."""
    inner = [p for c in people.children if c.lower_ == "of" for p in c.children] or [people]
    if is_loss:
        return any(_is_any(t, _words("persons", "own")) for t in inner)
    is_counted = people.pos_ == "NUM" or any(
        c.dep_ == "nummod" or c.dep_ == "poss" for t in [people, *inner] for c in t.children
    )
    return is_counted and all(is_person(t) and not any(c.ent_type_ == "NORP" for c in t.children) for t in inner)


def _is_taken_away(verb: Token, people: Token) -> bool:
    held = [c for h in (verb, people, *(c for c in people.children if c.lower_ == "of")) for c in h.children]
    return any(c.lower_ in _words("moving", "away") for c in held) or verb_above(verb).lemma_ in {"evacuate", "airlift"}
