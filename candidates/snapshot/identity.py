"""When a snapshot was taken, and a short sign of what it holds."""

import hashlib
import json

from django.utils import timezone


def signed(content: dict) -> dict:
    """The content with `taken_at`, and `id`: the same as long as nothing in it has changed.

    Two printed sheets with one id rest on the same scores; whoever holds them can tell.
    """
    return {"id": sign_of(content), "taken_at": timezone.now().isoformat()} | content


def mark_of(standings: list) -> str:
    """Of a ranking as somebody saw it: another one after any change of a figure in it."""
    shown = json.dumps(standings, sort_keys=True)
    return hashlib.sha256(shown.encode()).hexdigest()[:20]


def sign_of(content: dict) -> str:
    """
    >>> sign_of({"a": 1, "b": 2}) == sign_of({"b": 2, "a": 1}), sign_of({"a": 2, "b": 2})
    (True, 'ae79-1df4-376e')
    """
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    return "-".join((digest[:4], digest[4:8], digest[8:12]))
