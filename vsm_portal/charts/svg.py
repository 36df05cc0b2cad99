"""A safe builder of SVG: every text and attribute is escaped, no style, script or link can be made.

Two themes of the same drawing: "classes" names the pens of the style sheet, so that light, dark and
forced colours work; "print" carries the light values as attributes, for a PDF.
"""

import re
from dataclasses import dataclass, field
from html import escape

#: pen → light value; the same values stand in static/css/tokens.css
PENS = {
    "ink": "#1a1d21",
    "ink2": "#434951",
    "pencil": "#62676e",
    "rule": "#dcd8cc",
    "rule2": "#8d8f8c",
    "pen": "#1b4f9c",
    "pen2": "#b9cdec",
    "tint": "#e9eff9",
    "red": "#b1221b",
    "paper": "#fffefa",
    "gap": "#f7f5ee",
}
#: tone of a text → (classes, light value)
TONES = {
    "ink": ("tx", PENS["ink"]),
    "pencil": ("tx p", PENS["pencil"]),
    "red": ("tx r", PENS["red"]),
    "pen": ("tx pen", PENS["pen"]),
    "on-pen": ("tx on-pen", "#ffffff"),
    "on-ink": ("tx on-ink", PENS["paper"]),
}
SIZES = {12: "", 11: " s"}
PRINT_FONT = "Open Sans"


#: letters that no XML document may hold, however written
UNWRITABLE = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def written(words) -> str:
    """Words as XML text: `<`, `&` and quotes escaped, control characters left out."""
    return escape(UNWRITABLE.sub("", str(words)))


def number(value) -> str:
    """At most two decimals, no trailing zeros: 12.5 → "12.5", 1/3 → "0.33", 4.0 → "4"."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def attributes(pairs: dict) -> str:
    """``{"stroke_width": 2}`` → `` stroke-width="2"``; None is left out, numbers are shortened."""
    return "".join(
        f' {name.replace("_", "-")}="{written(value if isinstance(value, str) else number(value))}"'
        for name, value in pairs.items()
        if value is not None
    )


@dataclass
class Drawing:
    """One drawing of a fixed size in px, with the sentence it says and what it shows in words."""

    width: float
    height: float
    title: str
    description: str = ""
    theme: str = "classes"
    stretched: bool = False
    css: str = ""
    parts: list[str] = field(default_factory=list)

    def __post_init__(self):
        if self.theme not in ("classes", "print"):
            raise ValueError(f"theme is classes or print, not {self.theme!r}")

    def _ink(self, fill=None, stroke=None) -> dict:
        if self.theme == "print":
            return {"fill": PENS[fill] if fill else "none", "stroke": stroke and PENS[stroke]}
        pens = [f"c-{fill}" if fill else "", f"k-{stroke}" if stroke else ""]
        return {"class": " ".join(filter(None, pens)), "fill": None if fill else "none"}

    def rect(self, x, y, width, height, fill):
        shape = {"x": x, "y": y, "width": width, "height": height}
        self.parts.append(f"<rect{attributes(shape | self._ink(fill=fill))}/>")

    def line(self, x1, y1, x2, y2, stroke, width=1, dashes=None):
        shape = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
        pen = {"stroke_width": width, "stroke_dasharray": dashes}
        self.parts.append(f"<line{attributes(shape | self._ink(stroke=stroke) | pen)}/>")

    def path(self, points, stroke, width=1.5):
        """An open line through points; one point alone draws nothing."""
        if len(points) < 2:
            return
        steps = " L".join(f"{number(x)} {number(y)}" for x, y in points)
        pen = {"stroke_width": width, "stroke_linejoin": "round"}
        shape = {"d": f"M{steps}"}
        self.parts.append(f"<path{attributes(shape | self._ink(stroke=stroke) | pen)}/>")

    def circle(self, x, y, radius, fill):
        shape = {"cx": x, "cy": y, "r": radius}
        self.parts.append(f"<circle{attributes(shape | self._ink(fill=fill))}/>")

    def ring(self, x, y, radius, stroke):
        """A hollow point: one that does not count alone."""
        shape = {"cx": x, "cy": y, "r": radius}
        pen = {"stroke_width": 1.3}
        ink = self._ink(fill="paper", stroke=stroke)
        self.parts.append(f"<circle{attributes(shape | ink | pen)}/>")

    def area(self, points, fill):
        """A closed, filled shape."""
        steps = " L".join(f"{number(x)} {number(y)}" for x, y in points)
        self.parts.append(f"<path{attributes({'d': f'M{steps}Z'} | self._ink(fill=fill))}/>")

    def text(self, x, y, words, tone="ink", size=12, anchor="start", bold=False):
        place = {"x": x, "y": y, "text_anchor": None if anchor == "start" else anchor}
        classes, light = TONES[tone]
        if self.theme == "print":
            ink = {"fill": light, "font_family": PRINT_FONT, "font_size": size}
            ink["font_weight"] = "600" if bold else None
        else:
            ink = {"class": classes + SIZES[size] + (" b" if bold else "")}
        self.parts.append(f"<text{attributes(place | ink)}>{written(words)}</text>")

    def svg(self) -> str:
        """The whole drawing; `xmlns` only for print, where it is a file of its own."""
        frame = {
            "xmlns": "http://www.w3.org/2000/svg" if self.theme == "print" else None,
            "class": self.css or None,
            "width": None if self.stretched else self.width,
            "height": None if self.stretched else self.height,
            "viewBox": f"0 0 {number(self.width)} {number(self.height)}",
            "preserveAspectRatio": "none" if self.stretched else None,
            "role": "img",
        }
        told = f"<title>{written(self.title)}</title>"
        if self.description:
            told += f"<desc>{written(self.description)}</desc>"
        return f"<svg{attributes(frame)}>{told}{''.join(self.parts)}</svg>"
