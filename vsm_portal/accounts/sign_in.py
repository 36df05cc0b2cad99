"""Sign-in rules: accounts are opened by an administrator, nobody signs up."""

import logging
import smtplib

from allauth.account.adapter import DefaultAccountAdapter
from django.urls import reverse
from django.utils import timezone, translation

from .password_link import key_url

log = logging.getLogger(__name__)


class PortalAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def populate_username(self, request, user):
        """People have no user names here."""

    def get_reset_password_from_key_url(self, key):
        return key_url(key)

    def get_password_change_redirect_url(self, request):
        return reverse("me")

    def send_mail(self, template_prefix, email, context):
        """In the language of whoever gets it.

        A mail server that is down must not tell a known address from an unknown one by failing only
        for one of them: it is logged, and the page says the same.
        """
        person = context.get("user")
        language = person.language if person else translation.get_language()
        context = {**context, "asked_at": timezone.now()}
        try:
            with translation.override(language):
                super().send_mail(template_prefix, email, context)
        except (OSError, smtplib.SMTPException):
            log.exception("The mail about an account could not be sent.")
