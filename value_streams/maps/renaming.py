"""What names a row of a map follows it to its new name."""

from value_streams.models import Element, InformationFlow, KaizenBurst, Loop, MapPath, MapSupplier


def follow_name(row, old: str, number: int) -> None:
    """`row` was called `old`: write its new name wherever the map meant it.

    Where another thing on the map still has the old name, what names it stays: it may mean that.
    """
    new = getattr(row, "name", "")
    if not old or not new or old == new:
        return
    if isinstance(row, Loop):
        _rename(KaizenBurst, row.map, "loop", old, new, number)
        return
    if isinstance(row, MapPath):
        _rename(MapPath, row.map, "joins", old, new, number)
    if isinstance(row, Element):
        joining = MapPath.objects.of_map(row.map).filter(joins=row.path.name, joins_before=old)
        if not row.beside().filter(name=old).exists():
            joining.update(joins_before=new, version=number)
    if isinstance(row, Element | MapPath | MapSupplier) and not _still_there(row.map, old):
        for model, name in ((InformationFlow, "sender"), (InformationFlow, "to")):
            _rename(model, row.map, name, old, new, number)
        _rename(KaizenBurst, row.map, "at", old, new, number)
        _rename_in_loops(row.map, old, new, number)


def _rename(model, drawn, column, old, new, number) -> None:
    model.objects.filter(map=drawn, **{column: old}).update(**{column: new}, version=number)


def _rename_in_loops(drawn, old, new, number) -> None:
    for loop in Loop.objects.filter(map=drawn):
        if old in loop.elements:
            loop.elements = [new if each == old else each for each in loop.elements]
            loop.version = number
            loop.save(update_fields=["elements", "version"])


def _still_there(drawn, name) -> bool:
    """Whether something else on the map has that name: an element, a cell, a path, a partner."""
    elements = Element.objects.of_map(drawn)
    return (
        elements.filter(name=name).exists()
        or elements.filter(cell=name).exists()
        or MapPath.objects.filter(map=drawn, name=name).exists()
        or MapSupplier.objects.filter(map=drawn, name=name).exists()
        or drawn.customer_name == name
    )
