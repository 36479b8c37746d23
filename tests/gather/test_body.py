"""The article and the furniture around it, on invented lines in the manner of many publishing systems."""

from itertools import pairwise

import pytest

from reportedly.gather.body import body_of, find_furniture

ARTICLE = """Ten die as fire sweeps road tunnel

{above}

ALTDORF, March 3 - Ten people died on Monday when a lorry caught fire in the Sasso tunnel, the cantonal police said.

{between}

The tunnel will stay closed for at least a week, a spokeswoman for the roads office told reporters in Altdorf.

{below}
"""
PROSE = 2  # paragraphs of ARTICLE, beside its headline


def page(*, above: str = "", between: str = "", below: str = "") -> str:
    return ARTICLE.format(above=above, between=between, below=below)


def body_lines(text: str) -> list[str]:
    return [text[span.start : span.end] for span in body_of(text)]


FURNITURE_ABOVE = """
Published: Monday 3 March 2031, 18:40
Published on March 3, 2031 at 6:40 p.m. EST
Mon 3 Mar 2031 18.40 GMT
Last modified on Tue 4 Mar 2031 07.12 GMT
Posted 3 hours ago
Updated 12:30
First published 3 March 2031
03.03.2031, 18:40
2031-03-03 18:40:11
18:40, 3 March 2031
3 March 2031
March 3, 2031
Issued on: 03/03/2031 - 18:40
Created: 03.03.2031 | Updated: 04.03.2031
Reading time: 4 min
4 min read
Estimated reading time: 3 minutes
Read 1,204 times
1,532 views
By Ana Ruiz
By Ana Ruiz and Tom Weir
BY ANA RUIZ, STAFF WRITER
By Ana Ruiz in Altdorf and Tom Weir in Bern
By our correspondent in Altdorf
From our correspondents and wire services
By the foreign desk
By staff reporter
By Newsroom
by admin
Posted by admin on March 3, 2031
Written by Ana Ruiz
Author: Ana Ruiz
Text: Ana Ruiz
Our Special Correspondent
Ana Ruiz, Alpine correspondent
Ana Ruiz | Staff writer
Ana Ruiz | 3 March 2031 | World | 12 comments
Home > World > Europe
Home / News / World
News » World » Europe
You are here: Home
SHARE ON WHATSAPP | SHARE ON X
Share this article
Share on Facebook
Facebook Twitter WhatsApp
Click to share on X (Opens in new window)
Save for later
Print this page
Listen to this article
Text size
Skip to content
Advertisement
Comments
12 comments
LIVE TV
EXERCISE: this article is invented.
EXERCISE EXERCISE EXERCISE
THIS IS A DRILL
This is only an exercise. Not a real event.
""".strip().split("\n")

FURNITURE_BETWEEN = """
Photo: AP / Yann Brolin
Photo: Keystone
Photograph: Ana Ruiz/AFP/Getty Images
Picture: Reuters / handout
Image credit: Cantonal Police
(Image credit: Getty Images)
Image source, Reuters
REUTERS/Ana Ruiz
AFP via Getty Images
AP Photo/Yann Brolin
Credit: R. Hoarau for Radio Tell
Foto: ČTK / Jan Kovář
Bild: dpa
© Keystone
Legend:
Image caption
Getty Images
Handout via REUTERS
File photo
Photo courtesy of the cantonal police
Picture sent in by a reader
Screenshot: YouTube
Source: AFP
Advertisement
ADVERTISEMENT - CONTINUE READING BELOW
Story continues below advertisement
Article continues after ad
Sponsored
Read also: How safe are our tunnels?
READ MORE: Tunnel fires of the past
Related: Alpine passes reopen after snow
MORE LIKE THIS: The lorry ban explained
See also: Ten facts about the Sasso
Also read | Why fans failed
Don't miss: Our weekend quiz
Get the Uri Post in your inbox every morning: sign up here
Sign up for our newsletter
Subscribe to our Telegram channel
Follow us on Facebook and Instagram
Follow the Uri Post on WhatsApp
Join our WhatsApp channel for breaking news
Download our app to read without ads
We use cookies to improve your experience.
This website uses cookies. By continuing to browse you accept them.
Scroll down to continue
Watch: Drone images of the portal
Show more
Tap here to open the gallery
* * *
""".strip().split("\n")

