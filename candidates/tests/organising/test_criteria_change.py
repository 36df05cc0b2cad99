"""Other criteria on an open position: with a reason, and nothing that was scored is lost."""

import pytest
from django.urls import reverse

from candidates.models import (
    CriteriaSet,
    Position,
    PositionChange,
    PositionCriterion,
    Score,
    Scorecard,
    Share,
)
from candidates.models.criteria_change import change_criteria, differences
from candidates.panel_ranking import panel_of
from vsm_portal.testing.panel_work import fill, fill_all

WHY = "The customer now asks for it."


def at(name, position):
    return reverse(name, args=[position.pk])


def choice(position, *, without=(), weights=None, **changes):
    """What the form sends: the criteria in use, but those left out, with their weights."""
    position.refresh_from_db()
    told = {"version": position.version}
    for criterion in position.criteria_set.criteria.all():
        told[f"weight_{criterion.pk}"] = (weights or {}).get(criterion.pk, 1)
    for row in position.criteria.all():
        if row.criterion_id not in without:
            told[f"use_{row.criterion_id}"] = "on"
    return told | changes


def changes_of(position):
    return list(position.changes.values_list("what", "who", "reason"))


def test_it_needs_a_reason_once_scoring_has_begun_and_keeps_what_was_chosen(as_, world):
    out = world.position.criteria.first()
    client, url = as_("hr"), at("position_criteria", world.position)
    told = choice(world.position, without=[out.criterion_id])
    answer = client.post(url, told)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'name="use_{out.criterion_id}"' in page
    assert world.position.criteria.count() == 20
    assert client.post(url, told | {"reason": WHY}).status_code == 302
    assert world.position.criteria.count() == 19


def test_a_criterion_taken_out_keeps_its_scores_and_leaves_the_ranking(as_, world):
    fill(world.scorecard)
    out = world.position.criteria.first()
    told = choice(world.position, without=[out.criterion_id], reason=WHY)
    assert as_("hr").post(at("position_criteria", world.position), told).status_code == 302
    assert Score.objects.filter(scorecard=world.scorecard, criterion=out).exists()
    assert not Score.objects.counted().filter(criterion=out).exists()
    fill_all(world.position)
    assert out.pk not in {row.criterion.pk for row in panel_of(world.position).rows}
    assert changes_of(world.position) == [("criterion_removed", out.criterion.name, WHY)]


def test_an_added_criterion_is_asked_of_open_scorecards_and_not_of_submitted_ones(as_, world):
    client, url = as_("hr"), at("position_criteria", world.position)
    one = world.position.criteria.first().criterion_id
    assert client.post(url, choice(world.position, without=[one], reason=WHY)).status_code == 302
    fill(world.scorecard)
    told = choice(world.position, reason="Back again.") | {f"use_{one}": "on"}
    assert client.post(url, told).status_code == 302
    assert world.position.criteria.count() == 20
    world.scorecard.refresh_from_db()
    assert world.scorecard.state == "submitted"
    assert world.scorecard.scores.count() == 19
    assert len(world.second_scorecard.missing()) == 20 + 3
    assert [what for what, *_rest in changes_of(world.position)] == [
        "criterion_removed",
        "criterion_added",
    ]


def test_taken_back_in_its_scores_count_again(as_, world):
    fill(world.scorecard)
    client, url = as_("hr"), at("position_criteria", world.position)
    out = world.position.criteria.first()
    client.post(url, choice(world.position, without=[out.criterion_id], reason=WHY))
    client.post(url, choice(world.position, reason=WHY) | {f"use_{out.criterion_id}": "on"})
    assert Score.objects.counted().filter(criterion=out).exists()
    assert PositionCriterion.with_removed.filter(position=world.position).count() == 20


def test_another_weight_within_the_tier_is_in_the_record(as_, world):
    row = world.position.criteria.first()
    told = choice(world.position, weights={row.criterion_id: 3}, reason=WHY)
    assert as_("hr").post(at("position_criteria", world.position), told).status_code == 302
    row.refresh_from_db()
    assert row.weight == 3
    assert changes_of(world.position) == [("criterion_weight", f"{row.criterion.name}: 1 → 3", WHY)]
    page = as_("hr").get(at("position_detail", world.position)).content.decode()
    assert f"{row.criterion.name}: 1 → 3" in page
    assert WHY in page


def test_once_the_scores_are_known_the_criteria_stay(as_, world):
    fill_all(world.position)
    answer = as_("hr").get(at("position_criteria", world.position))
    assert answer.status_code == 403
    assert "would now change a result that is known" in answer.content.decode()


@pytest.mark.parametrize("name", ["top", "chair", "assessor"])
def test_only_hr_changes_the_criteria(as_, world, name):
    assert as_(name).get(at("position_criteria", world.position)).status_code == 403


