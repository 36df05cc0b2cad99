"""The figures against scipy and against counting every order."""

import math
import random
from fractions import Fraction
from itertools import permutations

import pytest
import scipy.stats

from evaluations.trend import Series, Unit, Verdict, as_json, trend_of
from evaluations.trend.kendall import p_values, rises_minus_falls, tau_b

PANELS = range(200)


def random_series(seed):
    """Gaps between the weeks, and often equal shares."""
    dice = random.Random(seed)
    n = dice.randint(4, 40)
    weeks = sorted(dice.sample(range(80), n))
    steps = dice.choice([5, 20, 1000])
    drift = dice.uniform(-1, 1)
    shares = [
        Fraction(min(max(round((50 + drift * week + dice.gauss(0, 10)) / 100 * steps), 0), steps))
        * Fraction(100, steps)
        for week in weeks
    ]
    return Series.of(((Fraction(w), s) for w, s in zip(weeks, shares, strict=True)), Unit.WEEK)


@pytest.mark.parametrize("seed", PANELS)
def test_slope_interval_and_levels_agree_with_scipy(seed):
    series = random_series(seed)
    times, shares = list(map(float, series.times)), list(map(float, series.shares))
    theirs = scipy.stats.theilslopes(shares, times, 0.95, method="separate")
    ours = as_json(trend_of(series))
    assert ours["slope_per_period"] == pytest.approx(theirs.slope, abs=1e-9)
    assert ours["slope_interval_95"] == pytest.approx([theirs.low_slope, theirs.high_slope])
    at_start = theirs.intercept + theirs.slope * times[0]
    assert ours["level_at_start"] == pytest.approx(at_start, abs=1e-9)
    assert ours["slope_points_per_month"] == pytest.approx(theirs.slope * 30.4375 / 7, abs=1e-9)


@pytest.mark.parametrize("seed", PANELS)
def test_s_and_tau_agree_with_scipy(seed):
    series = random_series(seed)
    theirs = scipy.stats.kendalltau(list(map(float, series.times)), list(map(float, series.shares)))
    ours = tau_b(series.shares)
    assert (ours is None) == math.isnan(theirs.statistic)
    if ours is not None:
        assert ours == pytest.approx(theirs.statistic)


@pytest.mark.parametrize("n", range(1, 8))
def test_the_exact_test_counts_every_order(n):
    scores = [rises_minus_falls(order) for order in permutations(range(n))]
    for values in list(permutations(range(n)))[:: max(1, len(scores) // 40)]:
        mine = rises_minus_falls(values)
        low = sum(score <= mine for score in scores) / len(scores)
        high = sum(score >= mine for score in scores) / len(scores)
        assert p_values(values) == pytest.approx((low, high))


def test_from_ten_on_and_with_ties_the_normal_distribution_is_used():
    falling = list(range(10, 0, -1))
    variance = 10 * 9 * 25 / 18
    z = (-45 + 1) / math.sqrt(variance)
    assert p_values(falling) == pytest.approx((scipy.stats.norm.cdf(z), scipy.stats.norm.cdf(-z)))
    tied = [5, 5, 4, 3]
    variance = (4 * 3 * 13 - 2 * 1 * 9) / 18
    z = (-5 + 1) / math.sqrt(variance)
    assert p_values(tied)[0] == pytest.approx(scipy.stats.norm.cdf(z))


def test_shares_are_equal_exactly_or_not_at_all():
    """A third of 60 minutes and a third of 90: a tie, which floats would miss."""
    series = Series.of_weeks(
        [(_monday(1), 20, 60), (_monday(2), 30, 90), (_monday(3), 10, 30), (_monday(4), 7, 21)]
    )
    trend = trend_of(series)
    assert (trend.s, trend.tau_b, trend.p_declining) == (0, None, 0.5)


@pytest.mark.parametrize(
    ("shares", "verdict"),
    [
        ([], Verdict.TOO_FEW),
        ([60], Verdict.TOO_FEW),
        ([60, 40, 20], Verdict.TOO_FEW),
        ([60, 50, 40, 30], Verdict.DECLINING),
        ([30, 40, 50, 60], Verdict.RISING),
        ([30, 60, 40, 50], Verdict.NOT_DECLINING),
        ([50] * 20, Verdict.NOT_DECLINING),
    ],
)
def test_the_verdict(shares, verdict):
    assert trend_of(Series.of(list(enumerate(shares)), Unit.WEEK)).verdict == verdict


def test_a_short_series_has_only_the_figures_it_can_carry():
    three = as_json(trend_of(Series.of([(1, 60), (2, 50), (4, 10)], Unit.WEEK)))
    assert three["slope_per_period"] is not None
    assert three["slope_interval_95"] is None
    assert (three["level_at_start"], three["level_now"]) == (60, 10)
    one = as_json(trend_of(Series.of([(1, 60)], Unit.WEEK)))
    assert (one["slope_per_period"], one["tau_b"], one["level_now"]) == (None, None, 60)


def test_a_gap_counts_as_distance_and_not_as_zero():
    with_gap = trend_of(Series.of([(1, 60), (2, 50), (12, 40), (22, 30)], Unit.WEEK))
    without = trend_of(Series.of([(1, 60), (2, 50), (3, 40), (4, 30)], Unit.WEEK))
    assert with_gap.slope > without.slope
    assert with_gap.s == without.s


def _monday(week):
    from datetime import date

    return date.fromisocalendar(2026, week, 1)
