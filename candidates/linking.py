"""A candidate whose address a user has is that user, from the moment either exists.

From then on the person sees nothing of the position, whatever other role they hold.
"""

from django.db.models.signals import post_save

from vsm_portal.accounts.models import User
from vsm_portal.accounts.signals import address_known

from .models import Candidate


def listen():
    post_save.connect(_saved, sender=User, dispatch_uid="candidates.linking.saved")
    address_known.connect(_address_known, dispatch_uid="candidates.linking.address_known")


def link(user):
    """Candidates with this address who are nobody's yet."""
    Candidate.objects.filter(email=user.email, user=None).update(user=user)


def _saved(sender, instance, raw=False, update_fields=None, **_signal):
    if not raw and (update_fields is None or "email" in update_fields):
        link(instance)


def _address_known(sender, user, **_signal):
    link(user)
