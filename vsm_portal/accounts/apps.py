from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "vsm_portal.accounts"
    label = "accounts"
    verbose_name = _("people and sites")

    def ready(self):
        from vsm_portal.audit.words import register_words
        from vsm_portal.outbox import kinds

        from . import invitation, password_events
        from .audit_words import WORDS

        kinds.register(invitation.KIND)
        register_words(WORDS)
        password_events.listen()
