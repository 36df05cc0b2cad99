"""The snapshot of a position: terms, panel, ranking, scores, and what happened to them."""

from candidates.models import Candidate, Position, Score, Seen, WarningObservation
from candidates.panel_ranking import panel_of
from candidates.ranking import rank

from .happened_part import happened_part
from .ranking_part import ranking_part
from .scores_part import disagreements_part, heat_part


def current_snapshot(position: Position) -> dict:
    """What holds now: once a decision stands, what it was taken against; until then the scores."""
    if position.state == Position.State.FILLED:
        return position.decisions.get(reversal=None).snapshot
    return snapshot_of(position)


def snapshot_of(position: Position) -> dict:
    """Everything the decision is taken against. Shapes: see the parts' docstrings."""
    panel = panel_of(position)
    ranking = rank(panel)
    scores = list(_scores(position))
    happened = happened_part(position)
    excused = {(each["candidate_id"], each["seat"]) for each in happened["excused"]}
    return {
        "format": "selection-snapshot/1",
        "terms": terms_part(position),
        "panel": [{"seat": seat.pk, "name": seat.user.name} for seat in panel.assessors],
        **ranking_part(position, panel, ranking, list(_warnings(position))),
        "heat": heat_part(panel, scores, excused),
        "disagreements": disagreements_part(ranking, scores),
        **happened,
    }


def terms_part(position) -> dict:
    """Site, stream, chair, weights as parts and their reason, thresholds, opening and reveal."""
    reveal = getattr(position, "reveal", None)
    return {
        "site": position.site.name,
        "stream": position.stream.name,
        "chair_id": position.chair_id,
        "chair": position.chair.name,
        "opened_at": position.opened_at.isoformat() if position.opened_at else None,
        "weights": list(position.weights),
        "weights_reason": position.weights_reason,
        "thresholds": [str(position.threshold_1), str(position.threshold_2)],
        "criteria_version": position.criteria_set.number,
        "reveal": reveal
        and {
            "at": reveal.at.isoformat(),
            "by_id": reveal.by_id,
            "by": reveal.by.name if reveal.by else None,
            "reason": reveal.reason,
        },
    }


def _scores(position):
    return (
        Score.objects.filter(scorecard__candidate__position=position, scorecard__state="submitted")
        .exclude(scorecard__candidate__state=Candidate.State.WITHDREW)
        .select_related("scorecard__assessor__user", "criterion__criterion")
    )


def _warnings(position):
    return (
        WarningObservation.objects.filter(
            scorecard__candidate__position=position, scorecard__state="submitted"
        )
        .exclude(seen="")
        .exclude(seen=Seen.NO_CHANCE)
        .select_related("scorecard__assessor__user")
    )
