"""A selection from the opening to the appointment and back, through the verbs alone."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from candidates.models import Candidate, Decision, Position, Reversal, Score, Scorecard, ScoreChange
from candidates.models.drafting import DraftConflict, save_score
from vsm_portal.permission import Refused
from vsm_portal.testing.cast import add_candidate
from vsm_portal.testing.panel_work import fill, fill_all

pytestmark = pytest.mark.django_db


def test_opening_gives_each_assessor_a_scorecard_for_each_candidate(world):
    assert Scorecard.objects.filter(candidate__position=world.position).count() == 4
    assert world.position.criteria.count() == 20


def test_the_panel_opens_by_itself_when_the_last_scorecard_is_in(world):
    fill_all(world.position)
    assert world.position.state == "deciding"
    assert world.position.reveal.by is None


def test_an_incomplete_scorecard_is_not_submitted(world):
    with pytest.raises(Refused, match="23 criteria and warnings are still open"):
        world.scorecard.submit(by=world.assessor)


def test_a_draft_saved_elsewhere_meanwhile_is_not_overwritten(world):
    criterion = world.position.criteria.first()
    content = {"level": 4, "not_observed": False, "kind": "gemba"}
    save_score(world.scorecard, criterion, version=0, evidence="first", **content)
    with pytest.raises(DraftConflict) as conflict:
        save_score(world.scorecard, criterion, version=0, evidence="second", **content)
    assert conflict.value.theirs.evidence == "first"


def test_the_candidate_never_finds_the_position_whatever_else_they_are(world):
    assert not Position.objects.visible_to(world.candidate).exists()
    assert not Candidate.objects.visible_to(world.candidate).exists()
    fill_all(world.position)
    assert not Position.objects.revealed_to(world.candidate).exists()
    assert not Scorecard.objects.visible_to(world.candidate).exists()


def test_an_assessor_with_an_open_scorecard_sees_nothing_after_the_chair_opened(world):
    for scorecard in Scorecard.objects.filter(assessor=world.seat):
        fill(scorecard)
    world.position.open_discussion(by=world.chair, reason="The second assessor is ill.")
    assert Position.objects.revealed_to(world.assessor).exists()
    assert not Position.objects.revealed_to(world.second_assessor).exists()
    for scorecard in Scorecard.objects.filter(assessor=world.second_seat):
        fill(scorecard)
        scorecard.refresh_from_db()
        assert scorecard.submission.after_opening
    assert Position.objects.revealed_to(world.second_assessor).exists()


def test_a_decision_opens_a_planned_appointment_and_a_reversal_takes_it_back(world):
    fill_all(world.position)
    starts = world.plant.today() + timedelta(days=30)
    decision = Decision.take(
        world.position,
        by=world.top,
        candidate=world.nominee,
        reason="Keeps the process through a bad week.",
        authority="influence",
        starts_on=starts,
    )
    assert decision.appointment.state == "planned"
    assert world.insider.__class__.objects.get(pk=world.insider.pk).state == "not_chosen"
    Reversal.make(decision, by=world.top, reason="Declined the post.")
    decision.appointment.refresh_from_db()
    assert decision.appointment.state == "ended"
    assert Position.objects.get(pk=world.position.pk).state == "deciding"


def test_lean_knowledge_below_the_threshold_needs_an_adviser_and_nothing_is_half_saved(world):
    fill_all(world.position, level=2)
    with pytest.raises(ValidationError) as refused:
        Decision.take(
            world.position,
            by=world.top,
            candidate=world.nominee,
            reason="Because.",
            authority="influence",
            starts_on=world.plant.today(),
        )
    assert set(refused.value.message_dict) == {"adviser", "tier_1_reason"}
    assert Position.objects.get(pk=world.position.pk).state == "deciding"
    assert not Decision.objects.exists()


def test_nobody_decides_while_a_scorecard_is_open(world):
    fill(world.scorecard)
    world.position.open_discussion(by=world.chair, reason="Time is short.")
    with pytest.raises(Refused, match="3 scorecards are still open"):
        Decision.take(world.position, by=world.top, candidate=world.nominee)


def test_a_score_changes_after_the_reveal_only_with_a_reason_and_keeps_both_rounds(world):
    fill_all(world.position)
    score = Score.objects.filter(scorecard=world.scorecard).first()
    with pytest.raises(ValidationError):
        ScoreChange.make(score, by=world.assessor, level=3, not_observed=False, reason="")
    ScoreChange.make(score, by=world.assessor, level=3, not_observed=False, reason="The trial log.")
    score.refresh_from_db()
    assert (score.level, score.changes.get().old_level) == (3, 4)


def test_after_a_submission_the_panel_changes_only_with_a_reason(world):
    fill(world.scorecard)
    with pytest.raises(Refused, match="needs a reason"):
        add_candidate(world.position, "Late Comer", by=world.hr)
    assert not Candidate.objects.filter(name="Late Comer").exists()


def test_after_a_reversal_everybody_is_told_anew(world):
    fill_all(world.position)
    content = {
        "candidate": world.nominee,
        "reason": "Keeps the process.",
        "authority": "influence",
        "starts_on": world.plant.today() + timedelta(days=30),
    }
    telling = {"told_on": world.plant.today(), "told_by": world.top, "how": "phone"}
    first = Decision.take(world.position, by=world.top, **content)
    Candidate.objects.get(pk=world.nominee.pk).tell(by=world.hr, **telling)
    assert Candidate.objects.untold().get() == world.insider
    Reversal.make(first, by=world.top, reason="Declined the post.")
    Decision.take(world.position, by=world.top, **content)
    assert Candidate.objects.untold().count() == 2
    again = Candidate.objects.get(pk=world.nominee.pk).tell(by=world.hr, **telling)
    assert again.decision.number == 2
