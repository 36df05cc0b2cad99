"""How long the pieces of a stock, or under way, wait."""

from ..elements import Element, Process, Stock, Transport
from ..map import Map, Path


def consumption_per_day(drawn: Map, path: Path) -> float:
    """Pieces of a path that the customer's demand takes each day."""
    return drawn.customer.pieces_per_day * path.pieces_per_product


def wait_days(drawn: Map, path: Path, element: Element) -> float | None:
    """Days a piece waits there: observed, or pieces ÷ (daily demand × pieces per product).

    0 at a process, None where nothing was observed or counted. 7,000 stamped pieces at a demand of
    920 a day:

    >>> from ..elements import Inventory, WorkingTime
    >>> from ..map import Customer
    >>> path = Path(name="main", elements=(Inventory(name="Stamped", pieces=7000),))
    >>> drawn = Map(name="Brackets", customer=Customer(daily_demand=920), paths=(path,),
    ...     working_time=WorkingTime(shifts_per_day=2, hours_per_shift=8))
    >>> round(wait_days(drawn, path, path.elements[0]), 4)
    7.6087
    """
    match element:
        case Process():
            return 0.0
        case Transport():
            return _float(element.days_under_way)
        case Stock(days=None) if element.pieces_in_all is not None:
            return element.pieces_in_all / consumption_per_day(drawn, path)
        case Stock():
            return _float(element.days)


def pieces_there(drawn: Map, path: Path, element: Element) -> float | None:
    """Pieces of a stock: counted, or its observed days × what is taken each day."""
    if not isinstance(element, Stock):
        return None
    if element.pieces_in_all is not None:
        return element.pieces_in_all
    return None if element.days is None else element.days * consumption_per_day(drawn, path)


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)
