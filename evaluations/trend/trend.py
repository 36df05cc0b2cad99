"""The verdict on a series, with the figures it rests on."""

from dataclasses import dataclass
from enum import StrEnum

from .kendall import p_values_of, rises_minus_falls, tau_b_of
from .series import Series
from .theil_sen import theil_sen

FEWEST_WEEKS = 4
SIGNIFICANT_BELOW = 0.05
#: with fewer, a decline that is there is easily missed, and the words say so
ENOUGH_WEEKS = 12


class Verdict(StrEnum):
    TOO_FEW = "too few weeks"
    DECLINING = "declining"
    RISING = "rising"
    NOT_DECLINING = "not declining"


@dataclass(frozen=True)
class Trend:
    """Slopes in percentage points, levels in percent; None where the series is too short.

    s: rising minus falling pairs. slope and interval are per period, slope_per_month a month.
    """

    n: int
    s: int
    tau_b: float | None
    slope: float | None
    slope_per_month: float | None
    interval: tuple[float, float] | None
    p_declining: float
    p_rising: float
    verdict: Verdict
    level_at_start: float | None
    level_now: float | None


def trend_of(series: Series) -> Trend:
    """Whether the shares decline.

    >>> from .series import Unit
    >>> falling = Series.of([(week, 60 - 5 * week) for week in range(6)], Unit.WEEK)
    >>> trend = trend_of(falling)
    >>> trend.verdict.value, trend.slope, trend.level_now
    ('declining', -5.0, 35.0)
    """
    times, shares = series.times, series.shares
    n = len(shares)
    score = rises_minus_falls(shares)
    p_declining, p_rising = p_values_of(score, shares)
    line = theil_sen(times, shares)
    return Trend(
        n=n,
        s=score,
        tau_b=tau_b_of(score, shares),
        slope=line and line.slope,
        slope_per_month=line and line.slope * float(series.unit.per_month),
        interval=line.interval if n >= FEWEST_WEEKS else None,
        p_declining=p_declining,
        p_rising=p_rising,
        verdict=_verdict(n, p_declining, p_rising),
        level_at_start=_level(series, line, 0),
        level_now=_level(series, line, -1),
    )


def _verdict(n, p_declining, p_rising) -> Verdict:
    if n < FEWEST_WEEKS:
        return Verdict.TOO_FEW
    if p_declining < SIGNIFICANT_BELOW:
        return Verdict.DECLINING
    if p_rising < SIGNIFICANT_BELOW:
        return Verdict.RISING
    return Verdict.NOT_DECLINING


def _level(series, line, place) -> float | None:
    """The fitted line at a point; too few points carry no line, so the share itself."""
    if not series.points:
        return None
    point = series.points[place]
    return line.at(point.time) if len(series.points) >= FEWEST_WEEKS else float(point.share)
