"""Worked examples of a plan's arithmetic, and what holds for every goal."""

import doctest
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from value_streams.planning import (
    Direction,
    Goal,
    GoalRefused,
    Objective,
    achievement,
    against_baseline,
    goals,
    progress,
    total,
)

NUMBERS = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)
WAYS = [Direction.LOWER, Direction.HIGHER]


def objective(key, direction, start, to, weight=1, actuals=(), targets=()):
    goal = Goal(direction, Fraction(start), Fraction(to))
    return Objective(key, goal, Fraction(weight), dict(targets), dict(actuals))


@pytest.mark.parametrize("module", [goals, achievement])
def test_worked_examples(module):
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("direction", "start", "to"), [("lower", 1, 2), ("higher", 2, 1), ("keep", 1, 2)]
)
def test_a_direction_against_from_and_to_is_refused(direction, start, to):
    with pytest.raises(GoalRefused):
        Goal(Direction(direction), Fraction(start), Fraction(to))


def test_keeping_is_all_or_nothing():
    kept = Goal(Direction.HIGHER, Fraction(98), Fraction(98))
    assert [kept.achieved(Fraction(value)) for value in (97, 98, 99)] == [0, 1, 1]
    assert Goal(Direction.LOWER, Fraction(2), Fraction(2)).achieved(Fraction(1)) == 1
    assert Goal(Direction.KEEP, Fraction(2), Fraction(2)).achieved(Fraction(1)) == 0


def test_a_total_counts_each_objective_to_one_at_most_and_says_what_it_leaves_out():
    plan = [
        objective("over", Direction.HIGHER, 0, 10, weight=1, actuals={1: Fraction(15)}),
        objective("half", Direction.LOWER, 10, 0, weight=3, actuals={1: Fraction(5)}),
        objective("unmarked", Direction.LOWER, 10, 0, weight=9),
        Objective("yes or no", None, done=True),
    ]
    reached = total(plan, 1)
    assert (reached.achieved, reached.unlimited) == (Fraction(5, 8), Fraction(3, 4))
    assert (len(reached.counted), reached.asked) == (2, 4)


def test_nothing_marked_is_missing_and_not_zero():
    assert total([objective("one", Direction.LOWER, 10, 0)], 12).achieved is None


def test_the_baseline_keeps_what_was_dropped_and_knows_nothing_of_what_was_added():
    first = objective("first", Direction.LOWER, 10, 0, weight=2)
    second = objective("second", Direction.HIGHER, 0, 10)
    easier = objective(
        "first", Direction.LOWER, 10, 5, weight=1, actuals={1: Fraction(9), 3: Fraction(5)}
    )
    dropped = replace(second, actuals={2: Fraction(4)}, dropped=True)
    added = objective("third", Direction.HIGHER, 0, 10, actuals={3: Fraction(0)})
    current = [easier, dropped, added]
    assert total(current, 3).achieved == Fraction(1, 2)
    assert against_baseline([first, second], current, 3).achieved == Fraction(7, 15)


@given(st.sampled_from(WAYS), NUMBERS, NUMBERS, NUMBERS)
def test_a_mirrored_goal_is_achieved_alike(direction, start, to, actual):
    start, to = sorted((start, to), reverse=direction == Direction.LOWER)
    other = Direction.HIGHER if direction == Direction.LOWER else Direction.LOWER
    goal, mirrored = Goal(direction, start, to), Goal(other, -start, -to)
    assert goal.achieved(actual) == mirrored.achieved(-actual)


@given(st.sampled_from(WAYS), NUMBERS, NUMBERS, NUMBERS)
def test_the_goal_is_reached_exactly_when_the_actual_does_not_miss_it(direction, start, to, actual):
    start, to = sorted((start, to), reverse=direction == Direction.LOWER)
    goal = Goal(direction, start, to)
    assert (goal.achieved(actual) >= 1) is not goal.misses(actual, to)


@given(NUMBERS, NUMBERS, st.dictionaries(st.integers(1, 12), NUMBERS), st.integers(1, 12))
def test_a_month_counts_with_its_latest_mark_and_never_with_a_later_one(start, to, actuals, month):
    assume(start > to)
    one = objective("one", Direction.LOWER, start, to, actuals=actuals)
    known = {each: value for each, value in actuals.items() if each <= month}
    found = progress(one, month)
    assert found.month == max(known, default=None)
    assert found.achieved is None or 0 <= found.achieved <= 1
    assert replace(found, objective=None) == replace(
        progress(replace(one, actuals=known), month), objective=None
    )
