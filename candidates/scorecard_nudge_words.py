"""The nudges of `scorecard_nudges` in words, as they stand beside the evidence."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from .scorecard_contents import Contents, Entry
from .scorecard_nudges import Judged, Nudge, neighbour, nudges

ORDINALS = {
    1: gettext_noop("the first level"),
    2: gettext_noop("the second level"),
    3: gettext_noop("the third level"),
    4: gettext_noop("the fourth level"),
    5: gettext_noop("the fifth level"),
}


def nudges_on(contents: Contents, entry: Entry) -> list[str]:
    """For a criterion that is complete; judging goes on undisturbed until it is."""
    if not entry.is_done:
        return []
    place = contents.entries.index(entry)
    row = [_judged(one) for one in contents.entries[: place + 1] if one.is_done]
    return [_said(nudge, entry) for nudge in nudges(row)]


def _judged(entry) -> Judged:
    score = entry.score
    return Judged(entry.tier, score.level, score.evidence_text, score.evidence_kind)


def _said(nudge, entry) -> str:
    level = entry.score.level
    if nudge == Nudge.FEW_WORDS:
        return _("The highest and the lowest level ask for most: where, when and what was it?")
    if nudge == Nudge.HEARSAY:
        return _("Attitude by hearsay: what did you see or hear yourself?")
    other, _sentence = entry.criterion.criterion.levels[neighbour(level) - 1]
    return _("Five times %(level)s in a row: what would “%(other)s” have looked like here?") % {
        "level": _(ORDINALS[level]),
        "other": other,
    }
