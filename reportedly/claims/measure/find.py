"""Measures: "a curfew from 23:00 to 07:00 is in force", "the airport was closed".

In: a parsed sentence. Out: what was imposed, extended, lifted or denied, with its days and hours as far as the clause
says them. Three ways to say a measure, each with its word list: by name ("the curfew was extended"), by what is done
("the border was sealed"), by what people are told ("residents must stay indoors"). Refuses what is only asked for.
"""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.claims.clauses import (
    MODALITY,
    Outlook,
    evidence_of,
    is_country,
    is_no_longer,
    mention_at,
    outlook_of,
    place_of,
)
from reportedly.claims.condition import is_none
from reportedly.claims.directives import Directive, find_directives
from reportedly.claims.frames import Match, is_counted, is_in, joined_matches, lemmas_of
from reportedly.claims.kind import Found
from reportedly.claims.measure.content import Measure
from reportedly.claims.measure.naming import figurative_words, measure_meant, standing_words
from reportedly.claims.measure.rescues import find_rescues
from reportedly.claims.measure.soil import soil_of
from reportedly.claims.measure.standing import Told, find_named, find_taken_up, measure_acts, standing_by
from reportedly.claims.measure.terms import is_a_day, is_nightly, nightly_hours, terms_of
from reportedly.claims.measure.troops import is_from_abroad
from reportedly.lexicon.nations import country_of
from reportedly.model import EntityKind, Modality, Span
from reportedly.text.grammar import is_negated, is_passive, verb_above
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token


def find_measures(sentence: Sentence) -> Iterator[Found]:
    """All measures of a sentence, left to right; one clause gives a measure once."""
    told = [
        *find_named(sentence),
        *find_taken_up(sentence),
        *_done(sentence),
        *_rescued(sentence),
        *_directed(sentence),
    ]
    told = [item._replace(outlook=outlook_told(item)) for item in told]
    words = {(item.measure, item.word.i) for item in told}
    acts = {item.word.i for item in told if item.whom is None}
    told = [item for item in told if item.measure != "warning" or item.whom is None or item.word.i not in acts]
    kept: list[tuple[Told, Found]] = []
    for item in sorted(told, key=lambda t: t.word.i):
        if item.outlook is Outlook.WISHED or _goes_on(item, words) or _is_figure_of_speech(item):
            continue
        found = _found(item, sentence)
        same = next(
            (pair for pair in kept if pair[0].measure == item.measure and pair[1].span.overlaps(found.span)), None
        )
        if same is None:
            kept.append((item, found))
        elif item.status == "lifted" and same[0].status == "in_force" and _is_aside(same[0].word):
            if not _starts(same[1]):
                kept.remove(same)
            kept.append((item, _since_when(found, same[1])))
    yield from (found for _, found in kept)


