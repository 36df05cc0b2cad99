"""A figure that can be asked "why this number?"."""

from dataclasses import dataclass

from ..said import gettext_noop


@dataclass(frozen=True)
class Input:
    """What went into a figure. `name` is a sentence of ours or, with `own`, a name from the map."""

    name: str
    value: float | str | None
    unit: str = ""
    own: bool = False


@dataclass(frozen=True)
class Figure:
    """One figure: unrounded, in its unit, with its formula, what went in, and what was agreed on.

    `name`, `unit`, `formula`, `convention` and `source` are English and marked for translation;
    `value` is None where the figure cannot be said, `convention` then tells why.
    """

    key: str
    name: str
    value: float | None
    unit: str
    formula: str
    inputs: tuple[Input, ...] = ()
    convention: str = ""
    source: str = ""


S = gettext_noop("s")
DAYS = gettext_noop("days")
PER_DAY = gettext_noop("pieces a day")
PIECES = gettext_noop("pieces")
DAYS_PER_YEAR = gettext_noop("days a year")
TIMES_A_YEAR = gettext_noop("times a year")
OPERATORS = gettext_noop("operators")
SQUARE_METRES = gettext_noop("m²")
SHARE = ""

FROM_CUSTOMER = gettext_noop("The customer's demand")
FROM_HOURS = gettext_noop("The working time of the map")
FROM_DATA_BOX = gettext_noop("The data box of the process")
FROM_WALK = gettext_noop("What was seen on the walk")
