"""A form for each kind of row. A half-entered row is saved; what cannot be is said at its field."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from value_streams.mapping.quantities import Unit
from value_streams.mapping.reading import parts
from value_streams.mapping.reading.fields import counted, positive
from value_streams.models import (
    Element,
    InformationFlow,
    KaizenBurst,
    Loop,
    MapPath,
    MapState,
    MapSupplier,
)
from value_streams.models import Map as MapHead
from value_streams.models.map_words import FlowKind, KaizenKind, LoopKind, Medium

from .columns import LABELS, PIECES, element_field, figure, line
from .fields import NamesField, PartsField
from .row_form import RowForm


class ElementForm(RowForm):
    MODEL = Element
    SHORT = (
        *("name", "cycle_time_s", "changeover_s", "uptime", "operators"),
        *("days", "pieces", "max_pieces", "hours"),
    )

    def __init__(self, *args, kind=None, row=None, **options):
        self.kind = Element.Kind(row.kind if row else kind)
        super().__init__(*args, row=row, **options)
        self.fields["name"] = line("name", _("Name"))
        for name in (*Element.OF_KIND[self.kind], "floor_space_m2"):
            self.fields[name] = element_field(self.kind, name)

    def in_row(self, row) -> dict:
        return {"version": row.version, **{name: getattr(row, name) for name in row.own_fields}}

    def values(self) -> dict:
        return {"kind": str(self.kind), **super().values()}

    def clean(self):
        cleaned = super().clean()
        if self.kind == Element.Kind.PROCESS:
            taken = self.around.process_names(but=self.row)
            self.refuse_twin("name", taken, _("There is another process called %(name)s."))
            _check_working_time(self)
        return cleaned


class PathForm(RowForm):
    MODEL = MapPath
    SHORT = ("name", "joins", "joins_before", "pieces_per_product")

    def __init__(self, *args, is_main=False, **options):
        self.is_main = is_main
        super().__init__(*args, **options)
        self.fields["name"] = line("name", _("Path"))
        if not is_main:
            self.fields["joins"] = line("joins", _("Joins the path"))
            self.fields["joins"].widget.attrs["placeholder"] = self.around.main_name
            self.fields["joins_before"] = line("joins_before", _("before the element"))
            self.fields["pieces_per_product"] = figure(
                "pieces_per_product", _("Pieces per product"), parts.PATH["pieces_per_product"]
            )
        self.fields["organisation"] = line("organisation", LABELS["organisation"])

    def again(self, **options):
        return super().again(is_main=self.is_main, **options)

    def clean(self):
        cleaned = super().clean()
        taken = self.around.path_names(but=self.row)
        self.refuse_twin("name", taken, _("There is another path called %(name)s."))
        if not self.is_main and not self.errors:
            self._check_join(cleaned)
        return cleaned

    def _check_join(self, cleaned):
        joins, before = cleaned["joins"] or self.around.main_name, cleaned["joins_before"]
        if joins in (cleaned["name"], self.row and self.row.name):
            self.add_error("joins", _("A path cannot join itself."))
        elif joins not in self.around.path_names():
            self.add_error("joins", _("There is no path called %(name)s.") % {"name": joins})
        elif circle := self.around.circle(self.row, joins):
            way = " → ".join(circle)
            self.add_error("joins", _("The paths would join in a circle: %(way)s.") % {"way": way})
        elif before and before not in self.around.names_on(joins):
            words = {"name": before, "path": joins}
            self.add_error("joins_before", _("There is no %(name)s on the path %(path)s.") % words)


class SupplierForm(RowForm):
    MODEL = MapSupplier
    SHORT = ("name", "delivers")
    name = line("name", gettext_lazy("Supplier"))
    delivers = line("delivers", gettext_lazy("Delivers"))


class FlowForm(RowForm):
    MODEL = InformationFlow
    SHORT = ("sender", "to", "kind", "medium", "content", "frequency")
    sender = line("sender", gettext_lazy("From"))
    to = line("to", gettext_lazy("To"))
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=FlowKind, initial="schedule")
    medium = forms.ChoiceField(label=gettext_lazy("Medium"), choices=Medium, initial="manual")
    content = line("content", gettext_lazy("Content"))
    frequency = line("frequency", gettext_lazy("How often"))


class KaizenForm(RowForm):
    MODEL = KaizenBurst
    SHORT = ("at", "text", "kind", "loop")
    at = line("at", gettext_lazy("At"))
    text = line("text", gettext_lazy("What is to be improved"))
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=KaizenKind, initial="process")
    loop = line("loop", gettext_lazy("Loop"))


class LoopForm(RowForm):
    MODEL = Loop
    SHORT = ("name", "kind", "order", "members")
    name = line("name", gettext_lazy("Loop"))
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=LoopKind, initial="upstream")
    order = figure("order", gettext_lazy("Order, 1 is first"), counted())
    # Not by the name of its column: `form.elements` is the browser's own word.
    members = NamesField(label=gettext_lazy("Elements; one; another"), required=False)

    def in_row(self, row) -> dict:
        return super().in_row(row) | {"members": row.elements}

    def values(self) -> dict:
        values = super().values()
        return values | {"elements": values.pop("members")}

    def clean(self):
        cleaned = super().clean()
        taken = self.around.loop_names(but=self.row)
        self.refuse_twin("name", taken, _("There is another loop called %(name)s."))
        return cleaned


class HeadForm(RowForm):
    MODEL = MapHead
    SHORT = (
        *("customer_name", "demand_per_month", "working_days_per_month", "daily_demand"),
        *("shifts_per_day", "hours_per_shift", "break_minutes_per_shift", "pack_size"),
    )
    customer_name = line("customer_name", gettext_lazy("Customer"))
    demand_per_month = figure(
        "", gettext_lazy("Demand a month, pieces"), parts.CUSTOMER["demand_per_month"]
    )
    working_days_per_month = figure(
        "", gettext_lazy("Days a month"), parts.CUSTOMER["working_days_per_month"]
    )
    pack_size = figure("", gettext_lazy("Pack, pieces"), parts.CUSTOMER["pack_size"])
    shifts_per_day = figure("", gettext_lazy("Shifts a day"), parts.WORKING_TIME["shifts_per_day"])
    hours_per_shift = figure(
        "", gettext_lazy("Hours a shift, h"), parts.WORKING_TIME["hours_per_shift"]
    )
    break_minutes_per_shift = figure(
        "", gettext_lazy("Breaks a shift, min"), parts.WORKING_TIME["break_minutes_per_shift"]
    )
    shipments_per_day = figure(
        "", gettext_lazy("Shipments a day"), parts.CUSTOMER["shipments_per_day"]
    )
    name = line("name", gettext_lazy("Name of the map"))
    as_of = forms.DateField(
        label=gettext_lazy("As seen on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    daily_demand = figure("", gettext_lazy("or a day, pieces"), parts.CUSTOMER["daily_demand"])
    working_days_per_year = figure("", gettext_lazy("Days a year"), positive(Unit.DAYS, most=366))
    variants = PartsField(PIECES, label=gettext_lazy("Demand by variant"))
    lead_time_includes_processing = forms.BooleanField(
        required=False, label=gettext_lazy("The lead time includes processing")
    )

    def clean_as_of(self):
        """A current state was seen; nobody has seen tomorrow."""
        day = self.cleaned_data["as_of"]
        if day and self.row.state == MapState.CURRENT and day > self.row.stream.site.today():
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def clean(self):
        cleaned = super().clean()
        by_month = cleaned.get("demand_per_month") or cleaned.get("working_days_per_month")
        if cleaned.get("daily_demand") and by_month:
            reason = _("Say the demand by the day or by the month, not both: empty one of them.")
            self.add_error("daily_demand", reason)
        _check_working_time(self)
        return cleaned


def _check_working_time(form):
    """No more than 24 hours a day, and breaks shorter than the shift."""
    names = ("shifts_per_day", "hours_per_shift", "break_minutes_per_shift")
    shifts, hours, breaks = (form.cleaned_data.get(name) for name in names)
    if shifts and hours and shifts * hours > 24:
        form.add_error("hours_per_shift", _("With the shifts a day these are more than 24 hours."))
    if hours and breaks and breaks >= hours * 60:
        form.add_error("break_minutes_per_shift", _("The breaks must be shorter than the shift."))


FORMS = {
    "element": ElementForm,
    "path": PathForm,
    "supplier": SupplierForm,
    "flow": FlowForm,
    "kaizen": KaizenForm,
    "loop": LoopForm,
    "head": HeadForm,
}
