"""No word upon another, none outside, none with a line through it: read from the SVG itself."""

import pytest
from hypothesis import HealthCheck, given, settings

from value_streams.drawing import draw_map
from value_streams.mapping import analyse
from value_streams.tests.mapping.maps import acme, drawn, maps, process

from .maps_to_draw import by_chance, future, joining, line, with_names
from .reading_svg import Seen

LONG = " und nachgelagerte Hochleistungspulverbeschichtungsanlage"
MAPS = {
    "acme": acme(),
    "future": future(),
    "joining": joining(),
    "3 processes": line(3),
    "10 processes": line(10),
    "30 processes": line(30),
    "long names": with_names(acme(), lambda name: name + LONG),
    "long names, joining": with_names(joining(), lambda name: name + LONG),
    "no names": drawn(process("")),
}


def seen(drawn_map, width=1184) -> Seen:
    return Seen(draw_map(analyse(drawn_map), form="file", width=width))


def assert_readable(drawing: Seen):
    assert drawing.labels
    assert drawing.overlapping == []
    assert drawing.outside == []
    assert drawing.crossed == []


@pytest.mark.parametrize("width", [900, 1184, 2400])
@pytest.mark.parametrize("name", MAPS)
def test_every_label_has_its_own_place(name, width):
    assert_readable(seen(MAPS[name], width))


@pytest.mark.parametrize("seed", range(24))
def test_every_label_has_its_own_place_whatever_the_map(seed):
    assert_readable(seen(by_chance(seed)))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(maps(most_paths=5, most_processes=6))
def test_every_valid_map_has_a_well_formed_drawing_without_overlaps(drawn_map):
    drawing = seen(drawn_map)
    assert drawing.overlapping == []
    assert drawing.outside == []


def test_a_map_of_thirty_processes_is_no_wider_than_asked_for():
    drawing = seen(line(30), 1184)
    assert drawing.frame.right - drawing.frame.left <= 1184


def test_a_long_map_has_as_few_rows_as_fit_and_these_alike():
    wide, narrow = seen(line(10), 2400), seen(line(10), 1184)
    assert wide.frame.bottom < narrow.frame.bottom


def test_readers_of_the_test_see_an_overlap_and_a_crossing():
    svg = """<svg viewBox="0 0 100 100">
        <path d="M0 10L100 10" fill="none"/>
        <text class="tx s" x="0" y="12" textLength="30">one</text>
        <text class="tx s" x="20" y="14" textLength="90">two</text></svg>"""
    drawing = Seen(svg)
    assert drawing.overlapping == [("one", "two")]
    assert drawing.outside == ["two"]
    assert drawing.crossed == ["one", "two"]
