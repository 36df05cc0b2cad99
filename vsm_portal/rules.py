"""The words in which a policy is written."""

from collections.abc import Callable
from dataclasses import dataclass, field

EVERYBODY = (
    "outsider administrator hr executive top manager other_manager adviser "
    "assessor second_assessor chair candidate head_hr head_executive"
)
PUBLIC = "anonymous " + EVERYBODY


@dataclass(frozen=True)
class Rule:
    """Who may use one address. Names are those of the cast in `vsm_portal/testing/cast.py`.

    read: who gets the page (GET: 200, or a redirect into it).
    write: who may POST; an empty POST may be refused for its contents (422) but not for the person.
    refused_read, refused_write: who may know of it but not do it: 403 with the reason.
    Everybody else: 404; nobody signed in: the sign-in page, unless `anonymous` is named.
    An address without `read` (or without `write` and `refused_write`) answers 405 to that method.
    arguments: world → the address's arguments.
    """

    read: str = ""
    write: str = ""
    refused_read: str = ""
    refused_write: str = ""
    arguments: Callable = field(default=lambda world: {})

    @property
    def is_public(self) -> bool:
        return "anonymous" in self.read.split() + self.write.split()
