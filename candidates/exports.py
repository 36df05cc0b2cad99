"""The ranking as rows: what its page shows, out of the same snapshot, for CSV and XLSX."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vsm_portal.exporting.table import Column, Kind, Table

from . import ranking_remarks
from .exports_scores import (
    changes_table,
    disagreements_table,
    evidence_table,
    figure,
    level_or_why,
    severity_table,
)
from .models.criteria import Tier
from .models.score import EvidenceKind
from .ranking_words import listed
from .standing_signs import notice_signs


def ranking_tables(snapshot) -> list[Table]:
    """The sheets of the workbook. `rows` are lists: an export says how many it has."""
    return [table(snapshot) for table in TABLES.values()]


def ranking_table(snapshot) -> Table:
    """One row per candidate, in the order of the page."""
    return Table(
        title=_("Ranking"),
        columns=ranking_columns(snapshot),
        rows=[_ranking_row(snapshot, standing) for standing in snapshot["standings"]],
        notes=[*ranking_remarks.everything_said(snapshot), rests_on_this(snapshot)],
    )


def ranking_columns(snapshot) -> list[Column]:
    columns = [
        Column("place", _("Place"), Kind.INTEGER),
        Column("name", _("Candidate")),
        Column("function", _("Current function")),
        Column("score", _("Weighted score, 1–5"), Kind.DECIMAL, places=2),
        Column("score_exact", _("Weighted score, exact")),
    ]
    columns += [
        Column(f"tier_{tier}", str(Tier(tier).label), Kind.DECIMAL, places=1)
        for tier in snapshot["tiers"]
    ]
    columns += [
        Column(
            f"share_{place}",
            _("Place %(place)s, of 100 weightings") % {"place": place},
            Kind.INTEGER,
        )
        for place in range(1, _places(snapshot) + 1)
    ]
    return [
        *columns,
        Column("ahead_of", _("Ahead for every weighting of")),
        Column("criteria", _("Criteria observed"), Kind.INTEGER),
        Column("criteria_all", _("of criteria"), Kind.INTEGER),
        Column("assessors", _("Assessors"), Kind.INTEGER),
        Column("assessors_all", _("of assessors"), Kind.INTEGER),
        Column("scores", _("Scores"), Kind.INTEGER),
        Column("scores_all", _("of scores"), Kind.INTEGER),
        Column("conditions", _("Conditions")),
        Column("warnings", _("Warnings seen")),
        Column("notices", _("To be known")),
        *without_columns(snapshot),
        *resting_columns(),
        Column("snapshot", _("Snapshot")),
        Column("taken_at", _("Snapshot of"), Kind.DATETIME),
        Column("criteria_version", _("Criteria version"), Kind.INTEGER),
    ]


def without_columns(snapshot) -> list[Column]:
    """Nothing where no line manager scored."""
    if not snapshot["without_line_managers"]:
        return []
    return [
        Column("line_manager", _("Scored by the line manager")),
        Column("place_without", _("Place without line managers"), Kind.INTEGER),
        Column("score_without", _("Score without line managers"), Kind.DECIMAL, places=2),
    ]


def resting_columns() -> list[Column]:
    columns = []
    for kind in EvidenceKind:
        words = {"kind": kind.label}
        columns += [
            Column(f"rests_{kind}", _("Scores: %(kind)s") % words, Kind.INTEGER),
            Column(f"rests_{kind}_100", _("Of 100 by weight: %(kind)s") % words, Kind.INTEGER),
        ]
    return columns


def _places(snapshot) -> int:
    return max((len(each["acceptability"] or ()) for each in snapshot["standings"]), default=0)


def _ranking_row(snapshot, standing) -> dict:
    row = {
        "place": standing["place"],
        "name": standing["name"],
        "function": standing["function"],
        "score": figure(standing["score"]),
        "score_exact": standing["score_exact"],
        "ahead_of": listed(standing["always_ahead_of"]),
        "conditions": "; ".join(ranking_remarks.conditions(standing, snapshot["terms"])),
        "warnings": "; ".join(ranking_remarks.warning(each) for each in standing["warnings"]),
        "notices": "; ".join(each["words"] for each in notice_signs(standing, snapshot)),
    }
    for tier in standing["tiers"]:
        row[f"tier_{tier['tier']}"] = figure(tier["value"])
    for place, of_100 in enumerate(standing["acceptability"] or (), start=1):
        row[f"share_{place}"] = share(of_100)
    for what, (observed, of) in standing["coverage"].items():
        row |= {what: observed, f"{what}_all": of}
    return row | _without(snapshot, standing) | _resting(standing) | _identity(snapshot)


def _without(snapshot, standing) -> dict:
    less = {each["candidate"]: each for each in snapshot["without_line_managers"] or ()}
    if not less:
        return {}
    own = less[standing["candidate"]]
    return {
        "line_manager": standing["line_manager"] and standing["line_manager"]["name"],
        "place_without": own["place"],
        "score_without": figure(own["score"]),
    }


def _resting(standing) -> dict:
    """No score of a kind is a true 0; how much it weighs is not known of who is not ranked."""
    found = {each["kind"]: each for each in standing["rests_on"]["kinds"]}
    row = {}
    for kind in EvidenceKind.values:
        none = {"scores": 0, "of_100_weighted": "0" if standing["place"] else None}
        own = found.get(kind, none)
        row |= {f"rests_{kind}": own["scores"], f"rests_{kind}_100": share(own["of_100_weighted"])}
    return row


def share(printed):
    """A share of 100 as a number; "<1" and ">99" as they are."""
    return int(printed) if printed and printed.isdigit() else printed


def _identity(snapshot) -> dict:
    return {
        "snapshot": snapshot["id"],
        "taken_at": localtime(datetime.fromisoformat(snapshot["taken_at"])),
        "criteria_version": snapshot["terms"]["criteria_version"],
    }


def rests_on_this(snapshot) -> str:
    """What identifies the figures of a page or a file: snapshot, its moment, criteria version."""
    return _("Snapshot %(id)s of %(at)s, criteria version %(version)s") % {
        "id": snapshot["id"],
        "at": moment(snapshot["taken_at"]),
        "version": snapshot["terms"]["criteria_version"],
    }


def moment(iso) -> str:
    """A moment of the snapshot as the reader's clock shows it."""
    return date_format(localtime(datetime.fromisoformat(iso)), "j F Y, H:i")


