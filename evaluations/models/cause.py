"""What keeps setting things on fire: a site's list of causes, and when one was removed."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record
from vsm_portal.permission import demand


class CauseQuerySet(models.QuerySet):
    def named(self, name):
        """The case and the blanks of a name do not matter."""
        return self.filter(name__iexact=" ".join(name.split()))

    def lately_first(self, appointment):
        """Those of the site; the manager's own of the last weeks before the others."""
        last = models.Max(
            "entries__day",
            filter=models.Q(entries__appointment=appointment, entries__removed_at=None),
        )
        return (
            self.filter(site=appointment.stream.site_id)
            .alias(last=last)
            .order_by(models.F("last").desc(nulls_last=True), "name")
        )


class Cause(models.Model):
    site = models.ForeignKey("accounts.Site", on_delete=models.PROTECT, related_name="causes")
    name = models.CharField(_("cause"), max_length=80)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    entered_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = CauseQuerySet.as_manager()

    class Meta:
        verbose_name = _("cause")
        verbose_name_plural = _("causes")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint("site", Lower("name"), name="evaluations_cause_once_per_site"),
            models.CheckConstraint(
                condition=~models.Q(name=""), name="evaluations_cause_has_a_name"
            ),
        ]

    def __str__(self):
        return self.name

    @classmethod
    def get_or_enter(cls, appointment, name, *, by):
        """The site's cause of this name; entered if nobody has named it yet."""
        from evaluations.permissions import may_log

        demand(may_log(by, appointment))
        site, name = appointment.stream.site, " ".join(name.split())
        known = cls.objects.filter(site=site).named(name).first()
        if known:
            return known
        cause = cls(site=site, name=name, entered_by=by)
        cause.full_clean(validate_constraints=False, validate_unique=False)
        try:
            with transaction.atomic():
                cause.save()
                record("cause.entered", cause, by=by, site=site)
        except IntegrityError:  # somebody else named it in the same moment
            return cls.objects.filter(site=site).named(name).get()
        return cause


class CauseRemoval(models.Model):
    """A manager says: in this stream it is gone for good. Logged again, it "comes back"."""

    cause = models.ForeignKey(Cause, on_delete=models.PROTECT, related_name="removals")
    appointment = models.ForeignKey(
        "value_streams.Appointment", on_delete=models.PROTECT, related_name="cause_removals"
    )
    on = models.DateField(_("removed on"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("removal of a cause")
        verbose_name_plural = _("removals of causes")
        ordering = ["-on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["cause", "appointment", "on"],
                name="evaluations_causeremoval_once_a_day",
            )
        ]

    def __str__(self):
        return f"{self.cause}, {self.on}"

    @classmethod
    def mark(cls, cause, appointment, *, by, on=None):
        """Twice on one day is once."""
        from evaluations.permissions import may_log

        demand(may_log(by, appointment))
        today = appointment.stream.site.today()
        on = on or today
        if cause.site_id != appointment.stream.site_id:
            raise ValidationError(_("This cause is not one of the site’s list."))
        if on > today:
            raise ValidationError(_("That day has not come yet."))
        with transaction.atomic():
            removal, is_new = cls.objects.get_or_create(
                cause=cause, appointment=appointment, on=on, defaults={"by": by}
            )
            if is_new:
                record("cause.removed", cause, by=by, enclosing=appointment)
        return removal
