"""Which criterion is asked of whom: criteria × assessors, a tick each."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from candidates.models import Share
from candidates.models.share import asked_of
from candidates.permissions import may_be_shared_so
from candidates.scorecard_sharing import fair_deal

from .reasons import reason_for_change


@dataclass(frozen=True)
class Line:
    """A criterion with one tick for each seat. judges: how many would judge it."""

    criterion: object
    ticks: list
    judges: int


class SharesForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, position, proposed=False, **kwargs):
        """proposed: the ticks are those of a fair deal instead of what holds now."""
        super().__init__(*args, **kwargs)
        self.position = position
        self.fields["version"].initial = position.version
        self.criteria = list(position.criteria.select_related("criterion"))
        self.seats = list(
            position.panel.sitting().select_related("user").prefetch_related("shares")
        )
        self.ticked = self._proposal() if proposed else self._now()
        for seat in self.seats:
            for each in self.criteria:
                self.fields[self._tick(seat, each)] = forms.BooleanField(
                    label=_("%(name)s: %(criterion)s")
                    % {"name": seat.user.name, "criterion": each.criterion.name},
                    required=False,
                    initial=each.pk in self.ticked[seat.pk],
                )
        self.fields["reason"] = reason_for_change(position)

    @staticmethod
    def _tick(seat, criterion) -> str:
        return f"ask_{seat.pk}_{criterion.pk}"

    def _now(self) -> dict:
        return {seat.pk: asked_of(seat, self.criteria) for seat in self.seats}

    def _proposal(self) -> dict:
        return fair_deal([each.pk for each in self.criteria], [seat.pk for seat in self.seats])

    @property
    def given(self) -> dict:
        """{seat's pk: {criteria's pks}} as the page shows it, before or after posting."""
        return {
            seat.pk: {
                each.pk for each in self.criteria if self[self._tick(seat, each)].value() is True
            }
            for seat in self.seats
        }

    def clean(self):
        cleaned = super().clean()
        answer = may_be_shared_so(self.position, self.given)
        if not answer:
            raise ValidationError(answer.reason)
        return cleaned

    def save(self, *, by):
        data = self.cleaned_data
        Share.deal(self.position, self.given, by=by, version=data["version"], reason=data["reason"])

    # -- what the page shows -----------------------------------------------------------------------

    @property
    def tiers(self) -> list:
        """[(tier, [Line])]."""
        given, found = self.given, {}
        for each in self.criteria:
            ticks = [self[self._tick(seat, each)] for seat in self.seats]
            judges = sum(each.pk in theirs for theirs in given.values())
            found.setdefault(each.criterion.tier, []).append(Line(each, ticks, judges))
        return list(found.items())

    @property
    def numbers(self) -> list:
        """[(seat, how many criteria it is asked)]."""
        given = self.given
        return [(seat, len(given[seat.pk])) for seat in self.seats]
