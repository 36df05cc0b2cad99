"""A tiny report for the tests: a leaflet about a site, for whoever has a role there."""

import os

from vsm_portal.accounts.models import Membership, Site, User
from vsm_portal.exporting import reports
from vsm_portal.exporting.models import Export

CONTENT = b"%PDF-1.7 a leaflet"


def find(site_id, user):
    return Site.objects.filter(pk=site_id, memberships__user=user).first()


def render(site, user):
    if os.environ.get("TEST_RENDERING") == "dies":
        os.kill(os.getpid(), 9)
    return f"Leaflet of {site.name}.pdf", CONTENT


LEAFLET = reports.Report("leaflet", find, render)


def ask_for_leaflet(name="reader") -> Export:
    """Somebody at the site asks for it; the worker has not begun."""
    site, _new = Site.objects.get_or_create(name="Leaflet works")
    user, _new = User.objects.get_or_create(email=f"{name}@example.com", defaults={"name": name})
    Membership.objects.get_or_create(user=user, site=site, role="hr")
    return Export.ask("leaflet", site, by=user)


def take_the_right_away():
    Membership.objects.all().delete()
