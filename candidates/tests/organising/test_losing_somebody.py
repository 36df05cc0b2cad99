"""A position that loses somebody to a candidacy: each role, at entry, halfway, while deciding.

It says so to who can mend it, somebody of the head office steps in, and the others go on.
"""

import pytest
from django.urls import reverse

from candidates.models import Candidate, Position, Scorecard
from candidates.panel_ranking import panel_of
from candidates.stepping_in import NEEDS
from vsm_portal.accounts.models import Membership, User
from vsm_portal.outbox import kinds
from vsm_portal.outbox.models import Message
from vsm_portal.outbox.planning import plan_all
from vsm_portal.tasks_waiting import waiting_for
from vsm_portal.testing.cast import add_candidate
from vsm_portal.testing.panel_work import fill, fill_all

STAGES = ["draft", "open", "deciding"]
ADDRESS = "somebody.outside@candidates.example.com"


def at(name, position):
    return reverse(name, args=[position.pk])


def in_stage(world, draft, stage):
    if stage == "draft":
        return draft
    if stage == "deciding":
        fill_all(world.position)
    return world.position


def correct_address(user, email=ADDRESS):
    """As an administrator does: the address of the account turns out to be the candidate's."""
    user.email = email
    user.save()


def lose(world, position, name):
    """A candidate is entered with an address that nobody has; then it is somebody's of the cast."""
    add_candidate(Position.objects.get(pk=position.pk), "Unknown", email=ADDRESS, by=world.hr)
    for card in position.open_scorecards().filter(candidate__email=ADDRESS):
        fill(card)
    correct_address(world.people[name])
    return Position.objects.get(pk=position.pk)


@pytest.fixture
def page_of(as_):
    return lambda name, position: as_(name).get(at("position_detail", position))


@pytest.mark.parametrize("stage", ["draft", "open"])
@pytest.mark.parametrize("name", ["hr", "top", "chair", "assessor"])
def test_who_is_linked_halfway_finds_nothing_from_that_moment(world, draft, page_of, stage, name):
    position = lose(world, in_stage(world, draft, stage), name)
    assert page_of(name, position).status_code == 404
    said = [f"{task.what} {task.sentence}" for task in waiting_for(world.people[name])]
    assert position.stream.name not in " ".join(said)
    assert not Scorecard.objects.own(world.people[name]).filter(candidate__position=position)


@pytest.mark.parametrize("stage", STAGES)
def test_without_hr_the_head_office_organises_and_hears_of_it(world, draft, page_of, stage):
    position = in_stage(world, draft, stage)
    Membership.objects.filter(user=world.candidate).delete()
    link(world, position, "hr")
    page = page_of("head_hr", position).content.decode()
    assert "No HR of Plainfield plant is left for this position" in page
    assert "HR of Acme head office organises it" in page
    assert page_of("hr", position).status_code == 404
    plan_all()
    assert NEEDS in kinds_sent_to(world.head_hr, position)
    assert not kinds_sent_to(world.hr, position) & {NEEDS}


def link(world, position, name):
    """Whoever is a candidate already turns out to be this person."""
    one = Candidate.objects.filter(position=position, user=None).first()
    Candidate.objects.filter(pk=one.pk).update(email=ADDRESS)
    correct_address(world.people[name])
    position.refresh_from_db()


def kinds_sent_to(user, position):
    mails = Message.objects.filter(
        recipient=user, enclosing_type="candidates.position", enclosing_id=position.pk
    )
    return set(mails.values_list("kind", flat=True))


@pytest.mark.parametrize("stage", STAGES)
def test_without_a_decider_the_top_person_above_decides_and_hears_of_it(
    world, draft, page_of, stage
):
    position = in_stage(world, draft, stage)
    link(world, position, "top")
    page = page_of("hr", position).content.decode()
    assert "Top is a candidate and sees nothing of it." in page
    assert "Head Executive of Acme head office decides" in page
    assert page_of("head_executive", position).status_code == 200
    assert page_of("top", position).status_code == 404
    plan_all()
    assert NEEDS in kinds_sent_to(world.head_executive, position)
    if stage == "deciding":
        assert [task.kind for task in waiting_for(world.head_executive)] == ["decision"]


@pytest.mark.parametrize("stage", STAGES)
def test_where_nobody_is_above_hr_names_who_decides(world, draft, as_, stage):
    position = in_stage(world, draft, stage)
    world.head.top_person = None
    world.head.save()
    link(world, position, "top")
    client = as_("hr")
    page = client.get(at("position_detail", position)).content.decode()
    assert "Nobody can decide: name who decides instead." in page
    assert "position_gap" in {task.kind for task in waiting_for(world.hr)}
    plan_all()
    assert NEEDS in kinds_sent_to(world.hr, position)
    told = {"stand_in_decider": world.executive.pk, "reason": "The top person cannot."}
    assert edit(client, position, **told).status_code == 302
    assert "position_gap" not in {task.kind for task in waiting_for(world.hr)}
    assert Position.objects.decided_by(world.executive).get(pk=position.pk)


def edit(client, position, **changes):
    position.refresh_from_db()
    told = {
        "version": position.version,
        "due_on": str(position.due_on),
        "chair": position.chair_id,
        **{f"weight_{n}": weight for n, weight in enumerate(position.weights, start=1)},
        "threshold_1": "3.0",
        "threshold_2": "3.0",
    }
    return client.post(at("position_edit", position), told | changes)


