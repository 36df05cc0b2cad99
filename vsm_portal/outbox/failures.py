"""Why a mail did not go out: whether trying again can help, and what the ledger says about it.

HR reads the ledger, so it holds the mail server's answer or the portal's own sentence, never a text
from inside the portal (which could quote a judgement) and never the address itself.
"""

import re
import smtplib

from django.utils.translation import gettext_noop as _

from .kinds import UnknownKind

#: a failed attempt's text may be this long
LONGEST = 300

NO_ADDRESS = _("This person has no e-mail address.")
UNKNOWN_KIND = _("This version of the portal does not know this kind of mail.")
GIVEN_UP = _("Given up: every attempt ended without an answer.")
INSIDE = _("The portal could not write this mail; its log says why.")


class NoAddress(Exception):
    """The recipient has no e-mail address."""


def is_final(failure) -> bool:
    """Whether trying again is useless: the server refuses recipient or mail for good (5xx).

    A refusal of the portal itself (its greeting, password or sender) is no fault of the mail: it is
    tried again, so that nothing is lost while an administrator mends the settings.

    >>> is_final(smtplib.SMTPDataError(554, b"no")), is_final(smtplib.SMTPDataError(451, b"later"))
    (True, False)
    >>> is_final(smtplib.SMTPAuthenticationError(535, b"wrong password"))
    False
    """
    if isinstance(failure, smtplib.SMTPRecipientsRefused):
        return _answer(failure)[0] >= 500
    if isinstance(failure, smtplib.SMTPDataError):
        return failure.smtp_code >= 500
    return isinstance(failure, NoAddress)


def describe(failure, address="") -> str:
    """One line for the ledger.

    >>> describe(smtplib.SMTPDataError(554, b"5.7.1 <a@b.example> is\\r\\nunknown"), "a@b.example")
    '554 5.7.1 <…> is unknown'
    >>> describe(KeyError("Nadia Haddad"))
    'The portal could not write this mail; its log says why.'
    """
    if isinstance(failure, smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException):
        return _one_line("{} {}".format(*_answer(failure)), address)
    if isinstance(failure, NoAddress):
        return NO_ADDRESS
    if isinstance(failure, UnknownKind):
        return UNKNOWN_KIND
    if isinstance(failure, OSError):
        return _one_line(f"{type(failure).__name__}: {failure.strerror or failure}", address)
    return INSIDE


def _answer(failure) -> tuple[int, str]:
    if isinstance(failure, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(failure.recipients.values()))
    else:
        code, text = failure.smtp_code, failure.smtp_error
    return code, text.decode(errors="replace") if isinstance(text, bytes) else str(text)


def _one_line(text, address) -> str:
    """Without breaks and signs that a database or a log could stumble over."""
    line = " ".join(text.split())
    if address:
        line = re.sub(re.escape(address), "…", line, flags=re.IGNORECASE)
    return "".join(sign for sign in line if sign.isprintable())[:LONGEST]
