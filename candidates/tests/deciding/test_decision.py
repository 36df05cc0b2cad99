import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from candidates.models import Candidate, Decision, Position
from candidates.tests.deciding.scored_panels import (
    everybody,
    judge,
    panel_of_three,
    seen_by_whoever_decides,
)
from candidates.waiting import decisions
from value_streams.models import Appointment
from vsm_portal.accounts.models import User
from vsm_portal.audit.models import Event
from vsm_portal.testing.cast import PEOPLE
from vsm_portal.testing.panel_work import fill

pytestmark = pytest.mark.django_db

REASON = "Nobody else asked the turning cell what it needs."


def at(position):
    return reverse("decision_new", args=[position.pk])


@pytest.fixture
def position(world):
    """Every scorecard in, everything at level 4."""
    position = panel_of_three(world)
    return judge(position, everybody(position, (4, 4, 4, 4)))


@pytest.fixture
def weak(world):
    """Attitude and leadership at 2, lean knowledge at 2."""
    position = panel_of_three(world)
    return judge(position, everybody(position, (2, 2, 2, 4)))


def content(world, **changes):
    return {
        "seen": seen_by_whoever_decides(world.position),
        "candidate": world.nominee.pk,
        "reason": REASON,
        "authority": "influence",
        "starts_on": str(world.plant.today() + timedelta(days=30)),
        "adviser": "",
        "tier_1_reason": "",
    } | changes


def nothing_was_decided(position):
    return (
        Position.objects.get(pk=position.pk).state == "deciding"
        and not Decision.objects.exists()
        and not Appointment.objects.filter(stream=position.stream).exists()
        and not Candidate.objects.exclude(state="considered").exists()
        and not Event.objects.filter(action="decision.taken").exists()
    )


def test_the_page_shows_place_score_and_conditions_of_each_candidate(as_, world, weak):
    page = as_("top").get(at(weak)).content.decode()
    for candidate in weak.candidates.all():
        assert f'value="{candidate.pk}"' in page
        assert candidate.name in page
    assert "2.22" in page
    assert "Needs a written reason: tier 1 below 3.0" in page
    assert "Needs a named adviser: tier 2 below 3.0" in page


def test_the_page_says_what_becomes_final_and_whose_account_is_made(as_, world, position):
    page = " ".join(as_("top").get(at(position)).content.decode().split())
    assert "only a further record takes it back" in page
    assert "HR of Plainfield plant or you then tell all 2 candidates" in page
    # The nominee has none; the other candidate signs in here.
    assert page.count("one is made, and an administrator opens it") == 1


def test_a_decision_plans_the_appointment_and_gives_everybody_their_outcome(as_, world, position):
    answer = as_("top").post(at(position), content(world, adviser=world.adviser.pk))
    assert answer.url == reverse("position_detail", args=[position.pk])
    decision = Decision.objects.get()
    assert (decision.by, decision.reason, decision.adviser) == (world.top, REASON, world.adviser)
    assert decision.snapshot["standings"][0]["score"] == "4.00"
    appointment = decision.appointment
    assert (appointment.state, appointment.reports_to) == ("planned", world.top)
    states = dict(Candidate.objects.values_list("name", "state"))
    assert states == {"Nadia Haddad": "chosen", "Candidate": "not_chosen"}
    assert Event.objects.get(action="decision.taken").actor == world.top


def test_who_is_chosen_from_outside_gets_an_account_that_is_not_open(as_, world, position):
    as_("top").post(at(position), content(world))
    account = User.objects.get(email=world.nominee.email)
    assert (account.name, account.is_active) == ("Nadia Haddad", False)
    assert Decision.objects.get().appointment.manager == account


def test_where_everybody_has_withdrawn_page_and_button_say_that_there_is_nobody(
    as_, world, position
):
    assert [task.url for task in decisions(world.top)] == [at(position)]
    for candidate in position.candidates.all():
        candidate.withdraw(by=world.hr, on=world.plant.today())
    assert not list(decisions(world.top))
    said = "Everybody has withdrawn: there is nobody to choose."
    for method in ("get", "post"):
        answer = getattr(as_("top"), method)(at(position), content(world))
        assert answer.status_code == 403
        assert said in answer.content.decode()
    for name in ("position_ranking", "position_detail"):
        page = as_("top").get(reverse(name, args=[position.pk])).content.decode()
        assert said in page, name
        assert at(position) not in page, name
    assert not Decision.objects.exists()


