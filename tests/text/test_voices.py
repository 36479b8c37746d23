"""On whose word a figure stands, for many ways of telling."""

import pytest
from articles import plain

CHAINS = {
    "The interior ministry said 12 people were killed.": "interior ministry",
    "12 people were killed, the interior ministry said.": "interior ministry",
    "12 people, the interior ministry said, were killed.": "interior ministry",
    "According to the interior ministry, 12 people were killed.": "interior ministry",
    "12 people were killed, according to the interior ministry.": "interior ministry",
    "Quake kills 12: interior ministry": "interior ministry",
    "The interior ministry: 12 people were killed.": "interior ministry",
    "TASS quoted the defence ministry as saying 12 soldiers were killed.": "defence ministry < TASS",
    "Twelve soldiers were killed, the defence ministry was quoted as saying by TASS.": "defence ministry < TASS",
    "Citing local officials, Reuters reported that 12 soldiers were killed.": "local officials < Reuters",
    "Reuters, citing a hospital doctor, said 12 people died.": "hospital doctor < Reuters",
    "State media reported 12 deaths.": "State media",
    "A military spokesman, Colonel Juan Ruiz, told reporters that 12 rebels were killed.": "Juan Ruiz < military",
    "Witnesses told AFP that soldiers had shot dead 12 people.": "Witnesses < AFP",
    "The mob was 3,000 strong, a dock foreman reckoned.": "dock foreman",
    '"Twelve people are dead," said Juan Perez, the mayor.': "Juan Perez",
    "The United Nations says more than 10,000 people have been displaced.": "United Nations",
    "In a statement, the presidency said that 12 people were killed.": "presidency",
    "Buses burned, a witness who asked not to be identified told Reuters, and 12 people were killed.": "witness < Reuters",
    "Ana Vesk marched, and a nurse at the clinic, who gave no name, said 12 people were killed.": "nurse at the clinic",
    "The interior ministry, through its spokeswoman Ana Vesk, said 12 people were killed.": "Ana Vesk < interior ministry",
    "The army accused rebels of shelling, before talks on a conflict in which 12 people were killed.": "",
    "Hopes fade that firemen find survivors of the fire that killed 12 people.": "",
    "The coast guard said on Wednesday (Mar 25) that 12 people were killed.": "coast guard",
    "The interior ministry said on Friday (2 October) that 12 people were killed.": "interior ministry",
    "By the interior ministry's claim, 12 people were killed.": "interior ministry",
    "12 people were killed.": "",
    "There were reports that 12 people were killed.": "",
}


@pytest.mark.parametrize("text", CHAINS, ids=str)
def test_the_chain_runs_from_who_knows_to_who_carries(text: str) -> None:
    """The first link is the one on whose word it rests."""
    (figure,) = plain(text)
    assert figure.partition(" < ")[2] == CHAINS[text]


def test_direct_speech_goes_on_without_a_verb_of_its_own() -> None:
    """A second quotation in the paragraph is the same speaker's."""
    text = '"Five people are dead," said Juan Perez, the mayor. "Twelve are missing."'
    assert [line.partition(" < ")[2] for line in plain(text)] == ["Juan Perez", "Juan Perez"]


def test_a_sentence_may_carry_two_chains() -> None:
    """Each claim, not each sentence, has its chain."""
    text = "18 people were killed, according to police, and 20 hurt, according to the hospital."
    assert [line.partition(" < ")[2] for line in plain(text)] == ["police", "hospital"]


def test_a_speaker_does_not_stay_in_force_without_a_sign() -> None:
    """The next sentence is the article's own word."""
    text = "The ministry of health said 12 people were killed. A further attack hit the port, where 3 people died."
    assert plain(text)[1].partition(" < ")[2] == ""


def test_a_denied_claim_is_kept_as_denied() -> None:
    """A denial is the denier's word on what somebody else said."""
    assert plain("The army denied that 12 soldiers had been killed.") == ["killed soldiers 12! < army"]


def test_what_is_feared_is_possible() -> None:
    """Fear is not a count."""
    assert plain("It is feared that 40 people died.") == ["killed people 40?"]


