"""A scores file in: exact numbers, and every fault at once by its path."""

import copy
import json
from fractions import Fraction

import pytest

from candidates.ranking import Faults, as_json, rank, read_panel

GOOD = {
    "format": "candidate-scores/1",
    "tier_weights": None,
    "assessors": ["Ana", "Ben"],
    "criteria": [
        {"name": "Sees the whole stream", "tier": 1, "weight": 1},
        {"name": "Knows the flows", "tier": 3, "weight": 2.5},
    ],
    "scores": [
        {"candidate": "A", "assessor": "Ana", "criterion": "Sees the whole stream", "score": 4},
        {"candidate": "A", "assessor": "Ana", "criterion": "Knows the flows", "score": 4.1},
        {"candidate": "B", "assessor": "Ben", "criterion": "Knows the flows", "score": None},
    ],
}


def written(file):
    return json.dumps(file).encode()


def faults_of(raw):
    with pytest.raises(Faults) as caught:
        read_panel(raw)
    return list(caught.value.lines)


def faults_with(*path, **changes):
    """The faults of the good file with keys changed at a path; `...` takes a key away."""
    file = copy.deepcopy(GOOD)
    place = file
    for step in path:
        place = place[step]
    for key, value in changes.items():
        if value is ...:
            del place[key]
        else:
            place[key] = value
    return faults_of(written(file))


def test_decimals_are_read_exactly():
    panel = read_panel(written(GOOD))
    assert [row.score for row in panel.rows] == [4, Fraction(41, 10), None]
    assert {criterion.key: criterion.weight for criterion in panel.criteria} == {
        "Sees the whole stream": 1,
        "Knows the flows": Fraction(5, 2),
    }


def test_assessors_left_out_are_those_with_a_row():
    file = {key: value for key, value in GOOD.items() if key not in {"assessors", "tier_weights"}}
    assert read_panel(written(file)).assessors == ("Ana", "Ben")


def test_a_listed_assessor_without_a_row_counts_in_coverage():
    panel = read_panel(written(GOOD | {"assessors": ["Ana", "Ben", "Cem"]}))
    assert rank(panel).candidates[0].coverage_assessors.all == 3


def test_the_order_of_lines_changes_nothing_at_all():
    # Every cell is a draw and a disagreement, so that everything listed hangs on the order.
    rows = [
        {"candidate": name, "assessor": judge, "criterion": each["name"], "score": score}
        for name in "AB"
        for judge, score in {"Ana": 2, "Ben": 5}.items()
        for each in GOOD["criteria"]
    ]
    file = GOOD | {"scores": rows}
    backwards = file | {key: file[key][::-1] for key in ("assessors", "criteria", "scores")}
    answer, other = (json.dumps(as_json(rank(read_panel(written(f))))) for f in (file, backwards))
    assert answer == other


def test_equal_scores_stand_by_name():
    rows = [
        {"candidate": name, "assessor": "Ana", "criterion": key, "score": 3}
        for name in ("Lund", "Abel", "Çelik")
        for key in ("Sees the whole stream", "Knows the flows")
    ]
    ranking = rank(read_panel(written(GOOD | {"scores": rows})))
    assert [each.candidate for each in ranking.candidates] == ["Abel", "Lund", "Çelik"]


def test_a_byte_order_mark_is_no_fault():
    assert read_panel(b"\xef\xbb\xbf" + written(GOOD)) == read_panel(written(GOOD))


@pytest.mark.parametrize(
    ("score", "fault"),
    [
        (7, "scores[1].score: must be from 1 to 5, got 7"),
        (0.999, "scores[1].score: must be from 1 to 5, got 0.999"),
        (-4, "scores[1].score: must be from 1 to 5, got -4"),
        ("4", 'scores[1].score: must be a number, got "4"'),
        (True, "scores[1].score: must be a number, got true"),
        ([4], "scores[1].score: must be a number, got a list"),
        (float("nan"), "scores[1].score: must be a number, got NaN"),
        (float("-inf"), "scores[1].score: must be a number, got -Infinity"),
        (..., "scores[1].score: is missing"),
    ],
)
def test_a_score_that_is_none(score, fault):
    assert faults_with("scores", 1, score=score) == [fault]


