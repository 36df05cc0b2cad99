"""Maps to draw: lines of processes, a future state, joining paths, every shape by chance."""

import random
from dataclasses import replace

from value_streams.mapping import (
    Customer,
    Fifo,
    InformationFlow,
    Inventory,
    Kaizen,
    Loop,
    Map,
    Path,
    Process,
    SafetyStock,
    Supermarket,
    Supplier,
    Transport,
)
from value_streams.mapping.map import FLOW_KINDS, MEDIA, PRODUCTION_CONTROL
from value_streams.tests.mapping.maps import TWO_SHIFTS, branch, drawn, process, stock

HOSTILE = "</text><script>alert(1)</script>\x00\x08\"'&<\u202e]]>"
WORDS = [
    *("Stamping", "Presse", "Härterei", "Donaudampfschifffahrtsgesellschaft", "x", "Ω", "切削加工"),
    *("Grinding-and-polishing-line", "مكبس", HOSTILE, "0", "Assembly line five after rework", "Ǻ"),
]
CUSTOMER = Customer(name="State Street", daily_demand=920, pack_size=20, shipments_per_day=1)


def told(sender, to, kind="schedule", content="", medium="manual", frequency=""):
    return InformationFlow(
        sender=sender, to=to, medium=medium, kind=kind, content=content, frequency=frequency
    )


def line(processes: int, **fields) -> Map:
    """A process after each stock, of every kind in turn; every second one gets a schedule."""
    kinds = (Inventory, Supermarket, Fifo, SafetyStock)
    elements = []
    for at in range(processes):
        elements.append(kinds[at % 4](name=f"Stock {at}", pieces=500 + 137 * at))
        elements.append(process(f"Process {at}", 20 + at, changeover_s=600, operators=1))
    names = [f"Process {at}" for at in range(0, processes, 2)]
    return drawn(
        *elements,
        stock("Finished", 2),
        customer=CUSTOMER,
        suppliers=(Supplier(name="Forge", delivers="weekly"),),
        information_flows=(
            told("State Street", PRODUCTION_CONTROL, "order", "daily order", "electronic"),
            told(PRODUCTION_CONTROL, "Forge", "forecast", "monthly", "electronic"),
            *(told(PRODUCTION_CONTROL, name, content="weekly schedule") for name in names),
        ),
        kaizen=(Kaizen(at="Process 1", text="changeover", kind="process"),),
        **fields,
    )


def future() -> Map:
    """A cell fed from supermarkets, scheduled at one point; every icon of information."""
    cell = {"cell": "Weld and assembly", "operators": 1}
    return drawn(
        Supermarket(name="Coils", days=1.5),
        process("Stamping", 1, changeover_s=540),
        Supermarket(name="Stamped", days=1.5),
        process("Weld", 50, **cell),
        process("Assembly", 55, **cell),
        Fifo(name="", pieces=20, max_pieces=40),
        process("Test", 20),
        Supermarket(name="Finished", pieces=1840),
        customer=CUSTOMER,
        suppliers=(Supplier(name="Steel", delivers="daily milk run"),),
        information_flows=(
            told("State Street", PRODUCTION_CONTROL, "order", "daily order", "electronic"),
            told(PRODUCTION_CONTROL, "Steel", "forecast", "6 weeks", "electronic"),
            told(PRODUCTION_CONTROL, "Weld", "levelling", "tray of 20"),
            told("Finished", "Weld", "production-kanban", "20"),
            told("Weld", "Stamped", "withdrawal-kanban", "bin"),
            told("Stamped", "Stamping", "signal-kanban", "batch"),
            told("Test", "Assembly", "sequenced-pull"),
            told("Supervisor", "Test", "go-see", frequency="hourly"),
            told("Coils", PRODUCTION_CONTROL, "order", "coil cards"),
        ),
        kaizen=(Kaizen(at="Weld", text="uptime", kind="flow", loop="Pacemaker"),),
        loops=(
            Loop(name="Pacemaker", kind="pacemaker", order=1, elements=("Weld", "Assembly")),
            Loop(name="Press", kind="upstream", order=2, elements=("Stamping", "Stamped")),
        ),
        state="future",
    )


def joining() -> Map:
    """Two paths into the main one, a third into one of them."""
    return drawn(
        *(stock("Coils"), process("Stamping"), stock("Stamped"), process("Weld")),
        *(stock("Welded"), process("Assembly", 62), stock("Finished")),
        branches=(
            branch(
                "Bushings",
                *(stock("Sleeves", 3), process("Press", 20), stock("Pressed")),
                before="Assembly",
                pieces_per_product=2,
                organisation="Bush Ltd",
            ),
            branch("Bolts", stock("Wire", 40), process("Heading", 2), before="Weld"),
            branch(
                "Seals", stock("Rubber"), process("Mould", 15), joins="Bushings", before="Press"
            ),
        ),
        customer=CUSTOMER,
        suppliers=tuple(Supplier(name=name) for name in ("Steel", "Bush Ltd", "Wire works")),
        information_flows=(
            told(PRODUCTION_CONTROL, "Press", content="weekly schedule"),
            told("Assembly", "Pressed", "withdrawal-kanban", "box"),
        ),
    )


