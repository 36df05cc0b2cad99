import pytest
from django.urls import reverse

from value_streams.models import CustomerRequirement
from vsm_portal.audit.models import Event

ENTRY = {"what": "Delivered on time", "target": "99 %", "met": "met"}


@pytest.fixture
def new(company):
    return reverse("requirement_create", args=[company.vacant_stream.pk])


@pytest.fixture
def edit(company):
    return reverse("requirement_edit", args=[company.requirement.pk])


@pytest.fixture
def removal(company):
    return reverse("requirement_removal", args=[company.requirement.pk])


def test_an_executive_adds_what_the_customer_requires(as_, company, new):
    answer = as_("executive").post(new, ENTRY)
    requirement = company.vacant_stream.requirements.get()
    assert answer.url == reverse("stream_detail", args=[company.vacant_stream.pk])
    assert (requirement.target, requirement.met) == ("99 %", "met")
    assert Event.objects.about(requirement).get().site == company.plant


def test_the_manager_says_whether_it_is_met(as_, company, edit):
    assert as_("manager").post(edit, {**ENTRY, "met": "not_met", "version": 1}).status_code == 302
    company.requirement.refresh_from_db()
    assert company.requirement.met == "not_met"
    page = as_("hr").get(reverse("stream_detail", args=[company.stream.pk])).content.decode()
    assert "Customer requirements: 0 of 1 are met" in page


def test_the_manager_removes_one_and_the_trail_keeps_who(as_, company, removal):
    pk = company.requirement.pk
    answer = as_("manager").post(removal)
    assert answer.url == reverse("stream_detail", args=[company.stream.pk])
    assert not CustomerRequirement.objects.filter(pk=pk).exists()
    event = Event.objects.get(action="requirement.removed")
    assert (event.object_id, event.actor) == (pk, company.manager)


def test_removing_it_twice_finds_nothing(as_, removal):
    as_("manager").post(removal)
    assert as_("manager").post(removal).status_code == 404


def test_a_removal_is_never_a_link(as_, removal):
    assert as_("manager").get(removal).status_code == 405


def test_the_same_requirement_twice_is_refused_at_the_field(as_, company, edit):
    new = reverse("requirement_create", args=[company.stream.pk])
    answer = as_("executive").post(new, ENTRY)
    assert answer.status_code == 422
    assert answer.context["form"].errors["what"] == ["The stream already has this requirement."]
    other = company.stream.requirements.create(what="Price", target="−3 %")
    url = reverse("requirement_edit", args=[other.pk])
    assert as_("executive").post(url, {**ENTRY, "version": 1}).status_code == 422
    assert company.stream.requirements.count() == 2


@pytest.mark.parametrize(
    ("field", "value"), [("what", " "), ("target", ""), ("met", "perhaps"), ("what", "x" * 201)]
)
def test_bad_input_says_why_and_keeps_what_was_typed(as_, company, new, field, value):
    answer = as_("executive").post(new, {**ENTRY, field: value})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not company.vacant_stream.requirements.exists()
    if field != "target":
        assert "99 %" in answer.content.decode()


def test_of_two_who_save_the_second_sees_both_texts(as_, edit):
    as_("manager").post(edit, {**ENTRY, "target": "97 %", "version": 1})
    answer = as_("executive").post(edit, {**ENTRY, "target": "99.5 %", "version": 1})
    assert answer.status_code == 409
    assert "97 %" in answer.content.decode()
    assert "99.5 %" in answer.content.decode()


def test_who_only_reads_is_refused_with_the_reason(as_, company, edit, removal):
    new = reverse("requirement_create", args=[company.stream.pk])
    for who in ("hr", "other_manager", "adviser", "administrator", "head_executive"):
        for url in (new, edit, removal):
            answer = as_(who).post(url, {**ENTRY, "version": 1})
            assert answer.status_code == 403
            assert "manager may change it." in answer.content.decode()
    assert company.stream.requirements.count() == 1


def test_an_outsider_learns_nothing_and_a_stranger_signs_in(as_, client, company, edit, removal):
    new = reverse("requirement_create", args=[company.stream.pk])
    for url in (new, edit, removal):
        assert as_("outsider").post(url, ENTRY).status_code == 404
        client.logout()
        assert client.post(url, ENTRY).url.startswith(reverse("account_login"))
    assert company.stream.requirements.count() == 1
