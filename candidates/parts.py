"""Which part somebody plays in one position: what a page of it may show and offer."""

from dataclasses import dataclass

from vsm_portal.permission import Answer

from . import permissions
from .models import Assessor


@dataclass(frozen=True)
class Part:
    organises: bool
    decides: bool
    chairs: bool
    seat: Assessor | None
    sees_scores: Answer

    @property
    def sees_progress(self) -> bool:
        """How many scorecards are in; an assessor alone learns only how many people are done."""
        return self.organises or self.decides or self.chairs

    @property
    def reads_record(self) -> bool:
        return self.organises or self.decides


def part_of(user, position) -> Part:
    """For a position that the user can see (`visible_to`); a candidate never gets that far."""
    return Part(
        organises=permissions.organises(user, position),
        decides=permissions.decides(user, position),
        chairs=position.chair_id == user.pk,
        seat=position.panel.filter(user=user).first(),
        sees_scores=permissions.may_see_ranking(user, position),
    )
