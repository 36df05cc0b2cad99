"""JSON read strictly: decimals exact, and what JSON would let slip kept as something to refuse.

`json` alone turns 4.1 into the nearest binary fraction, lets the last of two equal keys win and
accepts NaN. Here a number is a Decimal as written, and everything dubious is an `Unreadable`
that stands where it was found, so that whoever checks the object can name its path.
"""

import json
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

# A float needs 17 digits and reaches 1e308; nobody types more than 30 digits on purpose, and
# 1e999999999 as an exact fraction would fill the memory.
MOST_DIGITS = 30
LARGEST_EXPONENT = 300


class NotJson(ValueError):
    """The text is not JSON at all."""


@dataclass(frozen=True)
class Unreadable:
    """A number as it was written, that is none to reckon with."""

    text: str

    def __str__(self):
        return self.text


class Keys(dict):
    """A JSON object that remembers which keys were given more than once."""

    def __init__(self, pairs):
        super().__init__(pairs)
        times = Counter(name for name, _ in pairs)
        self.given_twice = [name for name, given in times.items() if given > 1]


def read(raw: bytes) -> object:
    """What the bytes (UTF-8, with or without BOM) say, or `NotJson`.

    >>> read(b'{"score": 4.10, "weight": NaN}')
    {'score': Decimal('4.10'), 'weight': Unreadable(text='NaN')}
    >>> read(b'{"score": 4')
    Traceback (most recent call last):
        ...
    value_streams.strict_json.exact_json.NotJson: line 1: Expecting ',' delimiter
    """
    try:
        return json.loads(
            raw.decode("utf-8-sig"),
            object_pairs_hook=Keys,
            parse_int=number,
            parse_float=number,
            parse_constant=Unreadable,
        )
    except UnicodeDecodeError as error:
        raise NotJson(f"must be UTF-8 text, is not at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise NotJson(f"line {error.lineno}: {error.msg}") from error
    except RecursionError as error:
        raise NotJson("is nested too deeply") from error


def number(text: str) -> Decimal | Unreadable:
    """A number as written, or `Unreadable` beyond any honest size.

    >>> number("0.6111"), number("1e999999999")
    (Decimal('0.6111'), Unreadable(text='1e999999999'))
    """
    try:
        value = Decimal(text)
    except InvalidOperation:
        return Unreadable(text)
    if len(value.as_tuple().digits) > MOST_DIGITS or abs(value.adjusted()) > LARGEST_EXPONENT:
        return Unreadable(text)
    return value


def shown(value: object) -> str:
    """A value as a fault quotes it: one line, shortened, text in quotation marks.

    >>> shown(Decimal("7")), shown("seven"), shown(None), shown([1, 2])
    ('7', '"seven"', 'null', 'a list')
    """
    match value:
        case dict():
            return "an object"
        case list():
            return "a list"
        case Unreadable() | Decimal():
            return _shortened(str(value))
        case str():
            # A line break or a half of a surrogate pair would tear the fault's line apart.
            return _shortened(json.dumps(value, ensure_ascii=not value.isprintable()))
        case _:
            return json.dumps(value)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
