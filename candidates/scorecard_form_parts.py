"""How the fields of a draft's form stand on the page: what is chosen, what was refused, and, after
a conflict, both texts side by side.
"""

from dataclasses import dataclass

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from .forms.scorecards import DraftForm, ScoreForm
from .models import EvidenceKind, Seen
from .scorecard_words import NOT_OBSERVED, saved_sentence, saved_time

#: by which a note is chosen on the keyboard; further notes by hand
NOTE_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class FormParts:
    """typed: {field: text}; errors: {field: [reason]}; options: for the radio fields.

    state: of the line that says what is saved, "kept", "lost", or "" while nothing is.
    """

    form: DraftForm
    typed: dict
    saved: str
    saved_at: str
    state: str
    options: dict

    @property
    def errors(self) -> dict:
        """Every field by name, with an empty list where nothing was refused."""
        return {name: self.form.errors.get(name, []) for name in self.form.fields}


def form_page_parts(form, row, *, refused=False) -> FormParts:
    """row: as it is saved; refused: what stands in the form is not it."""
    return FormParts(
        form=form,
        typed=form.typed(),
        saved=_("Not saved yet. It stands on this page alone.") if refused else saved_sentence(row),
        saved_at=saved_time(row),
        state="lost" if refused else "kept" if row else "",
        options=options_of(form),
    )


def options_of(form) -> dict:
    if not isinstance(form, ScoreForm):
        return {"seen": Seen.choices}
    levels = form.about.criterion.levels
    return {
        "level": [(str(n), name, sentence) for n, (name, sentence) in enumerate(levels, start=1)],
        "unseen": (
            NOT_OBSERVED,
            _("Not observed"),
            _("Left out of the mean; never counted as zero."),
        ),
        "kind": EvidenceKind.choices,
        "note": [
            (pk, f"{letter} {date_format(note.on, 'j F Y')}", Truncator(note.text).chars(120))
            for letter, (pk, note) in zip(NOTE_LETTERS, form.notes.items(), strict=False)
        ],
        "own": ("", _("Words of its own"), _("Typed below, for this criterion alone.")),
    }


@dataclass(frozen=True)
class BothTexts:
    """A conflict: what stands there, what was typed, and the two texts one after the other.

    their_row: the row as JSON, as the autosave is told it.
    """

    lead: str
    theirs: str
    mine: str
    joined: str
    fields: list
    their_row: str


def conflict_of(form, theirs) -> BothTexts:
    """form: what was typed, on top of their version; theirs: the row as `DraftForm.told` says it.

    fields: [(name, value)] that carry what was typed through the page's other forms, without the
    text.
    """
    mine = form.typed()
    texts = [mine["evidence"], theirs["evidence"]]
    return BothTexts(
        lead=_("Saved in another window at %(time)s, while you were writing.")
        % {"time": theirs["saved"]},
        theirs=_in_lines(theirs),
        mine=_in_lines(mine | form.words_of(mine)),
        joined="\n".join(dict.fromkeys(text for text in texts if text)),
        fields=[(name, value) for name, value in mine.items() if name != "evidence"],
        their_row=DjangoJSONEncoder().encode(theirs),
    )


def _in_lines(told) -> str:
    """The answers by their words, a line each, then the text."""
    words = [text for name, text in told.items() if name.endswith("_words") and text]
    return "\n".join([*words, told["evidence"]]).rstrip()
