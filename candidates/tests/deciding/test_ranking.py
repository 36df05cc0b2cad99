import re
from html import unescape
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from candidates.models import Position, Score, Scorecard, ScoreChange, WarningKind
from candidates.snapshot import snapshot_of
from candidates.tests.deciding.scored_panels import (
    FRACTIONS,
    decide,
    everybody,
    judge,
    late_candidate,
    panel_of_three,
)
from vsm_portal.audit.models import Event
from vsm_portal.testing.cast import PEOPLE, add_candidate

pytestmark = pytest.mark.django_db

ADDRESSES = ["position_ranking", "position_ranking_csv", "position_ranking_xlsx"]
INVOLVED = ["hr", "top", "chair", "assessor", "second_assessor"]
CLOSED = "The scores open when every scorecard is in, or when the chair opens the discussion."


@pytest.fixture
def position(world):
    return panel_of_three(world)


@pytest.fixture
def get(client, world):
    """`get("hr")`, `get("hr", "position_ranking_csv", candidate=3)`: the answer."""

    def fetch(name, address="position_ranking", **query):
        client.force_login(world.people[name])
        return client.get(reverse(address, args=[world.position.pk]), query)

    return fetch


def text(answer) -> str:
    return unescape(answer.content.decode())


@pytest.mark.parametrize("state", ["nothing", "drafts", "one submitted", "all but one"])
def test_before_the_reveal_who_takes_part_gets_one_sentence_and_the_others_nothing(
    get, world, position, state
):
    if state == "drafts":
        Score.objects.create(
            scorecard=world.scorecard, criterion=position.criteria.first(), level=2, evidence="X"
        )
    if state == "one submitted":
        Scorecard.objects.filter(pk=world.scorecard.pk).update(state="submitted")
    if state == "all but one":
        others = Scorecard.objects.exclude(pk=world.second_scorecard.pk)
        others.filter(candidate__position=position).update(state="submitted")
    people = PEOPLE if state == "nothing" else [*INVOLVED, "candidate"]
    for name, address in product(people, ADDRESSES):
        answer = get(name, address)
        expected = 403 if name in [*INVOLVED, "executive"] else 404
        assert answer.status_code == expected, (name, address)
        assert (CLOSED in text(answer)) == (expected == 403), (name, address)
        assert "Nadia Haddad" not in text(answer), (name, address)
    assert not Event.objects.filter(action__in=["position.read", "position.exported"]).exists()


@pytest.mark.parametrize("address", ADDRESSES)
def test_where_the_chair_opened_an_assessor_with_an_open_scorecard_waits(
    get, world, position, address
):
    judge(position, {"Nadia Haddad": FRACTIONS["Nadia Haddad"]})
    own = Scorecard.objects.filter(candidate=world.insider, assessor=world.seat)
    own.update(state="submitted")
    position.open_discussion(by=world.chair, reason="Time is short.")
    assert get("second_assessor", address).status_code == 403
    assert "once your own scorecards are in" in text(get("second_assessor", address))
    for name in ("assessor", "hr", "top", "chair"):
        assert get(name, address).status_code == 200, name


def test_after_the_reveal_panel_hr_and_decider_read_it_and_nobody_else(get, position):
    judge(position, FRACTIONS)
    for name, address in product(PEOPLE, ADDRESSES):
        expected = 200 if name in [*INVOLVED, "executive"] else 404
        assert get(name, address).status_code == expected, (name, address)


@pytest.mark.parametrize("address", ADDRESSES)
def test_nobody_signed_in_is_sent_to_sign_in_and_a_post_is_refused(client, world, address):
    url = reverse(address, args=[world.position.pk])
    assert client.get(url).url.startswith(reverse("account_login"))
    client.force_login(world.hr)
    assert client.post(url).status_code == 405


def test_the_heading_is_the_answer(get, position):
    judge(position, FRACTIONS)
    page = text(get("hr"))
    assert "<h1>Nadia Haddad comes first; only Candidate could pass Nadia Haddad</h1>" in page
    assert "3.69" in page
    assert "47/12 × 11/18 = 517/216" in page