FURNITURE_BELOW = """
(Reporting by Ana Ruiz; Editing by Tom Weir)
Reporting by Ana Ruiz in Altdorf; additional reporting by Tom Weir; editing by Jo Lang
Additional reporting by Tom Weir
With AFP
With IOW
(with agency inputs)
(With inputs from PTI)
With reporting by Reuters
AFP contributed to this report.
ar/tw/jl
(SWA) ar/tw
-ENDS-
© 2031 Uri Post. All rights reserved.
Copyright 2031 The Uri Post
Copyright © Uri Post. Unauthorized reproduction prohibited.
This material may not be published, broadcast, rewritten or redistributed.
Tags: tunnel, fire, Uri
Filed under: World, Europe
Topics: Tunnel | Switzerland
#tunnel #Sasso #fire
@uripost
https://uripost.example/news/2031/03/fire
www.uripost.example
source site-14
Original source: feed-9
Continue reading
Read the full story
Back to top
Terms of use | Privacy | About the Uri Post
Cookie settings
Legal notice | Cookie preferences
Press unit: room 4, Bahnhofstrasse 1, Altdorf
Media contact: Ana Ruiz, Tel. 041 555 01 47
The post Ten die as fire sweeps road tunnel appeared first on Uri Post.
Powered by WordPress
Rate this article
Was this article helpful?
Have something to say? Write to us.
Subscribe today to go on reading and open all our archives.
Already a subscriber? Log in
Discover more from Uri Post
This story has not been edited by our staff and is generated from a syndicated feed.
You must be logged in to post a comment.
Be the first to comment
Comments are closed.
Your email address will not be shown. Required fields are marked with *
This site uses Akismet to reduce spam. Learn how your comment data is processed.
""".strip().split("\n")

BODY_BETWEEN = """
Curfew in force
Capitals are worried
"We saw nothing but smoke"
Foreign troops hold the harbour
• Ten people died and four are missing
- Four of the dead were children
1. On the human cost
Monday
January 6
By land and sea
The survivors
What we know so far
Share of the blame
Related to the victims
Reading the smoke
A bus burns outside the town hall of Altdorf.
Relatives wait at the northern portal of the tunnel
The president, Ana Ruiz, at the portal on Monday
Photo: firefighters carry a hose to the northern portal of the tunnel.
The ministry said it had signed up 300 volunteers for the search.
"Please share this with your neighbours," the mayor told residents on Telegram.
Residents were told to follow the police on Facebook, the mayor said.
Follow the evacuation route marked in green.
Register with the embassy before you travel.
Call the hotline on 0800 555 0147.
No deaths were reported.
18 dead
Toll rises to 26
Killed: 26. Injured: 748.
Town | Dead | Missing
Altdorf | 9 | 4
Lima - Reuters reporters saw three bodies.
Reuters reported five dead, the Associated Press six.
The ministry denied the report by AFP.
State media, citing TASS/Interfax, spoke of 40 dead.
According to AP/Reuters, two people died.
The figures were first published by the ministry on Monday.
Copyright law has nothing to do with it, the lawyer said.
Comments by the minister drew anger.
The comments are expected to be withdrawn on Tuesday, diplomats said.
By continuing to shell the port, the army has broken the truce.
Editor Tom Weir was among the dead.
Source close to the government: no talks
Correction: an earlier version gave the toll as 18; it is 16.
The exercise began at dawn, the army said.
Exercise of power
Read my lips
“Shoot without warning”
The end of the siege
View from the bridge
Tunnel: ten dead, four missing
Home at last
News of the arrests spread quickly
Q: How many are missing?
At 14:05 the second lorry caught fire.
Two soldiers of the AFP were killed.
World leaders condole
""".strip().split("\n")


