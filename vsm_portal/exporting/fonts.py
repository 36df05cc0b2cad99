"""Which characters the PDF fonts can show and how wide, read from the font files themselves."""

import struct
from functools import cache
from pathlib import Path

import ttf_opensans

FOLDER = Path(ttf_opensans.__file__).parent / "ttf"
# Every style that a template sets text in; a character must be in all of them.
STYLES = ("Regular", "Italic", "SemiBold", "SemiBoldItalic", "Bold", "BoldItalic")
# Signs that people type and Open Sans lacks, shown from the face that typst brings along
# (DejaVu Sans Mono). The same list stands in typst/sheet.typ.
SIGNS = "←↑→↓↔⇒⇔✓✗✕✔✘△▲▽▼○●□■◆★☆☐☑☒"


@cache
def shown() -> frozenset[int]:
    """The code points that every page can show: Latin, Greek, Cyrillic and the signs above."""
    styles = [frozenset(glyphs(font_file(style))) for style in STYLES]
    return frozenset.intersection(*styles) | frozenset(map(ord, SIGNS))


@cache
def advance_widths(style: str) -> dict[int, float]:
    """How far each code point moves the pen, in parts of the font size.

    Source: OpenType specification, "hmtx"; glyphs after the last metric keep its width.

    >>> round(advance_widths("Regular")[ord("0")], 4)  # 1,171 of 2,048 units
    0.5718
    """
    font = font_file(style)
    head, hhea, hmtx = (tables(font)[tag][0] for tag in (b"head", b"hhea", b"hmtx"))
    (units,) = struct.unpack_from(">H", font, head + 18)
    (metrics,) = struct.unpack_from(">H", font, hhea + 34)
    widths = [
        struct.unpack_from(">H", font, hmtx + 4 * glyph)[0] / units for glyph in range(metrics)
    ]
    return {code: widths[min(glyph, metrics - 1)] for code, glyph in glyphs(font).items()}


def font_file(style: str) -> bytes:
    return (FOLDER / f"OpenSans-{style}.ttf").read_bytes()


def tables(font: bytes) -> dict[bytes, tuple[int, int]]:
    """Tag → (where it begins, its length)."""
    (count,) = struct.unpack_from(">H", font, 4)
    found = (struct.unpack_from(">4s4xII", font, 12 + 16 * i) for i in range(count))
    return {tag: (at, length) for tag, at, length in found}


def glyphs(font: bytes) -> dict[int, int]:
    """Which glyph the font's Unicode table, format 4, gives each code point.

    Source: OpenType specification, "cmap", subtable format 4 (segment mapping to delta values).
    """
    cmap = tables(font)[b"cmap"][0]
    (encodings,) = struct.unpack_from(">H", font, cmap + 2)
    for i in range(encodings):
        (offset,) = struct.unpack_from(">4xI", font, cmap + 4 + 8 * i)
        if struct.unpack_from(">H", font, cmap + offset) == (4,):
            return _segments(font, cmap + offset)
    raise ValueError("The font has no Unicode table of format 4.")


def _segments(font: bytes, at: int) -> dict[int, int]:
    half = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{half}H", font, at + 14 + 2 * half * part + 2 * bool(part))
        for part in range(4)
    )
    found = {}
    for i in range(half):
        for code in range(starts[i], ends[i] + 1):
            glyph = code
            if offsets[i]:
                place = at + 16 + 6 * half + 2 * i + offsets[i] + 2 * (code - starts[i])
                (glyph,) = struct.unpack_from(">H", font, place)
                if not glyph:
                    continue
            if (glyph + deltas[i]) % 65536:
                found[code] = (glyph + deltas[i]) % 65536
    found.pop(0xFFFF, None)
    return found
