"""The rows of the editor: which form each has, where it posts, and in which list it stands."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from value_streams.models import Element, Map, MapPath

from .around import Around
from .forms import FORMS
from .row_form import RowForm

#: the lists below the paths: kind of row → relation of the map
LISTS = {
    "supplier": "suppliers",
    "flow": "information_flows",
    "kaizen": "kaizen",
    "loop": "loops",
}
MODELS = {name: form.MODEL for name, form in FORMS.items()}
#: what most often stands behind what
LIKELY_NEXT = {Element.Kind.PROCESS: Element.Kind.INVENTORY}
#: a new row on the page, before the server knows of it
NEW = "new"


@dataclass
class EditorRow:
    """One row on the page.

    id: "element-12"; of a new one "element-new-" and its key. refused: what was typed is not saved;
    conflict: what stands there instead.
    """

    id: str
    name: str
    form: RowForm
    action: str
    row: object = None
    kind: str = ""
    key: str = ""
    path: MapPath | None = None
    after: str = ""
    page: str = ""
    conflict: object = None
    refused: bool = False

    csrf_cookie = settings.CSRF_COOKIE_NAME

    @property
    def is_new(self) -> bool:
        return self.row is None

    @property
    def may_move(self) -> bool:
        """The head and the main path stand where they stand."""
        return self.name != "head" and not getattr(self.form, "is_main", False)

    @property
    def may_insert(self) -> bool:
        return self.name == "element" and not self.is_new

    @property
    def removal(self) -> str:
        return f"{self.action}removal/"

    @property
    def place(self) -> str:
        return f"{self.action}place/"

    @property
    def kind_words(self) -> str:
        if self.name == "element":
            return Element.Kind(self.kind).label
        return ""

    @property
    def next_kind(self) -> str:
        """The kind of element that is likely to follow."""
        return LIKELY_NEXT.get(self.kind, Element.Kind.PROCESS)

    @property
    def blank_name(self) -> str:
        """Which empty row this is: of an element its kind."""
        return self.kind or self.name

    @property
    def group_name(self) -> str:
        """What its fields are about, for those who hear the page."""
        if self.is_new or self.name == "head":
            return _("New row") if self.is_new else _("Customer and working time")
        name = str(self.row).strip(" :→")
        return ", ".join(dict.fromkeys(filter(None, [name, str(self.kind_words)]))) or _("No name")


def row_id(row) -> str:
    """The id of a row on the page: the map itself is its head."""
    if isinstance(row, Map):
        return "head"
    name = next(name for name, model in MODELS.items() if model is type(row))
    return f"{name}-{row.pk}"


class Editor:
    """All rows of one map as the page shows them. `drawn` is fetched `with_rows()`.

    kept: the form of one row as somebody typed it, by the row's id; it stands in place of the one
    that the database would give.
    """

    def __init__(self, drawn: Map, kept: EditorRow | None = None):
        self.drawn, self.around, self.kept = drawn, Around(drawn), kept

    def form_of(self, name: str, data=None, row=None, **options) -> RowForm:
        options |= {"around": self.around, "row": row}
        options.setdefault("auto_id", f"id_{row_id(row) if row else options.pop('key', NEW)}_%s")
        if name == "path":
            options["is_main"] = row is not None and row == self.around.main
        return FORMS[name](data, **options)

    def shown(self, name: str, row, path=None) -> EditorRow:
        """A row of the database, or what was typed into it."""
        own = row_id(row)
        if self.kept and self.kept.id == own:
            return self.kept
        form, action = self.form_of(name, row=row), self.address(name, row)
        kind = row.kind if name == "element" else ""
        return EditorRow(own, name, form, action, row, kind, path=path, page=self.page)

    def new(self, name: str, *, kind="", path=None, after="", key=NEW, data=None) -> EditorRow:
        options = {"kind": kind} if name == "element" else {}
        form = self.form_of(name, data, key=f"{name}-{key}", **options)
        own = f"{name}-{NEW}-{key}"
        action = reverse("map_row_new", args=[self.drawn.pk, name])
        return EditorRow(
            own, name, form, action, kind=kind, key=key, path=path, after=after, page=self.page
        )

    @property
    def page(self) -> str:
        return reverse("map_edit", args=[self.drawn.pk])

    def address(self, name: str, row) -> str:
        if name == "head":
            return reverse("map_head", args=[self.drawn.pk])
        return reverse("map_row", args=[self.drawn.pk, name, row.pk])

    @property
    def head(self) -> EditorRow:
        return self.shown("head", self.drawn)

    @property
    def paths(self) -> list[tuple[EditorRow, list[EditorRow]]]:
        """Each path with its elements, in the order of the map."""
        return [self.path(path) for path in self.around.paths]

    def path(self, path: MapPath) -> tuple[EditorRow, list[EditorRow]]:
        elements = [self.shown("element", each, path) for each in path.elements.all()]
        return self.shown("path", path), self._with_new(elements, "element", path)

    def listed(self, name: str) -> list[EditorRow]:
        rows = [self.shown(name, row) for row in getattr(self.drawn, LISTS[name]).all()]
        return self._with_new(rows, name)

    def _with_new(self, rows, name, path=None) -> list[EditorRow]:
        """The rows, with a new one that is being typed at its place."""
        new = self.kept
        if not new or not new.is_new or new.name != name or new.path != path:
            return rows
        at = next((i for i, row in enumerate(rows, 1) if row.id == new.after), None)
        at = at if at is not None else (0 if new.after == "start" else len(rows))
        return [*rows[:at], new, *rows[at:]]

    def saved_since(self, seen: int) -> list[EditorRow]:
        """The rows that a save after that one has written, the head and the paths first."""
        rows = [("head", self.drawn, None)]
        for path in self.around.paths:
            rows.append(("path", path, None))
            rows += [("element", each, path) for each in path.elements.all()]
        for name, relation in LISTS.items():
            rows += [(name, row, None) for row in getattr(self.drawn, relation).all()]
        return [self.shown(*each) for each in rows if each[1].version > seen]

    @property
    def order(self) -> dict[str, list[str]]:
        """The ids of the rows in each list of the page."""
        paths = self.around.paths
        return {
            "paths": [row_id(path) for path in paths],
            **{
                f"elements-{path.pk}": [row_id(each) for each in path.elements.all()]
                for path in paths
            },
            **{
                name: [row_id(row) for row in getattr(self.drawn, relation).all()]
                for name, relation in LISTS.items()
            },
        }