def outlook_told(item: Told) -> Outlook:
    """How the clause presents it, where a question, a purpose or a refusal stands above it."""
    verb, outlook = verb_above(item.word), item.outlook
    if item.whom is not None or outlook is Outlook.DENIED:
        return outlook
    if outlook is Outlook.AHEAD and verb.dep_ == "ccomp" and verb.head.lemma_ in standing_words("denying"):
        return Outlook.DENIED  # "denied that a curfew would be imposed"
    if any(c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"} for c in verb.children):
        return Outlook.WISHED  # "asked whether Norland will send troops": nobody says that it will
    is_promise = verb.dep_ == "xcomp" and verb.head.lemma_ in standing_words("promising")
    is_of_purpose = verb.dep_ in {"acl", "advcl", "xcomp"} and not is_promise
    if item.measure == "ceasefire" and outlook is Outlook.AHEAD and is_of_purpose:
        return Outlook.WISHED  # "peacekeepers to stop the fighting"
    is_refused = item.word.dep_ == "pcomp" and item.word.head.lower_ == "against"
    return Outlook.DENIED if is_refused else outlook  # "the decision against sending troops"


def _is_aside(word: Token) -> bool:
    """ "The crossing, closed since Friday, reopened": what stands between commas is not what the sentence tells."""
    is_set_off = (
        word.i > 0 and word.doc[word.i - 1].text == "," and not any(c.dep_.startswith("aux") for c in word.children)
    )
    return word.dep_ in {"acl", "relcl", "amod", "ccomp", "advcl"} or (is_set_off and word.tag_ in {"VBD", "VBN"})


def _since_when(lifted: Found, aside: Found) -> Found:
    """What was lifted, with the day since which the aside says that it was in force."""
    measure, starts = lifted.content, _starts(aside)
    if not isinstance(measure, Measure) or measure.starts or not starts:
        return lifted
    return lifted._replace(content=replace(measure, starts=starts))


def _is_figure_of_speech(item: Told) -> bool:
    """ "declared a truce over the seating plan", "the winger broke the curfew"."""
    fields = figurative_words(item.measure)
    return bool(fields) and any(form in fields for t in item.word.sent for form in lemmas_of(t))


def _starts(found: Found) -> str | None:
    return found.content.starts if isinstance(found.content, Measure) else None


def _goes_on(item: Told, words: set[tuple[str, int]]) -> bool:
    """ "imposed sanctions, freezing their assets", "dug all night to reach them": the second verb tells of the same."""
    word = item.word
    is_joined = (word.dep_ == "advcl" and word.tag_ == "VBG") or (word.dep_ in {"advcl", "xcomp"} and word.tag_ == "VB")
    return is_joined and (item.measure, word.head.i) in words


def _done(sentence: Sentence) -> Iterator[Told]:
    """ "closed the border", "troops were sent": an act that is a measure."""
    for match in joined_matches(sentence, measure_acts()):
        more, outlook = match.frame.more, outlook_of(match.word)
        if match.word.lemma_ == "be" and any(c.dep_ == "xcomp" and is_passive(c) for c in match.word.children):
            continue  # "is to be sent": the verb that follows tells
        if match.word.dep_ in {"oprd", "ccomp"} and match.word.head.lemma_ in standing_words("calling"):
            continue
        if more.get("foreign") and not is_from_abroad(match, sentence):
            continue
        if more.get("many") and not _is_many(match.undergoer if match.frame.undergoer else match.doer):
            continue
        if more.get("done") and not _is_told_as_done(match.word, outlook):
            continue
        if more.get("bare") and match.word.dep_ not in _BARE:
            continue
        if more.get("uncounted") and is_counted(match.undergoer):
            continue  # how many were moved is a figure
        if (
            more.get("tried") and match.doer is not None and not is_none(match.doer)
        ):  # "divers could not get into the ship": they are at work
            outlook = Outlook.DONE if outlook is Outlook.DENIED else outlook
        if outlook is Outlook.AHEAD and verb_above(match.word).lemma_ in {"remain", "stay"}:
            outlook = Outlook.DONE  # "will stay closed until Monday": it is
        if more.get("forbidden"):  # "may not be sold above the old price"
            if outlook is not Outlook.DENIED:
                continue
            outlook = Outlook.DONE
        if more.get("threatened"):  # "Looters will be shot"
            if outlook is not Outlook.AHEAD:
                continue
            outlook = Outlook.DONE
        status = str(more.get("status", "in_force"))
        if match.frame.gives == "rescue_operation" and _is_given_up(match.word):
            status, outlook = "lifted", Outlook.DONE
        if match.word.pos_ == "NOUN" and status == "in_force":
            status = standing_by(match.word, match.frame.gives) or status
        yield Told(_measure_done(match, sentence), match.word, (match.undergoer,), status, outlook)


def _is_given_up(word: Token) -> bool:
    """ "Bodies are no longer searched for", "divers gave up looking for the crew": the work is over."""
    if is_no_longer(word):
        return True
    above = word.head if word.dep_ in {"xcomp", "pcomp"} else None
    above = above.head if above is not None and above.pos_ == "ADP" else above
    if above is None or above.pos_ != "VERB" or is_negated(above):
        return False
    particles = [c.lower_ for c in above.children if c.dep_ == "prt"]
    forms = {*lemmas_of(above), *(f"{above.lemma_} {particle}" for particle in particles)}
    return word.tag_ == "VBG" and bool(forms & standing_words("giving_up"))


def _rescued(sentence: Sentence) -> Iterator[Told]:
    """ "boats were sent to bring out the marooned": what is done for those in need."""
    for verb, rescuers in find_rescues(sentence):
        outlook = outlook_of(verb)
        status = "lifted" if _is_given_up(verb) else "in_force"
        if outlook is not Outlook.DENIED:
            yield Told("rescue_operation", verb, (rescuers,), status, outlook)


def _is_told_as_done(word: Token, outlook: Outlook) -> bool:
    """Not "tried to topple the government", "accused of toppling it": only what has come about."""
    return outlook is Outlook.DONE and word.dep_ not in {"pcomp", "xcomp", "acl"}


_BARE = {"ROOT", "attr", "appos", "dep"}
"""Where a noun says by itself that there is such a thing, or none: "No flights until Sunday"."""


def _is_many(noun: Token | None) -> bool:
    """ "30 officers", "police", "a team": one engineer among the guests is no deployment."""
    if noun is None:
        return False
    is_one = noun.tag_ not in {"NNS", "NNPS"} and any(form in standing_words("persons") for form in lemmas_of(noun))
    return not is_one and not (noun.head.lemma_ == "be" and noun.doc[noun.sent.end - 1].text == "?")


def _measure_done(match: Match, sentence: Sentence) -> str:
    """A bridge or a gate is the border's where the text speaks of one."""
    is_passage = match.undergoer is not None and is_in(match.undergoer, standing_words("passages"))
    is_of_border = match.frame.gives == "road_closure" and is_passage and _is_at_border(match.undergoer, sentence)
    return "border_closure" if is_of_border else match.frame.gives


def _is_at_border(passage: Token | None, sentence: Sentence) -> bool:
    """Whether it leads to a country, or a border is named near: here, in the three sentences before, beside its name."""
    if passage is None:
        return False
    if any(country_of(t.text) for t in passage.subtree if t.pos_ == "PROPN"):
        return True
    names = {t.text for t in passage.children if t.pos_ == "PROPN"}
    sentences = sentence.article.sentences
    near = [*sentences[max(0, sentence.index - 3) : sentence.index + 1]]
    near += [s for s in sentences if any(name in s.text for name in names)]
    return any(form in standing_words("bordering") for s in near for t in s.tokens for form in lemmas_of(t))


def _directed(sentence: Sentence) -> Iterator[Told]:
    """What people are told: advice, orders and permissions."""
    for directive in find_directives(sentence):
        if directive.gives == "advice" or _is_named(directive, sentence):
            continue  # "to be vigilant", "to register": said to people, no measure
        status = "lifted" if directive.is_withdrawn else "in_force"
        core = (directive.word, directive.whom)
        measure = _measure_of(directive, sentence)
        yield Told(measure, directive.governor, core, status, directive.outlook, directive.whom)


def _is_named(directive: Directive, sentence: Sentence) -> bool:
    """ "the ban on going out was eased": the word that tells is the measure's own name."""
    return directive.governor.pos_ == "NOUN" and measure_meant(directive.governor, sentence) == "curfew"


def _measure_of(directive: Directive, sentence: Sentence) -> str:
    """To be indoors between two hours of each day, or when night falls, is a curfew."""
    if directive.gives != "shelter_advice":
        return directive.gives
    is_daily = terms_of(directive.word, sentence).daily or is_nightly(directive.word)
    return "curfew" if is_daily else directive.gives


def _found(told: Told, sentence: Sentence) -> Found:
    status, modality = _standing_of(told)
    terms = terms_of(
        told.word, sentence, ended=told.status == "lifted", core=told.core, is_of_day=is_a_day(told.measure)
    )
    is_relaxed = told.word.lemma_.lower() in standing_words("relaxing") and is_passive(told.word)
    if status == "in_force" and _is_ahead(terms.starts, sentence) and not is_relaxed:
        status, modality = "announced", modality or Modality.PLANNED
    daily = None if _is_pause(told, terms.daily) else terms.daily
    if daily is None and told.measure == "curfew" and terms.daily is None:
        daily = nightly_hours(sentence)
    return Found(
        span=evidence_of(told.word, sentence, core=told.core),
        head=told.word.i,
        content=Measure(measure=told.measure, status=status, starts=terms.starts, ends=terms.ends, daily=daily),
        place=soil_of(told.measure, told.word, sentence, _place_of(told, sentence), core=_things_of(told)),
        when=terms.when,
        modality=modality,
        background=terms.is_past,
    )


def _things_of(told: Told) -> tuple[Token | None, ...]:
    """What it befalls, also that which a participle only describes: "the border post, shut since Sunday"."""
    is_describing = told.word.dep_ in {"acl", "relcl"}
    return (*told.core, told.word.head) if is_describing else told.core


def _place_of(told: Told, sentence: Sentence) -> Span | None:
    """Of what people are told where they are, not where the teller sits, nor the country that they are of."""
    place = place_of(told.word, sentence, core=told.core, is_taken=True)
    if told.whom is None:
        return place
    mentions = mentions_of(sentence.article)
    persons = list(told.whom.subtree)
    for token in persons:
        mention = mention_at(token, sentence) if _says_where(token) else None
        if mention is not None and mention.kind is EntityKind.PLACE:
            return mention.span
    named = mentions.at(place)
    is_theirs = named is not None and any(mention_at(t, sentence) is named for t in [*persons, *_tellers(told.word)])
    return None if is_theirs and named is not None and is_country(named) else place


def _tellers(word: Token) -> Iterator[Token]:
    """The words of who tells, where they speak for a state abroad: "the embassy of Italy", "the Portuguese consuls"."""
    for verb in (verb_above(word), *verb_above(word).ancestors):
        told_by = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        said = list(told_by.subtree) if told_by is not None else []
        if any(form in standing_words("abroad") for t in said for form in lemmas_of(t)):
            yield from said


def _says_where(token: Token) -> bool:
    """ "nationals in Norland", "those who travel to Norland", "students visiting Norland"."""
    if token.dep_ == "pobj":
        return token.head.lower_ in {"in", "at", "near", "around", "inside", "across", "to", "throughout", "within"}
    return token.dep_ == "dobj" and token.head.lemma_ in {"visit", "tour", "inhabit"}


def _is_ahead(starts: str | None, sentence: Sentence) -> bool:
    """ "Curfew from tomorrow": what begins after the day of writing is announced, however it is put."""
    written = sentence.written
    day = written.day if written is not None else None
    return bool(day and starts and len(starts) == len("2031-03-08") and starts > day.isoformat())


def _is_pause(told: Told, daily: str | None) -> bool:
    """ "was relaxed from 9 am to 3 pm": these hours of a day are free of it."""
    if daily is None or ".." in daily or told.word.lemma_.lower() not in standing_words("relaxing"):
        return False
    start, end = daily.split("/")
    return start < end


def _standing_of(told: Told) -> tuple[str, Modality | None]:
    """Status and modality: what is ahead is announced, what has not yet been lifted is in force."""
    if told.outlook is Outlook.DONE:
        return told.status, None
    if (
        told.status == "lifted"
        and told.outlook is Outlook.AHEAD
        and told.word.lemma_.lower() in standing_words("reopening")
    ):
        return "lifted", MODALITY[told.outlook]
    if told.status == "lifted":
        return "in_force", None
    if told.outlook is Outlook.DENIED:
        return "denied", MODALITY[told.outlook]
    return ("extended" if told.status == "extended" else "announced"), MODALITY[told.outlook]
