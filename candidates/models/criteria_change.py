"""What a position asks, changed on purpose: other criteria, other weights, a newer version.

Before the opening freely. On an open position with a reason: a criterion that is taken out keeps
its scores in the record and leaves the ranking; an added one is "not asked" on scorecards that are
submitted already.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vsm_portal.audit.writing import record
from vsm_portal.permission import Conflict, demand, update_once

from .criteria import CriteriaSet, Criterion, Tier
from .position import Position
from .position_criterion import PositionCriterion
from .share import Share

#: what a newer version may say otherwise about the same criterion; weights stay the position's own
WORDS = ("name", "question", "ask_further", "nudge", "levels")


def change_criteria(position, weights, *, by, version, reason=""):
    """Ask exactly these from now on. weights: {Criterion of its version: weight in its tier}."""
    from candidates import permissions

    as_read = position.state
    with transaction.atomic():
        position.take_row()
        demand(permissions.may_change_criteria(by, position))
        _take_version(position, as_read, version, reason)
        rows = {row.criterion_id: row for row in _rows(position)}
        sharing = _sharing(position)
        for criterion, weight in weights.items():
            _ask(position, criterion, weight, rows.get(criterion.pk), by, reason)
        asked = {criterion.pk for criterion in weights}
        for row in rows.values():
            if row.criterion_id not in asked and row.removed_at is None:
                _take_out(position, row, by, reason)
        _demand_a_share(position, sharing)
        done = "criteria_chosen" if position.state == "draft" else "criteria_changed"
        record(f"position.{done}", position, by=by)


def _take_version(position, state, version, reason):
    """As it was read, and with a reason once it is open."""
    if position.state != "draft" and not reason.strip():
        raise ValidationError({"reason": _("On an open position this needs a reason.")})
    update_once(
        Position.objects.filter(pk=position.pk, state=state, version=version),
        version=models.F("version") + 1,
    )


def _rows(position):
    return PositionCriterion.with_removed.filter(position=position).select_related("criterion")


def _ask(position, criterion, weight, row, by, reason):
    if row is None or row.removed_at:
        row = row or PositionCriterion(position=position, criterion=criterion)
        row.weight, row.removed_at = weight, None
        if position.state != "draft":
            row.added_at = timezone.now()
        row.save()
        _ask_every_seat(position, row)
        position.note_change("criterion_added", by=by, who=criterion.name, reason=reason)
    elif row.weight != weight:
        who = f"{criterion.name}: {row.weight} → {weight}"
        PositionCriterion.objects.filter(pk=row.pk).update(weight=weight)
        position.note_change("criterion_weight", by=by, who=who, reason=reason)


def _ask_every_seat(position, row):
    """A seat that is asked a share of the criteria is asked the added one, too."""
    sharing = position.panel.filter(shares__isnull=False).distinct()
    Share.objects.bulk_create(
        (Share(seat=seat, criterion=row) for seat in sharing), ignore_conflicts=True
    )


def _take_out(position, row, by, reason):
    row.shares.all().delete()
    if position.state == "draft":
        row.delete()
        return
    PositionCriterion.objects.filter(pk=row.pk).update(removed_at=timezone.now())
    position.note_change("criterion_removed", by=by, who=row.criterion.name, reason=reason)


def _sharing(position) -> set:
    """Seats that are asked a share of the criteria; whoever has none is asked everything."""
    return set(position.panel.filter(shares__isnull=False).values_list("user__name", flat=True))


def _demand_a_share(position, sharing):
    if left := sharing - _sharing(position):
        raise ValidationError(
            _("%(names)s would be asked nothing: share the criteria out anew first.")
            % {"names": ", ".join(sorted(left))}
        )


@dataclass(frozen=True)
class Difference:
    """One criterion that a newer version says otherwise, has new or has no more.

    texts: [(what, text now, text then)] of what is said otherwise.
    """

    what: str
    name: str
    texts: tuple = ()


def differences(position, newest) -> list[Difference]:
    """What moving to `newest` would change for this position, matched by the criteria's keys."""
    offered = {each.key: each for each in newest.criteria.all() if _fits(position, each)}
    known = set(position.criteria_set.criteria.values_list("key", flat=True))
    found = []
    for row in position.criteria.select_related("criterion"):
        now, then = row.criterion, offered.get(row.criterion.key)
        if then is None:
            found.append(Difference("removed", now.name))
        elif texts := _texts(now, then):
            found.append(Difference("changed", now.name, texts))
    new = [each for key, each in offered.items() if key not in known]
    return found + [Difference("added", each.name) for each in new]


def _fits(position, criterion) -> bool:
    return position.is_enterprise or not criterion.enterprise_only


def _texts(now, then) -> tuple:
    texts = []
    for field in WORDS[:-1]:
        if getattr(now, field) != getattr(then, field):
            label = Criterion._meta.get_field(field).verbose_name
            texts.append((str(label), getattr(now, field), getattr(then, field)))
    for level, (old, new) in enumerate(zip(now.levels, then.levels, strict=True), start=1):
        if old != new:
            label = _("level %(level)s") % {"level": level}
            texts.append((label, " – ".join(old), " – ".join(new)))
    return tuple(texts)


def tiers_lost(position, newest) -> list[str]:
    """Of which tiers something is asked now and nothing would be in the newest version."""
    now = dict(position.criteria.values_list("criterion__key", "criterion__tier"))
    known = set(position.criteria_set.criteria.values_list("key", flat=True))
    then = {
        each.tier
        for each in newest.criteria.all()
        if each.key in now or (each.key not in known and _fits(position, each))
    }
    return [str(tier.label) for tier in Tier if tier in now.values() and tier not in then]


def move_to_newest(position, newest, *, by, version, reason=""):
    """The same criteria in the words of the newest version; scores stay where they are."""
    from candidates import permissions

    as_read = position.state
    with transaction.atomic():
        position.take_row()
        demand(permissions.may_move_to_newest(by, position))
        if newest != CriteriaSet.objects.newest_there(position.site_id):
            raise Conflict(_("A still newer version was made meanwhile. Nothing was changed."))
        _take_version(position, as_read, version, reason)
        old = position.criteria_set
        known = set(old.criteria.values_list("key", flat=True))
        offered = {each.key: each for each in newest.criteria.all()}
        sharing = _sharing(position)
        for row in _rows(position):
            if then := offered.get(row.criterion.key):
                PositionCriterion.with_removed.filter(pk=row.pk).update(criterion=then)
            elif row.removed_at is None:
                _take_out(position, row, by, reason)
        for key, criterion in offered.items():
            if key not in known and _fits(position, criterion):
                _ask(position, criterion, criterion.weight, None, by, reason)
        _demand_a_share(position, sharing)
        if not position.criteria.exists():
            raise ValidationError(_("Nothing would be asked then: choose other criteria first."))
        Position.objects.filter(pk=position.pk).update(criteria_set=newest)
        position.criteria_set = newest
        position.note_change("criteria_version", by=by, who=f"{old} → {newest}", reason=reason)
        record("position.criteria_moved", position, by=by, number=newest.number)
