"""What the audit trail calls the deeds of this app."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "family.entered": _("added a product family"),
    "family.edited": _("changed a product family"),
    "matrix.entered": _("entered a product matrix"),
    "matrix.edited": _("changed a product matrix"),
    "familyproposal.asked": _("asked for a proposal of product families"),
    "familyproposal.arranged": _("moved products between proposed families"),
    "familyproposal.confirmed": _("confirmed proposed product families"),
    "stream.entered": _("added a value stream"),
    "stream.edited": _("changed a value stream"),
    "requirement.entered": _("added a customer requirement"),
    "requirement.edited": _("changed a customer requirement"),
    "requirement.removed": _("removed a customer requirement"),
    "map.started": _("started a version of a value-stream map"),
    "map.imported": _("imported a value-stream map from a file"),
    "map.saved": _("changed a value-stream map"),
    "map.put_in_force": _("put a value-stream map in force"),
    "map.commented": _("commented on a value-stream map"),
    "map.photo_kept": _("attached the photo of a pencil map"),
    "map.photo_removed": _("removed the photo of a pencil map"),
    "map.freed_answered": _("wrote what becomes of freed space or people"),
    "appointment.opened": _("opened an appointment by a decision"),
    "appointment.recorded": _("recorded an appointment without a selection"),
    "appointment.edited": _("changed an appointment"),
    "appointment.started": _("an appointment began on its day"),
    "appointment.ended": _("ended an appointment, or called it off"),
}
