"""What the pages of maps show, gathered from the rows."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from value_streams import permissions
from value_streams.drawing import draw_map, in_order
from value_streams.map_editor.beside import shown_faults
from value_streams.maps import headings
from value_streams.maps.entered import Entered, entered
from value_streams.maps.figures_shown import (
    shown_cells,
    shown_figures,
    shown_processes,
    shown_waits,
)
from value_streams.maps.readiness import maps_in_force
from value_streams.models import MapPhoto, MapState, Standing
from value_streams.models.map_words import Question
from vsm_portal.charts.takt_bars import takt_bars

#: The widths of a chart on the page, in px.
WIDE, PHONE = 830, 358


def versions_by_state(stream) -> list[dict]:
    """Every state with its versions, newest first."""
    maps = stream.maps.select_related("put_in_force_by", "started_by", "copy_of")
    versions = list(maps.newest_first())
    found = []
    for state in MapState:
        rows = [
            {"map": each, "standing": headings.standing(each), "copy_of": _copied(each)}
            for each in versions
            if each.state == state
        ]
        in_force = next((row["map"] for row in rows if _is_in_force(row["map"])), None)
        found.append({"state": state, "rows": rows, "in_force": in_force})
    return found


def _is_in_force(drawn) -> bool:
    return drawn.standing == Standing.IN_FORCE


def _copied(drawn) -> str:
    return headings.version(drawn.copy_of) if drawn.copy_of else ""


def everything_on(drawn, user) -> dict:
    """The context of one map. `drawn` is fetched `with_rows()`."""
    known = entered(drawn)
    return {
        "title": headings.of_map(known),
        "lede": headings.below_map(known),
        "titleblock": titleblock(known),
        "map": drawn,
        "stream": drawn.stream,
        "standing": capfirst(headings.standing(drawn)),
        "seen": [("seen", drawn.saves_made)],
        "faults": shown_faults(known),
        "remarks": known.remarks,
        "figures": shown_figures(known),
        **drawing(known),
        **tables(known),
        "questions": questions(drawn) if drawn.state == MapState.FUTURE else [],
        "photo": MapPhoto.objects.select_related("by").filter(map=drawn).first(),
        "comments": drawn.comments.select_related("author"),
        "versions": sibling_versions(drawn),
        "may_edit": permissions.may_edit_map(user, drawn),
        "may_start": permissions.may_start_map(user, drawn.stream),
        "may_comment": permissions.may_comment_map(user, drawn.stream),
        "may_put_in_force": permissions.may_put_in_force(user, drawn, known),
    }


def titleblock(known: Entered) -> list[tuple[str, str]]:
    drawn = known.drawn
    cells = [
        (_("As of"), headings.day(drawn.as_of)),
        (_("Version"), str(drawn.number)),
        (_("Standing"), drawn.get_standing_display()),
    ]
    if known.analysis is not None and not known.lacks:
        convention = (
            _("waits and processing")
            if known.map.lead_time_includes_processing
            else _("waits only")
        )
        cells.append((_("Lead time"), convention))
    return cells


def is_drawable(known: Entered) -> bool:
    """Something to draw is there, and no stand-in would be taken for a figure."""
    return known.analysis is not None and not known.lacks and any(known.map.elements)


def drawing(known: Entered) -> dict:
    if not is_drawable(known):
        return {"drawing": "", "in_words": []}
    return {"drawing": draw_map(known.analysis), "in_words": in_order(known.analysis)}


def tables(known: Entered) -> dict:
    """Processes with their bars, waits and cells; empty while nothing can be reckoned."""
    if not is_drawable(known):
        return {"processes": [], "bars": [], "waits": [], "cells": []}
    analysis = known.analysis
    return {
        "processes": shown_processes(analysis),
        "bars": charts(analysis),
        "waits": shown_waits(analysis),
        "cells": shown_cells(analysis),
    }


def charts(analysis) -> list[str]:
    """Cycle times against takt, wide and for the phone."""
    bars = [(each.name, each.effective_cycle_time_s, each.takt_s) for each in analysis.processes]
    return [takt_bars(bars, width=width) for width in (WIDE, PHONE)] if bars else []


def questions(drawn) -> list[tuple[str, str]]:
    said = {row.question: row.text for row in drawn.answers.all()}
    return [(question.label, said.get(question.value, "").strip()) for question in Question]


def sibling_versions(drawn) -> list:
    """The versions that the tabs of the page lead to: of each state what is in force, else the
    newest; and the map itself."""
    tabs = {}
    for each in drawn.stream.maps.newest_first():
        if each.state not in tabs or each.standing == Standing.IN_FORCE:
            tabs[each.state] = each
    tabs[drawn.state] = drawn
    return [(headings.state(tabs[state]), tabs[state]) for state in MapState if state in tabs]


def maps_of(stream) -> dict:
    """The maps in force, for the page of their stream."""
    in_force = maps_in_force(stream)
    known = [in_force[state] for state in MapState if state in in_force]
    rows = [(headings.of_map(each), each.drawn, headings.standing(each.drawn)) for each in known]
    return {"maps": rows, "maps_title": headings.of_maps_short(in_force)}
