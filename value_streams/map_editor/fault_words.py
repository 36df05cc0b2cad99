"""The faults of a half-entered map in the words of its page: the label of the field, what to do.

What a form refuses never comes here; a fault without words of its own is said as for a file.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from value_streams.models import Element, Map

from .columns import LABELS
from .forms import FORMS
from .rows import MODELS

WORDS = (
    (r"must have demand_per_month and .*", gettext_noop("say the demand, by the month or the day")),
    (r"must have days or pieces", gettext_noop("say how many days it waits, or how many pieces")),
    (r"must have days or hours", gettext_noop("say how long it is under way")),
    (r"is missing", gettext_noop("is missing")),
    (r"must be a name, got .*", gettext_noop("is missing")),
    (r'there is no "(?P<name>.*)" on the map', gettext_noop("there is no %(name)s on the map")),
    (r'there is no loop "(?P<name>.*)"', gettext_noop("there is no loop %(name)s")),
    (r'there is no path "(?P<name>.*)"', gettext_noop("there is no path %(name)s")),
    (
        r'there is no "(?P<name>.*)" on the path "(?P<path>.*)"',
        gettext_noop("there is no %(name)s on the path %(path)s"),
    ),
    (r'given twice, got "(?P<name>.*)", first in .*', gettext_noop("%(name)s is there twice")),
    (r"joins in a circle: (?P<way>.*)", gettext_noop("joins in a circle: %(way)s")),
)


def fault_in_words(fault) -> str:
    label = _label(fault.row, fault.column)
    said = _said(fault.sentence)
    return f"{label}: {said}" if label else said


def _said(sentence: str) -> str:
    for pattern, words in WORDS:
        if found := re.fullmatch(pattern, sentence):
            return _(words) % found.groupdict() if found.groupdict() else _(words)
    return sentence


def _label(row, column: str) -> str:
    """What the field is called on the page."""
    if row is None or not column:
        return ""
    if isinstance(row, Element):
        return str(LABELS.get(column, _("Name") if column == "name" else ""))
    if isinstance(row, Map):
        field = FORMS["head"].base_fields.get(column)
        return str(field.label) if field else ""
    name = next(name for name, model in MODELS.items() if model is type(row))
    field = FORMS[name].base_fields.get(column)
    words = {
        "elements": _("Elements"),
        "joins": _("Joins the path"),
        "joins_before": _("before the element"),
    }
    return str(field.label) if field else words.get(column, "")
