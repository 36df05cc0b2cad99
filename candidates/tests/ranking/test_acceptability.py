"""Rank acceptability: exact shares against random weightings, and the edges of the cutting."""

from fractions import Fraction

import numpy as np
import pytest

from candidates.ranking.acceptability import rank_acceptability
from candidates.ranking.dominance import is_ahead_for_every_weighting

DRAWS = 20_000
# Five standard deviations of a share at its widest: sqrt(0.25 / 20,000) x 5.
TOLERANCE = 0.018


def sampled(candidates, random):
    """The shares of places under random weightings; equal candidates share theirs."""
    tiers = len(candidates[0])
    # Exponential draws divided by their sum are uniform on the simplex; sorting keeps the order.
    weights = -np.sort(-random.dirichlet(np.ones(tiers), DRAWS), axis=1)
    corners = np.array(candidates, dtype=float)
    scores = weights @ corners.T
    shares = np.zeros((len(candidates), len(candidates)))
    for i, own in enumerate(candidates):
        twins = [j for j, other in enumerate(candidates) if other == own]
        others = [j for j, other in enumerate(candidates) if other != own]
        ahead = (scores[:, others] > scores[:, [i]]).sum(axis=1)
        for offset in range(len(twins)):
            np.add.at(shares[i], ahead + offset, 1 / len(twins) / DRAWS)
    return shares


@pytest.mark.parametrize("tiers", [1, 2, 3])
@pytest.mark.parametrize("people", [2, 3, 5, 9])
def test_exact_shares_agree_with_20000_random_weightings(tiers, people):
    random = np.random.default_rng(1000 * tiers + people)
    for _ in range(5):
        candidates = [
            tuple(Fraction(int(n), 2) for n in random.integers(2, 11, tiers)) for _ in range(people)
        ]
        exact = np.array(rank_acceptability(candidates), dtype=float)
        assert np.abs(exact - sampled(candidates, random)).max() < TOLERANCE


def test_two_candidates_are_cut_where_they_are_equal():
    # Lead in the corners: 2, 1/2, -1/3; zero at 3/5 of the edge from the second corner and at
    # 6/7 of the edge from the first, so the trailing corner is 2/5 x 1/7 of the triangle.
    first, second = rank_acceptability([(5, 2, 2), (3, 3, 4)])
    assert first == (Fraction(33, 35), Fraction(2, 35))
    assert second == (Fraction(2, 35), Fraction(33, 35))


def test_equal_leaders_share_the_first_two_places():
    assert rank_acceptability([(4, 4, 4), (2, 2, 2), (4, 4, 4)]) == [
        (Fraction(1, 2), Fraction(1, 2), 0),
        (0, 0, 1),
        (Fraction(1, 2), Fraction(1, 2), 0),
    ]


def test_a_cut_along_an_edge_leaves_the_triangle_whole():
    # The lead in the corners: 0, -1/2, 0.
    assert rank_acceptability([(4, 2, 3), (4, 3, 2)]) == [(0, 1), (1, 0)]


def test_a_cut_may_run_through_a_corner():
    # The lead in the corners: 0, -1/2, 1/3; zero at 3/5 of the opposite edge.
    assert rank_acceptability([(4, 2, 4), (4, 3, 2)]) == [
        (Fraction(2, 5), Fraction(3, 5)),
        (Fraction(3, 5), Fraction(2, 5)),
    ]


def test_one_candidate_alone_is_first_and_none_is_none():
    assert rank_acceptability([(1, 1, 1)]) == [(1,)]
    assert rank_acceptability([]) == []


def test_more_than_three_tiers_are_refused():
    with pytest.raises(ValueError, match="one to three tiers"):
        rank_acceptability([(1, 2, 3, 4)])


def test_ahead_for_every_weighting_is_ahead_under_random_and_extreme_weightings():
    random = np.random.default_rng(7)
    extremes = [[1, 0, 0], [1 / 2, 1 / 2, 0], [1 / 3, 1 / 3, 1 / 3]]
    weights = np.vstack([extremes, -np.sort(-random.dirichlet(np.ones(3), 2_000), axis=1)])
    for a, b in random.integers(1, 6, (300, 2, 3)):
        leads = weights @ (a - b)
        never_behind = leads.min() > -1e-9 and leads.max() > 1e-9
        assert is_ahead_for_every_weighting(a.tolist(), b.tolist()) == never_behind
