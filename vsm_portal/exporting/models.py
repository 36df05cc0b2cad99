"""A file somebody asked for that the worker makes: a PDF is never rendered in the web process."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record

from . import reports

#: a file waits this long for whoever asked for it, counted from the asking
KEPT_FOR = timedelta(hours=24)
#: the row says for so long that the file has gone
REMEMBERED_FOR = timedelta(days=30)
#: a worker that has not finished by then is taken for dead
LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 3


def export_path(export=None, filename="") -> str:
    """A generated name: nothing of what the file is about is read from the disk's folder."""
    return f"exports/{uuid.uuid4().hex}"


class State(models.TextChoices):
    WAITING = "waiting", _("waiting for the worker")
    RUNNING = "running", _("being made")
    READY = "ready", _("ready")
    FAILED = "failed", _("failed")


class Fault(models.TextChoices):
    """Why there is no file, for the person who asked; what happened inside stands in the log."""

    INSIDE = "inside", _("Something went wrong while the file was made. Ask for it once more.")
    GIVEN_UP = "given_up", _("The file could not be made in several attempts.")
    RIGHT = "right", _("You could no longer read this when the file was to be made.")


class ExportQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(requested_by=user)

    def claimable(self, now):
        """To be made and worth it: not yet begun, or left behind by a worker that died."""
        return self.filter(
            models.Q(state=State.WAITING) | models.Q(state=State.RUNNING, lease_until__lt=now),
            requested_at__gte=now - KEPT_FOR,
        )

    def outdated(self, now):
        """Files whose time is over and whose worker is not at work."""
        over = self.filter(requested_at__lt=now - KEPT_FOR).exclude(file="")
        return over.exclude(state=State.RUNNING, lease_until__gte=now)

    def forgotten(self, now):
        return self.filter(requested_at__lt=now - REMEMBERED_FOR, file="")


class Export(models.Model):
    """One file of one report for one person; the right is asked again when it is made and fetched.

    `file` is named when the row is made, so that what a dying worker leaves on the disk is found
    and removed. It is empty when the file's time is over.
    """

    State = State

    report = models.CharField(_("report"), max_length=60)
    about_type = models.CharField(max_length=60)
    about_id = models.BigIntegerField()
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="exports"
    )
    requested_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    file = models.FileField(upload_to=export_path, blank=True, max_length=200)
    file_name = models.CharField(max_length=120, blank=True)
    error = models.CharField(max_length=300, blank=True)  # a Fault

    objects = ExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        ordering = ["-requested_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=State.values), name="exporting_export_state_known"
            )
        ]

    def __str__(self):
        return f"{self.report} {self.about_id}: {self.state}"

    @property
    def is_running(self) -> bool:
        return self.state in (State.WAITING, State.RUNNING)

    @property
    def is_gone(self) -> bool:
        return not self.file or self.requested_at < timezone.now() - KEPT_FOR

    @property
    def reason(self) -> str:
        """Why it failed, in words."""
        return str(Fault(self.error).label) if self.error else ""

    @property
    def definition(self) -> reports.Report:
        return reports.report(self.report)

    def thing(self):
        """What the report is about, or None if the person may not read it (any more)."""
        return self.definition.find(self.about_id, self.requested_by)

    @classmethod
    def ask(cls, report, about, *, by, enclosing=None):
        """A row, an audit row and a hint to the worker; asked twice, it joins the one not begun."""
        from .tasks import hint

        names = {"report": report, "about_type": about._meta.label_lower, "about_id": about.pk}
        with transaction.atomic():
            not_begun = cls.objects.visible_to(by).claimable(timezone.now())
            export = not_begun.filter(state=State.WAITING, **names).first()
            if export is None:
                export = cls.objects.create(requested_by=by, file=export_path(), **names)
                record(f"{report}.exported", about, by=by, enclosing=enclosing, format="pdf")
            transaction.on_commit(lambda: hint(export.pk))
        return export
