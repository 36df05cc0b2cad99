"""What the forms of all rows of a map share."""

from datetime import date

from django import forms

#: what fits into the column of a version
LARGEST_VERSION = 2_147_483_647


class RowForm(forms.Form):
    """One row with the version the page saw (0: none yet).

    SHORT is always in sight, the rest folded away. `around`: the other names of the map.
    """

    MODEL = None
    SHORT: tuple[str, ...] = ()

    version = forms.IntegerField(min_value=0, max_value=LARGEST_VERSION, widget=forms.HiddenInput)

    def __init__(self, *args, around, row=None, **options):
        self.around, self.row = around, row
        options.setdefault("initial", {"version": 0} if row is None else self.in_row(row))
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)

    def in_row(self, row) -> dict:
        return {"version": row.version, **row.values}

    @property
    def short(self):
        return [self[name] for name in self.SHORT if name in self.fields]

    @property
    def more(self):
        return [self[name] for name in self.fields if name not in (*self.SHORT, "version")]

    @property
    def shows_more(self) -> bool:
        """Something that is folded away was refused."""
        return any(field.errors for field in self.more)

    def values(self) -> dict:
        """The columns that were typed."""
        return {name: self.cleaned_data[name] for name in self.fields if name != "version"}

    @property
    def said(self) -> dict:
        """What was understood in another way than typed, by field."""
        fields = self.fields.items()
        return {name: field.said for name, field in fields if getattr(field, "said", "")}

    def told(self, row) -> dict:
        """What the page would show of a row: {field: text}, a tick "on"."""
        form = self.again(row=row)
        return {name: _typed(form[name]) for name in form.fields if name != "version"}

    def on_top_of(self, row) -> "RowForm":
        """The same form with what was typed, to be saved over the row as it stands now."""
        typed = {name: self[name].value() for name in self.fields}
        return self.again(row=row, initial=typed | {"version": row.version})

    def again(self, **options) -> "RowForm":
        """A form of the same kind of row."""
        return type(self)(around=self.around, **options)

    def refuse_twin(self, name, taken, reason):
        if self.cleaned_data.get(name) and self.cleaned_data[name] in taken:
            self.add_error(name, reason % {"name": self.cleaned_data[name]})


def _typed(bound) -> str:
    value = bound.value()
    if isinstance(bound.field, forms.BooleanField):
        return "on" if value else ""
    return value.isoformat() if isinstance(value, date) else str(value or "")
