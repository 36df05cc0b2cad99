"""A proposal as the JSON object of `group_families`, unrounded."""

from typing import Any

from .families import Proposal


def as_json(proposal: Proposal) -> dict[str, Any]:
    return {
        "grouping_efficacy": proposal.grouping_efficacy,
        "ones": proposal.ones,
        "exceptional": proposal.exceptional,
        "voids": proposal.voids,
        "families": [
            {
                "products": list(family.products),
                "steps": list(family.steps),
                "common_step_share": family.common_step_share,
                "work_content_spread": family.work_content_spread,
                "within_rules": family.within_rules,
            }
            for family in proposal.families
        ],
    }
