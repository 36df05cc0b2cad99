"""The fields of a row of a map: short labels with units, limits as the file format has them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from value_streams.mapping.elements import KINDS
from value_streams.mapping.quantities import Unit
from value_streams.mapping.reading import parts
from value_streams.mapping.reading.fields import Number, zero_or_more

from .fields import FigureField, LineField, PartsField

PIECES = zero_or_more(Unit.PIECES)

#: what is reckoned with where nothing is typed
ELSE = {
    "uptime": "100\u00a0%",
    "first_pass_yield": "100\u00a0%",
    "share_of_time": "100\u00a0%",
    "variants": "1",
    "pieces_per_product": "1",
    "value_creating_s": _("as C/T"),
    "work_content_s": _("as value"),
}

LABELS = {
    "cycle_time_s": _("C/T, s"),
    "changeover_s": _("C/O, s"),
    "uptime": _("Uptime"),
    "operators": _("Operators"),
    "batch_size": _("Batch, pieces"),
    "first_pass_yield": _("First-pass yield"),
    "variants": _("Variants"),
    "shared": _("Shared with other streams"),
    "share_of_time": _("Its time for this stream"),
    "epe_days": _("Every part every, days"),
    "value_creating_s": _("Value-creating time, s"),
    "work_content_s": _("Work content, s"),
    "cell": _("Cell"),
    "organisation": _("Organisation"),
    "floor_space_m2": _("Floor space, m²"),
    "shifts_per_day": _("Own shifts a day"),
    "hours_per_shift": _("Own hours a shift, h"),
    "break_minutes_per_shift": _("Own breaks a shift, min"),
    "days": _("Wait, days"),
    "pieces": _("Pieces"),
    "by_variant": _("Pieces by variant"),
    "max_pieces": _("At most, pieces"),
    "hours": _("Under way, h"),
}

#: which names of the map are offered while one types
OFFERED = {
    "joins": "map-paths",
    "joins_before": "map-elements",
    "sender": "map-ends",
    "to": "map-ends",
    "at": "map-ends",
    "loop": "map-loops",
    "cell": "map-cells",
    "organisation": "map-organisations",
}


def limits_of(kind: str, name: str) -> Number:
    """How the file format reads the field of an element."""
    return (parts.FIELDS[KINDS[kind]] | parts.WORKING_TIME)[name]


def element_field(kind: str, name: str) -> forms.Field:
    label = LABELS[name]
    if name == "shared":
        return forms.BooleanField(required=False, label=label)
    if name == "by_variant":
        return PartsField(PIECES, label=label)
    if name in ("cell", "organisation"):
        return line(name, label)
    return figure(name, label, limits_of(kind, name))


def figure(name: str, label, limits: Number) -> FigureField:
    field = FigureField(limits, label=label)
    if name in ELSE:
        field.widget.attrs["placeholder"] = ELSE[name]
    return field


def line(name: str, label, **options) -> LineField:
    field = LineField(label=label, required=False, **options)
    if name in OFFERED:
        field.widget.attrs["list"] = OFFERED[name]
    return field
