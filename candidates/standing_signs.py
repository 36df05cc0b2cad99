"""Conditions and warnings of a candidate as signs, alike on every page and in the PDF. Pure.

A sign is {"sign": "bad" | "warn" | "ok", "words"}: red, amber, or a small tick.
"""

from django.utils.translation import gettext as _

from . import ranking_remarks

#: a written reason is asked for where attitude and leadership itself is missing
SIGNS = {"reason": "bad", "adviser": "warn"}


def condition_signs(standing, terms) -> list[dict]:
    """
    >>> low, terms = {"tier": 2, "value": "2.4"}, {"thresholds": ["3.0", "2.5"]}
    >>> condition_signs({"conditions": ["adviser"], "tiers": [low]}, terms)
    [{'sign': 'warn', 'words': 'Needs a named adviser: tier 2 below 2.5'}]
    >>> condition_signs({"conditions": [], "tiers": []}, terms)
    [{'sign': 'ok', 'words': 'No condition'}]
    """
    needed = [each for each in SIGNS if each in standing["conditions"]]
    sentences = ranking_remarks.conditions(standing, terms)
    return [
        {"sign": SIGNS[each], "words": sentence}
        for each, sentence in zip(needed, sentences, strict=True)
    ] or [{"sign": "ok", "words": _("No condition")}]


def warning_signs(standing) -> list[dict]:
    """Red where at least half of those who could see a warning saw it, else amber.

    >>> one = {"kind": "tried_that", "saw": 1, "of": 4, "evidence": []}
    >>> [sign["sign"] for sign in warning_signs({"warnings": [one, one | {"saw": 2}]})]
    ['warn', 'bad']
    """
    return [
        {
            "sign": "bad" if each["saw"] * 2 >= each["of"] else "warn",
            "words": ranking_remarks.warning(each),
        }
        for each in standing["warnings"]
    ]
