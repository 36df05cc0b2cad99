"""After a save the open page is drawn anew around the form: heading, index, the way to the end."""

import pytest
from django.urls import reverse

from candidates.models import PositionCriterion, Score, WarningKind
from vsm_portal.tests.test_policy import EVERYBODY

from .typing import autosave, seen, text_of, typed


@pytest.fixture
def warnings_url(world):
    return reverse("scorecard_warnings", args=[world.scorecard.pk])


@pytest.fixture
def client(client, world):
    client.force_login(world.assessor)
    return client


def judge_all(client, world):
    for one in world.position.criteria.all():
        autosave(client, reverse("scorecard_criterion", args=[world.scorecard.pk, one.pk]), typed())


def test_a_saved_criterion_brings_the_parts_of_the_page_as_it_would_be_read_now(
    client, criterion_url
):
    parts = autosave(client, criterion_url, typed()).json()["parts"]
    page = text_of(client.get(criterion_url))
    assert list(parts) == [
        "scorecard-title",
        "scorecard-index",
        "scorecard-index-phone",
        "scorecard-submit",
        "scorecard-nudges",
    ]
    for name, drawn in parts.items():
        assert f'id="{name}"' in drawn.strip().splitlines()[0]
        assert drawn.strip() in page
    assert "<h1>Nadia Haddad: 1 of 20 criteria scored</h1>" in parts["scorecard-title"]
    assert "1 of 20 done" in parts["scorecard-title"]
    assert "22 criteria and warnings are still open." in parts["scorecard-submit"]


def test_a_saved_warning_brings_the_parts_of_its_page(client, world, warnings_url):
    judge_all(client, world)
    for kind in WarningKind:
        url = reverse("scorecard_warning", args=[world.scorecard.pk, kind])
        parts = autosave(client, url, seen()).json()["parts"]
    page = text_of(client.get(warnings_url))
    for name, drawn in parts.items():
        assert f'id="{name}"' in drawn
        assert drawn.strip() in page
    assert 'aria-current="step"><a' in parts["scorecard-index"]
    assert "aria-disabled" not in parts["scorecard-submit"]
    assert "Detailed knowledge of the stream beside" in parts["scorecard-knowledge"]


def test_of_two_drawings_the_newer_is_known(client, criterion_url, warning_url):
    first = autosave(client, criterion_url, typed()).json()
    second = autosave(client, warning_url, seen()).json()
    third = autosave(client, criterion_url, typed(version="1", level="2")).json()
    assert [one["saves"] for one in (first, second, third)] == [1, 2, 3]


@pytest.mark.parametrize(
    "data", [typed(level="9"), typed(version="7")], ids=["refused", "in conflict"]
)
def test_what_is_not_saved_draws_nothing(client, criterion_url, data):
    assert "parts" not in autosave(client, criterion_url, data).json()


@pytest.mark.parametrize("name", [who for who in EVERYBODY if who not in ("assessor", "anonymous")])
def test_nobody_else_is_drawn_anything(client, world, criterion_url, name):
    client.force_login(world.people[name])
    assert list(autosave(client, criterion_url, typed()).json()) == ["reason"]


#: what a page of its own needs (13), scores, warnings and notes once more, and the save itself in
#: its transaction
AUTOSAVE_QUERIES = 23


def test_a_save_needs_as_many_queries_for_one_criterion_as_for_twenty(
    client, world, criterion, criterion_url, queries
):
    judge_all(client, world)

    def save(version):
        assert autosave(client, criterion_url, typed(version=version)).status_code == 200

    assert queries(lambda: save("1")) == AUTOSAVE_QUERIES
    Score.objects.exclude(criterion=criterion).delete()
    PositionCriterion.objects.exclude(pk=criterion.pk).delete()
    assert queries(lambda: save("2")) == AUTOSAVE_QUERIES
