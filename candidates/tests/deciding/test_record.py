import io
import re

import pypdf
import pytest
from django.urls import reverse
from django.utils.html import escape, strip_tags

from candidates.models import Position, Reversal, Score, ScoreChange
from candidates.record_sheet import sheet_of
from candidates.selection_record import REPORT, record_of
from candidates.tests.deciding.scored_panels import (
    FRACTIONS,
    decide,
    judge,
    panel_of_three,
)
from vsm_portal.audit.models import Event
from vsm_portal.exporting.models import Export
from vsm_portal.testing.cast import PEOPLE
from vsm_portal.testing.panel_work import fill

pytestmark = pytest.mark.django_db


def at(position):
    return reverse("position_record", args=[position.pk])


def pdf_at(position):
    return reverse("position_record_pdf", args=[position.pk])


def text_of(content):
    """The text of all pages without blanks: where a line breaks is the template's affair."""
    pages = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    return squeezed(pages.replace("\u200b", ""))


def squeezed(text):
    return "".join(text.split())


#: what belongs to the file alone, and the shape of a sign
LEFT = ("document", "sign")


def texts_in(value, key=""):
    """Every text of the sheet that is to be read."""
    if isinstance(value, dict):
        items = [(name, item) for name, item in value.items() if name not in LEFT]
        return [text for name, item in items for text in texts_in(item, name)]
    if isinstance(value, list):
        return [text for item in value for text in texts_in(item, key)]
    return [value] if isinstance(value, str) and value else []


@pytest.fixture
def position(world):
    """Scored in fractions and widely apart, one score changed and one scorecard excused."""
    return scored(world)


def scored(world):
    position = panel_of_three(world)
    levels = FRACTIONS | {"Candidate": [(5, 4, 3, 4), (1, 3, 3, 4), (4, 2, 4, 5)]}
    card = world.second_scorecard
    card.excuse(by=world.hr, reason="Never met the candidate at work.")
    judge(position, levels)
    score = Score.objects.filter(scorecard=world.scorecard).first()
    ScoreChange.make(score, by=world.assessor, level=3, not_observed=False, reason="The trial log.")
    position.refresh_from_db()
    return position


@pytest.fixture
def decision(world, position):
    decision = decide(world, adviser=world.adviser)
    world.insider.refresh_from_db()
    world.insider.tell(by=world.hr, told_on=world.plant.today(), told_by=world.top, how="phone")
    return decision


def test_the_record_says_everything_of_the_decision(as_, world, decision):
    page = as_("hr").get(at(decision.position)).content.decode()
    for words in (
        "Nadia Haddad was chosen for Wheel-bearing rings",
        decision.reason,
        "Influence: leads across departments that decide themselves",
        "11/18 Attitude and leadership",
        "chair Chair; assessors Assessor, Executive, Second Assessor",
        "Never met the candidate at work.",
        "The trial log.",
        "levels apart",
        "by phone or video",
        "not told yet",
    ):
        assert words in page, words


def test_the_file_says_what_the_page_says(world, decision):
    position = Position.objects.get(pk=decision.position_id)
    name, content = REPORT.render(position, world.hr)
    assert name == "Selection record, Wheel-bearing rings.pdf"
    shown = text_of(content)
    sheet = sheet_of(record_of(position, world.hr), world.hr)
    missing = [text for text in texts_in(sheet) if squeezed(text) not in shown]
    assert missing == []
    assert len(pypdf.PdfReader(io.BytesIO(content)).pages) <= 2


def test_the_page_says_what_the_sheet_says(as_, world, decision):
    position = Position.objects.get(pk=decision.position_id)
    sheet = sheet_of(record_of(position, world.hr), world.hr)
    del sheet["foot"], sheet["trail"]
    page = as_("hr").get(at(position)).content.decode()
    shown = squeezed(strip_tags(page))
    missing = [text for text in texts_in(sheet) if squeezed(escape(text)) not in shown]
    assert missing == []


