"""Everybody at once, with real threads and connections: blind until the reveal is committed.

Each round is another interleaving of saving, noting, submitting, excusing, opening the discussion,
withdrawing, declaring a conflict and reading. `INTERLEAVINGS=200` runs more of them.
"""

import os
import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from candidates.models import (
    Candidate,
    ConflictOfInterest,
    Excusal,
    Position,
    Reveal,
    Score,
    Scorecard,
    Seen,
    Submission,
    WarningKind,
)
from candidates.models.drafting import DraftConflict, save_score, save_warning
from candidates.models.note_keeping import change_note, make_note
from candidates.panel_ranking import panel_of
from vsm_portal.permission import Conflict, Refused
from vsm_portal.testing.cast import World, add_candidate, build_company

INTERLEAVINGS = int(os.environ.get("INTERLEAVINGS", "50"))
ASSESSORS = ("assessor", "second_assessor")
LONGEST_PAUSE = 0.01  # seconds
#: what a person is told who came too late, or too early
TOLD = (Refused, Conflict, DraftConflict, ValidationError)


@pytest.fixture
def company(transactional_db):
    return build_company(World())


def open_position(world) -> Position:
    """Two candidates, two assessors, one criterion of each of two tiers."""
    position = Position.prepare(
        stream=world.vacant_stream, by=world.hr, due_on=world.plant.today(), chair=world.chair
    )
    kept = [position.criteria.filter(criterion__tier=tier).first().pk for tier in (1, 2)]
    position.criteria.exclude(pk__in=kept).delete()
    for name in ("Nadia Haddad", "Omar Reed"):
        add_candidate(position, name, by=world.hr)
    for who in ASSESSORS:
        position.add_assessor(world.people[who], by=world.hr)
    position.open(by=world.hr)
    return position


class Round:
    """One interleaving: who does what, in which order, with pauses drawn from the seed."""

    def __init__(self, world, seed):
        self.world, self.seed = world, seed
        self.position = open_position(world)
        self.saved, self.noted, self.faults = {}, {}, []

    def run(self):
        deeds = [self.score("assessor"), self.score("second_assessor")]
        deeds += [self.read("assessor"), self.read("second_assessor"), self.read("hr")]
        deeds += [self.note("assessor"), self.note("second_assessor"), self.declare_conflict]
        deeds += [self.excuse, self.open_discussion, self.withdraw]
        together = Barrier(len(deeds))
        with ThreadPoolExecutor(len(deeds)) as threads:
            runs = [
                threads.submit(self._thread, together, deed, number)
                for number, deed in enumerate(deeds)
            ]
            for run in runs:
                run.result()

    def _thread(self, together, deed, number):
        chance = random.Random(f"{self.seed}-{number}")
        try:
            together.wait()
            deed(chance)
        finally:
            connection.close()

    def score(self, who):
        """Fill in and submit both scorecards; `saved` holds what the portal called saved."""

        def deed(chance):
            user = self.world.people[who]
            cards = Scorecard.objects.filter(candidate__position=self.position, assessor__user=user)
            for card in cards.select_related("assessor", "candidate__position"):
                for criterion in self.position.criteria.all():
                    pause(chance)
                    said = f"SECRETOF{who} {self.seed}"
                    level = chance.randint(1, 5)
                    if told(
                        save_score,
                        card,
                        criterion,
                        version=0,
                        level=level,
                        not_observed=False,
                        evidence=said,
                        kind="gemba",
                    ):
                        self.saved[card.pk, criterion.pk] = (level, said)
                for kind in WarningKind:
                    told(save_warning, card, kind, version=0, seen=Seen.NOT_SEEN, evidence="")
                pause(chance)
                told(Scorecard.objects.get(pk=card.pk).submit, by=user)

        return deed

    def note(self, who):
        """Make what stands at one criterion a note, then correct it, while the card is filled in;
        `noted` holds what the portal called kept.
        """

        def deed(chance):
            on = {"on": self.world.plant.today(), "kind": "data"}
            user, rounds = self.world.people[who], chance.randint(0, 3)
            mine = Score.objects.filter(
                scorecard__candidate__position=self.position,
                scorecard__assessor__user=user,
                note=None,
                level__isnull=False,
            )
            for turn in range(rounds):
                pause(chance, 3)
                score = mine.select_related("scorecard", "criterion").first()
                if score is None:
                    continue
                card, text = score.scorecard, f"NOTEDBY{who} {self.seed} {turn}"
                made = []
                if told(_make, made, card, score, text=text, **on):
                    self.noted[card.pk, score.criterion_id] = text
                    pause(chance)
                    if told(change_note, made[0], version=1, text=f"{text} corrected", **on):
                        self.noted[card.pk, score.criterion_id] = f"{text} corrected"

        return deed

    def declare_conflict(self, chance):
        who = self.world.people[chance.choice(ASSESSORS)]
        pause(chance, 8)
        if chance.random() < 0.3:
            position = Position.objects.get(pk=self.position.pk)
            told(ConflictOfInterest.declare, position, who, by=who, reason="Family.")

    def read(self, who):
        """What this person's pages are made from; seen before the reveal is there, it is a leak."""

        def deed(chance):
            user = self.world.people[who]
            for _time in range(4):
                pause(chance)
                out = self.position.conflicts.filter(user=user).exists()
                cards = Scorecard.objects.visible_to(user)
                if out and cards.filter(candidate__position=self.position).exists():
                    self.faults.append(f"{who} read scorecards in spite of a conflict")
                texts = Score.objects.filter(
                    scorecard__in=cards, scorecard__candidate__position=self.position
                )
                seen = texts.exclude(scorecard__assessor__user=user).values_list(
                    "evidence", "note__text", "scorecard__state"
                )
                seen = list(seen)
                revealed = Reveal.objects.filter(position=self.position).exists()
                if seen and not revealed:
                    self.faults.append(f"{who} read {seen} before the reveal")
                if any(state == "draft" for *_texts, state in seen):
                    self.faults.append(f"{who} read a draft of somebody else")

        return deed

    def excuse(self, chance):
        card = chance.choice(list(Scorecard.objects.filter(candidate__position=self.position)))
        pause(chance, 4)
        told(card.excuse, by=self.world.hr, reason="On leave.")

    def open_discussion(self, chance):
        pause(chance, 6)
        told(
            Position.objects.get(pk=self.position.pk).open_discussion,
            by=self.world.chair,
            reason="It is time.",
        )

    def withdraw(self, chance):
        candidate = chance.choice(list(self.position.candidates.all()))
        pause(chance, 8)
        if chance.random() < 0.5:
            told(candidate.withdraw, by=self.world.hr, on=self.world.plant.today())


