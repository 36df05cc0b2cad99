"""What a ranking says against itself: who judged, and where they disagree."""

import json

from candidates.ranking import Criterion, Panel, ScoreRow, as_json, rank

from .panels import by_name


def panel_of(*cells):
    """Cells as "candidate assessor criterion level", level - for not observed."""
    rows = []
    for cell in cells:
        candidate, assessor, criterion, level = cell.split()
        rows.append(ScoreRow(candidate, assessor, criterion, None if level == "-" else level))
    return Panel([Criterion("whole", 1), Criterion("trust", 1)], ["Ana", "Ben", "Cem"], rows)


def test_candidates_judged_by_different_people_are_said_to_be():
    assert not rank(panel_of("A Ana whole 4", "B Ben whole 4")).judged_by_the_same


def test_one_criterion_not_observed_does_not_make_the_people_different():
    panel = panel_of("A Ana whole 4", "A Ana trust -", "B Ana whole 4", "B Ana trust 3")
    assert rank(panel).judged_by_the_same


def test_who_observed_nothing_of_a_candidate_has_not_judged_them():
    panel = panel_of("A Ana whole 4", "A Ben whole -", "B Ana whole 4", "B Ben whole 3")
    ranking = rank(panel)
    assert not ranking.judged_by_the_same
    assert by_name(ranking)["A"].coverage_assessors.observed == 1


def test_disagreements_are_two_levels_apart_and_the_widest_comes_first():
    panel = panel_of(
        *("A Ana whole 4", "A Ben whole 2.1"),
        *("A Ana trust 5", "A Ben trust 3", "A Cem trust -"),
        *("B Ana whole 2", "B Ben whole 5", "B Cem whole 1.5"),
    )
    disagreement = as_json(rank(panel))["disagreement"]
    assert disagreement == [
        {
            "candidate": "B",
            "criterion": "whole",
            "range": 3.5,
            "scores": {"Ana": 2, "Ben": 5, "Cem": 1.5},
        },
        {"candidate": "A", "criterion": "trust", "range": 2, "scores": {"Ana": 5, "Ben": 3}},
    ]
    assert '{"Ana": 2, "Ben": 5, "Cem": 1.5}' in json.dumps(disagreement)