def test_the_record_keeps_the_ranking_that_the_decision_was_taken_against(as_, world, decision):
    before = squeezed(as_("hr").get(at(decision.position)).content.decode())
    Score.objects.filter(level=4).update(level=1)
    after = squeezed(as_("hr").get(at(decision.position)).content.decode())
    assert re.findall(r"score-v\">([\d.–]+)<", before) == re.findall(r"score-v\">([\d.–]+)<", after)


def test_hr_and_who_decides_read_it_before_and_after_and_nobody_else(as_, world, position):
    for moment in ("deciding", "filled"):
        if moment == "filled":
            decide(world)
        for name in PEOPLE:
            got = as_(name).get(at(position)).status_code
            takes_part = name in ("chair", "assessor", "second_assessor", "executive")
            readers = name in ("hr", "top")
            assert got == (200 if readers else 403 if takes_part else 404), (moment, name)
            if not readers:
                assert as_(name).post(pdf_at(position)).status_code == got


def test_the_panel_reads_why_it_does_not_read_the_record(as_, position):
    page = as_("assessor").get(at(position)).content.decode()
    assert "Only HR of Plainfield plant and whoever decides read the selection record." in page


def test_who_is_not_signed_in_is_asked_to(client, position):
    assert "/account/login/" in client.get(at(position)).url
    assert "/account/login/" in client.post(pdf_at(position)).url


def test_the_record_is_only_read_and_the_file_only_asked_for(as_, position):
    assert as_("hr").post(at(position)).status_code == 405
    assert as_("hr").get(pdf_at(position)).status_code == 405


def test_each_reading_stands_in_the_trail_once_an_hour(as_, world, decision):
    for _time in range(2):
        as_("hr").get(at(decision.position))
    event = Event.objects.get(action="decision.read")
    assert (event.actor, event.enclosing_id) == (world.hr, decision.position_id)


def test_before_the_reveal_the_record_says_what_is_missing_and_no_score(as_, world):
    fill(world.scorecard, level=2)
    page = as_("hr").get(at(world.position)).content.decode()
    assert "Wheel-bearing rings: not decided yet" in page
    assert "3 scorecards are still open." in page
    assert "Top has not decided yet." in page
    for secret in ("score-v", "Seen on press 4", 'class="h ', "wide disagreement", "changed"):
        assert secret not in page, secret


@pytest.mark.parametrize("name", ["hr", "top"])
def test_before_the_reveal_the_file_holds_no_score_either(world, name):
    fill(world.scorecard, level=2)
    _name, content = REPORT.render(world.position, world.people[name])
    shown = text_of(content)
    assert "notdecidedyet" in shown
    assert "3scorecardsarestillopen." in shown
    for secret in ("Seenonpress", "Ranking", "Nadia", "Scores:", "disagreement"):
        assert secret not in shown, secret
    data = sheet_of(record_of(world.position, world.people[name]), world.people[name])
    assert data["ranking"] is data["heat"] is data["disagreements"] is data["changed"] is None


def test_who_decides_and_still_has_an_open_scorecard_reads_no_score_of_the_others(as_, world):
    position = world.position
    position.add_assessor(world.top, by=world.hr)
    fill(world.scorecard)
    position.open_discussion(by=world.chair, reason="Time is short.")
    page = as_("top").get(at(position)).content.decode()
    assert "score-v" not in page
    assert "you see it once your own scorecards are in" in page
    assert "score-v" in as_("hr").get(at(position)).content.decode()


def test_after_the_reveal_and_before_the_decision_the_ranking_of_the_moment_stands_there(
    as_, world, position
):
    page = as_("top").get(at(position)).content.decode()
    assert "Wheel-bearing rings: not decided yet" in page
    assert "score-v" in page
    assert "Top has not decided yet." in page
    assert "ranking" in text_of(REPORT.render(position, world.top)[1]).lower()