def _make(made, card, score, **note):
    made.append(make_note(card, score.criterion, version=score.version, **note))


def pause(chance, times=1):
    time.sleep(chance.random() * LONGEST_PAUSE * times)


def told(verb, *args, **content) -> bool:
    """Do it, unless the person is told that it cannot be done (any more)."""
    try:
        verb(*args, **content)
    except TOLD:
        return False
    return True


def check(round_):
    position = Position.objects.get(pk=round_.position.pk)
    cards = Scorecard.objects.filter(candidate__position=position)
    submitted = set(cards.filter(state="submitted").values_list("pk", flat=True))
    excused = set(cards.filter(state="excused").values_list("pk", flat=True))
    assert submitted == set(
        Submission.objects.filter(scorecard__in=cards).values_list("scorecard", flat=True)
    )
    assert excused == set(
        Excusal.objects.filter(scorecard__in=cards).values_list("scorecard", flat=True)
    )
    assert not any(card.missing() for card in cards.filter(pk__in=submitted))
    out = set(position.conflicts.values_list("user", flat=True))
    considered = Candidate.objects.considered().filter(position=position)
    counted = {(row.candidate.pk, row.assessor.pk) for row in panel_of(position).rows}
    to_count = cards.filter(pk__in=submitted, candidate__in=considered)
    to_count = to_count.exclude(assessor__user__in=out)
    assert counted == set(to_count.values_list("candidate", "assessor"))
    for (card, criterion), content in round_.saved.items():
        score = Score.objects.get(scorecard=card, criterion=criterion)
        level, said = content
        said = round_.noted.get((card, criterion), said)
        assert (score.level, score.evidence_text) == (level, said)
    assert position.is_revealed == (position.state == "deciding")
    if not position.open_scorecards().exists() and counted_at_all(cards, submitted, out):
        assert position.is_revealed
    if position.is_revealed and position.reveal.by is None:
        assert not position.open_scorecards().exists()


def counted_at_all(cards, submitted, out) -> bool:
    """Something is submitted by assessors who are still part of it."""
    return cards.filter(pk__in=submitted).exclude(assessor__user__in=out).exists()


def what_happened(round_) -> list[str]:
    """Rounds in which nobody got anything done would show nothing."""
    cards = Scorecard.objects.filter(candidate__position=round_.position)
    happened = {
        "saved": round_.saved,
        "noted": round_.noted,
        "submitted": cards.filter(state="submitted").exists(),
        "revealed": Reveal.objects.filter(position=round_.position).exists(),
        "withdrew": round_.position.candidates.filter(state="withdrew").exists(),
        "conflict": round_.position.conflicts.exists(),
    }
    return [name for name, true in happened.items() if true]


def test_nothing_is_read_before_the_reveal_and_what_is_submitted_counts(company):
    first, happened = random.randrange(10**6), Counter()
    for seed in range(first, first + INTERLEAVINGS):
        round_ = Round(company, seed)
        round_.run()
        assert not round_.faults, (seed, round_.faults)
        check(round_)
        happened.update(what_happened(round_))
    assert INTERLEAVINGS < 50 or len(happened) == 6, happened
