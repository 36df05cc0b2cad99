"""A tiny kind of mail for the tests: a letter about a site to each of its readers."""

from datetime import date

from vsm_portal.accounts.models import Site, User
from vsm_portal.outbox.kinds import Kind, Mail, Occasion
from vsm_portal.outbox.planning import plan

DAY = date(2026, 11, 23)


def readers():
    return User.objects.filter(email__startswith="reader")


def occasion(person, site, label="2026-11-23") -> Occasion:
    return Occasion(
        recipient=person, about=site, label=label, site=site, enclosing=None, due_on=DAY
    )


def occasions():
    site = Site.objects.get(name="Letter works")
    return [occasion(person, site) for person in readers()]


def still_needed(site_id, person):
    return Site.objects.filter(pk=site_id).first()


def letter(site, person, message) -> Mail:
    return Mail(f"News of {site.name}", f"Dear {person.name}, nothing happened at {site.name}.")


LETTER = Kind("letter", "letter", occasions, still_needed, letter)


def make_readers(count) -> list[User]:
    """A site and so many people, `reader1@example.com` and on; nothing is planned yet."""
    Site.objects.get_or_create(name="Letter works")
    return [
        User.objects.create(email=f"reader{number}@example.com", name=f"Reader {number}")
        for number in range(1, count + 1)
    ]


def plan_letters(count=1):
    """The rows of so many letters."""
    make_readers(count)
    plan("letter", occasions())
