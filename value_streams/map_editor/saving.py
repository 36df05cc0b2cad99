"""One attempt to save one row, and how its outcome is told."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import Http404, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from value_streams.models import Element, MapPath
from value_streams.models.map_saving import RowConflict, add_row, save_row
from vsm_portal.permission import Conflict

from .both_texts import BothTexts, both_texts
from .page import changes, fetched, save_of, saved_by
from .rows import LISTS, MODELS, NEW, Editor, EditorRow


def number_in(data, name: str) -> int:
    """A number the page sends along; 0 where there is none."""
    return whole_number(data.get(name, ""))


def whole_number(text: str) -> int:
    """One that every database can hold; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


@dataclass
class Saving:
    """`shown` is the row with its bound form; `row` after a save the row as it stands.

    theirs: the row that somebody else saved meanwhile.
    """

    request: object
    drawn: object
    editor: Editor
    shown: EditorRow
    row: object = None
    status: int = 0
    theirs: object = None

    @classmethod
    def of_row(cls, request, drawn, name, row):
        editor = Editor(drawn)
        shown = editor.shown(name, row, getattr(row, "path", None))
        shown.form = editor.form_of(name, request.POST, row)
        return cls(request, drawn, editor, shown, row)

    @classmethod
    def of_new(cls, request, drawn, name):
        """A row that this page has saved already under its key is that row."""
        if name not in ("element", *LISTS):
            raise Http404
        key = _key(request.POST.get("key", ""))
        if twin := _of_key(drawn, name, key):
            return cls.of_row(request, drawn, name, twin)
        editor = Editor(drawn)
        place = {"after": request.POST.get("after", ""), "key": str(key or NEW)}
        if name == "element":
            kind = request.POST.get("kind", "")
            path = MapPath.objects.of_map(drawn).filter(pk=number_in(request.POST, "path")).first()
            if kind not in Element.Kind.values:
                raise Http404
            if path is None:
                raise Conflict(_("The path was removed meanwhile. Nothing was saved."))
            place |= {"kind": kind, "path": path}
        return cls(request, drawn, editor, editor.new(name, data=request.POST, **place))

    @property
    def form(self):
        return self.shown.form

    def attempt(self) -> None:
        if not self.form.is_valid():
            self.status = 422
            return
        try:
            self.row = self._save() if self.row else self._add()
            self.status = 200
        except RowConflict as conflict:
            if conflict.theirs is None:
                raise
            self.theirs = conflict.theirs
            self.status = 409

    def _save(self):
        version = self.form.cleaned_data["version"]
        return save_row(self.row, self.form.values(), by=self.request.user, version=version)

    def _add(self):
        values = self.form.values() | {"key": _key(self.shown.key)}
        parent = {"path": self.shown.path} if self.shown.path else {"map": self.drawn}
        try:
            with transaction.atomic():
                return add_row(
                    self.form.MODEL,
                    values,
                    by=self.request.user,
                    before=self._row_before_which(),
                    **parent,
                )
        except IntegrityError as taken:  # the same save, sent twice at the same moment
            if twin := _of_key(self.drawn, self.shown.name, values["key"]):
                return twin
            raise Conflict(_("This row belongs to another map.")) from taken

    def _row_before_which(self):
        """The row that follows the one after which the new one stands; None: to the end."""
        parent, after = self.shown.path, self.shown.after
        if parent:
            beside = list(Element.objects.filter(path=parent).in_order())
        else:
            beside = list(self.form.MODEL.objects.of_map(self.drawn).in_order())
        if after == "start":
            return next(iter(beside), None)
        ids = [f"{self.shown.name}-{each.pk}" for each in beside]
        return dict(zip(ids, beside[1:], strict=False)).get(after)

    def as_json(self) -> JsonResponse:
        if self.status == 422:
            return JsonResponse({"errors": self.form.errors}, status=422)
        if self.status == 409:
            return JsonResponse(self._told_conflict(), status=409)
        now = fetched(self.drawn.pk)
        said = changes(self.request, now, number_in(self.request.POST, "seen"))
        when = saved_by(save_of(now, self.row.version), self.request.user)
        own = {
            "version": self.row.version,
            "saved": when,
            "sentence": _("Saved %(time)s.") % {"time": when},
            "said": self.form.said,
            "row": {"id": f"{self.shown.name}-{self.row.pk}", "action": self._action},
        }
        return JsonResponse(own | said)

    @property
    def _action(self) -> str:
        return self.editor.address(self.shown.name, self.row)

    def _told_conflict(self) -> dict:
        saved = saved_by(save_of(self.drawn, self.theirs.version), self.request.user)
        theirs = self.form.told(self.theirs) | {"version": self.theirs.version, "saved": saved}
        return {"reason": str(_("Saved elsewhere meanwhile.")), "theirs": theirs}

    @property
    def kept(self) -> EditorRow:
        """The row as it was typed, for the page; after a conflict with both texts."""
        self.shown.refused = True
        if self.theirs is not None:
            self.shown.conflict = self.both
            self.shown.form = self.form.on_top_of(self.theirs)
        return self.shown

    @property
    def both(self) -> BothTexts:
        saved = saved_by(save_of(self.drawn, self.theirs.version), self.request.user)
        return both_texts(self.form, self.theirs, saved)

    @property
    def next_url(self) -> str:
        """Where to go on without a script: the likely next row behind a new one."""
        page = reverse("map_edit", args=[self.drawn.pk])
        own = f"{self.shown.name}-{self.row.pk}" if self.shown.name != "head" else "head"
        if not self.shown.is_new or self.shown.name != "element":
            return f"{page}#{own}"
        return (
            f"{page}?new=element&kind={self.shown.next_kind}&path={self.row.path_id}"
            f"&after={own}#element-{NEW}-{NEW}"
        )


def _of_key(drawn, name, key):
    """The row that was saved under that key already, if there is one."""
    return key and MODELS[name].objects.of_map(drawn).filter(key=key).first()


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
