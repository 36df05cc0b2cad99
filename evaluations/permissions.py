"""Who may do what with the time log and its trend; the reason is what page and button say."""

from django.utils.translation import gettext as _

from value_streams.models import State
from vsm_portal.permission import Allowed, Answer, Denied

from .readers import sums_readable_by


def may_log(user, appointment) -> Answer:
    """Only the manager, and only while they manage the stream."""
    if appointment.manager_id != user.pk:
        return Denied(_("Only the stream's manager logs time, and only their own."))
    if appointment.state == State.ENDED:
        return Denied(_("This appointment has ended; what was logged in it stays."))
    if appointment.state == State.PLANNED:
        return Denied(_("This appointment has not begun yet."))
    return Allowed()


def may_correct(user, entry) -> Answer:
    """Until the week is closed; whether it is, is asked where the week is held."""
    if entry.removed_at is not None:
        return Denied(_("This entry was undone."))
    return may_log(user, entry.appointment)


def may_read_sums(user, appointment) -> bool:
    """The adviser and the site above read the trend, not the hours."""
    return sums_readable_by(user).filter(pk=appointment.pk).exists()


def may_reckon(user, appointment) -> Answer:
    """The manager, whoever the manager reports to, and HR: those who read the totals."""
    if may_read_sums(user, appointment):
        return Allowed()
    return Denied(_("The trend is reckoned every night; only the site asks for it in between."))


def may_export_sums(user, appointment) -> Answer:
    if may_read_sums(user, appointment):
        return Allowed()
    return Denied(_("You read the trend; the minutes of each week are for the site."))
