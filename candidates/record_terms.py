"""The position and the decision on the selection record."""

from fractions import Fraction
from math import lcm

from django.utils import timezone
from django.utils.translation import gettext as _

from . import ranking_remarks
from .models.criteria import Tier
from .position_answers import day
from .record_parts import moment
from .snapshot.build import terms_part


def position_part(position, snapshot) -> dict:
    """Terms and panel: as the decision froze them, otherwise as they stand."""
    terms = snapshot["terms"] if snapshot else terms_part(position)
    seats = [each["name"] for each in snapshot["panel"]] if snapshot else _seats(position)
    by = f", {position.opened_by}" if position.opened_by else ""
    return {
        "site": terms["site"],
        "stream": terms["stream"],
        "opened": moment(terms["opened_at"]) + by if terms["opened_at"] else _("not yet"),
        "chair": terms["chair"],
        "assessors": seats or [_("nobody yet")],
        "weights": _weights(terms, snapshot),
        "weights_reason": terms["weights_reason"] or None,
        "thresholds": [*terms["thresholds"], None],
        "criteria_version": str(terms["criteria_version"]),
        "revealed": terms["reveal"] and _reveal(terms["reveal"]),
    }


def _seats(position) -> list[str]:
    return list(position.panel.values_list("user__name", flat=True))


def _weights(terms, snapshot) -> list[str]:
    """One for each tier; a dash where the position has no criterion of it."""
    if snapshot is None:
        return [f"{part}/{sum(terms['weights'])}" for part in terms["weights"]]
    used = dict(zip(snapshot["tiers"], with_one_denominator(snapshot["tier_weights"]), strict=True))
    return [used.get(tier, "–") for tier in Tier.values]


def with_one_denominator(weights) -> list[str]:
    """Exact fractions, not reduced, so that one sees them add up.

    >>> with_one_denominator(["11/18", "5/18", "1/9"])
    ['11/18', '5/18', '2/18']
    """
    exact = [Fraction(weight) for weight in weights]
    whole = lcm(*(each.denominator for each in exact)) if exact else 1
    return [f"{each * whole}/{whole}" for each in exact]


def _reveal(reveal) -> dict:
    opened_early = reveal["by"] is not None
    how = _("by the chair, before everything was in") if opened_early else _("every scorecard in")
    return {
        "at": moment(reveal["at"]),
        "how": how,
        "by": reveal["by"],
        "reason": reveal["reason"] or None,
    }


def decision_part(record) -> dict:
    decision = record.decision
    return {
        "chosen": decision.candidate.name,
        "by": decision.by.name,
        "at": moment(decision.at),
        "reason": decision.reason,
        "adviser": decision.adviser and decision.adviser.name,
        "starts": day(decision.starts_on),
        "authority": str(decision.get_authority_display()),
        "conditions": _conditions_met(decision),
        "written_on": day(timezone.localtime(decision.at)),
    }


def _conditions_met(decision) -> list[dict]:
    """What the chosen candidate needed, and how the decision meets it."""
    standings, terms = decision.snapshot["standings"], decision.snapshot["terms"]
    chosen = next(each for each in standings if each["candidate"] == decision.candidate_id)
    adviser = decision.adviser.name if decision.adviser else ""
    met = {"adviser": adviser, "reason": decision.tier_1_reason}
    words = ranking_remarks.conditions(chosen, terms)
    needed = [each for each in ("reason", "adviser") if each in chosen["conditions"]]
    found = [
        {"condition": condition, "met": met[each]}
        for condition, each in zip(words, needed, strict=True)
    ]
    if decision.tier_1_reason and "reason" not in needed:
        label = str(decision._meta.get_field("tier_1_reason").verbose_name)
        found.append({"condition": label, "met": decision.tier_1_reason})
    return found