def test_reading_it_leaves_one_event_an_hour(get, world, position):
    judge(position, FRACTIONS)
    get("hr")
    get("hr")
    event = Event.objects.get(action="position.read")
    assert (event.actor, event.object_id) == (world.hr, position.pk)


def test_an_assessor_has_the_own_scores_as_links_and_no_others(get, world, position):
    judge(position, FRACTIONS)
    assert "/selection/scores/" not in text(get("hr"))
    page = text(get("assessor", candidate=world.nominee.pk))
    own = Score.objects.filter(scorecard__assessor=world.seat)
    others = Score.objects.exclude(scorecard__assessor=world.seat)
    for score in own.filter(scorecard__candidate=world.nominee):
        assert reverse("score_change", args=[score.pk]) in page
    for score in others:
        assert reverse("score_change", args=[score.pk]) not in page


def test_the_agenda_offers_the_own_side_to_be_changed(get, world, position):
    levels = everybody(position, (4, 4, 4, 4))
    at = list(position.panel.all()).index(world.seat)
    levels["Candidate"][at] = (1, 4, 4, 4)
    judge(position, levels)
    page = text(get("assessor", candidate=world.nominee.pk))
    assert "To talk about: 1 wide disagreement" in page
    assert "3 levels apart" in page
    assert "Change my score" in page
    assert "Change my score" not in text(get("top"))


def test_a_candidate_nobody_knows_shows_the_first_one(get, position):
    judge(position, FRACTIONS)
    for wrong in ("0", "999999", "x", "", "-1", "1e9", "٣"):
        page = text(get("hr", candidate=wrong))
        assert "Nadia Haddad: criteria × assessors" in page, wrong


def test_the_candidate_asked_for_is_shown_with_the_way_back(get, world, position):
    judge(position, FRACTIONS)
    page = text(get("hr", candidate=world.insider.pk))
    assert "Candidate: criteria × assessors" in page
    assert f'rel="prev" href="?candidate={world.nominee.pk}#scores"' in page
    assert 'rel="next"' not in page


def test_a_changed_score_shows_both_rounds_who_when_and_why(get, world, position):
    judge(position, FRACTIONS)
    score = Score.objects.filter(scorecard=world.scorecard).first()
    old = score.level
    ScoreChange.make(score, by=world.assessor, level=1, not_observed=False, reason="The trial log.")
    page = text(get("hr"))
    assert f"Assessor <del>{old}</del> → <ins>1</ins>" in page
    assert "<q>The trial log.</q>" in page


def test_who_was_not_judged_by_the_same_people_is_said_before_anything_else(get, world, position):
    world.scorecard.excuse(by=world.hr, reason="Is a cousin.")
    judge(position, FRACTIONS)
    page = text(get("hr"))
    sentence = (
        "The candidates were not judged by the same people: Assessor did not judge Nadia Haddad."
    )
    assert page.index(sentence) < page.index("<h1>")
    assert "Assessor was excused from scoring Nadia Haddad." in page
    assert "Is a cousin." not in page


def test_weights_that_turn_the_order_round_are_named_with_their_reason(get, position):
    Position.objects.filter(pk=position.pk).update(weight_3=30, weights_reason="Only flows.")
    position.refresh_from_db()
    judge(position, FRACTIONS)
    page = text(get("hr"))
    assert "11 : 5 : 30, not the paper’s order" in page
    assert "Only flows." in page


def test_where_a_tier_has_no_criterion_the_weights_are_those_that_count(get, position):
    position.criteria.filter(criterion__tier=2).delete()
    judge(position, {"Nadia Haddad": [(5, 4, 3)] * 3, "Candidate": [(2, 2, 2)] * 3})
    page = text(get("hr"))
    assert "3 : 1 for tiers 1 and 3, the paper’s order in numbers" in page
    assert "11 : 5 : 2" not in page
    assert "keeps the order: attitude and leadership, then this stream." in page
    assert "3 : 1 is the mean of all weightings" in page
    file = b"".join(get("hr", "position_ranking_csv").streaming_content).decode()
    assert "11 : 5 : 2" not in file


