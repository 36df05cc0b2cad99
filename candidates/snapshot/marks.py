"""What has to be known of single scores wherever they show: late, changed, by the line manager."""

from dataclasses import dataclass

from candidates.models import Scorecard
from candidates.models.scorecard import State
from candidates.models.share import asked_of

NOT_COUNTED = "not_counted"


@dataclass(frozen=True)
class Marks:
    """cards: {(candidate, seat): state of the scorecard, or `NOT_COUNTED`}; late and leads:
    {(candidate, seat)}; first_round: {(candidate, criterion, seat): the level before the
    discussion, or None}; spared: {(criterion, seat)} that are outside the seat's share.
    """

    cards: dict
    late: frozenset
    leads: frozenset
    first_round: dict
    spared: frozenset

    def of(self, candidate, criterion, seat) -> dict:
        """changed, was (the first round's level), late, leads: of one score."""
        where = candidate, criterion, seat
        return {
            "changed": where in self.first_round,
            "was": self.first_round.get(where),
            "late": (candidate, seat) in self.late,
            "leads": (candidate, seat) in self.leads,
        }

    def why_no_level(self, candidate, criterion, seat) -> str:
        """Of a criterion on which nothing of somebody counts: "not_asked", "excused",
        "not_counted" (a conflict of interest was declared since) or "none".
        """
        state = self.cards.get((candidate, seat))
        if state == NOT_COUNTED:
            return NOT_COUNTED
        if state == State.SUBMITTED or (criterion, seat) in self.spared:
            return "not_asked"
        return "excused" if state == State.EXCUSED else "none"


def marks_of(panel, cards, happened) -> Marks:
    first_round: dict = {}
    for each in happened["changed"]:
        where = each["candidate_id"], each["criterion_id"], each["seat"]
        first_round.setdefault(where, each["old"])
    return Marks(
        cards=cards,
        late=frozenset((each["candidate_id"], each["seat"]) for each in happened["after_opening"]),
        leads=frozenset(
            (row.candidate.pk, row.assessor.pk)
            for row in panel.rows
            if is_led_by(row.candidate, row.assessor)
        ),
        first_round=first_round,
        spared=_spared(panel),
    )


def _spared(panel) -> frozenset:
    criteria = [each.key for each in panel.criteria]
    return frozenset(
        (each.pk, seat.pk)
        for seat in panel.assessors
        for asked in [asked_of(seat, criteria)]
        for each in criteria
        if each.pk not in asked
    )


def counts(score, cards) -> bool:
    """Whether a submitted score is part of the ranking's panel; cards: as in `Marks`."""
    card = score.scorecard
    return cards.get((card.candidate_id, card.assessor_id)) != NOT_COUNTED


def cards_of(position) -> dict:
    cards = Scorecard.objects.filter(candidate__position=position)
    states = {
        (candidate, seat): state
        for candidate, seat, state in cards.values_list("candidate", "assessor", "state")
    }
    not_counted = cards.not_counted().values_list("candidate", "assessor")
    return states | dict.fromkeys(not_counted, NOT_COUNTED)


def is_led_by(candidate, seat) -> bool:
    """The site's top person alone may judge somebody they lead."""
    return candidate.line_manager_id is not None and candidate.line_manager_id == seat.user_id
