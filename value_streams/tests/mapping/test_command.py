"""`manage.py analyse_map`: what it prints, how it ends, what it leaves alone."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from value_streams.mapping import analyse, as_json, read_map, write_map

from .maps import STEERING_BRACKETS, branch, drawn, process, stock


def printed(*arguments, stderr=None):
    out = io.StringIO()
    call_command("analyse_map", *map(str, arguments), stdout=out, stderr=stderr or io.StringIO())
    return out.getvalue()


def refused(path, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("analyse_map", str(path))
    out, err = capsys.readouterr()
    assert (ended.value.code, out) == (1, "")
    return err.splitlines()


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "map.json"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_json_is_one_object_with_the_figures_of_the_analysis():
    answer = json.loads(printed(STEERING_BRACKETS, "--json"))
    assert answer == as_json(analyse(read_map(STEERING_BRACKETS.read_bytes()).map))


def test_the_table_begins_with_the_answer():
    lines = printed(STEERING_BRACKETS).splitlines()
    assert lines[:2] == [
        "17.1087 days of lead time (waits only) for 63 seconds of value.",
        "Assembly 1 is over takt: 62 s at a takt of 60 s.",
    ]
    assert "Stamped   7.6087" in lines
    [assembly] = [line for line in lines if line.startswith("Assembly 1  ")]
    assert assembly.split()[2:] == ["60", "62", "890.3226", "over", "takt", "impossible"]
    assert any(line.split() == ["Bush", "Ltd", "0", "0", "1"] for line in lines)


def test_the_table_shows_names_without_their_control_signs(written):
    hostile = drawn(
        stock("Coils\u202e", 2),
        process("Weld\u2028line", cell="Cell"),
        branches=[branch("Side\u200b", stock("Rolls", 3), before="Coils\u202e")],
    )
    table = printed(written(write_map(hostile)))
    assert "\u202e" not in table
    assert "\u2028" not in table
    assert r'Longest walk: "Side\u200b" → main' in table


def test_every_fault_is_a_line_on_standard_error(written, capsys):
    text = STEERING_BRACKETS.read_text().replace('"cycle_time_s": 62', '"cycle_time_s": -4')
    assert refused(written(text.replace('"uptime": 0.9', '"uptime": NaN')), capsys) == [
        "paths[0].elements[3].cycle_time_s: must be greater than 0, got -4",
        "paths[1].elements[1].uptime: must be a number, got NaN",
    ]


def test_a_file_too_large_or_not_there_is_refused(tmp_path, capsys):
    large = tmp_path / "large.json"
    with large.open("wb") as opened:
        opened.truncate(50_000_000)
    assert refused(large, capsys) == ["file: must not be larger than 10 MB"]
    [line] = refused(tmp_path / "none.json", capsys)
    assert line.endswith("none.json: No such file or directory")


def test_remarks_go_to_standard_error_and_leave_the_answer_alone(written):
    err = io.StringIO()
    text = STEERING_BRACKETS.read_text().replace('"cycle_time_s": 62', '"cycle_time_s": "1 min"')
    answer = json.loads(printed(written(text), "--json", stderr=err))
    assert answer["processes"][1]["effective_cycle_time_s"] == 60
    assert err.getvalue() == "paths[0].elements[3].cycle_time_s: 1 min is taken as 60 s.\n"


def test_standard_input_is_analysed_with_every_server_out_of_reach():
    """A process of its own: nothing listens on port 9, so touching a server would end it."""
    unreachable = {
        "DATABASE_URL": "postgres://nobody:nothing@127.0.0.1:9/none",
        "BROKER_URL": "redis://127.0.0.1:9/0",
        "CACHE_URL": "redis://127.0.0.1:9/1",
    }
    ended = subprocess.run(
        [sys.executable, Path(settings.BASE_DIR) / "manage.py", "analyse_map", "-", "--json"],
        input=STEERING_BRACKETS.read_bytes(),
        capture_output=True,
        env=os.environ | unreachable,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert json.loads(ended.stdout)["bottleneck"] == "Assembly 1"
