"""A change of something in a selection, with its row in the audit trail."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from vsm_portal.audit.writing import record
from vsm_portal.forms import VersionedForm
from vsm_portal.permission import Conflict


class SelectionChangeForm(VersionedForm):
    """The audit row names the position, so that a candidate never sees the deed in the trail."""

    position = None

    def save_version(self, *, by):
        noun = self.instance._meta.model_name
        try:
            with transaction.atomic():
                row = super().save_version()
                record(
                    f"{noun}.changed", row, by=by, enclosing=self.position, fields=self.changed_data
                )
        except IntegrityError as taken:
            reason = _("Somebody else entered the same a moment ago. Nothing was saved.")
            raise Conflict(reason, kept=self._both_texts()) from taken
        return row
