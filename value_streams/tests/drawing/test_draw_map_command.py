from xml.etree import ElementTree

import pytest
from django.core.management import call_command

from value_streams.tests.mapping.maps import STEERING_BRACKETS


def test_a_file_is_drawn(tmp_path, capsys):
    drawing = tmp_path / "map.svg"
    call_command("draw_map", str(STEERING_BRACKETS), output=str(drawing))
    root = ElementTree.parse(drawing).getroot()
    assert root.findtext("{http://www.w3.org/2000/svg}title").startswith("Steering brackets")
    assert capsys.readouterr().out == ""


def test_without_output_it_is_printed(capsys):
    call_command("draw_map", str(STEERING_BRACKETS))
    assert capsys.readouterr().out.startswith("<svg xmlns=")


def test_the_map_in_words(capsys):
    call_command("draw_map", str(STEERING_BRACKETS), words=True)
    assert "  4. Joins main before Assembly 1, 2 pieces per product." in capsys.readouterr().out


def test_a_faulty_file_is_refused_with_its_faults_and_draws_nothing(tmp_path, capsys):
    faulty, drawing = tmp_path / "faulty.json", tmp_path / "map.svg"
    faulty.write_text(
        STEERING_BRACKETS.read_text().replace('"cycle_time_s": 62', '"cycle_time_s": -4')
    )
    with pytest.raises(SystemExit) as ended:
        call_command("draw_map", str(faulty), output=str(drawing))
    assert ended.value.code == 1
    assert "cycle_time_s: must be greater than 0, got -4" in capsys.readouterr().err
    assert not drawing.exists()


def test_a_place_that_cannot_be_written_is_said(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("draw_map", str(STEERING_BRACKETS), output=str(tmp_path / "no" / "map.svg"))
    assert ended.value.code == 1
    assert "No such file or directory" in capsys.readouterr().err
