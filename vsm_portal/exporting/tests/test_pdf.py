import datetime as dt
import io
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pypdf
import pytest
import typst

from vsm_portal.exporting import fonts, pdf
from vsm_portal.exporting.pdf import render_pdf
from vsm_portal.exporting.words import TEMPLATES

from .example import example
from .hostile import FORMULAS, TEXTS

# What the contract of the record says is a figure or a shape, and not a text that somebody typed.
FIGURES = {"score", "scores", "coverage", "acceptability", "weights", "thresholds", "sign"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="9"><title>{}</title>{}</svg>'


def read(content):
    return pypdf.PdfReader(io.BytesIO(content))


def text_of(content):
    """The text on all pages without blanks: where a line breaks is the template's affair."""
    pages = "".join(page.extract_text() for page in read(content).pages)
    return "".join(pages.replace("\u200b", "").split())


def squeezed(text):
    return "".join(text.split())


def metadata_of(content):
    return read(content).trailer["/Root"]["/Metadata"].get_data().decode()


def record(**changes):
    return render_pdf("selection_record", example() | changes)


def every_text(value, text, key=""):
    """The value with `text` in place of each text that a person may have typed."""
    if key == "document":
        return value | {"title": text, "author": text}
    if isinstance(value, dict) and key not in FIGURES:
        return {name: every_text(item, text, name) for name, item in value.items()}
    if key in FIGURES or (key == "tiers" and value[0][:1].isdigit()):
        return value
    if isinstance(value, list):
        return [every_text(item, text, key) for item in value]
    return text if isinstance(value, str) else value


def texts_in(value, key=""):
    if isinstance(value, dict):
        return [text for name, item in value.items() for text in texts_in(item, name)]
    if isinstance(value, list):
        return [text for item in value for text in texts_in(item, key)]
    return [value] if isinstance(value, str) and key not in ("document", "sign") else []


def test_the_record_says_everything_on_two_sheets():
    content = record()
    data = example()
    del data["document"]
    shown = text_of(content)
    missing = [text for text in texts_in(data) if squeezed(text) not in shown]
    assert missing == []
    assert len(read(content).pages) == 2
    assert "page1of2" in shown


def test_latin_greek_and_cyrillic_are_set_for_screen_readers():
    content = record(answer="Ελένη Дмитрий Łukasz ✓ → −3.0 ≥ ½ a\u0308 5\u202f%")
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata_of(content)
    root = read(content).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert read(content).metadata.title == "Selection record: wheel-bearing rings"
    assert "□" not in text_of(content)


@pytest.mark.parametrize(
    "text", ["日本語", "שלום", "مرحبا", "😀", "bell\x07", "NUL\0", "half\ud800"]
)
def test_another_sign_becomes_a_box_and_the_record_says_so(text):
    data = example()
    data["decision"]["reason"] = f"Known {text} reason"
    content = render_pdf("selection_record", data)
    assert "pdfuaid" not in metadata_of(content)
    assert squeezed(TEMPLATES["selection_record"]["incomplete"]) in text_of(content)
    assert "□reason" in text_of(content)


def test_a_text_cannot_turn_its_neighbours_around():
    assert "gnp.exe" in text_of(record(answer="\u202egnp.exe"))


@pytest.mark.parametrize("sign", fonts.SIGNS)
def test_every_sign_we_promise_can_be_shown(sign):
    content = record(answer=f"A {sign} B")
    assert "pdfuaid" in metadata_of(content)
    assert sign in text_of(content)


def test_the_signs_are_the_same_list_in_the_template():
    assert f'regex("[{fonts.SIGNS}]")' in (pdf.FOLDER / "sheet.typ").read_text()


def test_the_fonts_are_read_as_typst_reads_them():
    """Whatever we take for printable passes the standard, which refuses a missing glyph."""
    letters = "".join(map(chr, sorted(fonts.shown())))
    printable = "".join(sign for sign in letters if sign.isprintable())
    assert "pdfuaid" in metadata_of(record(lede=printable))
    assert {"ß", "Ж", "Ω", "ỹ", "€"} <= set(letters)


@pytest.mark.parametrize(
    "text", [text[:400] for text in TEXTS[len(FORMULAS) - 1 :]], ids=lambda text: text[:12]
)
def test_a_hostile_text_in_any_field_is_only_text(text):
    content = render_pdf("selection_record", every_text(example(), text))
    shown = squeezed(pdf._Printable().text(text))
    assert text_of(content).count(shown) > 20
    assert not [page for page in read(content).pages if page.get("/Annots")]


def test_a_text_of_any_length_is_printed_whole():
    data = example()
    data["decision"]["reason"] = "W" * 40_000
    data["disagreements"][0]["sides"][0]["evidence"] = "wörds " * 7_000
    content = text_of(render_pdf("selection_record", data))
    assert content.count("W") >= 40_000
    assert content.count("wörds") == 7_000


def test_a_word_of_any_length_is_broken_at_the_edge_of_its_column():
    data = example()
    data["decision"]["reason"] = "W" * 40_000
    assert len(read(render_pdf("selection_record", data)).pages) > 8


def test_the_same_data_give_the_same_bytes_in_any_process():
    again = (
        "import sys; from vsm_portal.exporting.pdf import render_pdf;"
        "from vsm_portal.exporting.tests.example import example;"
        "sys.stdout.buffer.write(render_pdf('selection_record', example()))"
    )
    run = subprocess.run([sys.executable, "-c", again], capture_output=True, check=True)
    assert run.stdout == record()
    assert read(run.stdout).metadata.creation_date.date() == dt.date(2026, 11, 24)


def test_dates_and_exact_numbers_may_be_given_as_they_are():
    data = example()
    data["document"]["date"] = dt.datetime(2026, 11, 24, 14, 42)
    data["decision"]["starts"] = dt.date(2027, 1, 4)
    data["ranking"][0]["score"] = Decimal("3.89")
    data["ranking"][0]["acceptability"] = [Fraction(176, 2), Fraction(12)]
    assert "2027-01-04" in text_of(render_pdf("selection_record", data))


def test_the_words_of_the_template_are_translated():
    content = render_pdf("selection_record", example(), translate=lambda text: text.upper())
    assert "RANKING" in text_of(content)


def test_a_chart_is_read_aloud_by_its_title_and_links_to_nothing(monkeypatch, tmp_path):
    sheet = (pdf.FOLDER / "sheet.typ").read_text()
    (tmp_path / "sheet.typ").write_text(sheet)
    (tmp_path / "selection_record.typ").write_text(
        '#import "sheet.typ": *\n#show: sheet\n#chart("trend", width: 50mm)'
    )
    monkeypatch.setattr(pdf, "FOLDER", tmp_path)
    drawing = SVG.format("Falling &amp; good", '<rect width="9" height="9"/>')
    content = render_pdf("selection_record", example(), {"trend": drawing})
    assert "pdfuaid" in metadata_of(content)
    objects = (read(content).get_object(number) for number in range(1, 80))
    said = [it["/Alt"] for it in objects if isinstance(it, dict) and "/Alt" in it]
    assert said == ["Falling & good"]
    linked = SVG.format("", '<image href="/etc/passwd" width="9" height="9"/>')
    with pytest.raises(typst.TypstError, match="absolute paths are not allowed"):
        render_pdf("selection_record", example(), {"trend": linked})


@pytest.mark.parametrize("path", ["/etc/passwd", "../pdf.py"])
def test_no_file_outside_the_template_folder_is_read(monkeypatch, tmp_path, path):
    (tmp_path / "pdf.py").write_text("secret")
    folder = tmp_path / "typst"
    folder.mkdir()
    (folder / "selection_record.typ").write_text(f'#read("{path}")')
    monkeypatch.setattr(pdf, "FOLDER", folder)
    with pytest.raises(typst.TypstError, match=r"(?i)not found|escape|outside|access"):
        render_pdf("selection_record", example())


def test_no_template_runs_text_or_asks_for_a_package():
    for template in pdf.FOLDER.glob("*.typ"):
        source = template.read_text()
        assert "eval(" not in source
        assert "@preview" not in source


def test_the_a3_sheet_lies_on_its_side():
    document = example()["document"] | {"paper": "a3"}
    box = read(record(document=document)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (1191, 842)


def test_an_unfinished_record_is_printed_too():
    data = example() | {
        "disagreements": [],
        "changed": [],
        "excused": [],
        "told": [],
        "ranking": [],
    }
    data["heat"] = {"assessors": [], "criteria": [], "candidates": []}
    data["decision"] |= {"conditions": [], "adviser": None}
    data["title_block"] = []
    assert "Nowidedisagreement" in text_of(render_pdf("selection_record", data))


def test_assessors_with_the_same_initials_are_told_apart():
    data = example()
    data["heat"]["assessors"] = ["Mei Lin", "Max Lund", "David Kerr", "Ravi Patel"]
    assert "AMeiLin·BMaxLund·CDavidKerr·DRaviPatel" in text_of(render_pdf("selection_record", data))


def test_a_large_panel_still_fits_the_sheet():
    data = example()
    names = [f"Assessor {number}" for number in range(12)]
    data["heat"]["assessors"] = names
    for candidate in data["heat"]["candidates"]:
        candidate["scores"] = [[3, 4, 5] * 4 for _ in candidate["scores"]]
    content = render_pdf("selection_record", data)
    assert len(read(content).pages) <= 6
    shown = text_of(content)
    assert all(squeezed(name) in shown for name in names)
