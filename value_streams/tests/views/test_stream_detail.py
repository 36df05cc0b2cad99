from datetime import timedelta

import pytest
from django.urls import reverse

from value_streams.models import Appointment, Authority, CustomerRequirement


@pytest.fixture
def url(company):
    return reverse("stream_detail", args=[company.stream.pk])


def test_the_heading_says_who_leads_it(as_, url):
    assert "<h1>Manager leads Steering brackets</h1>" in as_("hr").get(url).content.decode()


def test_the_heading_says_that_nobody_leads_it(as_, company):
    url = reverse("stream_detail", args=[company.vacant_stream.pk])
    page = as_("hr").get(url).content.decode()
    assert "<h1>Wheel-bearing rings has no manager</h1>" in page
    assert "Nobody answers for this stream now." in page


def test_the_heading_names_who_follows(as_, company, url):
    Appointment.open(
        by=company.hr,
        stream=company.stream,
        manager=company.chair,
        authority=Authority.MONITOR,
        reports_to=company.top,
        starts_on=company.plant.today() + timedelta(days=30),
    )
    page = as_("hr").get(url).content.decode()
    assert "Manager leads Steering brackets; Chair follows on" in page


def test_it_shows_authority_adviser_and_that_a_manager_came_before(as_, company, url):
    company.appointment.end(by=company.top, on=company.plant.today(), reason="Moved on.")
    page = as_("hr").get(url).content.decode()
    assert "Before" in page
    assert "Moved on." not in page
    other = reverse("stream_detail", args=[company.other_stream.pk])
    assert "Monitor: sees and reports, others decide" in as_("hr").get(other).content.decode()


def test_reporting_to_the_top_person_is_no_warning(as_, url):
    assert "not the top person" not in as_("hr").get(url).content.decode()


def test_reporting_to_somebody_else_is_a_warning(as_, company, url):
    Appointment.objects.filter(pk=company.appointment.pk).update(reports_to=company.executive)
    page = as_("hr").get(url).content.decode()
    assert "not the top person of the site, Top" in page


def test_requirements_are_counted_by_whether_they_are_met(as_, company, url):
    Met = CustomerRequirement.Met
    company.stream.requirements.create(what="Price", target="−3 % a year", met=Met.MET)
    company.stream.requirements.create(what="Defects", target="below 20 ppm", met=Met.NOT_MET)
    page = as_("hr").get(url).content.decode()
    assert "Customer requirements: 1 of 3 is met, 1 is not known" in page
    assert "−3 % a year" in page


def test_without_requirements_it_says_why_they_matter(as_, company):
    url = reverse("stream_detail", args=[company.vacant_stream.pk])
    assert "what the stream is measured on" in as_("executive").get(url).content.decode()


def test_hostile_text_is_only_text(as_, company, url):
    company.stream.requirements.create(what="<script>alert(1)</script>", target="1")
    page = as_("hr").get(url).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_nobody_signed_in_is_sent_to_the_sign_in_page(client, url):
    assert client.get(url).url.startswith(reverse("account_login"))


@pytest.mark.parametrize("who", ["outsider", "assessor", "chair", "second_assessor"])
def test_who_has_nothing_to_do_with_the_site_learns_nothing(as_, url, who):
    assert as_(who).get(url).status_code == 404


def test_an_adviser_of_one_stream_learns_nothing_of_the_next(as_, company):
    url = reverse("stream_detail", args=[company.other_stream.pk])
    assert as_("adviser").get(url).status_code == 404


def test_a_former_manager_reads_it_no_longer(as_, company, url):
    company.appointment.end(by=company.top, on=company.plant.today(), reason="Moved on.")
    assert as_("manager").get(url).status_code == 404


def test_what_one_may_not_do_is_off_with_the_reason(as_, url):
    page = as_("other_manager").get(url).content.decode()
    assert "change it." in page
    assert "Only HR of the site and its top person record appointments." in page


def test_a_post_is_refused(as_, url):
    assert as_("hr").post(url).status_code == 405


def test_the_number_of_queries_does_not_depend_on_requirements_and_former_managers(
    as_, company, queries, url
):
    client = as_("executive")
    few = queries(lambda: client.get(url))
    for n in range(20):
        company.stream.requirements.create(what=f"Requirement {n}", target="1")
        past = Appointment(
            stream=company.stream,
            manager=company.chair,
            state="ended",
            authority=Authority.MONITOR,
            reports_to=company.top,
            starts_on=company.plant.today() - timedelta(days=900 + n),
            ended_on=company.plant.today() - timedelta(days=900),
        )
        past.save()
    assert queries(lambda: client.get(url)) == few
