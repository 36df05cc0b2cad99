"""How the panel judged, as the page shows it: line managers, severity, what scores rest on."""

from . import panel_words, ranking_remarks
from .models import EvidenceKind


def everything_about_panel(snapshot) -> dict:
    return {
        "without": without_of(snapshot),
        "without_words": ranking_remarks.without_line_managers(snapshot),
        "severity": [severity_of(each) for each in snapshot["severity"]],
        "rests": rests_of(snapshot),
    }


def without_of(snapshot) -> list[dict]:
    """Each candidate with and without the scores of line managers; nothing where none scored.

    In the order of the ranking: {name, scored_by, place, score, place_without, score_without,
    differs}.
    """
    less = {each["candidate"]: each for each in snapshot["without_line_managers"] or ()}
    return [
        {
            "name": each["name"],
            "scored_by": each["line_manager"] and each["line_manager"]["name"],
            "place": each["place"],
            "score": each["score"],
            "place_without": less[each["candidate"]]["place"],
            "score_without": less[each["candidate"]]["score"],
            "differs": each["place"] != less[each["candidate"]]["place"],
        }
        for each in snapshot["standings"]
        if less
    ]


def severity_of(one) -> dict:
    return one | {
        "signed": panel_words.signed(one["difference"]) if one["enough"] else "–",
        "words": panel_words.severity_short(one),
    }


def rests_of(snapshot) -> dict:
    """kinds: heads of the columns; rows: [(standing, [cell or None], nudge)]."""
    found = [each["kind"] for one in snapshot["standings"] for each in one["rests_on"]["kinds"]]
    kinds = [kind for kind in [*EvidenceKind.values, ""] if kind in EvidenceKind or kind in found]
    rows = []
    for one in snapshot["standings"]:
        by_kind = {each["kind"]: each for each in one["rests_on"]["kinds"]}
        nudge = panel_words.told_nudge(one) if one["rests_on"]["mostly_told"] else ""
        rows.append((one, [by_kind.get(kind) for kind in kinds], nudge))
    return {"kinds": [panel_words.evidence_kind(kind) for kind in kinds], "rows": rows}
