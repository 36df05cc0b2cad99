import pytest
from django.test import Client

from vsm_portal.accounts.models import Membership, Role, User
from vsm_portal.audit.models import Event
from vsm_portal.outbox.models import Message
from vsm_portal.testing.cast import PASSWORD, person


@pytest.fixture
def admin(world, client):
    client.force_login(world.administrator)
    return client


def close(client, somebody):
    return client.post(f"/people/{somebody.pk}/deactivation/")


def test_every_session_of_a_closed_account_ends_at_its_next_request(world, admin):
    browsers = [Client() for _browser in range(3)]
    for browser in browsers:
        browser.force_login(world.executive)
        assert browser.get("/me/").status_code == 200
    assert close(admin, world.executive).status_code == 302
    for browser in browsers:
        assert browser.get("/me/").url == "/account/login/?next=/me/"


def test_no_session_comes_back_to_life_when_the_account_is_opened_again(world, admin):
    browser = Client()
    browser.force_login(world.executive)
    close(admin, world.executive)
    admin.post(f"/people/{world.executive.pk}/activation/")
    assert browser.get("/me/").status_code == 302
    assert Message.objects.get(recipient=world.executive).kind == "account.invited"
    assert User.objects.get(pk=world.executive.pk).is_active
    actions = Event.objects.filter(actor=world.administrator).values_list("action", flat=True)
    assert sorted(actions) == ["user.activated", "user.deactivated"]


def test_the_old_password_is_worth_nothing_after_opening_again(world, admin):
    close(admin, world.executive)
    admin.post(f"/people/{world.executive.pk}/activation/")
    data = {"login": world.executive.email, "password": PASSWORD}
    assert Client().post("/account/login/", data).status_code == 422


def test_nobody_closes_their_own_account(world, admin):
    answer = close(admin, world.administrator)
    assert answer.status_code == 403
    assert "Nobody closes their own account." in answer.content.decode()
    assert User.objects.get(pk=world.administrator.pk).is_active


def test_somebody_with_a_role_elsewhere_is_not_closed_from_here(world, admin):
    Membership.objects.create(user=world.executive, site=world.sister, role=Role.HR)
    answer = close(admin, world.executive)
    assert answer.status_code == 403
    assert world.sister.name not in answer.content.decode()
    page = admin.get(f"/people/{world.executive.pk}/").content.decode()
    assert "also has a role at a site that you do not administer" in page
    assert User.objects.get(pk=world.executive.pk).is_active


def test_the_last_administrator_of_a_site_stays(world, client):
    """The head office's administrator cannot leave the sister plant without one."""
    for site in (world.head, world.sister):
        somebody = person(f"of_{site.pk}")
        Membership.objects.create(user=somebody, site=site, role=Role.ADMINISTRATOR)
    above, below = User.objects.order_by("-pk")[1], User.objects.order_by("-pk")[0]
    client.force_login(above)
    answer = close(client, below)
    assert answer.status_code == 403
    assert "Nobody else administers Rivera plant." in answer.content.decode()


def test_an_account_that_was_closed_meanwhile_is_a_conflict(world, admin):
    close(admin, world.executive)
    assert close(admin, world.executive).status_code == 409


@pytest.mark.parametrize("verb", ["deactivation", "activation"])
def test_closing_and_opening_are_posts(world, admin, verb):
    assert admin.get(f"/people/{world.executive.pk}/{verb}/").status_code == 405
    assert User.objects.get(pk=world.executive.pk).is_active


@pytest.mark.parametrize("name", ["hr", "outsider", "top", "manager"])
def test_who_does_not_administer_the_site_closes_nobody(world, client, name):
    client.force_login(world.people[name])
    assert close(client, world.executive).status_code == 404
    assert User.objects.get(pk=world.executive.pk).is_active


def test_a_stranger_closes_nobody(world, client):
    assert close(client, world.executive).url.startswith("/account/login/")
    assert User.objects.get(pk=world.executive.pk).is_active
