"""Who of the cast may enter a map: whoever may change its stream; others that read it are told."""

from vsm_portal.rules import Rule

from ..policy import EDIT_STREAM, rest

TOLD = rest(EDIT_STREAM)


def the_draft(world):
    return {"pk": world.draft_map.pk}


def a_new_row(world):
    return the_draft(world) | {"name": "supplier"}


def a_row(world):
    path = world.draft_map.paths.get()
    return the_draft(world) | {"name": "element", "row": path.elements.first().pk}


def reading(arguments) -> Rule:
    return Rule(read=EDIT_STREAM, refused_read=TOLD, arguments=arguments)


def writing(arguments) -> Rule:
    return Rule(write=EDIT_STREAM, refused_write=TOLD, arguments=arguments)


POLICY = {
    "map_edit": reading(the_draft),
    "map_changes": reading(the_draft),
    "map_undo": writing(the_draft),
    "map_head": writing(the_draft),
    "map_path_new": writing(the_draft),
    "map_row_new": writing(a_new_row),
    "map_row": writing(a_row),
    "map_row_place": writing(a_row),
    "map_row_removal": writing(a_row),
}