def scores_table(snapshot) -> Table:
    """One row per candidate and criterion, one column per assessor, and the mean."""
    seats = [f"seat_{seat['seat']}" for seat in snapshot["panel"]]
    columns = [
        Column("candidate", _("Candidate")),
        Column("tier", _("Tier"), Kind.INTEGER),
        Column("criterion", _("Criterion")),
        *(
            Column(key, seat["name"], Kind.INTEGER)
            for key, seat in zip(seats, snapshot["panel"], strict=True)
        ),
        Column("mean", _("Mean"), Kind.DECIMAL, places=1),
    ]
    heat = snapshot["heat"]
    return Table(
        title=_("Scores"),
        columns=columns,
        rows=[
            {"candidate": one["name"], "tier": each["tier"], "criterion": each["name"]}
            | {key: level_or_why(cell) for key, cell in zip(seats, row["cells"], strict=True)}
            | {"mean": figure(row["mean"])}
            for one in heat["candidates"]
            for each, row in zip(heat["criteria"], one["rows"], strict=True)
        ],
    )


def warnings_table(snapshot) -> Table:
    titles = {
        "candidate": _("Candidate"),
        "warning": _("Warning"),
        "assessor": _("Assessor"),
        "text": _("Evidence"),
    }
    return Table(
        title=_("Warnings"),
        columns=[Column(key, title) for key, title in titles.items()],
        rows=[
            {
                "candidate": standing["name"],
                "warning": ranking_remarks.warning_name(warning["kind"]),
            }
            | said
            for standing in snapshot["standings"]
            for warning in standing["warnings"]
            for said in warning["evidence"]
        ],
    )


#: the sheets of the workbook, in their order, by the name under which one is a CSV file
TABLES = {
    "ranking": ranking_table,
    "scores": scores_table,
    "evidence": evidence_table,
    "disagreements": disagreements_table,
    "warnings": warnings_table,
    "changes": changes_table,
    "severity": severity_table,
}
