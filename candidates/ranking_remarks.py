"""What stands beside the ranking in words: who judged, how firm, conditions, warnings. Pure."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import panel_words
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
        tried(snapshot),
        *(line_manager(each) for each in snapshot["standings"] if each["line_manager"]),
        without_line_managers(snapshot),
        *(knows_and_tried(each) for each in snapshot["standings"] if each["knows_and_tried"]),
        *panel_words.everything_said(snapshot),
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

    >>> ben = {"name": "Ben", "first": [{"name": "Luis Ortega"}]}
    >>> none = {"assessors": [], "criteria": []}
    >>> ranked = {"standings": [{"place": 1}, {"place": 2}], "panel": [1, 2]}
    >>> firmness(ranked | {"firmness": {"assessors": [ben], "criteria": [], "skipped": none}})
    (False, 'Without the scores of Ben, Luis Ortega would come first.')
    >>> one = {"assessors": [], "criteria": [{"name": "Trust"}]}
    >>> firmness(ranked | {"firmness": none | {"tried": [2, 3], "skipped": one}})[1]
    'Leaving out any one assessor, or any one criterion, does not change it, as far as that says \
anything: 4 of 5 tries.'
    """
    ranked = sum(1 for standing in snapshot["standings"] if standing["place"])
    if not ranked:
        return False, _("There is no first place yet.")
    if ranked == 1:
        return False, _("It is held against nobody: only one candidate is ranked.")
    if hangs := what_it_hangs_on(snapshot["firmness"]):
        return False, " ".join(hangs)
    if len(snapshot["panel"]) == 1:
        return False, _("It rests on one assessor alone; no one criterion changes it.")
    if not (skipped := skipped_names(snapshot["firmness"])):
        return True, _("Leaving out any one assessor, or any one criterion, does not change it.")
    tries = sum(snapshot["firmness"]["tried"])
    if len(skipped) == tries:
        return False, _("It cannot be tried: whatever is left out, a candidate lacks a tier.")
    return True, _(
        "Leaving out any one assessor, or any one criterion, does not change it, as far as that "
        "says anything: %(said)s of %(tries)s tries."
    ) % {"said": tries - len(skipped), "tries": tries}


def what_it_hangs_on(firmness) -> list[str]:
    """One sentence for each assessor and each criterion that alone decides the first place.

    >>> two = [{"name": "Ana"}, {"name": "Ben"}]
    >>> what_it_hangs_on({"assessors": [], "criteria": [{"name": "Trust", "first": two}]})
    ['Without the criterion “Trust”, Ana and Ben would share the first place.']
    """
    hangs = [
        (_("Without the scores of %(name)s") % each, each["first"])
        for each in firmness["assessors"]
    ] + [
        (_("Without the criterion “%(name)s”") % each, each["first"])
        for each in firmness["criteria"]
    ]
    return [_then_first(without, [one["name"] for one in first]) for without, first in hangs]


def _then_first(without, names) -> str:
    words = {"without": without, "names": listed(names)}
    if len(names) == 1:
        return _("%(without)s, %(names)s would come first.") % words
    return _("%(without)s, %(names)s would share the first place.") % words


def skipped_names(firmness) -> list[str]:
    skipped = firmness["skipped"]
    names = [each["name"] for each in skipped["assessors"]]
    return names + [_("“%(name)s”") % each for each in skipped["criteria"]]


def tried(snapshot) -> str:
    """What was left out one at a time, and which of these runs say nothing; "" without a rival.

    >>> skipped = {"assessors": [], "criteria": [{"name": "Trust"}]}
    >>> tried({"standings": [{"place": 1}, {"place": 2}],
    ...        "firmness": {"tried": [4, 14], "skipped": skipped}})
    'Tried: 4 assessors and 14 criteria, each left out once. Skipped, because a candidate would \
then lack a tier: “Trust”.'
    """
    if sum(1 for standing in snapshot["standings"] if standing["place"]) < 2:
        return ""
    assessors, criteria = snapshot["firmness"]["tried"]
    said = _("Tried: %(assessors)s and %(criteria)s, each left out once.") % {
        "assessors": ngettext("%(n)s assessor", "%(n)s assessors", assessors) % {"n": assessors},
        "criteria": ngettext("%(n)s criterion", "%(n)s criteria", criteria) % {"n": criteria},
    }
    if names := skipped_names(snapshot["firmness"]):
        skipped = _("Skipped, because a candidate would then lack a tier: %(names)s.")
        said = f"{said} {skipped % {'names': listed(names)}}"
    return said


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
    """What the scores of line managers change, as a sentence; "" where none of them scored.

    >>> ana, ben = {"candidate": 1, "name": "Ana"}, {"candidate": 2, "name": "Ben"}
    >>> with_them = [ana | {"place": 1, "score": "3.61"}, ben | {"place": 2, "score": "3.40"}]
    >>> less = ana | {"place": 2, "score": "3.20"}, ben | {"place": 1, "score": "3.40"}
    >>> without_line_managers({"standings": with_them, "without_line_managers": with_them})
    'The order is the same with and without the scores of line managers.'
    >>> without_line_managers({"standings": with_them, "without_line_managers": less[::-1]})
    'Without the scores of line managers: 1. Ben 3.40, 2. Ana 3.20.'
    """
    if not snapshot["without_line_managers"]:
        return ""
    if not line_managers_change_the_order(snapshot):
        return _("The order is the same with and without the scores of line managers.")
    order = ", ".join(
        f"{each['place']}. {each['name']} {each['score']}"
        if each["place"]
        else _("%(name)s not ranked") % {"name": each["name"]}
        for each in snapshot["without_line_managers"]
    )
    return _("Without the scores of line managers: %(order)s.") % {"order": order}


def line_managers_change_the_order(snapshot) -> bool:
    places = {each["candidate"]: each["place"] for each in snapshot["standings"]}
    return any(
        places[each["candidate"]] != each["place"] for each in snapshot["without_line_managers"]
    )


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
    return {
        "not_observed": _("not observed"),
        "not_asked": _("not asked"),
        "excused": _("excused"),
        "not_counted": _("not counted"),
    }.get(state, _("no scorecard"))


def tier_title(tier) -> str:
    return f"{tier} {Tier(tier).label}"
