"""Which criteria are asked of which seat. A seat without rows is asked every criterion."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from vsm_portal.audit.writing import record
from vsm_portal.permission import demand, update_once


class Share(models.Model):
    """One criterion that is asked of one seat."""

    seat = models.ForeignKey("candidates.Assessor", on_delete=models.CASCADE, related_name="shares")
    criterion = models.ForeignKey(
        "candidates.PositionCriterion", on_delete=models.CASCADE, related_name="shares"
    )

    class Meta:
        verbose_name = _("share of the criteria")
        verbose_name_plural = _("shares of the criteria")
        constraints = [
            models.UniqueConstraint(
                fields=["seat", "criterion"], name="candidates_share_once_per_seat"
            )
        ]

    def __str__(self):
        return f"{self.seat}: {self.criterion}"

    @classmethod
    def deal(cls, position, given, *, by, version, reason=""):
        """Share the criteria out anew: {seat's pk: {criteria's pks}}, every seat named.

        What is submitted stays as it is; it holds for every scorecard that is still open. A seat
        that gets everything keeps no rows, so that a criterion added later is asked of it, too.
        """
        from candidates import permissions

        from .position import Position

        with transaction.atomic():
            position.take_row()
            demand(permissions.may_share_out(by, position, reason))
            update_once(
                Position.objects.filter(pk=position.pk, version=version),
                version=models.F("version") + 1,
            )
            criteria = set(position.criteria.values_list("pk", flat=True))
            seats = set(position.panel.sitting().values_list("pk", flat=True))
            given = {seat: set(given.get(seat, ())) & criteria for seat in seats}
            demand(permissions.may_be_shared_so(position, given))
            cls.objects.filter(seat__position=position).delete()
            cls.objects.bulk_create(
                cls(seat_id=seat, criterion_id=criterion)
                for seat, theirs in sorted(given.items())
                if theirs != criteria
                for criterion in sorted(theirs)
            )
            position.note_change("criteria_shared", by=by, reason=reason)
            record("position.criteria_shared", position, by=by)


def asked_of(seat, criteria=None) -> frozenset[int]:
    """The criteria (pks of PositionCriterion) that are asked of a seat of the panel.

    criteria: those of its position, where they have been read already; prefetch `shares` for many
    seats. On a submitted scorecard, no score always means "not asked" (when it was submitted):
    whatever is asked must be judged or "not observed" before.
    """
    if criteria is None:
        criteria = seat.position.criteria.all()
    in_use = frozenset(each.pk for each in criteria)
    shared = frozenset(share.criterion_id for share in seat.shares.all())
    return shared & in_use if shared else in_use


def asked_of_nobody(position) -> list:
    """The position's criteria that no seat is asked, in page order."""
    return _left_by(position)


def asked_of_this_seat_alone(seat) -> list:
    """What nobody would be asked any more without this seat; nothing while the panel is prepared,
    or where nobody else sits on it.
    """
    if seat.position.state == "draft":
        return []
    return _left_by(seat.position, without=seat.pk)


def _left_by(position, without=None) -> list:
    from .panel import Assessor
    from .position_criterion import PositionCriterion

    seats = Assessor.objects.sitting().filter(position=position).exclude(pk=without)
    seats = list(seats.prefetch_related("shares"))
    used = PositionCriterion.objects.filter(position=position)
    criteria = list(used.select_related("criterion"))
    asked = frozenset().union(*(asked_of(seat, criteria) for seat in seats))
    return [each for each in criteria if seats and each.pk not in asked]
