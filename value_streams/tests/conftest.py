import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from vsm_portal.testing.cast import build_company_alone
from vsm_portal.testing.kept_rows import built_once


@pytest.fixture
def company(db):
    """The cast's company without a selection."""
    return built_once(build_company_alone)


@pytest.fixture
def as_(client, company):
    """The client of a named person of the cast: `as_("hr").get(…)`."""

    def sign_in(name):
        client.force_login(company.people[name])
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
