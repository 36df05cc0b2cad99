"""The grouping: as good as looking at everything where that is possible, and always the same."""

import random

import pytest

from value_streams.grouping import Refusal, propose
from value_streams.grouping.searching import best_groupings
from value_streams.mapping.said import Said

from .exhaustive import best_efficacy
from .matrices import all_tiny, drawn, of_rows, shuffled


@pytest.mark.parametrize("size", [(1, 1), (1, 3), (3, 1), (2, 2), (2, 3), (3, 2), (3, 3)])
def test_every_tiny_matrix_is_grouped_as_well_as_it_can_be(size):
    for rows in all_tiny(*size):
        proposal = propose(of_rows(rows))
        assert proposal.grouping_efficacy == pytest.approx(max(best_efficacy(rows).values())), rows


@pytest.mark.parametrize("seed", range(12))
def test_a_small_matrix_has_the_best_grouping_for_every_number_of_families(seed):
    draw = random.Random(seed)
    rows = drawn(seed, draw.randint(3, 5), draw.randint(3, 4), draw.randint(1, 3))
    found = {each.number: each.grouping_efficacy for each in propose(of_rows(rows)).by_number}
    assert found == pytest.approx(best_efficacy(rows))


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_rows_and_columns_changes_nothing_in_the_families(seed):
    matrix = of_rows(drawn(seed, 18, 11, 4, inside=0.7, outside=0.15))

    def together(one):
        return {
            (frozenset(family.products), frozenset(family.steps))
            for family in propose(one).families
        }

    assert together(shuffled(matrix, seed)) == together(matrix)


@pytest.mark.parametrize("seed", range(8))
def test_every_product_is_in_one_family_and_every_step_in_one_block(seed):
    draw = random.Random(seed)
    matrix = of_rows(drawn(seed, draw.randint(2, 30), draw.randint(2, 20), 3))
    proposal = propose(matrix)
    products = [name for family in proposal.families for name in family.products]
    steps = [name for family in proposal.families for name in family.steps]
    assert sorted(products) == sorted(matrix.products)
    assert sorted(steps) == sorted(matrix.steps)
    assert all(family.products and family.steps for family in proposal.families)


@pytest.mark.parametrize("seed", range(4))
def test_the_number_asked_for_is_the_number_of_families(seed):
    matrix = of_rows(drawn(seed, 15, 9, 3))
    for number in range(1, 10):
        assert len(propose(matrix, families=number).families) == number


@pytest.mark.parametrize("families", [3, 7])
def test_families_without_any_overlap_are_found_whole(families):
    rows = [
        [int(step % families == product % families) for step in range(2 * families)]
        for product in range(5 * families)
    ]
    proposal = propose(of_rows(rows))
    assert proposal.grouping_efficacy == 1
    assert len(proposal.families) == families


def test_asking_for_the_best_number_is_never_worse_than_asking_for_that_number():
    matrix = of_rows(drawn(3, 18, 9, 4, inside=0.6, outside=0.2))
    proposal = propose(matrix)
    for number in range(1, 10):
        asked = propose(matrix, families=number).grouping_efficacy
        assert asked <= proposal.grouping_efficacy + 1e-9


def test_more_steps_than_products_are_grouped_just_as_well():
    rows = drawn(5, 26, 12, 4, inside=0.7)
    turned = [list(column) for column in zip(*rows, strict=True)]
    best, turned_best = propose(of_rows(rows)), propose(of_rows(turned))
    assert best.grouping_efficacy == pytest.approx(turned_best.grouping_efficacy)


def test_steps_left_out_are_in_no_family_and_count_nowhere():
    matrix = of_rows([[1, 1, 0], [1, 0, 1]])
    proposal = propose(matrix, ignore=["S1"])
    assert [family.steps for family in proposal.families] == [("S2",), ("S3",)]
    assert (proposal.ones, proposal.grouping_efficacy) == (2, 1.0)


def test_everything_that_cannot_be_done_is_said_at_once():
    with pytest.raises(Refusal) as refused:
        propose(of_rows([[1, 0], [1, 1]]), families=4, ignore=["S1", "Paint"])
    assert refused.value.reasons == (
        Said("The step {step} to be left out is not in the matrix.", {"step": "Paint"}),
        Said("{product} passes only steps that are left out.", {"product": "P1"}),
        Said("The number of families must be from 1 to {most}, got {got}.", {"most": 1, "got": 4}),
    )


def test_progress_rises_from_the_start_to_the_end():
    told = []
    best_groupings(of_rows(drawn(1, 20, 12, 4)).incidence, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
