"""The interview kit is blank: questions, words, room. One's own come first."""

import pytest
from django.urls import reverse

from candidates.interview_kit import find, render, sheet_of
from candidates.models import Share
from candidates.models.drafting import save_score
from vsm_portal.exporting.models import Export

from .typing import text_of


@pytest.fixture
def criteria(world):
    return list(world.position.criteria.select_related("criterion"))


@pytest.fixture
def url(world):
    return reverse("interview_kit", args=[world.position.pk])


@pytest.fixture
def shared(world, criteria):
    own = criteria[10:18]
    Share.objects.bulk_create(Share(seat=world.seat, criterion=each) for each in own)
    return own


def names(part):
    return [one["name"] for tier in part["tiers"] for one in tier["questions"]]


def test_hr_gets_it_whole_and_an_assessor_the_own_ones_first(world, criteria, shared):
    everything = [each.criterion.name for each in criteria]
    (whole,) = sheet_of(world.position, world.hr)["parts"]
    assert names(whole) == everything
    own, rest = sheet_of(world.position, world.assessor)["parts"]
    assert own["heading"] == "Yours"
    assert names(own) == [each.criterion.name for each in shared]
    assert sorted(names(own) + names(rest)) == sorted(everything)
    (second,) = sheet_of(world.position, world.second_assessor)["parts"]
    assert second["heading"] == ""


def test_nothing_is_filled_in(as_, world, criteria, url):
    typed = {"evidence": "Seen on press 4.", "kind": "gemba"}
    for card in (world.scorecard, world.second_scorecard):
        save_score(card, criteria[0], version=0, level=4, not_observed=False, **typed)
    page = text_of(as_("assessor").get(url))
    assert "Seen on press 4." not in page
    assert "Nadia Haddad" not in page
    assert "Second Assessor" not in page
    assert criteria[0].criterion.levels[4][0].replace("'", "&#x27;") in page
    assert "checked" not in page


@pytest.mark.parametrize("name", ["top", "chair"])
def test_who_neither_organises_nor_judges_learns_why_not(as_, url, name):
    answer = as_(name).get(url)
    assert answer.status_code == 403
    assert "for HR and for those who judge" in text_of(answer)


def test_the_file_is_made_for_whoever_may_have_it_at_that_moment(as_, world, url, shared):
    assert as_("assessor").post(url + "pdf/").status_code == 302
    export = Export.objects.get(report="interview_kit")
    assert export.thing() == world.position
    name, content = render(world.position, world.assessor)
    assert name == "Interview kit, Wheel-bearing rings.pdf"
    assert content.startswith(b"%PDF")
    assert b"ua" in content.lower()
    assert find(world.position.pk, world.chair) is None
    assert find(world.position.pk, world.candidate) is None


def test_hostile_words_stay_words(world, criteria):
    from candidates.models import Criterion

    Criterion.objects.filter(pk=criteria[0].criterion_id).update(
        name="#panic() <b>&amp; = $x$", question='"; #read("/etc/passwd")'
    )
    _name, content = render(world.position, world.hr)
    assert content.startswith(b"%PDF")
