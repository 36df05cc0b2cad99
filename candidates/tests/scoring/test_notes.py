"""One dated note carries several scores; a score rests on it or on words of its own, never both."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from candidates.models import EvidenceNote, Score, Scorecard
from candidates.models.drafting import save_score
from candidates.models.note_keeping import make_note
from candidates.snapshot import snapshot_of
from vsm_portal.testing.panel_work import fill, fill_all
from vsm_portal.tests.test_policy import EVERYBODY

from .typing import autosave, text_of, typed

WORDS = "Press 4: kept the sequence & told <b>why</b>."


@pytest.fixture
def criteria(world):
    return list(world.position.criteria.select_related("criterion"))


@pytest.fixture
def note(world):
    return EvidenceNote.objects.create(
        scorecard=world.scorecard, on=date(2026, 9, 9), kind="gemba", text=WORDS
    )


@pytest.fixture
def new_url(world, criteria):
    return reverse("scorecard_note_new", args=[world.scorecard.pk, criteria[0].pk])


def at(world, criterion):
    return reverse("scorecard_criterion", args=[world.scorecard.pk, criterion.pk])


def on_note(**changes):
    return {"version": "0", "on": "2026-09-09", "kind": "gemba", "text": WORDS} | changes


def test_what_was_typed_becomes_a_note_that_carries_others_too(as_, world, criteria, new_url):
    client = as_("assessor")
    client.post(at(world, criteria[0]), typed(evidence=WORDS))
    page = text_of(client.get(new_url))
    assert "kept the sequence &amp; told &lt;b&gt;why" in page
    assert "2026-" not in page.split('name="on"', 1)[1].split(">", 1)[0]
    answer = client.post(new_url, on_note(version="1", further=[criteria[1].pk, criteria[2].pk]))
    assert answer.status_code == 302
    note = EvidenceNote.objects.get()
    assert {score.criterion_id for score in note.scores.all()} == {c.pk for c in criteria[:3]}
    first = Score.objects.get(criterion=criteria[0])
    assert (first.level, first.evidence, first.kind, first.version) == (4, "", "", 2)
    assert (first.evidence_text, first.evidence_kind) == (WORDS, "gemba")
    assert first.evidence_on == date(2026, 9, 9)
    assert first.is_complete


def test_a_level_is_all_that_is_asked_where_a_note_stands(as_, world, criteria, note):
    client = as_("assessor")
    page = text_of(client.get(at(world, criteria[0])))
    assert "<b>A 9 September 2026</b>" in page
    answer = autosave(
        client, at(world, criteria[0]), typed(evidence="", kind="", note=str(note.pk))
    )
    assert answer.status_code == 200
    assert world.scorecard.scores.get().is_complete
    progress = Scorecard.objects.filter(pk=world.scorecard.pk).with_progress().get()
    assert progress.judged == 1
    assert criteria[0] not in world.scorecard.missing()


def test_a_note_and_words_of_its_own_are_refused_together_and_nothing_is_lost(
    as_, world, criteria, note
):
    answer = as_("assessor").post(at(world, criteria[0]), typed(note=str(note.pk)))
    assert answer.status_code == 422
    assert "Press 4, 9 September: kept the sequence.</textarea>" in text_of(answer)
    assert not Score.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        Score.objects.create(
            scorecard=world.scorecard, criterion=criteria[0], note=note, evidence="Both."
        )


def test_of_the_kind_the_notes_own_is_the_one_truth(as_, world, criteria, note):
    as_("assessor").post(
        at(world, criteria[0]), typed(evidence="", kind="reference", note=str(note.pk))
    )
    assert Score.objects.get().kind == ""
    assert Score.objects.get().evidence_kind == "gemba"


@pytest.mark.parametrize("wanted", ["999999", "x", "²"])
def test_a_note_of_nobody_is_refused(as_, world, criteria, wanted):
    answer = autosave(as_("assessor"), at(world, criteria[0]), typed(evidence="", note=wanted))
    assert answer.json()["errors"]["note"] == ["This note is not in this scorecard."]


def test_another_scorecards_note_is_refused(as_, world, criteria):
    words = {"on": date(2026, 9, 9), "kind": "gemba", "text": "Of somebody else."}
    theirs = EvidenceNote.objects.create(scorecard=world.second_scorecard, **words)
    client = as_("assessor")
    answer = autosave(client, at(world, criteria[0]), typed(evidence="", note=str(theirs.pk)))
    assert answer.status_code == 422
    assert "Of somebody else." not in text_of(client.get(at(world, criteria[0])))


def test_a_corrected_note_says_what_rests_on_it_and_is_shown_by_all(as_, world, criteria, note):
    client = as_("assessor")
    for criterion in criteria[:2]:
        client.post(at(world, criterion), typed(evidence="", note=str(note.pk)))
    url = reverse("scorecard_note", args=[note.pk])
    page = text_of(client.get(url))
    assert "<h1>2 scores rest on this note</h1>" in page
    rests = page.split("What rests on it", 1)[1].split("</ul>", 1)[0]
    assert criteria[0].criterion.name in rests
    assert criteria[2].criterion.name not in rests
    answer = client.post(url, on_note(version="1", text="Corrected.", further=[criteria[5].pk]))
    assert answer.status_code == 302
    assert {score.evidence_text for score in Score.objects.all()} == {"Corrected."}
    assert Score.objects.count() == 3


def test_the_largest_version_is_one_that_nobody_saw(as_, note):
    url = reverse("scorecard_note", args=[note.pk])
    assert as_("assessor").post(url, on_note(version="2147483647")).status_code == 409


def test_two_windows_overwrite_no_note(as_, note):
    client, url = as_("assessor"), reverse("scorecard_note", args=[note.pk])
    client.post(url, on_note(version="1", text="Theirs."))
    answer = client.post(url, on_note(version="1", text="Mine, typed here."))
    assert answer.status_code == 409
    assert "Mine, typed here." in text_of(answer)
    assert "Theirs." in text_of(answer)
    note.refresh_from_db()
    assert note.text == "Theirs."


@pytest.mark.parametrize(
    "bad",
    [
        {"text": "  "},
        {"kind": "rumour"},
        {"kind": ""},
        {"on": "2999-01-01"},
        {"on": "2026-02-30"},
        {"text": "a" * 4001},
        {"version": "-1"},
        {"further": ["999999"]},
    ],
    ids=str,
)
def test_a_bad_note_is_refused_with_its_text(as_, new_url, bad):
    answer = as_("assessor").post(new_url, on_note(**bad))
    assert answer.status_code == 422
    assert not EvidenceNote.objects.exists()
    assert not Score.objects.exists()


def test_what_has_words_of_its_own_is_not_taken_over(as_, world, criteria, new_url):
    client = as_("assessor")
    client.post(at(world, criteria[1]), typed(evidence="Own words."))
    assert f'value="{criteria[1].pk}"' not in text_of(client.get(new_url)).split("<aside", 1)[0]
    answer = client.post(new_url, on_note(further=[criteria[1].pk]))
    assert answer.status_code == 422
    assert Score.objects.get().evidence == "Own words."


def test_a_submitted_scorecard_takes_no_note_and_keeps_what_was_typed(as_, world, note, new_url):
    fill(world.scorecard)
    client = as_("assessor")
    for url in (new_url, reverse("scorecard_note", args=[note.pk])):
        answer = client.post(url, on_note(version="1", text="Typed too late."))
        assert answer.status_code == 409
        assert "Typed too late." in text_of(answer)
    note.refresh_from_db()
    assert note.text == WORDS


@pytest.mark.parametrize("name", [who for who in EVERYBODY if who not in ("assessor", "anonymous")])
def test_nobody_else_finds_a_note_before_or_after_the_reveal(as_, world, note, name):
    url = reverse("scorecard_note", args=[note.pk])
    client = as_(name)
    assert client.get(url).status_code == 404
    assert WORDS not in text_of(client.get(reverse("position_list")))
    fill_all(world.position)
    client = as_(name)
    assert client.get(url).status_code == 404


def test_after_the_reveal_the_panel_reads_it_with_its_day(as_, world, criteria, note):
    save_score(world.scorecard, criteria[0], version=0, level=2, not_observed=False, note=note)
    for criterion in criteria[1:]:
        save_score(
            world.scorecard,
            criterion,
            version=0,
            level=4,
            not_observed=False,
            evidence="Own.",
            kind="data",
        )
    from candidates.models import Seen, WarningKind
    from candidates.models.drafting import save_warning

    for kind in WarningKind:
        save_warning(world.scorecard, kind, version=0, seen=Seen.NOT_SEEN, evidence="")
    world.scorecard.submit(by=world.assessor)
    fill_all(world.position, level=5)
    page = text_of(as_("hr").get(reverse("scorecard_detail", args=[world.scorecard.pk])))
    assert "kept the sequence &amp; told &lt;b&gt;why" in page
    assert "Observed at the gemba, 9 September 2026" in page
    sides = snapshot_of(world.position)["disagreements"][0]["sides"]
    assert WORDS in {side["evidence"] for side in sides}


def test_whoever_made_a_note_has_begun(world, note):
    assert world.seat.has_begun
    assert not world.second_seat.has_begun


def test_a_note_is_made_from_the_score_as_it_stands_or_not_at_all(world, criteria):
    from candidates.models.drafting import DraftConflict

    save_score(world.scorecard, criteria[0], version=0, level=2, not_observed=False, evidence="A.")
    words = {"on": date(2026, 9, 9), "kind": "gemba", "text": "A."}
    with pytest.raises(DraftConflict):
        make_note(world.scorecard, criteria[0], version=0, **words)
    assert not EvidenceNote.objects.exists()
