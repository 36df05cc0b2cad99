from io import BytesIO
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from value_streams.drawing.pdf import map_pdf, print_drawing
from value_streams.mapping import analyse
from value_streams.tests.mapping.maps import acme

from .maps_to_draw import HOSTILE, line, with_names

DATA = {
    "document": {"date": "2026-11-23", "language": "en"},
    "foot": {"plant": "Plainfield", "printed_by": "T. Varga", "printed_at": "23 Nov 2026"},
}


def text_of(content: bytes) -> str:
    pages = PdfReader(BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_drawing_stands_on_one_a3_sheet_and_in_words_on_the_next():
    content = map_pdf(analyse(acme()), DATA)
    pages = PdfReader(BytesIO(content)).pages
    assert [round(float(each) / 72 * 25.4) for each in pages[0].mediabox[2:]] == [420, 297]
    assert "Michigan Steel" in pages[0].extract_text()
    assert "over takt" in pages[0].extract_text()
    assert "Process Assembly 1, cycle time 62" in text_of(content)
    assert b"pdfuaid" in content


def test_the_same_map_gives_the_same_file():
    assert map_pdf(analyse(acme()), DATA) == map_pdf(analyse(acme()), DATA)


@pytest.mark.parametrize("processes", [3, 30])
def test_letters_of_the_drawing_are_at_least_5_points_high_on_the_sheet(processes):
    root = ElementTree.fromstring(print_drawing(analyse(line(processes))))
    scale = min(390 / float(root.get("width")), 218 / float(root.get("height")))
    assert 11 * scale / 25.4 * 72 >= 5


def test_hostile_and_foreign_names_do_not_stop_it():
    given = with_names(acme(), lambda name: f"{name} 切削 {HOSTILE}")
    content = map_pdf(analyse(given), DATA)
    assert "□" in text_of(content)
