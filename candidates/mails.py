"""Mails to assessors: a scorecard is asked of you, and it is due.

One mail for each seat on a panel, whatever the number of candidates. It names kind, stream, due
date and count; no candidate, nothing of a judgement.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vsm_portal.outbox.kinds import Kind, Mail, Occasion
from vsm_portal.outbox.planning import plan

from .models import Assessor, Position

ASSIGNED, DUE = "scorecard.assigned", "scorecard.due"
#: days from the due date at which the mail goes out; afterwards every week
BEFORE = (-3, -1, 0)
WEEK = 7


def seats_with_open_scorecards():
    """Seats that still owe a scorecard, with their number as `open_ones`."""
    open_one = Q(scorecards__state="draft", scorecards__candidate__state="considered")
    return (
        Assessor.objects.sitting()
        .filter(position__state__in=["open", "deciding"])
        .annotate(open_ones=Count("scorecards", filter=open_one))
        .filter(open_ones__gt=0)
        .select_related("user", "position__site", "position__stream")
    )


def tell_assessors(position):
    """Plan the first mail to every seat of the position as soon as the change is committed."""
    seats = seats_with_open_scorecards().filter(position=position)
    transaction.on_commit(lambda: plan(ASSIGNED, map(_assignment, seats)))


def assigned_occasions():
    """Every seat's first mail: what was not planned at once is caught up with."""
    return map(_assignment, seats_with_open_scorecards())


def _assignment(seat) -> Occasion:
    return _occasion(seat, "assigned")


def due_occasions():
    for seat in seats_with_open_scorecards():
        step = step_on(seat.position.due_on, seat.position.site.today())
        if step is not None and _is_news(seat, step):
            yield _occasion(seat, f"{seat.position.due_on}:{step:+d}")


def _occasion(seat, label) -> Occasion:
    return Occasion(
        recipient=seat.user,
        about=seat,
        label=label,
        site=seat.position.site,
        enclosing=seat.position,
        due_on=seat.position.due_on,
    )


def step_on(due_on, today) -> int | None:
    """The last step reached today, in days from the due date; None before the first one.

    A portal that was down catches up with the last step, not with all of them.

    >>> from datetime import date
    >>> due = date(2026, 11, 30)
    >>> [step_on(due, date(2026, 11, day)) for day in (26, 27, 28, 29, 30)]
    [None, -3, -3, -1, 0]
    >>> step_on(due, date(2026, 12, 6)), step_on(due, date(2026, 12, 7))
    (0, 7)
    """
    days = (today - due_on).days
    if days >= WEEK:
        return days - days % WEEK
    return max((step for step in BEFORE if step <= days), default=None)


def _is_news(seat, step) -> bool:
    """Whoever was asked on that day or later knows the date from the first mail."""
    asked_at = max(seat.added_at, seat.position.opened_at)
    asked_on = timezone.localdate(asked_at, timezone=seat.position.site.zone)
    return seat.position.due_on + timedelta(days=step) > asked_on


def still_needed(seat_id, recipient):
    """The seat, unless it is gone, done, or its person may no longer know of the position."""
    known = Position.objects.assessed_by(recipient).values("pk")
    seats = seats_with_open_scorecards().filter(position__in=known, user=recipient)
    return seats.filter(pk=seat_id).first()


def assigned_mail(seat, recipient, message) -> Mail:
    text = _(
        "Hello %(name)s,\n\n"
        "you are asked to judge the candidates for the post of value-stream manager, %(stream)s: "
        "%(count)s, by %(day)s. You judge alone; nobody reads what you write before you submit.\n\n"
        "%(link)s\n"
    )
    subject = _("You are asked to judge: %(stream)s") % {"stream": seat.position.stream.name}
    return Mail(subject=subject, text=text % _values(seat, recipient))


def due_mail(seat, recipient, message) -> Mail:
    values = _values(seat, recipient)
    if seat.position.due_on < seat.position.site.today():
        subject = _("Scorecards were due on %(day)s: %(stream)s")
    else:
        subject = _("Scorecards are due on %(day)s: %(stream)s")
    text = _(
        "Hello %(name)s,\n\n"
        "still open for the post of value-stream manager, %(stream)s: %(count)s. "
        "Due: %(day)s.\n\n"
        "%(link)s\n"
    )
    return Mail(subject=subject % values, text=text % values)


def _values(seat, recipient):
    count = ngettext("%(n)s scorecard", "%(n)s scorecards", seat.open_ones) % {"n": seat.open_ones}
    return {
        "name": recipient.name,
        "stream": seat.position.stream.name,
        "count": count,
        "day": date_format(seat.position.due_on, "j F Y"),
        "link": settings.PORTAL_URL.rstrip("/")
        + reverse("position_detail", args=[seat.position_id]),
    }


KINDS = (
    Kind(
        name=ASSIGNED,
        title=gettext_lazy("Asked to score candidates"),
        occasions=assigned_occasions,
        still_needed=still_needed,
        mail=assigned_mail,
    ),
    Kind(
        name=DUE,
        title=gettext_lazy("Scorecards due"),
        occasions=due_occasions,
        still_needed=still_needed,
        mail=due_mail,
    ),
)
