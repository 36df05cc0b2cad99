"""Adding a stream and changing it."""

import pytest
from django.urls import reverse

from value_streams.models import Family, ValueStream
from vsm_portal.audit.models import Event

NEW = reverse("stream_create")


def entry(company, **changed):
    return {
        "site": company.plant.pk,
        "name": "Clutch discs",
        "level": "plant",
        "family": "",
        "begins_with": "Blanks at goods-in",
        "ends_with": "",
        **changed,
    }


@pytest.fixture
def url(company):
    return reverse("stream_edit", args=[company.stream.pk])


def change(company, **changed):
    content = entry(company, name="Steering brackets", family=company.family.pk, version=1)
    return {**content, **changed}


# -- adding


def test_an_executive_adds_a_stream_and_lands_on_it(as_, company):
    answer = as_("executive").post(NEW, entry(company))
    stream = ValueStream.objects.get(name="Clutch discs")
    assert answer.url == reverse("stream_detail", args=[stream.pk])
    assert stream.begins_with == "Blanks at goods-in"
    assert Event.objects.about(stream).get().action == "stream.entered"


def test_only_sites_one_leads_can_be_chosen(as_, company):
    page = as_("executive").get(NEW).content.decode()
    assert "Plainfield plant" in page
    assert "Unrelated works" not in page
    answer = as_("executive").post(NEW, entry(company, site=company.foreign.pk))
    assert answer.status_code == 422
    assert not ValueStream.objects.filter(name="Clutch discs").exists()


def test_the_top_person_of_two_sites_chooses_one(as_, company):
    company.sister.top_person = company.top
    company.sister.save()
    page = as_("top").get(NEW).content.decode()
    assert "Rivera plant" in page
    assert as_("top").post(NEW, entry(company, site=company.sister.pk)).status_code == 302


def test_a_name_given_twice_is_refused_at_the_field_and_everything_typed_stays(as_, company):
    answer = as_("executive").post(NEW, entry(company, name="Seat rails"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert answer.context["form"].errors["name"] == [
        "This site already has a value stream of this name."
    ]
    assert "Blanks at goods-in" in page
    assert ValueStream.objects.filter(name="Seat rails").count() == 1


def test_the_same_name_at_another_site_is_another_stream(as_, company):
    company.sister.top_person = company.top
    company.sister.save()
    data = entry(company, name="Seat rails", site=company.sister.pk)
    assert as_("top").post(NEW, data).status_code == 302


def test_a_family_of_another_site_is_refused(as_, company):
    company.sister.top_person = company.top
    company.sister.save()
    data = entry(company, site=company.sister.pk, family=company.family.pk)
    form = as_("top").post(NEW, data).context["form"]
    assert form.errors["family"] == ["This product family belongs to another site."]


def test_families_of_strangers_are_not_offered(as_, company):
    Family.objects.create(site=company.foreign, name="Secret family")
    assert "Secret family" not in as_("executive").get(NEW).content.decode()


@pytest.mark.parametrize(
    ("field", "value"), [("name", ""), ("name", "x" * 121), ("level", "galaxy"), ("site", "x")]
)
def test_bad_input_says_why_at_the_field_and_saves_nothing(as_, company, field, value):
    before = ValueStream.objects.count()
    answer = as_("executive").post(NEW, entry(company, **{field: value}))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert ValueStream.objects.count() == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_leads_no_site_is_refused_with_the_reason(as_, company, method):
    for who in ("hr", "manager", "administrator", "chair"):
        answer = getattr(as_(who), method)(NEW, entry(company))
        assert answer.status_code == 403
        assert "Only an executive of a site may add a value stream." in answer.content.decode()
    assert not ValueStream.objects.filter(name="Clutch discs").exists()


def test_nobody_signed_in_is_sent_to_the_sign_in_page(client, company, url):
    for address in (NEW, url):
        assert client.post(address, entry(company)).url.startswith(reverse("account_login"))


def test_no_other_method_is_taken(as_, url):
    assert as_("executive").delete(NEW).status_code == 405
    assert as_("executive").put(url).status_code == 405


# -- changing


@pytest.mark.parametrize("who", ["executive", "manager", "top"])
def test_who_may_change_it_does_so(as_, company, url, who):
    answer = as_(who).post(url, change(company, ends_with="Customer's line"))
    company.stream.refresh_from_db()
    assert answer.url == reverse("stream_detail", args=[company.stream.pk])
    assert company.stream.ends_with == "Customer's line"
    assert company.stream.version == 2
    event = Event.objects.about(company.stream).get()
    assert event.details["fields"] == ["begins_with", "ends_with"]


@pytest.mark.parametrize(
    "who", ["hr", "other_manager", "adviser", "administrator", "head_executive"]
)
def test_who_only_reads_it_is_refused_with_the_reason(as_, company, url, who):
    answer = as_(who).post(url, change(company, name="Mine"))
    assert answer.status_code == 403
    assert "manager may change it." in answer.content.decode()
    company.stream.refresh_from_db()
    assert company.stream.name == "Steering brackets"


def test_an_outsider_learns_nothing(as_, company, url):
    assert as_("outsider").get(url).status_code == 404
    assert as_("outsider").post(url, change(company)).status_code == 404


def test_a_name_taken_by_a_neighbour_is_refused_at_the_field(as_, company, url):
    answer = as_("executive").post(url, change(company, name="Seat rails"))
    assert answer.status_code == 422
    assert "name" in answer.context["form"].errors
    company.stream.refresh_from_db()
    assert company.stream.name == "Steering brackets"


def test_of_two_who_save_the_second_sees_both_texts_and_overwrites_nothing(as_, company, url):
    assert as_("executive").post(url, change(company, name="Hers")).status_code == 302
    answer = as_("manager").post(url, change(company, name="Mine"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Hers" in page
    assert "Mine" in page
    company.stream.refresh_from_db()
    assert company.stream.name == "Hers"


def test_without_the_version_nothing_is_saved(as_, company, url):
    data = change(company, name="Mine")
    del data["version"]
    assert as_("executive").post(url, data).status_code == 422
