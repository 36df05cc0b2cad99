"""Two at the same moment, with real threads and connections: on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from candidates.models import Candidate, Decision, Position, Reversal, Score, ScoreChange
from candidates.tests.deciding.scored_panels import (
    decide,
    everybody,
    judge,
    panel_of_three,
    seen_by_whoever_decides,
)
from value_streams.models import Appointment
from vsm_portal.testing.cast import build_world

ROUNDS = 4


@pytest.fixture
def world(transactional_db):
    world = build_world()
    position = panel_of_three(world)
    judge(position, everybody(position, (4, 4, 4, 4)))
    return world


def both(one, other):
    """Run two actions at once, each with its own connection."""
    together = Barrier(2)

    def run(action):
        together.wait()
        try:
            return action()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        return [future.result() for future in [threads.submit(run, a) for a in (one, other)]]


def posting(user, name, pk, content):
    client = Client()
    client.force_login(user)
    return lambda: client.post(reverse(name, args=[pk]), content)


def deciding(world, candidate):
    content = {
        "seen": seen_by_whoever_decides(world.position),
        "candidate": candidate.pk,
        "reason": f"{candidate.name} convinced me.",
        "authority": "influence",
        "starts_on": str(world.plant.today() + timedelta(days=30)),
    }
    return posting(world.top, "decision_new", world.position.pk, content)


def test_of_two_who_decide_one_decision_stands_and_the_other_text_is_kept(world):
    for taken in range(1, ROUNDS + 1):
        answers = both(deciding(world, world.nominee), deciding(world, world.insider))
        done, refused = sorted(answers, key=lambda answer: answer.status_code)
        assert (done.status_code, refused.status_code) == (302, 409)
        decision = Decision.objects.get(reversal=None)
        loser = {world.nominee, world.insider} - {decision.candidate}
        assert f"{loser.pop().name} convinced me." in refused.content.decode()
        assert Decision.objects.count() == taken
        planned = Appointment.objects.filter(stream=world.position.stream, state="planned")
        assert planned.get() == decision.appointment
        states = Candidate.objects.values_list("state", flat=True)
        assert sorted(states) == ["chosen", "not_chosen"]
        Reversal.make(decision, by=world.top, reason="Once more.")


def test_of_two_who_take_a_decision_back_one_record_stands(world):
    for _round in range(ROUNDS):
        world.position.refresh_from_db()
        decision = decide(world)
        back = [
            posting(world.top, "decision_reversal", decision.pk, {"reason": f"Reason {n}."})
            for n in (1, 2)
        ]
        done, refused = sorted(both(*back), key=lambda answer: answer.status_code)
        assert done.status_code == 302
        assert refused.status_code in (403, 409)
        assert "Reason " in refused.content.decode()
        assert Reversal.objects.filter(decision=decision).count() == 1


def test_a_score_changed_at_the_moment_of_the_decision_is_in_its_snapshot_or_refused(world):
    score = Score.objects.filter(scorecard=world.scorecard).first()
    for _round in range(ROUNDS):
        score.refresh_from_db()
        change = {
            "version": score.version,
            "level": "5" if score.level == 4 else "4",
            "reason": "The trial log.",
        }
        decided, changed = both(
            deciding(world, world.nominee),
            posting(world.assessor, "score_change", score.pk, change),
        )
        assert changed.status_code in (302, 403, 409)
        if decided.status_code != 302:
            assert (decided.status_code, changed.status_code) in ((409, 302), (422, 302))
            assert not Decision.objects.filter(reversal=None).exists()
            continue
        decision = Decision.objects.get(reversal=None)
        assert len(decision.snapshot["changed"]) == ScoreChange.objects.count()
        Reversal.make(decision, by=world.top, reason="Once more.")


def test_who_withdraws_at_the_moment_of_the_decision_is_not_appointed(world):
    withdrawal = {"on": str(world.plant.today()), "reason": "Another post."}
    decided, withdrew = both(
        deciding(world, world.nominee),
        posting(world.hr, "candidate_withdrawal", world.nominee.pk, withdrawal),
    )
    chosen = decided.status_code == 302
    assert decided.status_code in (302, 409, 422)
    assert withdrew.status_code in ((403, 409) if chosen else (302,))
    state = Candidate.objects.get(pk=world.nominee.pk).state
    assert state == ("chosen" if chosen else "withdrew")
    assert Position.objects.get().state == ("filled" if chosen else "deciding")
    appointments = Appointment.objects.filter(stream=world.position.stream)
    assert appointments.exists() == chosen
