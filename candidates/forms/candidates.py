"""What comes in about a candidate, with the CV."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidates.cv_file import NotACv, check_cv
from candidates.models import Candidate, Telling
from candidates.retention import retention_from
from value_streams.forms import refuse_twin
from vsm_portal.days import DayField

from .changes import SelectionChangeForm
from .people import PersonField, offer_people
from .reasons import reason_for_change

FIELDS = [
    "name",
    "email",
    "current_function",
    "line_manager",
    "user",
    "source",
    "lean_experience",
    "notice_given_on",
    "legal_basis",
    "keep_consent_on",
    "retain_until",
]
DAYS = ["notice_given_on", "keep_consent_on", "retain_until"]
PEOPLE = ["line_manager", "user"]
FIELD_CLASSES = dict.fromkeys(DAYS, DayField) | dict.fromkeys(PEOPLE, PersonField)


class CvField(forms.FileField):
    """A CV of at most `CV_MAX_BYTES`, checked by content; gives a `candidates.cv_file.Cv`."""

    widget = forms.FileInput(attrs={"accept": ".pdf,.docx,.png,.jpg,.jpeg"})

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if not file or file is initial:
            return None
        if file.size > settings.CV_MAX_BYTES:
            raise ValidationError(
                _("The file has %(got)s MB; at most %(most)s MB can be kept.")
                % {
                    "got": f"{file.size / 1024**2:.1f}",
                    "most": settings.CV_MAX_BYTES // 1024**2,
                }
            )
        try:
            return check_cv(file.read(), file.name)
        except NotACv as wrong:
            raise ValidationError(str(wrong)) from wrong


class WithCv(forms.Form):
    """A form with a CV: a refused one says that the file must be chosen again."""

    cv_file = CvField(
        label=gettext_lazy("CV"),
        required=False,
        help_text=gettext_lazy("PDF, Word (docx), PNG or JPEG, at most 10 MB."),
    )

    def full_clean(self):
        super().full_clean()
        if self.errors and self.files.get("cv_file") and "cv_file" not in self.errors:
            self.add_error(
                "cv_file",
                _("The file was not kept. Mend the rest and choose it again."),
            )

    def put_cv(self, candidate):
        """Write the checked file under a made-up name; returns what takes it away again."""
        cv = self.cleaned_data["cv_file"]
        candidate.cv.save(cv.name, ContentFile(cv.content), save=False)
        candidate.cv_name = cv.name
        storage, path = candidate.cv.storage, candidate.cv.name
        return lambda: storage.delete(path)


class CandidateNewForm(WithCv, forms.ModelForm):
    class Meta:
        model = Candidate
        fields = FIELDS
        field_classes = FIELD_CLASSES

    def __init__(self, *args, position, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.position = position
        self.fields["retain_until"].initial = retention_from(position.site.today())
        self.fields["reason"] = reason_for_change(position)
        offer_people(self, "user", "line_manager")

    def clean(self):
        cleaned = super().clean()
        refuse_twin(self, "email", position=self.instance.position)
        return cleaned

    def enter(self, *, by) -> bool:
        """Enter the candidate; False when somebody else entered the same one at the same moment."""
        take_away = self.put_cv(self.instance) if self.cleaned_data["cv_file"] else None
        try:
            self.instance.enter(by=by, reason=self.cleaned_data["reason"])
        except Exception as failure:
            if take_away:
                take_away()
            if not isinstance(failure, ValidationError):
                raise
            self.add_error(None, failure.messages)
            return False
        return True


class CandidateForm(WithCv, SelectionChangeForm):
    class Meta:
        model = Candidate
        fields = FIELDS
        field_classes = FIELD_CLASSES

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.position = self.instance.position
        keep = (self.instance.user_id, self.instance.line_manager_id)
        offer_people(self, "user", "line_manager", keep=keep)
        if self.instance.cv:
            self.fields["cv_removed"] = forms.BooleanField(
                label=_("Delete the CV that is here"), required=False
            )

    def clean(self):
        cleaned = super().clean()
        refuse_twin(self, "email", position=self.instance.position)
        user = cleaned.get("user")
        # Linked by the address that is corrected now: the corrected one finds its own person.
        if user and user.email == self.initial["email"] != cleaned.get("email", user.email):
            cleaned["user"] = None
        return cleaned

    def save_version(self, *, by):
        """The row, and with it the file: a replaced or deleted one goes once all is saved."""
        candidate, old = self.instance, (self.instance.cv.storage, self.instance.cv.name)
        self.cleaned_data["user"] = candidate.user
        take_away = self._change_cv(candidate)
        try:
            with transaction.atomic():
                saved = super().save_version(by=by)
                if saved.line_manager_id and saved.line_manager_email:
                    Candidate.objects.filter(pk=saved.pk).update(line_manager_email="")
                if "cv" in self.cleaned_data and old[1]:
                    transaction.on_commit(lambda: old[0].delete(old[1]))
        except Exception:
            take_away()
            raise
        return saved

    def _change_cv(self, candidate):
        """Puts `cv` and `cv_name` among what is saved; returns what undoes it on the disk."""
        if self.cleaned_data["cv_file"]:
            take_away = self.put_cv(candidate)
        elif self.cleaned_data.get("cv_removed"):
            candidate.cv, candidate.cv_name = "", ""
            take_away = _nothing
        else:
            return _nothing
        self.cleaned_data |= {"cv": candidate.cv.name or "", "cv_name": candidate.cv_name}
        self._meta.fields = [*FIELDS, "cv", "cv_name"]
        return take_away


def _nothing():
    pass


class WithdrawalForm(forms.Form):
    on = DayField(label=gettext_lazy("Withdrew on"))

    def __init__(self, *args, candidate, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = candidate.position.site.today()
        self.fields["on"].initial = self.today
        self.fields["reason"] = reason_for_change(candidate.position)

    def clean_on(self):
        return not_in_the_future(self.cleaned_data["on"], self.today)


class TellingForm(forms.Form):
    """That the candidate was told of the decision: on which day, by whom, how."""

    told_on = DayField(label=gettext_lazy("Told on"))
    told_by = PersonField(None, label=gettext_lazy("By"))
    how = forms.ChoiceField(
        label=gettext_lazy("How"),
        choices=Telling.How.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, candidate, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = candidate.position.site.today()
        self.fields["told_on"].initial = self.today
        self.fields["told_by"].initial = user.pk
        offer_people(self, "told_by")

    def clean_told_on(self):
        return not_in_the_future(self.cleaned_data["told_on"], self.today)


def not_in_the_future(day, today):
    if day > today:
        raise ValidationError(_("This day has not come yet."))
    return day
