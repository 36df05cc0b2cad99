"""Which keys of the environment the settings read: found in their source, so none is forgotten."""

import re
from pathlib import Path

FRAME = Path(__file__).resolve().parent.parent
SOURCES = ("settings.py", "configuration.py", "celery.py")


def keys_read() -> set[str]:
    """Every KEY in `env.<type>("KEY"…)`, for example `SECRET_KEY`."""
    read = re.compile(r"\benv\.\w+\(\s*\"([A-Z][A-Z_]+)\"")
    return {key for source in SOURCES for key in read.findall((FRAME / source).read_text())}
