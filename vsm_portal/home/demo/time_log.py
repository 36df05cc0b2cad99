"""Twenty weeks of logged time for each current manager: one declines, one keeps burning."""

from datetime import timedelta
from random import Random

from evaluations.models import AwayWeek, Cause, CauseRemoval, TimeEntry, TimeKind
from evaluations.models.trend_reckoning import reckon
from evaluations.weeks import WEEK, monday_of
from value_streams.models import Appointment

WEEKS = 20
HALVES = ("morning", "afternoon")
REST = (
    (TimeKind.IMPROVEMENT, 45),
    (TimeKind.PEOPLE, 20),
    (TimeKind.PLANNING, 20),
    (TimeKind.STANDARD, 15),
)
#: share of firefighting in the first and in the last week; causes with their weights
COURSES = (
    (
        0.62,
        0.36,
        (
            ("Parts missing at weld", 5),
            ("Die 14 breakage", 4),
            ("Short-notice call-off", 3),
            ("Welder 2 down", 3),
            ("Quality hold at customer", 1),
        ),
    ),
    (
        0.52,
        0.47,
        (
            ("Sequence mixed up at loading", 5),
            ("Roll former stops", 4),
            ("Truck late from supplier", 2),
            ("Labels missing", 1),
        ),
    ),
)
#: the week in which the first course's welder was overhauled
REMOVED_IN, REMOVED = 11, "Welder 2 down"
GAPS = (6, 13)


def log_time() -> None:
    """By the verbs that a file's import uses; then the trends are reckoned."""
    led = Appointment.objects.current().select_related("stream__site", "manager")
    for place, appointment in enumerate(led.order_by("pk")):
        _log(appointment, *COURSES[place % len(COURSES)], draw=Random(place + 7))
    reckon()


def _log(appointment, start, end, weights, draw):
    by, today = appointment.manager, appointment.stream.site.today()
    names = [name for name, _weight in weights]
    causes = {name: Cause.get_or_enter(appointment, name, by=by) for name in names}
    first = monday_of(today) - WEEKS * WEEK
    entries = []
    for week in range(WEEKS + 1):
        monday = first + week * WEEK
        if monday < appointment.starts_on or week in GAPS:
            continue
        share = start + (end - start) * week / WEEKS + draw.uniform(-0.08, 0.08)
        burning = _burning(weights, week)
        quarters = [i < round(share * 20) for i in range(20)]
        draw.shuffle(quarters)
        for place in range(10):
            day, half = monday + timedelta(days=place // 2), HALVES[place % 2]
            if day < today:
                fires = quarters[2 * place : 2 * place + 2]
                entries += _half_day(appointment, day, half, fires, causes, burning, draw)
    TimeEntry.log_many(appointment, entries, by=by)
    if first + GAPS[0] * WEEK >= appointment.starts_on:
        AwayWeek.say(appointment, first + GAPS[0] * WEEK, by=by)
    if REMOVED in causes:
        CauseRemoval.mark(
            causes[REMOVED], appointment, by=by, on=first + REMOVED_IN * WEEK - timedelta(days=1)
        )


def _half_day(appointment, day, half, fires, causes, burning, draw):
    """Two quarters of a day; where both are the same, one entry."""
    what = [
        (TimeKind.DAILY, causes[_drawn(draw, burning)]) if fire else (_drawn(draw, REST), None)
        for fire in fires
    ]
    spans = [240] if fires[0] == fires[1] else [120, 120]
    for (kind, cause), minutes in zip(what, spans, strict=False):
        yield TimeEntry(
            appointment=appointment, day=day, half=half, kind=kind, cause=cause, minutes=minutes
        )


def _burning(weights, week):
    """What was removed burns no more."""
    return [pair for pair in weights if week < REMOVED_IN or pair[0] != REMOVED]


def _drawn(draw, weighted):
    names, weights = zip(*weighted, strict=True)
    return draw.choices(names, weights)[0]
