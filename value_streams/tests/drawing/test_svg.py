import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from value_streams.drawing import draw_map
from value_streams.mapping import Inventory, analyse
from value_streams.tests.mapping.maps import STEERING_BRACKETS, acme, drawn, process, stock

from .maps_to_draw import HOSTILE, future, joining, line, with_names

ROOT = Path(__file__).resolve().parents[3]
SPACE = "{http://www.w3.org/2000/svg}"


def words(svg) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def test_a_page_gets_classes_only_and_no_style_that_its_policy_refuses():
    svg = draw_map(analyse(acme()))
    assert "<style" not in svg
    assert " style=" not in svg
    assert 'class="vsm"' in svg
    assert "#" not in svg


def test_a_file_stands_alone_with_colours_letters_and_a_heading():
    svg = draw_map(analyse(acme()), form="file")
    root = ElementTree.fromstring(svg)
    style = root.find(f"{SPACE}style").text
    assert style.count("@font-face") == 2
    assert ".c-ink{fill:#1a1d21}" in style
    assert "Acme Stamping, current state, Jan. 15, 2026" in words(svg)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", svg)


def test_title_and_description_say_the_finding():
    root = ElementTree.fromstring(draw_map(analyse(acme()), form="print"))
    assert root.findtext(f"{SPACE}title") == "Acme Stamping, current state, Jan. 15, 2026"
    said = root.findtext(f"{SPACE}desc").replace("\xa0", " ")
    assert said == (
        "Lead time 23.6 d, value-creating time 188 s. Over takt: Assembly 1. "
        "Bottleneck: Assembly 1."
    )


def test_takt_and_bottleneck_are_marked_in_words_as_well_as_in_colour():
    svg = draw_map(analyse(acme()))
    assert words(svg).count("over takt") == 1
    assert words(svg).count("bottleneck") == 1
    assert svg.count('class="c-paper k-red"') == 1


def test_without_a_process_over_takt_nothing_is_red():
    svg = draw_map(analyse(drawn(process("Weld", 30))))
    assert "red" not in svg
    assert "over takt" not in words(svg)
    assert "bottleneck" in words(svg)


def test_waits_value_and_sums_stand_on_the_ladder():
    said = [each.replace("\xa0", " ") for each in words(draw_map(analyse(acme())))]
    for wait in ("5 d", "7.6 d", "1.8 d", "2.7 d", "2 d", "4.5 d", "23.6 d", "188 s"):
        assert wait in said


def test_a_wait_nobody_observed_makes_the_lead_time_at_least_what_is_known():
    given = drawn(stock("Coils", 2), process("Weld"), Inventory(name="Finished"))
    said = [each.replace("\xa0", " ") for each in words(draw_map(analyse(given)))]
    assert "?" in said
    assert "at least 2 d" in said


def test_a_lead_time_with_processing_says_so():
    svg = draw_map(analyse(replace(acme(), lead_time_includes_processing=True)))
    assert any(each.startswith("Lead time with") for each in words(svg))


def test_each_icon_of_the_future_state_is_drawn_and_named():
    said = words(draw_map(analyse(future())))
    for label in ("tray of 20", "20", "bin", "batch", "sequenced pull", "FIFO", "max 40"):
        assert label in said
    assert "go-see scheduling, hourly" in said
    assert "1 · Pacemaker" in said


def test_a_joining_path_says_how_many_pieces_a_product_takes_and_whose_it_is():
    said = words(draw_map(analyse(joining())))
    assert {"Bushings", "2 per product", "Bush Ltd", "Bolts", "Seals"} <= set(said)


def test_what_is_cut_has_its_whole_text_for_pointer_and_keyboard():
    name = "Donaudampfschifffahrtsgesellschaft mit Feinreinigung"
    svg = draw_map(analyse(drawn(process(name))))
    assert name not in words(svg)
    cut = re.search(r'<g class="cut" tabindex="0" role="img" aria-label="([^"]*)">', svg)
    assert cut[1] == name
    assert f"<title>{name}</title>" in svg


@pytest.mark.parametrize("form", ["page", "file", "print"])
def test_hostile_text_stays_text(form):
    given = with_names(future(), lambda name: f"{name}{HOSTILE}")
    svg = draw_map(analyse(replace(given, name=HOSTILE)), form=form)
    root = ElementTree.fromstring(svg)
    assert not [each for each in root.iter() if each.tag.endswith("script")]
    assert not [each for each in root.iter() for name in each.attrib if name.startswith("on")]
    assert "\u202e" not in svg


@pytest.mark.parametrize("given", [acme(), joining(), line(30)], ids=["acme", "joining", "30"])
def test_the_same_map_gives_the_same_bytes(given):
    assert draw_map(analyse(given), form="file") == draw_map(analyse(given), form="file")


def test_the_bytes_do_not_depend_on_the_process_that_draws():
    """Sets of strings have another order in each process: none may reach the drawing."""
    digests = set()
    for seed in ("1", "2"):
        command = [sys.executable, "manage.py", "draw_map", str(STEERING_BRACKETS)]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
        digests.add(hashlib.sha256(ended.stdout).hexdigest())
    assert len(digests) == 1
