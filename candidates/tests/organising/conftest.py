from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates.models import Position
from vsm_portal.testing.cast import add_candidate


@pytest.fixture
def as_(client, world):
    """The client of a named person of the cast: `as_("hr").get(…)`."""

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
def draft(world):
    """A position that is being prepared, with one candidate and one assessor."""
    position = Position.prepare(
        stream=world.other_stream,
        by=world.hr,
        due_on=world.plant.today() + timedelta(days=20),
        chair=world.chair,
    )
    add_candidate(position, "Luis Ortega", by=world.hr)
    position.add_assessor(world.assessor, by=world.hr)
    return position
