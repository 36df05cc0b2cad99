import pytest

from vsm_portal.accounts.models import Membership, Role, User
from vsm_portal.audit.models import Event
from vsm_portal.outbox.models import Message
from vsm_portal.testing.cast import person
from vsm_portal.testing.page_frame import FRAME_QUERIES


@pytest.fixture
def admin(world, client):
    client.force_login(world.administrator)
    return client


def new(world, **changes):
    return {
        "name": "Nora Berg",
        "email": "Nora.Berg@Example.com",
        "time_zone": "Europe/Berlin",
        "language": "en",
        "site": world.plant.pk,
        "role": "hr",
        **changes,
    }


def test_the_heading_says_how_many_can_sign_in_and_who_has_no_role(world, admin):
    page = admin.get("/people/").content.decode()
    # of the plant: administrator, hr, executive, top, candidate; manager, other manager and adviser
    assert "8 people can sign in; 3 have no role yet" in page


@pytest.mark.parametrize("name", ["manager", "adviser", "top"])
def test_who_manages_advises_or_leads_belongs_to_the_site(world, name):
    assert world.people[name] in User.objects.administered_by(world.administrator)


@pytest.mark.parametrize("name", ["outsider", "head_hr", "assessor", "second_assessor"])
def test_people_of_other_sites_are_not_shown(world, admin, name):
    other = world.people[name]
    assert other.email not in admin.get("/people/").content.decode()
    assert admin.get(f"/people/{other.pk}/").status_code == 404


def test_an_administrator_of_the_head_office_sees_the_people_of_its_plants(world):
    Membership.objects.create(user=world.head_hr, site=world.head, role=Role.ADMINISTRATOR)
    assert {world.hr, world.assessor} <= set(User.objects.administered_by(world.head_hr))
    assert world.outsider not in User.objects.administered_by(world.head_hr)


@pytest.mark.parametrize("name", ["hr", "executive", "top", "manager", "outsider"])
def test_who_does_not_administer_the_site_finds_no_such_person(world, client, name):
    client.force_login(world.people[name])
    assert client.get(f"/people/{world.executive.pk}/").status_code == 404


def test_the_list_finds_by_name_and_address(world, admin):
    page = admin.get("/people/?q=adviser").content.decode()
    assert world.adviser.email in page
    assert world.hr.email not in page
    assert "Nobody of this name" in admin.get("/people/?q=zzz\0").content.decode()


@pytest.mark.parametrize("more", [0, 2, 99])
def test_the_list_asks_the_database_the_same_however_many_people(
    world, admin, django_assert_num_queries, more
):
    for number in range(more):
        somebody = person(f"extra_{number}")
        Membership.objects.create(user=somebody, site=world.plant, role=Role.HR)
    admin.get("/people/")
    with django_assert_num_queries(LIST_QUERIES):
        admin.get("/people/")


LIST_QUERIES = FRAME_QUERIES + 3


def test_an_invited_person_has_one_role_one_mail_and_no_password(world, admin):
    answer = admin.post("/people/new/", new(world))
    nora = User.objects.get(email="nora.berg@example.com")
    assert answer.url == f"/people/{nora.pk}/"
    assert [(m.site, m.role) for m in nora.memberships.all()] == [(world.plant, "hr")]
    assert not nora.has_usable_password()
    assert Message.objects.get(recipient=nora).kind == "account.invited"
    actions = Event.objects.filter(actor=world.administrator).values_list("action", flat=True)
    assert sorted(actions) == ["membership.given", "user.invited"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("email", "not an address"),
        ("email", "hr@example.com"),
        ("time_zone", "Europe/Nowhere"),
        ("role", "king"),
        ("site", "0"),
    ],
)
def test_a_refused_invitation_says_why_keeps_what_was_typed_and_saves_nothing(
    world, admin, field, value
):
    answer = admin.post("/people/new/", new(world, **{field: value}))
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert 'value="Nora Berg"' in answer.content.decode() or field == "name"
    assert not User.objects.filter(email__icontains="nora").exists()
    assert not Message.objects.filter(kind="account.invited").exists()


def test_nobody_is_invited_to_a_site_of_others(world, admin):
    answer = admin.post("/people/new/", new(world, site=world.sister.pk))
    assert answer.status_code == 422


def test_details_are_changed_and_the_trail_names_the_fields_only(world, admin):
    form = {"name": "Hanna Roth", "time_zone": "UTC", "language": "en", "version": 1}
    answer = admin.post(f"/people/{world.hr.pk}/edit/", form | {"email": world.hr.email})
    assert answer.status_code == 302
    event = Event.objects.get(action="user.edited")
    assert event.details == {"fields": ["name"]}


def test_two_people_changing_the_same_details_do_not_overwrite_each_other(world, admin):
    form = {"time_zone": "UTC", "language": "en", "version": 1, "email": world.hr.email}
    admin.post(f"/people/{world.hr.pk}/edit/", form | {"name": "First"})
    answer = admin.post(f"/people/{world.hr.pk}/edit/", form | {"name": "Second"})
    assert answer.status_code == 409
    assert "Second" in answer.content.decode()
    world.hr.refresh_from_db()
    assert world.hr.name == "First"


def test_a_wrong_address_is_corrected_until_the_first_sign_in(world, admin):
    admin.post("/people/new/", new(world))
    nora = User.objects.get(email="nora.berg@example.com")
    form = {"name": "Nora Berg", "time_zone": "UTC", "language": "en", "version": nora.version}
    admin.post(f"/people/{nora.pk}/edit/", form | {"email": "Nora.Bergh@example.com"})
    nora.refresh_from_db()
    assert nora.email == "nora.bergh@example.com"
    assert Message.objects.filter(recipient=nora).count() == 2


def test_an_address_is_fixed_after_the_first_sign_in(world, client):
    client.force_login(world.hr)  # a sign-in
    client.force_login(world.administrator)
    form = {"name": "Hr", "time_zone": "UTC", "language": "en", "version": 1}
    client.post(f"/people/{world.hr.pk}/edit/", form | {"email": "thief@example.com"})
    world.hr.refresh_from_db()
    assert world.hr.email == "hr@example.com"
    page = client.get(f"/people/{world.hr.pk}/edit/").content.decode()
    assert "The address is fixed since the first sign-in." in page
