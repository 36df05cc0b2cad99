"""What the audit trail calls the deeds of this app."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "user.invited": _("opened an account"),
    "user.edited": _("changed a person's details"),
    "user.deactivated": _("closed an account"),
    "user.activated": _("opened a closed account again"),
    "user.password_set": _("set their own password"),
    "membership.given": _("gave a role"),
    "membership.ended": _("ended a role"),
    "site.opened": _("added a site"),
    "site.edited": _("changed a site"),
}
