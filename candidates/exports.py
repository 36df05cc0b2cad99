"""The ranking as rows: what its page shows, out of the same snapshot, for CSV and XLSX."""

from fractions import Fraction

from django.utils.translation import gettext as _

from vsm_portal.exporting.table import Column, Kind, Table

from . import ranking_remarks
from .models.criteria import Tier
from .ranking_words import listed


def ranking_tables(snapshot) -> list[Table]:
    """The sheets of the workbook. `rows` are lists: an export says how many it has."""
    return [
        ranking_table(snapshot),
        scores_table(snapshot),
        disagreements_table(snapshot),
        warnings_table(snapshot),
        changes_table(snapshot),
    ]


def ranking_table(snapshot) -> Table:
    """One row per candidate, in the order of the page."""
    return Table(
        title=_("Ranking"),
        columns=ranking_columns(snapshot),
        rows=[_ranking_row(snapshot, standing) for standing in snapshot["standings"]],
        notes=ranking_remarks.everything_said(snapshot),
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
    ]


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
    }
    for tier in standing["tiers"]:
        row[f"tier_{tier['tier']}"] = figure(tier["value"])
    for place, share in enumerate(standing["acceptability"] or (), start=1):
        row[f"share_{place}"] = int(share) if share.isdigit() else share
    for what, (observed, of) in standing["coverage"].items():
        row |= {what: observed, f"{what}_all": of}
    return row


def figure(printed) -> Fraction | None:
    """The very figure the page prints: rounded there, not once more here.

    >>> figure("3.89"), figure(None)
    (Fraction(389, 100), None)
    """
    return None if printed is None else Fraction(printed)


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
            | {key: _cell(cell) for key, cell in zip(seats, row["cells"], strict=True)}
            | {"mean": figure(row["mean"])}
            for one in heat["candidates"]
            for each, row in zip(heat["criteria"], one["rows"], strict=True)
        ],
    )


def _cell(cell):
    """A level, or why there is none, in words."""
    return cell["level"] or ranking_remarks.no_level(cell["state"])


def disagreements_table(snapshot) -> Table:
    titles = {
        "candidate": _("Candidate"),
        "criterion": _("Criterion"),
        "assessor": _("Assessor"),
        "level": _("Level"),
        "kind_name": _("Kind of evidence"),
        "evidence": _("Evidence"),
    }
    return Table(
        title=_("Disagreements"),
        columns=[Column(key, title) for key, title in titles.items()],
        rows=[
            {"candidate": each["candidate"], "criterion": each["criterion"]}
            | side
            | {"kind_name": ranking_remarks.evidence_kind(side["kind"])}
            for each in snapshot["disagreements"]
            for side in each["sides"]
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


def changes_table(snapshot) -> Table:
    titles = {
        "candidate": _("Candidate"),
        "criterion": _("Criterion"),
        "assessor": _("Assessor"),
        "old": _("Before"),
        "new": _("After"),
        "at": _("Changed"),
        "reason": _("Reason"),
    }
    return Table(
        title=_("Changed scores"),
        columns=[Column(key, title) for key, title in titles.items()],
        rows=[
            change | {side: change[side] or _("not observed") for side in ("old", "new")}
            for change in snapshot["changed"]
        ],
    )
