"""Panels of the cast with known levels, scored in a few rows instead of key by key."""

from datetime import timedelta

from candidates.models import (
    Candidate,
    Decision,
    Score,
    Scorecard,
    Seen,
    Submission,
    WarningKind,
    WarningObservation,
)
from candidates.snapshot import mark_of, snapshot_of

#: what the panel of three judges on: two criteria of tier 1, one each of tiers 2 and 3
TIERS = (1, 1, 2, 3)

#: candidate → per assessor a level for each criterion; None is not observed
FRACTIONS = {
    "Nadia Haddad": [(5, 3, 4, 2), (4, None, 4, 3), (4, 4, 3, None)],
    "Candidate": [(4, 4, 3, 4), (3, 3, 3, 4), (4, 2, 4, 5)],
}


def panel_of_three(world):
    """The open position with four criteria and a third assessor, nothing scored yet."""
    position = world.position
    kept = []
    criteria = list(position.criteria.select_related("criterion"))
    for tier in TIERS:
        kept.append(
            next(each for each in criteria if each.criterion.tier == tier and each not in kept)
        )
    position.criteria.exclude(pk__in=[each.pk for each in kept]).delete()
    position.add_assessor(world.executive, by=world.hr)
    return position


def judge(position, levels, seen=()):
    """Submit every scorecard with these levels; seen: {(candidate, kind): answer per assessor}."""
    cards = Scorecard.objects.still_open().filter(candidate__position=position)
    seats = list(position.panel.all())
    criteria = list(position.criteria.all())
    for card in cards.select_related("candidate"):
        if card.candidate.name in levels:
            at = seats.index(card.assessor)
            _score(card, criteria, levels[card.candidate.name][at])
            for kind in WarningKind:
                answers = dict(seen).get((card.candidate.name, kind), [Seen.NOT_SEEN] * len(seats))
                WarningObservation.objects.create(
                    scorecard=card, kind=kind, seen=answers[at], evidence=f"Heard by {at}."
                )
            Submission.objects.create(scorecard=card, after_opening=position.is_revealed)
            Scorecard.objects.filter(pk=card.pk).update(state="submitted")
    position.reveal_if_complete()
    return position


def _score(card, criteria, levels):
    Score.objects.bulk_create(
        Score(
            scorecard=card,
            criterion=criterion,
            level=level,
            not_observed=level is None,
            evidence="" if level is None else f"Seen at press {card.pk}.",
            kind="" if level is None else "gemba",
        )
        for criterion, level in zip(criteria, levels, strict=True)
    )


def everybody(position, row):
    """The same levels from every assessor for every candidate."""
    seats = position.panel.count()
    return {candidate.name: [row] * seats for candidate in position.candidates.all()}


def seen_by_whoever_decides(position) -> str:
    """The mark of the ranking as the page shows it now."""
    return mark_of(snapshot_of(position)["standings"])


def decide(world, **content):
    return Decision.take(
        world.position,
        by=world.top,
        candidate=world.nominee,
        reason="Keeps the process through a bad week.",
        authority="influence",
        starts_on=world.plant.today() + timedelta(days=30),
        **content,
    )


def late_candidate(position, name, *, by):
    """Somebody entered while the panel is at work, with the reason this needs."""
    candidate = Candidate(
        position=position,
        name=name,
        email=f"{name.lower().replace(' ', '.')}@candidates.example.com",
        current_function="Planner",
        retain_until=position.site.today() + timedelta(days=365),
    )
    return candidate.enter(by=by, reason="Came back from abroad.")
