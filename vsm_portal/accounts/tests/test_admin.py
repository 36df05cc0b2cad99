from django.contrib import admin
from django.contrib.auth.models import Group

from vsm_portal.accounts.models import Membership, Site, User


def test_the_django_admin_knows_people_sites_and_roles_of_ours_and_no_judgements():
    apps = {"accounts", "audit", "candidates", "evaluations", "exporting", "outbox"}
    ours = {model for model in admin.site._registry if model._meta.app_label in apps}
    assert ours == {User, Site, Membership}
    assert Group in admin.site._registry


def test_the_admin_is_entered_by_the_portals_own_sign_in_page(world, client):
    assert client.get("/admin/").status_code == 302
    assert client.get("/admin/login/").url.startswith("/account/login/")


def test_an_administrator_of_a_site_is_not_let_into_the_django_admin(world, client):
    client.force_login(world.administrator)
    assert client.get("/admin/accounts/user/").status_code in (302, 403)
