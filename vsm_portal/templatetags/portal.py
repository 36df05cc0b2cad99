"""The small words of every page: `{% icon %}` and `{% sign %}`. Loaded everywhere as builtins."""

from functools import lru_cache

import heroicons
from django.template import Library
from django.utils.safestring import mark_safe

register = Library()

#: the portal's word for a drawing → the name in heroicons' outline set
ICONS = {
    "bad": "x-mark",
    "warn": "exclamation-triangle",
    "ok": "check",
    "calm": "clock",
    "lock": "lock-closed",
    "print": "printer",
    "next": "chevron-right",
    "previous": "chevron-left",
    "go": "arrow-right",
    "menu": "bars-3",
    "more": "chevron-down",
    "undo": "arrow-uturn-left",
    "download": "arrow-down-tray",
    "file": "document-text",
    "mail": "envelope",
    "date": "calendar",
    "person": "user",
    "find": "magnifying-glass",
    "add": "plus",
    "edit": "pencil",
    "remove": "trash",
    "leave": "arrow-right-start-on-rectangle",
}

#: what heroicons has no drawing for: inner SVG on a 24 × 24 field, in the same line
OWN_DRAWINGS = {
    "circle": '<circle cx="12" cy="12" r="8.5"/>',
    "triangle": '<path d="M12 4 21 20H3Z" stroke-linejoin="round"/>',
    "open": '<circle cx="12" cy="12" r="8.5" stroke-dasharray="3.6 3"/>',
}

#: a small cross or tick is thin: these are drawn with a stronger line
LOUD = {"bad", "ok"}


@register.simple_tag
@lru_cache(maxsize=256)
def icon(name, css="ico"):
    """An inline SVG, hidden from screen readers: the word beside it says what it means.

    {% icon "lock" %} · {% icon "ok" css="ico ok-ink" %}. Unknown names fail loudly.
    """
    if name in OWN_DRAWINGS:
        return mark_safe(
            f'<svg class="{css}" viewBox="0 0 24 24" width="16" height="16" fill="none" '
            f'stroke="currentColor" stroke-width="2" aria-hidden="true">{OWN_DRAWINGS[name]}</svg>'
        )
    attrs = {"stroke_width": "3" if name in LOUD else "2", "class": css}
    return mark_safe(heroicons._render_icon("outline", ICONS[name], 16, attrs))


@register.inclusion_tag("components/sign.html")
def sign(kind, text, box=False, wrap=False):
    """A state in words with its shape: {% sign "bad" _("3 days late") box=True %}."""
    return {"kind": kind, "text": text, "box": box, "wrap": wrap}
