"""The parts of a selection record that a snapshot holds, in the words and figures of the page."""

from datetime import date, datetime
from fractions import Fraction

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from . import panel_words, ranking_remarks
from .models.position_change import What
from .position_answers import day
from .ranking_words import lede
from .standing_signs import condition_signs, notice_signs, warning_signs

#: disagreements that the record quotes
IN_FULL = 5


def moment(when) -> str:
    """Day and time in the reader's zone, of a datetime or its ISO text."""
    at = datetime.fromisoformat(when) if isinstance(when, str) else when
    return date_format(timezone.localtime(at), "j F Y, H:i")


def ranking_part(snapshot) -> list[dict]:
    return [_row(each, snapshot) for each in snapshot["standings"]]


def _row(standing, snapshot) -> dict:
    values = {tier["tier"]: tier["value"] for tier in standing["tiers"]}
    exact = standing["acceptability_exact"]
    words = standing["acceptability"]
    return {
        "candidate": standing["name"],
        "function": standing["function"],
        "place": standing["place"],
        "score": standing["score"],
        "tiers": [values.get(tier) for tier in (1, 2, 3)],
        "coverage": {
            "criteria": standing["coverage"]["criteria"],
            "scores": standing["coverage"]["scores"],
        },
        "acceptability": [float(100 * Fraction(share)) for share in exact] if words else None,
        "acceptability_words": [str(each) for each in words or ()],
        "always_ahead_of": standing["always_ahead_of"],
        "warnings": warning_signs(standing) + notice_signs(standing, snapshot),
        "conditions": condition_signs(standing, snapshot["terms"]),
    }


def firmness_part(snapshot) -> str:
    """How firm the first place is: the sentences that stand on the page of the ranking."""
    said = [
        *lede(snapshot),
        ranking_remarks.firmness(snapshot)[1],
        ranking_remarks.tried(snapshot),
        ranking_remarks.not_the_same_people(snapshot),
        *(
            ranking_remarks.knows_and_tried(each)
            for each in snapshot["standings"]
            if each["knows_and_tried"]
        ),
    ]
    return " ".join(filter(None, said))


def heat_part(snapshot) -> dict:
    """observable: false where nothing was asked, or what was said does not count."""
    heat = snapshot["heat"]
    return {
        "assessors": [seat["name"] for seat in snapshot["panel"]],
        "criteria": [{"tier": each["tier"], "name": each["name"]} for each in heat["criteria"]],
        "candidates": [
            {
                "name": each["name"],
                "scores": [[cell["level"] for cell in row["cells"]] for row in each["rows"]],
                "observable": [
                    [cell["state"] in ("level", "not_observed") for cell in row["cells"]]
                    for row in each["rows"]
                ],
            }
            for each in heat["candidates"]
        ],
    }


def disagreements_part(snapshot) -> list[dict]:
    """The widest, with what every side wrote: more would not fit on two sheets."""
    return [
        {
            "candidate": each["candidate"],
            "criterion": each["criterion"],
            "range": each["range"],
            "state": panel_words.discussed(each),
            "sides": [_side(side) for side in reversed(each["sides"])],
        }
        for each in snapshot["disagreements"][:IN_FULL]
    ]


def _side(side) -> dict:
    """The kind with the note's day, and what has to be known of the score."""
    said = [panel_words.source(side), *panel_words.marks(side)]
    return {
        "assessor": side["assessor"],
        "score": side["level"],
        "evidence": side["evidence"],
        "kind": ", ".join(filter(None, said)),
    }


def also_apart_part(snapshot) -> list[str]:
    """The other disagreements by their levels; the evidence stands on the scorecards."""
    return [
        f"{each['candidate']}, {each['criterion']}: "
        + " – ".join(str(side["level"]) for side in (each["sides"][0], each["sides"][-1]))
        for each in snapshot["disagreements"][IN_FULL:]
    ]


def score_changes_part(snapshot) -> list[dict]:
    names = ("candidate", "criterion", "assessor", "old", "new", "reason")
    return [
        {name: each[name] for name in names} | {"at": moment(each["at"])}
        for each in snapshot["changed"]
    ]


def excused_part(snapshot) -> list[dict]:
    names = ("assessor", "candidate", "by", "reason")
    return [
        {name: each[name] for name in names} | {"at": moment(each["at"])}
        for each in snapshot["excused"]
    ]


def events_part(snapshot) -> list[str]:
    """What changed at the position after the opening, each in a sentence."""
    changes = [
        _("%(what)s: %(who)s. “%(reason)s” %(by)s, %(at)s")
        % {
            "what": What(each["what"]).label,
            "who": each["who"] or "–",
            "reason": each["reason"],
            "by": each["by"],
            "at": moment(each["at"]),
        }
        for each in snapshot["position_changes"]
    ]
    withdrew = [
        _("%(name)s withdrew on %(day)s.")
        % {"name": each["name"], "day": day(date.fromisoformat(each["on"]))}
        for each in snapshot["withdrew"]
    ]
    late = [
        _("%(assessor)s submitted the scorecard of %(candidate)s after the opening, %(at)s.")
        % {"assessor": each["assessor"], "candidate": each["candidate"], "at": moment(each["at"])}
        for each in snapshot["after_opening"]
    ]
    return changes + withdrew + late


def told_part(tellings) -> list[dict]:
    """Everybody the decision is about; `how` and `by` null: not told yet."""
    return [
        {
            "candidate": candidate.name,
            "at": day(telling.told_on) if telling else _("not told yet"),
            "how": telling and str(telling.get_how_display()),
            "by": telling and telling.told_by.name,
        }
        for candidate, telling in tellings
    ]


def earlier_part(decisions) -> list[dict]:
    """Reversed decisions, the newest first."""
    return [
        {
            "chosen": each.candidate.name,
            "by": each.by.name,
            "at": moment(each.at),
            "reason": each.reason,
            "reversed_by": each.reversal.by.name,
            "reversed_at": moment(each.reversal.at),
            "why": each.reversal.reason,
        }
        for each in decisions
    ]
