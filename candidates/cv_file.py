"""What an uploaded CV really is. The name and the browser's word for it prove nothing.

PDF, Word (docx), PNG or JPEG, by content. Pure: bytes in, bytes out, no database, no disk.
"""

import io
import re
import unicodedata
import warnings
import zipfile
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

MOST_PIXELS = 40_000_000
MOST_UNPACKED = 50 * 1024 * 1024
MOST_ENTRIES = 2_000
LONGEST_NAME = 100
HTML = re.compile(rb"<\s*(!doctype|html|head|body|script|iframe|svg)\b", re.IGNORECASE)

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "png": "image/png",
    "jpg": "image/jpeg",
}


class NotACv(ValueError):
    """The file is refused; the text says why, to the person who chose it."""


@dataclass(frozen=True)
class Cv:
    """A checked file: what is stored, and the name under which it is downloaded."""

    content: bytes
    name: str


def check_cv(content: bytes, name: str) -> Cv:
    """The file as it may be kept; raises `NotACv` for anything but PDF, docx, PNG and JPEG.

    >>> check_cv(b"%PDF-1.7\\n1 0 obj<<>>endobj\\n%%EOF\\n", "cv.exe").name
    'cv.pdf'
    >>> check_cv(b"<html>hello</html>", "cv.pdf")
    Traceback (most recent call last):
    candidates.cv_file.NotACv: This is not a PDF, Word (docx), PNG or JPEG file.
    """
    if content.startswith(b"%PDF-"):
        _demand_pdf(content)
        kind = "pdf"
    elif content.startswith(b"PK\x03\x04"):
        _demand_docx(content)
        kind = "docx"
    elif content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        content, kind = _redrawn(content)
    else:
        raise NotACv(_("This is not a PDF, Word (docx), PNG or JPEG file."))
    return Cv(content, download_name(name, kind))


def _demand_pdf(content):
    if b"%%EOF" not in content[-2048:] or b" obj" not in content:
        raise NotACv(_("This PDF is not complete."))
    if HTML.search(content[:2048]):
        raise NotACv(_("This is a web page dressed up as a PDF."))


def _demand_docx(content):
    """Only the list of contents is read: nothing is unpacked."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise NotACv(_("This Word file is damaged.")) from error
    names = {entry.filename for entry in entries}
    if not {"[Content_Types].xml", "word/document.xml"} <= names:
        raise NotACv(_("This is an archive, not a Word file (docx)."))
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise NotACv(_("This Word file unpacks to more than 50 MB."))
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise NotACv(_("This Word file contains macros."))


def _redrawn(content) -> tuple[bytes, str]:
    """The picture drawn anew: place, camera and whatever else was hidden in it are gone."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=["PNG", "JPEG"])
        if picture.width * picture.height > MOST_PIXELS:
            raise NotACv(_("This picture has more than 40 million pixels."))
        kind = {"PNG": "png", "JPEG": "jpg"}[picture.format]
        return _encoded(picture, kind), kind
    except NotACv:
        raise
    except Image.DecompressionBombError as error:
        raise NotACv(_("This picture has more than 40 million pixels.")) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, KeyError) as error:
        raise NotACv(_("This picture is damaged.")) from error


def _encoded(picture, kind) -> bytes:
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(picture)
    plain = upright.convert("RGBA" if kind == "png" and upright.mode != "L" else "RGB")
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)
    new = io.BytesIO()
    clean.save(new, {"png": "PNG", "jpg": "JPEG"}[kind], quality=90)
    return new.getvalue()


def download_name(name: str, kind: str) -> str:
    """The name somebody gave, without what could fool a reader or a header.

    >>> download_name("../../Ana\\u202egpj.exe\\r\\n", "pdf")
    'Anagpj.pdf'
    >>> download_name("", "docx")
    'CV.docx'
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name.strip()))[-1]
    stem = last.rpartition(".")[0] or last
    shown = "".join(sign for sign in stem if unicodedata.category(sign)[0] not in "C")
    shown = " ".join(re.sub(r'[<>:"|?*;%]', " ", shown).split()).strip(". ")
    return f"{shown[:LONGEST_NAME] or 'CV'}.{kind}"


def media_type(name: str) -> str:
    return MEDIA_TYPES.get(name.rpartition(".")[2], "application/octet-stream")
