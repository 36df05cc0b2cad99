"""Two windows, and answers that got lost on their way."""

import json
import re
from html import unescape

import pytest

from candidates.models import Score, WarningObservation

from .typing import autosave, seen, text_of, typed

MINE = "Mine: asked who found the misses."
THEIRS = "Theirs: board shows misses since week 36."


@pytest.fixture
def client(as_, criterion_url, warning_url):
    """Another window has saved first; this one still believes that there is no row."""
    client = as_("assessor")
    autosave(client, criterion_url, typed(evidence=THEIRS, level="2"))
    autosave(client, warning_url, seen(evidence=THEIRS))
    return client


def test_the_autosave_gets_the_other_text_and_overwrites_nothing(client, criterion, criterion_url):
    answer = autosave(client, criterion_url, typed(evidence=MINE))
    assert answer.status_code == 409
    theirs = answer.json()["theirs"]
    assert theirs.pop("saved") in answer.json()["reason"]
    assert theirs == {
        "version": 1,
        "level": "2",
        "level_words": criterion.criterion.levels[1][0],
        "evidence": THEIRS,
        "kind": "gemba",
        "kind_words": "Observed at the gemba",
        "note": "",
    }
    assert Score.objects.get().evidence == THEIRS


def test_the_page_shows_both_texts_and_goes_on_with_mine(client, criterion, criterion_url):
    page = client.post(criterion_url, typed(evidence=MINE, level="5", kind="data", next="7"))
    assert page.status_code == 409
    text = text_of(page)
    assert f"{criterion.criterion.levels[1][0]}\nObserved at the gemba\n{THEIRS}</div>" in text
    assert f"{criterion.criterion.levels[4][0]}\nPlan or data\n{MINE}</div>" in text
    assert f"\n{MINE}</textarea>" in text
    assert f"\n{MINE}\n{THEIRS}</textarea>" in text
    assert text.count('name="version" value="1"') == 2
    assert "Not saved yet." in text
    assert "Draft, nobody else" not in text
    assert 'value="5" checked' in text
    assert 'value="data" checked' in text
    assert Score.objects.get().evidence == THEIRS


def test_the_form_of_that_page_knows_the_other_text_and_that_its_own_is_unsaved(
    client, criterion_url
):
    told = autosave(client, criterion_url, typed(evidence=MINE)).json()["theirs"]
    text = text_of(client.post(criterion_url, typed(evidence=MINE)))
    form = re.search(r'<form class="crit"[^>]* data-autosave data-conflict-with="([^"]*)"', text)
    assert json.loads(unescape(form[1])) == told
    assert " data-unsaved " in text


@pytest.mark.parametrize("text", [MINE, f"{MINE}\n{THEIRS}"])
def test_mine_or_both_in_one_are_saved_on_top_of_the_other_version(client, criterion_url, text):
    client.post(criterion_url, typed(evidence=MINE))
    answer = client.post(criterion_url, typed(evidence=text, version="1"))
    assert answer.status_code == 302
    assert (Score.objects.get().evidence, Score.objects.get().version) == (text, 2)


def test_an_old_version_is_a_conflict_too(client, criterion_url):
    autosave(client, criterion_url, typed(evidence="Third.", version="1"))
    answer = autosave(client, criterion_url, typed(evidence=MINE, version="1"))
    assert (answer.status_code, answer.json()["theirs"]["version"]) == (409, 2)


def test_a_version_that_never_was_is_a_conflict_with_an_empty_row(client, world, criterion_url):
    Score.objects.all().delete()
    answer = autosave(client, criterion_url, typed(evidence=MINE, version="3"))
    assert answer.status_code == 409
    assert answer.json()["theirs"]["version"] == 0
    assert client.post(criterion_url, typed(evidence=MINE, version="3")).status_code == 409
    assert not Score.objects.exists()


@pytest.mark.parametrize("version", ["0", "1"])
def test_the_same_text_sent_again_is_no_conflict(client, criterion_url, version):
    autosave(client, criterion_url, typed(evidence=MINE, version="1"))
    answer = autosave(client, criterion_url, typed(evidence=MINE, version=version))
    assert (answer.status_code, answer.json()["version"]) == (200, 2)


def test_a_warning_conflicts_in_the_same_way(client, warning_url):
    answer = autosave(client, warning_url, seen(seen="not_seen", evidence=MINE))
    assert answer.status_code == 409
    theirs = answer.json()["theirs"]
    assert theirs.pop("saved")
    assert theirs == {"version": 1, "seen": "seen", "seen_words": "Seen", "evidence": THEIRS}
    page = client.post(warning_url, seen(seen="not_seen", evidence=MINE))
    assert page.status_code == 409
    assert f"Seen\n{THEIRS}</div>" in text_of(page)
    assert f"Not seen\n{MINE}</div>" in text_of(page)
    assert f"\n{MINE}\n{THEIRS}</textarea>" in text_of(page)
    assert WarningObservation.objects.get().evidence == THEIRS


def test_the_same_warning_sent_again_is_no_conflict(client, warning_url):
    answer = autosave(client, warning_url, seen(evidence=THEIRS))
    assert (answer.status_code, answer.json()["version"]) == (200, 1)
