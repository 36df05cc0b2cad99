"""What comes in about a position: the draft's terms, and what stays changeable while it runs."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from candidates.models import Position
from candidates.models.copying import take_over
from value_streams.models import ValueStream
from vsm_portal.accounts.models import Role, Site
from vsm_portal.days import DayField
from vsm_portal.permission import update_once

from .changes import SelectionChangeForm
from .people import PersonField, offer_people
from .reasons import reason_field

TERMS = [
    "due_on",
    "chair",
    "stand_in_decider",
    "weight_1",
    "weight_2",
    "weight_3",
    "weights_reason",
    "threshold_1",
    "threshold_2",
]
ARRANGEMENTS = ["due_on", "chair", "stand_in_decider"]
FIELD_CLASSES = {"due_on": DayField, "chair": PersonField, "stand_in_decider": PersonField}


class DueDay:
    """Scorecards are due today or later; a day that was promised before may stay."""

    def clean_due_on(self):
        due_on, position = self.cleaned_data["due_on"], self.instance
        site = position.site if position.site_id else None
        if site and due_on != position.due_on and due_on < site.today():
            raise forms.ValidationError(_("This day has passed."))
        return due_on


class PositionNewForm(forms.ModelForm):
    """A draft for one of the streams whose site's HR the user is."""

    class Meta:
        model = Position
        fields = ["stream", *TERMS]
        field_classes = FIELD_CLASSES

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        sites = Site.objects.where(user, Role.HR)
        streams = ValueStream.objects.filter(site__in=sites.values("pk")).with_manager()
        self.fields["stream"].queryset = streams
        self.fields["stream"].label_from_instance = stream_in_words
        self.fields["stream"].empty_label = _("– choose –")
        offer_people(self, "chair", "stand_in_decider")

    def clean(self):
        cleaned = super().clean()
        stream, due_on = cleaned.get("stream"), cleaned.get("due_on")
        if stream and due_on and due_on < stream.site.today():
            self.add_error("due_on", _("This day has passed."))
        return cleaned

    def prepare(self, *, by):
        return Position.prepare(by=by, **self.cleaned_data)


class PositionCopyForm(PositionNewForm):
    """A draft that starts from an earlier position: its terms can be changed before it is made."""

    def __init__(self, *args, earlier, **kwargs):
        kept = [name for name in TERMS if name not in ("due_on", "stand_in_decider")]
        terms = {name: getattr(earlier, name) for name in kept}
        terms["chair"] = earlier.chair if earlier.chair.is_active else None
        super().__init__(*args, initial=terms | {"stream": earlier.stream}, **kwargs)
        self.earlier = earlier

    def prepare(self, *, by):
        """The draft, and what could not be taken over."""
        with transaction.atomic():
            position = super().prepare(by=by)
            return position, take_over(position, self.earlier, by=by)


def stream_in_words(stream) -> str:
    """With its site, and who leads it now: a position for a stream that is led is a succession."""
    words = {"stream": stream.name, "site": stream.site.name}
    if stream.manager_now is None:
        return _("%(stream)s, %(site)s") % words
    words["manager"] = stream.manager_now.manager.name
    return _("%(stream)s, %(site)s – led by %(manager)s now") % words


class PositionChangeForm(SelectionChangeForm):
    """Saved only while the position is in the state in which the form was answered."""

    def save_version(self, *, by):
        with transaction.atomic():
            as_read = Position.objects.filter(pk=self.instance.pk, state=self.instance.state)
            update_once(as_read, state=self.instance.state)
            return super().save_version(by=by)


class DraftForm(DueDay, PositionChangeForm):
    """Everything that is agreed before anybody scores."""

    class Meta:
        model = Position
        fields = TERMS
        field_classes = FIELD_CLASSES

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        keep = (self.instance.chair_id, self.instance.stand_in_decider_id)
        offer_people(self, "chair", "stand_in_decider", keep=keep)


class ArrangementsForm(DueDay, PositionChangeForm):
    """While the panel works, the date and these two people may change, with a reason."""

    class Meta:
        model = Position
        fields = ARRANGEMENTS
        field_classes = FIELD_CLASSES

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        keep = (self.instance.chair_id, self.instance.stand_in_decider_id)
        offer_people(self, "chair", "stand_in_decider", keep=keep)
        self.fields["reason"] = reason_field(
            required=True, help_text=_("It stands in the record of the selection.")
        )

    def save_version(self, *, by):
        with transaction.atomic():
            position = super().save_version(by=by)
            position.note_change("terms_changed", by=by, reason=self.cleaned_data["reason"])
        return position


def form_for_terms(position, data):
    form = DraftForm if position.state == Position.State.DRAFT else ArrangementsForm
    return form(data, instance=position)
