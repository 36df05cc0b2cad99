"""What stands beside the ranking in words: who judged, how firm, conditions, warnings. Pure."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models.criteria import Tier
from .models.evidence_note import EvidenceKind
from .models.warning import WarningKind
from .ranking_words import heading, lede, listed
from .weight_words import weights


def everything_said(snapshot) -> list[str]:
    """The sentences of the page in its order, for an export: who judged stands first."""
    said = [
        not_the_same_people(snapshot),
        heading(snapshot) + ".",
        *lede(snapshot),
        _("Weights of the tiers: %(weights)s.") % {"weights": weights(snapshot)},
        snapshot["terms"]["weights_reason"],
        firmness(snapshot)[1],
        *(line_manager(each) for each in snapshot["standings"] if each["line_manager"]),
        without_line_managers(snapshot),
        *(knows_and_tried(each) for each in snapshot["standings"] if each["knows_and_tried"]),
    ]
    return [sentence for sentence in said if sentence]


def not_the_same_people(snapshot) -> str:
    """
    >>> cell, none = {"level": 4}, {"level": None}
    >>> not_the_same_people({
    ...     "judged_by_the_same": False, "panel": [{"name": "Ana"}, {"name": "Ben"}],
    ...     "heat": {"candidates": [
    ...         {"name": "Nadia Haddad", "rows": [{"cells": [cell, cell]}]},
    ...         {"name": "Luis Ortega", "rows": [{"cells": [cell, none]}]}]}})
    'The candidates were not judged by the same people: Ben did not judge Luis Ortega.'
    """
    if snapshot["judged_by_the_same"]:
        return ""
    missed = [
        _("%(assessor)s did not judge %(candidates)s")
        % {"assessor": seat["name"], "candidates": listed(unseen)}
        for at, seat in enumerate(snapshot["panel"])
        if (unseen := _unseen_by(at, snapshot["heat"]["candidates"]))
    ]
    who = "; ".join(missed)
    return _("The candidates were not judged by the same people: %(who)s.") % {"who": who}


def _unseen_by(seat, candidates) -> list[str]:
    return [
        one["name"]
        for one in candidates
        if all(row["cells"][seat]["level"] is None for row in one["rows"])
    ]


def firmness(snapshot) -> tuple[bool, str]:
    """Whether the first place outlasts leaving out any one assessor or criterion, and the sentence.

    >>> firmness({"standings": [{"place": 1}, {"place": 2}], "panel": [1, 2],
    ...           "firmness": {"assessors": [{"name": "Ben"}], "criteria": []}})
    (False, 'Without Ben, somebody else would come first or share the first place.')
    """
    ranked = sum(1 for standing in snapshot["standings"] if standing["place"])
    if not ranked:
        return False, _("There is no first place yet.")
    if ranked == 1:
        return False, _("It is held against nobody: only one candidate is ranked.")
    hangs = snapshot["firmness"]
    parts = [each["name"] for each in hangs["assessors"]]
    parts += [f"“{each['name']}”" for each in hangs["criteria"]]
    if parts:
        which = parts[0] if len(parts) == 1 else _("any of %(parts)s") % {"parts": listed(parts)}
        return False, _change(snapshot) % {"which": which}
    if len(snapshot["panel"]) == 1:
        return False, _("It rests on one assessor alone; no one criterion changes it.")
    return True, _("Leaving out any one assessor, or any one criterion, does not change it.")


def _change(snapshot) -> str:
    if sum(standing["place"] == 1 for standing in snapshot["standings"]) > 1:
        return _("Without %(which)s, the first place would change.")
    return _("Without %(which)s, somebody else would come first or share the first place.")


def conditions(standing, terms) -> list[str]:
    """
    >>> observed, unobserved = {"tier": 1, "value": "2.6"}, {"tier": 2, "value": None}
    >>> conditions({"conditions": ["reason", "adviser"], "tiers": [observed, unobserved]},
    ...            {"thresholds": ["3.0", "2.5"]})
    ['Needs a written reason: tier 1 below 3.0', 'Needs a named adviser: tier 2 not observed']
    """
    values = {tier["tier"]: tier["value"] for tier in standing["tiers"]}
    said = []
    if "reason" in standing["conditions"]:
        why = _why(1, values, terms["thresholds"][0])
        said.append(_("Needs a written reason: %(why)s") % {"why": why})
    if "adviser" in standing["conditions"]:
        why = _why(2, values, terms["thresholds"][1])
        said.append(_("Needs a named adviser: %(why)s") % {"why": why})
    return said


def _why(tier, values, threshold) -> str:
    words = {"tier": tier, "level": threshold}
    if values.get(tier) is None:
        return _("tier %(tier)s not observed") % words
    return _("tier %(tier)s below %(level)s") % words


def evidence_kind(kind) -> str:
    return str(EvidenceKind(kind).label) if kind else ""


def warning_name(kind) -> str:
    return str(WarningKind(kind).label)


def warning(seen) -> str:
    """How many of those who had a chance to see it saw it: "(1 of 4)"."""
    return _("%(warning)s (%(saw)s of %(of)s)") % {
        "warning": warning_name(seen["kind"]),
        "saw": seen["saw"],
        "of": seen["of"],
    }


def ahead_of(standing, ranked) -> str:
    """Whom a candidate is ahead of whatever the weights; ranked: how many have a place."""
    if not standing["always_ahead_of"]:
        return ""
    others = listed(standing["always_ahead_of"])
    if ranked > 3 and len(standing["always_ahead_of"]) == ranked - 1:
        others = _("everybody else")
    return _("Ahead of %(others)s for every weighting") % {"others": others}


def line_manager(standing) -> str:
    return _("%(manager)s scored %(name)s as the line manager.") % {
        "manager": standing["line_manager"]["name"],
        "name": standing["name"],
    }


def without_line_managers(snapshot) -> str:
    """
    >>> without_line_managers({"without_line_managers": [
    ...     {"name": "Ana", "place": 1, "score": "3.50"},
    ...     {"name": "Ben", "place": None, "score": None}]})
    'Without the scores of line managers: 1. Ana 3.50, Ben not ranked.'
    """
    if not snapshot["without_line_managers"]:
        return ""
    order = ", ".join(
        f"{each['place']}. {each['name']} {each['score']}"
        if each["place"]
        else _("%(name)s not ranked") % {"name": each["name"]}
        for each in snapshot["without_line_managers"]
    )
    return _("Without the scores of line managers: %(order)s.") % {"order": order}


def knows_and_tried(standing) -> str:
    """The paper on detailed knowledge of the stream: both a good and a bad thing."""
    value = next(tier["value"] for tier in standing["tiers"] if tier["tier"] == 3)
    return _(
        "%(name)s knows this stream in detail (%(value)s), and says “we’ve already tried that”. "
        "Such knowledge is both a good and a bad thing: talk about which it is here."
    ) % {"name": standing["name"], "value": value}


def agenda(snapshot) -> str:
    count = len(snapshot["disagreements"])
    if not count:
        return _("Nothing wide to talk about")
    return ngettext(
        "To talk about: %(n)s wide disagreement", "To talk about: %(n)s wide disagreements", count
    ) % {"n": count}


def apart(distance) -> str:
    return ngettext("%(n)s level apart", "%(n)s levels apart", distance) % {"n": distance}


def no_level(state) -> str:
    """Why a cell holds no level."""
    return {"not_observed": _("not observed"), "excused": _("excused")}.get(
        state, _("no scorecard")
    )


def tier_title(tier) -> str:
    return f"{tier} {Tier(tier).label}"
