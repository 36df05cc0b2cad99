"""Fields that take a figure as a person types it, its unit along, and say what they understood.

How a figure is read and which are refused is that of the file format (`mapping/reading/parts.py`).
"""

import re
from collections import Counter
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import get_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from value_streams.mapping.quantities import Quantity, Unclear, Unit, quantity, shown
from value_streams.mapping.reading.fields import SMALLEST, MapCheck, Number, text

PER_CENT = Decimal(100)
#: named figures in one field; a file may hold more
LONGEST_LIST = 20_000

_WITH_COLON = re.compile(r"([^:]*[^:\s]):(.+)")
_NAMED = re.compile(r"(.*\S)\s+([-+−]?[0-9][0-9.,]*\s*[^\s0-9]*)")
#: "left 4 600": 4,600 of the left ones, or 600 of those called "left 4"
_TWO_WAYS = re.compile(r"\s[0-9]{1,3}\s[0-9]{3}\b")


class LineField(forms.Field):
    """A text on one line, as a file may hold it: nothing in it that cannot be printed."""

    widget = forms.TextInput

    def to_python(self, value):
        line = str(value or "").strip()
        if "\n" in line or "\r" in line:
            raise ValidationError(_("Write it on one line."))
        if text(MapCheck(), line, "") is None:
            raise ValidationError(_("There is a sign in it that cannot be printed."))
        return line


class FigureField(LineField):
    """A number in the unit of its column, or None where nothing is typed."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "figure"})

    def __init__(self, limits: Number, **options):
        super().__init__(required=False, **options)
        self.limits = limits
        self.said = ""

    def to_python(self, value):
        """The figure; `said` where it is another than simply what was typed."""
        typed = super().to_python(value)
        self.said = ""
        if not typed:
            return None
        read = understood(typed, self.limits.unit)
        if reason := outside(read.value, self.limits):
            raise ValidationError(reason)
        if read.said and not (self.limits.unit is Unit.SHARE and typed.endswith("%")):
            self.said = _(read.said.sentence).format(**read.said.values)
        return int(read.value) if self.limits.whole else float(read.value)

    def prepare_value(self, value):
        """A number of the row as one would type it; what was typed stays as it was."""
        return value if isinstance(value, str) else in_a_field(value, self.limits.unit)


class PartsField(LineField):
    """Named figures, "left 4600; right 2400": one each, parted by a semicolon."""

    def __init__(self, limits: Number, **options):
        options.setdefault("help_text", gettext_lazy("For example: left 4600; right 2400"))
        super().__init__(required=False, **options)
        self.limits = limits

    def to_python(self, value):
        listed = super().to_python(value)
        if len(listed) > LONGEST_LIST:
            raise ValidationError(_("At most %(n)s characters, please.") % {"n": LONGEST_LIST})
        typed = [part.strip() for part in listed.split(";")]
        parts = [self._part(part) for part in typed if part]
        counts = Counter(name for name, _figure in parts)
        if twice := next((name for name, count in counts.items() if count > 1), None):
            raise ValidationError(_("“%(name)s” is there twice.") % {"name": twice})
        return parts

    def _part(self, text):
        named = _WITH_COLON.fullmatch(text) or _NAMED.fullmatch(text)
        if not named or (":" not in text and _TWO_WAYS.search(text)):
            raise ValidationError(_("Write a name and a figure each: left 4600; right 2400"))
        name, figure = named[1].strip(), named[2]
        read = understood(figure, self.limits.unit)
        if reason := outside(read.value, self.limits):
            raise ValidationError(f"{name}: {reason}")
        return [name, float(read.value)]

    def prepare_value(self, value):
        if value is None or isinstance(value, str):
            return value or ""
        return "; ".join(f"{name} {in_a_field(figure, Unit.NUMBER)}" for name, figure in value)


class NamesField(LineField):
    """Names, parted by a semicolon."""

    def to_python(self, value):
        names = [name.strip() for name in super().to_python(value).split(";")]
        return [name for name in names if name]

    def prepare_value(self, value):
        return value if isinstance(value, str) else "; ".join(value or [])


def understood(text: str, unit: Unit) -> Quantity:
    """What was typed, in the unit of the field, with the decimal mark of the reader's language."""
    try:
        return quantity(text, unit, get_format("DECIMAL_SEPARATOR"))
    except Unclear as unclear:
        said = unclear.said
        raise ValidationError(sentence(_(said.sentence).format(**said.values))) from unclear


def outside(number: Decimal, limits: Number) -> str:
    """Why a figure cannot be, or nothing."""
    is_share = limits.unit is Unit.SHARE
    if is_share and not 0 < number <= 1:
        return _("Must be more than 0 and at most 1, that is 100 %: write 0.85 or 85 %.")
    if limits.above is not None and number <= limits.above:
        return _("Must be greater than %(least)s.") % {"least": in_words(limits.above, limits)}
    if limits.least is not None and number < limits.least:
        return _("Must be %(least)s or more.") % {"least": in_words(limits.least, limits)}
    if number > limits.most:
        return _("Must be at most %(most)s.") % {"most": in_words(limits.most, limits)}
    if 0 < number < SMALLEST:
        return _("Must be at least %(least)s.") % {"least": in_words(SMALLEST, limits)}
    if limits.whole and number != number.to_integral_value():
        return _("Must be a whole number.")
    return ""


def in_words(number: Decimal, limits: Number) -> str:
    return in_a_field(float(number), limits.unit)


def in_a_field(number: float | None, unit: Unit) -> str:
    """A figure as it is typed: without thousands, a share in per cent.

    >>> in_a_field(7000.0, Unit.PIECES), in_a_field(0.85, Unit.SHARE), in_a_field(None, Unit.DAYS)
    ('7000', '85 %', '')
    """
    if number is None:
        return ""
    exact = Decimal(repr(number))
    text = shown(exact * PER_CENT) + "\u00a0%" if unit is Unit.SHARE else shown(exact)
    return text.replace(".", str(get_format("DECIMAL_SEPARATOR")))


def sentence(text: str) -> str:
    """A reason of the pure modules, "must be a number", as it stands at a field."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"
