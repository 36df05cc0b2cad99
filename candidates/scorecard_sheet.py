"""A scorecard to read and print: one's own once it is closed, the others' after the reveal."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from .models import Scorecard
from .scorecard_contents import WRITTEN, Contents, contents_of, tiers_of
from .scorecard_page import titleblock, trail_to
from .scorecard_words import NOT_OBSERVED, at_time, level_words


@dataclass(frozen=True)
class Sheet:
    """contents: None where nothing of it is to be read; rows: [(tier, [Line])]."""

    card: Scorecard
    title: str
    standing: str
    contents: Contents | None
    tiers: list
    trail: list
    titleblock: list


@dataclass(frozen=True)
class Line:
    """One criterion; `first` is the level before the discussion where it was changed there."""

    entry: object
    first: str
    reasons: list


def sheet_of(card, mine) -> Sheet:
    contents = _readable(card, mine)
    return Sheet(
        card=card,
        title=_title(card, mine, contents),
        standing=_standing(card),
        contents=contents,
        tiers=[(tier, [_line(one) for one in tier.entries]) for tier in tiers_of(contents.entries)]
        if contents
        else [],
        trail=trail_to(card),
        titleblock=titleblock(card, []),
    )


def _readable(card, mine) -> Contents | None:
    """An excused scorecard is a draft that nobody but its author ever reads."""
    if card.state != Scorecard.State.SUBMITTED and not mine:
        return None
    prefetch_related_objects([card], *WRITTEN, "scores__changes")
    return contents_of(card)


def _title(card, mine, contents) -> str:
    words = {"name": card.candidate.name, "assessor": card.assessor.user.name}
    if contents is None:
        return _("%(assessor)s did not judge %(name)s") % words
    if mine:
        return _("%(name)s, as you judged") % words
    return _("%(name)s, as %(assessor)s judged") % words


def _standing(card) -> str:
    if card.state == Scorecard.State.SUBMITTED:
        words = {"time": at_time(card.submission.at)}
        if card.submission.after_opening:
            return _("Submitted %(time)s, after the discussion was opened.") % words
        return _("Submitted %(time)s.") % words
    if card.state == Scorecard.State.EXCUSED:
        return _("Excused by HR: %(reason)s") % {"reason": card.excusal.reason}
    return _("Not submitted, and nothing is asked any more.")


def _line(entry) -> Line:
    changes = list(entry.score.changes.all()) if entry.score else []
    return Line(entry, _first(entry, changes[0]) if changes else "", changes)


def _first(entry, change) -> str:
    typed = NOT_OBSERVED if change.old_level is None else str(change.old_level)
    return level_words(entry.criterion, typed)
