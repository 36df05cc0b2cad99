import pytest
from django.urls import reverse

from candidates.models import Scorecard
from vsm_portal.audit.models import Event
from vsm_portal.testing.cast import PEOPLE
from vsm_portal.testing.panel_work import fill

pytestmark = pytest.mark.django_db


def at(position):
    return reverse("position_discussion", args=[position.pk])


@pytest.fixture
def one_is_done(world):
    """One of two assessors has submitted everything."""
    for card in Scorecard.objects.filter(assessor=world.seat):
        fill(card)
    return world.position


def test_the_chair_opens_the_discussion_with_a_reason(as_, world, one_is_done):
    page = as_("chair").get(at(one_is_done))
    assert page.status_code == 200
    assert "2 scorecards" in page.content.decode()
    answer = as_("chair").post(at(one_is_done), {"reason": "The customer audit cannot wait."})
    assert answer.url == reverse("position_ranking", args=[one_is_done.pk])
    one_is_done.refresh_from_db()
    assert one_is_done.state == "deciding"
    assert (one_is_done.reveal.by, one_is_done.reveal.reason) == (
        world.chair,
        "The customer audit cannot wait.",
    )
    assert Event.objects.filter(action="position.revealed", actor=world.chair).count() == 1


def test_without_a_proper_reason_nothing_opens_and_the_text_is_kept(as_, one_is_done):
    for reason in ("", "   ", "x" * 301, "half\0way"):
        answer = as_("chair").post(at(one_is_done), {"reason": reason})
        assert answer.status_code == 422, reason
        assert reason.strip() in answer.content.decode()
    one_is_done.refresh_from_db()
    assert one_is_done.state == "open"
    assert not one_is_done.is_revealed


def test_others_who_take_part_read_that_only_the_chair_opens_it(as_, one_is_done):
    for name in ("hr", "top", "assessor", "second_assessor"):
        for method in ("get", "post"):
            answer = getattr(as_(name), method)(at(one_is_done), {"reason": "I want to see."})
            assert answer.status_code == 403, name
            assert "Only the chair, Chair, opens the discussion." in answer.content.decode()
    one_is_done.refresh_from_db()
    assert one_is_done.state == "open"


def test_who_takes_no_part_does_not_find_it(as_, one_is_done):
    for name in set(PEOPLE) - {"hr", "top", "chair", "assessor", "second_assessor"}:
        assert as_(name).get(at(one_is_done)).status_code == 404, name
        assert as_(name).post(at(one_is_done), {"reason": "Now."}).status_code == 404, name


def test_who_is_not_signed_in_is_asked_to(client, one_is_done):
    assert "/account/login/" in client.get(at(one_is_done)).url


def test_before_anybody_submitted_there_is_nothing_to_open(as_, world):
    answer = as_("chair").post(at(world.position), {"reason": "Now."})
    assert answer.status_code == 403
    assert "Nobody has submitted a scorecard yet." in answer.content.decode()


def test_opened_twice_the_second_time_is_refused_with_its_text(as_, one_is_done):
    as_("chair").post(at(one_is_done), {"reason": "First."})
    answer = as_("chair").post(at(one_is_done), {"reason": "Second words."})
    assert answer.status_code == 403
    assert "Second words." in answer.content.decode()
