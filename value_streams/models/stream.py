"""A value stream: all that happens for one product family, from supplier to customer."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record

from .appointment_words import State
from .entering import enter
from .stream_query import StreamQuerySet


class Level(models.TextChoices):
    PLANT = "plant", _("Plant: between the four walls, with its inbound and outbound logistics")
    ENTERPRISE = "enterprise", _("Enterprise: across several organisations")

    @property
    def word(self):
        """For a cell of a table, where the sentence is too long."""
        return _("Plant") if self == Level.PLANT else _("Enterprise")


class ValueStream(models.Model):
    site = models.ForeignKey(
        "accounts.Site", verbose_name=_("site"), on_delete=models.PROTECT, related_name="streams"
    )
    family = models.ForeignKey(
        "value_streams.Family",
        verbose_name=_("product family"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="streams",
    )
    name = models.CharField(_("name"), max_length=120)
    level = models.CharField(_("level"), max_length=12, choices=Level, default=Level.PLANT)
    begins_with = models.CharField(
        _("begins with"),
        max_length=200,
        blank=True,
        help_text=_(
            "The boundary on the supplier's side, for example: rings at the goods-in dock."
        ),
    )
    ends_with = models.CharField(
        _("ends with"),
        max_length=200,
        blank=True,
        help_text=_("The boundary on the customer's side, for example: at the customer's line."),
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = StreamQuerySet.as_manager()

    class Meta:
        verbose_name = _("value stream")
        verbose_name_plural = _("value streams")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "name"],
                name="value_streams_stream_name_once_per_site",
                violation_error_message=_("This site already has a value stream of this name."),
            ),
            models.CheckConstraint(
                condition=models.Q(level__in=Level.values), name="value_streams_stream_level_known"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def level_word(self):
        return Level(self.level).word

    @property
    def current_appointment(self):
        people = self.appointments.select_related("manager", "reports_to", "adviser")
        return people.current().first()

    @property
    def manager_now(self):
        """The current appointment of a stream fetched `with_manager()`."""
        return self._standing(State.CURRENT)

    @property
    def successor(self):
        """The planned appointment of a stream fetched `with_manager()`."""
        return self._standing(State.PLANNED)

    def _standing(self, state):
        return next((one for one in self.standing_appointments if one.state == state), None)

    def enter(self, *, by):
        enter(self, by=by, action="stream.entered", site=self.site, level=self.level)


class CustomerRequirement(models.Model):
    """What the customer requires of the stream, the target, and whether it is met."""

    class Met(models.TextChoices):
        MET = "met", _("met")
        NOT_MET = "not_met", _("not met")
        UNKNOWN = "unknown", _("not known")

    stream = models.ForeignKey(ValueStream, on_delete=models.CASCADE, related_name="requirements")
    what = models.CharField(_("what the customer requires"), max_length=200)
    target = models.CharField(
        _("target"), max_length=120, help_text=_("With its unit, for example: 98 % on time.")
    )
    met = models.CharField(_("met"), max_length=10, choices=Met, default=Met.UNKNOWN)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("customer requirement")
        verbose_name_plural = _("customer requirements")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stream", "what"],
                name="value_streams_requirement_once_per_stream",
                violation_error_message=_("The stream already has this requirement."),
            )
        ]

    def __str__(self):
        return f"{self.what}: {self.target}"

    @property
    def site(self):
        return self.stream.site

    @property
    def sign(self) -> str:
        """Which sign stands beside the word: what is not known is a warning, not a failure."""
        return {"met": "ok", "not_met": "bad"}.get(self.met, "warn")

    def enter(self, *, by):
        enter(self, by=by, action="requirement.entered", site=self.site)

    def remove(self, *, by):
        with transaction.atomic():
            record("requirement.removed", self, by=by, enclosing=self.stream)
            self.delete()
