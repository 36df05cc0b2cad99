"""Maps for the tests of all that reads maps: worked examples, and random ones of every shape."""

from datetime import date
from pathlib import Path as File

from hypothesis import strategies as st

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
    WorkingTime,
)
from value_streams.mapping.map import (
    FLOW_KINDS,
    KAIZEN_KINDS,
    LOOP_KINDS,
    MEDIA,
    PRODUCTION_CONTROL,
    QUESTIONS,
    STATES,
)

STEERING_BRACKETS = File(__file__).parent / "steering_brackets.json"
TWO_SHIFTS = WorkingTime(shifts_per_day=2, hours_per_shift=8, break_minutes_per_shift=20)


def drawn(*elements, branches=(), **fields) -> Map:
    """A map of a main path; takt 60 s unless the customer says otherwise."""
    fields = {"customer": Customer(daily_demand=920), "working_time": TWO_SHIFTS} | fields
    main = Path(name="main", elements=elements)
    return Map(name="A map", paths=(main, *branches), **fields)


def branch(name, *elements, joins="main", before, **fields) -> Path:
    return Path(name=name, elements=elements, joins=joins, joins_before=before, **fields)


def process(name="Weld", cycle_time_s=30, **fields) -> Process:
    return Process(name=name, cycle_time_s=cycle_time_s, **fields)


def stock(name="Stock", days=1, **fields) -> Inventory:
    return Inventory(name=name, days=days, **fields)


def counted(name: str, left: int, right: int) -> Inventory:
    return Inventory(name=name, pieces=left + right, by_variant=(("left", left), ("right", right)))


def acme() -> Map:
    """Acme Stamping's current state, *Learning to See*."""
    welded = {"changeover_s": 600, "variants": 2, "operators": 1}
    return Map(
        name="Acme Stamping",
        as_of=date(2026, 1, 15),
        customer=Customer(
            name="State Street Assembly",
            demand_per_month=18400,
            working_days_per_month=20,
            pack_size=20,
            shipments_per_day=1,
            variants=(("left", 12000), ("right", 6400)),
        ),
        suppliers=(Supplier(name="Michigan Steel", delivers="Tuesday and Thursday"),),
        working_time=TWO_SHIFTS,
        paths=(
            Path(
                name="main",
                elements=(
                    stock("Coils", 5),
                    process(
                        "Stamping", 1, changeover_s=3600, uptime=0.85, shared=True, operators=1
                    ),
                    counted("Stamped", 4600, 2400),
                    process("Weld 1", 39, **welded),
                    counted("Welded once", 1100, 600),
                    process("Weld 2", 46, uptime=0.8, **welded),
                    counted("Welded twice", 1600, 850),
                    process("Assembly 1", 62, operators=1),
                    counted("Assembled once", 1200, 640),
                    process("Assembly 2", 40, operators=1),
                    counted("Finished", 2700, 1440),
                ),
            ),
        ),
    )


# Random maps that every reader accepts.

NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=12
).filter(str.strip)
TEXTS = st.one_of(st.just(""), NAMES)
POSITIVE = st.floats(1e-6, 1e9) | st.integers(1, 10**6)
ZERO_OR_MORE = st.just(0) | POSITIVE
SHARES = st.floats(1e-6, 1) | st.just(1)


def maybe(strategy):
    return st.none() | strategy


def parts(cls, **fields):
    return st.builds(cls, **fields)


@st.composite
def pairs(draw, values, names=NAMES):
    keys = draw(st.lists(names, unique=True, max_size=3))
    return tuple((key, draw(values)) for key in keys)


WORKING_TIMES = parts(
    WorkingTime,
    shifts_per_day=st.sampled_from([1, 1.5, 2, 3]),
    hours_per_shift=st.floats(1, 8),
    break_minutes_per_shift=st.just(0) | st.floats(1, 59),
)
ELEMENT = {"name": TEXTS, "floor_space_m2": maybe(ZERO_OR_MORE)}


def stocks(cls, **fields):
    return parts(
        cls,
        **ELEMENT,
        days=maybe(ZERO_OR_MORE),
        pieces=ZERO_OR_MORE,
        by_variant=pairs(ZERO_OR_MORE),
        **fields,
    )


STOCKS = st.one_of(
    stocks(Inventory),
    stocks(Supermarket),
    stocks(SafetyStock),
    stocks(Fifo, max_pieces=maybe(POSITIVE)),
    parts(Transport, **ELEMENT, days=ZERO_OR_MORE, hours=maybe(ZERO_OR_MORE)),
    parts(Transport, **ELEMENT, hours=ZERO_OR_MORE),
)


