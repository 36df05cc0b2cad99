"""What every row of a map has: its place in order, and the save that last wrote it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MapRowQuerySet(models.QuerySet):
    def in_order(self):
        return self.order_by("place", "pk")

    def of_map(self, drawn):
        return self.filter(**{self.model.TO_MAP: drawn})


class MapRow(models.Model):
    """A row of a map. `place` orders it among its like.

    `version` is the number of the map's save that last wrote the row, so it only ever grows, also
    over an undo, and rows with a greater one than a page has seen are the ones saved since.
    `key` is what the page called a row it was typing: sent twice, it is still one row.
    """

    TO_MAP = "map"
    FIELDS: tuple[str, ...] = ()

    place = models.PositiveIntegerField(_("place"), default=0, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    key = models.UUIDField(null=True, unique=True, editable=False)

    objects = MapRowQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def values(self) -> dict:
        """What is written in the row."""
        return {name: getattr(self, name) for name in self.FIELDS}

    def beside(self):
        """The rows it is ordered among, itself with them."""
        return type(self).objects.filter(map=self.map)

    def clear_what_has_no_meaning(self) -> None:
        """Empty the columns that say nothing in a row of this kind."""


def words(label, **options):
    """A text that may stay empty while the map is drawn; of any length, as in a file."""
    return models.TextField(label, blank=True, default="", **options)


def figure(label, **options):
    """A number that may stay unknown."""
    return models.FloatField(label, null=True, blank=True, **options)


def parts(label, **options):
    """Pairs of a name and a number, as a list of lists, in the order they were written."""
    return models.JSONField(label, blank=True, default=list, **options)
