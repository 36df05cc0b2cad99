"""Which appointments there are, and which of them a person may know of."""

from django.db import models

from .appointment_words import State


class AppointmentQuerySet(models.QuerySet):
    def current(self):
        return self.filter(state=State.CURRENT)

    def planned(self):
        return self.filter(state=State.PLANNED)

    def ended(self):
        return self.filter(state=State.ENDED)

    def standing(self):
        """Planned or current: not over."""
        return self.exclude(state=State.ENDED)

    def visible_to(self, user):
        """Those of the streams one sees, and one's own, also after it ended."""
        from .stream import ValueStream

        return self.filter(
            models.Q(stream__in=ValueStream.objects.visible_to(user).values("pk"))
            | models.Q(manager=user)
        )

    def with_charter_for(self, user):
        """A charter shows the stream, so it is for those who see the stream: a former manager does
        not read how the successor stands."""
        from .stream import ValueStream

        return self.filter(stream__in=ValueStream.objects.visible_to(user).values("pk"))

    def with_people(self):
        return self.select_related("stream__site__top_person", "manager", "reports_to", "adviser")

    def for_charter(self):
        """With all that its charter says, but for the maps."""
        return (
            self.with_people()
            .select_related(
                "stream__family__proposal__confirmed_by", "stream__family__proposal__matrix"
            )
            .defer(
                "stream__family__proposal__table",
                "stream__family__proposal__by_number",
                "stream__family__proposal__matrix__table",
            )
        )

    def due_to_start(self):
        """Planned ones whose first day has come at their own site."""
        from vsm_portal.accounts.models import Site

        due = models.Q(pk__in=[])
        for site in Site.objects.filter(streams__appointments__state=State.PLANNED).distinct():
            due |= models.Q(stream__site=site, starts_on__lte=site.today())
        return self.filter(due, state=State.PLANNED)
