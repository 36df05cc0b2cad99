"""Whether a file says what the stream has already: the same file twice is recognised."""

from value_streams import mapping
from value_streams.models import Map

from .entered import entered

#: So many versions of a state are looked at, newest first.
LOOKED_AT = 3


def version_that_says(stream, read: mapping.Map) -> Map | None:
    """The version of that state that says exactly this; older than the last three do not count."""
    versions = Map.objects.filter(stream=stream, state=read.state).newest_first().with_rows()
    for drawn in versions[:LOOKED_AT]:
        now = entered(drawn)
        if now.is_whole and now.map == read:
            return drawn
    return None
