"""What holds of weighing whatever is told: no order of arrival counts, no copy confirms, nothing is counted twice."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from notation import World, world

from reportedly.model import Finding, Support

VOICES = (
    "",
    "< interior ministry",
    "< police",
    "< rights group",
    "< Ada Brandt < rights group",
    "< ?officials",
    "< ?witnesses",
)
CARRIERS = ("", " < state agency")
FIGURES = st.builds(
    "killed {} {} @{}{}".format,
    st.sampled_from(("people", "protesters", "security_forces", "soldiers", "children")),
    st.sampled_from(("5", "9", "18", "18+", "24..99", "26", "0", "1800..2200")),
    st.sampled_from(("Northland", "Upland", "Northtown", "Southport")),
    st.sampled_from(("", " part", " denied", " incident", " possible", " as of 2031-01-03", " as of 2031-01-06")),
)
MEASURES = st.builds(
    "curfew {} @{}{}".format,
    st.sampled_from(("announced", "in_force", "extended", "lifted")),
    st.sampled_from(("Northland", "Northtown")),
    st.sampled_from(("", " from 2031-01-03", " until 2031-01-09", " daily 21:00/05:00", " denied")),
)
LINES = st.builds(
    "d{} 2031-01-{:02} | {} {}{}".format,
    st.integers(1, 6),
    st.integers(4, 8),
    st.one_of(FIGURES, MEASURES),
    st.sampled_from(VOICES[1:]),
    st.sampled_from(CARRIERS),
) | st.builds("d{} 2031-01-{:02} | {}".format, st.integers(1, 6), st.integers(4, 8), st.one_of(FIGURES, MEASURES))
WORLDS = st.lists(LINES, min_size=1, max_size=9).map(lambda lines: world("\n".join(lines)))


@settings(max_examples=150, deadline=None)
@given(told=WORLDS, chance=st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(told: World, chance: object) -> None:
    """The same claims, shuffled, with their entities and doubled: the same findings."""
    shuffled = [*told.claims, *told.claims[:2]]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert told.findings(shuffled) == told.findings()


@settings(max_examples=100, deadline=None)
@given(told=WORLDS)
def test_a_copy_of_an_article_adds_no_support(told: World) -> None:
    """An article is printed again by another paper: agreement, support and value of every line stay."""
    first = told.claims[0].document
    before = {finding.id: _ground(finding) for finding in told.findings()}
    mentions = {key: [*spans] for key, spans in told.mentions.items()}
    for spans in mentions.values():
        spans += [("copy", span) for document, span in spans if document == first]
    copied = World(
        claims=[
            *told.claims,
            *(replace(c, id=f"copy-{c.id}", document="copy") for c in told.claims if c.document == first),
        ],
        mentions=mentions,
        days={**told.days, "copy": told.days[first]},
        copies={first: ["copy"]},
    )
    assert {finding.id: _ground(finding) for finding in copied.findings()} == before


def _ground(finding: Finding) -> tuple[object, ...]:
    return (finding.agreement, finding.support, dict(finding.current))


@settings(max_examples=100, deadline=None)
@given(told=WORLDS)
def test_every_finding_stands_on_claims_of_the_desk_each_once(told: World) -> None:
    """No id twice, no claim twice in a finding, none that was not given, and none without a claim."""
    findings = told.findings()
    assert len({finding.id for finding in findings}) == len(findings)
    known = {claim.id for claim in told.claims}
    for finding in findings:
        ids = [weighed.claim for weighed in finding.claims]
        assert ids
        assert len(set(ids)) == len(ids)
        assert set(ids) <= known


@settings(max_examples=100, deadline=None)
@given(told=WORLDS)
def test_support_says_how_many_origins_there_are(told: World) -> None:
    """No origins is unattributed, one is single, and only two sides corroborate."""
    for finding in told.findings():
        sides = {origin.side for origin in finding.origins if origin.side}
        assert (not finding.origins) <= (finding.support is Support.UNATTRIBUTED)
        assert (finding.support is Support.CORROBORATED) <= (len(sides) > 1)
