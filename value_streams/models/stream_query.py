"""Which value streams a person may know of, and which they may change."""

from django.db import models


class StreamQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Everybody of the site and of the parent above it; managers and advisers see their site's.

        A manager follows from the appointment, not from a membership, so the sites of the streams
        somebody leads count as theirs. An adviser sees the advised stream alone.
        """
        from vsm_portal.accounts.models import Site

        from .appointment import Appointment

        led = Appointment.objects.standing().filter(manager=user)
        advised = Appointment.objects.standing().filter(adviser=user)
        return self.filter(
            models.Q(site__in=Site.objects.readable_by(user).values("pk"))
            | models.Q(site__in=led.values("stream__site"))
            | models.Q(pk__in=advised.values("stream"))
        )

    def editable_by(self, user):
        """Executives of the site, and the stream's own manager."""
        from vsm_portal.accounts.models import Site

        from .appointment import Appointment

        return self.filter(
            models.Q(site__in=Site.objects.led_by(user).values("pk"))
            | models.Q(pk__in=Appointment.objects.current().filter(manager=user).values("stream"))
        )

    def vacant(self):
        """Without a current manager; somebody may be planned."""
        from .appointment import Appointment

        return self.exclude(pk__in=Appointment.objects.current().values("stream"))

    def vacant_first(self):
        """What is out of normal stands above what is normal."""
        from .appointment import Appointment

        led = Appointment.objects.current().filter(stream=models.OuterRef("pk"))
        return self.order_by(models.Exists(led), "name", "pk")

    def with_manager(self):
        """Fetch site, family and standing appointments for `manager_now` and `successor`."""
        from .appointment import Appointment

        people = Appointment.objects.standing().select_related("manager", "reports_to", "adviser")
        return self.select_related("site__top_person", "family").prefetch_related(
            models.Prefetch("appointments", queryset=people, to_attr="standing_appointments")
        )
