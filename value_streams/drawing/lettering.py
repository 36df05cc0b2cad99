"""How wide words become in a drawing: the advance widths of the font that they are drawn in.

Drawings are set in Open Sans on the page, in the file and in the PDF; the widths come from the same
font files. Each text also carries its measured length (`textLength`), so that a reader's machine
that sets it in another face keeps to the room that was measured.
"""

import unicodedata

from vsm_portal.exporting.fonts import advance_widths

#: signs that turn the order of letters around or break a line: left out of a drawing
UNSHOWN = ("Cc", "Cf", "Cs", "Zl", "Zp")
WIDE, OTHER = 1.0, 0.62


def shown(words) -> str:
    """One line of text that can be measured: white space is one blank, but a no-break space stays.

    >>> shown("  two\\n lines\\u202e ")
    'two lines'
    """
    letters = (
        " " if letter.isspace() and letter != "\xa0" else letter
        for letter in unicodedata.normalize("NFC", str(words))
    )
    kept = "".join(c for c in letters if unicodedata.category(c) not in UNSHOWN)
    return " ".join(part for part in kept.split(" ") if part)


def text_width(words: str, size: float = 11, bold: bool = False) -> float:
    """Width in px, exact for every letter of the font.

    >>> round(text_width("39 s", 11), 2)
    20.68
    """
    widths = advance_widths("SemiBold" if bold else "Regular")
    return size * sum(widths.get(ord(letter)) or _unknown(letter) for letter in words)


def _unknown(letter: str) -> float:
    """Letters that the font lacks are drawn by another and held to these widths."""
    if unicodedata.combining(letter):
        return 0.0
    return WIDE if unicodedata.east_asian_width(letter) in "WF" else OTHER


def cut(words: str, room: float, size: float = 11, bold: bool = False) -> str:
    """The words if they fit in `room` px, else their beginning and "…"; nothing if not even that.

    >>> cut("Pulverbeschichtung", 60)
    'Pulverbes…'
    """
    if text_width(words, size, bold) <= room:
        return words
    left, end = room - text_width("…", size, bold), 0
    if left < 0:
        return ""
    while left >= 0:
        left -= text_width(words[end], size, bold)
        end += 1
    beginning = words[: end - 1].rstrip()
    return beginning + "…" if beginning else ""


def wrapped(words: str, room: float, count: int, size: float = 11, bold: bool = False) -> list[str]:
    """At most `count` lines of at most `room` px, broken at blanks; what is left over is cut.

    >>> wrapped("State Street Assembly", 80, 2, 11, True)
    ['State Street', 'Assembly']
    """
    lines = []
    left = words.split(" ")
    while left and len(lines) < count - 1:
        line = left.pop(0)
        if text_width(line, size, bold) > room:
            left.insert(0, line)
            break
        while left and text_width(f"{line} {left[0]}", size, bold) <= room:
            line += f" {left.pop(0)}"
        lines.append(line)
    if left:
        lines.append(cut(" ".join(left), room, size, bold))
    return [line for line in lines if line]
