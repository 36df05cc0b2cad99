"""What is said beside a map: dated comments, and what becomes of space and people freed."""

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record
from vsm_portal.permission import Conflict, Kept, demand, update_once

from .entering import enter
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

    @property
    def site(self):
        return self.map.site

    def enter(self, *, by):
        from value_streams import permissions

        demand(permissions.may_comment_map(by, self.map.stream))
        self.author, self.role = by, permissions.map_role(by, self.map.stream)
        enter(self, by=by, action="map.commented", site=self.site)


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

    @classmethod
    def of(cls, drawn, what):
        """The answer as it stands; version 0 where nobody has written one."""
        written = cls.objects.filter(map=drawn, what=what).first()
        return written or cls(map=drawn, what=what, version=0)

    def write(self, text, *, by, version):
        """Save the text over the version that was seen; somebody faster is a `Conflict`."""
        from value_streams import permissions

        demand(permissions.may_start_map(by, self.map.stream))
        try:
            with transaction.atomic():
                self._write(text, version)
                record("map.freed_answered", self.map, by=by, what=self.what)
        except (Conflict, IntegrityError) as taken:
            theirs = FreedAnswer.of(self.map, self.what).text
            reason = _("Somebody else wrote an answer meanwhile. Nothing was overwritten.")
            kept = [Kept(str(self.get_what_display()), text, theirs)]
            raise Conflict(reason, kept=kept) from taken

    def _write(self, text, version):
        if version == 0:
            FreedAnswer.objects.create(map=self.map, what=self.what, text=text)
        else:
            rows = FreedAnswer.objects.filter(pk=self.pk, version=version)
            update_once(rows, text=text, version=version + 1)
