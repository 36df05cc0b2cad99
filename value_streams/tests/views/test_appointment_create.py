from datetime import timedelta

import pytest
from django.urls import reverse

from value_streams.models import Appointment, State
from vsm_portal.accounts.models import User
from vsm_portal.audit.models import Event
from vsm_portal.testing.cast import person


@pytest.fixture
def url(company):
    """Recording for the stream that nobody leads."""
    return reverse("appointment_create", args=[company.vacant_stream.pk])


def entry(company, **changed):
    return {
        "manager": company.chair.pk,
        "starts_on": (company.plant.today() - timedelta(days=100)).isoformat(),
        "authority": "influence",
        "reports_to": company.top.pk,
        "adviser": company.adviser.pk,
        "from_function": "Assembly",
        "way_back": "Head of quality, 2029",
        "reason": "In the post since spring.",
        **changed,
    }


def offered_by(page):
    """The ids that can be chosen as manager."""
    return {key for key, _label in page.context["form"].fields["manager"].choices}


@pytest.mark.parametrize("who", ["hr", "top"])
def test_hr_and_the_top_person_record_who_leads_already(as_, company, url, who):
    answer = as_(who).post(url, entry(company))
    appointment = company.vacant_stream.appointments.get()
    assert answer.url == reverse("appointment_detail", args=[appointment.pk])
    assert appointment.state == State.CURRENT
    assert appointment.way_back == "Head of quality, 2029"
    event = Event.objects.about(appointment).get()
    assert (event.action, event.details) == ("appointment.recorded", {"state": "current"})


def test_a_first_day_today_is_current_and_tomorrow_is_planned(as_, company, url):
    today = company.plant.today()
    as_("hr").post(url, entry(company, starts_on=today.isoformat()))
    tomorrow = (today + timedelta(days=1)).isoformat()
    as_("hr").post(url, entry(company, starts_on=tomorrow))
    states = company.vacant_stream.appointments.values_list("state", flat=True)
    assert sorted(states) == ["current", "planned"]


def test_today_is_the_day_at_the_site(as_, company, url, time_machine):
    company.plant.time_zone = "Pacific/Kiritimati"  # 14 hours ahead
    company.plant.save()
    time_machine.move_to("2026-11-30T11:00:00Z", tick=False)  # 1 December, 01:00 there
    as_("hr").post(url, entry(company, starts_on="2026-12-01"))
    assert company.vacant_stream.appointments.get().state == State.CURRENT


def test_the_form_proposes_the_top_person_and_explains_the_authorities(as_, company, url):
    page = as_("hr").get(url).content.decode()
    assert f'<option value="{company.top.pk}" selected>Top, top@example.com</option>' in page
    assert "Profit and loss: decides, and answers for the result" in page
    assert "---" not in page.split('name="authority"')[1].split("</fieldset>")[0]


def test_a_second_current_manager_is_refused_at_the_field_and_nothing_typed_is_lost(as_, company):
    url = reverse("appointment_create", args=[company.stream.pk])
    answer = as_("hr").post(url, entry(company))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert answer.context["form"].errors == {
        "starts_on": ["This stream already has a current manager."]
    }
    assert "In the post since spring." in page
    assert "Head of quality, 2029" in page
    assert company.stream.appointments.count() == 1


def test_a_successor_can_be_planned_while_somebody_leads(as_, company):
    url = reverse("appointment_create", args=[company.stream.pk])
    later = (company.plant.today() + timedelta(days=40)).isoformat()
    assert as_("hr").post(url, entry(company, starts_on=later)).status_code == 302
    assert company.stream.appointments.get(manager=company.chair).state == State.PLANNED
    refused = as_("hr").get(url)
    assert refused.status_code == 403
    assert "one of them ends first" in refused.content.decode()


def test_a_second_planned_one_is_refused_at_the_field(as_, company, url):
    later = (company.plant.today() + timedelta(days=40)).isoformat()
    as_("hr").post(url, entry(company, starts_on=later))
    form = as_("hr").post(url, entry(company, starts_on=later)).context["form"]
    assert form.errors == {"starts_on": ["Somebody is already planned for this stream."]}


def test_nobody_reports_to_or_advises_themselves(as_, company, url):
    chair = company.chair.pk
    form = as_("hr").post(url, entry(company, reports_to=chair, adviser=chair)).context["form"]
    assert form.errors["reports_to"] == ["Nobody reports to themselves."]
    form = as_("hr").post(url, entry(company, adviser=chair)).context["form"]
    assert form.errors["adviser"] == ["An adviser is somebody else."]
    assert not company.vacant_stream.appointments.exists()


def test_a_day_that_does_not_exist_stays_as_typed_and_is_explained(as_, company, url):
    answer = as_("hr").post(url, entry(company, starts_on="31 November 2026"))
    page = answer.content.decode()
    assert answer.context["form"].errors["starts_on"] == ["November 2026 has 30 days."]
    assert 'value="31 November 2026"' in page
    assert '<input type="text" name="starts_on"' in page


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("reason", ""),
        ("reason", "   "),
        ("reason", "x" * 2001),
        ("authority", ""),
        ("authority", "king"),
        ("manager", ""),
        ("manager", "999999"),
        ("starts_on", ""),
        ("starts_on", "soon"),
        ("starts_on", "0026-11-01"),
        ("way_back", "x" * 201),
    ],
)
def test_bad_input_says_why_at_the_field_and_saves_nothing(as_, company, url, field, value):
    answer = as_("hr").post(url, entry(company, **{field: value}))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert not Appointment.objects.filter(stream=company.vacant_stream).exists()


def test_people_of_another_company_and_people_who_left_are_not_offered(as_, company, url):
    User.objects.filter(pk=company.second_assessor.pk).update(is_active=False)
    offered = offered_by(as_("hr").get(url))
    assert company.outsider.pk not in offered
    assert company.second_assessor.pk not in offered
    assert {company.chair.pk, company.assessor.pk, company.head_executive.pk} <= offered
    assert as_("hr").post(url, entry(company, manager=company.outsider.pk)).status_code == 422


def test_who_belongs_to_both_companies_is_offered(as_, company, url):
    company.plant.memberships.create(user=company.outsider, role="hr")
    offered = offered_by(as_("hr").get(url))
    assert company.outsider.pk in offered


def test_the_number_of_queries_does_not_depend_on_the_number_of_people(as_, company, queries, url):
    client = as_("hr")
    few = queries(lambda: client.get(url))
    for n in range(30):
        person(f"colleague_{n}")
    assert queries(lambda: client.get(url)) == few


def test_readers_are_refused_with_the_reason(as_, company):
    url = reverse("appointment_create", args=[company.stream.pk])
    for who in ("executive", "manager", "other_manager", "adviser", "administrator", "head_hr"):
        for method in ("get", "post"):
            answer = getattr(as_(who), method)(url, entry(company))
            assert answer.status_code == 403
            assert "HR of the site and its top person record" in answer.content.decode()
    assert company.stream.appointments.count() == 1


def test_an_outsider_learns_nothing_and_a_stranger_signs_in(as_, client, company, url):
    assert as_("outsider").post(url, entry(company)).status_code == 404
    client.logout()
    assert client.post(url, entry(company)).url.startswith(reverse("account_login"))
    assert as_("hr").delete(url).status_code == 405
