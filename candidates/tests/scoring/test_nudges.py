"""A sentence at the moment of judging; nothing is refused for it."""

import pytest
from django.urls import reverse

from candidates.scorecard_nudges import Judged, Nudge, nudges

from .typing import autosave, text_of, typed

LONG = "Press 4, 9 September: kept the announced sequence through a bad week."
FEW = "The highest and the lowest level ask for most"
HEARSAY = "Attitude by hearsay"


@pytest.mark.parametrize(
    ("level", "evidence", "nudged"),
    [
        (5, "a" * 39, True),
        (5, "a" * 40, False),
        (5, " " * 40 + "a" * 39 + " ", True),
        (1, "Never.", True),
        (4, "Never.", False),
        (None, "", False),
    ],
)
def test_the_ends_of_the_scale_ask_for_words(level, evidence, nudged):
    assert (Nudge.FEW_WORDS in nudges([Judged(2, level, evidence, "gemba")])) == nudged


@pytest.mark.parametrize(
    ("tier", "kind", "nudged"),
    [(1, "reference", True), (2, "reference", False), (1, "interview", False)],
)
def test_attitude_is_not_judged_by_hearsay(tier, kind, nudged):
    assert (Nudge.HEARSAY in nudges([Judged(tier, 3, LONG, kind)])) == nudged


def row(*levels):
    return [Judged(2, level, LONG, "gemba") for level in levels]


@pytest.mark.parametrize(
    ("levels", "nudged"),
    [
        ((3, 3, 3, 3, 3), True),
        ((3, 3, 3, 3), False),
        ((4, 3, 3, 3, 3, 3), True),
        ((3, 3, 3, 3, 3, 4), False),
        ((3, 3, None, 3, 3, 3), True),
        ((3, 3, 3, 3, 3, None), False),
    ],
)
def test_the_same_level_five_times_is_worth_a_second_look(levels, nudged):
    assert (Nudge.SAME_LEVEL in nudges(row(*levels))) == nudged


def test_it_comes_with_the_save_and_stands_on_the_page(as_, criterion_url):
    client = as_("assessor")
    answer = autosave(client, criterion_url, typed(level="5", evidence="Always.", kind="reference"))
    drawn = answer.json()["parts"]["scorecard-nudges"]
    assert answer.status_code == 200
    assert FEW in drawn
    assert HEARSAY in drawn
    assert drawn.strip() in text_of(client.get(criterion_url))
    longer = typed(level="5", evidence=LONG, version="1")
    drawn = autosave(client, criterion_url, longer).json()["parts"]["scorecard-nudges"]
    assert "<p" not in drawn


def test_nothing_is_said_before_a_criterion_is_complete(as_, criterion_url):
    answer = autosave(as_("assessor"), criterion_url, typed(level="5", evidence="Al", kind=""))
    assert "<p" not in answer.json()["parts"]["scorecard-nudges"]


def test_the_fifth_in_a_row_is_held_against_the_next_level_of_its_own_criterion(as_, world):
    client = as_("assessor")
    *first, fifth = world.position.criteria.select_related("criterion")[:5]
    for each in (*first, fifth):
        url = reverse("scorecard_criterion", args=[world.scorecard.pk, each.pk])
        answer = autosave(client, url, typed(level="3", evidence=LONG))
    drawn = answer.json()["parts"]["scorecard-nudges"]
    assert "Five times the third level in a row" in drawn
    assert fifth.criterion.levels[3][0].replace("'", "&#x27;") in drawn