def test_a_draft_and_a_cancelled_position_have_a_record_too(as_, world):
    draft = Position.prepare(
        stream=world.other_stream, by=world.hr, due_on=world.plant.today(), chair=world.chair
    )
    assert "The position is not open yet." in as_("hr").get(at(draft)).content.decode()
    assert REPORT.render(draft, world.hr)[1].startswith(b"%PDF")
    draft.cancel(by=world.hr, reason="The stream moves to Rivera.")
    page = as_("hr").get(at(draft)).content.decode()
    assert "Seat rails: the position was cancelled" in page
    assert "The stream moves to Rivera." in page
    assert "ThestreammovestoRivera." in text_of(REPORT.render(draft, world.hr)[1])


def test_a_decision_taken_back_stays_in_the_record(as_, world, decision):
    Reversal.make(decision, by=world.top, reason="Declined the post.")
    position = Position.objects.get(pk=decision.position_id)
    page = as_("hr").get(at(position)).content.decode()
    shown = text_of(REPORT.render(position, world.hr)[1])
    assert "not decided yet" in page
    for words in (decision.reason, "Declined the post.", "Nadia Haddad"):
        assert words in page
        assert squeezed(words) in shown


def test_changes_of_panel_and_candidates_stand_in_the_record(as_, world, position):
    world.nominee.withdraw(by=world.hr, on=world.plant.today(), reason="Another post.")
    page = as_("hr").get(at(position)).content.decode()
    assert "Another post." in page
    assert "Nadia Haddad withdrew on" in page


def test_the_file_is_asked_for_and_left_to_the_worker(as_, world, decision):
    Export.objects.all().delete()
    answer = as_("top").post(pdf_at(decision.position))
    export = Export.objects.get()
    assert answer.url == reverse("export_detail", args=[export.pk])
    assert export.requested_by == world.top
    event = Event.objects.get(action="selection_record.exported")
    assert (event.actor, event.enclosing_id) == (world.top, decision.position_id)


def test_the_report_answers_only_to_whoever_reads_the_record(world, position):
    for name in PEOPLE:
        found = REPORT.find(position.pk, world.people[name])
        assert (found == position) == (name in ("hr", "top")), name
    assert REPORT.find(0, world.hr) is None


@pytest.mark.parametrize(
    "text",
    [
        '#import "/etc/passwd" #read("../pdf.py") #eval("1")',
        "*bold* _it_ $x^2$ `raw` @ref <label> = Heading // comment \\",
        "=1+1 +cmd|' /C calc'!A0",
        "{n} {candidate} %(name)s {{ form }} <script>alert(1)</script>",
        "Ωμέγα Жук ½ → ≥",
    ],
)
def test_a_hostile_text_in_every_field_is_only_text(as_, world, text):
    position = hostile_position(world, text)
    shown = text_of(REPORT.render(position, world.hr)[1])
    assert shown.count(squeezed(text)) >= 8
    page = as_("hr").get(at(position)).content.decode()
    assert page.count(escape(text)) >= 8
    assert "<script>alert" not in page


def hostile_position(world, text):
    """Decided, with this text wherever somebody could type one."""
    type(world.nominee).objects.filter(pk=world.nominee.pk).update(name=text, current_function=text)
    type(world.vacant_stream).objects.filter(pk=world.vacant_stream.pk).update(name=text)
    type(world.plant).objects.filter(pk=world.plant.pk).update(name=text)
    Position.objects.filter(pk=world.position.pk).update(weights_reason=text)
    position = panel_of_three(world)
    levels = FRACTIONS | {"Candidate": [(5, 4, 3, 4), (1, 3, 3, 4), (4, 2, 4, 5)]}
    world.second_scorecard.excuse(by=world.hr, reason=text)
    judge(position, levels | {text: levels["Nadia Haddad"]})
    Score.objects.exclude(evidence="").update(evidence=text)
    score = Score.objects.filter(scorecard=world.scorecard).first()
    ScoreChange.make(score, by=world.assessor, level=3, not_observed=False, reason=text)
    position = Position.objects.get(pk=position.pk)
    position.note_change("candidate_added", by=world.hr, who=text, reason=text)
    world.position = position
    world.nominee.refresh_from_db()
    decision = type(decide(world)).objects.get()
    type(decision).objects.filter(pk=decision.pk).update(reason=text, tier_1_reason=text)
    return Position.objects.get(pk=position.pk)
