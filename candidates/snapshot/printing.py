"""Exact figures as the page prints them. Rounded here and nowhere else."""

from fractions import Fraction
from math import floor

from vsm_portal.exporting.table import rounded


def decimal(value: Fraction | None, places: int) -> str | None:
    """A figure with a fixed number of decimals, half away from zero; None stays None.

    >>> decimal(Fraction(35, 9), 2), decimal(Fraction(41, 10), 1), decimal(None, 1)
    ('3.89', '4.1', None)
    >>> decimal(Fraction(5, 2), 0), decimal(Fraction(1, 8), 2)
    ('3', '0.13')
    """
    return None if value is None else f"{rounded(Fraction(value), places):f}"


def adding_up(parts: list[Fraction], places: int) -> list[str]:
    """Parts, 0 or more, printed so that they add up to their sum as it is printed.

    The largest remainders are rounded up, the first ones where they are equal: whoever adds the
    column up by hand gets the figure below it.

    >>> adding_up([Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)], 2)
    ['0.34', '0.33', '0.33']
    >>> adding_up([Fraction(71, 27), Fraction(65, 54), Fraction(47, 162)], 2)
    ['2.63', '1.20', '0.29']
    """
    scale = 10**places
    units = [floor(part * scale) for part in parts]
    total = int(rounded(sum(parts, Fraction(0)), places).scaleb(places))
    by_remainder = sorted(range(len(parts)), key=lambda at: units[at] - parts[at] * scale)
    for at in by_remainder[: max(0, total - sum(units))]:
        units[at] += 1
    return [decimal(Fraction(unit, scale), places) for unit in units]


def exact(value: Fraction | None) -> str | None:
    """The fraction itself, for whoever checks: "35/9"."""
    return None if value is None else str(Fraction(value))
