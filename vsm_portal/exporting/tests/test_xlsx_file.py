import csv
import datetime as dt
import io
from fractions import Fraction

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from vsm_portal.exporting import xlsx_file
from vsm_portal.exporting.csv_file import stream_csv
from vsm_portal.exporting.inert import as_written, legal_in_xml
from vsm_portal.exporting.table import Column, Kind, Table
from vsm_portal.exporting.xlsx_file import write_xlsx

from .hostile import TEXTS

TYPED = [
    Column("name", "Name"),
    Column("n", "Count", Kind.INTEGER),
    Column("d", "Score", Kind.DECIMAL, places=2),
    Column("p", "Share", Kind.PERCENT, places=1),
    Column("day", "Day", Kind.DATE),
    Column("at", "At", Kind.DATETIME),
]
ROWS = [
    (
        "Ana",
        -5,
        Fraction(35, 9),
        Fraction(1, 8),
        dt.date(2026, 1, 5),
        dt.datetime(2026, 1, 5, 9, 30),
    ),
    ("Ben", None, "not observed", 2.0, None, None),
]


def written(*tables, **words):
    target = io.BytesIO()
    write_xlsx(tables, target, **words)
    return openpyxl.load_workbook(target)


def test_figures_and_days_are_typed_and_formatted():
    sheet = written(Table("Ranking", TYPED, ROWS))["Ranking"]
    cells = list(sheet.iter_rows(min_row=2))
    assert [cell.data_type for cell in cells[0]] == ["s", "n", "n", "n", "d", "d"]
    assert [cell.value for cell in cells[0][1:4]] == [-5, 3.89, 0.125]
    assert [cell.number_format for cell in cells[0][1:4]] == ["#,##0", "0.00", "0.0%"]
    assert cells[0][4].value == dt.datetime(2026, 1, 5)
    assert [cell.value for cell in cells[1]] == ["Ben", None, "not observed", 2, None, None]


def test_the_head_is_bold_stays_and_filters():
    sheet = written(Table("Ranking", TYPED, ROWS))["Ranking"]
    assert all(cell.font.bold for cell in sheet[1])
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:F3")


def test_csv_and_workbook_show_equal_figures():
    table = Table("T", TYPED, ROWS)
    content = b"".join(stream_csv(table)).decode("utf-8-sig")
    texts = [row[1:4] for row in csv.reader(content.splitlines())][1:]
    sheet = written(table)["T"]
    cells = [[cell.value for cell in row[1:4]] for row in sheet.iter_rows(min_row=2)]
    assert [[float(text) for text in row] for row in texts[:1]] == cells[:1]
    assert texts[1] == ["", "not observed", "2.000"]


def test_no_hostile_text_becomes_a_formula_or_a_link():
    columns = [Column("t", text) for text in TEXTS]
    columns += [Column("n", text, Kind.INTEGER) for text in TEXTS]
    book = written(
        *(Table(text, columns, [TEXTS * 2], notes=TEXTS) for text in TEXTS[-6:]),
        notes_title="=N",
        long_texts_title="=L",
    )
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n")
                assert cell.hyperlink is None
                assert not isinstance(cell.value, int | float)


def test_no_text_is_lost_however_long():
    book = written(Table("T", [Column("t", "t")], [(text,) for text in TEXTS]))
    parts = {}
    for _, cell, part in book["Long texts"].iter_rows(values_only=True):
        parts[cell] = parts.get(cell, "") + as_written(part)
    for row, text in enumerate(TEXTS, start=2):
        # Excel takes _x0041_ for an escape, so it is written escaped; openpyxl leaves it so.
        value = parts.get(f"A{row}") or as_written(unescape(book["T"].cell(row, 1).value))
        assert value == legal_in_xml(text)
    assert len(parts) == 3
    assert book["T"].cell(len(TEXTS), 1).value.endswith("… → Long texts")


def test_rows_beyond_a_sheet_go_on_upon_the_next(monkeypatch):
    monkeypatch.setattr(xlsx_file, "ROWS_ON_A_SHEET", 4)
    book = written(Table("T", [Column("n", "n", Kind.INTEGER)], [(n,) for n in range(7)]))
    assert book.sheetnames == ["T", "T (2)", "T (3)"]
    found = [row[0] for sheet in book for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert found == list(range(7))
    assert {sheet["A1"].value for sheet in book} == {"n"}


def test_notes_stand_on_a_sheet_of_their_own():
    notes = ["Not all were judged by the same people."]
    book = written(Table("Ranking", TYPED, ROWS, notes), notes_title="Hinweise")
    assert list(book["Hinweise"].values)[1] == ("Ranking", notes[0])


@pytest.mark.parametrize("number", [10**15 + 1, 12345678901234567890])
def test_a_number_keeps_its_last_digit(number):
    sheet = written(Table("T", [Column("n", "n", Kind.INTEGER)], [(number,)]))["T"]
    assert int(sheet["A2"].value) == number


def test_a_day_before_the_calendar_of_spreadsheets_is_text():
    sheet = written(Table("T", [Column("d", "d", Kind.DATE)], [(dt.date(1899, 5, 1),)]))["T"]
    assert sheet["A2"].value == "1899-05-01"


def test_sheets_get_legal_names_once():
    titles = [
        "a/b:c",
        "A?B*C",
        "",
        "History",
        "'quoted'",
        "x" * 40,
        "X" * 40,
        "日本" * 20,
        "😀" * 20,
    ]
    book = written(*(Table(title, TYPED[:1], []) for title in titles))
    assert len({name.casefold() for name in book.sheetnames}) == len(titles)
    assert all(len(name.encode("utf-16-le")) // 2 <= 31 for name in book.sheetnames)
    assert book.sheetnames[:5] == ["a-b-c", "A-B-C (2)", "Sheet", "History (2)", "quoted"]
