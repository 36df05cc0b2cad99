"""What comes in about matrices and proposals of families."""

import json

from django import forms
from django.conf import settings
from django.utils.formats import get_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from .forms import ChangeForm, refuse_twin
from .grouping import Faults, Refusal, read_matrix
from .grouping.proposing import refuse_impossible
from .map_editor.saving import whole_number
from .map_forms import demand_size
from .models import Family, FamilyProposal, Matrix
from .models.matrix import sites_with_matrices_of, stored_table
from .permissions import may_set_family

#: a page lists so many faults; all of them at once would not be read
MOST_FAULTS = 100
TABLE_HINT = _(
    "One product a line: its name, then a cell for each step. Empty or 0: does not pass; X or 1: "
    "passes; a number: seconds of work content (39 s and 2 min are understood). First line: "
    "product, then the steps in flow order; demand_per_month may be the last column. Cells copied "
    "from a spreadsheet can be pasted as they are."
)


def decimal_mark() -> str:
    """That of the reader's language: it decides what "1,500" is."""
    return get_format("DECIMAL_SEPARATOR")


class TableField(forms.CharField):
    """A matrix as text; cleaned to the table that is stored, `remarks` say what was converted."""

    widget = forms.Textarea(
        attrs={"data-matrix": "", "rows": 14, "spellcheck": "false", "autocomplete": "off"}
    )

    def __init__(self, **kwargs):
        super().__init__(strip=False, max_length=2_000_000, **kwargs)
        self.remarks = []

    def clean(self, value):
        text = super().clean(value)
        try:
            read = read_matrix(text.encode(), decimal_mark())
        except Faults as faults:
            self.widget.attrs["data-faults"] = json.dumps(
                [[fault.line, fault.column] for fault in faults.faults if fault.column]
            )
            raise forms.ValidationError(list(_sentences(faults.faults))) from faults
        self.remarks = [remark.text(gettext) for remark in read.remarks]
        return stored_table(read.matrix)


def _sentences(faults):
    yield from (fault.text(gettext) for fault in faults[:MOST_FAULTS])
    if (more := len(faults) - MOST_FAULTS) > 0:
        yield ngettext("and %(n)s fault more", "and %(n)s faults more", more) % {"n": more}


