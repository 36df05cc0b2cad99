"""The photo of the pencil map that was drawn on the walk."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def photo_path(photo=None, filename="") -> str:
    """A generated name: nothing of the file that was sent is kept in the disk's folder."""
    return f"map-photos/{uuid.uuid4().hex}.jpg"


class MapPhoto(models.Model):
    """One photo per map, drawn anew from its pixels, so that nothing else of the file is kept."""

    map = models.OneToOneField("value_streams.Map", on_delete=models.CASCADE, related_name="photo")
    file = models.FileField(upload_to=photo_path, max_length=200)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("photo of a pencil map")
        verbose_name_plural = _("photos of pencil maps")

    def __str__(self):
        return f"{self.map_id}: {self.width} × {self.height}"
