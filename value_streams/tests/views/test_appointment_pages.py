"""Reading an appointment, changing its terms, ending it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from value_streams.models import Appointment, Authority, State
from vsm_portal.accounts.models import User
from vsm_portal.audit.models import Event

SECRET = "In the post before the portal came."


@pytest.fixture
def url(company):
    return reverse("appointment_detail", args=[company.appointment.pk])


@pytest.fixture
def edit(company):
    return reverse("appointment_edit", args=[company.appointment.pk])


@pytest.fixture
def end(company):
    return reverse("appointment_end", args=[company.appointment.pk])


def plan(company, **changed):
    """Somebody planned for the stream that nobody leads."""
    fields = {
        "stream": company.vacant_stream,
        "manager": company.chair,
        "authority": Authority.MONITOR,
        "reports_to": company.top,
        "starts_on": company.plant.today() + timedelta(days=20),
        "reason": "Agreed long ago.",
    }
    return Appointment.open(by=company.hr, **fields | changed)


def terms(company, **changed):
    return {
        "authority": "profit_and_loss",
        "reports_to": company.executive.pk,
        "adviser": "",
        "from_function": "Logistics",
        "way_back": "",
        "version": 1,
        **changed,
    }


# -- reading


def test_the_heading_says_who_has_led_what_since_when(as_, url):
    assert "<h1>Manager has led Steering brackets since" in as_("hr").get(url).content.decode()


@pytest.mark.parametrize("who", ["hr", "top", "manager"])
def test_the_reason_is_read_by_those_who_appoint_and_by_the_manager(as_, url, who):
    assert SECRET in as_(who).get(url).content.decode()


@pytest.mark.parametrize(
    "who", ["executive", "other_manager", "adviser", "administrator", "head_hr"]
)
def test_other_readers_do_not_read_the_reason(as_, url, who):
    page = as_(who).get(url)
    assert page.status_code == 200
    assert SECRET not in page.content.decode()


def test_a_former_manager_reads_their_own_and_no_way_leads_to_the_stream(as_, company, url):
    company.appointment.end(by=company.top, on=company.plant.today(), reason="Back to quality.")
    page = as_("manager").get(url).content.decode()
    assert "Manager led Steering brackets from" in page
    assert "Back to quality." in page
    assert reverse("stream_detail", args=[company.stream.pk]) not in page


def test_the_successor_does_not_read_why_the_predecessor_left(as_, company, url):
    company.appointment.end(by=company.top, on=company.plant.today(), reason="Back to quality.")
    plan(company, stream=company.stream, starts_on=company.plant.today())
    page = as_("chair").get(url)
    assert page.status_code == 200
    assert "Back to quality." not in page.content.decode()


def test_outsiders_learn_nothing_and_strangers_sign_in(as_, client, company, url, edit, end):
    for address in (url, edit, end):
        for who in ("outsider", "assessor", "chair"):
            assert as_(who).get(address).status_code == 404
        client.logout()
        assert client.get(address).url.startswith(reverse("account_login"))
    assert as_("hr").post(url).status_code == 405


# -- changing its terms


@pytest.mark.parametrize("who", ["hr", "top"])
def test_hr_and_the_top_person_change_the_terms(as_, company, edit, who):
    assert as_(who).post(edit, terms(company)).status_code == 302
    company.appointment.refresh_from_db()
    assert company.appointment.authority == Authority.PROFIT_AND_LOSS
    assert company.appointment.adviser is None
    assert company.appointment.manager == company.manager
    fields = Event.objects.filter(action="appointment.edited").get().details["fields"]
    assert fields == ["authority", "reports_to", "adviser", "from_function"]


def test_the_manager_stays_whoever_is_posted(as_, company, edit):
    as_("hr").post(edit, terms(company, manager=company.hr.pk, starts_on="2020-01-01"))
    company.appointment.refresh_from_db()
    assert company.appointment.manager == company.manager


def test_the_manager_cannot_become_their_own_superior(as_, company, edit):
    answer = as_("hr").post(edit, terms(company, reports_to=company.manager.pk))
    assert answer.status_code == 422
    assert "Nobody reports to themselves." in answer.content.decode()


def test_an_adviser_who_left_stays_named_until_somebody_changes_it(as_, company, edit):
    User.objects.filter(pk=company.adviser.pk).update(is_active=False)
    assert as_("hr").post(edit, terms(company, adviser=company.adviser.pk)).status_code == 302


def test_of_two_who_save_the_second_sees_both_texts(as_, company, edit):
    as_("hr").post(edit, terms(company, way_back="Quality, 2028"))
    answer = as_("top").post(edit, terms(company, way_back="Production, 2030"))
    assert answer.status_code == 409
    assert "Quality, 2028" in answer.content.decode()
    assert "Production, 2030" in answer.content.decode()


def test_terms_are_not_changed_on_an_appointment_that_ended_meanwhile(as_, company, edit):
    stale = terms(company)
    company.appointment.end(by=company.top, on=company.plant.today(), reason="Moved on.")
    answer = as_("hr").post(edit, stale)
    assert answer.status_code == 403
    assert "has ended" in answer.content.decode()


def test_readers_may_not_change_it(as_, company, edit):
    for who in ("executive", "manager", "other_manager", "adviser", "administrator", "head_hr"):
        for method in ("get", "post"):
            answer = getattr(as_(who), method)(edit, terms(company))
            assert answer.status_code == 403
            assert "HR of the site and its top person change" in answer.content.decode()
    company.appointment.refresh_from_db()
    assert company.appointment.authority == Authority.INFLUENCE


# -- ending a current one


def test_the_top_person_ends_a_current_appointment(as_, company, end, url):
    day = company.plant.today() - timedelta(days=2)
    answer = as_("top").post(end, {"ended_on": day.isoformat(), "reason": "Back to quality."})
    assert answer.url == url
    company.appointment.refresh_from_db()
    assert company.appointment.state == State.ENDED
    assert company.appointment.ended_on == day
    assert company.appointment.end_reason == "Back to quality."
    assert Event.objects.get(action="appointment.ended").actor == company.top


def test_hr_may_not_end_a_current_one(as_, company, end, url):
    answer = as_("hr").post(end, {"ended_on": "2026-01-01", "reason": "No."})
    assert answer.status_code == 403
    sentence = "Only the top person of the site ends a current appointment."
    assert sentence in answer.content.decode()
    assert sentence in as_("hr").get(url).content.decode()
    company.appointment.refresh_from_db()
    assert company.appointment.state == State.CURRENT


@pytest.mark.parametrize(
    ("days", "sentence"),
    [(1, "The last day lies in the future"), (-201, "The last day lies before the first day.")],
)
def test_the_last_day_lies_between_the_first_and_today(as_, company, end, days, sentence):
    day = company.plant.today() + timedelta(days=days)
    answer = as_("top").post(end, {"ended_on": day.isoformat(), "reason": "Kept text"})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Kept text" in answer.content.decode()
    company.appointment.refresh_from_db()
    assert company.appointment.state == State.CURRENT


def test_ending_needs_a_reason_and_a_day_that_exists(as_, company, end):
    answer = as_("top").post(end, {"ended_on": "31 November 2026", "reason": " "})
    assert set(answer.context["form"].errors) == {"ended_on", "reason"}
    assert 'value="31 November 2026"' in answer.content.decode()


def test_what_has_ended_does_not_end_again(as_, company, end):
    content = {"ended_on": company.plant.today().isoformat(), "reason": "Moved on."}
    as_("top").post(end, content)
    answer = as_("top").post(end, content)
    assert answer.status_code == 403
    assert "has ended already" in answer.content.decode()


# -- calling off a planned one


@pytest.mark.parametrize("who", ["hr", "top"])
def test_hr_and_the_top_person_call_off_a_planned_one(as_, company, who):
    planned = plan(company)
    end = reverse("appointment_end", args=[planned.pk])
    assert "Call off" in as_(who).get(end).content.decode()
    assert as_(who).post(end, {"reason": "Stays in quality."}).status_code == 302
    planned.refresh_from_db()
    assert planned.was_called_off
    page = as_(who).get(reverse("appointment_detail", args=[planned.pk])).content.decode()
    assert "Chair was planned for Wheel-bearing rings from" in page


def test_one_called_off_on_its_first_day_has_still_not_begun(as_, company):
    planned = plan(company)
    Appointment.objects.filter(pk=planned.pk).update(starts_on=company.plant.today())
    as_("hr").post(reverse("appointment_end", args=[planned.pk]), {"reason": "Stays."})
    planned.refresh_from_db()
    assert planned.was_called_off


def test_one_from_a_decision_is_called_off_only_with_the_decision(as_, company):
    planned = plan(company, reason="")
    end = reverse("appointment_end", args=[planned.pk])
    for who in ("hr", "top"):
        answer = as_(who).post(end, {"reason": "No."})
        assert answer.status_code == 403
        assert "reversing that decision calls it off" in answer.content.decode()
    planned.refresh_from_db()
    assert planned.state == State.PLANNED


def test_readers_may_not_call_it_off(as_, company):
    planned = plan(company)
    end = reverse("appointment_end", args=[planned.pk])
    for who in ("executive", "manager", "administrator", "head_executive", "chair"):
        assert as_(who).post(end, {"reason": "No."}).status_code == 403
    planned.refresh_from_db()
    assert planned.state == State.PLANNED
