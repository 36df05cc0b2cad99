"""The maps of Steering brackets: walked, improved, walked again, with the state it goes to.

The stream is Acme Stamping of *Learning to See*; the later measurement and the floor space are
made up.
"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from value_streams.mapping import read_map
from value_streams.models import Element, FreedAnswer, Map, MapComment
from value_streams.models.map_saving import add_row, save_row

from .company import days_from_today

FILES = Path(__file__).parent / "map_files"

#: what was found on the second walk, nine months later
WALKED_AGAIN = {
    "Coils": {"days": 2.5, "floor_space_m2": 45},
    "Stamping": {"changeover_s": 1500, "batch_size": 2300, "epe_days": 5},
    "Stamped": {"pieces": 3680, "by_variant": [["left", 2400], ["right", 1280]]}
    | {"floor_space_m2": 40},
    "Weld 1": {"changeover_s": 300},
    "Welded once": {"pieces": 920, "by_variant": [["left", 600], ["right", 320]]}
    | {"floor_space_m2": 20},
    "Weld 2": {"uptime": 0.91, "changeover_s": 300},
    "Welded twice": {"pieces": 1380, "by_variant": [["left", 900], ["right", 480]]}
    | {"floor_space_m2": 25},
    "Assembly 1": {"cycle_time_s": 55, "operators": 0.5, "floor_space_m2": 40},
    "Assembled once": {"pieces": 920, "by_variant": [["left", 600], ["right", 320]]}
    | {"floor_space_m2": 15},
    "Assembly 2": {"operators": 0.5, "floor_space_m2": 40},
    "Finished": {"pieces": 2392, "by_variant": [["left", 1560], ["right", 832]]}
    | {"floor_space_m2": 30},
}


def build_maps(company) -> None:
    stream, top = company["brackets"], company["brandt"]
    first = _take(stream, "brackets-current", top, days=-310)
    question = "Ask at every triangle why it is there, not how large it is."
    _comment(first, "kerr", company, question, days=-303)
    future = _take(stream, "brackets-future", top, days=-270)
    answer = "Agreed. The pacemaker loop first; the presses can wait."
    _comment(future, "brandt", company, answer, days=-262)
    _walk_again(first, company)
    _freed(future, "space", "Incoming inspection moves here; the rented hall is given up.", top)
    _ideal(stream, top)


def _take(stream, name, by, days) -> Map:
    read = read_map((FILES / f"{name}.json").read_bytes()).map
    drawn = Map.take(stream, replace(read, as_of=days_from_today(stream.site, days)), by=by)
    drawn.put_in_force(by=by, seen=drawn.saves_made)
    _dated(drawn, days + 4)
    return drawn


def _dated(drawn, days) -> None:
    """Everything was done a moment ago; a map of last winter was put in force last winter."""
    when = timezone.now() + timedelta(days=days)
    Map.objects.filter(pk=drawn.pk).update(started_at=when, put_in_force_at=when)


def _walk_again(first, company) -> None:
    top = company["brandt"]
    second = first.copy(by=top)
    second.save_head({"as_of": days_from_today(second.site, -24)}, by=top, version=1)
    for name, values in WALKED_AGAIN.items():
        row = Element.objects.of_map(second).get(name=name)
        save_row(row, values, by=top, version=row.version)
    second.refresh_from_db()
    second.put_in_force(by=top, seen=second.saves_made)
    _dated(second, -20)
    _freed(second, "people", "One trains as team leader of the cell; nobody leaves.", top)


def _freed(drawn, what, text, by) -> None:
    FreedAnswer.of(drawn, what).write(text, by=by, version=0)


def _comment(drawn, person, company, text, days) -> None:
    """Only who may: the adviser's word stands there while there is one."""
    from value_streams import permissions

    if permissions.may_comment_map(company[person], drawn.stream):
        when = timezone.now() + timedelta(days=days)
        MapComment(map=drawn, text=text, at=when).enter(by=company[person])


def _ideal(stream, top) -> None:
    """Begun and not finished: a map that lists what it still lacks."""
    drawn = Map.start(stream, Map.State.IDEAL, by=top, name=stream.name)
    head = {"daily_demand": 920, "shifts_per_day": 2, "hours_per_shift": 8}
    drawn.save_head(head | {"break_minutes_per_shift": 20}, by=top, version=drawn.version)
    path = drawn.paths.get()
    for values in (
        {"kind": "supermarket", "name": "Coils", "days": 0.5},
        {"kind": "process", "name": "Stamp, weld, assemble", "cycle_time_s": 55, "operators": 3},
        {"kind": "process", "name": "Pack in sequence"},
    ):
        add_row(Element, values, by=top, path=path)
