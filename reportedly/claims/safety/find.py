"""Safety of nationals: "no Koreans were hurt".

In: a parsed sentence. Out: of which country's people it says that they are unharmed, harmed, missing, advised, allowed
to leave or evacuated. The people are named ("two Czech tourists", "citizens of Ukraine"), or belong to the state that
speaks ("our citizens", "its nationals", an embassy's advice). Refuses soldiers, officials and residents of
the place itself, and a group of which nothing is said.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from reportedly.claims.clauses import MODALITY, Outlook, evidence_of, mention_at, outlook_of
from reportedly.claims.condition import (
    clauses_about,
    clauses_telling,
    cue_in,
    is_figure_of_speech,
    is_loose,
    is_none,
    outlook_on,
    verb_behind,
)
from reportedly.claims.directives import Directive, find_directives
from reportedly.claims.figure.metric import metric_of
from reportedly.claims.frames import lemmas_of
from reportedly.claims.kind import Found
from reportedly.claims.people.among import whole_of
from reportedly.claims.people.nationals import (
    Nationals,
    bodies_of,
    envoys_in,
    fields_of,
    home_of,
    host_of,
    is_foreign_organ,
    is_organ,
    is_own_word,
    nationals_in,
    of_the_teller,
    people_named,
    posted_in,
    seat_beside,
    state_of,
    subjects_above,
)
from reportedly.claims.safety.again import counted_back, this_and_before
from reportedly.claims.safety.consular import advised_in_name, kept_up, moved_or_lost
from reportedly.claims.safety.content import Safety
from reportedly.claims.safety.groups import composing_verb, groups_before, left_out_of, named_before_list
from reportedly.claims.safety.named import named_again
from reportedly.claims.safety.rolls import rolled, wrecked
from reportedly.lexicon import load, words
from reportedly.lexicon.nations import country_of_adjective
from reportedly.model import EntityKind, Mention, Modality
from reportedly.text.grammar import doer_of, is_bare_participle, is_negated, is_passive, subject_of, verb_above
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Article, Sentence, Token
from reportedly.text.voices import attribution_at

_words = partial(words, "en/safety")


class Said(NamedTuple):
    """What is said of them, and by which word."""

    status: str
    word: Token
    modality: Modality | None


def find_safety(sentence: Sentence) -> Iterator[Found]:
    """All that a sentence says of nationals, left to right; of one country each status once, but each advice."""
    taken: set[tuple[str, str, int]] = set()
    advice: list[tuple[str, Token]] = []
    told = [*_advised(sentence), *_moved(sentence), *_told(sentence), *_envoys(sentence), *_rolled(sentence)]
    for nationals, said in told:
        is_advice = said.status in {"advice", "authorised_departure"}
        key = (nationals.country, said.status, said.word.i if is_advice else _part_of(said.word))
        if key in taken or _is_at_home(nationals, sentence, is_advice=is_advice):
            continue
        if is_advice and any(country == nationals.country and _is_one(other, said.word) for country, other in advice):
            continue
        taken.add(key)
        if is_advice:
            advice.append((nationals.country, said.word))
        yield Found(
            span=evidence_of(said.word, sentence, core=(nationals.word,), with_content=True),
            head=said.word.i,
            content=Safety(nationality=nationals.country, status=said.status),
            modality=said.modality,
        )


def _is_one(word: Token, other: Token) -> bool:
    """ "put out an alert that reminded citizens not to go", "warned that nobody should set out": said once."""
    inner, outer = (word, other) if other.is_ancestor(word) else (other, word)
    if not outer.is_ancestor(inner):
        return False
    path = [inner, *(t for t in inner.ancestors if outer.is_ancestor(t))]
    return all(t.dep_ != "conj" for t in path)


def _is_at_home(nationals: Nationals, sentence: Sentence, *, is_advice: bool) -> bool:
    """Whether they are people of the place itself; of two states at war neither's dead are nationals abroad."""
    if nationals.country == host_of(sentence.article):
        is_guess = sentence.article.country is None
        return not (is_guess and is_own_word(nationals.word, nationals.country, sentence))
    is_own = any(c.dep_ == "poss" for c in nationals.word.children) or nationals.word.lemma_ == "compatriot"
    is_field = nationals.country in fields_of(sentence.article)
    return is_field and not is_own and not is_advice and nationals.country != home_of(sentence.article)


def _part_of(word: Token) -> int:
    """Which part of the sentence, between semicolons, dashes and colons, the word stands in."""
    return sum(t.text in {";", "–", "—"} for t in word.sent if t.i < word.i)


def _moved(sentence: Sentence) -> Iterator[tuple[Nationals, Said]]:
    for people, status, verb in moved_or_lost(sentence):
        yield people, Said(status, verb, MODALITY[found] if (found := outlook_of(verb)) is Outlook.AHEAD else None)


