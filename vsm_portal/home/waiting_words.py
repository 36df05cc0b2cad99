"""The words around what waits: when it is due, how long it takes, and the answer at the head."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vsm_portal.tasks_waiting import WaitingTask

SOON_DAYS = 1


@dataclass(frozen=True)
class WaitingRow:
    """A task with its sign: late is loud, today is amber, later is calm."""

    task: WaitingTask
    state: str
    due: str

    @property
    def minutes(self) -> str:
        return _("%(count)s min") % {"count": self.task.minutes} if self.task.minutes else ""


def row(task, today) -> WaitingRow:
    """The task as a row of the list on this day."""
    state, due = _sign(task.due_on, today)
    return WaitingRow(task, state, due)


def _sign(due_on, today) -> tuple[str, str]:
    if due_on is None:
        return "calm", _("no date")
    days = (due_on - today).days
    if days < 0:
        late = ngettext("1 day late", "%(count)s days late", -days) % {"count": -days}
        return "bad", late
    if days == 0:
        return "warn", _("today")
    if days <= SOON_DAYS:
        return "warn", _("tomorrow")
    return "calm", date_format(due_on, "D j M")


def title(tasks) -> str:
    """The page's answer: how many things wait, and about how long they take."""
    if not tasks:
        return _("Nothing waits for you")
    count = ngettext("One thing waits for you", "%(count)s things wait for you", len(tasks)) % {
        "count": len(tasks)
    }
    minutes = sum(task.minutes for task in tasks)
    if not minutes:
        return count
    return _("%(count)s, about %(minutes)s minutes") % {"count": count, "minutes": minutes}