def processes(name):
    return parts(
        Process,
        name=st.just(name),
        floor_space_m2=maybe(ZERO_OR_MORE),
        cycle_time_s=POSITIVE,
        changeover_s=ZERO_OR_MORE,
        batch_size=maybe(POSITIVE),
        uptime=SHARES,
        first_pass_yield=SHARES,
        operators=maybe(ZERO_OR_MORE),
        variants=st.integers(1, 50),
        shared=st.booleans(),
        share_of_time=SHARES,
        epe_days=maybe(POSITIVE),
        value_creating_s=maybe(ZERO_OR_MORE),
        work_content_s=maybe(ZERO_OR_MORE),
        working_time=maybe(WORKING_TIMES),
        cell=maybe(NAMES),
        organisation=maybe(NAMES),
    )


CUSTOMERS = parts(
    Customer,
    name=TEXTS,
    demand_per_month=POSITIVE,
    working_days_per_month=st.floats(1, 31),
    working_days_per_year=maybe(st.integers(1, 366)),
    pack_size=maybe(POSITIVE),
    shipments_per_day=maybe(POSITIVE),
    variants=pairs(ZERO_OR_MORE),
) | parts(
    Customer,
    daily_demand=POSITIVE,
    working_days_per_year=maybe(st.integers(1, 366)),
)


@st.composite
def paths(draw, most_paths=4, most_processes=3):
    """A main path and branches that join an earlier path before one of its processes."""
    names = draw(st.lists(NAMES, unique=True, min_size=1, max_size=most_paths))
    left = draw(st.lists(NAMES, unique=True, min_size=1, max_size=most_paths * most_processes))
    drawn_paths = []
    for name in names:
        elements = draw(st.lists(STOCKS, max_size=2))
        for _ in range(draw(st.integers(0 if drawn_paths else 1, most_processes))):
            if left:
                elements += [draw(processes(left.pop())), *draw(st.lists(STOCKS, max_size=2))]
        joined = draw(st.sampled_from([p for p in drawn_paths if p.processes] or [None]))
        drawn_paths.append(
            Path(
                name=name,
                elements=tuple(elements),
                joins=joined and joined.name,
                joins_before=joined and draw(st.sampled_from(joined.processes)).name,
                pieces_per_product=draw(st.sampled_from([1, 2, 0.5, 4])),
                organisation=draw(maybe(NAMES)),
            )
        )
    return tuple(draw(st.permutations(drawn_paths)))


@st.composite
def maps(draw, **sizes):
    """A valid map with every field of the format said or left out."""
    drawn_paths = draw(paths(**sizes))
    at = [each.name for path in drawn_paths for each in path.processes]
    loops = draw(
        st.lists(
            parts(
                Loop,
                name=NAMES,
                kind=st.sampled_from(LOOP_KINDS),
                order=maybe(st.integers(1, 9)),
                elements=st.lists(st.sampled_from(at), max_size=3).map(tuple),
            ),
            max_size=3,
            unique_by=lambda loop: loop.name,
        )
    )
    ends = st.sampled_from([*at, PRODUCTION_CONTROL, "Customer", "Supplier"])
    return Map(
        name=draw(NAMES),
        state=draw(st.sampled_from(STATES)),
        as_of=draw(maybe(st.dates())),
        customer=draw(CUSTOMERS),
        suppliers=tuple(draw(st.lists(parts(Supplier, name=NAMES, delivers=TEXTS), max_size=2))),
        working_time=draw(WORKING_TIMES),
        lead_time_includes_processing=draw(st.booleans()),
        paths=drawn_paths,
        information_flows=tuple(
            draw(
                st.lists(
                    parts(
                        InformationFlow,
                        sender=ends | NAMES,
                        to=ends,
                        medium=st.sampled_from(MEDIA),
                        kind=st.sampled_from(FLOW_KINDS),
                        content=TEXTS,
                        frequency=TEXTS,
                    ),
                    max_size=3,
                )
            )
        ),
        kaizen=tuple(
            draw(
                st.lists(
                    parts(
                        Kaizen,
                        at=ends,
                        text=TEXTS,
                        kind=st.sampled_from(KAIZEN_KINDS),
                        loop=maybe(st.sampled_from([each.name for each in loops] or [None])),
                    ),
                    max_size=3,
                )
            )
        ),
        loops=tuple(loops),
        answers=draw(pairs(TEXTS, st.sampled_from(QUESTIONS))),
    )