def _rolled(sentence: Sentence) -> Iterator[tuple[Nationals, Said]]:
    yield from ((people, Said(status, word, None)) for people, status, word in rolled(sentence))


def _advised(sentence: Sentence) -> Iterator[tuple[Nationals, Said]]:
    nationals = list(nationals_in(sentence))
    for directive in find_directives(sentence):
        status = "authorised_departure" if directive.gives == "authorised_departure" else "advice"
        is_done = directive.gives == "evacuation_order" and directive.word == directive.governor
        if directive.gives == "shoot_order" or is_done or directive.outlook is Outlook.DENIED:
            continue  # who was moved out was not told to go
        for told in _all_told(directive, nationals, sentence):
            yield told, Said(status, directive.governor, MODALITY[directive.outlook])
    for directive in advised_in_name(sentence, nationals, _adviser):
        people = next(n for n in nationals if n.word.i == directive.word.i)
        yield people, Said("advice", directive.governor, MODALITY[directive.outlook])
    told_by = {directive.governor.i for directive in find_directives(sentence)}
    for directive in kept_up(sentence):
        country = _adviser(directive, sentence) if directive.word.i not in told_by else None
        if country:
            yield Nationals(directive.word, country), Said("advice", directive.governor, MODALITY[directive.outlook])
    yield from _recommended(nationals)


def _all_told(directive: Directive, nationals: Iterable[Nationals], sentence: Sentence) -> Iterator[Nationals]:
    """Those told; where three states tell "their nationals", those of each."""
    told = _told_whom(directive, nationals, sentence)
    if told:
        yield told
        yield from (n for n in nationals if n.word.i == told.word.i and n.country != told.country)


def _told_whom(directive: Directive, nationals: Iterable[Nationals], sentence: Sentence) -> Nationals | None:
    """Those told, where they are nationals or the teller is a foreign state's organ speaking to its own."""
    whom = directive.whom if directive.whom is not None else directive.word
    named = next((n for n in nationals if n.word.i == whom.i or whom.is_ancestor(n.word)), None)
    is_from_there = directive.gives == "authorised_departure" and named is not None and named.word.i == whom.i
    if named and not (is_from_there and named.country == host_of(sentence.article)):
        return named
    is_own = _is_any(whom, _words("persons", "own")) or directive.gives != "evacuation_order"
    country = _adviser(directive, sentence) if is_own else None  # villagers told to leave are the place's own
    return Nationals(whom, country) if country else None


def _adviser(directive: Directive, sentence: Sentence) -> str | None:
    """The country of the foreign ministry, embassy or state that advises."""
    if directive.gives == "authorised_departure" and directive.whom is not None:
        places = [t for c in directive.whom.children if c.lower_ in {"from", "in", "at"} for t in c.subtree]
        owners = [m for t in directive.whom.subtree if t not in places and (m := mention_at(t, sentence))]
        country = next((c for m in owners if (c := state_of(m)) and (is_organ(m) or m.kind is EntityKind.PLACE)), None)
        country = country or next((c for t in directive.whom.subtree if (c := country_of_adjective(t.text))), None)
        if country:
            return country
    for mention in _advisers(directive, sentence):
        bodies = list(bodies_of(mention, sentence.article))
        country = next((_country_speaking(b, sentence.article) for b in bodies if is_foreign_organ(b)), None)
        if country:
            return country
        if mention.kind is EntityKind.PLACE and state_of(mention):
            return state_of(mention)
        if mention.kind is EntityKind.ORGANISATION:
            break
    return None


def _country_speaking(body: Mention, article: Article) -> str | None:
    """The country of the seat beside the body, then that which it is said to be of, then the one the article follows."""
    return seat_beside(body, article) or state_of(body) or _by_name(body, article) or home_of(article)


def _by_name(body: Mention, article: Article) -> str | None:
    """ "the Foreign Office" is Britain's, where an article that follows no others more speaks of Britons too."""
    names: dict[str, str] = load("en/safety")["ministries"]
    country = names.get(body.name.lower().removeprefix("the "))
    people = people_named(article)
    return country if country and people[country] >= max(1, people[home_of(article)]) else None


def _advisers(directive: Directive, sentence: Sentence) -> Iterator[Mention]:
    """Who may be speaking: the subject, the voice in force, else who was last named in the paragraph."""
    told = directive.whom.i if directive.whom is not None else -1
    mentions = mentions_of(sentence.article)
    for subject in subjects_above(directive.governor):
        mention = mention_at(subject, sentence) if subject.i != told else None
        if mention:
            yield mention
    agents = (doer_of(verb) for verb in (directive.governor, verb_above(directive.governor)) if is_passive(verb))
    yield from (m for agent in agents if agent is not None and (m := mention_at(agent, sentence)))
    for voice in attribution_at(sentence, directive.governor.i).chain:
        spoken = mentions.at(voice.mention)
        if spoken:
            yield spoken
    before = [m for m in mentions.inside(sentence.paragraph.span) if m.span.start < sentence.span.start]
    yield from (m for m in reversed(before) if m.kind in {EntityKind.PERSON, EntityKind.ORGANISATION})


