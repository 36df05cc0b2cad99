"""Conditions are rules, not weights: who may be appointed only with an adviser or a written reason.

Thresholds per position, 3.0 unless changed. Source: the paper's "Selecting a value-stream manager".
"""

from fractions import Fraction

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def conditions(tiers, threshold_1, threshold_2) -> list[str]:
    """Which conditions a candidate's tier values bring: "adviser", "reason", both or none.

    tiers: {tier: mean level or None (nobody observed it)}; thresholds: levels.

    >>> three = Decimal("3.0")
    >>> conditions({1: Fraction(41, 10), 2: Fraction(24, 10), 3: None}, three, three)
    ['adviser']
    >>> conditions({1: Fraction(26, 10), 2: None}, three, three)
    ['reason', 'adviser']
    >>> conditions({1: 3, 2: 3, 3: 1}, three, three)
    []
    """
    found = []
    if _is_below(tiers.get(1), threshold_1):
        found.append("reason")
    if _is_below(tiers.get(2), threshold_2):
        found.append("adviser")
    return found


def _is_below(value, threshold) -> bool:
    return value is None or value < Fraction(str(threshold))


def unmet_conditions(needed, position, adviser, tier_1_reason) -> dict[str, str]:
    """What a decision still lacks: {field: sentence} for every condition that it does not meet.

    needed: conditions of the chosen candidate, as `conditions` gives them.
    """
    unmet = {}
    if "adviser" in needed and adviser is None:
        unmet["adviser"] = _("Lean knowledge is below %(level)s: name an adviser.") % {
            "level": position.threshold_2
        }
    if "reason" in needed and not tier_1_reason.strip():
        unmet["tier_1_reason"] = _(
            "Attitude and leadership is below %(level)s: say why all the same."
        ) % {"level": position.threshold_1}
    return unmet


def demand_conditions(decision) -> None:
    """Raise a field error for every condition of the chosen candidate that the decision does not
    meet, as its snapshot says.
    """
    standings = decision.snapshot["standings"]
    needed = next(each for each in standings if each["candidate"] == decision.candidate_id)
    unmet = unmet_conditions(
        needed["conditions"], decision.position, decision.adviser, decision.tier_1_reason
    )
    if unmet:
        raise ValidationError(unmet)