@pytest.mark.parametrize("stage", STAGES)
def test_without_a_chair_hr_names_another_one(world, draft, as_, stage):
    position = in_stage(world, draft, stage)
    link(world, position, "chair")
    client = as_("hr")
    page = client.get(at("position_detail", position)).content.decode()
    assert "Chair is a candidate and sees nothing of it. Name another chair." in page
    assert "position_gap" in {task.kind for task in waiting_for(world.hr)}
    plan_all()
    assert NEEDS in kinds_sent_to(world.hr, position)
    told = {"chair": world.executive.pk, "reason": "The chair cannot."}
    assert edit(client, position, **told).status_code == 302
    assert "position_gap" not in {task.kind for task in waiting_for(world.hr)}


def test_an_assessor_linked_while_scoring_holds_up_nobody(world, page_of):
    for card in Scorecard.objects.filter(assessor=world.second_seat):
        fill(card)
    link(world, world.position, "assessor")
    assert world.position.state == "deciding"
    assert {row.assessor for row in panel_of(world.position).rows} == {world.second_seat}
    page = page_of("hr", world.position).content.decode()
    assert "Assessor is a candidate and sees nothing of it." in page
    assert page_of("assessor", world.position).status_code == 404
    assert page_of("second_assessor", world.position).status_code == 200


def test_what_an_assessor_scored_before_they_were_linked_is_not_counted(world):
    fill_all(world.position)
    assert len({row.assessor for row in panel_of(world.position).rows}) == 2
    link(world, world.position, "assessor")
    assert {row.assessor for row in panel_of(world.position).rows} == {world.second_seat}
    assert world.scorecard in Scorecard.objects.not_counted()


@pytest.mark.parametrize("name", ["chair", "assessor"])
def test_at_entry_whoever_sits_there_has_to_leave_first(as_, world, draft, name):
    told = {
        "name": "Somebody",
        "email": world.people[name].email,
        "current_function": "Buyer",
        "legal_basis": "employment",
        "retain_until": "2030-01-01",
    }
    answer = as_("hr").post(at("candidate_new", draft), told)
    assert answer.status_code == 422
    assert "take them off first" in answer.content.decode()


@pytest.mark.parametrize("name", ["hr", "top"])
def test_at_entry_hr_and_the_top_person_may_be_candidates_and_are_out_at_once(
    world, draft, page_of, name
):
    add_candidate(draft, "Insider", email=world.people[name].email, by=world.hr)
    assert page_of(name, draft).status_code == 404


def test_an_account_opened_later_with_the_address_is_linked_at_once(world):
    Candidate.objects.filter(pk=world.nominee.pk).update(email=ADDRESS)
    late = User.objects.create_user(ADDRESS, name="Late")
    world.position.add_assessor(world.executive, by=world.hr)
    world.nominee.refresh_from_db()
    assert world.nominee.user == late
    assert not Position.objects.visible_to(late).exists()


def test_a_deactivated_decider_is_stood_in_for(world, page_of):
    User.objects.filter(pk=world.top.pk).update(is_active=False)
    assert Position.objects.decided_by(world.head_executive).get() == world.position
    assert "Top may no longer sign in." in page_of("hr", world.position).content.decode()


def test_the_top_person_above_decides_nothing_while_somebody_below_can(world, page_of):
    assert page_of("head_executive", world.position).status_code == 404
    assert page_of("head_hr", world.position).status_code == 404


def test_the_mail_names_stream_and_link_and_nobody(world, settings):
    settings.PORTAL_URL = "https://portal.example.com/"
    link(world, world.position, "top")
    kind = kinds.kind(NEEDS)
    position = kind.still_needed(world.position.pk, world.head_executive)
    mail = kind.mail(position, world.head_executive, None)
    text = mail.subject + mail.text
    assert f"https://portal.example.com/selection/{position.pk}/" in text
    assert "you decide" in text
    for name in ("Nadia", "Top", "candidate"):
        assert name not in text
    assert kind.still_needed(world.position.pk, world.hr) is None
    assert kind.still_needed(world.position.pk, world.top) is None


def test_the_mail_goes_out_once_and_not_where_nobody_is_lost(world):
    plan_all()
    assert not Message.objects.filter(kind=NEEDS).exists()
    link(world, world.position, "top")
    for _time in range(2):
        plan_all()
    assert Message.objects.filter(kind=NEEDS).count() == 1


def test_a_line_manager_of_an_import_is_known_as_soon_as_they_have_an_account(as_, world):
    Candidate.objects.filter(pk=world.nominee.pk).update(line_manager_email=ADDRESS)
    page = as_("hr").get(reverse("candidate_detail", args=[world.nominee.pk])).content.decode()
    assert f"{ADDRESS}, as soon as they have an account" in page
    boss = User.objects.create_user(ADDRESS, name="Boss")
    world.nominee.refresh_from_db()
    assert (world.nominee.line_manager, world.nominee.line_manager_email) == (boss, "")


def test_a_line_manager_who_turns_out_to_sit_on_the_panel_is_named(world, page_of):
    Candidate.objects.filter(pk=world.nominee.pk).update(line_manager_email=ADDRESS)
    correct_address(world.assessor)
    page = page_of("hr", world.position).content.decode()
    assert "Assessor is the line manager of Nadia Haddad and sits on the panel" in page
