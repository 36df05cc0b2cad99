"""Who of the cast may use which address of maps: those of Steering brackets, which `manager` leads.

Whoever may know of the stream reads its maps; executives of its site and its manager draw them; the
adviser comments, too.
"""

from vsm_portal.rules import Rule

READERS = (
    "administrator hr executive top manager other_manager adviser candidate head_hr head_executive"
)
DRAW = "executive top manager candidate"
COMMENT = f"{DRAW} adviser"


def rest(allowed) -> str:
    return " ".join(who for who in READERS.split() if who not in allowed.split())


def the_stream(world):
    return {"pk": world.stream.pk}


def the_map(world):
    return {"pk": world.current_map.pk}


def the_draft(world):
    return {"pk": world.draft_map.pk}


def the_freed_space(world):
    return {"pk": world.current_map.pk, "what": "space"}


def form(arguments) -> Rule:
    """An address that shows a form to who draws, and takes it."""
    refused = rest(DRAW)
    return Rule(
        read=DRAW, write=DRAW, refused_read=refused, refused_write=refused, arguments=arguments
    )


def deed(allowed, arguments) -> Rule:
    return Rule(write=allowed, refused_write=rest(allowed), arguments=arguments)


POLICY = {
    "map_list": Rule(read=READERS, arguments=the_stream),
    "map_create": form(the_stream),
    "map_import": form(the_stream),
    "map_import_confirmation": deed(DRAW, the_stream),
    "map_comparison": Rule(read=READERS, arguments=the_stream),
    "map_detail": Rule(read=READERS, arguments=the_map),
    "map_in_force": deed(DRAW, the_draft),
    "map_comment": deed(COMMENT, the_map),
    "map_answers": form(the_draft),
    "map_freed": form(the_freed_space),
    "map_export": Rule(read=READERS, arguments=the_map),
    "map_drawing": Rule(read=READERS, arguments=the_map),
    "map_pdf": Rule(write=READERS, arguments=the_map),
    "map_photo": Rule(read=READERS, arguments=the_map),
    "map_photo_create": form(the_map),
    "map_photo_removal": deed(DRAW, the_map),
}
