"""A company worth looking at: two plants under a head office, three streams, a position at each
stage.

Everything is made by the same verbs that the pages call, so the demo cannot show what the portal
would refuse. It is never loaded in production unless asked for by name (`DEMO=on`).
"""

from .people import SIGN_INS

__all__ = ["SIGN_INS"]
