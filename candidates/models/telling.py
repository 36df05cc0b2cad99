from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Telling(models.Model):
    """After a decision each candidate is told of it: on which day, by whom, how."""

    class How(models.TextChoices):
        IN_PERSON = "in_person", _("in person")
        PHONE = "phone", _("by phone or video")
        LETTER = "letter", _("by letter")
        MAIL = "mail", _("by e-mail")

    candidate = models.ForeignKey(
        "candidates.Candidate", on_delete=models.CASCADE, related_name="tellings"
    )
    decision = models.ForeignKey(
        "candidates.Decision", on_delete=models.PROTECT, related_name="tellings"
    )
    told_on = models.DateField(_("told on"))
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    how = models.CharField(_("how"), max_length=10, choices=How)

    class Meta:
        verbose_name = _("telling")
        verbose_name_plural = _("tellings")
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "decision"],
                name="candidates_telling_once_per_decision",
                violation_error_message=_("This candidate was told already."),
            )
        ]

    def __str__(self):
        return f"{self.candidate}: {self.told_on}"
