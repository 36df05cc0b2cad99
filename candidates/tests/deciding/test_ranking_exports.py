import csv
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from candidates.exports import ranking_table
from candidates.models import Candidate, Score, WarningKind, WarningObservation
from candidates.snapshot import snapshot_of
from candidates.tests.deciding.scored_panels import FRACTIONS, everybody, judge, panel_of_three
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
            assert in_csv[at][column.title] == as_printed(value), column.title
            typed = in_xlsx[at][column.title]
            if column.key in ("score", "tier_1", "tier_2", "tier_3"):
                assert isinstance(typed, float | int)
                assert f"{typed:.{column.places}f}" == as_printed(value)
                assert f">{value}</" in page
            else:
                assert as_printed(typed) == as_printed(value), column.title


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


@pytest.mark.parametrize(("form", "rows"), [("csv", 2), ("xlsx", 2 + 8 + 0)])
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
