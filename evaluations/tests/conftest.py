import pytest


@pytest.fixture
def world(world):
    """The cast, with an empty time log: each test logs what it is about."""
    from evaluations.models import LoggedWeek, TimeEntry

    TimeEntry.objects.all().delete()
    LoggedWeek.objects.all().delete()
    return world
