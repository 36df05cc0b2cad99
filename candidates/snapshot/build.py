"""The snapshot of a position: terms, panel, ranking, scores, and what happened to them."""

from candidates.models import (
    Candidate,
    Position,
    Score,
    Scorecard,
    Seen,
    WarningObservation,
)
from candidates.panel_ranking import panel_of
from candidates.ranking import rank

from .disagreements_part import disagreements_part
from .happened_part import happened_part
from .identity import signed
from .marks import cards_of, counts, marks_of
from .panel_part import severity_part
from .ranking_part import ranking_part
from .scores_part import heat_part, not_counted_part


def current_snapshot(position: Position) -> dict:
    """What holds now: once a decision stands, what it was taken against; until then the scores."""
    if position.state == Position.State.FILLED:
        return position.decisions.get(reversal=None).snapshot
    return snapshot_of(position)


def snapshot_of(position: Position) -> dict:
    """Everything the decision is taken against. Shapes: see the parts' docstrings.

    The scores are read once: one that changes meanwhile is everywhere as it was.
    """
    scores = list(_scores(position))
    cards = cards_of(position)
    counted = [each for each in scores if counts(each, cards)]
    panel = panel_of(position, counted)
    ranking = rank(panel)
    happened = happened_part(position)
    marks = marks_of(panel, cards, happened)
    asked = [each for each in counted if each.criterion.removed_at is None]
    heat = heat_part(panel, asked, marks)
    return signed(
        {
            "format": "selection-snapshot/1",
            "terms": terms_part(position),
            "panel": [{"seat": seat.pk, "name": seat.user.name} for seat in panel.assessors],
            **ranking_part(position, panel, ranking, heat, list(_warnings(position))),
            "severity": severity_part(panel),
            "heat": heat,
            "taken_out": _taken_out(panel, counted, marks),
            "not_counted": not_counted_part(each for each in scores if not counts(each, cards)),
            **disagreements_part(ranking, asked, marks),
            **happened,
        }
    )


def _taken_out(panel, scores, marks) -> dict | None:
    """What was judged on criteria that no longer count: the same shape as the heat map."""
    criteria = sorted(
        {each.criterion for each in scores if each.criterion.removed_at},
        key=lambda each: (each.criterion.tier, each.criterion.place, each.pk),
    )
    return heat_part(panel, scores, marks, criteria) if criteria else None


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
    """Everything submitted, also what no longer counts."""
    return (
        Score.objects.filter(
            scorecard__candidate__position=position, scorecard__state=Scorecard.State.SUBMITTED
        )
        .exclude(scorecard__candidate__state=Candidate.State.WITHDREW)
        .select_related(
            "note",
            "scorecard__assessor__user",
            "scorecard__candidate",
            "criterion__criterion",
        )
    )


def _warnings(position):
    counted = Scorecard.objects.counted().filter(candidate__position=position)
    return (
        WarningObservation.objects.filter(scorecard__in=counted)
        .exclude(scorecard__candidate__state=Candidate.State.WITHDREW)
        .exclude(seen="")
        .exclude(seen=Seen.NO_CHANCE)
        .select_related("scorecard__assessor__user")
    )