def _recommended(nationals: Iterable[Nationals]) -> Iterator[tuple[Nationals, Said]]:
    """ "recommendations to the citizens of Ukraine"."""
    for people in nationals:
        above = people.word.head.head if people.word.dep_ == "pobj" else people.word.head
        if {"recommendation", "advice", "warning", "advisory", "instruction"} & set(lemmas_of(above)):
            yield people, Said("advice", above, None)


def _envoys(sentence: Sentence) -> Iterator[tuple[Nationals, Said]]:
    """ "The Norlandic ambassador was killed", "Dead are the envoys of Norland and Peru": of envoys it counts what befell them."""
    for envoy, countries in envoys_in(sentence):
        befallen = metric_of(envoy, envoy)
        if befallen is None or befallen.name not in _BEFALLEN or outlook_of(befallen.word) is Outlook.DENIED:
            continue
        yield from (_harmed(envoy, country, befallen.word) for country in countries)


_BEFALLEN = {"killed", "injured", "hospitalised"}


def _harmed(envoy: Token, country: str, word: Token) -> tuple[Nationals, Said]:
    found = outlook_of(word)
    modality = MODALITY[found] if found is Outlook.POSSIBLE else None
    return Nationals(envoy, country), Said("harmed", word, modality)


def _told(sentence: Sentence) -> Iterator[tuple[Nationals, Said]]:
    last: tuple[Nationals, Said] | None = None
    told = [*nationals_in(sentence), *of_the_teller(sentence), *counted_back(sentence), *named_again(sentence)]
    yield from _posted(sentence)
    for nationals in sorted(told, key=lambda n: n.word.i):
        said = _said_of(nationals, sentence)
        if said is None and last is not None and _goes_on(nationals.word, last[0].word):
            said = last[1]._replace(word=nationals.word)
        is_open = said is None or (said.status == "unknown" and is_loose(said.word))
        if is_open and (whole := whole_of(nationals.word)) is not None:
            said = _of_whole(nationals._replace(word=whole), sentence) or said
        if said is None and (named := named_before_list(nationals.word)) is not None:
            said = _of_whole(nationals._replace(word=named), sentence)
        if said is None and (wreck := wrecked(nationals.word)) is not None:
            said = Said(*wreck, None)
        if said is None and (verb := composing_verb(nationals.word)) is not None:
            said = _of_group_before(nationals, verb, sentence)
        if said:
            last = (nationals, said)
            yield nationals, said
            yield from ((nationals, more) for more in _also_harmed(nationals.word, said))
            yield from _left_out(nationals, said, sentence)


def _posted(sentence: Sentence) -> Iterator[tuple[Nationals, Said]]:
    """ "The embassy's staff are safe": who is sent home or told to leave is withdrawn, which is a measure."""
    for staff in posted_in(sentence):
        said = _said_of(staff, sentence)
        if said is not None and said.status != "evacuated":
            yield staff, said


def _also_harmed(word: Token, said: Said) -> Iterator[Said]:
    """ "Two Danes wounded on Monday have been flown home", "grazed by a bullet, he was discharged": both are told."""
    if said.status not in {"evacuated", "unharmed"} or said.modality is not None:
        return
    if is_none(word) or _is_unheard_of(word):
        return
    for tokens in clauses_telling(word):
        found = cue_in(tokens, word)
        if found is None or found[0] != "harmed" or found[1].i == said.word.i or is_loose(found[1]):
            continue
        if outlook_on(word, found[1]) is not Outlook.DONE:
            continue
        if not _is_any(found[1], _words("persons", "captured")) and not is_figure_of_speech(found[1]):
            yield Said("harmed", found[1], None)
            return


def _left_out(nationals: Nationals, said: Said, sentence: Sentence) -> Iterator[tuple[Nationals, Said]]:
    """ "All the Finns were reached, save two brothers": of those left out their own clause tells, or nothing is known."""
    is_named = any(n.word.i == nationals.word.i for n in nationals_in(sentence))
    if said.status not in {"unharmed", "evacuated"} or said.modality is not None or not is_named:
        return
    for people in left_out_of(nationals.word, said.word):
        found = cue_in([t for c in people.children if c.dep_ in _OWN_CLAUSES for t in c.subtree], people)
        if found is not None and found[0] != said.status:
            yield nationals._replace(word=people), Said(found[0], found[1], None)
        elif found is None and said.status == "unharmed" and not people.like_num:
            yield nationals._replace(word=people), Said("unknown", people, None)


_OWN_CLAUSES = {"relcl", "acl", "appos", "prep"}


