"""Preparing, changing, opening and cancelling a position."""

from datetime import timedelta

import pytest
from django.urls import reverse

from candidates.models import Position, PositionChange, Scorecard
from vsm_portal.accounts.models import User
from vsm_portal.outbox.models import Message
from vsm_portal.testing.panel_work import fill

NEW = reverse("position_new")


def at(name, position):
    return reverse(name, args=[position.pk])


def terms(world, **changes):
    return {
        "stream": world.stream.pk,
        "due_on": str(world.plant.today() + timedelta(days=20)),
        "chair": world.chair.pk,
        "weight_1": "11",
        "weight_2": "5",
        "weight_3": "2",
        "threshold_1": "3.0",
        "threshold_2": "3.0",
    } | changes


def test_hr_prepares_a_position_on_the_newest_criteria(as_, world):
    answer = as_("hr").post(NEW, terms(world))
    position = Position.objects.get(stream=world.stream)
    assert answer.url == at("position_detail", position)
    assert (position.state, position.criteria.count()) == ("draft", 20)


def test_the_choice_names_who_leads_a_stream_now_and_offers_no_other_site(as_, world):
    page = as_("hr").get(NEW).content.decode()
    assert "Steering brackets, Plainfield plant – led by Manager now" in page
    assert "Foreign stream" not in page
    assert world.outsider.email in page  # anybody of any site may chair