@pytest.mark.parametrize(
    ("path", "changes", "fault"),
    [
        ([], {"format": "scores/2"}, 'format: must be "candidate-scores/1", got "scores/2"'),
        ([], {"format": ...}, "format: is missing"),
        ([], {"comment": "hello"}, "comment: unknown key"),
        ([], {"two words": 1}, '"two words": unknown key'),
        ([], {"scores": []}, "scores: must not be empty"),
        ([], {"scores": ...}, "scores: is missing"),
        ([], {"scores": {}}, "scores: must be a list, got an object"),
        ([], {"assessors": None}, "assessors: must be a list, got null"),
        ([], {"assessors": ["Ana", "Ben", "Ana"]}, 'assessors[2]: given twice, got "Ana"'),
        ([], {"assessors": ["Ana", "Ben", " "]}, 'assessors[2]: must be a name, got " "'),
        (
            [],
            {"assessors": ["Ana"]},
            'scores[2].assessor: must be one of the assessors, got "Ben"',
        ),
        (
            ["scores", 0],
            {"criterion": "Charm"},
            'scores[0].criterion: must be one of the criteria, got "Charm"',
        ),
        (["scores", 0], {"candidate": 12}, "scores[0].candidate: must be a name, got 12"),
        (
            ["scores", 0],
            {"candidate": "\ud800"},
            'scores[0].candidate: must be a name, got "\\ud800"',
        ),
        (["scores", 0], {"note": ""}, "scores[0].note: unknown key"),
        (
            ["scores", 1],
            {"criterion": "Sees the whole stream"},
            "scores[1]: score given twice, first in scores[0]",
        ),
        (["criteria", 0], {"tier": 4}, "criteria[0].tier: must be 1, 2 or 3, got 4"),
        (["criteria", 0], {"tier": 1.5}, "criteria[0].tier: must be 1, 2 or 3, got 1.5"),
        (["criteria", 0], {"tier": True}, "criteria[0].tier: must be 1, 2 or 3, got true"),
        (["criteria", 0], {"weight": 0}, "criteria[0].weight: must be greater than 0, got 0"),
        (["criteria", 0], {"weight": -2}, "criteria[0].weight: must be greater than 0, got -2"),
        (["criteria", 0], {"weight": None}, "criteria[0].weight: must be a number, got null"),
        (
            ["criteria", 1],
            {"name": "Sees the whole stream"},
            'criteria[1].name: given twice, got "Sees the whole stream"',
        ),
        ([], {"tier_weights": [0.5, 0.6]}, "tier_weights: must have a sum of 1, got 1.1"),
        ([], {"tier_weights": [1.5, -0.5]}, "tier_weights[1]: must be 0 or more, got -0.5"),
        ([], {"tier_weights": [1]}, "tier_weights: must be one per tier, for 2 tiers, got 1"),
        ([], {"tier_weights": "equal"}, 'tier_weights: must be a list, got "equal"'),
    ],
)
def test_each_fault_is_named_by_its_path(path, changes, fault):
    assert faults_with(*path, **changes) == [fault]


def test_all_faults_come_at_once():
    raw = (
        b'{"format": "candidate-scores/1", "criteria": [{"name": "W", "tier": 0, "wieght": 1}],'
        b' "scores": [{"candidate": "A", "assessor": "Ana", "criterion": "W", "score": 6},'
        b' 7, {"candidate": "", "assessor": "Ana", "criterion": "W", "score": Infinity}]}'
    )
    assert faults_of(raw) == [
        "criteria[0].wieght: unknown key",
        "criteria[0].tier: must be 1, 2 or 3, got 0",
        "scores[0].score: must be from 1 to 5, got 6",
        "scores[1]: must be an object, got 7",
        'scores[2].candidate: must be a name, got ""',
        "scores[2].score: must be a number, got Infinity",
    ]


def test_a_key_given_twice_is_a_fault():
    raw = written(GOOD).replace(b'"score": 4}', b'"score": 4, "score": 5}')
    assert faults_of(raw) == ["scores[0].score: given twice"]


@pytest.mark.parametrize("number", ["1e999999999", "1e99999999999999999999", "4." + "1" * 5000])
def test_a_number_too_long_to_reckon_with_is_refused_at_once(number):
    raw = written(GOOD).replace(b"4.1", number.encode())
    [fault] = faults_of(raw)
    assert fault.startswith("scores[1].score: must be a number, got ")
    assert len(fault) < 120


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"", "file: line 1: Expecting value"),
        (b'{"format":\n "candidate-scores/1",}', "file: line 2: "),
        (b"[]", "file: must be an object, got a list"),
        (b"7", "file: must be an object, got 7"),
        (b'"\xff"', "file: must be UTF-8 text, is not at byte 1"),
        (b"[" * 100_000, "file: is nested too deeply"),
    ],
)
def test_what_is_no_json_object_is_said_to_be_none(raw, fault):
    [line] = [each for each in faults_of(raw) if each.startswith("file")]
    assert line.startswith(fault)


def test_a_fault_stays_on_one_line():
    for line in faults_with("scores", 0, assessor="A\nB\u2028C"):
        assert len(line.splitlines()) == 1
