import pytest
from django.urls import reverse

from value_streams.models import Family, ValueStream
from vsm_portal.audit.models import Event

LIST = reverse("family_list")
NEW = reverse("family_create")


@pytest.fixture
def url(company):
    return reverse("family_detail", args=[company.family.pk])


@pytest.fixture
def edit(company):
    return reverse("family_edit", args=[company.family.pk])


def entry(company, **changed):
    return {"site": company.plant.pk, "name": "Rails", "products": "R-1\n\nR-2\n", **changed}


# -- the list


def test_the_list_counts_families_and_those_without_a_stream(as_, company):
    Family.objects.create(site=company.plant, name="Rails")
    page = as_("hr").get(LIST).content.decode()
    assert "<h1>2 product families, 1 has no value stream</h1>" in page
    assert "Steering brackets" in page


def test_a_family_of_two_streams_stands_in_the_list_once(as_, company):
    ValueStream.objects.create(site=company.plant, name="Second", family=company.family)
    for who in ("hr", "manager", "adviser"):
        assert as_(who).get(LIST).content.decode().count('<th scope="row">') == 1


def test_an_adviser_reads_the_family_but_not_its_other_streams(as_, company, url):
    ValueStream.objects.create(site=company.plant, name="Second", family=company.family)
    for address in (LIST, url):
        page = as_("adviser").get(address).content.decode()
        assert "Steering brackets" in page
        assert "Second" not in page


def test_a_family_says_in_which_matrix_it_was_confirmed(as_, company, url):
    page = as_("adviser").get(url).content.decode()
    assert "It was not confirmed from a product matrix." in page
    proposal = company.proposal
    names = [
        "Brackets" if "Weld" in each.steps else "Rails" for each in proposal.figures().families
    ]
    proposal.confirm(names, by=company.executive, version=proposal.version)
    page = as_("adviser").get(url).content.decode()
    assert "Confirmed by Executive on" in page
    assert reverse("proposal_detail", args=[proposal.pk]) in page
    assert as_("adviser").get(reverse("proposal_detail", args=[proposal.pk])).status_code == 200


def test_another_manager_of_the_site_reads_it(as_, url):
    assert as_("other_manager").get(url).status_code == 200


def test_the_empty_list_says_what_to_do_next(as_, company):
    ValueStream.objects.update(family=None)
    Family.objects.all().delete()
    page = as_("executive").get(LIST).content.decode()
    assert "<h1>No product family yet</h1>" in page
    assert NEW in page


def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(as_, company, queries):
    client = as_("executive")
    counts = {}
    for rows in (1, 3, 100):
        for n in range(Family.objects.count(), rows):
            family = Family.objects.create(site=company.plant, name=f"Family {n}")
            ValueStream.objects.create(site=company.plant, name=f"Stream {n}", family=family)
        counts[rows] = queries(lambda: client.get(LIST))
    assert len(set(counts.values())) == 1, counts
    assert client.get(LIST).content.decode().count('<th scope="row">') == 50


# -- one family


def test_the_heading_names_the_streams(as_, url):
    assert "<h1>Brackets: made by Steering brackets</h1>" in as_("hr").get(url).content.decode()


def test_products_are_the_lines_that_say_something(as_, company, url):
    Family.objects.update(products="B-1\n  \n B-2\r\n<b>B-3</b>")
    page = as_("hr").get(url).content.decode()
    assert "3 products" in page
    assert "<li>&lt;b&gt;B-3&lt;/b&gt;</li>" in page


def test_a_reader_sees_why_the_button_is_off(as_, url):
    assert "managers of the family&#x27;s streams" in as_("hr").get(url).content.decode()


# -- adding and changing


def test_an_executive_adds_a_family(as_, company):
    answer = as_("executive").post(NEW, entry(company))
    family = Family.objects.get(name="Rails")
    assert answer.url == reverse("family_detail", args=[family.pk])
    assert family.product_list == ["R-1", "R-2"]
    assert family.created_by == company.executive
    assert Event.objects.about(family).get().action == "family.entered"


def test_a_name_given_twice_is_refused_at_the_field(as_, company, edit):
    answer = as_("executive").post(NEW, entry(company, name="Brackets"))
    assert answer.status_code == 422
    assert answer.context["form"].errors["name"] == [
        "This site already has a product family of this name."
    ]
    Family.objects.create(site=company.plant, name="Rails")
    assert as_("executive").post(edit, entry(company, version=1)).status_code == 422
    assert Family.objects.filter(name="Rails").count() == 1


def test_a_family_at_a_site_one_does_not_lead_is_refused(as_, company):
    answer = as_("executive").post(NEW, entry(company, site=company.foreign.pk))
    assert answer.status_code == 422
    assert not Family.objects.filter(name="Rails").exists()


@pytest.mark.parametrize("who", ["executive", "top", "manager"])
def test_who_may_change_it_does_so(as_, company, edit, who):
    answer = as_(who).post(edit, {"name": "Brackets", "products": "B-9", "version": 1})
    assert answer.status_code == 302
    company.family.refresh_from_db()
    assert company.family.products == "B-9"


def test_of_two_who_save_the_second_sees_both_texts(as_, company, edit):
    as_("executive").post(edit, {"name": "Brackets", "products": "B-1", "version": 1})
    answer = as_("manager").post(edit, {"name": "Brackets", "products": "B-2", "version": 1})
    assert answer.status_code == 409
    assert "B-1" in answer.content.decode()
    assert "B-2" in answer.content.decode()


def test_who_may_not_is_refused_with_the_reason(as_, company, edit):
    for who in ("hr", "other_manager", "adviser", "administrator", "head_hr"):
        refused = as_(who).post(edit, {"name": "Mine", "version": 1})
        assert refused.status_code == 403
        assert "streams may change it." in refused.content.decode()
        assert as_(who).post(NEW, entry(company)).status_code == 403
    company.family.refresh_from_db()
    assert company.family.name == "Brackets"
    assert not Family.objects.filter(name="Rails").exists()


def test_an_outsider_learns_nothing_and_a_stranger_signs_in(as_, client, company, url, edit):
    for address in (url, edit):
        assert as_("outsider").get(address).status_code == 404
        assert as_("assessor").get(address).status_code == 404
    assert "Brackets" not in as_("outsider").get(LIST).content.decode()
    client.logout()
    for address in (LIST, NEW, url, edit):
        assert client.get(address).url.startswith(reverse("account_login"))


def test_pages_for_reading_refuse_a_post(as_, url):
    assert as_("executive").post(url).status_code == 405
    assert as_("executive").post(LIST).status_code == 405
