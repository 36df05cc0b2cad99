"""What a stream still lacks before a review of it can be finalised."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from value_streams.models import Map, MapState
from value_streams.models.map_words import Question

from .entered import Entered, entered

MAP, PLAN = "map", "plan"


@dataclass(frozen=True)
class Lack:
    """One thing that is missing, in a sentence, and where it is mended. part: "map" or "plan"."""

    part: str
    sentence: str
    url: str


def readiness(stream, in_force: dict[str, Entered] | None = None) -> list[Lack]:
    """Everything that is missing of maps and plan; an empty list is "ready".

    The current map in force with a process, a lead time and a date not older than
    `MAP_GOOD_FOR_MONTHS`; the future map in force with the eight answers, and its loops with
    elements and order. Nothing is recorded of plans yet, so their part is always missing.
    in_force: `maps_in_force`, where they have been read already.
    """
    in_force = maps_in_force(stream) if in_force is None else in_force
    maps = reverse("map_list", args=[stream.pk])
    today = stream.site.today()
    sentences = [
        *lacks_of_current(in_force.get(MapState.CURRENT), today),
        *lacks_of_future(in_force.get(MapState.FUTURE)),
    ]
    lacks = [Lack(MAP, sentence, _url(known) or maps) for sentence, known in sentences]
    stream_page = reverse("stream_detail", args=[stream.pk])
    return [*lacks, Lack(PLAN, _("The plan is not recorded yet."), stream_page)]


def maps_in_force(stream) -> dict[str, Entered]:
    """State → its map in force, read; fetched with a fixed number of queries."""
    found = Map.objects.in_force().filter(stream=stream).with_rows()
    return {drawn.state: entered(drawn) for drawn in found}


def _url(known):
    return known and reverse("map_detail", args=[known.drawn.pk])


def lacks_of_current(known, today):
    """(sentence, the map or None) for each thing the current state lacks."""
    if known is None:
        yield _("No current-state map is in force."), None
        return
    if known.analysis is None or not known.analysis.processes:
        yield _("The current-state map has no process."), known
    elif known.faults or known.analysis.unknown_waits:
        yield _("The current-state map does not give a lead time yet."), known
    if known.drawn.as_of is None:
        yield _("The current-state map has no date."), known
    elif known.drawn.as_of > today:
        yield _("The current-state map has a date in the future."), known
    elif known.drawn.as_of < months_before(today, settings.MAP_GOOD_FOR_MONTHS):
        words = {"n": settings.MAP_GOOD_FOR_MONTHS}
        yield _("The current-state map is older than %(n)s months.") % words, known


def lacks_of_future(known):
    """The same of the future state."""
    if known is None:
        yield _("No future-state map is in force."), None
        return
    answered = {row.question for row in known.drawn.answers.all() if row.text.strip()}
    if missing := len(Question) - len(answered):
        said = ngettext(
            "%(n)s of the eight questions is not answered on the future-state map.",
            "%(n)s of the eight questions are not answered on the future-state map.",
            missing,
        )
        yield said % {"n": missing}, known
    loops = list(known.drawn.loops.all())
    if not loops:
        yield _("The future-state map is not divided into loops."), known
    for loop in loops:
        if not loop.elements:
            yield _("The loop %(name)s has no elements.") % {"name": loop.name}, known
        if loop.order is None:
            yield _("The loop %(name)s has no place in the order.") % {"name": loop.name}, known


def months_before(day: date, months: int) -> date:
    """
    >>> months_before(date(2026, 8, 31), 18)
    datetime.date(2025, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(f"no day {months} months before {day}")
