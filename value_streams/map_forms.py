"""What comes in about whole maps; their rows: map_editor/."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .maps import headings
from .maps.photo_file import NotAPhoto, check_photo
from .models import Map, MapComment, MapState
from .models.map_words import Question

FEW_ROWS = {"rows": 3}


class MapStartForm(forms.Form):
    """Which state, and what it begins with."""

    state = forms.ChoiceField(
        label=_("State"),
        widget=forms.RadioSelect,
        choices=lambda: [(state.value, headings.state_named(state)) for state in MapState],
    )
    begin_with = forms.ModelChoiceField(
        queryset=Map.objects.none(),
        label=_("Begin with"),
        required=False,
        empty_label=_("an empty sheet"),
        help_text=_("A copy says the same as its original; the original stays as it is."),
    )

    def __init__(self, *args, stream, **kwargs):
        super().__init__(*args, **kwargs)
        versions = Map.objects.filter(stream=stream).order_by("state", "-number")
        self.fields["begin_with"].queryset = versions
        self.fields["begin_with"].label_from_instance = headings.version


class CommentForm(forms.ModelForm):
    class Meta:
        model = MapComment
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs=FEW_ROWS)}


class FreedForm(forms.Form):
    """What becomes of freed space or people, over the version that was seen."""

    text = forms.CharField(label=_("Answer"), widget=forms.Textarea(attrs=FEW_ROWS))
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class AnswersForm(forms.Form):
    """The eight questions, each over the version that was seen."""

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        there = {row.question: row for row in rows}
        for question in Question:
            row = there.get(question.value)
            self.fields[f"text_{question}"] = forms.CharField(
                label=f"{question}. {question.label}",
                required=False,
                initial=row.text if row else "",
                widget=forms.Textarea(attrs=FEW_ROWS),
            )
            self.fields[f"version_{question}"] = forms.IntegerField(
                min_value=0, initial=row.version if row else 0, widget=forms.HiddenInput
            )

    @property
    def texts(self) -> dict:
        """{question: (text, version seen)}, for `map_saving.save_answers`."""
        said = self.cleaned_data
        return {
            question.value: (
                said[f"text_{question}"].replace("\r\n", "\n"),
                said[f"version_{question}"],
            )
            for question in Question
        }


def demand_size(file, most: int) -> None:
    if file.size > most:
        raise ValidationError(
            _("The file has %(got)s MB; at most %(most)s MB can be read."),
            params={"got": f"{file.size / 1024**2:.1f}", "most": most // 1024**2},
        )


class PhotoForm(forms.Form):
    """A photo, checked by its content and drawn anew: `cleaned_data["photo"]` is a `Photo`."""

    photo = forms.FileField(
        label=_("Photo of the pencil map"),
        help_text=_("JPEG or PNG. Place and camera are taken out of it before it is kept."),
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,image/jpeg,image/png"}),
    )

    def clean_photo(self):
        file = self.cleaned_data["photo"]
        demand_size(file, settings.PHOTO_MAX_BYTES)
        try:
            return check_photo(file.read())
        except NotAPhoto as wrong:
            raise ValidationError(str(wrong)) from wrong


class MapFileForm(forms.Form):
    file = forms.FileField(
        label=_("Map file"),
        help_text=_("A file of the format value-stream-map/1 (JSON), as the portal exports it."),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )

    def clean_file(self):
        demand_size(self.cleaned_data["file"], settings.MAP_MAX_BYTES)
        return self.cleaned_data["file"]
