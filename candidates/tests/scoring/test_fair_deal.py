import doctest
from itertools import combinations

import pytest

from candidates import scorecard_nudges, scorecard_sharing
from candidates.scorecard_sharing import FEWEST, MOST, fair_deal, judges_of

PANELS = [(criteria, seats) for criteria in range(1, 25) for seats in range(1, 10)]


@pytest.mark.parametrize("module", [scorecard_sharing, scorecard_nudges])
def test_the_worked_examples_are_true(module):
    tried = doctest.testmod(module)
    assert tried.attempted >= 4
    assert tried.failed == 0


def deal_of(criteria, seats):
    return fair_deal([f"c{n}" for n in range(criteria)], [f"s{n}" for n in range(seats)])


@pytest.mark.parametrize(("criteria", "seats"), PANELS)
def test_a_fair_deal_is_fair(criteria, seats):
    deal = deal_of(criteria, seats)
    loads = [len(theirs) for theirs in deal.values()]
    judges = [judges_of(deal, f"c{n}") for n in range(criteria)]
    assert len({*loads}) == 1
    assert all(len({*theirs}) == len(theirs) for theirs in deal.values())
    assert min(judges) >= 1
    assert max(judges) - min(judges) <= 1
    assert judges == sorted(judges, reverse=True)
    # ten at most, unless a criterion would then be judged by nobody
    assert loads[0] <= MOST or loads[0] == -(-criteria // seats)
    assert loads[0] >= min(FEWEST, criteria)
    # two judges each, as far as ten a seat allow it
    assert min(judges) >= 2 or seats == 1 or loads[0] >= MOST


def test_every_two_of_four_seats_meet_at_a_criterion():
    deal = deal_of(20, 4)
    for one, other in combinations(deal, 2):
        assert {*deal[one]} & {*deal[other]}


def test_the_same_panel_is_dealt_the_same():
    assert deal_of(20, 5) == deal_of(20, 5)


def test_nobody_and_nothing_can_be_dealt():
    assert fair_deal([], ["s"]) == {"s": []}
    assert fair_deal(["c"], []) == {}