def test_bad_input_says_why_at_its_field_and_keeps_everything(as_, world, position):
    for changes, field, said in (
        ({"candidate": ""}, "candidate", "Choose one of the candidates."),
        ({"candidate": "0"}, "candidate", "not considered"),
        ({"candidate": "9" * 30}, "candidate", "not considered"),
        ({"candidate": "Nadia"}, "candidate", "not considered"),
        ({"reason": ""}, "reason", "required"),
        ({"reason": " \t\n"}, "reason", "required"),
        ({"reason": "x" * 3001}, "reason", "3000"),
        ({"reason": "half\0way"}, "reason", "Null characters"),
        ({"authority": ""}, "authority", "required"),
        ({"authority": "king"}, "authority", "king"),
        ({"starts_on": ""}, "starts_on", "required"),
        ({"starts_on": "2020-01-01"}, "starts_on", "lies in the past"),
        ({"starts_on": "31 February 2031"}, "starts_on", "28 days"),
        ({"starts_on": "3/4/2031"}, "starts_on", "is not a date"),
        ({"adviser": "0"}, "adviser", "Select a valid choice"),
        ({"adviser": "9" * 30}, "adviser", "Select a valid choice"),
        ({"tier_1_reason": "x" * 2001}, "tier_1_reason", "2000"),
    ):
        typed = content(world, tier_1_reason="Said anyway.") | changes
        answer = as_("top").post(at(position), typed)
        assert answer.status_code == 422, changes
        form = answer.context["form"]
        assert set(form.errors) == {field}
        assert said in str(form.errors[field])
        page = answer.content.decode()
        assert typed["reason"].strip() in page
        assert typed["tier_1_reason"] in page
        assert typed["starts_on"] in page
    assert nothing_was_decided(position)


def test_the_choices_that_were_right_stay_chosen(as_, world, position):
    page = as_("top").post(at(position), content(world, reason="")).content.decode()
    chosen = [tag for tag in re.findall(r"<input[^>]*>", page) if " checked" in tag]
    assert len(chosen) == 2
    assert f'value="{world.nominee.pk}"' in chosen[0]
    assert 'value="influence"' in chosen[1]


def test_what_the_conditions_ask_for_is_said_at_both_fields_at_once(as_, world, weak):
    answer = as_("top").post(at(weak), content(world, reason=""))
    assert answer.status_code == 422
    errors = answer.context["form"].errors
    assert set(errors) == {"reason", "adviser", "tier_1_reason"}
    assert "Lean knowledge is below 3.0: name an adviser." in str(errors["adviser"])
    assert "say why all the same" in str(errors["tier_1_reason"])
    assert nothing_was_decided(weak)
    met = content(world, adviser=world.adviser.pk, tier_1_reason="Tried twice and came back.")
    assert as_("top").post(at(weak), met).status_code == 302


def test_only_people_of_this_company_are_offered_as_advisers(as_, world, position):
    stranger = content(world, adviser=world.outsider.pk)
    answer = as_("top").post(at(position), stranger)
    assert set(answer.context["form"].errors) == {"adviser"}
    page = answer.content.decode()
    assert world.adviser.email in page
    assert world.outsider.email not in page


def test_nobody_advises_themselves(as_, world, position):
    own = content(world, candidate=world.insider.pk, adviser=world.candidate.pk)
    answer = as_("top").post(at(position), own)
    assert "An adviser is somebody else." in str(answer.context["form"].errors["adviser"])
    assert nothing_was_decided(position)


def test_who_withdrew_is_neither_offered_nor_taken(as_, world, position):
    world.nominee.withdraw(by=world.hr, on=world.plant.today(), reason="Another post.")
    page = as_("top").get(at(position)).content.decode()
    assert "Nadia Haddad" not in page
    answer = as_("top").post(at(position), content(world))
    assert set(answer.context["form"].errors) == {"candidate"}


