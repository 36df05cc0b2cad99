"""The words by which candidates for value-stream manager are judged, as a site first gets them.

A site's criteria set starts as a copy of these texts in the site's language and may be edited
there; a position keeps the version it began with. The texts are marked for translation (`_`)
and translated only when that copy is made.

Source: the paper *The Value-Stream Manager*. Tier 1 follows "Selecting a value-stream manager"
(big picture, desire to improve, convincing, people, communicating, trust, risk) and "Personal
Attributes" (data, lever, executives, customers and suppliers); tiers 2 and 3 follow the second
and third paragraph on selecting, and the two enterprise criteria its closing section. The
warnings come from the same third paragraph, from "Evaluating Performance" and from "Personal
Attributes".

How they were written: a question asks for something that happened, so that somebody from
production, logistics or human resources can answer it; each level names what another person
could go and see; the third level is somebody one would appoint, the fifth is rare and real; no
sentence stands twice, so that a choice never rests on a single adverb.

    >>> [c.key for c in STANDARD_CRITERIA if c.enterprise_only]
    ['global_expertise', 'negotiates_across_firms']
"""

from candidates.standard_criteria.enterprise import ENTERPRISE
from candidates.standard_criteria.shape import Level, StandardCriterion, StandardWarning
from candidates.standard_criteria.tier1_change import CHANGE
from candidates.standard_criteria.tier1_outlook import OUTLOOK
from candidates.standard_criteria.tier1_people import PEOPLE
from candidates.standard_criteria.tier2 import TIER_2
from candidates.standard_criteria.tier3_contacts import CONTACTS
from candidates.standard_criteria.tier3_flows import FLOWS
from candidates.standard_criteria.warnings import STANDARD_WARNINGS

STANDARD_CRITERIA = (*OUTLOOK, *PEOPLE, *CHANGE, *TIER_2, *ENTERPRISE, *FLOWS, *CONTACTS)

__all__ = [
    "STANDARD_CRITERIA",
    "STANDARD_WARNINGS",
    "Level",
    "StandardCriterion",
    "StandardWarning",
]