def _of_group_before(part: Nationals, verb: Token, sentence: Sentence) -> Said | None:
    """ "They are nine Danes", "the group consists of six Finns": what the sentences before tell of the whole group."""
    subject = subject_of(verb)
    own = [c for c in subject.children if c.dep_ in {"relcl", "acl"}] if subject is not None else []
    if subject is not None and own:  # "the five who got out are Danes"
        found = cue_in([t for c in own for t in c.subtree], subject)
        return Said(*found, None) if found else None
    for before, groups in groups_before(sentence):
        for group in groups:
            if _is_any(group, _words("persons", "bodies")):
                return Said("harmed", verb, None)
            said = _said_of(part._replace(word=group), before)
            said = said or (Said(*wreck, None) if (wreck := wrecked(group)) is not None else None)
            if said is not None:
                return said._replace(word=verb)
    return None


def _of_whole(whole: Nationals, sentence: Sentence) -> Said | None:
    """What the sentence says of the group, by a word that is no loose one."""
    said = _said_of(whole, sentence) or _of_group(whole.word)
    return None if said is not None and is_loose(said.word) else said


def _of_group(whole: Token) -> Said | None:
    """ "among the injured, including two Danes": the word for the whole says how they are."""
    found = cue_in([whole], whole.nbor(-1)) if whole.i > whole.sent.start else None
    return Said(found[0], whole, None) if found else None


def _goes_on(word: Token, before: Token) -> bool:
    """ "two of the rescued are Czechs, three are Australians": what was said of the first holds of the next."""
    is_listed = word.dep_ == "conj" and word.head.i == before.i  # "a South Korean and two Japanese"
    return is_listed or (word.dep_ == "attr" and before.dep_ == "attr" and word.i > before.i)


def _said_of(nationals: Nationals, sentence: Sentence) -> Said | None:
    """What the clause that holds them, or a clause at their own noun, says of them; the nearest cue counts."""
    word = nationals.word
    if _speaks(word) or _is_whole(word) or _is_owner(word):
        return None
    if _is_asked(word):
        return Said("unknown", verb_above(word), None)
    if (by_name := _named_by_lot(word)) is not None:
        return by_name
    home = _home_coming(nationals, sentence)
    found = [c for tokens in clauses_about(word) if (c := cue_in(tokens, word))]
    if any(form in {"casualty", "fatality", "victim"} for form in lemmas_of(word)):
        if _is_numbered(word):
            return Said("harmed", verb_above(word), None)
        if _is_spoken_of(word) and not found and not is_none(word) and not _is_unheard_of(word):
            return None
        return Said("unharmed" if is_none(word) or _is_unheard_of(word) else "harmed", word, None)
    if is_none(word) and _is_any(word, _words("persons", "struck")):
        return Said("unharmed", word, None)  # "no Greek dead or wounded"
    if any(form in _words("cues", "themselves") for form in lemmas_of(word)) and not is_none(word):
        return Said("evacuated", word, None)
    is_alive = any(t.lower_ in _words("cues", "whole") for tokens in clauses_telling(word) for t in tokens)
    if (
        home is not None
        and not is_alive
        and not _as_body(word)
        and not any(status == "harmed" and not _is_told_aside(cue, home) for status, cue in found[:1])
    ):
        found.insert(0, ("evacuated", home))
    if not found and (body := _as_body(word)) is not None:
        found = [body]
    if not found:
        is_nobody = _is_unheard_of(word) or word.lower_ in {"nobody", "no-one", "none"} or _is_not_there(word)
        return Said("unharmed", word, None) if is_nobody else _among_them(word, sentence)
    status, cue = _as_body(word) or _freed(word, found) or found[0]
    if _is_not_ruled_out(cue):
        return Said("unknown", cue, None)
    outlook = outlook_on(word, cue)
    if outlook is not Outlook.WISHED and status != "harmed" and _is_helping(word):
        return next(_also_harmed(word, Said("unharmed", cue, None)), None)
    if outlook is Outlook.WISHED:
        return None
    if status == "evacuated" and outlook is not Outlook.DENIED and _is_in_case(cue):
        return None
    if status in {"evacuated", "unknown"} and _is_bidden(cue):
        return None
    if status in {"evacuated", "unharmed"} and _is_into_custody(cue):
        return None
    if (cue is not home and _is_of_others(word, cue)) or is_figure_of_speech(cue):
        return None
    if status in {"harmed", "unknown"} and outlook is not Outlook.DENIED and _is_unheard_of(word):
        return Said("unharmed", cue, None)  # "We are not aware of any Norlanders having been killed"
    if outlook is Outlook.DENIED:
        if cue.lower_ == "on":
            status = "unharmed"  # "were not on board"
        elif status == "harmed" and any(c.lower_ in _words("cues", "degrees") for c in cue.children):
            status = "harmed"  # "are not badly hurt"
        elif cue.lower_ not in {
            "not",
            "no",
            "nothing",
            "nobody",
            "never",
        }:  # "have not been in touch" holds its own negation
            status = "unknown" if _is_open(cue) else _OPPOSITE[status]
    if outlook is Outlook.AHEAD and status == "unharmed":
        status = "unknown"
    modality = MODALITY[outlook] if outlook in {Outlook.AHEAD, Outlook.POSSIBLE} else None
    return Said(status, cue, modality)


