"""Which characters the PDF fonts can show, read from the font files themselves."""

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
    styles = [_code_points((FOLDER / f"OpenSans-{style}.ttf").read_bytes()) for style in STYLES]
    return frozenset.intersection(*styles) | frozenset(map(ord, SIGNS))


def _code_points(font: bytes) -> frozenset[int]:
    """What the font's Unicode table, format 4, maps to a glyph.

    Source: OpenType specification, "cmap", subtable format 4 (segment mapping to delta values).
    """
    (count,) = struct.unpack_from(">H", font, 4)
    tables = dict(struct.unpack_from(">4s4xI", font, 12 + 16 * i) for i in range(count))
    cmap = tables[b"cmap"]
    (encodings,) = struct.unpack_from(">H", font, cmap + 2)
    for i in range(encodings):
        (offset,) = struct.unpack_from(">4xI", font, cmap + 4 + 8 * i)
        if struct.unpack_from(">H", font, cmap + offset) == (4,):
            return _segments(font, cmap + offset)
    raise ValueError("The font has no Unicode table of format 4.")


def _segments(font: bytes, at: int) -> frozenset[int]:
    half = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{half}H", font, at + 14 + 2 * half * part + 2 * bool(part))
        for part in range(4)
    )
    found = set()
    for i in range(half):
        for code in range(starts[i], ends[i] + 1):
            glyph = code
            if offsets[i]:
                place = at + 16 + 6 * half + 2 * i + offsets[i] + 2 * (code - starts[i])
                (glyph,) = struct.unpack_from(">H", font, place)
                if not glyph:
                    continue
            if (glyph + deltas[i]) % 65536:
                found.add(code)
    return frozenset(found - {0xFFFF})
