"""The fields of the file format: for each key of an object, how its value is read and held to.

A field is called with a check, the value and its path; what is not as it must be is a fault there
and answered with None.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from value_streams.strict_json import Check, Keys, joined, shown

from ..quantities import Quantity, Unclear, Unit, has_unit, quantity

Field = Callable[[Check, object, str], object]

#: Between these every figure that follows is finite.
SMALLEST, GREATEST = Decimal("1e-9"), Decimal("1e12")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class MapCheck(Check):
    """A check that also keeps what was understood in another way than written."""

    def __init__(self):
        super().__init__()
        self.remarks: list[str] = []

    def remark(self, path: str, sentence: object) -> None:
        self.remarks.append(f"{path}: {sentence}")


@dataclass(frozen=True)
class Number:
    """A finite number in a unit. `above` is excluded, `least` and `most` are included."""

    unit: Unit = Unit.NUMBER
    above: Decimal | None = None
    least: Decimal | None = None
    most: Decimal = GREATEST
    whole: bool = False

    def __call__(self, check: MapCheck, value: object, path: str) -> float | int | None:
        read = self._typed if isinstance(value, str) else MapCheck.number
        number = read(check, value, path)
        if number is None:
            return None
        if sentence := self._outside(number):
            return check.fault(path, f"{sentence}, got {shown(value)}")
        return int(number) if self.whole else float(number)

    def _typed(self, check: MapCheck, text: str, path: str) -> Decimal | None:
        """A number typed as a text with its unit; without one a text is no number."""
        try:
            if not has_unit(text):
                raise Unclear("must be a number")
            read: Quantity = quantity(text, self.unit)
        except Unclear as unclear:
            return check.fault(path, f"{unclear}, got {shown(text)}")
        if read.said:
            check.remark(path, read.said)
        return read.value

    def _outside(self, number: Decimal) -> str | None:
        if self.above is not None and self.most < GREATEST and not self.above < number <= self.most:
            return f"must be greater than {self.above} and at most {self.most}"
        if self.above is not None and number <= self.above:
            return f"must be greater than {self.above}"
        if self.least is not None and number < self.least:
            return f"must be {self.least} or more"
        if number > self.most:
            return f"must be at most {self.most:f}"
        if 0 < number < SMALLEST:
            return f"must be at least {SMALLEST:f}"
        if self.whole and number != number.to_integral_value():
            return "must be a whole number"
        return None


def positive(unit: Unit = Unit.NUMBER, **limits) -> Number:
    return Number(unit, above=Decimal(0), **limits)


def zero_or_more(unit: Unit = Unit.NUMBER, **limits) -> Number:
    return Number(unit, least=Decimal(0), **limits)


def counted(most: Decimal = Decimal(1_000_000)) -> Number:
    return Number(least=Decimal(1), most=most, whole=True)


share = Number(Unit.SHARE, above=Decimal(0), most=Decimal(1))


def name(check: Check, value: object, path: str) -> str | None:
    """A text on one line that can be seen."""
    if check.name(value, path) is None:
        return None
    if "\n" in value or "\r" in value:
        return check.fault(path, f"must be on one line, got {shown(value)}")
    return text(check, value, path)


def text(check: Check, value: object, path: str) -> str | None:
    """A text, also an empty one, that every printer can print."""
    if not isinstance(value, str):
        return check.fault(path, f"must be a text, got {shown(value)}")
    if _UNPRINTABLE.search(value):
        return check.fault(path, f"has a sign that cannot be printed, got {shown(value)}")
    return value


def yes_or_no(check: Check, value: object, path: str) -> bool | None:
    if isinstance(value, bool):
        return value
    return check.fault(path, f"must be true or false, got {shown(value)}")


def day(check: Check, value: object, path: str) -> date | None:
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    return check.fault(path, f"must be a date like 2026-01-15, got {shown(value)}")


def one_of(words: tuple[str, ...]) -> Field:
    def field(check: Check, value: object, path: str) -> str | None:
        if isinstance(value, str) and value in words:
            return value
        return check.fault(path, f"must be one of {', '.join(words)}, got {shown(value)}")

    return field


def names(check: Check, value: object, path: str) -> tuple[str, ...] | None:
    listed = list_of(check, value, path)
    read = [name(check, each, f"{path}[{i}]") for i, each in enumerate(listed)]
    return None if None in read else tuple(read)


def by_name(of: Field, keys: tuple[str, ...] | None = None) -> Field:
    """An object of names (only those of `keys`, if given), as pairs in the file's order."""

    def field(check: Check, value: object, path: str) -> tuple | None:
        found = (
            check.keys(value, path, optional=" ".join(keys)) if keys else _named(check, value, path)
        )
        read = ((key, of(check, each, joined(path, key))) for key, each in found.items())
        return tuple((key, each) for key, each in read if each is not None)

    return field


def _named(check: Check, value: object, path: str) -> dict:
    """An object whose keys are names, each given once."""
    if not isinstance(value, Keys):
        check.fault(path, f"must be an object, got {shown(value)}")
        return {}
    for key in value.given_twice:
        check.fault(joined(path, key), "given twice")
    return {key: each for key, each in value.items() if name(check, key, joined(path, key))}


def list_of(check: Check, value: object, path: str) -> list:
    """A list, also an empty one."""
    if isinstance(value, list):
        return value
    check.fault(path, f"must be a list, got {shown(value)}")
    return []


def read_fields(
    check: Check, value: object, path: str, fields: dict[str, Field], required: str = ""
) -> dict[str, object]:
    """What could be read of an object: the fields given and without a fault."""
    found = check.keys(value, path, required, " ".join(fields))
    read = {
        key: field(check, found[key], joined(path, key))
        for key, field in fields.items()
        if key in found
    }
    return {key: each for key, each in read.items() if each is not None}
