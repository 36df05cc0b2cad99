"""What only several parts together can have wrong: names given twice, names of nothing.

Each rule goes by the names that could be read. Where one could not, no reference is held against
those who may have meant it: the next reading will say.
"""

from collections.abc import Iterable, Iterator

from value_streams.strict_json import shown

from ..elements import Process
from ..map import PRODUCTION_CONTROL, ROLES
from .fields import MapCheck


def check_names(check: MapCheck, paths: list[dict], loops: list[dict]) -> None:
    """Names of paths, of processes and of loops are unique."""
    _once(check, ((f"paths[{i}]", each) for i, each in enumerate(paths)))
    _once(check, ((f"loops[{i}]", each) for i, each in enumerate(loops)))
    placed = placed_elements(paths)
    _once(check, (pair for pair in placed if pair[1].get("kind") is Process))


def _once(check: MapCheck, placed: Iterable[tuple[str, dict]]) -> None:
    first = {}
    for place, each in placed:
        name = each.get("name")
        earlier = first.setdefault(name, place)
        if name is not None and earlier != place:
            check.fault(f"{place}.name", f"given twice, got {shown(name)}, first in {earlier}")


def placed_elements(paths: list[dict]) -> Iterator[tuple[str, dict]]:
    for i, path in enumerate(paths):
        for j, element in enumerate(path.get("elements", ())):
            yield f"paths[{i}].elements[{j}]", element


def hides_a_name(path: dict) -> bool:
    """Whether the path, or an element of it, may have a name that could not be read."""
    if "name" not in path or "elements" not in path:
        return True
    return any(each.get("name", "") is None for each in path["elements"])


def check_references(check: MapCheck, file: dict, partners: Iterable[str] | None) -> None:
    """Flows, kaizen and loops are at something that is on the map.

    Who sends information and is nothing else on the map is an office of its own, as production
    control is; the check remarks it, so that a slip of the pen is seen.
    """
    paths, flows, loops = file["paths"], file["information_flows"], file["loops"]
    _check_loops_of_kaizen(check, file["kaizen"], loops)
    if partners is None or any(hides_a_name(path) for path in paths):
        return
    on_paths = set(partners) | {*ROLES, *_names_on(paths)}
    offices = {flow["from"] for flow in flows if "from" in flow} - on_paths
    anywhere = on_paths | offices | {PRODUCTION_CONTROL}
    for i, flow in enumerate(flows):
        _known(check, f"information_flows[{i}].to", flow.get("to"), anywhere)
        if (sender := flow.get("from")) in offices - {PRODUCTION_CONTROL}:
            check.remark(f"information_flows[{i}].from", f"{shown(sender)} is taken as an office.")
    for i, kaizen in enumerate(file["kaizen"]):
        _known(check, f"kaizen[{i}].at", kaizen.get("at"), anywhere)
    for i, loop in enumerate(loops):
        for j, name in enumerate(loop.get("elements", ())):
            _known(check, f"loops[{i}].elements[{j}]", name, on_paths)


def _names_on(paths: list[dict]) -> Iterator[str]:
    """Paths, elements, cells and organisations."""
    for path in paths:
        yield path["name"]
        yield path.get("organisation")
        for element in path["elements"]:
            yield from (element.get(key) for key in ("name", "cell", "organisation"))


def _known(check: MapCheck, place: str, name: str | None, known: set[str]) -> None:
    if name is not None and name not in known:
        check.fault(place, f"there is no {shown(name)} on the map")


def _check_loops_of_kaizen(check: MapCheck, kaizen: list[dict], loops: list[dict]) -> None:
    names = {loop.get("name") for loop in loops}
    for i, each in enumerate(kaizen):
        if "loop" in each and None not in names and each["loop"] not in names:
            check.fault(f"kaizen[{i}].loop", f"there is no loop {shown(each['loop'])}")
