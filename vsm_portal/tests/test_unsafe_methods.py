"""Every address keeps what the method promises: reading changes nothing, a post needs a token."""

import re
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from vsm_portal.audit.models import Event
from vsm_portal.policy import POLICY
from vsm_portal.testing.cast import PEOPLE
from vsm_portal.testing.quick_pages import make_pages_quick

pytestmark = pytest.mark.django_db
#: written by signing in and by reading; of the trail, what somebody did is looked at all the same
WRITTEN_BY_READING = {"audit_event", "django_session", "accounts_user"}
WRITING = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
ANONYMOUS = "anonymous"


@pytest.fixture(autouse=True)
def _quick_pages(settings, monkeypatch):
    make_pages_quick(settings, monkeypatch)


@pytest.fixture
def clients(world):
    """Whoever of the cast signs in, each once; every post needs its token."""
    signed_in = {}

    def of(who):
        if who not in signed_in:
            signed_in[who] = Client(enforce_csrf_checks=True)
            if who != ANONYMOUS:
                signed_in[who].force_login(world.people[who])
        return signed_in[who]

    return of


def addresses(world, *ways):
    """(name, url, the first of the cast whom the policy names for one of these ways)."""
    for name, rule in POLICY.items():
        named = " ".join(getattr(rule, way) for way in ways).split()
        who = next((who for who in [*PEOPLE, ANONYMOUS] if who in named), None)
        if who:
            yield name, reverse(name, kwargs=rule.arguments(world)), who


@contextmanager
def writing_watched():
    """Collects which tables are written to, but for those that reading itself writes."""
    tables = set()

    def watch(execute, sql, params, many, context):
        written = WRITING.match(sql)
        if written and written[1] not in WRITTEN_BY_READING:
            tables.add(written[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield tables


def deeds() -> int:
    """What people did; taking a file along is reading, whose every time is on the trail."""
    return (
        Event.objects.filter(read_hour=None).exclude(action__regex=r"\.(exported|taken)$").count()
    )


def test_no_change_is_taken_without_a_token(world, clients):
    taken = []
    for name, url, who in addresses(world, "write", "refused_write"):
        for method in ("post", "put", "patch", "delete"):
            status = getattr(clients(who), method)(url).status_code
            if status != 403:
                taken.append(f"{method.upper()} {name}: {status}")
    assert not taken, "\n".join(taken)


def test_reading_changes_nothing_but_the_trail_of_reads(world, clients):
    for who in ("hr", "outsider", "head_hr"):  # the standard criteria are written when first read
        clients(who).get(reverse("criteria_set_list"))
    changed = []
    for name, url, who in addresses(world, "read", "refused_read", "write", "refused_write"):
        before = deeds()
        with transaction.atomic():
            with writing_watched() as tables:
                got, head = clients(who).get(url), clients(who).head(url)
            changed += [f"{name}: {table}" for table in tables]
            changed += [f"{name}: deeds"] * (deeds() > before)
            transaction.set_rollback(True)
        assert (head.status_code, head.getvalue()) == (got.status_code, b""), name
    assert not changed, "\n".join(changed)


def test_the_watch_sees_what_is_written(world):
    with writing_watched() as tables:
        world.plant.hold()
        Event.objects.all().exists()
    assert tables == {"accounts_site"}
