"""What is drawn: shapes by pen, and labels that know their room. Coordinates in px, y downwards."""

from dataclasses import dataclass, field

from vsm_portal.charts.svg import number, written

from .lettering import cut, shown, text_width, wrapped

LINE = 13
#: font size in px → class
SIZES = {11: " s", 12: "", 15: " h"}


@dataclass(frozen=True)
class Label:
    """The room one line of text takes: its letters from ascender to descender, nothing around."""

    x: float
    y: float
    width: float
    height: float
    words: str

    def overlaps(self, other: "Label") -> bool:
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass
class Canvas:
    parts: list[str] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    def path(self, d, fill=None, stroke="ink", width=1.5, dashes=None):
        """`d` is path data whose numbers are already short."""
        paint = _pens(fill, stroke) + _stroke(stroke, width, dashes)
        self.parts.append(f'<path d="{d}"{paint}/>')

    def line(self, *points, stroke="ink", width=1.2, dashes=None):
        self.path(polyline(*points), stroke=stroke, width=width, dashes=dashes)

    def shape(self, *points, fill="paper", stroke="ink", width=1.5):
        self.path(polyline(*points) + "Z", fill, stroke, width)

    def rect(self, x, y, width, height, fill="paper", stroke="ink", pen=1.5, dashes=None):
        size = f'width="{number(width)}" height="{number(height)}"'
        paint = _pens(fill, stroke) + _stroke(stroke, pen, dashes)
        self.parts.append(f'<rect x="{number(x)}" y="{number(y)}" {size}{paint}/>')

    def circle(self, x, y, radius, fill="paper", stroke="ink", width=1.5):
        paint = _pens(fill, stroke) + _stroke(stroke, width, None)
        self.parts.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"{paint}/>'
        )

    def text(self, x, y, words, room, *, size=11, anchor="start", bold=False, tone="", rows=1):
        """Words from baseline `y` down in at most `rows` lines of `room` px; the lines drawn.

        What does not fit is cut with "…" and has its whole text as title, for the pointer, and on
        focus, for the keyboard.
        """
        whole = shown(words)
        lines = wrapped(whole, room, rows, size, bold)
        if not lines:
            return 0
        drawn = "".join(
            self._line(x, y + LINE * at, line, size, anchor, bold, tone)
            for at, line in enumerate(lines)
        )
        if " ".join(lines) != whole:
            name = written(whole)
            drawn = (
                f'<g class="cut" tabindex="0" role="img" aria-label="{name}">'
                f"<title>{name}</title>{drawn}</g>"
            )
        self.parts.append(drawn)
        return len(lines)

    def pair(self, x, y, room, name, value, *, bold=False, tone=""):
        """A row of a data box: the figure at the right, whole if it can be, its name left."""
        most = room - 24
        self.text(x + room, y, value, most, anchor="end", bold=bold, tone=tone)
        taken = min(text_width(shown(value), 11, bold), most)
        loud = bold and tone
        self.text(x, y, name, room - taken - 6, bold=bool(loud), tone=tone or "p")

    def _line(self, x, y, words, size, anchor, bold, tone) -> str:
        width = text_width(words, size, bold)
        left = x - {"start": 0, "middle": width / 2, "end": width}[anchor]
        self.labels.append(Label(left, y - 0.78 * size, width, size, words))
        css = "".join([SIZES[size], " b" if bold else "", f" {tone}" if tone else ""])
        place = f'x="{number(left)}" y="{number(y)}" textLength="{number(width)}"'
        return (
            f'<text class="tx{css}" {place} lengthAdjust="spacingAndGlyphs">{written(words)}</text>'
        )

    def say(self, words):
        """A title for what is drawn until `done()`: what the pointer finds there."""
        self.parts.append(f"<g><title>{written(shown(words))}</title>")

    def done(self):
        self.parts.append("</g>")


def polyline(*points) -> str:
    """`polyline((1, 2), (3, 4.5))` is `"M1 2L3 4.5"`."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def _pens(fill, stroke) -> str:
    pens = " ".join(filter(None, [fill and f"c-{fill}", stroke and f"k-{stroke}"]))
    return f' class="{pens}"' + ("" if fill else ' fill="none"')


def _stroke(stroke, width, dashes) -> str:
    if not stroke:
        return ""
    joined = f' stroke-width="{number(width)}" stroke-linejoin="round"'
    return joined + (f' stroke-dasharray="{dashes}"' if dashes else "")


__all__ = ["LINE", "Canvas", "Label", "cut", "polyline", "text_width"]
