"""The link with which a person sets their own password: once, and within 24 hours."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse


def set_password_url(user) -> str:
    """A full address under `PORTAL_URL`; void once used, and when the e-mail changes."""
    return key_url(f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}")


def key_url(key: str) -> str:
    """The address for a key "<person>-<token>".

    Built on the configured address of the portal and never on the request's Host header, so that
    nobody can have a mail sent whose link leads to another machine.
    """
    uid, _, token = key.partition("-")
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
    return settings.PORTAL_URL.rstrip("/") + path


def ask_again_url() -> str:
    return settings.PORTAL_URL.rstrip("/") + reverse("account_reset_password")