@pytest.mark.parametrize("name", ["executive", "top", "manager", "assessor", "administrator"])
def test_who_is_not_hr_is_told_who_opens_a_position(as_, name):
    answer = as_(name).get(NEW)
    assert answer.status_code == 403
    assert "Only HR opens a position." in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("weight_1", "0", "greater than or equal to 1"),
        ("weight_2", "-3", "greater than or equal to"),
        ("threshold_1", "5.5", "less than or equal to 5"),
        ("threshold_2", "0", "greater than or equal to 1"),
        ("due_on", "2020-01-01", "This day has passed."),
        ("due_on", "soon", "is not a date"),
        ("stream", "", "This field is required."),
        ("weight_3", "4", "Weights other than 11 : 5 : 2 need a reason."),
    ],
)
def test_a_wrong_term_is_said_at_its_field_and_kept(as_, world, field, text, said):
    answer = as_("hr").post(NEW, terms(world, **{field: text}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    if field != "stream":
        assert f'value="{text}"' in page
    assert Position.objects.count() == 1


def test_another_sites_stream_cannot_be_chosen(as_, world):
    assert as_("hr").post(NEW, terms(world, stream=world.foreign_stream.pk)).status_code == 422


def edit(client, position, world, **changes):
    told = terms(world, version=position.version) | changes
    return client.post(at("position_edit", position), told)


def test_the_terms_of_a_draft_change_with_a_reason_for_other_weights(as_, world, draft):
    told = {"weight_1": "1", "weight_2": "2", "weight_3": "3", "weights_reason": "Flows first."}
    assert edit(as_("hr"), draft, world, **told).status_code == 302
    draft.refresh_from_db()
    assert draft.weights == (1, 2, 3)
    page = as_("hr").get(at("position_detail", draft)).content.decode()
    assert "1 : 2 : 3, not the paper&#x27;s order" in page


def test_two_people_changing_a_draft_meet_a_conflict(as_, world, draft):
    assert edit(as_("hr"), draft, world, threshold_1="2.5").status_code == 302
    assert edit(as_("hr"), draft, world, threshold_1="3.5").status_code == 409
    draft.refresh_from_db()
    assert str(draft.threshold_1) == "2.5"


def test_an_open_position_keeps_its_weights_and_changes_date_and_people_with_a_reason(as_, world):
    client, position = as_("hr"), world.position
    told = {"chair": world.executive.pk, "weight_1": "1"}
    assert edit(client, position, world, **told).status_code == 422
    assert edit(client, position, world, **told, reason="The chair is ill.").status_code == 302
    position.refresh_from_db()
    assert (position.chair, position.weight_1) == (world.executive, 11)
    assert PositionChange.objects.get().reason == "The chair is ill."


def test_a_candidate_can_neither_chair_nor_decide(as_, world):
    for role in ("chair", "stand_in_decider"):
        told = {role: world.candidate.pk, "reason": "Because."}
        answer = edit(as_("hr"), world.position, world, **told)
        assert answer.status_code == 422
        assert "This person is a candidate for the position." in answer.content.decode()


def test_opening_gives_scorecards_and_plans_one_mail_for_each_assessor(
    as_, draft, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = as_("hr").post(at("position_opening", draft))
    draft.refresh_from_db()
    assert (answer.status_code, draft.state) == (302, "open")
    assert Scorecard.objects.filter(candidate__position=draft).count() == 1
    assert Message.objects.filter(enclosing_id=draft.pk, kind="scorecard.assigned").count() == 1


def test_what_is_missing_stops_the_opening(as_, draft):
    draft.panel.all().delete()
    answer = as_("hr").post(at("position_opening", draft))
    assert answer.status_code == 403
    assert "Still missing: an assessor." in answer.content.decode()


def test_the_opening_is_a_post(as_, draft):
    assert as_("hr").get(at("position_opening", draft)).status_code == 405


@pytest.mark.parametrize("name", ["hr", "top"])
def test_hr_or_whoever_decides_cancels_with_a_reason(as_, world, name):
    client, url = as_(name), at("position_cancellation", world.position)
    assert client.post(url, {"reason": "  "}).status_code == 422
    assert client.post(url, {"reason": "The stream moves away."}).status_code == 302
    world.position.refresh_from_db()
    assert world.position.state == "cancelled"
    assert client.get(url).status_code == 403


def test_an_assessor_may_not_cancel_and_is_told_why(as_, world):
    answer = as_("assessor").get(at("position_cancellation", world.position))
    assert answer.status_code == 403
    assert "Only HR or whoever decides cancels a position." in answer.content.decode()


def criteria_of(position, **changes):
    told = {"version": position.version}
    for used in position.criteria.all():
        told[f"use_{used.criterion_id}"] = "on"
    for criterion in position.criteria_set.criteria.all():
        told[f"weight_{criterion.pk}"] = "1"
    return told | changes


def test_a_draft_chooses_its_criteria_and_their_weights(as_, draft):
    first, second = draft.criteria.all()[:2]
    told = criteria_of(draft) | {f"weight_{first.criterion_id}": "4"}
    del told[f"use_{second.criterion_id}"]
    assert as_("hr").post(at("position_criteria", draft), told).status_code == 302
    assert draft.criteria.count() == 19
    assert draft.criteria.get(criterion=first.criterion_id).weight == 4


@pytest.mark.parametrize("weight", ["0", "-1", "many", ""])
def test_a_weight_below_one_is_refused_and_kept(as_, draft, weight):
    first = draft.criteria.first()
    told = criteria_of(draft) | {f"weight_{first.criterion_id}": weight}
    answer = as_("hr").post(at("position_criteria", draft), told)
    assert answer.status_code == 422
    assert draft.criteria.get(criterion=first.criterion_id).weight == 1


def test_no_criterion_at_all_is_refused(as_, draft):
    told = {key: text for key, text in criteria_of(draft).items() if not key.startswith("use")}
    answer = as_("hr").post(at("position_criteria", draft), told)
    assert "Choose at least one criterion." in answer.content.decode()


def test_criteria_chosen_twice_at_the_same_moment_are_a_conflict(as_, draft):
    told = criteria_of(draft)
    assert as_("hr").post(at("position_criteria", draft), told).status_code == 302
    assert as_("hr").post(at("position_criteria", draft), told).status_code == 409


def test_an_assessor_of_another_site_joins_and_gets_every_scorecard(as_, world):
    answer = as_("hr").post(at("panel_new", world.position), {"user": world.outsider.pk})
    assert answer.status_code == 302
    assert Scorecard.objects.filter(assessor__user=world.outsider).count() == 2


def test_candidates_and_line_managers_are_not_offered_a_seat(as_, world):
    User.objects.filter(pk=world.manager.pk).update(name="<b>Manager")
    world.position.candidates.filter(pk=world.nominee.pk).update(line_manager=world.manager)
    client, url = as_("hr"), at("panel_new", world.position)
    assert "line manager: &lt;b&gt;Manager." in client.get(url).content.decode()
    for refused in (world.manager, world.candidate, world.assessor):
        assert client.post(url, {"user": refused.pk}).status_code == 422


def test_after_a_submission_a_new_assessor_needs_a_reason(as_, world):
    fill(world.scorecard)
    client, url = as_("hr"), at("panel_new", world.position)
    assert client.post(url, {"user": world.manager.pk}).status_code == 422
    told = {"user": world.manager.pk, "reason": "Knows the presses."}
    assert client.post(url, told).status_code == 302


def test_whoever_has_not_begun_is_taken_off_and_whoever_has_is_not(as_, world):
    fill(world.scorecard)
    client = as_("hr")
    begun = client.get(reverse("panel_removal", args=[world.seat.pk]))
    assert begun.status_code == 403
    assert "excuse the open scorecards instead" in begun.content.decode()
    url = reverse("panel_removal", args=[world.second_seat.pk])
    assert client.post(url, {"reason": ""}).status_code == 422
    assert client.post(url, {"reason": "Moved to another site."}).status_code == 302
    assert world.position.panel.count() == 1


def test_hr_excuses_an_open_scorecard_with_a_reason_and_reads_nothing_of_it(as_, world):
    client, url = as_("hr"), reverse("scorecard_excusal", args=[world.scorecard.pk])
    assert client.post(url, {"reason": ""}).status_code == 422
    assert client.post(url, {"reason": "Ill."}).status_code == 302
    world.scorecard.refresh_from_db()
    assert world.scorecard.state == "excused"
    assert client.get(url).status_code == 403


def test_an_assessor_learns_who_excuses_but_finds_nobody_elses_scorecard(as_, world):
    client = as_("assessor")
    own = client.get(reverse("scorecard_excusal", args=[world.scorecard.pk]))
    assert own.status_code == 403
    other = client.get(reverse("scorecard_excusal", args=[world.second_scorecard.pk]))
    assert other.status_code == 404
