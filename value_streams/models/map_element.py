"""An element of a path, of any kind; the columns of other kinds stay empty."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .map_row import MapRow, figure, parts, words
from .map_words import ElementKind


class Element(MapRow):
    """One row of the walk. Units stand in the columns' names, as in a file."""

    Kind = ElementKind
    TO_MAP = "path__map"

    PROCESS = (
        *("cycle_time_s", "changeover_s", "batch_size", "uptime", "first_pass_yield"),
        *("operators", "variants", "shared", "share_of_time", "epe_days"),
        *("value_creating_s", "work_content_s", "cell", "organisation"),
    )
    WORKING_TIME = ("shifts_per_day", "hours_per_shift", "break_minutes_per_shift")
    STOCK = ("days", "pieces", "by_variant")
    OF_KIND = {
        ElementKind.PROCESS: (*PROCESS, *WORKING_TIME),
        ElementKind.INVENTORY: STOCK,
        ElementKind.SUPERMARKET: STOCK,
        ElementKind.FIFO: (*STOCK, "max_pieces"),
        ElementKind.SAFETY_STOCK: STOCK,
        ElementKind.TRANSPORT: ("days", "hours"),
    }
    FIELDS = (
        *("kind", "name", "floor_space_m2", *PROCESS, *WORKING_TIME),
        *(*STOCK, "max_pieces", "hours"),
    )

    path = models.ForeignKey(
        "value_streams.MapPath", on_delete=models.CASCADE, related_name="elements"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=ElementKind)
    name = words(_("name"))
    floor_space_m2 = figure(_("floor space, m²"))

    cycle_time_s = figure(_("cycle time, s"))
    changeover_s = figure(_("changeover, s"))
    batch_size = figure(_("batch size, pieces"))
    uptime = figure(_("uptime, share"))
    first_pass_yield = figure(_("first-pass yield, share"))
    operators = figure(_("operators"))
    variants = models.PositiveIntegerField(_("variants"), null=True, blank=True)
    shared = models.BooleanField(_("shared with other streams"), default=False)
    share_of_time = figure(_("share of its time for this stream"))
    epe_days = figure(_("every part every, days"))
    value_creating_s = figure(_("value-creating time, s"))
    work_content_s = figure(_("work content, s"))
    cell = words(_("cell"))
    organisation = words(_("organisation"))
    shifts_per_day = figure(_("own shifts per day"))
    hours_per_shift = figure(_("own hours per shift"))
    break_minutes_per_shift = figure(_("own breaks per shift, minutes"))

    days = figure(_("observed days"))
    pieces = figure(_("pieces"))
    by_variant = parts(_("pieces by variant"))
    max_pieces = figure(_("at most, pieces"))
    hours = figure(_("hours"))

    class Meta(MapRow.Meta):
        verbose_name = _("element of a map")
        verbose_name_plural = _("elements of maps")
        ordering = ["place", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=ElementKind.values),
                name="value_streams_element_kind_known",
            )
        ]

    def __str__(self):
        return self.name or str(self.get_kind_display())

    @property
    def own_fields(self) -> tuple[str, ...]:
        """The columns that mean something for its kind."""
        return ("kind", "name", "floor_space_m2", *self.OF_KIND[ElementKind(self.kind)])

    @property
    def map(self):
        return self.path.map

    def beside(self):
        return Element.objects.filter(path=self.path)

    def clear_what_has_no_meaning(self) -> None:
        for name in set(self.FIELDS) - set(self.own_fields):
            setattr(self, name, self._meta.get_field(name).get_default())