class MatrixNewForm(forms.ModelForm):
    table = TableField(label=_("Products and steps"), help_text=TABLE_HINT)

    class Meta:
        model = Matrix
        fields = ["site", "name", "table"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        sites = sites_with_matrices_of(user)
        self.fields["site"].queryset = sites
        if len(sites) == 1:
            self.fields["site"].initial = sites[0]
            self.fields["site"].empty_label = None

    def clean(self):
        cleaned = super().clean()
        if "site" in cleaned:
            refuse_twin(self, "name", site=cleaned["site"])
        return cleaned


class MatrixForm(ChangeForm):
    table = TableField(label=_("Products and steps"), help_text=TABLE_HINT)

    class Meta:
        model = Matrix
        fields = ["name", "table"]

    def clean(self):
        refuse_twin(self, "name", site=self.instance.site)
        return super().clean()

    def save_version(self, *, by):
        matrix = super().save_version(by=by)
        matrix.count()
        Matrix.objects.filter(pk=matrix.pk, version=matrix.version).update(
            products_count=matrix.products_count, steps_count=matrix.steps_count
        )
        return matrix


class ProposalForm(forms.ModelForm):
    """What the program is asked for: steps upstream of all families, thresholds, how many."""

    left_out = forms.MultipleChoiceField(
        label=_("Upstream steps, left out"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("Steps that all families share upstream say nothing about what belongs apart."),
    )

    class Meta:
        model = FamilyProposal
        fields = ["left_out", "number", "common_steps", "work_spread"]
        help_texts = {
            "number": _("Left empty, the number with the best grouping efficacy is taken."),
            "common_steps": _("A family with less is marked; 0.8 is 80 %."),
            "work_spread": _("A family with more is marked; 0.3 is 30 %."),
        }

    def __init__(self, *args, grid, **kwargs):
        super().__init__(*args, **kwargs)
        self.grid = grid
        self.fields["left_out"].choices = [(step, step) for step in grid.steps]

    def clean(self):
        cleaned = super().clean()
        try:
            refuse_impossible(self.grid, cleaned.get("number"), cleaned.get("left_out", []))
        except Refusal as refusal:
            for reason in refusal.reasons:
                field = "number" if "most" in reason.values else "left_out"
                sentence = gettext(reason.sentence).format(**reason.values)
                self.add_error(field, sentence)
        return cleaned


class ArrangeForm(forms.Form):
    """Which products or steps a person moves, and to which family."""

    what = forms.MultipleChoiceField(
        label=_("Move"), widget=forms.SelectMultiple(attrs={"size": 8})
    )
    to = forms.TypedChoiceField(label=_("to"), coerce=int)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, figures, version, **kwargs):
        super().__init__(*args, initial={"version": version}, **kwargs)
        self.partition = figures.partition
        products, steps = figures.matrix.products, figures.matrix.steps
        self.fields["what"].choices = [
            (
                _("Products"),
                [
                    (f"p{n}", _named(n, name, self.partition.products))
                    for n, name in enumerate(products)
                ],
            ),
            (
                _("Steps"),
                [(f"s{n}", _named(n, name, self.partition.steps)) for n, name in enumerate(steps)],
            ),
        ]
        self.fields["to"].choices = [
            (n, gettext("Family %(n)s") % {"n": n + 1}) for n in range(self.partition.number)
        ]

    def clean(self):
        cleaned = super().clean()
        if "what" in cleaned and "to" in cleaned:
            self.products, self.steps = list(self.partition.products), list(self.partition.steps)
            for key in cleaned["what"]:
                groups = self.products if key[0] == "p" else self.steps
                groups[int(key[1:])] = cleaned["to"]
            left = set(range(self.partition.number))
            if empty := sorted((left - set(self.products)) | (left - set(self.steps))):
                sentence = gettext(
                    "Family %(n)s would be left without a product or without a step; each family "
                    "has at least one of both. Fewer families can be chosen below."
                )
                self.add_error("what", sentence % {"n": empty[0] + 1})
        return cleaned


def _named(place, name, groups) -> str:
    return gettext("%(name)s (family %(n)s)") % {"name": name, "n": groups[place] + 1}


class ConfirmForm(forms.Form):
    """A name for each family; a name the site has already changes that family's products."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100_000)

    def __init__(self, *args, proposal, figures, user, **kwargs):
        self.user, self.site = user, proposal.site
        self.known = {
            family.name: family
            for family in Family.objects.filter(site=proposal.site).select_related("site")
        }
        versions = " ".join(f"{each.pk}:{each.version}" for each in self.known.values())
        initial = {"version": proposal.version, "seen": versions}
        super().__init__(*args, initial=initial, **kwargs)
        self.keys = [f"name_{n}" for n in range(len(figures.families))]
        for n, (key, family) in enumerate(zip(self.keys, figures.families, strict=True), start=1):
            self.fields[key] = forms.CharField(
                label=gettext("Name of family %(n)s") % {"n": n},
                max_length=120,
                help_text=_listed(family.products),
            )

    def clean(self):
        cleaned = super().clean()
        seen = {}
        for key in self.keys:
            name = cleaned.get(key)
            if name is None:
                continue
            if name in seen:
                self.add_error(key, _("Two families cannot have the same name."))
            seen[name] = key
            if not (answer := may_set_family(self.user, self.site, self.known.get(name))):
                self.add_error(key, answer.reason)
        return cleaned

    def clean_seen(self) -> dict:
        """{name: version} of the site's families as the page showed them."""
        pairs = (pair.partition(":") for pair in self.cleaned_data["seen"].split())
        versions = {whole_number(pk): whole_number(version) for pk, _colon, version in pairs}
        return {name: versions.get(family.pk, 0) for name, family in self.known.items()}

    @property
    def names(self) -> list[str]:
        return [self.cleaned_data[key] for key in self.keys]


def _listed(names) -> str:
    shown = ", ".join(names[:12])
    more = len(names) - 12
    if more <= 0:
        return shown
    return ngettext("%(names)s and %(n)s more", "%(names)s and %(n)s more", more) % {
        "names": shown,
        "n": more,
    }


class MatrixFileForm(forms.Form):
    file = forms.FileField(
        label=_("products.csv"),
        help_text=_(
            "Columns: product, then the steps in flow order. UTF-8; comma, semicolon, tab."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_file(self):
        """The file's text; a file that is no text says why here, its cells are judged beside it."""
        demand_size(self.cleaned_data["file"], settings.MATRIX_MAX_BYTES)
        content = self.cleaned_data["file"].read()
        try:
            self.grid = read_matrix(content, decimal_mark()).matrix
        except Faults as faults:
            if any(fault.line is None for fault in faults.faults) or not _is_text(content):
                raise forms.ValidationError(list(_sentences(faults.faults))) from faults
            self.grid = None
        return content.decode("utf-8-sig")


def _is_text(content: bytes) -> bool:
    try:
        return "\0" not in content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
