"""What has to be known of single scores wherever they show: late, changed, by the line manager."""

from dataclasses import dataclass

from candidates.models import Scorecard
from candidates.models.scorecard import State


@dataclass(frozen=True)
class Marks:
    """cards: {(candidate, seat): state of the scorecard}; late and leads: {(candidate, seat)};
    first_round: {(candidate, criterion, seat): the level before the discussion, or None}.
    """

    cards: dict
    late: frozenset
    leads: frozenset
    first_round: dict

    def of(self, candidate, criterion, seat) -> dict:
        """changed, was (the first round's level), late, leads: of one score."""
        where = candidate, criterion, seat
        return {
            "changed": where in self.first_round,
            "was": self.first_round.get(where),
            "late": (candidate, seat) in self.late,
            "leads": (candidate, seat) in self.leads,
        }

    def why_no_level(self, candidate, seat) -> str:
        """Of a criterion on which somebody wrote nothing: "not_asked", "excused" or "none"."""
        state = self.cards.get((candidate, seat))
        return {State.SUBMITTED: "not_asked", State.EXCUSED: "excused"}.get(state, "none")


def marks_of(position, panel, happened) -> Marks:
    first_round: dict = {}
    for each in happened["changed"]:
        where = each["candidate_id"], each["criterion_id"], each["seat"]
        first_round.setdefault(where, each["old"])
    cards = Scorecard.objects.filter(candidate__position=position)
    return Marks(
        cards={
            (candidate, seat): state
            for candidate, seat, state in cards.values_list("candidate", "assessor", "state")
        },
        late=frozenset((each["candidate_id"], each["seat"]) for each in happened["after_opening"]),
        leads=frozenset(
            (row.candidate.pk, row.assessor.pk)
            for row in panel.rows
            if is_led_by(row.candidate, row.assessor)
        ),
        first_round=first_round,
    )


def is_led_by(candidate, seat) -> bool:
    """The site's top person alone may judge somebody they lead."""
    return candidate.line_manager_id is not None and candidate.line_manager_id == seat.user_id
