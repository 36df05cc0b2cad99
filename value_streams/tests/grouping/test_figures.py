"""The figures of a family, reckoned by hand."""

import pytest

from value_streams.grouping import Matrix, Partition, Rules, figures_of, partition_of

MATRIX = Matrix(
    ("Left", "Right", "Rail"),
    ("Saw", "Mill", "Weld"),
    ((20.0, 40.0, 0.0), (20.0, 10.0, 12.0), (0.0, 0.0, 50.0)),
    (600.0, 200.0, 200.0),
)
BRACKETS_AND_RAILS = Partition((0, 0, 1), (0, 0, 1))


def test_the_figures_of_a_proposal():
    proposal = figures_of(MATRIX, BRACKETS_AND_RAILS)
    assert (proposal.ones, proposal.exceptional, proposal.voids) == (6, 1, 0)
    assert proposal.grouping_efficacy == pytest.approx(5 / 6)


def test_steps_in_common_are_those_of_all_products_over_those_of_any():
    brackets, rails = figures_of(MATRIX, BRACKETS_AND_RAILS).families
    assert brackets.common_step_share == pytest.approx(2 / 3)
    assert rails.common_step_share == 1


def test_the_spread_of_work_content_is_the_difference_over_the_largest():
    brackets, _rails = figures_of(MATRIX, BRACKETS_AND_RAILS).families
    assert brackets.work_content_spread == pytest.approx((60 - 42) / 60)


def test_the_share_of_demand_is_of_all_products():
    brackets, rails = figures_of(MATRIX, BRACKETS_AND_RAILS).families
    assert (brackets.demand_share, rails.demand_share) == (0.8, 0.2)


def test_one_unknown_demand_makes_every_share_unknown():
    matrix = Matrix(MATRIX.products, MATRIX.steps, MATRIX.cells, (600.0, None, 200.0))
    assert figures_of(matrix, BRACKETS_AND_RAILS).families[1].demand_share is None


def test_a_step_that_is_passed_and_not_timed_makes_the_spread_unknown():
    cells = ((20.0, None, 0.0), *MATRIX.cells[1:])
    matrix = Matrix(MATRIX.products, MATRIX.steps, cells, MATRIX.demand)
    assert figures_of(matrix, BRACKETS_AND_RAILS).families[0].work_content_spread is None


@pytest.mark.parametrize(
    ("rules", "within"),
    [(Rules(), False), (Rules(0.6, 0.3), True), (Rules(0.6, 0.29), False), (Rules(0.7, 1), False)],
)
def test_a_family_that_misses_a_rule_is_marked(rules, within):
    assert figures_of(MATRIX, BRACKETS_AND_RAILS, rules).families[0].within_rules is within


def test_exactly_at_the_threshold_is_within_the_rules():
    matrix = Matrix(("A", "B"), ("Saw",), ((100.0,), (70.0,)), (None, None))
    assert figures_of(matrix, Partition((0, 0), (0,)), Rules(1, 0.3)).families[0].within_rules


def test_rules_never_change_the_grouping():
    strict = figures_of(MATRIX, BRACKETS_AND_RAILS, Rules(1, 0))
    assert strict.partition == figures_of(MATRIX, BRACKETS_AND_RAILS).partition


def test_families_are_numbered_by_the_first_step_of_their_block():
    assert partition_of([2, 0, 1], [1, 2, 0]) == Partition((1, 2, 0), (0, 1, 2))
