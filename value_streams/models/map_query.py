"""Which maps a person may know of, and which they may change."""

from django.db import models
from django.db.models import Prefetch

from .map_words import Standing


class MapQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Whoever may know of the stream reads its maps, of every state and version."""
        from .stream import ValueStream

        return self.filter(stream__in=ValueStream.objects.visible_to(user).values("pk"))

    def editable_by(self, user):
        """The drafts of streams one may change: what was in force is never edited again."""
        from .stream import ValueStream

        streams = ValueStream.objects.editable_by(user).values("pk")
        return self.drafts().filter(stream__in=streams)

    def drafts(self):
        return self.filter(standing=Standing.DRAFT)

    def in_force(self):
        return self.filter(standing=Standing.IN_FORCE)

    def newest_first(self):
        return self.order_by("-number")

    def with_rows(self):
        """Fetch all that is drawn, in a fixed number of queries, in the order of the map."""
        from .map_element import Element
        from .map_path import MapPath

        elements = Prefetch("elements", queryset=Element.objects.in_order())
        return self.select_related("stream__site", "put_in_force_by").prefetch_related(
            Prefetch("paths", queryset=MapPath.objects.in_order().prefetch_related(elements)),
            "suppliers",
            "information_flows",
            "kaizen",
            "loops",
            "answers",
        )
