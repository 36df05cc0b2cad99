"""The drawing as SVG text: on a page in the page's colours, as a file in its own."""

from base64 import b64encode

from django.utils.translation import gettext as _

from vsm_portal.charts.svg import PENS, PRINT_FONT, written
from vsm_portal.exporting.font_parts import font_with

from ..mapping.analysis import Analysis
from .canvas import Canvas
from .sheet import ROW_WIDTH, Sheet, sheet
from .words import finding, title

EDGE, HEADING = 8, 32
FACES = {"Regular": 400, "SemiBold": 600}
FAMILY = f"'{PRINT_FONT}', 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"


def draw_map(analysis: Analysis, *, form: str = "page", width: float = ROW_WIDTH) -> str:
    """The map as SVG; the same map gives the same bytes.

    form: "page" takes colours and font from the page (static/css/map.css); "file" stands alone,
    with a heading, light colours and the letters it needs; "print" is for a PDF that has the font.
    width: how long a row may become, in px; the drawing is no wider than it needs.
    """
    return as_svg(analysis, sheet(analysis, width), form)


def as_svg(analysis: Analysis, drawn: Sheet, form: str = "page") -> str:
    name, kind = written(title(analysis.map)), written(_("value-stream map"))
    told = f"<title>{name}</title><desc>{written(finding(analysis))}</desc>"
    over = HEADING if form == "file" else 0
    width, height = drawn.width + 2 * EDGE, drawn.height + 2 * EDGE + over
    left, top = -EDGE, -EDGE - over
    content = "".join(drawn.canvas.parts)
    space = ""
    if form == "file":
        heading = Canvas()
        heading.text(0, -16, title(analysis.map), drawn.width, size=15, bold=True)
        ground = f'<rect x="{left}" y="{top}" width="{width}" height="{height}" class="c-paper"/>'
        content = "".join([ground, *heading.parts, content])
    if form != "page":
        content = _style(content if form == "file" else "") + content
        space = ' xmlns="http://www.w3.org/2000/svg"'
    return (
        f'<svg{space} class="vsm" width="{width}" height="{height}" '
        f'viewBox="{left} {top} {width} {height}" role="group" aria-roledescription="{kind}">'
        f"{told}{content}</svg>"
    )


def _style(content: str) -> str:
    """What the sheets of a page say of a drawing, in the light theme, and the letters of `content`
    in the font that its labels were measured in."""
    pens = [f".c-{pen}{{fill:{colour}}}.k-{pen}{{stroke:{colour}}}" for pen, colour in PENS.items()]
    tones = {"p": "pencil", "r": "red", "pen": "pen", "on-ink": "paper"}
    return "".join(
        [
            "<style>",
            *(_face(content, style, weight) for style, weight in FACES.items() if content),
            *pens,
            f".tx{{fill:{PENS['ink']};font:12px {FAMILY};font-kerning:none}}",
            ".tx.s{font-size:11px}.tx.h{font-size:15px}.tx.b{font-weight:600}",
            *(f".tx.{tone}{{fill:{PENS[pen]}}}" for tone, pen in tones.items()),
            ".cut:focus{outline:2px solid " + PENS["pen"] + "}",
            "</style>",
        ]
    )


def _face(content: str, style: str, weight: int) -> str:
    """A font with the letters of the drawing, as part of its file."""
    font = b64encode(font_with(set(content), style)).decode()
    source = f"url(data:font/ttf;base64,{font})"
    return f"@font-face{{font-family:'{PRINT_FONT}';font-weight:{weight};src:{source}}}"
