"""A path of a map, and the suppliers at its beginning."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .map_row import MapRow, figure, words


class MapPath(MapRow):
    """Elements in flow order. A path other than the main one joins another before an element.

    `joins` and `joins_before` are names, as in a file: while a map is drawn they may name what is
    not there yet, and that is a fault said beside the map.
    """

    FIELDS = ("name", "joins", "joins_before", "pieces_per_product", "organisation")

    map = models.ForeignKey("value_streams.Map", on_delete=models.CASCADE, related_name="paths")
    name = words(_("name of the path"))
    joins = words(_("joins the path"))
    joins_before = words(_("joins before"))
    pieces_per_product = figure(_("pieces per product"))
    organisation = words(_("organisation"))

    class Meta(MapRow.Meta):
        verbose_name = _("path of a map")
        verbose_name_plural = _("paths of maps")
        ordering = ["place", "pk"]

    def __str__(self):
        return self.name


class MapSupplier(MapRow):
    FIELDS = ("name", "delivers")

    map = models.ForeignKey("value_streams.Map", on_delete=models.CASCADE, related_name="suppliers")
    name = words(_("supplier"))
    delivers = words(_("delivers"))

    class Meta(MapRow.Meta):
        verbose_name = _("supplier on a map")
        verbose_name_plural = _("suppliers on maps")
        ordering = ["place", "pk"]

    def __str__(self):
        return self.name
