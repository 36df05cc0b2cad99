"""The mail that invites a person: a row in the outbox, the link made when it is sent."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vsm_portal.outbox.kinds import Kind, Mail, Occasion
from vsm_portal.outbox.planning import plan

from .password_link import ask_again_url, set_password_url

NAME = "account.invited"


def invite(person, site) -> None:
    """Plan the mail. A person's version makes it one mail for each time an account is opened."""
    occasion = Occasion(recipient=person, about=person, label=f"v{person.version}", site=site)
    plan(NAME, [occasion])


def still_needed(person_id, recipient):
    """Nobody who has set a password needs the link any more."""
    return None if recipient.has_usable_password() else recipient


def mail(person, recipient, message) -> Mail:
    text = _(
        "Hello %(name)s,\n\n"
        "an administrator of %(site)s has opened an account for you in the VSM Portal. "
        "You sign in with this e-mail address. Set your password here:\n\n"
        "%(link)s\n\n"
        "The link works once and lapses in 24 hours. After that, ask for a new one:\n\n"
        "%(again)s\n\n"
        "If you did not expect this mail, do nothing: nobody can sign in before a password is set."
    )
    values = {
        "name": recipient.name,
        "site": message.site.name,
        "link": set_password_url(recipient),
        "again": ask_again_url(),
    }
    return Mail(subject=_("Your account in the VSM Portal"), text=text % values)


KIND = Kind(
    name=NAME,
    title=gettext_lazy("Invitation to sign in"),
    occasions=lambda: (),  # planned by the verb that opens the account, not by the clock
    still_needed=still_needed,
    mail=mail,
)
