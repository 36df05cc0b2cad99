import csv
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from candidates.exports import TABLES, ranking_table
from candidates.models import Candidate, Score, ScoreChange, WarningKind, WarningObservation
from candidates.snapshot import snapshot_of
from candidates.tests.deciding.scored_panels import (
    FRACTIONS,
    everybody,
    judge,
    late_candidate,
    panel_of_three,
)
from vsm_portal.audit.models import Event
from vsm_portal.exporting.tests.hostile import TEXTS

pytestmark = pytest.mark.django_db


@pytest.fixture
def position(world):
    return panel_of_three(world)


@pytest.fixture
def read(client, world):
    def fetch(address):
        client.force_login(world.hr)
        answer = client.get(reverse(address, args=[world.position.pk]))
        assert answer.status_code == 200
        return answer

    return fetch


def csv_rows(answer):
    return list(csv.DictReader(StringIO(answer.getvalue().decode("utf-8-sig"), newline="")))


def sheet_rows(answer, sheet="Ranking"):
    head, *rows = load_workbook(BytesIO(answer.content))[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def as_printed(value) -> str:
    return "" if value is None else str(value)


def test_page_csv_and_xlsx_show_equal_figures(read, position):
    judge(position, FRACTIONS)
    table = ranking_table(snapshot_of(position))
    page = read("position_ranking").content.decode()
    in_csv, in_xlsx = (
        csv_rows(read("position_ranking_csv")),
        sheet_rows(read("position_ranking_xlsx")),
    )
    assert [row["Candidate"] for row in in_csv] == ["Nadia Haddad", "Candidate"]
    assert in_csv[0]["Weighted score, 1–5"] == "3.69"
    assert in_csv[0]["Weighted score, exact"] == "797/216"
    for at, values in enumerate(table.values()):
        for column, value in zip(table.columns, values, strict=True):
            if column.key == "taken_at":  # each file's own moment
                continue
            assert in_csv[at][column.title] == as_printed(value), column.title
            typed = in_xlsx[at][column.title]
            if column.key in ("score", "tier_1", "tier_2", "tier_3"):
                assert isinstance(typed, float | int)
                assert f"{typed:.{column.places}f}" == as_printed(value)
                assert f">{value}</" in page
            else:
                assert as_printed(typed) == as_printed(value), column.title


def test_every_file_says_which_snapshot_and_version_it_shows(read, position):
    judge(position, FRACTIONS)
    sign = snapshot_of(position)["id"]
    assert {row["Snapshot"] for row in csv_rows(read("position_ranking_csv"))} == {sign}
    book = read("position_ranking_xlsx")
    assert {row["Snapshot"] for row in sheet_rows(book)} == {sign}
    assert {row["Criteria version"] for row in sheet_rows(book)} == {1}
    assert f"Snapshot {sign}" in read("position_ranking").content.decode()


@pytest.mark.parametrize("name", list(TABLES))
def test_each_sheet_is_a_csv_file_with_the_same_rows(client, world, position, name):
    levels = FRACTIONS | {"Candidate": [(5, 4, 3, 4), (1, 3, 3, 4), (4, 2, 4, 5)]}
    seen = {("Candidate", WarningKind.TRIED_THAT): ["seen"] * 3}
    judge(position, levels, seen=seen)
    score = Score.objects.filter(scorecard=world.scorecard, level__isnull=False).first()
    ScoreChange.make(score, by=world.assessor, level=1, not_observed=False, reason="The log.")
    client.force_login(world.hr)
    url = reverse("position_ranking_csv", args=[position.pk])
    rows = csv_rows(client.get(url, {"table": name}))
    table = TABLES[name](snapshot_of(position))
    book = client.get(reverse("position_ranking_xlsx", args=[position.pk]))
    assert rows
    assert len(rows) == len(table.rows) == len(sheet_rows(book, table.title))


def test_a_sheet_that_is_none_is_not_there(client, world, position):
    judge(position, FRACTIONS)
    client.force_login(world.hr)
    url = reverse("position_ranking_csv", args=[position.pk])
    assert client.get(url, {"table": "salaries"}).status_code == 404


def test_the_files_hold_what_the_page_says_of_the_panel(read, world, position):
    levels = {name: [(4, 4, 4, 4)] * 3 for name in ("Nadia Haddad", "Candidate", "Nominee 0")}
    for each in levels.values():
        each[0] = (5, 5, 5, 5)
    late_candidate(position, "Nominee 0", by=world.hr)
    judge(position, levels)
    page = read("position_ranking").content.decode()
    book = read("position_ranking_xlsx")
    high = sheet_rows(book, "High or low")[0]
    assert (high["Scores compared"], high["Levels beside the others"]) == (12, 1)
    assert "+1.0" in page
    first = sheet_rows(book)[0]
    assert (first["Scores: Observed at the gemba"], first["Scores: Reference"]) == (12, 0)
    assert first["Of 100 by weight: Observed at the gemba"] == 100
    assert "100 of 100" in page
    evidence = sheet_rows(book, "Evidence")
    assert {row["Level"] for row in evidence} == {4, 5}
    assert {row["Kind of evidence"] for row in evidence} == {"Observed at the gemba"}


def test_a_late_scorecard_is_marked_at_each_of_its_scores(read, world, position):
    judge(position, {"Nadia Haddad": FRACTIONS["Nadia Haddad"]})
    position.open_discussion(by=world.chair, reason="Time is short.")
    position.refresh_from_db()
    judge(position, {"Candidate": FRACTIONS["Candidate"]})
    rows = sheet_rows(read("position_ranking_xlsx"), "Evidence")
    marked = {row["Candidate"] for row in rows if row["To be known"]}
    assert marked == {"Candidate"}
    assert all(row["To be known"] for row in rows if row["Candidate"] == "Candidate")


def test_shares_are_the_ones_of_the_page_and_never_a_zero_that_is_none(read, position):
    levels = {
        "Nadia Haddad": [(5, 5, 5, 1)] * 3,
        "Candidate": [(3, 3, 4, 4), (3, 3, 4, 4), (3, 3, 4, 5)],
    }
    judge(position, levels)
    first, second = csv_rows(read("position_ranking_csv"))
    assert first["Place 1, of 100 weightings"] == ">99"
    assert second["Place 1, of 100 weightings"] == "<1"
    assert sheet_rows(read("position_ranking_xlsx"))[1]["Place 1, of 100 weightings"] == "<1"
    assert "1st in &gt;99, 2nd in &lt;1" in read("position_ranking").content.decode()


def test_the_workbook_holds_every_score_with_what_was_not_observed_in_words(read, position):
    judge(position, FRACTIONS)
    rows = sheet_rows(read("position_ranking_xlsx"), "Scores")
    assert len(rows) == 8
    nadia = [row for row in rows if row["Candidate"] == "Nadia Haddad"]
    assert sorted(str(nadia[1][name]) for name in ("Assessor", "Executive", "Second Assessor")) == [
        "3",
        "4",
        "not observed",
    ]
    assert nadia[1]["Mean"] == 3.5


def test_the_workbook_says_first_who_did_not_judge(read, world, position):
    world.scorecard.excuse(by=world.hr, reason="Is a cousin.")
    judge(position, FRACTIONS)
    answer = read("position_ranking_xlsx")
    notes = [
        row["note"] if "note" in row else list(row.values())[-1]
        for row in sheet_rows(answer, "Notes")
    ]
    assert notes[0].startswith("The candidates were not judged by the same people")
    assert b"Is a cousin" not in answer.content


@pytest.mark.parametrize(("form", "rows"), [("csv", 2), ("xlsx", 2 + 8 + 24 + 3)])
def test_each_export_leaves_an_event_with_format_and_rows(read, world, position, form, rows):
    judge(position, everybody(position, (4, 4, 4, 4)))
    read(f"position_ranking_{form}")
    event = Event.objects.get(action="position.exported")
    assert event.actor == world.hr
    assert event.object_id == position.pk
    assert event.details == {"format": form, "rows": rows}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_name_of_the_file_names_nobody(read, position, form):
    judge(position, FRACTIONS)
    name = read(f"position_ranking_{form}")["Content-Disposition"]
    assert name == f'attachment; filename="ranking-of-position-{position.pk}.{form}"'


def test_hostile_text_is_shown_and_never_runs(read, world, position):
    judge(position, everybody(position, (4, 4, 4, 4)))
    score = Score.objects.filter(scorecard=world.scorecard).first()
    warning = WarningObservation.objects.get(scorecard=world.scorecard, kind=WarningKind.TRIED_THAT)
    for words in TEXTS:
        # neither database takes these two signs; forms refuse them
        hostile = words.replace("\ud800", "").replace("\0", "")
        Score.objects.filter(pk=score.pk).update(level=1, evidence=hostile)
        WarningObservation.objects.filter(pk=warning.pk).update(seen="seen", evidence=hostile)
        Candidate.objects.filter(pk=world.nominee.pk).update(name=hostile[:120])
        page = read("position_ranking").content.decode()
        assert "<script>alert" not in page
        assert '<img src="http' not in page
        cells = [cell for row in csv_rows(read("position_ranking_csv")) for cell in row.values()]
        assert not [cell for cell in cells if cell[:1] in FORMULA_SIGNS], words
        for cell in cells_of(read("position_ranking_xlsx")):
            assert cell.data_type != "f", words
            assert cell.hyperlink is None, words


FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")


def cells_of(answer):
    for sheet in load_workbook(BytesIO(answer.content)):
        for row in sheet.iter_rows():
            yield from row
