import pytest

from vsm_portal.exporting.csv_reading import read_csv


def faults_of(content, required=("name", "minutes"), **options):
    rows, faults = read_csv(content, required, **options)
    assert rows == []
    return [str(fault) for fault in faults]


@pytest.mark.parametrize("delimiter", [b",", b";", b"\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_comma_semicolon_and_tab_are_read(delimiter, mark):
    content = (
        mark + delimiter.join([b"name", b"minutes"]) + b"\n" + delimiter.join([b"Z\xc3\xbc", b"5"])
    )
    (row,), faults = read_csv(content, ["name", "minutes"])
    assert (row["name"], row["minutes"], row.line, faults) == ("Zü", "5", 2, [])


def test_case_and_blanks_in_the_header_do_not_matter():
    content = b' NAME ,"Line  Manager Email"\nAna,x@y.z\n'
    (row,), _ = read_csv(content, ["name"], ["line_manager_email", "source"])
    assert (row["line_manager_email"], row["source"]) == ("x@y.z", "")


def test_a_comma_in_a_heading_does_not_mislead():
    (row,), faults = read_csv(b'name;"a,b,c,d"\nx;1\n', ["name"], ["a,b,c,d"])
    assert (row["a,b,c,d"], faults) == ("1", [])


def test_every_fault_of_the_header_is_told_at_once():
    assert faults_of(b"name,Name ,age,\nx,y,z,\n") == [
        "line 1: the column “name” is there twice",
        "line 1: the column “age” is unknown",
        "line 1: column 4 has no name",
        "line 1: the column “minutes” is missing",
    ]


def test_other_columns_come_through_where_they_are_wanted():
    (row,), _ = read_csv(b"product,Step 1,Step 2\nP,X,\n", ["product"], other_columns=True)
    assert row.texts == {"product": "P", "Step 1": "X", "Step 2": ""}


def test_every_ragged_row_is_told_with_its_line():
    content = b'name,minutes\n"a\nb",1\nx\n\n,,\ny,2,3\n"p ""q""",4\n'
    assert faults_of(content) == [
        "line 4: has 1 cells where the header has 2",
        "line 7: has 3 cells where the header has 2",
    ]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_are_right_below_a_text_of_several_lines(end):
    content = end.join(["name,minutes", f'"a{end}b{end}c",1', "", "z,2"]).encode()
    rows, _ = read_csv(content, ["name", "minutes"])
    assert [(row.line, row["minutes"]) for row in rows] == [(2, "1"), (6, "2")]
    assert str(rows[1].fault("minutes", "must be %(most)s or less", most=1)) == (
        "line 6: minutes: must be 1 or less"
    )


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_another_encoding_is_told_with_its_line(mark):
    assert faults_of(mark + b"name,minutes\r\nAna,1\r\nJ\xfcrgen,2\r\n") == [
        "line 3: is not UTF-8: save the file as “CSV UTF-8”"
    ]


def test_utf_16_and_a_workbook_are_told_for_what_they_are():
    assert faults_of("name,minutes".encode("utf-16"))[0].startswith("line 1: this file is UTF-16")
    assert faults_of(b"PK\x03\x04rest")[0].startswith("this is a workbook")


def test_a_nul_byte_is_refused_with_its_line():
    assert faults_of(b"name,minutes\nx,1\ny,\0\n") == [
        "line 3: holds a NUL byte: this is not a text file"
    ]


def test_a_file_that_is_too_long_is_refused_and_counted():
    content = b"name,minutes\n" + b"x,1\n" * 10_010
    assert faults_of(content, max_rows=10) == [
        "the file has 10010 rows; at most 10 can be imported at once"
    ]
    assert len(read_csv(content, ["name", "minutes"], max_rows=10_010)[0]) == 10_010


def test_an_open_quotation_mark_is_told_where_it_opens():
    assert faults_of(b'name,minutes\nx,1\n"y,2\nz,3\n') == [
        "line 3: a quotation mark is opened here and never closed"
    ]
    assert len(faults_of(b'name,minutes\n"y' + b",2,3\n" * 30_000)) == 1


def test_a_stray_quotation_mark_does_not_hide_the_next_fault():
    assert faults_of(b'name,minutes\n"x"y,1\nz\n') == [
        "line 2: a quotation mark stands inside a text: double it, and put the text in quotation "
        "marks",
        "line 3: has 1 cells where the header has 2",
    ]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_lacks_its_columns(content):
    assert faults_of(content) == [
        "line 1: the column “name” is missing",
        "line 1: the column “minutes” is missing",
    ]


def test_a_leading_quotation_mark_before_a_sign_is_taken_off():
    rows, _ = read_csv(b"name\n'=1+1\n'@x\n's Hertogenbosch\n", ["name"])
    assert [row["name"] for row in rows] == ["=1+1", "@x", "'s Hertogenbosch"]


def test_a_fault_speaks_the_language_of_its_reader():
    (fault,) = read_csv(b"name\n", ["name", "minutes"])[1]
    german = {"line %(line)s": "Zeile %(line)s"}
    assert fault.text(lambda words: german.get(words, words)).startswith("Zeile 1: the column")