@pytest.mark.parametrize("line", FURNITURE_ABOVE)
def test_furniture_above_the_first_paragraph_is_cut(line: str) -> None:
    """Time stamps, bylines, crumbs and share lines under the headline are not the article."""
    text = page(above=line)

    assert len(body_lines(text)) == 1 + PROSE


@pytest.mark.parametrize("line", FURNITURE_BETWEEN)
def test_furniture_between_paragraphs_is_cut(line: str) -> None:
    """Credits, advertisements, links and calls to subscribe among the paragraphs are not the article."""
    text = page(between=line)

    assert len(body_lines(text)) == 1 + PROSE


@pytest.mark.parametrize("line", FURNITURE_BELOW)
def test_furniture_below_the_last_paragraph_is_cut(line: str) -> None:
    """Sign-offs, rights, tags and scrapers' leftovers at the foot are not the article."""
    text = page(below=line)

    assert len(body_lines(text)) == 1 + PROSE


@pytest.mark.parametrize(
    ("at", "line"),
    [
        *(("between", line) for line in BODY_BETWEEN),
        *(("below", line) for line in BODY_BETWEEN if line.endswith(".")),  # below the last paragraph heads nothing
    ],
)
def test_what_only_looks_like_furniture_is_kept(line: str, at: str) -> None:
    """Cross-headings, bullets, captions and sentences that share a word with furniture are the article."""
    text = page(**{at: line})

    assert line.lstrip("•- ") in "\n".join(body_lines(text))


CAPTIONS = [
    ("A bus burns in Altdorf. Photo: AP / Yann Brolin", "A bus burns in Altdorf."),
    ("A bus burns in Altdorf. Altdorf | Reuters Yonhap News", "A bus burns in Altdorf."),
    ("Troops board an aircraft at Bern, 3 March 2031. EPA-EFE/DEFENCE MINISTRY HANDOUT", "at Bern, 3 March 2031."),
    ("Ana Ruiz. Photo: TASR", "Ana Ruiz."),
    ("A bus burns in Altdorf. (Image credit: Getty Images)", "A bus burns in Altdorf."),
    ("A bus burns in Altdorf. (AP Photo/Yann Brolin)", "A bus burns in Altdorf."),
    ("A bus burns in Altdorf (Photo by Yann Brolin/AFP via Getty Images)", "A bus burns in Altdorf"),
    ("A bus burns in Altdorf REUTERS/Yann Brolin", "A bus burns in Altdorf"),
    ("A bus burns in Altdorf. REUTERS/Yann Brolin/File Photo", "A bus burns in Altdorf."),
    ("A bus burns in Altdorf. Photograph: Yann Brolin/Reuters", "A bus burns in Altdorf."),
    ("A bus burns in Altdorf. © Keystone", "A bus burns in Altdorf."),
    ("A bus burns in Altdorf / AFP", "A bus burns in Altdorf"),
    ("A bus burns in Altdorf. [Yann Brolin/AFP]", "A bus burns in Altdorf."),
    ("A bus burns in Altdorf. Reuters", "A bus burns in Altdorf."),
    ("A bus burns in Altdorf Photo: AP", "A bus burns in Altdorf"),
    ("Photo – A bus burns in Altdorf. AFP", "Photo – A bus burns in Altdorf."),
]


@pytest.mark.parametrize(("line", "kept"), CAPTIONS)
def test_a_caption_is_kept_and_its_credit_cut(line: str, kept: str) -> None:
    """What a picture shows is the article's; who took it is not."""
    lines = body_lines(page(between=line))

    assert lines[2].endswith(kept)


@pytest.mark.parametrize(
    "line",
    [
        "He was quoted as saying this by Reuters.",
        "“It is over,” he said. “We go home.”",
        "She works for the BBC and for AFP/Getty.",
        "The envoy flew from Bern to Lima / Callao on Monday",
        "Police released a photo: it shows the lorry.",
        "The minister (Union Party) resigned.",
        "The toll stands at 26 (18 on Sunday).",
    ],
)
def test_the_end_of_a_sentence_is_no_credit(line: str) -> None:
    """An agency or a bracket at the end of a sentence is what the sentence says."""
    assert line in body_lines(page(between=line))


