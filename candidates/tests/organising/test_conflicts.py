"""A conflict of interest excludes from the whole position, and stays."""

import pytest
from django.urls import reverse

from candidates.mails import due_occasions, seats_with_open_scorecards, still_needed
from candidates.models import ConflictOfInterest, Position, Scorecard
from candidates.panel_ranking import panel_of
from vsm_portal.accounts.models import Membership, Role
from vsm_portal.audit.models import Event
from vsm_portal.outbox.models import Message
from vsm_portal.outbox.planning import plan_all
from vsm_portal.permission import Conflict, Refused
from vsm_portal.tasks_waiting import waiting_for
from vsm_portal.testing.cast import add_candidate
from vsm_portal.testing.panel_work import fill, fill_all

WHY = "My brother-in-law is a candidate."


def at(name, position):
    return reverse(name, args=[position.pk])


def declare(world, name, *, by=None, position=None):
    user = world.people[name]
    position = Position.objects.get(pk=(position or world.position).pk)
    return ConflictOfInterest.declare(position, user, by=by or user, reason=WHY)


@pytest.mark.parametrize("name", ["hr", "top", "chair", "assessor", "second_assessor"])
def test_whoever_takes_part_declares_their_own_and_finds_nothing_any_more(as_, world, name):
    client, url = as_(name), at("conflict_declaration", world.position)
    page = client.get(url).content.decode()
    assert "it cannot be taken back" in page
    assert client.post(url, {"reason": WHY}).url == reverse("position_list")
    for address in ("position_detail", "position_ranking", "position_edit", "conflict_declaration"):
        assert client.get(at(address, world.position)).status_code == 404, address
    assert client.get(reverse("candidate_detail", args=[world.nominee.pk])).status_code == 404
    assert "Wheel-bearing rings" not in client.get(reverse("position_list")).content.decode()
    assert waiting_for(world.people[name]) == []


def test_a_conflict_without_a_reason_is_refused_and_nothing_is_changed(as_, world):
    url = at("conflict_declaration", world.position)
    answer = as_("assessor").post(url, {"reason": "   "})
    assert answer.status_code == 422
    assert not ConflictOfInterest.objects.exists()


@pytest.mark.parametrize("name", ["outsider", "executive", "candidate", "manager", "head_hr"])
def test_for_who_takes_no_part_there_is_nothing_to_declare(as_, world, name):
    client = as_(name)
    for address in ("conflict_declaration", "conflict_recording"):
        assert client.get(at(address, world.position)).status_code == 404
        assert client.post(at(address, world.position), {"reason": WHY}).status_code == 404


def test_open_scorecards_are_excused_without_telling_the_panel_why(world):
    fill(world.scorecard)
    declare(world, "assessor")
    other = world.insider.scorecards.get(assessor=world.seat)
    assert other.state == "excused"
    assert other.excusal.reason == "Conflict of interest declared."
    assert other.excusal.by == world.assessor


def test_submitted_scorecards_stay_in_the_record_and_are_not_counted(world):
    fill(world.scorecard)
    declare(world, "assessor")
    world.scorecard.refresh_from_db()
    assert world.scorecard.state == "submitted"
    assert world.scorecard.scores.count() == 20
    assert world.scorecard not in Scorecard.objects.counted()
    assert world.scorecard in Scorecard.objects.not_counted()
    assert not panel_of(world.position).rows


def test_the_panel_opens_when_the_last_open_scorecards_were_theirs(world):
    for card in Scorecard.objects.filter(assessor=world.seat):
        fill(card)
    declare(world, "second_assessor")
    world.position.refresh_from_db()
    assert world.position.state == "deciding"


def test_the_panel_stays_closed_when_nothing_that_counts_is_left(world):
    for card in Scorecard.objects.filter(assessor=world.seat):
        fill(card)
    declare(world, "assessor")
    declare(world, "second_assessor")
    world.position.refresh_from_db()
    assert world.position.state == "open"


def test_a_conflict_declared_after_the_reveal_closes_the_ranking_and_uncounts(as_, world):
    fill_all(world.position)
    client, url = as_("assessor"), at("position_ranking", world.position)
    assert client.get(url).status_code == 200
    declare(world, "assessor")
    assert client.get(url).status_code == 404
    assert {row.assessor for row in panel_of(world.position).rows} == {world.second_seat}


