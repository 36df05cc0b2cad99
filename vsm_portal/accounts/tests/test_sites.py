import pytest

from vsm_portal.accounts.models import Membership, Role, Site
from vsm_portal.audit.models import Event
from vsm_portal.testing.cast import person
from vsm_portal.testing.page_frame import FRAME_QUERIES


@pytest.fixture
def admin(world, client):
    client.force_login(world.administrator)
    return client


@pytest.fixture
def head_admin(world, client):
    somebody = person("head_administrator")
    Membership.objects.create(user=somebody, site=world.head, role=Role.ADMINISTRATOR)
    client.force_login(somebody)
    return client


def new(world, **changes):
    form = {"name": "Third plant", "parent": world.head.pk, "time_zone": "Europe/Berlin"}
    return form | {"language": "en", "currency": "EUR", "year_starts_in": 4} | changes


def settings_of(site, **changes):
    form = {"name": site.name, "parent": site.parent_id or "", "top_person": site.top_person_id}
    form |= {"time_zone": site.time_zone, "language": "en", "currency": "EUR", "year_starts_in": 1}
    return form | {"version": site.version} | changes


def test_the_list_holds_ones_own_sites_and_those_below(world, head_admin):
    page = head_admin.get("/sites/").content.decode()
    assert "You administer 3 sites" in page
    assert world.foreign.name not in page


@pytest.mark.parametrize("more", [0, 2, 99])
def test_the_list_asks_the_database_the_same_however_many_sites(
    world, head_admin, django_assert_num_queries, more
):
    for number in range(more):
        Site.objects.create(name=f"Site {number}", parent=world.head)
    head_admin.get("/sites/")
    with django_assert_num_queries(LIST_QUERIES):
        head_admin.get("/sites/")


LIST_QUERIES = FRAME_QUERIES + 2


@pytest.mark.parametrize("more", [0, 2, 99])
def test_a_site_asks_the_database_the_same_however_many_people(
    world, admin, django_assert_num_queries, more
):
    for number in range(more):
        Membership.objects.create(user=person(f"x{number}"), site=world.plant, role=Role.HR)
    admin.get(f"/sites/{world.plant.pk}/")
    with django_assert_num_queries(SITE_QUERIES):
        admin.get(f"/sites/{world.plant.pk}/")


SITE_QUERIES = FRAME_QUERIES + 3


@pytest.mark.parametrize("name", ["hr", "executive", "top", "manager", "outsider"])
def test_who_does_not_administer_the_site_finds_none(world, client, name):
    client.force_login(world.people[name])
    for path in ("", "edit/", "memberships/new/"):
        assert client.get(f"/sites/{world.plant.pk}/{path}").status_code == 404


def test_the_head_office_adds_a_plant(world, head_admin):
    answer = head_admin.post("/sites/new/", new(world))
    site = Site.objects.get(name="Third plant")
    assert (answer.url, site.parent) == (f"/sites/{site.pk}/", world.head)
    assert Event.objects.get(action="site.opened").site == site


def test_a_plant_adds_none_and_the_button_says_the_same(world, admin):
    reason = "Only an administrator of the head office adds a site."
    assert reason in admin.get("/sites/").content.decode()
    answer = admin.post("/sites/new/", new(world))
    assert answer.status_code == 403
    assert reason in answer.content.decode()
    assert not Site.objects.filter(name="Third plant").exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Plainfield plant"),
        ("name", ""),
        ("currency", "Euro"),
        ("year_starts_in", 13),
        ("parent", ""),
        ("time_zone", "x"),
    ],
)
def test_a_refused_site_says_why(world, head_admin, field, value):
    answer = head_admin.post("/sites/new/", new(world, **{field: value}))
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert Site.objects.count() == 4


def test_settings_change_with_their_field_names_in_the_trail(world, admin):
    answer = admin.post(f"/sites/{world.plant.pk}/edit/", settings_of(world.plant, currency="USD"))
    assert answer.status_code == 302
    assert Event.objects.get(action="site.edited").details == {"fields": ["currency"]}


def test_the_top_person_is_an_executive_of_the_site_or_above(world, admin):
    answer = admin.get(f"/sites/{world.plant.pk}/edit/")
    offered = set(answer.context["form"].fields["top_person"].queryset)
    assert {world.top, world.executive, world.head_executive} <= offered
    assert not offered & {world.hr, world.administrator, world.outsider, world.manager}
    wrong = settings_of(world.plant, top_person=world.administrator.pk)
    assert admin.post(f"/sites/{world.plant.pk}/edit/", wrong).status_code == 422


def test_only_the_head_office_moves_a_plant_away(world, admin):
    admin.post(f"/sites/{world.plant.pk}/edit/", settings_of(world.plant, parent=""))
    world.plant.refresh_from_db()
    assert world.plant.parent == world.head


def test_a_site_is_never_put_above_itself(world, head_admin):
    Membership.objects.create(
        user=Membership.objects.order_by("-pk")[0].user, site=world.plant, role=Role.ADMINISTRATOR
    )
    form = settings_of(world.head, parent=world.plant.pk)
    answer = head_admin.post(f"/sites/{world.head.pk}/edit/", form)
    assert answer.status_code == 422
    assert "above itself" in answer.content.decode()


def test_two_people_changing_the_settings_do_not_overwrite_each_other(world, admin):
    form = settings_of(world.plant)
    admin.post(f"/sites/{world.plant.pk}/edit/", form | {"currency": "USD"})
    answer = admin.post(f"/sites/{world.plant.pk}/edit/", form | {"currency": "GBP"})
    assert answer.status_code == 409
    world.plant.refresh_from_db()
    assert world.plant.currency == "USD"
