"""A trend as the JSON object of the command and of the stored result; figures unrounded."""

from .trend import Trend


def as_json(trend: Trend) -> dict:
    """Plain values only.

    >>> from .series import Series, Unit
    >>> from .trend import trend_of
    >>> as_json(trend_of(Series.of([(1, 50)], Unit.MONTH)))["verdict"]
    'too few weeks'
    """
    return {
        "n": trend.n,
        "s": trend.s,
        "tau_b": trend.tau_b,
        "slope_per_period": trend.slope,
        "slope_points_per_month": trend.slope_per_month,
        "slope_interval_95": trend.interval and list(trend.interval),
        "p_declining": trend.p_declining,
        "p_rising": trend.p_rising,
        "verdict": str(trend.verdict),
        "level_at_start": trend.level_at_start,
        "level_now": trend.level_now,
    }
