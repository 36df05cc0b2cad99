"""The photo of the pencil map that was drawn on the walk."""

import uuid

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record
from vsm_portal.permission import Conflict, demand


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

    @classmethod
    def keep(cls, drawn, photo, *, by):
        """Attach a checked photo (`maps.photo_file`), in place of one that is there."""
        from value_streams import permissions

        demand(permissions.may_start_map(by, drawn.stream))
        new = cls(map=drawn, by=by, width=photo.width, height=photo.height)
        new.file.save("", ContentFile(photo.content), save=False)
        try:
            with transaction.atomic():
                cls._forget(drawn)
                new.save(force_insert=True)
                record("map.photo_kept", drawn, by=by)
        except Exception as error:
            new.file.storage.delete(new.file.name)
            if isinstance(error, IntegrityError):
                reason = _("Somebody else attached a photo a moment ago. Yours was not kept.")
                raise Conflict(reason) from error
            raise
        return new

    @classmethod
    def remove(cls, drawn, *, by):
        from value_streams import permissions

        demand(permissions.may_start_map(by, drawn.stream))
        with transaction.atomic():
            if cls._forget(drawn):
                record("map.photo_removed", drawn, by=by)

    @classmethod
    def _forget(cls, drawn) -> bool:
        """Remove the row, and the file as soon as the row is gone for good."""
        before = cls.objects.filter(map=drawn).first()
        if before is None:
            return False
        file = before.file
        before.delete()
        transaction.on_commit(lambda: file.storage.delete(file.name))
        return True
