"""Whether firefighting is declining: dated shares in, a verdict with its figures out. Pure."""

from .reading import Unreadable, read_series
from .series import Point, Series, Unit
from .trend import Trend, Verdict, trend_of
from .writing import as_json

__all__ = [
    "Point",
    "Series",
    "Trend",
    "Unit",
    "Unreadable",
    "Verdict",
    "as_json",
    "read_series",
    "trend_of",
]
