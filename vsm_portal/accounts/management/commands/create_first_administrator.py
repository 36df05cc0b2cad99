"""`manage.py create_first_administrator`: lets the first person into an empty portal."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from vsm_portal.accounts.models import Membership, Role, Site, User, normalise_email
from vsm_portal.accounts.password_link import set_password_url
from vsm_portal.audit.writing import record


class Command(BaseCommand):
    help = (
        "Makes the first administrator and, if it is not there, the site, and prints the link with "
        "which they set their password. Asked again for the same address it prints a new link."
    )

    def add_arguments(self, parser):
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", required=True, help="as colleagues know the person")
        parser.add_argument("--site", required=True, help="the head office, or the only plant")
        parser.add_argument("--time-zone", default="UTC", help="for example Europe/Berlin")

    def handle(self, *, email, name, site, time_zone, **options):
        try:
            person = first_administrator(normalise_email(email), name, site, time_zone)
        except ValidationError as refused:
            raise CommandError("\n".join(refused.messages)) from refused
        self.stdout.write(set_password_url(person))


def first_administrator(email, name, site_name, time_zone) -> User:
    """The person, made if need be. Once somebody administers, others are invited on the pages."""
    administrators = User.objects.active().filter(memberships__role=Role.ADMINISTRATOR)
    known = administrators.filter(email=email).first()
    if known:
        return known
    if administrators.exists():
        raise CommandError(
            "Somebody administers this portal already; they invite others on the page People."
        )
    with transaction.atomic():
        site = Site.objects.filter(name=site_name).first() or _site(site_name, time_zone)
        person = User.objects.filter(email=email).first() or User.objects.create_user(
            email, name=name, time_zone=time_zone
        )
        membership = Membership(user=person, site=site, role=Role.ADMINISTRATOR)
        membership.full_clean()
        membership.save()
        record("membership.given", membership, site=site, user=person.pk, role=Role.ADMINISTRATOR)
    return person


def _site(name, time_zone) -> Site:
    site = Site(name=name, time_zone=time_zone)
    site.full_clean()
    site.save()
    record("site.opened", site, site=site)
    return site
