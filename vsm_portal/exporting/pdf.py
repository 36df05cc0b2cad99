"""A frozen snapshot becomes a PDF: A4 or A3, readable by screen readers, the same for ever."""

import datetime as dt
import json
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import typst

from . import fonts
from .inert import MISSING_SIGN
from .words import TEMPLATES

FOLDER = Path(__file__).parent / "typst"
# PDF for universal accessibility, ISO 14289-1: tagged, titled, every glyph has its character.
ACCESSIBLE = ["ua-1"]
# Signs with a plain twin that every font has.
_TWINS = str.maketrans({"\t": " ", "\r": "\n", "\u2011": "-", "\u202f": "\xa0", "\u2028": "\n"})


def render_pdf(
    template: str,
    data: dict,
    charts: Mapping[str, str] | None = None,
    translate: Callable[[str], str] = str,
) -> bytes:
    """`data`, in the shape that the head of typst/`template`.typ describes, as a PDF.

    Call it in the worker only: typst keeps what it has laid out. A process of 50 MB stood at 290
    after 50 different records and at 310 after 200 (0.09 s each), and gives nothing back.

    `charts` are SVG drawings by name, `translate` is gettext for the template's own words. What
    people typed reaches typst as one JSON string and is never read as markup; no file outside the
    template folder, no font of the machine and no network is reached. The same data give the same
    bytes: the date inside is `data["document"]["date"]` (ISO text or datetime), not the clock.

    PDF/UA-1 as long as the fonts have every character (Latin, Greek, Cyrillic and common signs).
    Otherwise the missing ones stand as □, a note at the head says so and the standard is not
    claimed. It never fails over a text.
    """
    printable = _Printable()
    drawings = {name: _drawing(printable.text(svg)) for name, svg in (charts or {}).items()}
    given = printable.value(data) | {"document": _document(printable.value(data["document"]))}
    words = {key: translate(text) for key, text in TEMPLATES[template].items()}
    content = {"data": given, "charts": drawings, "words": printable.value(words)}
    if not printable.incomplete:
        try:
            return _compile(template, content | {"incomplete": False}, ACCESSIBLE)
        except typst.TypstError:
            pass  # a text that the standard refuses: set it without, and say so
    return _compile(template, content | {"incomplete": True}, [])


def _compile(template: str, content: dict, standards: list[str]) -> bytes:
    return typst.compile(
        str(FOLDER / f"{template}.typ"),
        root=str(FOLDER),
        font_paths=[str(fonts.FOLDER)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(content)},
        pdf_standards=standards,
    )


def _document(given: dict) -> dict:
    """The document's own properties, with the date in parts and what was left out filled in."""
    date = dt.datetime.fromisoformat(given["date"])
    parts = [date.year, date.month, date.day, date.hour, date.minute, date.second]
    language = given.get("language", "en").split("-")[0]
    return {"author": "", "paper": "a4"} | given | {"date": parts, "language": language}


def _drawing(svg: str) -> dict:
    """An SVG with what is read aloud instead of it: its own title and description."""
    root = ElementTree.fromstring(svg)
    said = [root.findtext(f"{{http://www.w3.org/2000/svg}}{tag}") for tag in ("title", "desc")]
    return {"svg": svg, "alt": ". ".join(filter(None, said))}


class _Printable:
    """Turns a snapshot into JSON values whose texts the fonts can show; remembers if it had to."""

    def __init__(self):
        self.incomplete = False

    def value(self, given):
        """`given` with every text printable, dates in ISO form, exact numbers as JSON has them."""
        match given:
            case None | bool() | int() | float():
                return given
            case Mapping():
                return {str(key): self.value(item) for key, item in given.items()}
            case list() | tuple():
                return [self.value(item) for item in given]
            case Fraction():
                return float(given)
            case Decimal():
                return f"{given:f}"
            case dt.date():
                return given.isoformat()
        return self.text(str(given))

    def text(self, text: str) -> str:
        composed = unicodedata.normalize("NFC", text).translate(_TWINS)
        if composed.isascii() and composed.isprintable():
            return composed
        return "".join(map(self._sign, composed))

    def _sign(self, sign: str) -> str:
        if sign == "\n" or ord(sign) in fonts.shown():
            return sign
        if unicodedata.category(sign) in ("Cf", "Mn") or "\ufe00" <= sign <= "\ufe0f":
            # Joiners, direction marks and variation selectors show nothing by themselves; a text
            # that overrides its direction is printed in the order in which it was written.
            self.incomplete = True
            return ""
        self.incomplete = True
        return MISSING_SIGN
