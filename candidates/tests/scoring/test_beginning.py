"""Whoever has begun to score is not taken off the panel. What counts as having begun?"""

import pytest

from candidates.models.drafting import save_score, save_warning
from vsm_portal.testing.panel_work import fill


def a_score(world, **changes):
    open_score = {"level": None, "not_observed": False, "evidence": "", "kind": ""}
    row = {"version": 0, **open_score, "evidence": "To be emptied."}
    save_score(world.scorecard, world.position.criteria.first(), **row)
    row = {"version": 1, **open_score, **changes}
    save_score(world.scorecard, world.position.criteria.first(), **row)


def a_warning(world, **changes):
    save_warning(world.scorecard, "tried_that", version=0, seen="", evidence="To be emptied.")
    row = {"version": 1, "seen": "", "evidence": "", **changes}
    save_warning(world.scorecard, "tried_that", **row)


@pytest.mark.parametrize(
    ("typed", "changes"),
    [
        (a_score, {"level": 1}),
        (a_score, {"not_observed": True}),
        (a_score, {"evidence": "Seen on press 4."}),
        (a_warning, {"seen": "not_seen"}),
        (a_warning, {"evidence": "Said so."}),
    ],
)
def test_whoever_judged_or_wrote_anything_has_begun(world, typed, changes):
    typed(world, **changes)
    assert world.seat.has_begun


def test_whoever_left_nothing_in_the_rows_has_not(world):
    a_score(world)
    a_warning(world)
    assert not world.seat.has_begun
    assert not world.second_seat.has_begun


def test_a_closed_scorecard_is_a_beginning_even_with_nothing_in_it(world):
    fill(world.scorecard)
    world.second_scorecard.excuse(by=world.hr, reason="On leave.")
    assert world.seat.has_begun
    assert world.second_seat.has_begun
