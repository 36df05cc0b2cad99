"""Who grades high or low, against a recomputation that shares no code with it."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.ranking import ENOUGH, Criterion, Panel, ScoreRow, severities

from .panels import panels
from .test_leaving_out import random_panel

examples = settings(deadline=None, max_examples=100)


def brute_severity(panel, assessor):
    """(cells, mean difference or None), row by row from nothing but the rows."""
    differences = []
    for own in panel.rows:
        if own.assessor != assessor or own.score is None:
            continue
        others = [
            row.score
            for row in panel.rows
            if (row.candidate, row.criterion) == (own.candidate, own.criterion)
            and row.assessor != assessor
            and row.score is not None
        ]
        if others:
            differences.append(own.score - Fraction(sum(others)) / len(others))
    return len(differences), sum(differences) / len(differences) if differences else None


def test_200_random_panels_agree_with_brute_force():
    enough = too_few = none = 0
    for seed in range(200):
        panel = random_panel(seed)
        for each in severities(panel):
            expected = brute_severity(panel, each.assessor)
            assert (each.cells, each.difference) == expected, f"panel {seed}, {each.assessor}"
            enough += each.is_enough
            too_few += 0 < each.cells < ENOUGH
            none += each.difference is None
    assert min(enough, too_few, none) >= 20


def by_assessor(panel):
    return {each.assessor: (each.cells, each.difference) for each in severities(panel)}


@examples
@given(panels())
def test_two_who_judged_the_same_cells_are_as_far_above_as_below(panel):
    two = replace(
        panel,
        assessors=panel.assessors[:2],
        rows=tuple(row for row in panel.rows if row.assessor in panel.assessors[:2]),
    )
    if len(two.assessors) < 2:
        return
    (cells, above), (same, below) = by_assessor(two).values()
    assert cells == same
    assert above is below is None or above == -below


@examples
@given(panels(asked=("level",)))
def test_where_everybody_judged_everything_the_differences_cancel_out(panel):
    found = [each.difference for each in severities(panel) if each.difference is not None]
    assert sum(found) == 0


@examples
@given(panels(), st.randoms(use_true_random=False))
def test_order_changes_nothing(panel, random):
    other = replace(panel, rows=tuple(random.sample(panel.rows, len(panel.rows))))
    assert by_assessor(other) == by_assessor(panel)


@examples
@given(panels())
def test_not_observed_is_no_cell(panel):
    observed = replace(panel, rows=tuple(row for row in panel.rows if row.score is not None))
    assert by_assessor(observed) == by_assessor(panel)


@examples
@given(panels())
def test_a_level_is_never_more_than_four_from_the_others(panel):
    assert all(abs(each.difference or 0) <= 4 for each in severities(panel))


def test_who_gives_half_a_level_more_everywhere_is_half_a_level_above():
    criteria = [Criterion(f"criterion {n}", 1) for n in range(ENOUGH)]
    rows = [
        ScoreRow("A", assessor, each.key, Fraction(3) + more)
        for each in criteria
        for assessor, more in (("Ana", Fraction(1, 2)), ("Ben", Fraction(0)))
    ]
    ana, ben = severities(Panel(criteria, ["Ana", "Ben"], rows))
    assert (ana.difference, ben.difference) == (Fraction(1, 2), Fraction(-1, 2))
    assert ana.is_enough


def test_who_sits_alone_is_compared_with_nobody():
    [ana] = severities(Panel([Criterion("whole", 1)], ["Ana"], [ScoreRow("A", "Ana", "whole", 5)]))
    assert (ana.cells, ana.difference, ana.is_enough) == (0, None, False)