def test_comments_run_to_the_end() -> None:
    """From "1 thought on" to the end the page is its readers'."""
    text = page(
        below="1 thought on “Ten die as fire sweeps road tunnel”\n\nslots-4u says: great!! http://slots.example/x\n\n"
        "Marta says:\nI was there and I saw at least thirty people on the road, believe me.\n\nComments are closed."
    )

    assert len(body_lines(text)) == 1 + PROSE


@pytest.mark.parametrize(
    "comments",
    [
        "ana_r, 3 May 12:44: All windows are out. At least 40 dead for sure.",
        "Ana from Vik: May he rest in peace!\nP. Orlo, Bern: Why does nobody speak of the bridge?",
        "Ana (03.05.2031 14:20): at least 40 dead",
        "Tom Weir, Leeds, 14:20: I counted 12 dead myself",
        "Dr. Orlo in Zug, 3 May, 09:15: Not nine, ninety.",
    ],
)
def test_readers_who_sign_below_the_article_are_not_the_article(comments: str) -> None:
    """No heading says that comments follow."""
    assert len(body_lines(page(below=comments))) == 1 + PROSE


@pytest.mark.parametrize(
    "below",
    [
        "Minister: We shall rebuild the tunnel by spring.\nInterviewer: And who is to pay for it?",
        "Uri: five dead.\nBern, Switzerland: two hurt.",
    ],
)
def test_who_is_interviewed_signs_nothing(below: str) -> None:
    """Neither do places of a list."""
    assert len(body_lines(page(below=below))) == 1 + PROSE + 2


@pytest.mark.parametrize("arrow", ["»", "›", "→", "►"])
def test_a_link_with_an_arrow_below_is_no_article(arrow: str) -> None:
    """Though it speaks of what the article speaks of; a point of a list is no link."""
    line = "Ten people taken out of the road tunnel in Altdorf"
    assert len(body_lines(page(below=f"{arrow} {line}"))) == 1 + PROSE
    assert len(body_lines(page(below=f"- {line}"))) == 1 + PROSE + 1


def test_a_menu_line_by_line_is_no_article() -> None:
    """Four lines of a few words above the headline, or below the last paragraph."""
    menu = "Africa\nAmericas\nAsia-Pacific\nSouth Asia\nUK"
    assert len(body_lines(f"{menu}\n\n{page()}")) == 1 + PROSE
    assert len(body_lines(page(below=menu))) == 1 + PROSE


def test_a_comment_counter_at_the_top_ends_nothing() -> None:
    """A bar with "Comments" stands under many headlines; the article follows it."""
    assert len(body_lines(page(above="12 Comments"))) == 1 + PROSE


def test_the_article_goes_on_after_a_comment_form() -> None:
    """Where two paragraphs of reported news follow a form, they are the article's."""
    more = (
        "The interior ministry said on Tuesday that 26 people had been taken to hospital in Altdorf and in Lucerne.\n\n"
        "Prosecutors announced that the driver of the lorry had been detained at the border on Tuesday evening, "
        "state radio reported."
    )
    long = "\n\n".join(
        f"On day {day} the police said that the search of the tunnel would go on until Sunday." for day in range(5)
    )

    assert body_lines(page(below=f"{long}\n\nLeave a Reply\n\n{more}"))[-2:] == more.split("\n\n")


def test_links_under_a_related_heading_are_cut_until_the_article_goes_on() -> None:
    """The headlines of a box of links are not this article's; the cross-heading after them is."""
    box = "Related articles\nPasses reopen after snow\nLorry ban explained\n\nDriver under arrest"

    assert body_lines(page(between=box))[2] == "Driver under arrest"


def test_labels_that_repeat_are_furniture() -> None:
    """A word alone on its line under every picture is a credit that no list knows."""
    text = page(
        between="Smoke over the portal.\n\nBildwerk Nord\n\nA hose.\n\nBildwerk Nord\n\nA crane.\n\nBildwerk Nord"
    )

    assert "Bildwerk Nord" not in body_lines(text)