def _is_told_aside(cue: Token, home: Token) -> bool:
    """ "a nun beaten by soldiers has been brought to Lima": what befell her before is told in a clause of its own."""
    verb = verb_above(cue)
    return verb.dep_ in {"acl", "relcl"} and home.i != verb.i and not verb.is_ancestor(home)


def _freed(word: Token, found: Sequence[tuple[str, Token]]) -> tuple[str, Token] | None:
    """ "freed the passengers snatched a week ago": that they were taken or trapped was before."""
    cue, verb = found[0][1], verb_above(word)
    is_before = cue.dep_ in {"acl", "relcl", "amod"} or verb_above(cue).dep_ in {"acl", "relcl"}
    if not is_before or verb.i == cue.i or not _is_any(cue, _words("persons", "captured")):
        return None
    told = cue_in([verb], word)
    return told if told is not None and told[0] in {"unharmed", "evacuated"} else None


def _named_by_lot(word: Token) -> Said | None:
    """ "The wounded come from Norland and Peru", "the Norlandic dead are three": the word for them says how they are."""
    verb = word.head
    is_counted = word.dep_ == "nsubj" and verb.lemma_ in _words("persons", "coming") | _words("persons", "numbering")
    if not is_counted or word.lemma_ in {"victim", "casualty", "fatality"} or is_none(word):
        return None
    found = cue_in([word], word.nbor(-1)) if word.i > word.sent.start else None
    is_told = any(c.dep_ in {"acomp", "oprd", "neg", "auxpass"} for c in verb.children)
    return Said(found[0], word, None) if found and not is_told else None


def _is_numbered(victims: Token) -> bool:
    """ "The Spanish victims number 49", "put the number of Spanish victims at 49": that is how many there are."""
    verb = verb_above(victims)
    is_held = victims.dep_ in {"nsubj", "dobj"} or {"number", "count", "toll"} & set(lemmas_of(victims.head.head))
    is_number = any(t.pos_ == "NUM" for t in verb.subtree if t.i > victims.i)
    return bool(is_held) and is_number and verb.lemma_ in _words("persons", "numbering")


def _is_helping(people: Token) -> bool:
    """ "Medical personnel of Norland joined the search": who came to help is not in danger."""
    kinds = {form for c in people.children if c.dep_ in {"compound", "amod", "nmod"} for form in lemmas_of(c)}
    verb = verb_above(people)
    is_doer = people.dep_ in {"nsubj", "conj"} and not is_passive(verb)
    deeds = {verb.lemma_, *(c.lemma_ for c in verb.children if c.dep_ == "dobj" and verb.lemma_ == "take")}
    return bool(kinds & _words("helping", "kinds")) or (is_doer and bool(deeds & _words("helping", "deeds")))


def _is_bidden(cue: Token) -> bool:
    """ "tells Norlanders to get out of Lima": what they are told to do they have not done."""
    verb = verb_above(cue)
    is_task = verb.dep_ == "xcomp" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    is_task |= any(c.lower_ in {"should", "must", "ought"} for c in verb.children if c.dep_ == "aux")
    return is_task and (verb.dep_ != "xcomp" or _is_any(verb.head, _words("advising", "verbs")))


def _is_of_others(people: Token, cue: Token) -> bool:
    """ "Norlandic doctors treat the wounded", "reached the town", "the Norlander's film on the missing": not they."""
    people = _counting(people)
    verb = people.head
    if people.dep_ == "poss":
        return not (_is_any(verb, _words("persons", "sides")) or _is_any(verb, _words("persons", "bodies")))
    if people.dep_ not in {"nsubj", "conj"} or verb.pos_ != "VERB" or is_passive(verb) or is_bare_participle(verb):
        return False
    if cue.i == verb.i and cue.lemma_ in _words("persons", "reaching"):
        return any(
            c.dep_ in {"dobj", "prt"} or c.lower_ in {"in", "into", "down"} for c in verb.children if c.i > verb.i
        )
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    is_held = any(c == cue or c.is_ancestor(cue) for c in objects)
    is_theirs = _is_any(verb, _words("persons", "undergoing"))
    return is_held and not is_theirs and _is_any(cue, _words("persons", "befallen"))


def _counting(people: Token) -> Token:
    """ "a handful of Danes" -> handful."""
    is_counted = people.dep_ == "pobj" and people.head.lower_ == "of"
    return people.head.head if is_counted and _is_any(people.head.head, _words("groups", "counters")) else people


