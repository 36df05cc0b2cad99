"""Every score as rows, with its evidence and what has to be known of it; how the panel judged."""

from datetime import date, datetime
from fractions import Fraction

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vsm_portal.exporting.table import Column, Kind, Table

from . import panel_words, ranking_remarks


def texts(**titles) -> list[Column]:
    return [Column(key, title) for key, title in titles.items()]


def figure(printed) -> Fraction | None:
    """The very figure the page prints: rounded there, not once more here.

    >>> figure("3.89"), figure(None)
    (Fraction(389, 100), None)
    """
    return None if printed is None else Fraction(printed)


def evidence_table(snapshot) -> Table:
    """One row per score asked for: level or why there is none, evidence, kind, day, marks."""
    heat = snapshot["heat"]
    return Table(
        title=_("Evidence"),
        columns=[
            *texts(candidate=_("Candidate")),
            Column("tier", _("Tier"), Kind.INTEGER),
            *texts(criterion=_("Criterion"), assessor=_("Assessor")),
            Column("level", _("Level"), Kind.INTEGER),
            *texts(kind=_("Kind of evidence")),
            Column("on", _("Day of the note"), Kind.DATE),
            *texts(evidence=_("Evidence"), marks=_("To be known")),
        ],
        rows=[
            {
                "candidate": one["name"],
                "tier": criterion["tier"],
                "criterion": criterion["name"],
                "assessor": seat["name"],
                "level": level_or_why(cell),
                **source_of(cell),
            }
            for one in heat["candidates"]
            for criterion, row in zip(heat["criteria"], one["rows"], strict=True)
            for seat, cell in zip(snapshot["panel"], row["cells"], strict=True)
        ],
    )


def level_or_why(cell):
    """A level, or why there is none, in words."""
    return cell["level"] or ranking_remarks.no_level(cell["state"])


def source_of(side) -> dict:
    return {
        "kind": panel_words.evidence_kind(side["kind"]) if side["kind"] else "",
        "on": side["on"] and date.fromisoformat(side["on"]),
        "evidence": side["evidence"],
        "marks": "; ".join(panel_words.marks(side)),
    }


def disagreements_table(snapshot) -> Table:
    """The agenda: both sides of each wide disagreement, then of those that were settled."""
    return Table(
        title=_("Disagreements"),
        columns=[
            *texts(candidate=_("Candidate"), criterion=_("Criterion")),
            Column("range", _("Levels apart"), Kind.INTEGER),
            Column("first_range", _("In the first round"), Kind.INTEGER),
            *texts(state=_("Discussion"), side=_("Side"), assessor=_("Assessor")),
            Column("level", _("Level"), Kind.INTEGER),
            *texts(kind=_("Kind of evidence")),
            Column("on", _("Day of the note"), Kind.DATE),
            *texts(evidence=_("Evidence"), marks=_("To be known")),
        ],
        rows=[
            {
                **{key: each[key] for key in ("candidate", "criterion", "range", "first_range")},
                "state": panel_words.discussed(each),
                "side": side_of(side, each["sides"]),
                "assessor": side["assessor"],
                "level": side["level"],
                **source_of(side),
            }
            for each in [*snapshot["disagreements"], *snapshot["settled"]]
            for side in each["sides"]
        ],
    )


def side_of(side, sides) -> str:
    """High, low or between; sides: from the lowest to the highest."""
    if side["level"] == sides[-1]["level"]:
        return _("high")
    return _("low") if side["level"] == sides[0]["level"] else _("between")


def changes_table(snapshot) -> Table:
    columns = texts(
        candidate=_("Candidate"),
        criterion=_("Criterion"),
        assessor=_("Assessor"),
        old=_("Before"),
        new=_("After"),
    )
    return Table(
        title=_("Changed scores"),
        columns=[
            *columns,
            Column("at", _("Changed"), Kind.DATETIME),
            *texts(reason=_("Reason")),
        ],
        rows=[
            change
            | {side: change[side] or _("not observed") for side in ("old", "new")}
            | {"at": localtime(datetime.fromisoformat(change["at"]))}
            for change in snapshot["changed"]
        ],
    )


def severity_table(snapshot) -> Table:
    return Table(
        title=_("High or low"),
        columns=[
            *texts(name=_("Assessor")),
            Column("cells", _("Scores compared"), Kind.INTEGER),
            Column("difference", _("Levels beside the others"), Kind.DECIMAL, places=1),
            *texts(difference_exact=_("exactly"), words=_("In words")),
        ],
        rows=[severity_row(each) for each in snapshot["severity"]],
    )


def severity_row(one) -> dict:
    """Of fewer cells than say anything only their number."""
    told = one["enough"]
    return {
        "name": one["name"],
        "cells": one["cells"],
        "difference": figure(one["difference"]) if told else None,
        "difference_exact": one["difference_exact"] if told else None,
        "words": panel_words.severity_short(one),
    }