def test_conditions_and_warnings_stand_in_words(get, position):
    seen = {("Nadia Haddad", WarningKind.OPTIMISES_PART): ["seen", "no_chance", "not_seen"]}
    judge(position, everybody(position, (2, 2, 2, 4)), seen=seen)
    page = text(get("hr"))
    assert "Needs a written reason: tier 1 below 3.0" in page
    assert "Needs a named adviser: tier 2 below 3.0" in page
    assert "Optimises the part against the whole (1 of 2)" in page
    assert "Heard by 0." in page


def test_knowledge_and_tried_that_are_put_together(get, position):
    seen = {("Nadia Haddad", WarningKind.TRIED_THAT): ["seen", "seen", "seen"]}
    judge(position, everybody(position, (3, 3, 3, 5)), seen=seen)
    assert "both a good and a bad thing" in text(get("hr"))


def with_a_line_manager(world, position, judged=(3, 3, 3, 3)):
    seat = position.add_assessor(world.top, by=world.hr)
    add_candidate(position, "Luis Ortega", by=world.hr, line_manager=world.top)
    levels = everybody(position, (3, 3, 3, 3))
    levels["Luis Ortega"][list(position.panel.all()).index(seat)] = judged
    judge(position, levels)
    return position.candidates.get(name="Luis Ortega")


def test_scores_of_a_line_manager_are_marked_and_counted_out_once(get, world, position):
    luis = with_a_line_manager(world, position, judged=(5, 5, 5, 5))
    page = text(get("hr", candidate=luis.pk))
    assert "Scored by the line manager, Top" in page
    assert "scored by Top, the line manager" in page
    assert "Without the scores of line managers: 1. Candidate 3.00, 1. Luis Ortega 3.00" in page
    assert "(line manager)" in page
    assert "With and without the line manager" in page


def test_where_the_line_manager_changes_nothing_it_says_so(get, world, position):
    with_a_line_manager(world, position)
    same = "The order is the same with and without the scores of line managers."
    assert same in text(get("hr"))


def test_without_a_line_manager_on_the_panel_nothing_is_compared(get, position):
    judge(position, FRACTIONS)
    assert "With and without the line manager" not in text(get("hr"))


def test_who_grades_high_or_low_is_told_with_the_number_of_scores(get, world, position):
    levels = {name: [(4, 4, 4, 4)] * 3 for name in ("Nadia Haddad", "Candidate", "Nominee 0")}
    for each in levels.values():
        each[0] = (5, 5, 5, 5)
    late_candidate(position, "Nominee 0", by=world.hr)
    judge(position, levels)
    page = text(get("hr"))
    assert "Who grades high or low" in page
    assert '<td class="num">12</td><td class="num">+1.0</td>' in page
    assert "grades higher than the others" in page


def test_of_fewer_than_ten_scores_nothing_is_concluded(get, position):
    judge(position, FRACTIONS)
    page = text(get("hr"))
    assert "too few to say anything" in page
    assert "grades higher" not in page


def test_where_most_was_only_told_it_asks_what_could_be_seen(get, world, position):
    judge(position, FRACTIONS)
    of_nadia = Score.objects.filter(scorecard__candidate=world.nominee, level__isnull=False)
    of_nadia.update(kind="interview")
    page = text(get("hr"))
    assert "More than half rests on interview answers and references" in page
    assert "More than half of what is known of Nadia Haddad rests on" in page
    assert "More than half of what is known of Candidate" not in page


def test_a_late_scorecard_is_marked_where_its_scores_show(get, world, position):
    judge(position, {"Nadia Haddad": FRACTIONS["Nadia Haddad"]})
    position.open_discussion(by=world.chair, reason="Time is short.")
    position.refresh_from_db()
    levels = {"Candidate": [(5, 5, 5, 5), (1, 4, 4, 4), (4, 4, 4, 4)]}
    judge(position, levels)
    page = text(get("hr", candidate=world.insider.pk))
    sign, _in_the_table = re.findall(r">([^<>]+) submitted after the opening<", page)
    assert sorted(sign.replace(" and", ",").split(", ")) == [
        "Assessor",
        "Executive",
        "Second Assessor",
    ]
    assert page.count("(late)") == 3
    assert page.count('nowrap">submitted after the opening</span>') == 2  # both sides of the agenda


