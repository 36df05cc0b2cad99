"""`manage.py firefighting_trend`: the figures to check by hand, every fault at once."""

import json

import pytest
from django.core.management import call_command

from evaluations.trend import Unreadable, read_series

FALLING = b"period,share\n" + b"".join(b"%d,%d\n" % (n, 62 - 2 * n) for n in range(12))


def run(file, *options):
    call_command("firefighting_trend", str(file), *options)


def faults_of(content):
    with pytest.raises(Unreadable) as refused:
        read_series(content)
    return [str(fault) for fault in refused.value.faults]


def test_json_has_exactly_the_documented_keys(tmp_path, capsys):
    file = tmp_path / "series.csv"
    file.write_bytes(FALLING)
    run(file, "--json")
    said = json.loads(capsys.readouterr().out)
    assert list(said) == [
        *("n", "s", "tau_b", "slope_per_period", "slope_points_per_month", "slope_interval_95"),
        *("p_declining", "p_rising", "verdict", "level_at_start", "level_now"),
    ]
    assert (said["n"], said["s"], said["slope_per_period"]) == (12, -66, -2)
    assert (said["level_at_start"], said["level_now"], said["verdict"]) == (62, 40, "declining")


def test_the_table_leads_with_the_verdict_and_ends_with_the_limit(tmp_path, capsys):
    file = tmp_path / "series.csv"
    file.write_bytes(FALLING)
    run(file)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Declining (12 weeks)."
    assert "neighbouring weeks" in lines[-1]


def test_weeks_come_in_any_order_and_a_week_of_nothing_is_a_gap():
    series = read_series(
        b"\xef\xbb\xbfweek;firefighting_minutes;total_minutes\r\n"
        b"2027-W01;30;60\r\n2026-W52;60;60\r\n2026-W53;0;0\r\n"
    )
    assert [float(share) for share in series.shares] == [100, 50]
    assert series.times[1] - series.times[0] == 2


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        (
            b"week,firefighting_minutes,total_minutes\n2026-W05,-4,10\n2026-W54,3,2\n2026-W05,1,nan\n",
            [
                "line 2: firefighting_minutes: must be 0 or more, got -4",
                "line 3: week: must be an ISO week such as 2026-W05, got 2026-W54",
                "line 3: firefighting_minutes: must not be above total_minutes (2), got 3",
                "line 4: total_minutes: must be a number, got nan",
                "line 4: week: is there twice, first on line 2",
            ],
        ),
        (
            b"period,share\n1,100.5\n2,\n1,5\n",
            [
                "line 2: share: must be from 0 to 100, got 100.5",
                "line 3: share: must be a number, got –",
                "line 4: period: is there twice, first on line 2",
            ],
        ),
        (b"period,share\n", ["the file holds no rows"]),
        (b"period,share\n1,Infinity\n", ["line 2: share: must be a number, got Infinity"]),
    ],
)
def test_every_fault_at_once(content, faults):
    assert faults_of(content) == faults


def test_an_empty_file_and_one_of_other_columns_say_what_is_missing():
    assert any("period" in fault for fault in faults_of(b""))
    assert any("share" in fault for fault in faults_of(b"period,shares\n1,2\n"))


def test_faults_go_to_standard_error_and_the_exit_code_is_1(tmp_path, capsys):
    file = tmp_path / "series.csv"
    file.write_bytes(b"period,share\n1,101\n")
    with pytest.raises(SystemExit) as ended:
        run(file)
    said = capsys.readouterr()
    assert (ended.value.code, said.out) == (1, "")
    assert said.err == "line 2: share: must be from 0 to 100, got 101\n"


def test_a_file_that_is_not_there_is_said(tmp_path, capsys):
    with pytest.raises(SystemExit):
        run(tmp_path / "none.csv")
    assert "No such file" in capsys.readouterr().err
