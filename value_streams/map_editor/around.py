"""The other names of a map: what a row may refer to, and which names are taken."""

from functools import cached_property

from value_streams.mapping.map import MAIN, PRODUCTION_CONTROL, ROLES
from value_streams.models import Element, Map, MapPath


class Around:
    """`drawn` is fetched `with_rows()`."""

    def __init__(self, drawn: Map):
        self.drawn = drawn
        self.paths = list(drawn.paths.all())
        self.elements = [each for path in self.paths for each in path.elements.all()]

    @cached_property
    def main(self) -> MapPath | None:
        """The path called main; where none is, the first that joins nothing."""
        called = [path for path in self.paths if path.name == MAIN]
        free = [path for path in self.paths if not path.joins and not path.joins_before]
        return next(iter([*called, *free, *self.paths]), None)

    @property
    def main_name(self) -> str:
        return self.main.name if self.main else MAIN

    def path_names(self, but=None) -> set[str]:
        return _names(self.paths, but)

    def loop_names(self, but=None) -> set[str]:
        return _names(self.drawn.loops.all(), but)

    def process_names(self, but=None) -> set[str]:
        processes = [each for each in self.elements if each.kind == Element.Kind.PROCESS]
        return _names(processes, but)

    def names_on(self, path_name: str) -> set[str]:
        """The elements of the path of that name."""
        found = (path for path in self.paths if path.name == path_name)
        return {each.name for path in found for each in path.elements.all() if each.name}

    def circle(self, path: MapPath | None, joins: str) -> list[str]:
        """The way back to the path if it joined that one; empty where there is none."""
        named = {each.name: each for each in self.paths}
        way, name = [path.name if path else ""], joins
        while name in named and name not in way and named[name] is not self.main:
            way.append(name)
            name = named[name].joins or self.main_name
        return [*way, name] if path and name == path.name else []

    @property
    def offered(self) -> dict[str, list[str]]:
        """What is offered while one types, by the id of its list on the page."""
        names = [each.name for each in self.elements]
        partners = [self.drawn.customer_name, *(one.name for one in self.drawn.suppliers.all())]
        own = [each.organisation for each in (*self.paths, *self.elements)]
        return {
            "map-paths": _offered(path.name for path in self.paths),
            "map-elements": _offered(names),
            "map-ends": _offered([PRODUCTION_CONTROL, *ROLES, *partners, *names]),
            "map-loops": _offered(loop.name for loop in self.drawn.loops.all()),
            "map-cells": _offered(each.cell for each in self.elements),
            "map-organisations": _offered(own),
        }


def _names(rows, but) -> set[str]:
    return {row.name for row in rows if row.name and (but is None or row.pk != but.pk)}


def _offered(names) -> list[str]:
    """Each name once, in the order of the map."""
    return [name for name in dict.fromkeys(names) if name]
