from datetime import timedelta

import pytest
from django.urls import reverse

from value_streams.models import Appointment, Authority, Family, ValueStream
from vsm_portal.testing.cast import person

URL = reverse("stream_list")


def test_the_heading_counts_streams_and_those_without_a_manager(as_):
    page = as_("hr").get(URL).content.decode()
    assert "<h1>3 streams, 1 has no manager</h1>" in page


def test_each_row_names_manager_and_planned_successor(as_, company):
    Appointment.open(
        by=company.hr,
        stream=company.stream,
        manager=company.assessor,
        authority=Authority.MONITOR,
        reports_to=company.top,
        starts_on=company.plant.today() + timedelta(days=3),
    )
    page = as_("executive").get(URL).content.decode()
    assert "<td>Manager</td>" in page
    assert "Assessor, from" in page
    assert page.count("vacant") == 1


def test_streams_without_a_manager_stand_first(as_):
    page = as_("hr").get(URL).content.decode()
    names = ["Wheel-bearing rings", "Seat rails", "Steering brackets"]
    assert names == sorted(names, key=page.index)


def test_nobody_signed_in_is_sent_to_the_sign_in_page(client, db):
    assert client.get(URL).url.startswith(reverse("account_login"))


def test_an_outsider_finds_only_their_own_streams(as_):
    page = as_("outsider").get(URL).content.decode()
    assert "Foreign stream" in page
    assert "Steering brackets" not in page
    assert "<h1>1 stream, 1 has no manager</h1>" in page


def test_an_adviser_finds_the_advised_stream_alone(as_):
    page = as_("adviser").get(URL).content.decode()
    assert "Steering brackets" in page
    assert "Seat rails" not in page


def test_a_manager_finds_all_streams_of_the_site(as_):
    assert "Wheel-bearing rings" in as_("manager").get(URL).content.decode()


def test_the_parent_reads_the_streams_of_its_children(as_):
    assert "Steering brackets" in as_("head_hr").get(URL).content.decode()


def test_somebody_without_streams_is_told_when_there_will_be_some(as_):
    page = as_("chair").get(URL).content.decode()
    assert "<h1>No value stream yet</h1>" in page
    assert "when you belong to a site" in page


def test_the_button_to_add_is_off_with_the_reason(as_):
    page = as_("hr").get(URL).content.decode()
    assert "Only an executive of a site may add a value stream." in page
    assert reverse("stream_create") not in page


def test_a_post_is_refused(as_):
    assert as_("hr").post(URL).status_code == 405


def test_with_several_sites_one_of_them_can_be_chosen(as_, company):
    ValueStream.objects.create(site=company.sister, name="Housings")
    client = as_("head_hr")
    both = client.get(URL).content.decode()
    one = client.get(URL, {"site": company.sister.pk}).content.decode()
    assert "All sites" in both
    assert "Housings" in one
    assert "Steering brackets" not in one
    assert "<h1>1 stream, 1 has no manager</h1>" in one


@pytest.mark.parametrize("site", ["all of them", "999999", "-1", "1e400"])
def test_a_site_that_cannot_be_chosen_is_said_and_hides_nothing(as_, company, site):
    ValueStream.objects.create(site=company.sister, name="Housings")
    answer = as_("head_hr").get(URL, {"site": site})
    assert answer.status_code == 200
    assert "Select a valid choice" in answer.content.decode()
    assert "Steering brackets" in answer.content.decode()


def test_another_companys_site_cannot_be_chosen(as_, company):
    ValueStream.objects.create(site=company.sister, name="Housings")
    page = as_("head_hr").get(URL, {"site": company.foreign.pk}).content.decode()
    assert "Foreign stream" not in page


def test_fifty_rows_stand_on_a_page(as_, company):
    add_streams(company, 60)
    client = as_("hr")
    assert client.get(URL).content.decode().count('<th scope="row">') == 50
    assert client.get(URL, {"page": "2"}).content.decode().count('<th scope="row">') == 13


def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(as_, company, queries):
    ValueStream.objects.exclude(pk=company.stream.pk).filter(appointments=None).delete()
    client = as_("executive")
    counts = {}
    for rows in (1, 3, 100):
        add_streams(company, rows - company.plant.streams.count())
        counts[rows] = queries(lambda: client.get(URL))
    assert len(set(counts.values())) == 1, counts


def add_streams(company, number):
    """Streams with a family, a manager and a successor each."""
    for n in range(company.plant.streams.count(), company.plant.streams.count() + number):
        family = Family.objects.create(site=company.plant, name=f"Family {n}")
        stream = ValueStream.objects.create(site=company.plant, name=f"Stream {n}", family=family)
        for days in (-1, 1):
            Appointment.open(
                by=None,
                stream=stream,
                manager=person(f"manager_{n}_{days}"),
                authority=Authority.MONITOR,
                reports_to=company.top,
                starts_on=company.plant.today() + timedelta(days=days),
            )
