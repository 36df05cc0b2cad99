"""The states of a stream beside each other: which ones, figure by figure, and what is freed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from value_streams.drawing.figures import plain
from value_streams.mapping.compare import compare, freed
from value_streams.models import Map, MapState, Standing
from value_streams.models.map_words import Freed

from . import headings
from .entered import Entered, entered
from .figures_shown import value_and_unit

#: So many states stand beside each other at most.
MOST = 6


@dataclass(frozen=True)
class Column:
    """One state of the comparison, with the word it stands under."""

    known: Entered
    word: str

    @property
    def drawn(self) -> Map:
        return self.known.drawn


@dataclass(frozen=True)
class FreedShown:
    """What a state frees against the first one, in words, and the written answer to it."""

    drawn: Map
    what: Freed
    finding: str
    is_freed: bool
    answer: object | None


def columns(stream, chosen=()) -> list[Column]:
    """The states to compare: those chosen, else the first measured, the present, future, ideal.

    Left out is what cannot be reckoned: a map with faults.
    """
    maps = Map.objects.filter(stream=stream)
    keys = list(chosen) or _usual(maps)
    found = maps.filter(pk__in=keys).with_rows().prefetch_related("freed")
    order = list(MapState.values)
    read = sorted(
        (entered(drawn) for drawn in found),
        key=lambda known: (order.index(known.drawn.state), known.drawn.number),
    )
    whole = [known for known in read if known.is_whole]
    return [Column(known, _word(known.drawn, whole)) for known in whole]


def _usual(maps) -> list[int]:
    """The first current state that was in force, and what is in force now."""
    were = maps.exclude(standing=Standing.DRAFT).values_list("pk", "state", "number", "standing")
    first = min((row for row in were if row[1] == MapState.CURRENT), key=_number, default=None)
    return [row[0] for row in were if row == first or row[3] == Standing.IN_FORCE]


def _number(row):
    return row[2]


def _word(drawn, whole) -> str:
    """Current, re-measured, future, ideal; the version where a state stands twice."""
    like = [known.drawn for known in whole if known.drawn.state == drawn.state]
    if drawn.state == MapState.CURRENT and drawn != like[0]:
        return _("Re-measured, version %(n)s") % {"n": drawn.number}
    if len(like) > 1 and drawn.state != MapState.CURRENT:
        return headings.version(drawn)
    return headings.state(drawn)


def rows(columns: list[Column]) -> list[dict]:
    """One row per figure: its value in each state, and how it changes against the first."""
    if not columns:
        return []
    return [_row(line, columns) for line in compare([each.known.analysis for each in columns])]


def _row(line, columns) -> dict:
    figure = line.figures[0]
    key = figure.key
    unit = value_and_unit(key, 0, figure.unit)[1]
    changes = [None, *(_change(key, change) for change in line.changes)]
    return {
        "name": _(figure.name),
        "unit": "" if unit.casefold() == _(figure.name).casefold() else unit,
        "comparable": line.comparable,
        "cells": [
            {"value": _value(key, each), "change": change}
            for each, change in zip(line.figures, changes, strict=True)
        ],
        "way": _way(line, columns),
    }


def _value(key, figure) -> str:
    if figure.value is None:
        return "–"
    return value_and_unit(key, figure.value, figure.unit)[0]


def _change(key, change) -> dict:
    """The signed difference, and in words whether it is for the better."""
    if not change.difference:
        return {"value": "", "improves": None}
    size = value_and_unit(key, abs(change.difference), "")[0]
    sign = "−" if change.difference < 0 else "+"
    return {"value": f"{sign}{size}", "improves": change.improves}


def _way(line, columns) -> str:
    """How much of the way from the first current state to the future state is gone, in per cent."""
    states = [column.drawn.state for column in columns]
    if MapState.FUTURE not in states or states.count(MapState.CURRENT) < 2 or not line.comparable:
        return ""
    start, now = line.figures[0].value, line.figures[states.count(MapState.CURRENT) - 1].value
    goal = line.figures[states.index(MapState.FUTURE)].value
    if None in (start, now, goal) or start == goal or line.changes[0].better is None:
        return ""
    return _("%(share)s\u00a0%%") % {"share": plain((now - start) / (goal - start) * 100, 0)}


def freed_shown(columns: list[Column]) -> list[FreedShown]:
    """What each later state frees of floor space and people, with the answer beside it."""
    shown = []
    for column in columns[1:]:
        less = freed(columns[0].known.analysis, column.known.analysis)
        answers = {answer.what: answer for answer in column.drawn.freed.all()}
        for what, amount in ((Freed.SPACE, less.floor_space_m2), (Freed.PEOPLE, less.operators)):
            finding = _finding(column, what, amount)
            is_freed = amount is not None and amount > 0
            answer = answers.get(what)
            shown.append(FreedShown(column.drawn, what, finding, is_freed, answer))
    return shown


def _finding(column, what, amount) -> str:
    words = {"state": column.word}
    if amount is None:
        return {
            Freed.SPACE: _("%(state)s: floor space is not written on both maps."),
            Freed.PEOPLE: _("%(state)s: operators are not written on both maps."),
        }[what] % words
    words["n"] = plain(abs(amount))
    if not amount:
        return {
            Freed.SPACE: _("%(state)s: no floor space is freed."),
            Freed.PEOPLE: _("%(state)s: nobody is freed."),
        }[what] % words
    if what == Freed.SPACE:
        free, more = (
            _("%(state)s: %(n)s\u00a0m² are free."),
            _("%(state)s: %(n)s\u00a0m² more are needed."),
        )
        return (free if amount > 0 else more) % words
    people = 1 if abs(amount) == 1 else 2
    free = ngettext("%(state)s: %(n)s person is free.", "%(state)s: %(n)s people are free.", people)
    more = ngettext(
        "%(state)s: %(n)s person more is needed.",
        "%(state)s: %(n)s people more are needed.",
        people,
    )
    return (free if amount > 0 else more) % words
