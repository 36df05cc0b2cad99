"""Names that Excel accepts for the sheets of one workbook."""

import re

from .inert import legal_in_xml

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\t\n]")


class SheetNames:
    """Hands out each name once: at most 31 signs, none of []:*?/\\, no ' at the ends, any case.

    >>> names = SheetNames()
    >>> names.take("Ranking: A/B"), names.take("RANKING- A-B"), names.take("")
    ('Ranking- A-B', 'RANKING- A-B (2)', 'Sheet')
    """

    def __init__(self):
        # Excel keeps "History" for itself.
        self.taken = {"history"}

    def take(self, title: str) -> str:
        """The legal name nearest to `title` that no sheet of this book has yet."""
        base = _FORBIDDEN.sub("-", legal_in_xml(str(title))).strip(" '") or "Sheet"
        name, number = _cut(base, LONGEST), 1
        while name.casefold() in self.taken:
            number += 1
            ending = f" ({number})"
            name = _cut(base, LONGEST - len(ending)) + ending
        self.taken.add(name.casefold())
        return name


def _cut(text: str, units: int) -> str:
    """The beginning of `text` in at most so many UTF-16 units, without half a character."""
    cut = text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")
    return cut.strip(" '")