def test_hr_notes_somebody_elses_and_they_are_not_assignable_afterwards(as_, world):
    client = as_("hr")
    told = {"user": world.manager.pk, "reason": WHY}
    assert client.post(at("conflict_recording", world.position), told).status_code == 302
    panel = client.get(at("panel_new", world.position)).content.decode()
    assert "for a conflict of interest: Manager." in panel
    answer = client.post(at("panel_new", world.position), {"user": world.manager.pk})
    assert answer.status_code == 422
    with pytest.raises(Refused, match="conflict of interest"):
        world.position.add_assessor(world.manager, by=world.hr)


@pytest.mark.parametrize("role", ["chair", "stand_in_decider"])
def test_who_has_a_conflict_neither_chairs_nor_decides(as_, world, role):
    declare(world, "manager", by=world.hr)
    position = world.position
    told = {
        "version": position.version,
        "due_on": str(position.due_on),
        "chair": world.chair.pk,
        "reason": "Because.",
        role: world.manager.pk,
    }
    answer = as_("hr").post(at("position_edit", position), told)
    assert answer.status_code == 422
    assert "This person has a conflict of interest here." in answer.content.decode()


def test_it_is_declared_once_and_never_of_a_candidate(as_, world):
    declare(world, "manager", by=world.hr)
    client = as_("hr")
    for taken in (world.manager, world.candidate):
        told = {"user": taken.pk, "reason": WHY}
        assert client.post(at("conflict_recording", world.position), told).status_code == 422
    with pytest.raises(Conflict, match="takes no part"):
        declare(world, "manager", by=world.hr)
    assert ConflictOfInterest.objects.count() == 1


@pytest.mark.parametrize("name", ["top", "chair", "assessor"])
def test_only_hr_notes_somebody_elses(as_, world, name):
    answer = as_(name).get(at("conflict_recording", world.position))
    assert answer.status_code == 403
    assert "Only HR of Plainfield plant organises this position." in answer.content.decode()
    with pytest.raises(Refused):
        declare(world, "manager", by=world.people[name])


def test_what_is_decided_stays_decided(as_, world):
    world.position.cancel(by=world.hr, reason="No budget.")
    assert as_("hr").get(at("conflict_declaration", world.position)).status_code == 403


def test_hr_and_the_decider_read_who_declared_what_and_when_and_nobody_else(as_, world):
    fill(world.second_scorecard)
    declare(world, "second_assessor")
    for name in ("hr", "top"):
        page = as_(name).get(at("position_detail", world.position)).content.decode()
        assert "Second Assessor declared a conflict of interest on" in page
        assert WHY in page
        assert "What they scored is not counted." in page
    for name in ("chair", "assessor"):
        assert WHY not in as_(name).get(at("position_detail", world.position)).content.decode()


def test_hostile_text_in_the_reason_is_shown_as_text(as_, world):
    world.second_assessor.name = "<b>Second"
    world.second_assessor.save()
    hostile = "<script>alert(1)</script> {{ 7|add:7 }} =1+1"
    told = {"user": world.second_assessor.pk, "reason": hostile}
    client = as_("hr")
    assert client.post(at("conflict_recording", world.position), told).status_code == 302
    page = client.get(at("position_detail", world.position)).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7|add:7 }} =1+1" in page


def test_mails_audit_and_ledger_follow(as_, world):
    plan_all()
    Membership.objects.create(user=world.second_assessor, site=world.plant, role=Role.HR)
    assert Message.objects.filter(enclosing_id=world.position.pk).visible_to(world.second_assessor)
    declare(world, "second_assessor")
    assert still_needed(world.second_seat.pk, world.second_assessor) is None
    assert world.second_seat not in seats_with_open_scorecards()
    assert world.second_seat not in [occasion.about for occasion in due_occasions()]
    seen = Event.objects.visible_to(world.second_assessor)
    assert not seen.filter(enclosing_id=world.position.pk, enclosing_type="candidates.position")
    assert Event.objects.visible_to(world.hr).filter(action="conflict.declared").exists()


def test_a_candidate_who_comes_later_gives_them_no_scorecard(world):
    declare(world, "second_assessor")
    late = add_candidate(world.position, "Late Comer", by=world.hr)
    assert [card.assessor for card in late.scorecards.all()] == [world.seat]


def test_declaring_in_one_position_changes_nothing_in_another(world, draft):
    declare(world, "assessor")
    draft.open(by=world.hr)
    assert Position.objects.visible_to(world.assessor).get() == draft


def test_the_number_of_queries_does_not_depend_on_the_number_of_conflicts(as_, world, queries):
    declare(world, "manager", by=world.hr)
    client, url = as_("hr"), at("position_detail", world.position)
    client.get(url)
    few = queries(lambda: client.get(url))
    for name in ("other_manager", "adviser", "executive"):
        declare(world, name, by=world.hr)
    assert queries(lambda: client.get(url)) == few
