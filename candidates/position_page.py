"""What the one page of a position shows to each of those who take part in it.

Before the reveal nothing of a scorecard is read here but whose it is and whether it is in.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from . import permissions, position_answers
from .models import Candidate, Scorecard
from .models.candidate import State as CandidateState
from .parallel import elsewhere, warnings_of
from .parts import Part
from .sharing_page import shares_of
from .who_is_missing import cautions, conflicts_of


def everything_about(position, part: Part, user) -> dict:
    decision = standing_decision(position)
    candidates = candidates_for(position, user)
    others = elsewhere(candidates, user) if part.reads_record else {}
    seats = seats_of(position) if part.sees_progress else []
    may_open = permissions.may_open(user, position)
    return {
        "position": position,
        "part": part,
        "title": position_answers.of_position(
            position, part, chosen=decision and decision.candidate, may_open=may_open
        ),
        "trail": [(_("Selection"), reverse("position_list")), (position.stream.name, "")],
        "titleblock": titleblock(position),
        "decision": decision,
        "may_reverse": decision and permissions.may_reverse(user, decision),
        "candidates": [(one, others.get(one.pk, [])) for one in candidates],
        "own_cards": own_cards(position, user),
        "readers": who_reads(position),
        "progress": position_answers.progress_of(position, part.sees_progress),
        "shares": shares_of(position) if part.sees_progress and not position.is_over else None,
        "panel": seats,
        "sitting": sum(sits for _seat, sits in seats),
        "status": status_of(position) if part.organises and position.state != "draft" else None,
        "terms": terms_of(position),
        "changes": list(position.changes.select_related("by")) if part.reads_record else [],
        "conflicts": conflicts_of(position) if part.reads_record else [],
        "cautions": (
            [*cautions(position), *warnings_of(candidates, others)]
            if part.reads_record and not position.is_over
            else []
        ),
        "may_open": may_open,
        "may_change": permissions.may_change_panel(user, position, "-"),
        "may_edit": permissions.may_change_arrangements(user, position),
        "may_edit_terms": permissions.may_edit_terms(user, position),
        "may_change_criteria": permissions.may_change_criteria(user, position),
        "may_move": permissions.may_move_to_newest(user, position),
        "may_copy": permissions.may_copy(user, position),
        "may_declare": permissions.may_declare_conflict(user, position),
        "may_record_conflict": permissions.may_record_conflict(user, position),
        "may_cancel": permissions.may_cancel(user, position),
        "may_open_discussion": permissions.may_open_discussion(user, position),
        "may_decide": permissions.may_decide(user, position),
    }


def titleblock(position):
    decider = position.decider
    return [
        (_("State"), position_answers.state_of(position)),
        (_("Scorecards due"), position_answers.day(position.due_on)),
        (_("Chair"), position.chair.name),
        (_("Decides"), decider.name if decider else _("nobody yet")),
        (_("Site"), position.site.name),
    ]


def standing_decision(position):
    """The decision that holds now; None before one is taken and after it was reversed."""
    if position.state != "filled":
        return None
    people = ("candidate", "by", "adviser", "appointment", "position__site", "position__stream")
    return position.decisions.filter(reversal=None).select_related(*people).first()


def candidates_for(position, user):
    """By name, in whatever state; to the panel only until the decision."""
    seen = Candidate.objects.visible_to(user).filter(position=position)
    return list(seen.with_tellings())


def seats_of(position):
    """[(seat, whether the person still sits there)]; who is out keeps the seat and nothing else."""
    sitting = set(position.panel.sitting().values_list("pk", flat=True))
    return [(seat, seat.pk in sitting) for seat in position.panel.select_related("user")]


def own_cards(position, user):
    """The user's own scorecards with how many criteria are judged."""
    own = Scorecard.objects.own(user).filter(candidate__position=position).with_progress()
    cards = own.select_related("candidate__position", "submission", "excusal")
    return list(cards.order_by("candidate__name", "pk"))


def who_reads(position):
    """What stands under "Who can read this" beside one's own scorecards."""
    decider = position.decider
    later = _("The panel, HR of %(site)s and %(name)s, who decides.") % {
        "site": position.site.name,
        "name": decider.name if decider else _("whoever is named"),
    }
    return [
        (_("While you write"), _("Only you.")),
        (_("When every scorecard is in, or the chair opens the discussion"), later),
        (_("Never"), _("The candidates, and assessors who have not submitted theirs.")),
    ]


def terms_of(position):
    weights = " : ".join(map(str, position.weights))
    if not position.keeps_the_order:
        weights = _("%(weights)s, not the paper's order") % {"weights": weights}
    rows = [
        (_("Weights of tiers 1, 2, 3"), weights),
        (_("Tier 1 below this: written reason"), position.threshold_1),
        (_("Tier 2 below this: named adviser"), position.threshold_2),
        (_("Criteria"), position.criteria_set),
    ]
    if position.weights_reason:
        rows.insert(1, (_("Why these weights"), position.weights_reason))
    return rows


@dataclass(frozen=True)
class Status:
    """Assessors × candidates: whether a scorecard is in.

    rows: [(seat, whether it still sits, [scorecard or None])].
    """

    candidates: list
    rows: list


def status_of(position) -> Status:
    candidates = list(position.candidates.filter(state=CandidateState.CONSIDERED))
    if position.is_over:
        candidates = list(position.candidates.exclude(state=CandidateState.WITHDREW))
    cards = Scorecard.objects.filter(candidate__in=candidates).select_related(
        "submission", "excusal"
    )
    by_place = {(card.assessor_id, card.candidate_id): card for card in cards}
    return Status(
        candidates,
        [
            (seat, sits, [by_place.get((seat.pk, one.pk)) for one in candidates])
            for seat, sits in seats_of(position)
        ],
    )
