"""The weights of a ranking in words: those of the tiers in use, as the reckoning took them. Pure.

A tier without a criterion counts nothing; its part goes to the others. What is said here is
therefore made of the snapshot's exact weights, and not of the parts agreed for all three tiers.
"""

from fractions import Fraction
from math import lcm

from django.utils.translation import gettext as _

from .models.criteria import Tier
from .ranking import rank_order_centroid


def weights(snapshot) -> str:
    """
    >>> three = {"tiers": [1, 2, 3], "tier_weights": ["11/18", "5/18", "1/9"],
    ...          "keeps_the_order": True, "terms": {"weights": [11, 5, 2]}}
    >>> weights(three)
    '11 : 5 : 2, the paper’s order in numbers'
    >>> weights(three | {"tiers": [1, 3], "tier_weights": ["3/4", "1/4"]})
    '3 : 1 for tiers 1 and 3, the paper’s order in numbers'
    >>> weights({"tiers": [1, 2, 3], "tier_weights": ["1/8", "5/8", "1/4"],
    ...          "keeps_the_order": False, "terms": {"weights": [1, 5, 2]}})
    '1 : 5 : 2, not the paper’s order'
    """
    words = {"weights": parts(snapshot)}
    exact = [Fraction(weight) for weight in snapshot["tier_weights"]]
    if len(exact) < 2:
        return words["weights"]
    if exact == list(rank_order_centroid(len(exact))):
        return _("%(weights)s, the paper’s order in numbers") % words
    if not snapshot["keeps_the_order"]:
        return _("%(weights)s, not the paper’s order") % words
    return _("%(weights)s, agreed for this position") % words


def parts(snapshot) -> str:
    """
    >>> parts({"tiers": [2], "tier_weights": ["1"]})
    'tier 2 alone'
    """
    tiers = snapshot["tiers"]
    if len(tiers) == len(Tier):
        return " : ".join(map(str, snapshot["terms"]["weights"]))
    if len(tiers) == 1:
        return _("tier %(tier)s alone") % {"tier": tiers[0]}
    words = {"parts": _ratio(map(Fraction, snapshot["tier_weights"]))}
    words["first"], words["last"] = tiers
    return _("%(parts)s for tiers %(first)s and %(last)s") % words


def mean(snapshot) -> str:
    """The mean of all weightings that keep the order of the tiers in use; "" where one is alone.

    >>> mean({"tiers": [1, 2, 3]}), mean({"tiers": [1, 3]}), mean({"tiers": [1]})
    ('11 : 5 : 2', '3 : 1', '')
    """
    tiers = len(snapshot["tiers"])
    return _ratio(rank_order_centroid(tiers)) if tiers > 1 else ""


def _ratio(exact) -> str:
    exact = list(exact)
    whole = lcm(*(each.denominator for each in exact))
    return " : ".join(str(each * whole) for each in exact)


def order(tiers) -> str:
    """The paper's order among the tiers in use, most important first.

    >>> order([1, 3])
    'attitude and leadership, then this stream'
    """
    names = {1: _("attitude and leadership"), 2: _("lean knowledge"), 3: _("this stream")}
    return _(", then ").join(names[tier] for tier in tiers)
