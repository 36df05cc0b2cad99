"""How the paths of a file hang together: one main path, every other joins, none in a circle."""

from collections import defaultdict

from value_streams.strict_json import shown

from ..elements import Process
from ..map import MAIN
from .fields import MapCheck
from .references import hides_a_name


class _Joined:
    """A path as those see it that join it: which kinds of elements stand there under a name."""

    def __init__(self, path: dict):
        self.path = path
        self.hides_a_name = hides_a_name(path)
        self.kinds = defaultdict(list)
        for element in path.get("elements", ()):
            self.kinds[element.get("name")].append(element.get("kind"))


def check_joins(check: MapCheck, paths: list[dict]) -> None:
    """Every path but the main one joins another before one of its elements.

    The main path is the one called "main"; where none is, the only one that joins nothing. `joins`
    left out is filled in with its name.
    """
    main = _main_path(check, paths)
    if main is None:
        return
    named = {path["name"]: _Joined(path) for path in reversed(paths) if "name" in path}
    for i, path in enumerate(paths):
        place = f"paths[{i}]"
        if path is main:
            _check_main(check, place, path)
        else:
            _check_join(check, place, path, path.setdefault("joins", main.get("name")), named)
    if all("name" in path for path in paths):
        _check_circles(check, paths, named)


def _main_path(check: MapCheck, paths: list[dict]) -> dict | None:
    called = [path for path in paths if path.get("name") == MAIN]
    free = [path for path in paths if "joins" not in path and "joins_before" not in path]
    if called or len(free) == 1:
        return [*called, *free][0]
    if paths and all("name" in path for path in paths):
        check.fault("paths", f"must have one path that joins no other, got {len(free)}")
    return None


def _check_main(check: MapCheck, place: str, path: dict) -> None:
    for key in ("joins", "joins_before"):
        if key in path:
            check.fault(f"{place}.{key}", "must be left out, the main path joins no other")
            del path[key]


def _check_join(check: MapCheck, place: str, path: dict, joins: str | None, named: dict) -> None:
    if "joins_before" not in path:
        check.fault(f"{place}.joins_before", "is missing")
    if joins is not None and joins == path.get("name"):
        check.fault(f"{place}.joins", f"must be another path, {shown(joins)} joins itself")
    elif joins in named:
        _check_place(check, f"{place}.joins_before", path.get("joins_before"), named[joins])
    elif joins is not None:
        check.fault(f"{place}.joins", f"there is no path {shown(joins)}")


def _check_place(check: MapCheck, place: str, wanted: str | None, joined: _Joined) -> None:
    """A path joins before one element: the process of that name, or the only stock."""
    if wanted is None or joined.hides_a_name:
        return
    meant = joined.kinds[wanted]
    if not meant:
        check.fault(place, f"there is no {shown(wanted)} on the path {shown(joined.path['name'])}")
    elif len(meant) > 1 and Process not in meant:
        check.fault(place, f"must be one element, {len(meant)} are called {shown(wanted)}")


def _check_circles(check: MapCheck, paths: list[dict], named: dict[str, _Joined]) -> None:
    """Each circle is said once, at the path it was entered by."""
    places = {path["name"]: i for i, path in enumerate(paths)}
    seen: set[str] = set()
    for path in paths:
        way: dict[str, None] = {}
        name = path["name"]
        while name in named and name not in seen:
            seen.add(name)
            way[name] = None
            name = named[name].path.get("joins")
        circle = list(way)[list(way).index(name) :] if name in way else []
        if len(circle) > 1:
            shown_way = " → ".join(shown(each) for each in [*circle, name])
            check.fault(f"paths[{places[name]}].joins", f"joins in a circle: {shown_way}")
