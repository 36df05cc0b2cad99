"""The record and the ranking in every form: the same figures, the same words."""

import csv
import io
from io import BytesIO, StringIO

import pypdf
import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape, strip_tags
from openpyxl import load_workbook

from candidates import ranking_sheet
from candidates.models import ConflictOfInterest, Position, Score
from candidates.ranking_page import not_counted
from candidates.record_sheet import sheet_of
from candidates.selection_record import REPORT, record_of
from candidates.snapshot import snapshot_of
from candidates.tests.deciding.scored_panels import (
    decide,
    everybody,
    judge,
    late_candidate,
    panel_of_three,
)
from candidates.tests.deciding.test_record import hostile_position, scored, squeezed
from vsm_portal.audit.models import Event
from vsm_portal.exporting.models import Export
from vsm_portal.exporting.tests.hostile import FORMULAS
from vsm_portal.testing.cast import PEOPLE, add_candidate

pytestmark = pytest.mark.django_db

FORMULA_SIGNS = tuple("=+-@\t\r\n")


@pytest.fixture
def position(world):
    return scored(world)


@pytest.fixture
def read(as_):
    def fetch(who, address, position):
        return as_(who).get(reverse(address, args=[position.pk]))

    return fetch


def text_of(content) -> str:
    pages = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    return squeezed(pages.replace("\u200b", ""))


def page_of(answer) -> str:
    return squeezed(strip_tags(answer.content.decode()))


def csv_rows(answer):
    return list(csv.DictReader(StringIO(answer.getvalue().decode("utf-8-sig"), newline="")))


def words_of(rows) -> str:
    return squeezed(" ".join(str(cell) for row in rows for cell in row.values()))


