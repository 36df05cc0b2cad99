import csv
import datetime as dt
import io
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from vsm_portal.exporting.csv_file import stream_csv
from vsm_portal.exporting.csv_reading import read_csv
from vsm_portal.exporting.table import Column, Kind, Table

from .hostile import TEXTS

NAMED = [Column("name", "Name"), Column("note", "Note")]


def test_a_file_has_a_byte_order_mark_and_windows_line_ends():
    content = b"".join(stream_csv(Table("T", NAMED, [("Ana", "a, b")])))
    assert content == b'\xef\xbb\xbfName,Note\r\nAna,"a, b"\r\n'


def test_a_figure_stays_a_figure():
    columns = [
        Column("n", "n", Kind.INTEGER),
        Column("d", "d", Kind.DECIMAL, places=2),
        Column("p", "p", Kind.PERCENT, places=1),
        Column("day", "day", Kind.DATE),
        Column("at", "at", Kind.DATETIME),
        Column("t", "t"),
    ]
    row = (
        -5,
        Fraction(-35, 9),
        Fraction(1, 8),
        dt.date(2026, 1, 5),
        dt.datetime(2026, 1, 5, 9),
        -5,
    )
    _, line = stream_csv(Table("T", columns, [row]))
    assert line == b"-5,-3.89,0.125,2026-01-05,2026-01-05 09:00:00,'-5\r\n"


def test_nothing_known_is_empty():
    _, line = stream_csv(Table("T", NAMED, [(None, None)]))
    assert line == b",\r\n"


def test_no_hostile_text_begins_with_a_sign_that_runs():
    content = b"".join(stream_csv(Table("T", [Column("t", "=t")], [(t,) for t in TEXTS])))
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(rows) == 1 + len(TEXTS)
    assert not [
        cell for (cell,) in rows if cell.lstrip(" \ufeff")[:1] in set("=+-@＝＋－＠\t\r\n\0")
    ]


def test_a_table_is_streamed_row_by_row():
    taken = []

    def rows():
        for number in range(1000):
            taken.append(number)
            yield (number, "x")

    lines = stream_csv(Table("T", NAMED, rows()))
    next(lines), next(lines)
    assert taken == [0]


WRITABLE = st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@given(st.lists(st.tuples(WRITABLE.filter(bool), WRITABLE | st.sampled_from(["'=1", "-5", "''+"]))))
def test_what_was_written_is_read_again(pairs):
    content = b"".join(stream_csv(Table("T", NAMED, pairs)))
    rows, faults = read_csv(content, ["name", "note"])
    assert faults == []
    assert [(row["name"], row["note"]) for row in rows] == pairs
