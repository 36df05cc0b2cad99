from datetime import timedelta

import pytest
from django.urls import reverse

from candidates.models import Candidate, Decision, Position, Scorecard, Submission
from candidates.models.drafting import save_score
from vsm_portal.accounts.models import Membership, Role
from vsm_portal.testing.cast import add_candidate
from vsm_portal.testing.panel_work import fill, fill_all

SECRET = "Stopped the line for a colleague's idea on 9 September."


@pytest.fixture
def page_of(as_, world):
    def fetch(name, position=None):
        url = reverse("position_detail", args=[(position or world.position).pk])
        return as_(name).get(url)

    return fetch


def text_of(answer):
    return answer.content.decode()


def decide(world):
    fill_all(world.position)
    return Decision.take(
        world.position,
        by=world.top,
        candidate=world.nominee,
        reason="Keeps the process through a bad week.",
        authority="influence",
        starts_on=world.plant.today() + timedelta(days=30),
    )


def test_hr_reads_which_scorecards_are_in_and_may_excuse_open_ones(page_of, world):
    fill(world.scorecard)
    page = text_of(page_of("hr"))
    assert "<h1>Wheel-bearing rings: 1 of 4 scorecards in</h1>" in page
    assert "Which scorecards are in" in page
    assert reverse("scorecard_excusal", args=[world.second_scorecard.pk]) in page
    assert reverse("scorecard_excusal", args=[world.scorecard.pk]) not in page


@pytest.mark.parametrize("name", ["top", "chair", "assessor"])
def test_only_hr_reads_whose_scorecards_are_in(page_of, world, name):
    fill(world.second_scorecard)
    page = text_of(page_of(name))
    assert "Which scorecards are in" not in page
    assert reverse("scorecard_excusal", args=[world.second_scorecard.pk]) not in page


def test_an_assessor_reads_the_own_scorecards_and_how_many_people_are_done(page_of, world):
    fill(world.scorecard)
    page = text_of(page_of("assessor"))
    assert "<h1>Wheel-bearing rings: one scorecard waits for you</h1>" in page
    assert "0 of 2 have submitted" in page
    assert "Second Assessor" not in page
    assert "Only you." in page


@pytest.mark.parametrize("name", ["hr", "top", "chair", "second_assessor"])
@pytest.mark.parametrize("begun", ["draft", "submitted"])
def test_nobody_learns_a_level_or_a_text_of_somebody_else_before_the_reveal(
    page_of, world, name, begun
):
    before = text_of(page_of(name))
    save_score(
        world.scorecard,
        world.position.criteria.first(),
        version=0,
        level=1,
        not_observed=False,
        evidence=SECRET,
        kind="gemba",
    )
    if begun == "draft":
        assert without_token(text_of(page_of(name))) == without_token(before)
    else:
        Scorecard.objects.filter(pk=world.scorecard.pk).update(state="submitted")
        Submission.objects.create(scorecard=world.scorecard)
        assert SECRET not in text_of(page_of(name))


def without_token(page):
    return [line for line in page.splitlines() if "csrf" not in line]


@pytest.mark.parametrize("name", ["candidate", "outsider", "executive", "manager", "head_hr"])
def test_for_who_takes_no_part_the_position_does_not_exist(page_of, world, name):
    assert page_of(name).status_code == 404
    fill_all(world.position)
    assert page_of(name).status_code == 404


def test_nobody_signed_in_is_sent_to_the_sign_in_page(client, world):
    url = reverse("position_detail", args=[world.position.pk])
    assert client.get(url).url.startswith(reverse("account_login"))


def test_a_post_is_refused(as_, world):
    url = reverse("position_detail", args=[world.position.pk])
    assert as_("hr").post(url).status_code == 405


def test_a_draft_says_what_is_missing_before_it_opens(as_, draft, page_of):
    draft.panel.all().delete()
    page = text_of(page_of("hr", draft))
    assert "Still missing: an assessor." in page
    assert "<h1>Seat rails: the position is being prepared</h1>" in page


def test_a_complete_draft_offers_to_open_it(page_of, draft):
    page = text_of(page_of("hr", draft))
    assert "everything is there, scoring can begin" in page
    assert reverse("position_opening", args=[draft.pk]) in page


def test_the_chair_reads_why_the_discussion_cannot_be_opened_yet(page_of):
    assert "Nobody has submitted a scorecard yet." in text_of(page_of("chair"))


def test_the_decider_reads_why_nothing_can_be_decided_yet(page_of):
    assert "The scores are not revealed yet." in text_of(page_of("top"))


def test_the_ranking_is_linked_once_the_panel_is_open(page_of, world):
    assert "The scores open when every scorecard is in" in text_of(page_of("hr"))
    fill_all(world.position)
    page = text_of(page_of("hr"))
    assert "The scores open when every scorecard is in" not in page
    assert "every scorecard is in, the decision is to be taken" in page


def test_after_the_decision_everybody_of_the_panel_reads_who_was_chosen(page_of, world):
    decide(world)
    for name in ("hr", "top", "assessor", "chair"):
        page = text_of(page_of(name))
        assert "<h1>Nadia Haddad was chosen for Wheel-bearing rings</h1>" in page, name
        assert ("Keeps the process" in page) == (name in ("hr", "top")), name
        assert ("not told yet" in page) == (name in ("hr", "top")), name
    assert page_of("candidate").status_code == 404


def test_the_page_says_when_the_decider_is_a_candidate(page_of, world, draft):
    add_candidate(draft, "Top", email=world.top.email, by=world.hr)
    assert "Top is a candidate and sees nothing of it." in text_of(page_of("hr", draft))
    assert page_of("top", draft).status_code == 404


def test_when_all_hr_of_the_site_are_candidates_the_head_office_organises(page_of, world):
    Membership.objects.filter(user=world.hr, role=Role.HR).delete()
    page = text_of(page_of("head_hr"))
    assert "No HR of Plainfield plant is left for this position" in page
    assert page_of("hr").status_code == 404
    assert page_of("candidate").status_code == 404


def test_a_weighting_that_turns_the_order_round_is_named(page_of, world):
    Position.objects.filter(pk=world.position.pk).update(weight_3=30, weights_reason="Only flows.")
    page = text_of(page_of("hr"))
    assert "11 : 5 : 30, not the paper&#x27;s order" in page
    assert "Only flows." in page


@pytest.mark.parametrize("name", ["hr", "assessor"])
def test_the_number_of_queries_does_not_depend_on_candidates_and_assessors(
    page_of, world, queries, name
):
    page_of(name)  # signs in
    few = queries(lambda: page_of(name))
    for n in range(5):
        add_candidate(world.position, f"Nominee {n}", by=world.hr)
    Candidate.objects.filter(name="Nominee 4").update(state="withdrew", withdrew_on="2026-01-01")
    for other in ("executive", "manager", "adviser"):
        world.position.add_assessor(world.people[other], by=world.hr)
    assert queries(lambda: page_of(name)) == few
