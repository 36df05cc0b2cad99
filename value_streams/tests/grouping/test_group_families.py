"""The command: what it prints, what it refuses, and that it needs nothing but the file."""

import io
import json
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command

FIVE_BY_SEVEN = """product,S1,S2,S3,S4,S5
P1,,X,X,,X
P2,X,,,X,
P3,,X,X,,
P4,X,,,X,
P5,X,,,,
P6,X,,,X,
P7,,,X,,
"""
TIMED = """product;Saw;Mill;Turn;demand_per_month
A;20;30;;1200
B;20;40;;800
C;;;50;2000
"""

#: 14 crossings in two blocks of 9 and 8 cells: 14 / 17
BRACKETS_AND_RINGS = """product,Stamp,Weld,Assemble,Saw,Turn,Grind,Sort,demand_per_month
Left bracket,1,39,102,,,,,12000
Right bracket,1,39,,,,,,6400
Heavy bracket,2,44,118,,,,,1800
Inner ring,,,,6,48,35,,21000
Outer ring,,,,8,,40,5,21000
"""
#: to the letter: names and order of the keys, unrounded figures, one line
PRINTED = (
    '{"grouping_efficacy": 0.8235294117647058, "ones": 14, "exceptional": 0, "voids": 3, '
    '"families": ['
    '{"products": ["Left bracket", "Right bracket", "Heavy bracket"], '
    '"steps": ["Stamp", "Weld", "Assemble"], "common_step_share": 0.6666666666666666, '
    '"work_content_spread": 0.7560975609756098, "within_rules": false}, '
    '{"products": ["Inner ring", "Outer ring"], "steps": ["Saw", "Turn", "Grind", "Sort"], '
    '"common_step_share": 0.5, "work_content_spread": 0.4044943820224719, '
    '"within_rules": false}]}\n'
)


@pytest.fixture
def matrix_file(tmp_path):
    def write(text):
        path = tmp_path / "matrix.csv"
        path.write_text(text)
        return str(path)

    return write


def printed(*arguments) -> str:
    out = io.StringIO()
    call_command("group_families", *arguments, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def refused(*arguments) -> list[str]:
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("group_families", *arguments, stdout=out, stderr=err)
    assert ended.value.code == 1
    assert not out.getvalue()
    return err.getvalue().splitlines()


def test_json_is_one_object_with_the_figures_of_the_proposal(matrix_file):
    assert json.loads(printed(matrix_file(TIMED), "--json")) == {
        "grouping_efficacy": 1.0,
        "ones": 5,
        "exceptional": 0,
        "voids": 0,
        "families": [
            {
                "products": ["A", "B"],
                "steps": ["Saw", "Mill"],
                "common_step_share": 1.0,
                "work_content_spread": pytest.approx(10 / 60),
                "within_rules": True,
            },
            {
                "products": ["C"],
                "steps": ["Turn"],
                "common_step_share": 1.0,
                "work_content_spread": 0.0,
                "within_rules": True,
            },
        ],
    }


def test_a_small_matrix_prints_this_to_the_letter(matrix_file):
    assert printed(matrix_file(BRACKETS_AND_RINGS), "--json") == PRINTED
    spreads = [family["work_content_spread"] for family in json.loads(PRINTED)["families"]]
    assert spreads == [pytest.approx((164 - 40) / 164), pytest.approx((89 - 53) / 89)]


def test_crosses_have_no_spread_of_work_content(matrix_file):
    proposal = json.loads(printed(matrix_file(FIVE_BY_SEVEN), "--json"))
    assert (proposal["ones"], len(proposal["families"])) == (13, 3)
    assert {family["work_content_spread"] for family in proposal["families"]} == {None}


def test_the_table_begins_with_the_answer_and_compares_the_numbers_of_families(matrix_file):
    lines = printed(matrix_file(TIMED)).splitlines()
    assert lines[0] == "2 families, grouping efficacy 1.0000"
    assert "  share of demand: 50.0%" in lines
    assert lines[-3].split() == ["1", "0.5556", "0", "4", "0"]
    assert lines[-2].split() == ["2", "1.0000", "0", "0", "2"]


def test_number_thresholds_and_steps_left_out_are_taken(matrix_file):
    path = matrix_file(TIMED)
    one = json.loads(printed(path, "--json", "--families", "1", "--common-steps", "0"))
    assert [family["within_rules"] for family in one["families"]] == [True]
    narrow = json.loads(printed(path, "--json", "--work-spread", "0.1"))
    assert [family["within_rules"] for family in narrow["families"]] == [False, True]
    out = json.loads(printed(path, "--json", "--ignore", "Saw"))
    assert [family["steps"] for family in out["families"]] == [["Mill"], ["Turn"]]


def test_bad_input_names_every_fault_and_prints_nothing_else(matrix_file):
    path = matrix_file("product,Saw,Mill\nA,-4,X\nB,,\n")
    assert refused(path, "--families", "0", "--common-steps", "80") == [
        "--families: must be a whole number from 1 on, got 0",
        "--common-steps: must be from 0 to 1, got 80",
        "line 2: Saw: must be 0 or more, got -4",
        "line 3: product: “B” passes no step",
    ]


def test_a_number_or_a_step_that_does_not_fit_the_matrix_is_refused(matrix_file):
    assert refused(matrix_file(TIMED), "--families", "9", "--ignore", "Paint") == [
        "The step Paint to be left out is not in the matrix.",
        "The number of families must be from 1 to 3, got 9.",
    ]


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert refused(str(tmp_path / "none.csv")) == [
        f"{tmp_path}/none.csv: No such file or directory"
    ]


def test_standard_input_is_read_without_a_database():
    ended = subprocess.run(
        [sys.executable, "manage.py", "group_families", "-", "--json"],
        cwd=settings.BASE_DIR,
        env={"PATH": "", "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"},
        input=TIMED.encode(),
        capture_output=True,
        check=True,
    )
    assert json.loads(ended.stdout)["grouping_efficacy"] == 1.0
