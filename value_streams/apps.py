from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ValueStreamsConfig(AppConfig):
    name = "value_streams"
    verbose_name = _("value streams")

    def ready(self):
        from vsm_portal import tasks_waiting
        from vsm_portal.accounts.belonging import register_belonging
        from vsm_portal.audit.words import register_words
        from vsm_portal.exporting import reports
        from vsm_portal.outbox import kinds

        from . import announcement_mails, announcement_report, charter_report, waiting
        from .audit_words import WORDS
        from .map_report import REPORT as MAP_REPORT
        from .models import Appointment

        def standing(sites):
            return Appointment.objects.standing().filter(stream__site__in=sites)

        register_belonging(lambda sites: standing(sites).values("manager"))
        register_belonging(lambda sites: standing(sites).exclude(adviser=None).values("adviser"))
        register_words(WORDS)
        reports.register(MAP_REPORT)
        reports.register(charter_report.REPORT)
        reports.register(announcement_report.REPORT)
        kinds.register(announcement_mails.KIND)
        tasks_waiting.register("streams", waiting.streams)