def with_names(given: Map, name) -> Map:
    """The same map, every name of an element replaced by `name(name)`."""
    paths = tuple(
        replace(
            path,
            elements=tuple(replace(each, name=name(each.name)) for each in path.elements),
            joins_before=path.joins_before and name(path.joins_before),
        )
        for path in given.paths
    )
    known = {element.name for _, element in given.elements}
    flows = tuple(
        replace(
            flow,
            sender=name(flow.sender) if flow.sender in known else flow.sender,
            to=name(flow.to) if flow.to in known else flow.to,
            content=name(flow.content),
        )
        for flow in given.information_flows
    )
    kaizen = tuple(replace(k, at=name(k.at), text=name(k.text)) for k in given.kaizen)
    return replace(given, paths=paths, information_flows=flows, kaizen=kaizen)


def by_chance(seed: int) -> Map:
    """Up to 30 processes on the main path, up to five more paths, up to 20 flows, odd names."""
    draw = random.Random(seed)
    paths = [Path(name="main", elements=_elements(draw, "m", draw.choice([1, 2, 3, 5, 10, 30])))]
    for at in range(draw.randint(0, 5)):
        joined = draw.choice([path for path in paths if path.processes])
        paths.append(
            branch(
                f"{at} {_words(draw)}",
                *_elements(draw, f"b{at}", draw.choice([0, 1, 2, 3, 8])),
                joins=joined.name,
                before=draw.choice(joined.processes).name,
                pieces_per_product=draw.choice([1, 2, 0.5]),
                organisation=draw.choice([None, "Bush Ltd"]),
            )
        )
    names = [element.name for path in paths for element in path.elements if element.name]
    suppliers = tuple(
        Supplier(name=f"S{at} {_words(draw)}", delivers=_words(draw))
        for at in range(draw.choice([0, 1, 1, 2, 5]))
    )
    offices = [PRODUCTION_CONTROL, PRODUCTION_CONTROL, "Sales", "Lager"]
    ends = [*names, *names, *offices, *(each.name for each in suppliers), "Customer"]
    flows = [(draw.choice(ends), draw.choice(ends)) for _ in range(draw.choice([0, 3, 8, 20]))]
    return Map(
        name=_words(draw) or "A map",
        customer=Customer(
            name="Customer",
            daily_demand=10 ** draw.uniform(-2, 6),
            shipments_per_day=draw.choice([None, 0.3, 7.5]),
            variants=tuple((f"{at} {_words(draw)}", at) for at in range(draw.choice([0, 2, 6]))),
        ),
        working_time=TWO_SHIFTS,
        paths=tuple(paths),
        suppliers=suppliers,
        information_flows=tuple(
            told(
                *(sender, to, draw.choice(FLOW_KINDS), _words(draw), draw.choice(MEDIA)),
                draw.choice(["", "daily"]),
            )
            for sender, to in flows
            if sender != to
        ),
        kaizen=tuple(
            Kaizen(at=draw.choice(names), text=_words(draw), kind=draw.choice(["process", "flow"]))
            for _ in range(draw.choice([0, 2, 6]))
        ),
        loops=tuple(
            Loop(name=f"{at} {_words(draw)}", kind="upstream", elements=tuple(names[at : at + 3]))
            for at in range(draw.choice([0, 1, 3]))
        ),
    )


def _words(draw) -> str:
    return " ".join(draw.choice(WORDS) for _ in range(draw.choice([0, 1, 1, 2, 5])))


def _elements(draw, path, processes):
    found = []
    for at in range(processes):
        found += [_stock(draw) for _ in range(draw.choice([0, 1, 1, 2]))]
        found.append(
            Process(
                name=f"{_words(draw)} {path}{at}".strip(),
                cycle_time_s=10 ** draw.uniform(-3, 6),
                changeover_s=draw.choice([0, 600, 1e6]),
                batch_size=draw.choice([None, 500]),
                uptime=draw.choice([1, 0.5]),
                operators=draw.choice([None, 1, 0.25, 1234567]),
                cell=draw.choice([None, None, "A", f"Cell {_words(draw)}"]),
                work_content_s=draw.choice([None, 44]),
                share_of_time=draw.choice([1, 0.3]),
            )
        )
    return tuple([*found, _stock(draw)] if draw.random() < 0.6 else found)


def _stock(draw):
    if draw.random() < 0.2:
        return Transport(name=_words(draw), hours=draw.random() * 50)
    kind = draw.choice([Inventory, Supermarket, Fifo, SafetyStock])
    waits = {"pieces": draw.randint(0, 10**6)} if draw.random() < 0.5 else {"days": 40.25}
    waits = waits if draw.random() < 0.9 else {}
    return kind(name=_words(draw), **waits)
