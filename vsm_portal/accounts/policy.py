from vsm_portal.accounts.models import Membership, Role
from vsm_portal.rules import EVERYBODY, PUBLIC, Rule

ADMINISTRATORS = "outsider administrator candidate"
OF_THE_PLANT = "administrator candidate"


def _reset_key(world):
    return {"uidb36": "1", "key": "set-password"}


def _hr(world):
    return {"pk": world.hr.pk}


def _plant(world):
    return {"pk": world.plant.pk}


def _role_of_hr(world):
    return {"pk": Membership.objects.get(user=world.hr, role=Role.HR).pk}


POLICY: dict[str, Rule] = {
    # Signing in: open to everybody who has the address of the portal.
    "account_login": Rule(read=PUBLIC, write=PUBLIC),
    "account_logout": Rule(read=PUBLIC, write=PUBLIC),
    "account_inactive": Rule(read=PUBLIC),
    "account_signup": Rule(read=PUBLIC, write=PUBLIC),
    "account_reset_password": Rule(read=PUBLIC, write=PUBLIC),
    "account_reset_password_done": Rule(read=PUBLIC),
    "account_reset_password_from_key": Rule(read=PUBLIC, write=PUBLIC, arguments=_reset_key),
    "account_reset_password_from_key_done": Rule(read=PUBLIC),
    "account_change_password": Rule(read=EVERYBODY, write=EVERYBODY),
    "account_set_password": Rule(read=EVERYBODY, write=EVERYBODY),
    "account_reauthenticate": Rule(read=EVERYBODY, write=EVERYBODY),
    "me": Rule(read=EVERYBODY, write=EVERYBODY),
    # People and sites: administrators of the site, and of the head office above it.
    "person_list": Rule(read=ADMINISTRATORS),
    "person_new": Rule(read=ADMINISTRATORS, write=ADMINISTRATORS),
    "people_import": Rule(read=ADMINISTRATORS, write=ADMINISTRATORS),
    "people_import_confirmation": Rule(write=ADMINISTRATORS),
    "person": Rule(read=OF_THE_PLANT, arguments=_hr),
    "person_edit": Rule(read=OF_THE_PLANT, write=OF_THE_PLANT, arguments=_hr),
    "person_deactivation": Rule(write=OF_THE_PLANT, arguments=_hr),
    "person_activation": Rule(write=OF_THE_PLANT, arguments=_hr),
    "site_list": Rule(read=ADMINISTRATORS),
    # The outsider administers a company without a head office above it; the plant has one.
    "site_new": Rule(
        read="outsider",
        write="outsider",
        refused_read=OF_THE_PLANT,
        refused_write=OF_THE_PLANT,
    ),
    "site": Rule(read=OF_THE_PLANT, arguments=_plant),
    "site_edit": Rule(read=OF_THE_PLANT, write=OF_THE_PLANT, arguments=_plant),
    "membership_new": Rule(read=OF_THE_PLANT, write=OF_THE_PLANT, arguments=_plant),
    "membership_end": Rule(write=OF_THE_PLANT, arguments=_role_of_hr),
}
