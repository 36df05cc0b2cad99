"""How a scorecard speaks: levels by their names, times in the reader's zone."""

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

NOT_OBSERVED = "not_observed"


def typed_level(score) -> str:
    """What the form's choice is called: "1" to "5", "not_observed", or "" while it is open."""
    if score is None:
        return ""
    if score.not_observed:
        return NOT_OBSERVED
    return "" if score.level is None else str(score.level)


def level_words(criterion, typed) -> str:
    """The name of a level as this criterion has it: "4" → "Sticks to it in the open"."""
    if typed == NOT_OBSERVED:
        return _("Not observed")
    if not typed:
        return _("No level yet")
    return criterion.criterion.levels[int(typed) - 1][0]


def note_words(note) -> str:
    """ "9 November 2026: kept the sequence." """
    return f"{date_format(note.on, 'j F Y')}: {note.text}"


def saved_time(row) -> str:
    """When the row was saved; "" where there is none."""
    return at_time(row.saved_at) if row else ""


def at_time(when) -> str:
    """ "10:42" today, "9 November 2026, 10:42" on another day, in the reader's own zone."""
    local = timezone.localtime(when)
    clock = time_format(local, "H:i")
    if local.date() == timezone.localdate():
        return clock
    return f"{date_format(local, 'j F Y')}, {clock}"


def saved_sentence(row) -> str:
    if row is None:
        return _("Nothing saved yet. Draft, nobody else can read it.")
    return _("Saved %(time)s. Draft, nobody else can read it.") % {"time": at_time(row.saved_at)}


def due_words(position) -> str:
    """ "today", "9 November 2026", or that the day has passed."""
    today, day = position.site.today(), date_format(position.due_on, "j F Y")
    if position.due_on == today:
        return _("today")
    return _("%(day)s, late") % {"day": day} if position.due_on < today else day
