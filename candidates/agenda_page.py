"""The agenda of the discussion as the page shows it: both sides' evidence, and how far it is."""

from vsm_portal import charts

from . import panel_words, ranking_remarks
from .heat_page import short_names


def agenda_of(snapshot, own_seat) -> list[dict]:
    """What is still far apart, the widest first.

    own_seat: the reader's seat while scores may still change, else None.
    """
    return _all_of(snapshot, snapshot["disagreements"], own_seat)


def settled_of(snapshot, own_seat) -> list[dict]:
    """What was as far apart in the first round, and is no longer."""
    return _all_of(snapshot, snapshot["settled"], own_seat)


def _all_of(snapshot, disagreements, own_seat) -> list[dict]:
    names = short_names([seat["name"] for seat in snapshot["panel"]])
    short = {seat["seat"]: name for seat, name in zip(snapshot["panel"], names, strict=True)}
    return [disagreement_of(each, short, own_seat) for each in disagreements]


def disagreement_of(disagreement, short, own_seat) -> dict:
    """The highest and the lowest side in their own words, everybody on the strip.

    A cell that the discussion brought together has one side only: all of them.
    """
    sides = [side_of(side) for side in disagreement["sides"]]
    low, high = (sides[0]["level"], sides[-1]["level"]) if sides else (None, None)
    return disagreement | {
        "strip": charts.disagreement_strip(
            [(short[side["seat"]], side["level"]) for side in sides]
        ),
        "apart": ranking_remarks.apart(disagreement["range"]),
        "high": [side for side in sides if side["level"] == high],
        "low": [side for side in sides if side["level"] == low] if low != high else [],
        "state": panel_words.discussed(disagreement),
        "own": next((side["score"] for side in sides if side["seat"] == own_seat), None),
    }


def side_of(side) -> dict:
    return side | {"source": panel_words.source(side), "marks": panel_words.marks(side)}
