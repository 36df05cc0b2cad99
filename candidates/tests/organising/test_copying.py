"""A position that starts from an earlier one."""

from datetime import timedelta

import pytest
from django.urls import reverse

from candidates.models import ConflictOfInterest, Position
from candidates.models.criteria_change import change_criteria
from vsm_portal.accounts.models import User


def at(position):
    return reverse("position_copy", args=[position.pk])


def terms(world, **changes):
    return {
        "stream": world.stream.pk,
        "due_on": str(world.plant.today() + timedelta(days=30)),
        "chair": world.chair.pk,
        "weight_1": "3",
        "weight_2": "2",
        "weight_3": "1",
        "weights_reason": "Agreed with the works council.",
        "threshold_1": "3.5",
        "threshold_2": "3.0",
    } | changes


def test_terms_are_offered_as_they_were_and_can_be_changed(as_, world):
    Position.objects.filter(pk=world.position.pk).update(
        weight_1=3, weight_2=2, weight_3=1, weights_reason="<i>Agreed", threshold_1="3.5"
    )
    page = as_("hr").get(at(world.position)).content.decode()
    assert 'name="weight_1" value="3"' in page
    assert "&lt;i&gt;Agreed" in page
    assert 'value="3.5"' in page


def test_criteria_weights_and_panel_are_taken_over_and_neither_candidates_nor_shares(as_, world):
    earlier = world.position
    rows = list(earlier.criteria.select_related("criterion"))
    use = {row.criterion: 2 for row in rows[:7]}
    change_criteria(earlier, use, by=world.hr, version=earlier.version, reason="Seven are enough.")
    answer = as_("hr").post(at(earlier), terms(world))
    new = Position.objects.get(stream=world.stream)
    assert answer.url == reverse("position_detail", args=[new.pk])
    assert (new.state, new.weights) == ("draft", (3, 2, 1))
    assert set(new.criteria.values_list("criterion", "weight")) == {
        (criterion.pk, 2) for criterion in use
    }
    assert {seat.user for seat in new.panel.all()} == {world.assessor, world.second_assessor}
    assert not new.candidates.exists()


def test_who_can_no_longer_judge_is_left_out_and_named(as_, world):
    User.objects.filter(pk=world.assessor.pk).update(is_active=False)
    ConflictOfInterest.declare(
        world.position, world.second_assessor, by=world.hr, reason="A cousin."
    )
    page = as_("hr").post(at(world.position), terms(world), follow=True).content.decode()
    assert not Position.objects.get(stream=world.stream).panel.exists()
    assert "Assessor may not sign in." in page
    assert "Second Assessor took no part any more." in page


def test_it_begins_with_the_newest_criteria(as_, world):
    key = world.position.criteria.first().criterion.key
    world.position.criteria_set.next_version(
        by=world.executive, reason="Said otherwise.", changes={key: {"name": "Newer"}}
    )
    as_("hr").post(at(world.position), terms(world))
    new = Position.objects.get(stream=world.stream)
    assert new.criteria_set.number == 2
    assert new.criteria.count() == 20


def test_a_refused_form_makes_nothing_and_keeps_what_was_typed(as_, world):
    answer = as_("hr").post(at(world.position), terms(world, weight_1="0"))
    assert answer.status_code == 422
    assert 'value="0"' in answer.content.decode()
    assert Position.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "status"), [("top", 403), ("assessor", 403), ("outsider", 404), ("candidate", 404)]
)
def test_only_hr_starts_from_it(as_, world, name, status):
    assert as_(name).get(at(world.position)).status_code == status


def test_a_new_position_offers_the_earlier_ones_one_organises(as_, world):
    assert at(world.position) in as_("hr").get(reverse("position_new")).content.decode()
    for name in ("candidate", "outsider"):
        assert at(world.position) not in as_(name).get(reverse("position_new")).content.decode()
