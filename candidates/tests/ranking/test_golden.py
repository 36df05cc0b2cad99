"""Panels reckoned by hand."""

from fractions import Fraction

import pytest

from candidates.ranking import (
    Criterion,
    Panel,
    ScoreRow,
    as_json,
    keeps_the_order,
    rank,
    rank_order_centroid,
)

from .panels import by_name, judged

CRITERIA = [
    Criterion("whole", 1, weight=2),
    Criterion("trust", 1, weight=1),
    Criterion("lean", 2),
    Criterion("flows", 3),
]
# B: whole 4, trust 1 -> (2 x 4 + 1 x 1) / 3 = 3; lean 5; flows (5 + 4) / 2 = 4.5
# A: whole (5 + 4) / 2 = 4.5, trust observed by nobody -> 4.5; lean 3; flows 2
# C: flows observed by nobody -> not rankable
ROWS = [
    ScoreRow("C", "Ana", "whole", 5),
    ScoreRow("C", "Ana", "lean", 5),
    ScoreRow("C", "Ana", "flows", None),
    ScoreRow("B", "Ana", "whole", 4),
    ScoreRow("B", "Ben", "trust", 1),
    ScoreRow("B", "Ben", "lean", 5),
    ScoreRow("B", "Ana", "flows", 5),
    ScoreRow("B", "Ben", "flows", 4),
    ScoreRow("A", "Ana", "whole", 5),
    ScoreRow("A", "Ben", "whole", 4),
    ScoreRow("A", "Ana", "trust", None),
    ScoreRow("A", "Ana", "lean", 3),
    ScoreRow("A", "Ben", "flows", 2),
]


@pytest.fixture
def ranking():
    return rank(Panel(CRITERIA, ["Ana", "Ben", "Cem"], ROWS))


def test_the_weights_of_one_two_and_three_tiers_are_the_rank_order_centroid():
    assert rank_order_centroid(1) == (1,)
    assert rank_order_centroid(2) == (Fraction(3, 4), Fraction(1, 4))
    assert rank_order_centroid(3) == (Fraction(11, 18), Fraction(5, 18), Fraction(2, 18))


def test_a_score_is_tier_means_by_tier_weights(ranking):
    # A: (11 x 4.5 + 5 x 3 + 2 x 2) / 18 = 68.5 / 18; B: (11 x 3 + 5 x 5 + 2 x 4.5) / 18 = 67 / 18
    assert [(each.candidate, each.score, each.place) for each in ranking.candidates] == [
        ("A", Fraction(137, 36), 1),
        ("B", Fraction(67, 18), 2),
        ("C", None, None),
    ]


def test_a_criterion_nobody_observed_gives_its_weight_to_the_rest_of_the_tier(ranking):
    tier = by_name(ranking)["A"].tiers[0]
    assert (tier.value, [tier.share(mean) for mean in tier.criteria]) == (Fraction(9, 2), [1, None])


def test_the_score_is_the_sum_of_what_the_tiers_add(ranking):
    tiers = by_name(ranking)["B"].tiers
    assert [tier.contribution for tier in tiers] == [
        Fraction(33, 18),
        Fraction(25, 18),
        Fraction(9, 18),
    ]


def test_coverage_counts_what_was_observed_of_all(ranking):
    coverage = {c["candidate"]: c["coverage"] for c in as_json(ranking)["candidates"]}
    assert coverage == {
        "A": {"criteria": [3, 4], "assessors": [2, 3]},
        "B": {"criteria": [4, 4], "assessors": [2, 3]},
        "C": {"criteria": [2, 4], "assessors": [1, 3]},
    }


def test_a_tier_nobody_observed_makes_a_candidate_not_rankable_and_last(ranking):
    last = as_json(ranking)["candidates"][-1]
    assert (last["candidate"], last["tiers"]) == ("C", [5.0, 5.0, None])
    assert last["score"] is last["rank_acceptability"] is None
    assert last["ahead_for_every_weighting"] == []


def test_the_others_are_ranked_among_themselves(ranking):
    # The lead of A over B in the corners: 3/2, (3/2 - 2) / 2 = -1/4, (3/2 - 2 - 5/2) / 3 = -1.
    # It is zero at 6/7 of the way to the second corner and 3/5 of the way to the third.
    shares = {name: s.rank_acceptability for name, s in by_name(ranking).items()}
    assert shares == {
        "A": (Fraction(18, 35), Fraction(17, 35)),
        "B": (Fraction(17, 35), Fraction(18, 35)),
        "C": None,
    }


def test_three_candidates_without_a_clear_order_share_the_places():
    ranking = rank(judged({"A": (4, 2, 3), "B": (3, 4, 4), "C": (3, 5, 1)}))
    a = by_name(ranking)["A"]
    assert a.score == Fraction(10, 3)
    assert a.rank_acceptability == (Fraction(39, 110), Fraction(21, 110), Fraction(50, 110))


def test_who_is_never_behind_is_ahead_for_every_weighting():
    ranking = rank(judged({"A": (4, 2, 3), "B": (3, 3, 3), "C": (3, 2, 5), "D": (4, 3, 1)}))
    assert {name: s.ahead_for_every_weighting for name, s in by_name(ranking).items()} == {
        "A": ("B",),
        "B": (),
        "C": (),
        "D": (),
    }


def test_given_weights_are_used_and_compared_with_the_papers_order():
    ranking = rank(judged({"A": (4, 2, 3), "B": (3, 4, 4)}, tier_weights=("0.2", "0.5", "0.3")))
    assert by_name(ranking)["A"].score == Fraction(27, 10)
    assert not ranking.keeps_the_order
    assert keeps_the_order((Fraction(1, 2), Fraction(1, 2), Fraction(0)))


def test_weights_that_miss_the_sum_of_one_by_rounding_give_whole_scores():
    weights = ("0.3333333333", "0.3333333333", "0.3333333333")
    assert rank(judged({"A": (4, 4, 4)}, weights)).candidates[0].score == 4


@pytest.mark.parametrize("weights", [("0.5", "0.5"), ("0.5", "0.3", "0.1"), ("1.5", "-0.5", "0")])
def test_weights_that_are_none_are_refused(weights):
    with pytest.raises(ValueError, match="tier weights must be"):
        rank(judged({"A": (4, 4, 4)}, weights))


def test_equal_scores_share_a_place_and_stand_in_the_panels_order():
    ranking = rank(judged({"B": (3, 3), "A": (3, 3), "C": (2, 2)}))
    assert [(each.candidate, each.place) for each in ranking.candidates] == [
        ("B", 1),
        ("A", 1),
        ("C", 3),
    ]
    assert ranking.first_place == {"A", "B"}


def test_where_nobody_is_rankable_nobody_is_first():
    ranking = rank(judged({"A": (None, 4), "B": (4, None)}))
    assert ranking.first_place == frozenset()
    assert [each.place for each in ranking.candidates] == [None, None]