def _is_in_case(cue: Token) -> bool:
    """ "in case they need help to evacuate", "if they wish to be flown out"."""
    for verb in [verb_above(cue), *verb_above(cue).ancestors]:
        beside = [c for c in verb.children if c.dep_ in {"mark", "advcl"} or c.i < verb.i]
        if any(c.dep_ == "mark" and c.lower_ == "if" for h in (verb, *beside) for c in h.children):
            return True
    return any(t.lower_ == "case" and t.nbor(-1).lower_ == "in" for t in cue.sent if 0 < t.i < cue.i)


def _is_into_custody(cue: Token) -> bool:
    """ "were transferred to the detention centre"."""
    goals = (p for c in cue.children if c.lower_ in {"to", "into"} for p in c.subtree)
    return any(_is_any(t, _words("moving", "custody")) for t in goals)


def _is_any(token: Token, words: frozenset[str]) -> bool:
    return any(form in words for form in lemmas_of(token))


def _as_body(word: Token) -> tuple[str, Token] | None:
    """ "The body of the missing Norlander was found": of the missing it tells that he is dead."""
    above = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "of" else None
    above = word.head if word.dep_ == "poss" else above
    is_body = above is not None and _is_any(above, _words("persons", "bodies")) and above.pos_ == "NOUN"
    return ("harmed", above) if above is not None and is_body else None


def _is_not_ruled_out(cue: Token) -> bool:
    """ "could not rule out that Norlanders were among the dead"."""
    for above in cue.ancestors:
        particles = {c.lower_ for c in above.children if c.dep_ == "prt"}
        if above.lemma_ == "exclude" or (above.lemma_ == "rule" and "out" in particles):
            return is_negated(above)
    return False


def _is_spoken_of(word: Token) -> bool:
    """ "the families of the Norlandic victims": of victims known already nothing new is said."""
    words = {c.lower_ for c in word.children}
    is_known = not any(c.dep_ == "nummod" for c in word.children) and not words & {"a", "an", "no", "any", "some"}
    return is_known and word.dep_ in {"pobj", "poss", "dobj"}


def _is_not_there(word: Token) -> bool:
    """ "No Canadians were aboard", "there are no Norlanders among the workers"."""
    verb = word.head
    if is_none(word) and word.dep_ == "dobj" and verb.lemma_ in _words("there", "listing"):
        return True  # "The list contains no Norlanders"
    if word.dep_ == "nsubj" and verb.lemma_ == "be" and is_negated(verb):
        return any(t.lower_ in _words("there", "aboard") for t in verb.subtree if t.i > word.i)
    if (
        not is_none(word)
        or word.dep_ not in {"nsubj", "attr", "nsubjpass"}
        or verb.lemma_ not in {"be", "live", "work"}
    ):
        return False
    return any(t.lower_ in _words("there", "words") for t in verb.subtree if t.i > word.i)


def _among_them(word: Token, sentence: Sentence) -> Said | None:
    """ "Among them are 73 French", after people were taken off a quay: what was said of all."""
    verb = verb_above(word)
    is_back = any(
        c.lower_ == "among"
        and (c.i < word.i or (word.dep_ == "nsubj" and c.i == verb.i + 1))
        and any(p.lower_ in {"them", "those", "these"} for p in c.children)
        for c in verb.children
    )
    before = [s for s in this_and_before(sentence) if s is not sentence]
    cue = cue_in(before[-1].tokens, before[-1].tokens.root) if is_back and before else None
    return Said(cue[0], verb, None) if cue else None


_OPPOSITE = {"harmed": "unharmed", "unharmed": "unknown", "unknown": "unharmed", "evacuated": "unknown"}


def _is_open(cue: Token) -> bool:
    """ "no word on their fate" leaves it unknown."""
    return any(form in {"fate", "whereabouts", "contact", "trace", "check"} for form in lemmas_of(cue))


def _is_unheard_of(word: Token) -> bool:
    """ "no reports of Singaporeans among the passengers"."""
    return _is_of_no_report(word) or _is_unknown_to(word)