def sheet_rows(answer, sheet):
    head, *rows = load_workbook(BytesIO(answer.content))[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


#: what belongs to the PDF alone
ITS_OWN = ("document", "foot", "trail", "sign")


def texts_in(value, key=""):
    if isinstance(value, dict):
        items = [(name, item) for name, item in value.items() if name not in ITS_OWN]
        return [text for name, item in items for text in texts_in(item, name)]
    if isinstance(value, list):
        return [text for item in value for text in texts_in(item, key)]
    return [value] if isinstance(value, str) and value else []


def a_record_with_everything(world):
    """A changed and an excused scorecard, a conflict declared since, a criterion taken out."""
    position = scored(world)
    ConflictOfInterest.declare(position, world.executive, by=world.executive, reason="A cousin.")
    out = position.criteria.first()
    type(out).objects.filter(pk=out.pk).update(removed_at=timezone.now())
    return Position.objects.get(pk=position.pk)


def test_csv_and_workbook_say_everything_that_the_record_says(read, world):
    position = a_record_with_everything(world)
    sheet = sheet_of(record_of(position, world.hr), world.hr)
    assert {"Conflicts of interest", "Criteria taken out", "Who grades high or low"} <= {
        each["title"] for each in sheet["further"]
    }
    in_csv = words_of(csv_rows(read("hr", "position_record_csv", position)))
    book = read("hr", "position_record_xlsx", position)
    in_xlsx = words_of(sheet_rows(book, "Selection record"))
    page = page_of(read("hr", "position_record", position))
    for text in texts_in(sheet):
        assert squeezed(text) in in_csv, text
        assert squeezed(text) in in_xlsx, text
        assert squeezed(escape(text)) in page, text


def test_the_figures_are_the_same_on_every_page_and_in_every_file(read, world, position):
    snapshot = snapshot_of(position)
    files = [text_of(each.render(position, world.hr)[1]) for each in (ranking_sheet, REPORT)]
    names = ("position_ranking", "position_record", "position_comparison")
    pages = [page_of(read("hr", name, position)) for name in names]
    table = words_of(csv_rows(read("hr", "position_ranking_csv", position)))
    lines = words_of(csv_rows(read("hr", "position_record_csv", position)))
    book = words_of(sheet_rows(read("hr", "position_ranking_xlsx", position), "Ranking"))
    for shown in (*files, *pages, table, lines, book):
        assert snapshot["id"] in shown
        for standing in snapshot["standings"]:
            assert standing["score"] in shown
            assert squeezed(standing["name"]) in shown


def test_severity_and_what_scores_rest_on_are_the_same_everywhere(read, world, position):
    snapshot = snapshot_of(position)
    sheet = sheet_of(record_of(position, world.hr), world.hr)
    further = {each["title"]: each["rows"] for each in sheet["further"]}
    told = {row[0]: row[1] for row in further["Who grades high or low"]}
    assert told == {each["name"]: str(each["cells"]) for each in snapshot["severity"]}
    files = [text_of(each.render(position, world.hr)[1]) for each in (ranking_sheet, REPORT)]
    record = page_of(read("hr", "position_record", position))
    for shown in (*files, record):
        for row in (*further["Who grades high or low"], *further["What the scores rest on"]):
            assert squeezed("".join(row)) in shown, row
    ranking = page_of(read("hr", "position_ranking", position))
    for row in further["What the scores rest on"]:
        assert squeezed("".join(row)).replace("(", "").replace(")", "") in ranking


def test_with_and_without_a_line_manager_stand_in_every_form(read, world):
    position = panel_of_three(world)
    seat = position.add_assessor(world.top, by=world.hr)
    add_candidate(position, "Luis Ortega", by=world.hr, line_manager=world.top)
    levels = everybody(position, (3, 3, 3, 3))
    levels["Luis Ortega"][list(position.panel.all()).index(seat)] = (5, 5, 5, 5)
    judge(position, levels)
    position.refresh_from_db()
    order = "Without the scores of line managers: 1. Candidate 3.00, 1. Luis Ortega 3.00"
    shown = [
        text_of(ranking_sheet.REPORT.render(position, world.hr)[1]),
        text_of(REPORT.render(position, world.hr)[1]),
        words_of(csv_rows(read("hr", "position_record_csv", position))),
        words_of(sheet_rows(read("hr", "position_ranking_xlsx", position), "Notes")),
        page_of(read("hr", "position_ranking", position)),
        page_of(read("hr", "position_record", position)),
    ]
    assert [squeezed(order) in each for each in shown] == [True] * 6
    luis = csv_rows(read("hr", "position_ranking_csv", position))[0]
    assert luis["Score without line managers"] == "3.00"
    assert luis["Scored by the line manager"] == "Top"


def test_the_panel_takes_the_ranking_away_and_not_what_hr_alone_reads(world):
    position = a_record_with_everything(world)
    for name in PEOPLE:
        may = name in ("hr", "top", "chair", "assessor", "second_assessor")
        found = ranking_sheet.find(position.pk, world.people[name])
        assert (found == position) == may, name
    shown = text_of(ranking_sheet.render(position, world.assessor)[1])
    assert "Nadia" in shown
    for secret in ("A cousin.", "Never met the candidate at work."):
        assert squeezed(secret) not in shown
        assert squeezed(secret) in text_of(REPORT.render(position, world.hr)[1])
    for sentence in not_counted(snapshot_of(position)):
        assert squeezed(sentence) in shown


def test_before_the_reveal_no_ranking_is_made_into_a_file(as_, world):
    url = reverse("position_ranking_pdf", args=[world.position.pk])
    assert as_("assessor").post(url).status_code == 403
    assert as_("outsider").post(url).status_code == 404
    assert ranking_sheet.find(world.position.pk, world.hr) is None
    assert not Export.objects.filter(report="selection_ranking").exists()


def test_the_ranking_as_a_pdf_is_asked_for_and_left_to_the_worker(as_, world, position):
    answer = as_("assessor").post(reverse("position_ranking_pdf", args=[position.pk]))
    export = Export.objects.get(report="selection_ranking")
    assert answer.url == reverse("export_detail", args=[export.pk])
    event = Event.objects.get(action="selection_ranking.exported")
    assert (event.actor, event.enclosing_id) == (world.assessor, position.pk)
    name, content = ranking_sheet.render(position, world.assessor)
    assert name == f"Ranking of position {position.pk}.pdf"
    assert content.startswith(b"%PDF")


@pytest.mark.parametrize("address", ["position_record_csv", "position_record_xlsx"])
def test_hr_and_who_decides_take_the_record_away_and_nobody_else(read, world, position, address):
    for name in PEOPLE:
        takes_part = name in ("chair", "assessor", "second_assessor", "executive")
        expected = 200 if name in ("hr", "top") else 403 if takes_part else 404
        assert read(name, address, position).status_code == expected, name
    events = Event.objects.filter(action="selection_record.taken")
    assert {event.actor for event in events} == {world.hr, world.top}


def test_before_the_reveal_the_files_hold_no_score(read, world):
    rows = csv_rows(read("hr", "position_record_csv", world.position))
    assert {row["Part"] for row in rows} == {"Selection record", "Still missing", "The position"}
    book = load_workbook(BytesIO(read("hr", "position_record_xlsx", world.position).content))
    assert book.sheetnames == ["Selection record"]


def test_a_decided_record_names_the_frozen_snapshot_and_the_criteria_version(read, world, position):
    decision = decide(world)
    Score.objects.filter(level=4).update(level=1)
    for name in ("position_record", "position_record_csv", "position_ranking_csv"):
        assert decision.snapshot["id"] in read("hr", name, position).getvalue().decode(), name
    assert "criteria version 1" in read("hr", "position_record", position).content.decode()


@pytest.mark.parametrize("text", [*FORMULAS[:8:2], "<script>alert(1)</script>", "{n} %(name)s"])
def test_a_hostile_text_never_runs_in_any_file(read, world, text):
    position = hostile_position(world, text)
    for name in ("position_record_csv", "position_ranking_csv"):
        cells = [cell for row in csv_rows(read("hr", name, position)) for cell in row.values()]
        assert not [cell for cell in cells if cell[:1] in FORMULA_SIGNS]
    book = load_workbook(BytesIO(read("hr", "position_record_xlsx", position).content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert squeezed(text) in text_of(ranking_sheet.render(position, world.hr)[1])


def test_the_number_of_queries_of_the_record_does_not_depend_on_candidates(
    as_, world, position, django_assert_max_num_queries
):
    url, client = reverse("position_record", args=[position.pk]), as_("hr")
    client.get(url)
    with django_assert_max_num_queries(100) as few:
        client.get(url)
    for n in range(3):
        late_candidate(position, f"Nominee {n}", by=world.hr)
    judge(position, everybody(position, (4, 3, 5, 2)))
    with django_assert_max_num_queries(100) as many:
        assert client.get(url).status_code == 200
    assert len(many) == len(few)
