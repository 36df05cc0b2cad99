"""One selection in every state that a panel can be in, with a mark in each secret text.

`state(world)` brings a world with an open position into the state; `STATES` says beside it who may
read what the assessors handed in. What stands in a draft is its author's alone, in every state.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from candidates.models import (
    ConflictOfInterest,
    Decision,
    EvidenceNote,
    Position,
    Reversal,
    Score,
    Scorecard,
    ScoreChange,
    Seen,
    WarningKind,
    WarningObservation,
)
from candidates.models.share import asked_of
from vsm_portal.testing.cast import add_candidate

#: two criteria of each tier are enough to have a ranking
KEPT_OF_TIER = 2
#: who of the cast has what to do with the position; `excused` has nothing to hand in
INVOLVED = "hr top chair assessor second_assessor excused"


@dataclass(frozen=True)
class PanelState:
    """readers: who may read what is handed in; involved: who may know that there is a position;
    told: who may read why something was changed, or what a conflict of interest is.
    """

    name: str
    build: Callable
    readers: str = ""
    involved: str = INVOLVED
    told: str = "hr top"

    def __str__(self):
        return self.name


def mark_of(author) -> str:
    """Stands in every text that the assessor writes: `SECRETOFassessor`."""
    return f"SECRETOF{author}"


def prepare(world):
    """A draft for the cast's company: two candidates, three assessors, marked names and texts."""
    position = Position.prepare(
        stream=world.vacant_stream,
        by=world.hr,
        due_on=world.plant.today() + timedelta(days=4321),
        chair=world.chair,
    )
    for tier in (1, 2, 3):
        others = position.criteria.filter(criterion__tier=tier)[KEPT_OF_TIER:]
        position.criteria.filter(pk__in=[each.pk for each in others]).delete()
    nominee = add_candidate(position, "MARKEDNOMINEE", by=world.hr, source="MARKEDSOURCE")
    insider = add_candidate(position, "MARKEDINSIDER", email=world.candidate.email, by=world.hr)
    for who in ("assessor", "second_assessor", "excused"):
        position.add_assessor(world.people[who], by=world.hr)
    world.things.update(position=position, nominee=nominee, insider=insider)
    return world


def cards_of(world, who):
    cards = Scorecard.objects.filter(candidate__position=world.position)
    return cards.filter(assessor__user=world.people[who]).order_by("pk")


def write(card, who, *, number=None):
    """Fill in what is asked in a draft, or the first `number` of it: levels that differ between
    assessors.
    """
    asked = asked_of(card.assessor)
    criteria = [each for each in card.position.criteria.all() if each.pk in asked][:number]
    Score.objects.bulk_create(
        Score(
            scorecard=card,
            criterion=criterion,
            level=1 + (card.pk + place) % 5,
            evidence=f"{mark_of(who)} saw it at press {place}.",
            kind="gemba",
        )
        for place, criterion in enumerate(criteria)
    )
    WarningObservation.objects.bulk_create(
        WarningObservation(
            scorecard=card, kind=kind, seen=Seen.SEEN, evidence=f"{mark_of(who)} heard it."
        )
        for kind in WarningKind
    )


def rest_on_a_note(card, who):
    """What was written at the first two criteria becomes one dated note that carries both."""
    note = EvidenceNote.objects.create(
        scorecard=card,
        on=card.position.site.today(),
        kind="gemba",
        text=f"{mark_of(who)} noted it at the press.",
    )
    first = card.scores.order_by("criterion__criterion__tier", "pk")[:2]
    card.scores.filter(pk__in=list(first.values_list("pk", flat=True))).update(
        evidence="", kind="", note=note
    )


def submit(world, who, *, cards=None, resting=False):
    for card in cards or cards_of(world, who):
        card.scores.all().delete()
        card.notes.all().delete()
        card.warnings.all().delete()
        write(card, who)
        if resting:
            rest_on_a_note(card, who)
        card.submit(by=world.people[who])


def draft(world):
    prepare(world)


def nothing_scored(world):
    prepare(world)
    world.position.open(by=world.hr)


