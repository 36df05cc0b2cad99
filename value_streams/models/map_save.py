"""What a map said after each save: who saved when, and the whole map."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MapSave(models.Model):
    """One save. `document` is the map as JSON, `rows` says which row stood at which place of it.

    Saves are only ever added. An undo is a save, too: `restores` is the save whose map it brought
    back, so that the next undo goes on from there.
    """

    map = models.ForeignKey("value_streams.Map", on_delete=models.CASCADE, related_name="saves")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    document = models.TextField()
    rows = models.JSONField(default=dict)
    restores = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        verbose_name = _("save of a map")
        verbose_name_plural = _("saves of maps")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["map", "number"], name="value_streams_map_save_number_once"
            )
        ]

    def __str__(self):
        return f"{self.map_id}: {self.number}"
