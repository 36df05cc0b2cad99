"""A figure as a person types it, its unit along: "39 s", "39 min", "85 %", "1,5 h", "18 400".

Files and forms read through the one function here. A figure in another unit is converted and said;
what could be two figures, or has a unit that does not fit, is refused and never guessed.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from .said import Said, gettext_noop


class Unit(StrEnum):
    """In which unit a field keeps its figure."""

    SECONDS = "s"
    MINUTES = "min"
    HOURS = "h"
    DAYS = "days"
    PIECES = "pieces"
    SQUARE_METRES = "m²"
    SHARE = "share"
    NUMBER = ""


_SECONDS = dict.fromkeys(("s", "sec", "secs", "second", "seconds"), Fraction(1))
_MINUTES = dict.fromkeys(("min", "mins", "minute", "minutes"), Fraction(60))
_HOURS = dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), Fraction(3600))
_TIMES = _SECONDS | _MINUTES | _HOURS

#: What one of each written unit is in the unit of the field. A day is no 24 hours in a stock: where
#: days of demand are meant, hours are refused.
WRITTEN: dict[Unit, dict[str, Fraction]] = {
    Unit.SECONDS: _TIMES,
    Unit.MINUTES: {word: seconds / 60 for word, seconds in _TIMES.items()},
    Unit.HOURS: {word: seconds / 3600 for word, seconds in _TIMES.items()},
    Unit.DAYS: dict.fromkeys(("d", "day", "days"), Fraction(1)),
    Unit.PIECES: dict.fromkeys(("pc", "pcs", "piece", "pieces"), Fraction(1)),
    Unit.SQUARE_METRES: dict.fromkeys(("m²", "m2", "sqm"), Fraction(1))
    | dict.fromkeys(("ft²", "ft2", "sqft"), Fraction("0.09290304")),
    Unit.SHARE: {"%": Fraction(1, 100)},
    Unit.NUMBER: {},
}

_SPACES = " \u00a0\u2009\u202f'’"
_FIGURE = re.compile(rf"([+\-−]?)([0-9.,](?:[0-9.,{_SPACES}]*[0-9])?)(.*)", re.DOTALL)
_MARKS = (".", ",")
#: A number with either decimal mark; thousands may be set apart, all by the same sign.
_WITH_MARK = {
    mark: re.compile(
        rf"(?P<whole>[1-9][0-9]{{0,2}}(?P<apart>[{other}{_SPACES}])[0-9]{{3}}"
        rf"(?:(?P=apart)[0-9]{{3}})*|[0-9]*)(?:[{mark}](?P<rest>[0-9]+))?"
    )
    for mark, other in zip(_MARKS, _MARKS[::-1], strict=True)
}
MOST_SIGNS = 60


_SHOWN_UNITS = {
    Unit.SECONDS: ("s", "min", "h"),
    Unit.MINUTES: ("min", "s", "h"),
    Unit.HOURS: ("h", "min", "s"),
    Unit.DAYS: ("days",),
    Unit.PIECES: ("pieces",),
    Unit.SQUARE_METRES: ("m²", "ft²"),
    Unit.SHARE: ("%",),
}


class Unclear(ValueError):
    """A text that is no figure in any unit of the field, or could be two."""

    def __init__(self, sentence: str, **values):
        self.said = Said(sentence, values)
        super().__init__(str(self.said))


@dataclass(frozen=True)
class Quantity:
    """A figure in the unit of its field; `said` where it is not simply what was typed."""

    value: Decimal
    said: Said | None = None


def quantity(text: str, unit: Unit, decimal_mark: str | None = None) -> Quantity:
    """What a typed text means in the unit; a text without a unit is in the unit of the field.

    `decimal_mark` is that of the person's language: it decides "1,500", which is refused without.

    >>> quantity("39 s", Unit.SECONDS).value
    Decimal('39')
    >>> converted = quantity("39 min", Unit.SECONDS)
    >>> converted.value, str(converted.said)
    (Decimal('2340'), '39 min is taken as 2340 s.')
    >>> str(quantity("1,500", Unit.PIECES, ".").said)
    '1,500 is taken as 1500 pieces.'
    >>> quantity("1,500", Unit.PIECES)
    Traceback (most recent call last):
        ...
    value_streams.mapping.quantities.Unclear: could be 1.5 or 1500
    >>> quantity("2 weeks", Unit.DAYS)
    Traceback (most recent call last):
        ...
    value_streams.mapping.quantities.Unclear: must be in days
    """
    parts = _FIGURE.fullmatch(text.strip())
    if not parts or len(text) > MOST_SIGNS:
        raise Unclear(gettext_noop("must be a number"))
    sign, digits, written = parts[1], parts[2], parts[3].strip()
    number, decided = _number(digits, decimal_mark)
    factor = _factor(written, unit)
    value = _decimal((-1 if sign in ("-", "−") else 1) * number * factor)
    if not decided and factor == 1:
        return Quantity(value)
    sentence = gettext_noop("{given} is taken as {taken}.")
    taken = f"{shown(value)} {unit}" if unit not in (Unit.SHARE, Unit.NUMBER) else shown(value)
    return Quantity(value, Said(sentence, {"given": text.strip(), "taken": taken}))


def has_unit(text: str) -> bool:
    """Whether a text names a unit behind its figure: "39 s" does, "39" does not."""
    parts = _FIGURE.fullmatch(text.strip())
    return bool(parts and parts[3].strip())


def shown(value: Decimal) -> str:
    """A figure without an exponent and without zeros at its end.

    >>> shown(Decimal("2340.0")), shown(Decimal("1E+3"))
    ('2340', '1000')
    """
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _number(digits: str, decimal_mark: str | None) -> tuple[Fraction, bool]:
    """The figure, and whether the decimal mark had to decide which of two it is.

    >>> _number("18 400", None), _number("39,5", "."), _number("1.234,5", None)
    ((Fraction(18400, 1), False), (Fraction(79, 2), False), (Fraction(2469, 2), False))
    """
    read = {mark: number for mark in _MARKS if (number := _with_mark(digits, mark)) is not None}
    if len(set(read.values())) == 1:
        return next(iter(read.values())), False
    if decimal_mark in read:
        return read[decimal_mark], True
    if not read:
        raise Unclear(gettext_noop("must be a number"))
    one, other = (shown(_decimal(number)) for number in sorted(read.values()))
    raise Unclear(gettext_noop("could be {one} or {other}"), one=one, other=other)


def _with_mark(digits: str, mark: str) -> Fraction | None:
    parts = _WITH_MARK[mark].fullmatch(digits)
    if not parts:
        return None
    whole = re.sub("[^0-9]", "", parts["whole"])
    return Fraction(f"{whole or 0}.{parts['rest'] or 0}")


def _factor(written: str, unit: Unit) -> Fraction:
    words = WRITTEN[unit]
    if not written:
        return Fraction(1)
    if written.lower() in words:
        return words[written.lower()]
    if not words:
        raise Unclear(gettext_noop("must be a number without a unit"))
    raise Unclear(gettext_noop("must be in {units}"), units=", ".join(_SHOWN_UNITS[unit]))


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