def test_a_count_with_words_of_its_own_is_not_the_last_speaker_s() -> None:
    """ "12 dead" says what it counts; only a bare "two are still missing" goes on from what was said before."""
    text = "Police said 8 people were injured. The clashes left 12 dead in the capital."
    assert plain(text) == ["injured people 8 < Police", "killed people 12"]
    text = "Police said 8 people were rescued. Two are still missing."
    assert plain(text) == ["rescued people 8 < Police", "missing people 2 < Police"]


COUNTS = {
    # a count with an owner
    "The fire service's closing count for the day is 63 dead.": "fire service",
    "The interior ministry's toll stands at 12 dead.": "interior ministry",
    "The army's figure was nine dead.": "army",
    # by whose words
    "By statement of the interior ministry, 118 people were detained.": "interior ministry",
    "By the data of the health ministry, 12 people died.": "health ministry",
    "The interior ministry recognises only one dead.": "interior ministry",
    # title and office before a colon
    "Juan Perez, the superintendent of the general hospital in the port: 58 people have died.": "Juan Perez",
}


@pytest.mark.parametrize("text", COUNTS, ids=str)
def test_whose_count_it_is(text: str) -> None:
    """A count is the word of the body that counts."""
    (figure,) = plain(text)
    assert figure.partition(" < ")[2].partition(" < ")[0] == COUNTS[text]


def test_a_part_of_a_count_is_told_by_who_told_the_count() -> None:
    """ "Six of them" and "two" in the next sentence go on from the ministry's nine."""
    text = "The interior ministry put the number of dead at nine. Six of them drowned, two lost their lives in a fire."
    assert [line.partition(" < ")[2] for line in plain(text)] == ["interior ministry"] * 3


def test_in_a_release_the_body_cited_first_holds_for_the_point() -> None:
    """What follows in the same numbered point is still by the report that opens it."""
    text = (
        "GOVERNMENT OF PERU\n\nPress release\n\nThe Government informs:\n\n1. According to the Civil Defence Institute, "
        "52 people have died. A total of 655 people have been injured."
    )
    assert [line.partition(" < ")[2].partition(" < ")[0] for line in plain(text)] == ["Civil Defence Institute"] * 2


def test_a_transcript_is_the_word_of_the_name_before_the_colon() -> None:
    """All of the paragraph, not its first sentence alone."""
    text = "JUAN PEREZ: We are tired. This evening 57 people are in hospital. Twelve people have died."
    assert [line.partition(" < ")[2] for line in plain(text)] == ["JUAN PEREZ"] * 2


REACHES = {
    # a semicolon, a joint and the article's own tense bound what is told
    "Police say 12 people died, while the hospital says 15 people died.": ["Police", "hospital"],
    "12 people were killed, the army said, but the union put the number at 40.": ["army", "union"],
    "The ministry said 12 people had died, and 8 people had been injured.": ["ministry", "ministry"],
    "The hospital said 58 people had died; 12 people are still missing.": ["hospital", "hospital"],
    "The ministry said it had sent a team, and 12 people died in the capital.": [""],
    "Twelve people were killed, a doctor said as the search went on.": ["doctor"],
    # by label
    "11:42 Two people have died (police).": ["police"],
    "14.05: Fire brigade: 12 people have died.": ["Fire brigade"],
    "The union updated its count: 12 people have died.": ["union"],
    "164 people rescued; nobody is missing, says ministry": ["ministry", "ministry"],
    # by phrase
    "Per the sheriff's office, 12 people died.": ["sheriff's office"],
    "For the police, the dead are 12.": ["police"],
    "The toll, if one believes the organisers, is 12 dead.": ["organisers"],
    # spokespersons: with a name the body stands behind it, without one it is the body
    "A spokesman for the coast guard said 12 people had died.": ["coast guard"],
    "The coast guard's spokeswoman Ana Vesk said 12 people had died.": ["Ana Vesk < coast guard"],
    # not a telling
    "The hospital admitted 12 people, its director said.": ["director"],
    "No group has claimed the attack, which killed 12 people.": [""],
}


@pytest.mark.parametrize("text", REACHES, ids=str)
def test_how_far_a_telling_reaches(text: str) -> None:
    """Up to where somebody else tells, or the article itself."""
    assert [line.partition(" < ")[2] for line in plain(text)] == REACHES[text]


