"""One sentence at the moment of judging, shown by rule and never in the way. Pure.

What is not asked here: whether the evidence names a trait instead of something seen. No rule can
tell, so none pretends to.
"""

from dataclasses import dataclass
from enum import StrEnum

#: shorter than this says hardly where, when and what
SHORT = 40
#: as many of the same in a row are worth a second look
ROW = 5


class Nudge(StrEnum):
    #: the highest or the lowest level on a few words
    FEW_WORDS = "few_words"
    #: attitude and leadership by hearsay
    HEARSAY = "hearsay"
    #: the same level again and again
    SAME_LEVEL = "same_level"


@dataclass(frozen=True)
class Judged:
    """A complete judgement. level: 1 to 5, or None for "not observed"; evidence: its text."""

    tier: int
    level: int | None
    evidence: str = ""
    kind: str = ""


def nudges(row: list[Judged]) -> list[Nudge]:
    """What is worth saying to the last one of the row, which is in the order of the page.

    >>> seen = "Press 4, 9 September: she kept the announced sequence."
    >>> nudges([Judged(1, 5, "Always does it.", "gemba")])
    [<Nudge.FEW_WORDS: 'few_words'>]
    >>> nudges([Judged(1, 3, "Her former head of production says so, 2 May.", "reference")])
    [<Nudge.HEARSAY: 'hearsay'>]
    >>> nudges([Judged(2, 3, seen, "gemba")] * 5)
    [<Nudge.SAME_LEVEL: 'same_level'>]
    >>> nudges([Judged(2, 3, seen, "gemba")] * 4 + [Judged(2, 4, seen, "gemba")])
    []
    """
    if not row or row[-1].level is None:
        return []
    this = row[-1]
    levels = [one.level for one in row if one.level is not None][-ROW:]
    rules = {
        Nudge.FEW_WORDS: this.level in (1, 5) and len(this.evidence.strip()) < SHORT,
        Nudge.HEARSAY: this.tier == 1 and this.kind == "reference",
        Nudge.SAME_LEVEL: len(levels) == ROW and len({*levels}) == 1,
    }
    return [nudge for nudge, holds in rules.items() if holds]


def neighbour(level: int) -> int:
    """The level to hold a series against: the next one up, or down from the highest.

    >>> [neighbour(level) for level in (1, 3, 5)]
    [2, 4, 4]
    """
    return level - 1 if level == 5 else level + 1
