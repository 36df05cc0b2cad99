"""What a person types into a cell of the matrix or beside a product, as a figure."""

from functools import lru_cache
from typing import NamedTuple

from ..mapping.quantities import Unclear, Unit, quantity
from ..mapping.said import gettext_noop as _
from .matrix import PASSES, PASSES_NOT, Cell


class Remark(NamedTuple):
    """A sentence with its places, in the manner of a file's fault."""

    message: str
    params: dict


class NotOne(ValueError):
    """A text that is no cell, no demand."""

    def __init__(self, message: str, **params):
        self.message, self.params = message, params
        super().__init__(message % params)


@lru_cache(maxsize=4096)
def work_in_cell(text: str, decimal_mark: str | None = None) -> tuple[Cell, Remark | None]:
    """Empty and 0: does not pass. X and 1: passes. Else seconds, also "39 s" and "2 min".

    A 1 counts as a second where other cells hold seconds, which changes nothing where none does.

    >>> work_in_cell("x")[0], work_in_cell("0")[0], work_in_cell("39 s")[0]
    (None, 0.0, 39.0)
    >>> seconds, remark = work_in_cell("2 min")
    >>> seconds, remark.message % remark.params
    (120.0, '2 min is taken as 120 s')
    """
    text = text.strip()
    if not text:
        return PASSES_NOT, None
    if text in "Xx":
        return PASSES, None
    message = _("must be empty, 0, X, 1 or a number of seconds, got %(got)s")
    seconds, remark = _figure(text, Unit.SECONDS, decimal_mark, message)
    if seconds < 0:
        raise NotOne(_("must be 0 or more, got %(got)s"), got=_short(text))
    return seconds, remark


@lru_cache(maxsize=4096)
def number_of_pieces(text: str, decimal_mark: str | None = None):
    """Pieces per month; None for an empty text, which is not known and never 0.

    >>> number_of_pieces("18 400"), number_of_pieces("")
    ((18400.0, None), (None, None))
    """
    text = text.strip()
    if not text:
        return None, None
    message = _("must be a number of pieces, got %(got)s")
    pieces, remark = _figure(text, Unit.PIECES, decimal_mark, message)
    if pieces <= 0:
        raise NotOne(_("must be greater than 0, got %(got)s"), got=_short(text))
    return pieces, remark


def _figure(text, unit, decimal_mark, message) -> tuple[float, Remark | None]:
    try:
        read = quantity(text, unit, decimal_mark)
    except Unclear as unclear:
        values = unclear.said.values
        if "one" in values:
            message = _("could be %(one)s or %(other)s, got %(got)s")
        elif "units" in values:
            message = _("must be in %(units)s, got %(got)s")
        raise NotOne(message, got=_short(text), **values) from unclear
    value = float(read.value)
    if value > 1e12:
        raise NotOne(_("is too large, got %(got)s"), got=_short(text))
    if read.said:
        return value, Remark(_("%(given)s is taken as %(taken)s"), dict(read.said.values))
    return value, None


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