GOES_ON = {
    "Ana Vesk said the driver had been held. The crash killed 12 people, she said.": ["Ana Vesk"],
    "The embassy said it knew of 12 people. Five of them were injured.": ["embassy"],
    "The rail workers' union disagrees. It says 12 people were killed.": ["rail workers' union"],
    "Mayor Ana Vesk held a news conference. 12 people have died.": ["Ana Vesk"],
    "The governor said the bridge was safe. 12 people died in the town.": [""],
}


@pytest.mark.parametrize("text", GOES_ON, ids=str)
def test_a_speaker_stays_in_force_where_the_text_shows_it(text: str) -> None:
    """By a pronoun, by a part of those just told of, by the announcement that somebody speaks; else not."""
    assert [line.partition(" < ")[2] for line in plain(text)][-1:] == GOES_ON[text]


def test_a_report_called_false_is_denied() -> None:
    """By whoever calls it so."""
    text = "The army said that reports that 12 people had been killed were false."
    assert plain(text) == ["killed people 12! < army"]


def test_a_correspondent_in_a_transcript_is_the_outlet() -> None:
    """A guest speaks on his own word, the outlet's own people do not."""
    text = "PRESENTER: Our correspondent Sadiq Lund is there.\n\nSADIQ LUND: 12 people have died.\n\nDR ANA VESK: We lost 3 people."
    assert next(line.partition(" < ")[2] for line in plain(text)) == ""


@pytest.mark.parametrize("pronoun", ["It", "They", "He"])
def test_a_pronoun_takes_up_nobody_where_nobody_told(pronoun: str) -> None:
    """A report that the article itself calls false has no teller who could go on in the next paragraph."""
    text = f"Reports that 40 people were killed in the port are baseless.\n\n{pronoun} said that 12 people had been killed."
    assert plain(text)[-1].partition(" < ")[0] == "killed people 12"


def test_a_list_below_a_colon_is_on_the_word_of_whoever_opens_it() -> None:
    """Every item, until something else follows."""
    text = "The commissioner met the press. He said:\n\n- 12 people died\n\n- 30 people were hurt\n\nIn all 40 houses burned."
    assert [line.partition(" < ")[2] for line in plain(text)] == ["commissioner", "commissioner", ""]


def test_who_asks_in_a_conversation_is_the_outlet() -> None:
    """The presenter opens and asks; whoever answers speaks on his own word."""
    text = (
        "ANA LUND: Riots have left 12 people dead. What is known?\n\nDR BO VESK: We lost 3 people.\n\n"
        "ANA LUND: Is it over?\n\nDR BO VESK: We have treated 40 people, too."
    )
    assert [line.partition(" < ")[2] for line in plain(text)][::2] == ["", "BO VESK"]


RELEASES = {
    "REPUBLIC OF LUNDIA\nMINISTRY OF INTERIOR\nSector for Public Relations\n\nPRESS RELEASE\n\n12 people died.": "MINISTRY",
    "T.R. GOVERNORSHIP OF LUND\n\nThe Provincial Crisis Centre informs the public of the following:\n\n12 people died.": (
        "Provincial Crisis Centre"
    ),
    "U.S. DEPARTMENT OF STATE\nOffice of the Spokesman\nFor Immediate Release\n\n12 people died.": "U.S. DEPARTMENT",
    "The interior ministry issued a press release on Monday\n\nCrowds gathered.\n\n12 people died in the night.": "",
}


@pytest.mark.parametrize("text", RELEASES, ids=str)
def test_what_a_release_says_on_nobodys_word_is_its_makers(text: str) -> None:
    """By its letterhead or its opening formula; an article that only tells of a release is none."""
    chain = plain(text)[-1].partition(" < ")[2]
    assert chain.startswith(RELEASES[text])
    assert bool(chain) == bool(RELEASES[text])


def test_a_voice_may_share_the_verb_of_the_one_before() -> None:
    """Where the number stands alone behind the voice."""
    text = "The union spoke of 40 dead, the ministry of 12."
    assert plain(text) == ["killed people 40 < union", "killed people 12 < ministry"]
