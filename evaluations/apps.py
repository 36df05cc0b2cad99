from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvaluationsConfig(AppConfig):
    name = "evaluations"
    verbose_name = _("evaluations")

    def ready(self):
        from value_streams import daily_words
        from vsm_portal import tasks_waiting
        from vsm_portal.audit.words import register_words
        from vsm_portal.outbox import kinds

        from . import charter_words, mails, waiting
        from .audit_words import WORDS

        register_words(WORDS)
        kinds.register(mails.KIND)
        daily_words.register("time", charter_words.of_daily_issues)
        tasks_waiting.register("time", waiting.weeks_not_logged)
