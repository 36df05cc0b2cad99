from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CandidatesConfig(AppConfig):
    name = "candidates"
    verbose_name = _("candidates")

    def ready(self):
        from vsm_portal import tasks_waiting
        from vsm_portal.audit.hidden import register_hidden
        from vsm_portal.audit.words import register_words
        from vsm_portal.exporting import reports
        from vsm_portal.outbox import kinds

        from . import (
            interview_kit,
            linking,
            mails,
            ranking_sheet,
            selection_record,
            stepping_in,
            waiting,
        )
        from .audit_words import WORDS
        from .models import Position

        register_hidden(
            "candidates.position",
            lambda user: Position.objects.closed_to(user).values("pk"),
        )
        register_words(WORDS)
        linking.listen()
        reports.register(interview_kit.REPORT)
        reports.register(selection_record.REPORT)
        reports.register(ranking_sheet.REPORT)
        for kind in (*mails.KINDS, stepping_in.KIND):
            kinds.register(kind)
        tasks_waiting.register("selection", waiting.selection)
