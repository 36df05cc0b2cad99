import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from candidates.models import Score, WarningObservation
from vsm_portal.audit.models import Event


@pytest.fixture
def as_(client, world):
    """The client of a named person of the cast: `as_("assessor").get(…)`."""

    def sign_in(name):
        client.force_login(world.people[name])
        return client

    return sign_in


@pytest.fixture
def queries():
    """How many queries an action needs: `queries(lambda: client.get(url))`."""

    def count(action):
        with CaptureQueriesContext(connection) as seen:
            action()
        return len(seen)

    return count


@pytest.fixture
def criterion(world):
    return world.position.criteria.first()


@pytest.fixture
def criterion_url(world, criterion):
    return reverse("scorecard_criterion", args=[world.scorecard.pk, criterion.pk])


@pytest.fixture
def warning_url(world):
    return reverse("scorecard_warning", args=[world.scorecard.pk, "tried_that"])


@pytest.fixture
def everything():
    """All that scoring writes, to see that a refusal changed nothing."""

    def look():
        return (
            list(Score.objects.order_by("pk").values()),
            list(WarningObservation.objects.order_by("pk").values()),
            Event.objects.count(),
        )

    return look
