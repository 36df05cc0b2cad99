"""What the tests of the time log share: an entry of the cast's manager."""

from datetime import timedelta

from evaluations.models import Cause, TimeEntry
from evaluations.weeks import monday_of


def last_monday(world):
    """Of the last whole week at the plant, so that every day of it has come."""
    return monday_of(world.plant.today()) - timedelta(weeks=1)


def log(world, day=None, half="morning", kind="improvement", minutes=240, **further):
    cause = further.pop("cause", None)
    if isinstance(cause, str):
        cause = Cause.get_or_enter(world.appointment, cause, by=world.manager)
    return TimeEntry.log(
        world.appointment,
        by=further.pop("by", world.manager),
        day=day or last_monday(world),
        half=half,
        kind=kind,
        minutes=minutes,
        cause=cause,
        **further,
    )
