"""Candidates side by side, on each criterion."""

from html import unescape
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from candidates.models import Score, WarningKind
from candidates.snapshot import snapshot_of
from candidates.tests.deciding.scored_panels import (
    FRACTIONS,
    decide,
    everybody,
    judge,
    late_candidate,
    panel_of_three,
)
from vsm_portal.exporting.tests.hostile import TEXTS
from vsm_portal.testing.cast import PEOPLE

pytestmark = pytest.mark.django_db

INVOLVED = ["hr", "top", "chair", "assessor", "second_assessor", "executive"]


@pytest.fixture
def position(world):
    return panel_of_three(world)


@pytest.fixture
def compare(as_, world):
    """`compare("hr", nadia, luis)`: the answer to asking for these candidates."""

    def fetch(name, *candidates):
        url = reverse("position_comparison", args=[world.position.pk])
        return as_(name).get(url, {"c": [getattr(each, "pk", each) for each in candidates]})

    return fetch


def text(answer) -> str:
    return unescape(answer.content.decode())


def test_before_the_reveal_nobody_compares(compare, world, position):
    for name in PEOPLE:
        expected = 403 if name in INVOLVED else 404
        assert compare(name, world.nominee).status_code == expected, name


def test_after_the_reveal_panel_hr_and_decider_compare_and_nobody_else(compare, position):
    judge(position, FRACTIONS)
    for name in PEOPLE:
        assert compare(name).status_code == (200 if name in INVOLVED else 404), name


def test_nobody_signed_in_is_sent_to_sign_in_and_a_post_is_refused(client, world):
    url = reverse("position_comparison", args=[world.position.pk])
    assert client.get(url).url.startswith(reverse("account_login"))
    client.force_login(world.hr)
    assert client.post(url).status_code == 405


def test_each_cell_has_mean_spread_coverage_and_the_evidence_of_everybody(compare, world, position):
    judge(position, FRACTIONS)
    page = text(compare("hr", world.nominee, world.insider))
    snapshot = snapshot_of(position)
    for one, row in product(snapshot["heat"]["candidates"], range(4)):
        assert f'mean">{one["rows"][row]["mean"]}</span>' in page
    assert "3 to 4" in page
    assert "2 of 3 assessors" in page
    assert "Assessor, not observed" in page or "Executive, not observed" in page
    assert page.count("<q>Seen at press") == Score.objects.filter(level__isnull=False).count()
    assert "differ most on" in page


def test_the_heading_names_the_criterion_on_which_they_differ_most(compare, world, position):
    levels = everybody(position, (4, 4, 4, 4)) | {"Candidate": [(4, 2, 4, 4)] * 3}
    judge(position, levels)
    name = position.criteria.all()[1].criterion.name
    page = text(compare("hr"))
    assert f"<h1>Nadia Haddad and Candidate differ most on “{name}”</h1>" in page


def test_who_are_alike_in_everything_are_said_to_be(compare, position):
    judge(position, everybody(position, (4, 4, 4, 4)))
    assert "Candidate and Nadia Haddad are level on every criterion" in text(compare("hr"))


def test_only_those_who_are_ticked_are_shown(compare, world, position):
    judge(position, FRACTIONS)
    page = text(compare("hr", world.insider))
    assert "<h1>Candidate, criterion by criterion</h1>" in page
    assert f'value="{world.insider.pk}" checked' in page
    assert f'value="{world.nominee.pk}" checked' not in page
    assert 'data-label="Nadia Haddad"' not in page


@pytest.mark.parametrize("typed", ["0", "999999", "x", "", "-1", "٣", "1' OR 1=1"])
def test_who_is_not_in_the_ranking_is_not_compared(compare, world, position, typed):
    judge(position, FRACTIONS)
    answer = compare("hr", typed)
    assert answer.status_code == 200
    assert "Whom to compare?" in text(answer)


def test_more_than_five_are_refused_with_a_sentence_and_stay_ticked(compare, world, position):
    for n in range(4):
        late_candidate(position, f"Nominee {n}", by=world.hr)
    judge(position, everybody(position, (4, 3, 4, 3)))
    every = list(position.candidates.all())
    answer = compare("hr", *every)
    assert answer.status_code == 422
    page = text(answer)
    assert "At most 5 can be compared at a time: you ticked 6. Take some out." in page
    assert page.count(" checked") == 6
    assert "<q>" not in page
    assert compare("hr", *every[:5]).status_code == 200
    assert text(compare("hr")).count(" checked") == 3


def test_conditions_warnings_and_knowledge_beside_tried_that_stand_together(
    compare, world, position
):
    seen = {("Nadia Haddad", WarningKind.TRIED_THAT): ["seen", "not_seen", "not_seen"]}
    judge(position, everybody(position, (2, 2, 2, 5)), seen=seen)
    page = text(compare("hr", world.nominee))
    assert "Needs a written reason: tier 1 below 3.0" in page
    assert "Needs a named adviser: tier 2 below 3.0" in page
    assert "Knows this stream, and “already tried that”" in page
    assert "both a good and a bad thing" in page
    assert "already tried that" not in text(compare("hr", world.insider))


def test_after_the_decision_it_stays_as_it_was(compare, world, position):
    judge(position, everybody(position, (4, 4, 4, 4)))
    decide(world)
    Score.objects.filter(scorecard=world.scorecard).update(level=1, evidence="Later.")
    page = text(compare("hr"))
    assert "Later." not in page
    assert 'mean">4.0</span>' in page
    assert compare("assessor").status_code == 403


def test_the_number_of_queries_does_not_depend_on_candidates(compare, world, position):
    def queries():
        judge(position, everybody(position, (4, 3, 5, 2)))
        compare("assessor")  # signs in
        with CaptureQueriesContext(connection) as seen:
            assert compare("assessor").status_code == 200
        return len(seen)

    few = queries()
    for n in range(4):
        late_candidate(position, f"Nominee {n}", by=world.hr)
    assert queries() == few


def test_hostile_text_is_shown_and_never_runs(compare, world, position):
    judge(position, everybody(position, (4, 4, 4, 4)))
    score = Score.objects.filter(scorecard=world.scorecard).first()
    for words in TEXTS:
        hostile = words.replace("\ud800", "").replace("\0", "")
        Score.objects.filter(pk=score.pk).update(level=1, evidence=hostile)
        type(world.nominee).objects.filter(pk=world.nominee.pk).update(name=hostile[:120])
        page = compare("hr").content.decode()
        assert "<script>alert" not in page
        assert '<img src="http' not in page