def _is_of_no_report(word: Token) -> bool:
    """ "no reports of Norlanders", "no report has come in of any Norlanders", "No report was received of Norlanders being hurt"."""
    above = word.head.head if word.dep_ == "pobj" else word.head
    if word.dep_ == "pobj" and word.head.lower_ in _words("knowing", "about") and above.pos_ == "VERB":
        above = next((c for c in above.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"}), above)
    return any(form in _words("knowing", "nouns") for form in lemmas_of(above)) and is_none(above)


def _is_unknown_to(word: Token) -> bool:
    """ "is not aware of any British casualties", "knows of no casualties among its citizens"."""
    held = [word, *word.ancestors][:5]
    for above in [*held, *(c for t in held for c in t.children if c.dep_ == "acomp" and c.i < word.i)]:
        is_knowing = any(form in _words("knowing", "states") for form in lemmas_of(above))
        if is_knowing:
            is_any = any(c.lower_ in {"any", "no"} for c in word.children) or any(
                c.lower_ in {"any", "no"} for t in word.ancestors for c in t.children if t.i > above.i
            )
            return is_any and (is_negated(verb_above(above)) or is_none(word))
    return False


def _home_coming(nationals: Nationals, sentence: Sentence) -> Token | None:
    """The verb by which they come home: "were flown home", "landed in Kochi", "brought back to Ankara"."""
    verb = verb_behind(nationals.word) or verb_above(nationals.word)
    home = _coming_by(verb, nationals, sentence)
    goes_on = _going_on_home(verb)
    if home is None and goes_on is not verb:
        home = _coming_by(goes_on, nationals, sentence)
    own = (c for c in nationals.word.children if c.dep_ in {"relcl", "acl"} and c.pos_ == "VERB")
    home = home or next((h for c in own if (h := _coming_by(c, nationals, sentence)) is not None), None)
    if home is not None:
        return home
    if (departure := _departure_with(nationals.word)) is not None:
        return departure
    return next((t for t in nationals.word.rights if t.lower_ == "home" and t.dep_ == "advmod"), None)


def _coming_by(verb: Token, nationals: Nationals, sentence: Sentence) -> Token | None:
    """The verb, where it says that they come home or get out."""
    near = [
        t for c in verb.children if c.dep_ in {"advmod", "prep", "npadvmod", "prt", "dobj"} for t in [c, *c.subtree]
    ]
    is_home = any(t.lower_ in {"home", "back"} for t in near)
    own = any(
        m.country == nationals.country and m.kind is EntityKind.PLACE
        for t in near
        if t.head.lower_ != "from" and (m := mention_at(t, sentence))
    )
    is_taken = verb.lemma_ in _words("moving", "taking") and is_passive(verb)
    is_taken &= verb.lemma_ != "take" or any(t.lower_ in _words("moving", "away") - {"from"} for t in near)
    is_taken |= verb.lemma_ in _words("moving", "taking") and any(t.lower_ == "out" for t in near)
    is_taken &= not any(_is_any(t, _words("moving", "perils")) for t in near)
    is_taken |= verb.lemma_ in _words("moving", "taking") and _is_carried_off(verb, nationals.word, near, sentence)
    is_object = any(c.dep_ == "dobj" and (c == nationals.word or c in nationals.word.ancestors) for c in verb.children)
    is_leaving = verb.lemma_ in {"leave", "quit", "flee"} and any(c.dep_ == "dobj" for c in verb.children)
    is_leaving &= not is_object  # "the storm left two Norlanders dead"
    is_leaving |= verb.lemma_ in {"leave", "cross", "depart"} and any(
        t.lower_ in {"by", "via", "into", "through", "aboard"} for t in near
    )
    is_leaving |= verb.lemma_ in {"leave", "depart", "set", "sail"} and any(
        t.head.lower_ == "for" and (m := mention_at(t, sentence)) and m.kind is EntityKind.PLACE for t in near
    )
    is_leaving |= verb.lemma_ == "flee" and any(t.lower_ in {"by", "aboard", "on", "home"} for t in near)
    is_landed = verb.lemma_ in {"land", "arrive", "touch"} and _is_on_flight(near)
    is_landed |= verb.lemma_ in _words("moving", "reaching") and _is_over_border(verb, nationals, sentence)
    if (verb.lemma_ in _words("moving", "verbs") and (is_home or own)) or is_taken or is_leaving or is_landed:
        return verb
    return None


def _is_over_border(verb: Token, nationals: Nationals, sentence: Sentence) -> bool:
    """ "reached Djibouti from Aden", "arrived in Nairobi from Juba": out of the country of the story into another."""
    if verb_above(_counting(nationals.word)) is not verb or subject_of(verb) is None:
        return False
    held = [(c.lower_, p) for c in verb.children for p in (c.children if c.dep_ == "prep" else (c,))]
    places = [(by, m.country) for by, p in held if (m := mention_at(p, sentence)) and m.kind is EntityKind.PLACE]
    sources = {country for by, country in places if by == "from" and country}
    goals = {country for by, country in places if by != "from" and country} - sources
    host = host_of(sentence.article)
    is_vehicle = any(_is_any(t, _words("moving", "vehicles")) for t in verb.subtree)
    if not goals or nationals.country in sources:
        return False
    is_out = host is not None and host not in goals and any(by == "by" for by, _ in held)  # "reached Dakar by road"
    return host in sources or is_out or (bool(sources) and is_vehicle)


def _is_carried_off(verb: Token, people: Token, near: Iterable[Token], sentence: Sentence) -> bool:
    """ "The navy took 80 Norlanders off the beach", "a plane brought 60 Sudlanders to Lima": a state, or its ships."""
    mover = doer_of(verb)
    if mover is None or mover.i == people.i or people.dep_ not in {"dobj", "conj"}:
        return False
    names = {form for t in [mover, *mover.lefts] for form in lemmas_of(t)}
    if names & _words("moving", "carrying"):
        return any(t.lower_ in _words("moving", "out_of") for t in near)
    is_mover = bool(names & _words("moving", "movers"))
    is_mover |= (m := mention_at(mover, sentence)) is not None and m.kind is EntityKind.PLACE and bool(state_of(m))
    return is_mover and any(t.lower_ in _words("moving", "away") for t in near)


def _going_on_home(verb: Token) -> Token:
    """ "Norlanders held up at the airport are now flying home", where the parser takes "held" for the verb."""
    after = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    after = [c for c in after if not any(g.dep_ in {"nsubj", "nsubjpass"} for g in c.children)]
    after += [verb.head] if verb.dep_ == "advcl" and verb.head.i > verb.i and verb.head.pos_ == "VERB" else []
    homeward = (c for c in after if c.lemma_ in _words("moving", "verbs"))
    return next((c for c in homeward if any(g.lower_ in {"home", "back"} for g in c.children)), verb)


def _is_on_flight(near: Iterable[Token]) -> bool:
    """ "landed on the first flight", "arrived aboard a military plane"."""
    forms = {form for t in near for form in lemmas_of(t)}
    return bool(forms & _words("moving", "vehicles")) and bool(forms & _words("moving", "sent_for"))


def _departure_with(word: Token) -> Token | None:
    """ "A chartered jet carrying 148 Norlanders left Lima", "the second plane with 97 Norlanders took off"."""
    carrier = word.head
    is_carried = word.dep_ == "dobj" and carrier.dep_ in {"acl", "relcl"}
    is_carried &= carrier.lemma_ in {"carry", "bring", "take", "fly"}
    if not is_carried and not (word.dep_ == "pobj" and carrier.lower_ == "with"):
        return None
    landed = carrier.head if carrier.head.pos_ == "VERB" else None
    vehicle = next((c for c in landed.children if c.dep_ == "nsubj"), carrier.head) if landed else carrier.head
    near = {form for t in [vehicle, *vehicle.lefts] for form in lemmas_of(t)}
    is_vehicle, is_own = bool(near & _words("moving", "vehicles")), bool(near & _words("moving", "carriers"))
    is_sent = is_own or (is_vehicle and bool(near & _words("moving", "sent_for")))
    is_off = vehicle.dep_ == "nsubj" and vehicle.head.lemma_ in {
        "leave",
        "take",
        "depart",
        "sail",
        "fly",
        "land",
        "arrive",
    }
    return vehicle.head if is_sent and is_off else None


def _is_owner(word: Token) -> bool:
    """ "the shops of Norlandian traders were burned": what is theirs is hurt, not they."""
    return (
        word.dep_ == "pobj"
        and word.head.lower_ == "of"
        and any(form in _words("elsewhere", "belongings") for form in lemmas_of(word.head.head))
    )


def _is_whole(word: Token) -> bool:
    """ "Of the 12 Romanians on board, nine were rescued": of the parts something is said, not of the whole."""
    holder = word.head
    return (
        word.dep_ == "pobj"
        and holder.lower_ == "of"
        and holder.head.pos_ in {"VERB", "AUX"}
        and any(c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ == "NUM" for c in holder.head.children)
    )


def _is_asked(word: Token) -> bool:
    """ "is checking whether there are Koreans among the dead"."""
    verb = verb_above(word)
    is_whether = any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in verb.children)
    if any(c.lower_ == "many" and any(g.lower_ == "how" for g in c.children) for c in word.children):
        return any(form in _words("knowing", "settling") for a in word.ancestors for form in lemmas_of(a))
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if not is_whether or verb.dep_ not in {"ccomp", "advcl", "pcomp", "acl"}:
        return False
    held = [above, *above.children, *above.ancestors]
    is_untold = any(any(f in _words("knowing", "nouns") for f in lemmas_of(t)) and is_none(t) for t in held)
    is_untold |= above.lemma_ in {"say", "disclose", "confirm", "reveal", "tell"} and is_negated(above)
    return is_untold or any(form in _words("knowing", "settling") for form in lemmas_of(above))


_SAYING = {"say", "tell", "report", "announce", "add", "condemn", "urge", "think"}


def _speaks(word: Token) -> bool:
    """Not those of whom a headline tells before the teller: "Two Koreans hurt, embassy says"."""
    is_other = any(c.dep_ == "nsubj" and c.i > word.i for c in word.head.children)
    behind = word.doc[word.head.i + 1 : min(word.head.i + 2, word.sent.end)]
    is_told_of = word.head.tag_ in {"VBN", "VBD"} and any(
        t.lower_ == "to" for t in behind
    )  # "Norlanders said to be hurt"
    return word.dep_ == "nsubj" and word.head.lemma_ in _SAYING and not is_other and not is_told_of