def test_a_choice_made_before_the_opening_is_a_conflict_afterwards(as_, draft):
    told = choice(draft)
    client = as_("hr")
    client.post(at("position_opening", draft))
    answer = client.post(at("position_criteria", draft), told | {"reason": WHY})
    assert answer.status_code == 302  # the version was not touched by the opening
    draft.refresh_from_db()
    stale = Position.objects.get(pk=draft.pk)
    assert client.post(at("position_criteria", stale), told | {"reason": WHY}).status_code == 409


def test_a_tier_without_a_criterion_is_warned_of(as_, draft):
    tier = [row.criterion_id for row in draft.criteria.filter(criterion__tier=2)]
    answer = as_("hr").post(
        at("position_criteria", draft), choice(draft, without=tier), follow=True
    )
    page = answer.content.decode()
    assert "No criterion is asked of: Lean knowledge." in page
    assert "The ranking goes without it." in page


def test_an_added_criterion_is_asked_of_seats_with_a_share_and_no_share_becomes_everything(world):
    position = world.position
    rows = list(position.criteria.select_related("criterion"))
    Share.objects.create(seat=world.seat, criterion=rows[0])
    use = {row.criterion: row.weight for row in rows[1:]}
    with pytest.raises(Exception, match="Assessor would be asked nothing"):
        change_criteria(position, use, by=world.hr, version=position.version, reason=WHY)
    assert position.criteria.count() == 20
    use = {row.criterion: row.weight for row in rows[:-1]}
    change_criteria(position, use, by=world.hr, version=position.version, reason=WHY)
    position.refresh_from_db()
    use[rows[-1].criterion] = 1
    change_criteria(position, use, by=world.hr, version=position.version, reason=WHY)
    assert set(Share.objects.values_list("seat", "criterion")) == {
        (world.seat.pk, rows[0].pk),
        (world.seat.pk, rows[-1].pk),
    }


@pytest.fixture
def newest(world):
    first = world.position.criteria_set
    key = first.criteria.first().key
    return first.next_version(
        by=world.executive, reason="Our people say it so.", changes={key: {"name": "<b>Whole"}}
    )


def move(client, position, newest, **changes):
    position.refresh_from_db()
    told = {"version": position.version, "newest": newest.pk, "reason": WHY} | changes
    return client.post(at("position_criteria_newest", position), told)


def test_hr_reads_what_differs_before_an_open_position_is_moved(as_, world, newest):
    fill(world.scorecard)
    page = as_("hr").get(at("position_criteria_newest", world.position)).content.decode()
    assert "One criterion differs" in page
    assert "&lt;b&gt;Whole" in page
    assert "<b>Whole" not in page
    assert "One scorecard is submitted: its levels stay" in page
    world.position.refresh_from_db()
    assert world.position.criteria_set.number == 1


def test_an_open_position_is_moved_on_purpose_and_its_scores_stay(as_, world, newest):
    fill(world.scorecard)
    rows = set(world.position.criteria.values_list("pk", flat=True))
    client = as_("hr")
    assert move(client, world.position, newest, reason="").status_code == 422
    assert move(client, world.position, newest).status_code == 302
    world.position.refresh_from_db()
    assert world.position.criteria_set == newest
    assert set(world.position.criteria.values_list("pk", flat=True)) == rows
    assert set(world.position.criteria.values_list("criterion__criteria_set", flat=True)) == {
        newest.pk
    }
    assert world.scorecard.scores.count() == 20
    assert changes_of(world.position) == [("criteria_version", "Version 1 → Version 2", WHY)]
    answer = client.get(at("position_criteria_newest", world.position))
    assert answer.status_code == 403
    assert "Version 2 is the newest one." in answer.content.decode()


def test_what_the_position_left_out_stays_left_out_and_its_weights_stay(world, draft, newest):
    rows = list(draft.criteria.select_related("criterion"))
    use = {row.criterion: 4 for row in rows[:5]}
    change_criteria(draft, use, by=world.hr, version=draft.version)
    draft.refresh_from_db()
    assert [each.name for each in differences(draft, newest)] == [rows[0].criterion.name]
    assert draft.criteria.count() == 5
    assert set(draft.criteria.values_list("weight", flat=True)) == {4}


def test_a_still_newer_version_is_a_conflict(as_, world, newest):
    newest.next_version(by=world.executive, reason="Again.", changes={})
    assert move(as_("hr"), world.position, newest).status_code == 409
    world.position.refresh_from_db()
    assert world.position.criteria_set.number == 1


def test_another_sites_version_is_no_choice(as_, world, newest):
    foreign = CriteriaSet.objects.newest_of(world.foreign)
    assert move(as_("hr"), world.position, foreign).status_code == 422


def test_changes_of_people_say_whom_they_are_about(world):
    fill(world.scorecard)
    world.position.add_assessor(world.manager, by=world.hr, reason=WHY)
    world.nominee.withdraw(by=world.hr, on=world.plant.today(), reason=WHY)
    added, withdrew = PositionChange.objects.order_by("pk")
    assert (added.user, added.who) == (world.manager, "Manager")
    assert (withdrew.candidate, withdrew.user) == (world.nominee, None)
    assert Scorecard.objects.filter(candidate=world.nominee).exists()
