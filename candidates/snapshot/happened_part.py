"""What happened to the panel's work: changed scores, excused and late scorecards, conflicts of
interest, withdrawals, changes of the position.
"""

from candidates.models import Candidate, Excusal, ScoreChange, Submission


def happened_part(position) -> dict:
    """changed, excused, after_opening, withdrew, conflicts, position_changes: lists, oldest first.

    Who withdrew is out of the ranking, and so is what was changed or excused there.
    """
    return {
        "changed": [_change(each) for each in _changes(position)],
        "excused": [_excusal(each) for each in _excusals(position)],
        "after_opening": [_late(each) for each in _late_ones(position)],
        "withdrew": [
            {"candidate": each.pk, "name": each.name, "on": each.withdrew_on.isoformat()}
            for each in position.candidates.filter(state=Candidate.State.WITHDREW)
        ],
        "conflicts": [_conflict(each) for each in position.conflicts.select_related("by", "user")],
        "position_changes": [
            {
                "at": each.at.isoformat(),
                "by_id": each.by_id,
                "by": each.by.name,
                "what": each.what,
                "who": each.who,
                "reason": each.reason,
            }
            for each in position.changes.select_related("by")
        ],
    }


def _changes(position):
    return (
        ScoreChange.objects.filter(score__scorecard__candidate__position=position)
        .exclude(score__scorecard__candidate__state=Candidate.State.WITHDREW)
        .select_related("by", "score__scorecard__candidate", "score__criterion__criterion")
        .order_by("at", "pk")
    )


def _excusals(position):
    return (
        Excusal.objects.filter(scorecard__candidate__position=position)
        .exclude(scorecard__candidate__state=Candidate.State.WITHDREW)
        .select_related("by", "scorecard__candidate", "scorecard__assessor__user")
        .order_by("at", "pk")
    )


def _late_ones(position):
    return (
        Submission.objects.filter(scorecard__candidate__position=position, after_opening=True)
        .exclude(scorecard__candidate__state=Candidate.State.WITHDREW)
        .select_related("scorecard__candidate", "scorecard__assessor__user")
        .order_by("at", "pk")
    )


def _change(change) -> dict:
    scorecard = change.score.scorecard
    return {
        "candidate_id": scorecard.candidate_id,
        "candidate": scorecard.candidate.name,
        "criterion_id": change.score.criterion_id,
        "criterion": change.score.criterion.criterion.name,
        "seat": scorecard.assessor_id,
        "assessor": change.by.name,
        "old": change.old_level,
        "new": change.new_level,
        "at": change.at.isoformat(),
        "reason": change.reason,
    }


def _excusal(excusal) -> dict:
    return _of_card(excusal.scorecard) | {
        "by_id": excusal.by_id,
        "by": excusal.by.name,
        "at": excusal.at.isoformat(),
        "reason": excusal.reason,
    }


def _late(submission) -> dict:
    return _of_card(submission.scorecard) | {"at": submission.at.isoformat()}


def _conflict(conflict) -> dict:
    """Its reason is for HR and whoever decides: the record prints it, the ranking does not."""
    return {
        "user_id": conflict.user_id,
        "user": conflict.user.name,
        "at": conflict.declared_at.isoformat(),
        "by_id": conflict.by_id,
        "by": conflict.by.name,
        "reason": conflict.reason,
    }


def _of_card(scorecard) -> dict:
    return {
        "seat": scorecard.assessor_id,
        "assessor": scorecard.assessor.user.name,
        "candidate_id": scorecard.candidate_id,
        "candidate": scorecard.candidate.name,
    }
