"""Who reads what of a time log: the manager everything, others sums or the trend."""

from django.db.models import Q, QuerySet

from value_streams.models import Appointment
from vsm_portal.accounts.models import Membership, Role, Site


def sums_readable_by(user) -> QuerySet:
    """Weekly totals: the manager, executives and HR of the site."""
    return Appointment.objects.filter(Q(manager=user) | _of(_led_or_hr(user)))


def trends_readable_by(user) -> QuerySet:
    """The trend: who reads the totals, the adviser, and executives and HR of the site above."""
    near = _led_or_hr(user)
    above = Site.objects.filter(parent__in=near.values("pk"))
    advised = Appointment.objects.standing().filter(adviser=user)
    return Appointment.objects.filter(
        Q(manager=user) | _of(near) | _of(above) | Q(pk__in=advised.values("pk"))
    )


def _of(sites) -> Q:
    return Q(stream__site__in=sites.values("pk"))


def _led_or_hr(user) -> QuerySet:
    hr = Membership.objects.filter(user=user, role=Role.HR).values("site")
    return Site.objects.filter(Q(pk__in=Site.objects.led_by(user).values("pk")) | Q(pk__in=hr))
