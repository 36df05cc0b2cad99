"""What the audit trail calls the deeds of this app."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "family.entered": _("added a product family"),
    "family.edited": _("changed a product family"),
    "stream.entered": _("added a value stream"),
    "stream.edited": _("changed a value stream"),
    "requirement.entered": _("added a customer requirement"),
    "requirement.edited": _("changed a customer requirement"),
    "requirement.removed": _("removed a customer requirement"),
    "appointment.opened": _("opened an appointment by a decision"),
    "appointment.recorded": _("recorded an appointment without a selection"),
    "appointment.edited": _("changed an appointment"),
    "appointment.started": _("an appointment began on its day"),
    "appointment.ended": _("ended an appointment, or called it off"),
}
