"""CVs are known by their content: what is refused, what is kept and under which name."""

import io
import zipfile

import pytest
from PIL import Image

from candidates.cv_file import NotACv, check_cv, download_name

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n"


def docx(**files):
    content = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>"} | files
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return file.getvalue()


def picture(kind, size=(40, 30), **options):
    file = io.BytesIO()
    Image.new("RGB", size, "white").save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (PDF, "Ana Lopes.pdf"),
        (docx(), "Ana Lopes.docx"),
        (picture("PNG"), "Ana Lopes.png"),
        (picture("JPEG"), "Ana Lopes.jpg"),
    ],
)
def test_a_cv_is_kept_under_its_name_with_the_ending_of_its_content(content, name):
    assert check_cv(content, "Ana Lopes.xyz").name == name


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a PDF"),
        (b"<!doctype html><script>alert(1)</script>", "not a PDF"),
        (b"\n%PDF-1.7\n1 0 obj\n%%EOF", "not a PDF"),
        (b"GIF89a", "not a PDF"),
        (b"%PDF-1.7\n1 0 obj", "not complete"),
        (b"%PDF-1.7\n<html><body>1 0 obj</body></html>\n%%EOF", "web page dressed up"),
        (b"PK\x03\x04 nothing more", "damaged"),
        (docx(**{"word/vbaProject.bin": "x"}), "macros"),
        (b"\x89PNG\r\n\x1a\n and then nothing", "damaged"),
        (picture("JPEG")[:200], "damaged"),
    ],
)
def test_anything_else_is_refused_and_says_why(content, reason):
    with pytest.raises(NotACv, match=reason):
        check_cv(content, "cv.pdf")


def test_an_archive_that_is_no_word_file_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("cv.pdf", PDF)
    with pytest.raises(NotACv, match="an archive"):
        check_cv(file.getvalue(), "cv.docx")


def test_a_word_file_that_unpacks_without_end_is_refused_unread():
    bomb = docx(**{"word/media/zeros.bin": b"\0" * (51 * 1024 * 1024)})
    assert len(bomb) < 200_000
    with pytest.raises(NotACv, match="50 MB"):
        check_cv(bomb, "cv.docx")


def test_a_word_file_of_many_thousand_parts_is_refused():
    many = docx(**{f"word/{n}.xml": "" for n in range(2_000)})
    with pytest.raises(NotACv, match="50 MB"):
        check_cv(many, "cv.docx")


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_drawn():
    with pytest.raises(NotACv, match="40 million"):
        check_cv(picture("PNG", (9_000, 5_000)), "cv.png")


def test_where_a_picture_was_taken_is_not_kept():
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    original = picture("JPEG", exif=exif)
    assert b"taken at home" in original
    assert b"taken at home" not in check_cv(original, "cv.jpg").content


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\ana\\CV 2026.pdf", "CV 2026.pdf"),
        ("cv\u202efdp.exe", "cvfdp.pdf"),
        ('a"b\r\nSet-Cookie: x=1.pdf', "a bSet-Cookie x=1.pdf"),
        ("", "CV.pdf"),
        (".pdf", "pdf.pdf"),
        ("Lebenslauf Müller.pdf", "Lebenslauf Müller.pdf"),
        ("x" * 300 + ".pdf", "x" * 100 + ".pdf"),
    ],
)
def test_a_name_can_fool_neither_a_reader_nor_a_header(given, kept):
    assert download_name(given, "pdf") == kept
