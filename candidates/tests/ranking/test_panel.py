"""A panel refuses what no form or file should ever have let through."""

import pytest

from candidates.ranking import Criterion, Panel, ScoreRow

WHOLE = Criterion("whole", 1)
ROW = ScoreRow("A", "Ana", "whole", 4)


@pytest.mark.parametrize("tier", [0, 4, None])
def test_there_are_three_tiers_and_no_others(tier):
    with pytest.raises(ValueError, match="tier must be 1, 2 or 3"):
        Criterion("whole", tier)


@pytest.mark.parametrize("weight", [0, -1])
def test_a_criterion_weighs_something(weight):
    with pytest.raises(ValueError, match="weight must be greater than 0"):
        Criterion("whole", 1, weight)


@pytest.mark.parametrize("score", [0, "0.99", "5.01", 6])
def test_a_score_is_from_1_to_5(score):
    with pytest.raises(ValueError, match="score must be from 1 to 5"):
        ScoreRow("A", "Ana", "whole", score)


@pytest.mark.parametrize(
    ("panel", "sentence"),
    [
        (([WHOLE, Criterion("whole", 2)], ["Ana"], []), "criterion given twice: whole"),
        (([WHOLE], ["Ana", "Ana"], []), "assessor given twice: Ana"),
        (([WHOLE], ["Ana"], [], ["A", "A"]), "candidate given twice: A"),
        (([WHOLE], ["Ana"], [ROW, ROW]), "score given twice"),
    ],
)
def test_nothing_is_given_twice(panel, sentence):
    with pytest.raises(ValueError, match=sentence):
        Panel(*panel)


@pytest.mark.parametrize(
    "panel",
    [
        ([WHOLE], ["Ben"], [ROW]),
        ([Criterion("trust", 1)], ["Ana"], [ROW]),
        ([WHOLE], ["Ana"], [ROW], ["B"]),
    ],
)
def test_a_score_names_nobody_and_nothing_the_panel_does_not(panel):
    with pytest.raises(ValueError, match="names somebody or something the panel does not"):
        Panel(*panel)


def test_left_out_assessors_and_criteria_leave_no_trace():
    panel = Panel([WHOLE, Criterion("trust", 1)], ["Ana", "Ben"], [ROW])
    assert panel.without_assessor("Ben") == Panel(panel.criteria, ["Ana"], [ROW])
    assert panel.without_criterion("trust") == Panel([WHOLE], ["Ana", "Ben"], [ROW])
    assert panel.without_assessor("Ana").candidates == ("A",)
