"""The agenda of the discussion: the widest disagreements, with both sides' evidence."""

from candidates.ranking.disagreements import WORTH_TALKING

from .scores_part import evidence_of, where_of


def disagreements_part(ranking, scores, marks) -> dict:
    """disagreements: the widest first; settled: as wide in the first round, and no longer.

    Each is {candidate_id, candidate, criterion_id, criterion, range, first_range, sides}; a side
    is one score with level, evidence, kind, day and marks, the lowest level first. first_range is
    the distance before the discussion.
    """
    found = _by_cell(scores)
    wide = [
        _disagreement(found[each.candidate.pk, each.criterion.pk], marks)
        for each in ranking.disagreement
    ]
    named = {(each["candidate_id"], each["criterion_id"]) for each in wide}
    talked_of = {where[:2] for where in marks.first_round} - named
    once = [_disagreement(cell, marks) for where, cell in found.items() if where in talked_of]
    return {
        "disagreements": wide,
        "settled": sorted(
            (each for each in once if each["first_range"] >= WORTH_TALKING),
            key=lambda each: -each["first_range"],
        ),
    }


def _by_cell(scores) -> dict:
    cells: dict = {}
    for each in scores:
        candidate, criterion, _seat = where_of(each)
        cells.setdefault((candidate, criterion), []).append(each)
    return cells


def _disagreement(cell, marks) -> dict:
    candidate, criterion = cell[0].scorecard.candidate, cell[0].criterion
    sides = [
        _side(score, marks)
        for score in sorted(
            cell,
            key=lambda each: (each.level or 0, each.scorecard.assessor.user.name, each.pk),
        )
        if score.is_judged
    ]
    observed = [side for side in sides if side["level"] is not None]
    return {
        "candidate_id": candidate.pk,
        "candidate": candidate.name,
        "criterion_id": criterion.pk,
        "criterion": criterion.criterion.name,
        "range": _range(side["level"] for side in observed),
        "first_range": _range(side["was"] if side["changed"] else side["level"] for side in sides),
        "sides": observed,
    }


def _range(levels) -> int:
    levels = [level for level in levels if level is not None]
    return max(levels) - min(levels) if levels else 0


def _side(score, marks) -> dict:
    return {
        "score": score.pk,
        "seat": score.scorecard.assessor_id,
        "assessor": score.scorecard.assessor.user.name,
        "level": score.level,
        **evidence_of(score),
        **marks.of(*where_of(score)),
    }
