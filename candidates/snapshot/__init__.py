"""What a ranking says at a moment, as plain data. A decision freezes it.

Page, CSV, XLSX and PDF take every figure from here, so that they are equal.

Ids stand beside names, so that erasing a person finds the places: `candidate` or `candidate_id`,
`seat`, `criterion_id`, and of a user `…_id`. A kind is frozen as its value: its name is looked up
when it is printed, in the reader's language and not in that of who decided.

Numbers are exact as text ("70/18") and printed as text ("3.89"); null is not known, never zero.
"""

from .build import current_snapshot, snapshot_of
from .identity import mark_of

__all__ = ["current_snapshot", "mark_of", "snapshot_of"]
