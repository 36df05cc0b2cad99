"""A template of ours that uses an undefined variable fails its test; others' templates may.

Django asks `string_if_invalid` whether it is true, or whether it contains "%s", at the moment when
a variable is missing. That is the moment to look whose template is being rendered.
"""

import sys
from pathlib import Path

from django.template.base import Origin

CHECKOUT = Path(__file__).resolve().parent.parent.parent
OTHERS = "site-packages"


class UndefinedVariable(AssertionError):
    """One of our templates uses a variable that its view does not give."""


class FailInOurTemplates(str):
    """The empty text, which complains when one of our templates asks for it."""

    def __bool__(self):
        self._complain_about_ours()
        return False

    def __contains__(self, wanted):
        self._complain_about_ours()
        return False

    def _complain_about_ours(self):
        origin = template_being_rendered(sys._getframe(2))
        if origin and is_ours(origin):
            raise UndefinedVariable(f"{origin} uses a variable that is not defined.")


def is_ours(name: str) -> bool:
    return Path(name).is_relative_to(CHECKOUT) and OTHERS not in Path(name).parts


def template_being_rendered(frame) -> str | None:
    """The file of the innermost template node that is being rendered above `frame`."""
    while frame is not None:
        origin = getattr(frame.f_locals.get("self"), "origin", None)
        if isinstance(origin, Origin) and frame.f_code.co_name.startswith("render"):
            return origin.name
        frame = frame.f_back
    return None