def test_the_verb_itself_refuses_who_is_no_candidate_here(world, position):
    world.nominee.withdraw(by=world.hr, on=world.plant.today(), reason="Another post.")
    with pytest.raises(ValidationError, match="not considered for the position"):
        Decision.take(
            position,
            by=world.top,
            candidate=world.nominee,
            reason=REASON,
            authority="monitor",
            starts_on=world.plant.today(),
        )
    assert Position.objects.get(pk=position.pk).state == "deciding"


def test_while_a_scorecard_is_open_nobody_decides(as_, world):
    fill(world.scorecard)
    world.position.open_discussion(by=world.chair, reason="Time is short.")
    for method in ("get", "post"):
        answer = getattr(as_("top"), method)(at(world.position), content(world))
        assert answer.status_code == 403
        assert "3 scorecards are still open." in answer.content.decode()
    assert REASON in answer.content.decode()
    assert not Decision.objects.exists()


def test_before_the_reveal_nobody_decides_and_no_score_is_shown(as_, world):
    answer = as_("top").get(at(world.position))
    assert answer.status_code == 403
    assert "The scores are not revealed yet." in answer.content.decode()


def test_whoever_takes_part_but_does_not_decide_reads_who_does(as_, world, position):
    for name in ("hr", "chair", "assessor", "second_assessor"):
        for method in ("get", "post"):
            answer = getattr(as_(name), method)(at(position), content(world))
            assert answer.status_code == 403, name
            assert "Top decides on this position." in answer.content.decode()
    assert nothing_was_decided(position)


def test_nobody_else_of_the_cast_finds_it(as_, world, position):
    for name in set(PEOPLE) - {"hr", "top", "chair", "assessor", "second_assessor", "executive"}:
        assert as_(name).get(at(position)).status_code == 404, name
        assert as_(name).post(at(position), content(world)).status_code == 404, name


def test_who_is_not_signed_in_is_asked_to(client, world, position):
    assert "/account/login/" in client.post(at(position), content(world)).url


def test_a_stand_in_decides_instead_of_the_top_person(as_, world, position):
    Position.objects.filter(pk=position.pk).update(stand_in_decider=world.head_executive)
    assert as_("top").get(at(position)).status_code == 404
    assert as_("head_executive").post(at(position), content(world)).status_code == 302


def test_the_page_names_who_leads_the_stream_and_what_becomes_of_it(as_, world, position):
    Appointment.open(
        by=world.hr,
        stream=position.stream,
        manager=world.manager,
        authority="monitor",
        reports_to=world.top,
        starts_on=world.plant.today() - timedelta(days=99),
        reason="In the post.",
    )
    page = as_("top").get(at(position)).content.decode()
    assert "Manager leads this stream since" in page
    assert "ends on the new first day" in page
    as_("top").post(at(position), content(world, starts_on=str(world.plant.today())))
    assert Decision.objects.get().appointment.state == "planned"


def test_somebody_planned_already_is_an_error_of_the_form(as_, world, position):
    Appointment.open(
        by=world.hr,
        stream=position.stream,
        manager=world.manager,
        authority="monitor",
        reports_to=world.top,
        starts_on=world.plant.today() + timedelta(days=9),
        reason="Agreed.",
    )
    assert "is planned for this stream" in as_("top").get(at(position)).content.decode()
    answer = as_("top").post(at(position), content(world))
    assert answer.status_code == 422
    assert "Manager is planned for this stream" in str(answer.context["form"].non_field_errors())
    assert REASON in answer.content.decode()
    assert not Decision.objects.exists()


def test_somebody_planned_between_the_forms_look_and_the_deed_is_a_conflict(
    as_, world, position, monkeypatch
):
    monkeypatch.setattr("candidates.forms.deciding.DecisionForm._clean_planned", lambda self: None)
    Appointment.open(
        by=world.hr,
        stream=position.stream,
        manager=world.manager,
        authority="monitor",
        reports_to=world.top,
        starts_on=world.plant.today() + timedelta(days=9),
        reason="Agreed.",
    )
    answer = as_("top").post(at(position), content(world))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody is already planned for this stream." in page
    assert REASON in page
    assert not Decision.objects.exists()


