"""The map of a stream in one state, in numbered versions of which one is in force."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import map_saving, map_starting
from .map_query import MapQuerySet
from .map_row import figure, parts, words
from .map_words import MapState, Standing


class Map(models.Model):
    """The head of a map: what it is of, its customer and its working time.

    Paths, elements and flows are rows of their own. Of what a half-entered map does not say yet,
    the column is empty.
    """

    State, Standing = MapState, Standing

    HEAD = ("name", "as_of", "lead_time_includes_processing")
    CUSTOMER = (
        *("demand_per_month", "working_days_per_month", "daily_demand"),
        *("working_days_per_year", "pack_size", "shipments_per_day"),
    )
    WORKING_TIME = ("shifts_per_day", "hours_per_shift", "break_minutes_per_shift")
    FIELDS = (*HEAD, "customer_name", *CUSTOMER, "variants", *WORKING_TIME)

    stream = models.ForeignKey(
        "value_streams.ValueStream", on_delete=models.PROTECT, related_name="maps"
    )
    state = models.CharField(_("state"), max_length=10, choices=MapState, editable=False)
    number = models.PositiveIntegerField(_("version"), editable=False)
    standing = models.CharField(
        max_length=10, choices=Standing, default=Standing.DRAFT, editable=False
    )
    copy_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="copies"
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+"
    )
    started_at = models.DateTimeField(default=timezone.now, editable=False)
    put_in_force_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    put_in_force_at = models.DateTimeField(null=True, editable=False)

    name = words(_("name of the map"))
    as_of = models.DateField(_("as of"), null=True, blank=True)
    lead_time_includes_processing = models.BooleanField(
        _("the lead time includes processing"), default=False
    )
    customer_name = words(_("customer"))
    demand_per_month = figure(_("demand per month, pieces"))
    working_days_per_month = figure(_("working days per month"))
    daily_demand = figure(_("demand per day, pieces"))
    working_days_per_year = figure(_("working days per year"))
    pack_size = figure(_("pack size, pieces"))
    shipments_per_day = figure(_("shipments per day"))
    variants = parts(_("variants"))
    shifts_per_day = figure(_("shifts per day"))
    hours_per_shift = figure(_("hours per shift"))
    break_minutes_per_shift = figure(_("breaks per shift, minutes"))

    version = models.PositiveIntegerField(default=1, editable=False)
    saves_made = models.PositiveIntegerField(default=0, editable=False)

    objects = MapQuerySet.as_manager()

    class Meta:
        verbose_name = _("value-stream map")
        verbose_name_plural = _("value-stream maps")
        ordering = ["stream", "state", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["stream", "state", "number"], name="value_streams_map_version_once"
            ),
            models.UniqueConstraint(
                fields=["stream", "state"],
                condition=models.Q(standing=Standing.IN_FORCE),
                name="value_streams_map_one_in_force_per_state",
                violation_error_message=_("Another version of this state is in force."),
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=MapState.values),
                name="value_streams_map_state_known",
            ),
            models.CheckConstraint(
                condition=models.Q(standing=Standing.DRAFT, put_in_force_at__isnull=True)
                | models.Q(
                    standing__in=[Standing.IN_FORCE, Standing.EARLIER],
                    put_in_force_at__isnull=False,
                ),
                name="value_streams_map_was_in_force_unless_draft",
            ),
        ]

    def __str__(self):
        return f"{self.get_state_display()} {self.number}"

    def get_absolute_url(self):
        return reverse("map_detail", args=[self.pk])

    @property
    def site(self):
        return self.stream.site

    @property
    def is_draft(self) -> bool:
        return self.standing == Standing.DRAFT

    @property
    def values(self) -> dict:
        """What is written in the head."""
        return {name: getattr(self, name) for name in self.FIELDS}

    @property
    def map(self):
        """The head is saved as a row of its map."""
        return self

    def clear_what_has_no_meaning(self) -> None:
        """Every column of the head has a meaning in every map."""

    @classmethod
    def start(cls, stream, state, *, by, name=""):
        """The next version of that state, empty but for the main path."""
        return map_starting.start(stream, state, by=by, name=name)

    def copy(self, *, by, state=None):
        """The next version of that state (of its own, if none is given), saying the same."""
        return map_starting.copy(self, state or self.state, by=by)

    @classmethod
    def take(cls, stream, read, *, by):
        """The next version of its state, as a file's map describes it."""
        return map_starting.take(stream, read, by=by)

    def put_in_force(self, *, by, seen):
        """From now on this version counts for its state; the one before becomes an earlier one."""
        map_starting.put_in_force(self, by=by, seen=seen)

    def save_head(self, values, *, by, version):
        """Write `values` into the head, as `map_saving.save_row` does into a row."""
        return map_saving.save_row(self, values, by=by, version=version)

    def undo(self, *, by, seen):
        return map_saving.undo(self, by=by, seen=seen)
