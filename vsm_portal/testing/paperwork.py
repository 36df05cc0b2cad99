"""What HR of the cast has about the open position: a mail that failed and a file asked for."""

from vsm_portal.exporting.models import Export, export_path
from vsm_portal.outbox.models import Message, State


def failed_mail(world) -> Message:
    return Message.objects.create(
        key="a mail that failed",
        kind="scorecard_due",
        recipient=world.assessor,
        about_type="candidates.position",
        about_id=world.position.pk,
        enclosing_type="candidates.position",
        enclosing_id=world.position.pk,
        site=world.plant,
        state=State.FAILED,
        attempts=1,
        last_error="550 unknown",
    )


def export(world) -> Export:
    return Export.objects.create(
        report="selection_record",
        about_type="candidates.position",
        about_id=world.position.pk,
        requested_by=world.hr,
        file=export_path(),
    )
