"""The mail to whoever must act since a position lost its HR, its decider or its chair.

It names kind and stream; nobody, and nothing of why.
"""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vsm_portal.accounts.models import Role, User
from vsm_portal.outbox.kinds import Kind, Mail, Occasion

from .models import Position

NEEDS = "position.needs_you"


def gaps_of(position, recipient) -> dict[str, str]:
    """{label: sentence} of what this person has to do; the position comes `with_gaps`."""
    gaps = {}
    organises = Position.objects.organised_by(recipient).filter(pk=position.pk).exists()
    if organises and position.lacks_hr:
        gaps["hr"] = _("HR of the site cannot organise it any more: you do.")
    if organises and position.lacks_chair:
        gaps[f"chair{position.chair_id}"] = _("It needs another chair.")
    if organises and position.lacks_decider:
        gaps["decider"] = _("It needs somebody who decides.")
    if position.lacks_named_decider and (
        Position.objects.decided_by(recipient).filter(pk=position.pk).exists()
    ):
        gaps["decides"] = _("Whoever decided cannot do so any more: you decide.")
    return gaps


def who_may_mend(position):
    """HR of the site or of the head office, and the top person above: asked once more below."""
    sites = [pk for pk in (position.site_id, position.site.parent_id) if pk]
    hr = User.objects.active().filter(memberships__site__in=sites, memberships__role=Role.HR)
    head = position.site.parent_id
    above = User.objects.active().filter(leads=head) if head else User.objects.none()
    return (hr | above).distinct()


def occasions():
    for position in Position.objects.with_gaps().lacking_somebody().select_related("site"):
        for person in who_may_mend(position):
            for label in gaps_of(position, person):
                yield Occasion(
                    recipient=person,
                    about=position,
                    label=label,
                    site=position.site,
                    enclosing=position,
                )


def still_needed(position_id, recipient):
    lacking = Position.objects.with_gaps().lacking_somebody().filter(pk=position_id)
    position = lacking.select_related("site", "stream").first()
    return position if position and gaps_of(position, recipient) else None


def mail(position, recipient, message) -> Mail:
    words = {
        "name": recipient.name,
        "stream": position.stream.name,
        "what": " ".join(gaps_of(position, recipient).values()),
        "link": settings.PORTAL_URL.rstrip("/") + reverse("position_detail", args=[position.pk]),
    }
    text = _(
        "Hello %(name)s,\n\n"
        "the selection of a value-stream manager, %(stream)s, needs you. %(what)s\n\n"
        "%(link)s\n"
    )
    return Mail(subject=_("A selection needs you: %(stream)s") % words, text=text % words)


KIND = Kind(
    name=NEEDS,
    title=gettext_lazy("A selection lost somebody"),
    occasions=occasions,
    still_needed=still_needed,
    mail=mail,
)
