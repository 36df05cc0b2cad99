"""The headings of the pages of a position: each begins with its answer, in a sentence."""

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Position


def day(when) -> str:
    return date_format(when, "j F Y")


def of_positions(counts) -> str:
    """For example "2 positions are being scored, 1 waits for a decision"; counts: {state: n}."""
    if not counts:
        return _("No position yet")
    parts = [words(counts[state]) for state, words in RUNNING.items() if counts.get(state)]
    if not parts:
        parts = [_("No position is open")]
    return ", ".join(parts)


RUNNING = {
    "open": lambda n: ngettext("%(n)s position is open", "%(n)s positions are open", n) % {"n": n},
    "deciding": lambda n: (
        ngettext("%(n)s waits for a decision", "%(n)s wait for a decision", n) % {"n": n}
    ),
    "draft": lambda n: (
        ngettext("%(n)s is being prepared", "%(n)s are being prepared", n) % {"n": n}
    ),
}


def progress_of(position, part_sees_progress) -> str:
    """For example "3 of 8 scorecards are in"; to an assessor only how many people are done."""
    if position.state == Position.State.DRAFT or not position.asked:
        return ""
    if part_sees_progress:
        numbers = {"in": position.submitted, "all": position.asked}
        return _("%(in)s of %(all)s scorecards in") % numbers
    numbers = {"done": position.seats_done, "all": position.seats}
    return _("%(done)s of %(all)s have submitted") % numbers


def own_progress_of(position) -> str:
    if not position.own_asked:
        return ""
    numbers = {"in": position.own_submitted, "all": position.own_asked}
    return _("%(in)s of your %(all)s submitted") % numbers


def of_position(position, part, *, chosen=None, may_open=None) -> str:
    """What one wants to know first about this position. Needs `with_progress`."""
    words = {"stream": position.stream.name}
    if position.state == Position.State.CANCELLED:
        return _("%(stream)s: the position was cancelled") % words
    if position.state == Position.State.FILLED and chosen:
        return _("%(name)s was chosen for %(stream)s") % (words | {"name": chosen.name})
    if position.state == Position.State.DRAFT:
        return _of_draft(words, may_open)
    if part.seat and position.own_submitted < position.own_asked:
        return _of_own_open(words, position.own_asked - position.own_submitted)
    return _of_panel(words, position, part)


def _of_draft(words, may_open) -> str:
    if may_open:
        return _("%(stream)s: everything is there, scoring can begin") % words
    return _("%(stream)s: the position is being prepared") % words


def _of_own_open(words, number) -> str:
    words = words | {"n": number}
    return (
        ngettext(
            "%(stream)s: one scorecard waits for you",
            "%(stream)s: %(n)s scorecards wait for you",
            number,
        )
        % words
    )


def _of_panel(words, position, part) -> str:
    if position.state == Position.State.DECIDING and position.submitted == position.asked:
        return _("%(stream)s: every scorecard is in, the decision is to be taken") % words
    words = words | {"progress": progress_of(position, part.sees_progress)}
    if words["progress"]:
        return _("%(stream)s: %(progress)s") % words
    return _("%(stream)s: nobody is considered any more") % words


def state_of(position) -> str:
    return capfirst(position.get_state_display())
