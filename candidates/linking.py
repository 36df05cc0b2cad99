"""A candidate whose address a user has is that user, from the moment either exists.

From then on the person sees nothing of the position, whatever other role they hold: their seat on
the panel falls empty, and the others go on. A line manager whom an import named by an unknown
address is known from then on, too.
"""

from django.db import transaction
from django.db.models.signals import post_save

from vsm_portal.accounts.models import User
from vsm_portal.accounts.signals import address_known, site_opened
from vsm_portal.audit.writing import record

from .models import Candidate, CriteriaSet


def listen():
    post_save.connect(_saved, sender=User, dispatch_uid="candidates.linking.saved")
    address_known.connect(_address_known, dispatch_uid="candidates.linking.address_known")
    site_opened.connect(_site_opened, dispatch_uid="candidates.linking.site_opened")


def link(user):
    """Candidates with this address, and candidates whose line manager has it. An account that
    was stated stays; whoever has the address is out all the same.

    The person's own open scorecards are asked of nobody any more, which may complete the panel.
    """
    with transaction.atomic():
        mine = Candidate.objects.filter(email=user.email).exclude(user=user).order_by("position")
        for candidate in mine.select_related("position"):
            candidate.position.take_row()
            if Candidate.objects.filter(pk=candidate.pk, user=None).update(user=user):
                record("candidate.linked", candidate, enclosing=candidate.position, user=user.pk)
            candidate.position.reveal_if_complete()
        _link_line_manager(user)


def _link_line_manager(user):
    led = Candidate.objects.filter(line_manager_email=user.email, line_manager=None)
    led.exclude(user=user).update(line_manager=user, line_manager_email="")


def _saved(sender, instance, raw=False, update_fields=None, **_signal):
    if not raw and (update_fields is None or "email" in update_fields):
        link(instance)


def _address_known(sender, user, **_signal):
    link(user)


def _site_opened(sender, site, **_signal):
    """A new site begins with the standard criteria."""
    CriteriaSet.objects.newest_of(site)