def a_draft_saved(world):
    nothing_scored(world)
    write(cards_of(world, "assessor")[0], "assessor")
    write(cards_of(world, "second_assessor")[1], "second_assessor", number=2)


def one_submitted(world):
    a_draft_saved(world)
    submit(world, "assessor", cards=cards_of(world, "assessor")[:1])


def all_but_one_submitted(world):
    one_submitted(world)
    submit(world, "assessor", cards=cards_of(world, "assessor")[1:])
    submit(world, "second_assessor", cards=cards_of(world, "second_assessor")[:1])
    for card in cards_of(world, "excused"):
        write(card, "excused")
        card.excuse(by=world.hr, reason="On leave.")


def opened_by_the_chair(world):
    all_but_one_submitted(world)
    world.position.open_discussion(by=world.chair, reason="The day has passed.")


def opened_while_hr_and_decider_still_score(world):
    all_but_one_submitted(world)
    for who in ("hr", "top"):
        world.position.add_assessor(world.people[who], by=world.hr, reason="Knows the stream.")
    world.position.open_discussion(by=world.chair, reason="The day has passed.")


def revealed(world):
    all_but_one_submitted(world)
    submit(world, "second_assessor", cards=cards_of(world, "second_assessor")[1:])
    world.things["position"] = Position.objects.get(pk=world.position.pk)


def changed_after_the_reveal(world):
    revealed(world)
    score = Score.objects.filter(scorecard=cards_of(world, "assessor")[0]).first()
    ScoreChange.make(
        score,
        by=world.assessor,
        level=1 + score.level % 5,
        not_observed=False,
        reason=f"{mark_of('assessor')} saw the log of the trial.",
    )


def decided(world):
    changed_after_the_reveal(world)
    world.things["decision"] = Decision.take(
        world.position,
        by=world.top,
        candidate=world.nominee,
        reason="MARKEDDECISION",
        authority="influence",
        starts_on=world.plant.today() + timedelta(days=30),
        adviser=world.adviser,
        tier_1_reason="MARKEDDECISION",
    )


def reversed_again(world):
    decided(world)
    Reversal.make(world.decision, by=world.top, reason="MARKEDDECISION")


def cancelled(world):
    all_but_one_submitted(world)
    world.position.cancel(by=world.hr, reason="MARKEDCANCELLATION")


def cancelled_after_the_reveal(world):
    revealed(world)
    world.position.cancel(by=world.top, reason="MARKEDCANCELLATION")


def conflict_declared(world):
    revealed(world)
    position = Position.objects.get(pk=world.position.pk)
    ConflictOfInterest.declare(position, world.assessor, by=world.assessor, reason="MARKEDCONFLICT")


def a_candidate_withdrew(world):
    one_submitted(world)
    world.nominee.withdraw(by=world.hr, on=world.plant.today(), reason="MARKEDWITHDRAWAL")


PANEL = "hr top chair assessor"
STATES = [
    PanelState("draft", draft),
    PanelState("nothing scored", nothing_scored),
    PanelState("a draft saved", a_draft_saved),
    PanelState("one submitted", one_submitted),
    PanelState("all but one submitted", all_but_one_submitted),
    PanelState("opened by the chair", opened_by_the_chair, f"{PANEL} excused"),
    PanelState(
        "HR and decider still score",
        opened_while_hr_and_decider_still_score,
        "chair assessor excused",
    ),
    PanelState("revealed", revealed, f"{PANEL} second_assessor excused"),
    PanelState("changed", changed_after_the_reveal, f"{PANEL} second_assessor excused"),
    PanelState("decided", decided, "hr top"),
    PanelState("reversed", reversed_again, f"{PANEL} second_assessor excused"),
    PanelState("cancelled", cancelled),
    PanelState("cancelled after the reveal", cancelled_after_the_reveal, "hr top"),
    PanelState("a candidate withdrew", a_candidate_withdrew),
    PanelState(
        "a conflict declared",
        conflict_declared,
        "hr top chair second_assessor excused",
        involved="hr top chair second_assessor excused",
    ),
]
