import pytest


@pytest.fixture
def as_(client, world):
    """The client of a named person of the cast: `as_("hr").get(…)`."""

    def sign_in(name):
        client.force_login(world.people[name])
        return client

    return sign_in
