"""The same person as a candidate elsewhere, for who may read both positions: HR and the deciders.

The same person is whoever has the same address or the same account. Only what matters now: running
positions, and those for which the person was chosen.
"""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from value_streams.models import Appointment

from .models import Candidate, Position
from .position_answers import day, state_of

RUNNING = ("draft", "open", "deciding")


@dataclass(frozen=True)
class Elsewhere:
    """One other candidacy: where, in words, and whether the person was chosen there."""

    candidate: Candidate
    words: str

    @property
    def is_chosen(self) -> bool:
        return self.candidate.state == Candidate.State.CHOSEN

    @property
    def position(self) -> Position:
        return self.candidate.position


def elsewhere(candidates, user) -> dict[int, list[Elsewhere]]:
    """{candidate's pk: other candidacies}; two queries, however many candidates."""
    emails = {one.email for one in candidates}
    users = {one.user_id for one in candidates if one.user_id}
    others = list(
        Candidate.objects.filter(
            Q(position__in=_both_sides(user)),
            Q(position__state__in=RUNNING, state=Candidate.State.CONSIDERED)
            | Q(state=Candidate.State.CHOSEN),
            Q(email__in=emails) | Q(user__in=users),
        ).select_related("position__stream")
    )
    starts = _first_days(others)
    return {
        one.pk: [
            Elsewhere(other, _words(other, starts)) for other in others if _is_same(one, other)
        ]
        for one in candidates
    }


def _both_sides(user):
    return (Position.objects.organised_by(user) | Position.objects.decided_by(user)).values("pk")


def _is_same(one, other) -> bool:
    if one.position_id == other.position_id:
        return False
    return one.email == other.email or (one.user_id is not None and one.user_id == other.user_id)


def _first_days(others) -> dict:
    """{(person, stream): first day} of the appointments that are planned or current."""
    appointments = Appointment.objects.filter(
        manager__in=[one.user_id for one in others if one.user_id],
        stream__in=[one.position.stream_id for one in others],
        state__in=["planned", "current"],
    )
    return {(each.manager_id, each.stream_id): each.starts_on for each in appointments}


def _words(other, starts) -> str:
    words = {"stream": other.position.stream.name, "state": state_of(other.position).lower()}
    if other.state != Candidate.State.CHOSEN:
        return _("Also a candidate for %(stream)s (%(state)s)") % words
    first_day = starts.get((other.user_id, other.position.stream_id))
    if first_day is None:
        return _("Chosen for %(stream)s") % words
    return _("Chosen for %(stream)s, first day %(day)s") % (words | {"day": day(first_day)})


def warnings_of(candidates, others) -> list[str]:
    """For the other position's page: who is still considered here and was chosen elsewhere."""
    return [
        _("%(name)s: %(words)s. Ask whether they are still a candidate here.")
        % {"name": one.name, "words": other.words}
        for one in candidates
        if one.state == Candidate.State.CONSIDERED
        for other in others[one.pk]
        if other.is_chosen
    ]