def test_what_was_not_asked_looks_otherwise_than_what_was_not_observed(get, world, position):
    judge(position, FRACTIONS)
    world.scorecard.scores.filter(level__isnull=False).first().delete()
    page = text(get("hr", candidate=world.nominee.pk))
    assert page.count('class="h na"><span class="sr">not asked</span>') == 1
    assert page.count('class="h h0"><span class="sr">not observed</span>') == 2


def test_a_disagreement_says_who_stands_high_and_low_and_how_far_the_talk_is(get, world, position):
    levels = everybody(position, (4, 4, 4, 4))
    levels["Nadia Haddad"][list(position.panel.all()).index(world.seat)] = (1, 4, 4, 4)
    judge(position, levels)
    page = text(get("hr"))
    assert page.index(">High</span>") < page.index(">Low</span>")
    assert "Not changed in the discussion so far" in page
    score = Score.objects.get(scorecard=world.scorecard, level=1)
    ScoreChange.make(score, by=world.assessor, level=2, not_observed=False, reason="The film.")
    page = text(get("hr"))
    assert "Second round: from 3 levels apart to 2" in page
    assert "changed in the discussion, was 1" in page
    score.refresh_from_db()
    ScoreChange.make(score, by=world.assessor, level=4, not_observed=False, reason="The log.")
    page = text(get("hr"))
    assert "Nothing wide to talk about" in page
    assert "Settled in the discussion: 1" in page


def test_the_page_says_which_snapshot_it_shows(get, position):
    judge(position, FRACTIONS)
    assert f"Snapshot {snapshot_of(position)['id']} of " in text(get("hr"))


def test_a_tier_that_nobody_observed_is_said_and_never_a_zero(get, position):
    judge(position, FRACTIONS | {"Candidate": [(4, 4, 4, None)] * 3})
    page = text(get("hr"))
    assert "Only Nadia Haddad can be ranked" in page
    assert "Candidate: why not ranked?" in page
    assert "0.00" not in page


def test_the_decider_has_the_button_and_the_others_the_reason(get, position):
    judge(position, FRACTIONS)
    url = reverse("decision_new", args=[position.pk])
    assert url in text(get("top"))
    page = text(get("hr"))
    assert url not in page
    assert "Top decides on this position." in page


def test_while_a_scorecard_is_open_the_decider_reads_why_nothing_is_decided(get, world, position):
    judge(position, {"Nadia Haddad": FRACTIONS["Nadia Haddad"]})
    position.open_discussion(by=world.chair, reason="Time is short.")
    page = text(get("top"))
    assert "3 scorecards are still open." in page
    assert reverse("decision_new", args=[position.pk]) not in page


def test_after_the_decision_it_stays_as_it_was_and_is_closed_to_the_panel(get, world, position):
    judge(position, everybody(position, (4, 4, 4, 4)))
    decide(world)
    Score.objects.filter(scorecard=world.scorecard).update(level=1)
    page = text(get("hr"))
    assert "Nadia Haddad was chosen" in page
    assert "Candidate and Nadia Haddad share the first place" in page
    assert "/selection/scores/" not in page
    for name in ("assessor", "chair"):
        assert get(name).status_code == 403
    assert get("candidate").status_code == 404


def test_everybody_may_have_withdrawn(get, world, position):
    judge(position, FRACTIONS)
    for candidate in (world.nominee, world.insider):
        candidate.withdraw(by=world.hr, on=world.plant.today())
    page = text(get("hr"))
    assert "<h1>Nobody is considered any more</h1>" in page
    assert "Nadia Haddad withdrew." in page
    assert get("hr", "position_ranking_xlsx").status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_number_of_queries_does_not_depend_on_candidates(get, world, position, address):
    def queries():
        judge(position, everybody(position, (4, 3, 5, 2)))
        get("assessor", address)  # signs in
        with CaptureQueriesContext(connection) as seen:
            assert get("assessor", address).status_code == 200
        return len(seen)

    few = queries()
    for n in range(6):
        late_candidate(position, f"Nominee {n}", by=world.hr)
    assert queries() == few
