from vsm_portal.rules import Rule

#: only who asked for a file may know of it
THEIRS = Rule(read="hr", arguments=lambda world: {"pk": world.export.pk})

POLICY: dict[str, Rule] = {"export_detail": THEIRS, "export_file": THEIRS}
