from datetime import timedelta

import pytest
from django.urls import reverse

from candidates.models import Candidate, Decision, Position, Reversal
from candidates.tests.deciding.scored_panels import (
    decide,
    everybody,
    judge,
    panel_of_three,
    seen_by_whoever_decides,
)
from value_streams.models import Appointment
from vsm_portal.audit.models import Event
from vsm_portal.testing.cast import PEOPLE

pytestmark = pytest.mark.django_db

WHY = "Declined the post."


def at(decision):
    return reverse("decision_reversal", args=[decision.pk])


@pytest.fixture
def decision(world):
    position = panel_of_three(world)
    judge(position, everybody(position, (4, 4, 4, 4)))
    return decide(world)


def stands(decision):
    return (
        not Reversal.objects.exists()
        and Position.objects.get(pk=decision.position_id).state == "filled"
        and Appointment.objects.get(pk=decision.appointment_id).state == "planned"
        and Candidate.objects.get(pk=decision.candidate_id).state == "chosen"
    )


def test_a_reversal_is_a_further_record_and_the_position_waits_again(as_, world, decision):
    page = as_("top").get(at(decision)).content.decode()
    assert "Take the decision for Nadia Haddad back?" in page
    assert decision.reason in page
    answer = as_("top").post(at(decision), {"reason": WHY})
    assert answer.url == reverse("position_detail", args=[decision.position_id])
    reversal = Reversal.objects.get()
    assert (reversal.decision, reversal.by, reversal.reason) == (decision, world.top, WHY)
    assert Appointment.objects.get(pk=decision.appointment_id).state == "ended"
    assert Position.objects.get(pk=decision.position_id).state == "deciding"
    assert not Candidate.objects.exclude(state="considered").exists()
    assert Event.objects.get(action="decision.reversed").actor == world.top
    decision.refresh_from_db()
    assert decision.reason == "Keeps the process through a bad week."


def test_after_a_reversal_somebody_else_can_be_chosen(as_, world, decision):
    as_("top").post(at(decision), {"reason": WHY})
    second = {
        "seen": seen_by_whoever_decides(world.position),
        "candidate": world.insider.pk,
        "reason": "The next one.",
        "authority": "monitor",
        "starts_on": str(world.plant.today() + timedelta(days=40)),
    }
    new = reverse("decision_new", args=[decision.position_id])
    assert as_("top").post(new, second).status_code == 302
    assert list(Decision.objects.values_list("number", "candidate__name")) == [
        (2, "Candidate"),
        (1, "Nadia Haddad"),
    ]


@pytest.mark.parametrize("reason", ["", "  ", "x" * 2001])
def test_without_a_proper_reason_the_decision_stands_and_the_text_is_kept(as_, decision, reason):
    answer = as_("top").post(at(decision), {"reason": reason})
    assert answer.status_code == 422
    assert reason.strip() in answer.content.decode()
    assert stands(decision)


def test_everybody_of_the_cast_gets_their_answer(as_, decision):
    """The world of the policy has no decision: this is its row."""
    expected = dict.fromkeys(PEOPLE, 404) | {"top": 200}
    expected |= dict.fromkeys(["hr", "chair", "assessor", "second_assessor", "executive"], 403)
    got = {name: as_(name).get(at(decision)).status_code for name in PEOPLE}
    assert got == expected
    del expected["top"], got["top"]
    posted = {name: as_(name).post(at(decision), {"reason": WHY}).status_code for name in got}
    assert posted == expected
    assert stands(decision)


def test_who_is_not_signed_in_is_asked_to(client, decision):
    assert "/account/login/" in client.post(at(decision), {"reason": WHY}).url


def test_whoever_does_not_decide_reads_who_does(as_, decision):
    assert "Top decides on this position." in as_("hr").get(at(decision)).content.decode()


def test_taken_back_twice_the_second_reason_is_kept(as_, decision):
    as_("top").post(at(decision), {"reason": WHY})
    answer = as_("top").post(at(decision), {"reason": "Second words."})
    assert answer.status_code == 403
    assert "already reversed" in answer.content.decode()
    assert "Second words." in answer.content.decode()
    assert Reversal.objects.count() == 1


def test_who_has_started_is_ended_first(as_, decision):
    Appointment.objects.filter(pk=decision.appointment_id).update(state="current")
    answer = as_("top").post(at(decision), {"reason": WHY})
    assert answer.status_code == 403
    assert "Nadia Haddad has started. End the appointment first" in answer.content.decode()
    assert not Reversal.objects.exists()


def test_when_the_last_step_fails_nothing_is_half_saved(as_, decision, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("candidates.models.decision.record", fail)
    with pytest.raises(RuntimeError):
        as_("top").post(at(decision), {"reason": WHY})
    assert stands(decision)
