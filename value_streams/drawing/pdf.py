"""The map as a PDF, A3 landscape: the drawing on one sheet, and the map in words on the next.

Call it in the worker only, as all that makes PDFs.
"""

from collections.abc import Callable

from vsm_portal.exporting.pdf import render_pdf

from ..mapping.analysis import Analysis
from .sheet import ROW_WIDTH, sheet
from .svg import as_svg
from .words import finding, in_order, title

#: width ÷ height of what the sheet leaves for the drawing
PROPORTION = 390 / 218
WIDTHS = range(ROW_WIDTH, 3 * ROW_WIDTH, 148)


def map_pdf(analysis: Analysis, data: dict, translate: Callable[[str], str] = str) -> bytes:
    """`data` holds what sheet.typ asks for; left out, `answer`, `lede`, `trail` and `title_block`
    come from the map. `data["document"]["date"]` dates the file: the same data, the same bytes."""
    said = {
        "answer": title(analysis.map),
        "lede": finding(analysis),
        "trail": "",
        "title_block": [],
        "parts": [
            {"heading": part.heading, "sentences": part.sentences} for part in in_order(analysis)
        ],
    }
    document = {"title": title(analysis.map), "paper": "a3"} | data["document"]
    charts = {"map": print_drawing(analysis)}
    return render_pdf("value_stream_map", said | data | {"document": document}, charts, translate)


def print_drawing(analysis: Analysis) -> str:
    """The drawing with rows as long as lets its letters be largest on the sheet."""
    drawn = max(
        (sheet(analysis, width) for width in WIDTHS),
        key=lambda each: min(PROPORTION / each.width, 1 / each.height),
    )
    return as_svg(analysis, drawn, "print")
