"""Three behaviours the paper warns of, worded as behaviour and never as a label for a person."""

from candidates.standard_criteria.shape import StandardWarning
from candidates.standard_criteria.shape import marked as _

STANDARD_WARNINGS = (
    StandardWarning(
        key="tried_that",
        name=_("Says \"we've already tried that, it won't work\""),
        sentence=_(
            "Turns a proposal down with an earlier attempt, before asking what has changed."
        ),
        help=_(
            "Having tried something is knowledge; the warning is the full stop after it. Ask what "
            "was tried, when, and what would have to be different today. Knowing a stream in "
            "detail is both a good and a bad thing."
        ),
    ),
    StandardWarning(
        key="enjoys_firefighting",
        name=_("Enjoys firefighting, and the fires come back"),
        sentence=_(
            "Takes over when things burn, is thanked for it, and has the same fire next month."
        ),
        help=_(
            "Plants have a nickname for the extreme case: the arsonist. Putting a fire out is no "
            "warning in itself; look whether its cause was removed, and whether others were let "
            "near it."
        ),
    ),
    StandardWarning(
        key="optimises_part",
        name=_("Optimises the part against the whole"),
        sentence=_(
            "Keeps a machine or a department at its own target while stock piles up further down."
        ),
        help=_(
            "Often a measure asks for it, such as pieces per hour of one machine. Note which "
            "figure was served, and what it did to the lead time of the stream."
        ),
    ),
)