def test_dates_of_a_chronology_are_cross_headings() -> None:
    """Three dates that head their paragraphs are a chronology, not time stamps."""
    days = "\n\n".join(
        f"{day} March 2031\n\nOn that day the police said the tunnel was closed to all traffic." for day in (3, 4, 5)
    )

    assert "4 March 2031" in body_lines(page(between=days))


def test_a_headline_known_from_the_page_is_body_whatever_it_says() -> None:
    """A title given by the page's metadata wins over its form."""
    title = "Read more: why nations go to war over books"
    text = f"The Uri Post\n\n{title}\n\nReaders in Bern said on Monday that they would read on, come what may."

    assert title not in body_lines(text)
    assert title in [text[span.start : span.end] for span in body_of(text, title=title)]


def test_spans_are_sorted_apart_and_trimmed() -> None:
    """Body and furniture together cover all but white space, and nothing twice."""
    text = page(above="By Ana Ruiz", between="A bus burns.  Photo: AP ", below="Share this article").replace(
        "\n", "\r\n"
    )
    spans = sorted([*body_of(text), *(span for span, _ in find_furniture(text))])

    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in spans)
    assert sum(len("".join(text[span.start : span.end].split())) for span in spans) == len("".join(text.split()))


def test_no_text_is_no_body() -> None:
    """White space alone gives neither body nor furniture."""
    assert (body_of(" \n\t\r\n"), find_furniture("")) == ((), ())


PAGE = """\
Nine die in tunnel fire

Nine people died in a tunnel near Lima on Monday, police said.

{line}

The fire broke out at dawn, and it burned for six hours before crews put it out, the mayor said."""
UNSEEN_FURNITURE = [
    "[Responsible editor: Ana Ruiz]",
    "(Editor in charge: Tom Weir)",
    "[Font: Large Medium Small] [Print]",
    "[Scan the QR code to follow us]",
    "(FOOTAGE: Lima TV, pool)",
    "(Archive of the embassy)",
    "(Unofficial translation from the Czech by the press office)",
    "Radio Nord, Vik – translated automatically from the Norwegian",
    "Radio Nord newsroom, Vik",
    "Own correspondent, Lima",
    "Nord Radio - World Service",
    "The World at Six - transcript of Monday, 3 May 2031",
    "2031-05-03 17:20 Source: Nord Evening News Editor: Shen Ruo",
    "Monday, May 3, 2031 22:18 IST | Reuters | Reading time: 3 minutes",
    "Published: 3.5.2031, 17:05 – Brnský hlas, ČTK",
    "Author: M. K. / Nordski glas",
    "EXCLUSIVE by Ana Ruiz",
    "Sign up to the Courant's news alerts",
    "For the best stories every morning, sign up to Courant Coffee",
    "Enter in our group of messages and receive the news first",
    "To cease receiving these bulletins, reply with the word STOP.",
    "For accreditation, telephone the press office, Room 3, weekdays until noon.",
    "Font size A- A A+",
    "3 opinions",
    "7 postings – have your say!",
    "Visitor counter: 0012345",
    "Only for subscribers: the whole interview",
    "Push notifications on/off",
    "Printable version | Back to communiqués",
]


@pytest.mark.parametrize("line", UNSEEN_FURNITURE)
def test_other_houses_furniture_is_out(line: str) -> None:
    """What papers of other countries and machine translations leave around an article."""
    text = PAGE.format(line=line)
    assert line not in [text[span.start : span.end] for span in body_of(text)]


KEPT_BY_FORM = [
    "[...]",
    "(Ana Ruiz was released on bail on Tuesday, the court said.)",
    "Radio silence - curfew extended",
    "Sign of hope for the trapped miners",
    "Police, residents clash in Vik",
    "Enter the army: who gave the order?",
    "Back to square one at the border",
]


@pytest.mark.parametrize("line", KEPT_BY_FORM)
def test_a_cross_heading_that_resembles_furniture_stays(line: str) -> None:
    """Losing body is worse than keeping furniture."""
    text = PAGE.format(line=line)
    kept = [text[span.start : span.end] for span in body_of(text)]
    assert (line in kept) == any(map(str.isalpha, line))
