"""`manage.py rank_candidates`: what it prints, how it ends, what it leaves alone."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

FILE = {
    "format": "candidate-scores/1",
    "tier_weights": None,
    "criteria": [{"name": f"tier {tier}", "tier": tier} for tier in (1, 2, 3)],
    "scores": [
        {"candidate": name, "assessor": "Ana", "criterion": f"tier {tier}", "score": score}
        for name, scores in {"C": (3, 5, 1), "B": (3, 4, 4), "A": (4, 2, 3)}.items()
        for tier, score in enumerate(scores, start=1)
    ],
}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "scores.json"
    path.write_text(json.dumps(FILE))
    return path


def printed(*arguments):
    out = io.StringIO()
    call_command("rank_candidates", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_json_is_one_object_with_unrounded_figures(file):
    answer = json.loads(printed(file, "--json"))
    assert answer["tier_weights"] == [11 / 18, 5 / 18, 2 / 18]
    assert [each["candidate"] for each in answer["candidates"]] == ["B", "A", "C"]
    assert answer["candidates"][1] == {
        "candidate": "A",
        "score": 10 / 3,
        "tiers": [4.0, 2.0, 3.0],
        "coverage": {"criteria": [3, 3], "assessors": [1, 1]},
        "rank_acceptability": [39 / 110, 21 / 110, 50 / 110],
        "ahead_for_every_weighting": [],
    }
    assert list(answer) == [
        *("tier_weights", "keeps_the_order", "judged_by_the_same", "candidates"),
        *("first_place_changes_without", "disagreement"),
    ]


def test_the_table_shows_places_scores_and_reservations(file):
    table = printed(file)
    assert "Weights: tier 1: 0.6111, tier 2: 0.2778, tier 3: 0.1111" in table
    [row] = [line.split() for line in table.splitlines() if line.startswith("2      A")]
    assert row[:6] == ["2", "A", "3.3333", "4", "2", "3"]
    assert row[-4:] == ["35.5%", "19.1%", "45.5%", "–"]
    assert "does not change who is first" in table


def test_the_table_says_first_what_speaks_against_it(tmp_path):
    changed = FILE | {"tier_weights": [0, 0, 1]}
    changed["scores"] = [
        *FILE["scores"],
        {"candidate": "A", "assessor": "Ben\x1b[2J", "criterion": "tier 1", "score": 1},
        {"candidate": "D", "assessor": "Ana", "criterion": "tier 1", "score": 1},
    ]
    path = tmp_path / "scores.json"
    path.write_text(json.dumps(changed))
    lines = printed(path).splitlines()
    assert lines[0] == "The candidates were not judged by the same people."
    assert "These weights are not the paper's order." in lines
    assert any(line.startswith("not rankable  D") for line in lines)
    assert 'To discuss: A, tier 1: Ana 4, "Ben\\u001b[2J" 1' in lines


def test_who_changes_the_first_place_is_named(tmp_path):
    levels = {("A", "Ana"): 3, ("A", "Ben"): 5, ("B", "Ana"): 4, ("B", "Ben"): 3}
    rows = [
        {"candidate": name, "assessor": judge, "criterion": "tier 1", "score": level}
        for (name, judge), level in levels.items()
    ]
    path = tmp_path / "scores.json"
    path.write_text(json.dumps(FILE | {"criteria": FILE["criteria"][:1], "scores": rows}))
    assert "Who is first would change without the assessor Ben." in printed(path)


def test_faults_go_to_standard_error_one_line_each(tmp_path, capsys):
    path = tmp_path / "scores.json"
    path.write_text(json.dumps(FILE).replace('"score": 3', '"score": 7'))
    with pytest.raises(SystemExit) as ended:
        call_command("rank_candidates", str(path))
    assert ended.value.code == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "scores[0].score: must be from 1 to 5, got 7",
        "scores[3].score: must be from 1 to 5, got 7",
        "scores[8].score: must be from 1 to 5, got 7",
    ]


def test_a_file_that_is_not_there_is_a_fault(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("rank_candidates", str(tmp_path / "none.json"))
    assert ended.value.code == 1
    assert capsys.readouterr().err.endswith("none.json: No such file or directory\n")


def test_standard_input_is_ranked_with_every_server_out_of_reach():
    """A process of its own: nothing listens on port 9, so touching a server would end it."""
    unreachable = {
        "DATABASE_URL": "postgres://nobody:nothing@127.0.0.1:9/none",
        "BROKER_URL": "redis://127.0.0.1:9/0",
        "CACHE_URL": "redis://127.0.0.1:9/1",
    }
    ended = subprocess.run(
        [sys.executable, Path(settings.BASE_DIR) / "manage.py", "rank_candidates", "-", "--json"],
        input=json.dumps(FILE).encode(),
        capture_output=True,
        env=os.environ | unreachable,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert json.loads(ended.stdout)["candidates"][0]["candidate"] == "B"
