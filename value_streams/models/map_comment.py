"""What is said beside a map: dated comments, and what becomes of space and people freed."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .map_words import Freed


class MapComment(models.Model):
    """A dated word on a map by an executive, the manager or the adviser; never edited."""

    class Role(models.TextChoices):
        EXECUTIVE = "executive", _("executive")
        MANAGER = "manager", _("value-stream manager")
        ADVISER = "adviser", _("adviser")

    map = models.ForeignKey("value_streams.Map", on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=10, choices=Role, editable=False)
    at = models.DateTimeField(default=timezone.now, editable=False)
    text = models.TextField(_("comment"))

    class Meta:
        verbose_name = _("comment on a map")
        verbose_name_plural = _("comments on maps")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.text


class FreedAnswer(models.Model):
    """What becomes of the floor space or the people that a map frees against an earlier one.

    It may be written while the map is in force: the answer often comes later than the figure.
    """

    map = models.ForeignKey("value_streams.Map", on_delete=models.CASCADE, related_name="freed")
    what = models.CharField(max_length=6, choices=Freed, editable=False)
    text = models.TextField(_("answer"), blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("answer on what is freed")
        verbose_name_plural = _("answers on what is freed")
        ordering = ["map", "what"]
        constraints = [
            models.UniqueConstraint(
                fields=["map", "what"], name="value_streams_freed_answer_once_per_map"
            )
        ]

    def __str__(self):
        return self.text

    @property
    def site(self):
        return self.map.site
