"""A position that starts from an earlier one."""

from django.utils.translation import gettext as _

from vsm_portal.audit.writing import record

from .panel import Assessor
from .position_criterion import PositionCriterion


def take_over(position, earlier, *, by) -> list[str]:
    """Give a draft the criteria, their weights and the panel of an earlier position.

    Candidates, and who was asked which criteria, are not taken over. Returns what could not be, a
    sentence each.
    """
    return _take_criteria(position, earlier) + _take_panel(position, earlier, by)


def _take_criteria(position, earlier):
    """By their keys, in the words of the version the draft begins with; what the library has got
    since then is asked, too.
    """
    used = {row.criterion.key: row for row in earlier.criteria.select_related("criterion")}
    offered = set(earlier.criteria_set.criteria.values_list("key", flat=True))
    rows = list(position.criteria.select_related("criterion"))
    for row in rows:
        if row.criterion.key in used:
            weight = used[row.criterion.key].weight
            PositionCriterion.objects.filter(pk=row.pk).update(weight=weight)
        elif row.criterion.key in offered:
            row.delete()
    here = {row.criterion.key for row in rows}
    return [
        _("“%(name)s” is no longer among the criteria.") % {"name": row.criterion.name}
        for key, row in used.items()
        if key not in here
    ]


def _take_panel(position, earlier, by):
    """A draft has no candidates yet, so everybody who may sign in can judge."""
    sitting = set(earlier.panel.sitting().values_list("pk", flat=True))
    seats, left = [], []
    for seat in earlier.panel.select_related("user"):
        if seat.pk not in sitting:
            left.append(_("%(name)s took no part any more.") % {"name": seat.user})
        elif not seat.user.is_active:
            left.append(_("%(name)s may not sign in.") % {"name": seat.user})
        else:
            seats.append(Assessor(position=position, user=seat.user, added_by=by))
    for seat in Assessor.objects.bulk_create(seats):
        record("assessor.added", seat, by=by, enclosing=position, user=seat.user_id)
    return left
