"""A font with only the letters that one drawing uses, to lie inside its file.

Source: OpenType specification, "glyf", "loca", "post" 3.0 and "Calculating checksums". Glyphs keep
their numbers, so that the character table and the widths stay as they are; the unused are empty.
"""

import struct

from . import fonts

KEPT = (b"OS/2", b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name")
ARGS_ARE_WORDS, MORE, SCALE, TWO_SCALES, MATRIX = 0x0001, 0x0020, 0x0008, 0x0040, 0x0080


def font_with(letters: set[str], style: str) -> bytes:
    """The TrueType file of the style with the outlines of `letters` only."""
    font = fonts.font_file(style)
    tables = {tag: font[at : at + size] for tag, (at, size) in fonts.tables(font).items()}
    mapped = fonts.glyphs(font)
    places = _places(tables)
    wanted = {0, *(mapped[ord(letter)] for letter in letters if ord(letter) in mapped)}
    waiting = list(wanted)
    while waiting:
        parts = set(_parts(_outline(tables, places, waiting.pop()))) - wanted
        wanted |= parts
        waiting += parts
    outlines, ends = b"", [0]
    for glyph in range(len(places) - 1):
        if glyph in wanted:
            outline = _outline(tables, places, glyph)
            outlines += outline + b"\0" * (-len(outline) % 4)
        ends.append(len(outlines))
    head = bytearray(tables[b"head"])
    struct.pack_into(">I", head, 8, 0)
    struct.pack_into(">h", head, 50, 1)  # loca in whole bytes
    kept = {tag: tables[tag] for tag in KEPT} | {
        b"head": bytes(head),
        b"glyf": outlines,
        b"loca": struct.pack(f">{len(ends)}I", *ends),
        b"post": struct.pack(">I", 0x30000) + tables[b"post"][4:32],
    }
    return _file(kept)


def _places(tables) -> tuple[int, ...]:
    """Where each outline begins in "glyf", and at the end where the last one ends."""
    (long,) = struct.unpack_from(">h", tables[b"head"], 50)
    loca = tables[b"loca"]
    if long:
        return struct.unpack(f">{len(loca) // 4}I", loca)
    return tuple(2 * place for place in struct.unpack(f">{len(loca) // 2}H", loca))


def _outline(tables, places, glyph: int) -> bytes:
    return tables[b"glyf"][places[glyph] : places[glyph + 1]]


def _parts(outline: bytes):
    """The glyphs that a composed one, such as é, is made of."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return
    at, more = 10, MORE
    while more:
        flags, glyph = struct.unpack_from(">HH", outline, at)
        yield glyph
        at += 8 if flags & ARGS_ARE_WORDS else 6
        at += 2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0
        more = flags & MORE


def _file(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    search = 16 << power
    directory = struct.pack(">IHHHH", 0x10000, count, search, power, 16 * count - search)
    content, at = b"", 12 + 16 * count
    for tag in sorted(tables):
        data = tables[tag]
        directory += tag + struct.pack(">III", _checksum(data), at + len(content), len(data))
        content += data + b"\0" * (-len(data) % 4)
    whole = bytearray(directory + content)
    head = struct.unpack_from(">I", whole, 12 + 16 * sorted(tables).index(b"head") + 8)[0]
    struct.pack_into(">I", whole, head + 8, (0xB1B0AFBA - _checksum(bytes(whole))) % 2**32)
    return bytes(whole)


def _checksum(data: bytes) -> int:
    data += b"\0" * (-len(data) % 4)
    return sum(struct.unpack(f">{len(data) // 4}I", data)) % 2**32
