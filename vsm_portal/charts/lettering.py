"""How wide words become in a drawing: an upper estimate, since too narrow would overlap."""

import unicodedata

NARROW = set("iljtfI.,:;'!|()[] ")
WIDE = set("mwMW@%")


def text_width(words: str, size: float = 12) -> float:
    """Width in px, estimated high for the sans faces of the portal.

    >>> round(text_width("Lin", 11), 2)
    19.14
    """
    return sum(_em(letter) for letter in words) * size


def _em(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    if letter in NARROW:
        return 0.38
    if letter in WIDE:
        return 0.97
    return 0.73 if letter.isupper() else 0.63


def shorten(words: str, room: float, size: float = 12) -> str:
    """The words if they fit in `room` px, else their beginning and "…".

    >>> shorten("Papadopoulos", 50, 11)
    'Papado…'
    >>> shorten("Lin", 50, 11)
    'Lin'
    """
    if text_width(words, size) <= room:
        return words
    kept = words
    while kept and text_width(kept + "…", size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"
