"""Imports run one way, file names say something, and views fetch by permission."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

#: lowest room first; a module may import from its own room and from lower ones
ORDER = [
    ["vsm_portal"],
    ["value_streams"],
    ["candidates"],
    ["evaluations"],
    ["vsm_portal.home", "vsm_portal.urls", "vsm_portal.policy", "vsm_portal.page_frame"],
]
#: the demo and the cast stand on everything; commands start what they name
ABOVE_ALL = (
    "vsm_portal.testing",
    "vsm_portal.management",
    "vsm_portal.tests",
    "vsm_portal.policy_page",
)
NOTHING_SAID = {"services", "selectors", "utils", "helpers", "managers", "mixins", "common", "misc"}


def modules():
    for app in ("vsm_portal", "value_streams", "candidates", "evaluations"):
        for file in sorted((ROOT / app).rglob("*.py")):
            name = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            yield name, file


def level(module: str) -> int | None:
    """The room's height; the longest matching prefix decides. None for what is not ours."""
    matches = [
        (len(prefix), height)
        for height, prefixes in enumerate(ORDER)
        for prefix in prefixes
        if module == prefix or module.startswith(prefix + ".")
    ]
    return max(matches)[1] if matches else None


def imported(file: Path):
    """The absolute names a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


SOURCE = [
    (name, file)
    for name, file in modules()
    if not name.startswith(ABOVE_ALL) and ".tests" not in name and ".migrations" not in name
]


def test_imports_run_one_way():
    wrong = [
        f"{name} imports {target}"
        for name, file in SOURCE
        for target in imported(file)
        if level(target) is not None and level(target) > level(name)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_file_hides_behind_a_name_that_says_nothing():
    assert not [name for name, _ in modules() if name.rpartition(".")[2] in NOTHING_SAID]


@pytest.mark.parametrize("app", ["value_streams", "candidates", "evaluations", "vsm_portal/home"])
def test_views_never_ask_for_all_rows_of_a_model(app):
    """`Model.objects.all()` or `.get()` in a view passes the permissions by."""
    files = [*(ROOT / app).glob("views/*.py"), *(ROOT / app).glob("views.py")]
    wrong = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in sorted(files)
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Attribute)
        and node.attr in {"all", "get"}
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "objects"
    ]
    assert not wrong, wrong