def test_what_the_verb_refuses_stands_at_its_fields(as_, world, weak, monkeypatch):
    monkeypatch.setattr("candidates.forms.deciding.unmet_conditions", lambda *args: {})
    answer = as_("top").post(at(weak), content(world))
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"adviser", "tier_1_reason"}
    monkeypatch.setattr("candidates.models.decision.Appointment.open", refuse_the_superior)
    met = content(world, adviser=world.adviser.pk, tier_1_reason="Tried twice.")
    answer = as_("top").post(at(weak), met)
    assert answer.status_code == 422
    assert "Nobody reports to themselves." in str(answer.context["form"].non_field_errors())
    assert nothing_was_decided(weak)


def refuse_the_superior(**fields):
    raise ValidationError({"reports_to": "Nobody reports to themselves."})


def test_a_score_changed_meanwhile_is_shown_before_anybody_decides_on_it(as_, world, position):
    page = as_("top").get(at(position)).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', page).group(1)
    world.scorecard.scores.filter(level=4).update(level=1)
    answer = as_("top").post(at(position), content(world, seen=seen))
    assert answer.status_code == 422
    assert "The ranking changed since you opened this page." in answer.content.decode()
    assert REASON in answer.content.decode()
    assert nothing_was_decided(position)
    seen = re.search(r'name="seen" value="(\w+)"', answer.content.decode()).group(1)
    assert as_("top").post(at(position), content(world, seen=seen)).status_code == 302


@pytest.mark.parametrize("seen", ["", "another"])
def test_nobody_decides_without_the_ranking_that_stands(as_, world, position, seen):
    answer = as_("top").post(at(position), content(world, seen=seen))
    assert answer.status_code == 422
    assert "The ranking changed since you opened this page." in answer.content.decode()
    assert nothing_was_decided(position)


def test_a_score_changed_between_the_forms_look_and_the_deed_is_a_conflict(
    as_, world, position, monkeypatch
):
    def change(form):
        world.scorecard.scores.filter(level=4).update(level=1)

    monkeypatch.setattr("candidates.forms.deciding.DecisionForm._clean_planned", change)
    answer = as_("top").post(at(position), content(world))
    assert answer.status_code == 409
    assert "The ranking changed since you opened this page." in answer.content.decode()
    assert REASON in answer.content.decode()
    assert nothing_was_decided(position)


def test_decided_meanwhile_the_second_decision_is_kept_on_the_page(as_, world, position):
    as_("top").post(at(position), content(world))
    other = content(world, candidate=world.insider.pk, reason="My own long words.")
    answer = as_("top").post(at(position), other)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Top decided meanwhile: Nadia Haddad was chosen." in page
    for kept in ("My own long words.", "Candidate", "Influence: leads across", other["starts_on"]):
        assert kept in page
    assert Decision.objects.count() == 1


def test_a_filled_position_offers_no_second_decision(as_, world, position):
    as_("top").post(at(position), content(world))
    answer = as_("top").get(at(position))
    assert answer.status_code == 403
    assert "only a reversal opens it again" in answer.content.decode()


def test_a_cancelled_position_says_so(as_, world, position):
    position.cancel(by=world.hr, reason="The line moves to another plant.")
    answer = as_("top").get(at(position))
    assert answer.status_code == 403
    assert "The position is cancelled." in answer.content.decode()


@pytest.mark.parametrize(
    "last_step", ["value_streams.models.Appointment.save", "candidates.models.decision.record"]
)
def test_when_the_last_step_fails_nothing_is_half_saved(
    as_, world, position, monkeypatch, last_step
):
    def fail(*args, **kwargs):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(last_step, fail)
    with pytest.raises(RuntimeError):
        as_("top").post(at(position), content(world))
    assert nothing_was_decided(position)
    assert not User.objects.filter(email=world.nominee.email).exists()


def test_a_text_that_looks_like_markup_stays_text(as_, world, position):
    hostile = '<script>alert(1)</script> =1+1 {{ form }} #eval("1")'
    as_("top").post(at(position), content(world, reason=hostile))
    page = as_("top").get(reverse("position_record", args=[position.pk])).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; =1+1 {{ form }}" in page
