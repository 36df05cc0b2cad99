"""States of one stream beside each other, figure by figure: current → re-measured → future → ideal.

What the later state needs less of is freed: floor space, people, pieces. The portal asks what they
are used for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .analysis import Analysis, Known
from .figures import Figure, map_figures

#: Which direction is an improvement; what the customer and the calendar decide has none.
LOWER, HIGHER = "lower", "higher"
BETTER = {
    "lead_time_days": LOWER,
    "value_creating_s": None,
    "value_ratio_calendar": HIGHER,
    "value_ratio_working": HIGHER,
    "inventory_turns": HIGHER,
    "inventory_pieces": LOWER,
    "operators": LOWER,
    "floor_space_m2": LOWER,
    "rolled_first_pass_yield": HIGHER,
    "daily_demand": None,
    "takt_s": None,
}


@dataclass(frozen=True)
class Change:
    """From one state to a later one; None where one of them cannot say its figure."""

    before: float | None
    after: float | None
    better: str | None

    @property
    def difference(self) -> float | None:
        """After − before.

        >>> Change(23.6, 4.5, LOWER).difference
        -19.1
        """
        return None if None in (self.before, self.after) else self.after - self.before

    @property
    def share(self) -> float | None:
        """The difference as a share of before."""
        return (
            self.difference / self.before if self.difference is not None and self.before else None
        )

    @property
    def improves(self) -> bool | None:
        """None where there is no difference, or no direction is better.

        >>> Change(23.6, 4.5, LOWER).improves, Change(60, 58, None).improves
        (True, None)
        """
        if not self.difference or self.better is None:
            return None
        return (self.difference < 0) == (self.better == LOWER)


@dataclass(frozen=True)
class Line:
    """One figure through all states; `comparable` is False where they do not mean the same."""

    figures: tuple[Figure, ...]
    changes: tuple[Change, ...]
    comparable: bool

    @property
    def key(self) -> str:
        return self.figures[0].key


@dataclass(frozen=True)
class Freed:
    """What the later state does without; negative where it needs more, None where not known."""

    floor_space_m2: float | None
    operators: float | None
    inventory_pieces: float | None


def compare(states: Sequence[Analysis]) -> tuple[Line, ...]:
    """The figures that states are compared by; the changes are against the first state."""
    by_key = [{each.key: each for each in map_figures(state)} for state in states]
    return tuple(
        Line(
            figures=tuple(figures[key] for figures in by_key),
            changes=tuple(
                Change(by_key[0][key].value, figures[key].value, better) for figures in by_key[1:]
            ),
            comparable=_is_comparable(key, states),
        )
        for key, better in BETTER.items()
    )


#: Reckoned from the lead time, so that they follow its convention.
BY_LEAD_TIME = ("lead_time_days", "value_ratio_calendar", "value_ratio_working", "inventory_turns")


def _is_comparable(key: str, states: Sequence[Analysis]) -> bool:
    """Lead times of one convention and without gaps; sums that are whole in every state."""
    if key in BY_LEAD_TIME:
        conventions = {state.convention for state in states}
        return len(conventions) == 1 and not any(state.unknown_waits for state in states)
    sums = [getattr(state, key) for state in states]
    return all(each.complete for each in sums if isinstance(each, Known))


def freed(before: Analysis, after: Analysis) -> Freed:
    """Floor space, people and pieces freed between two states, where both say them."""

    def less(key: str) -> float | None:
        was, remains = getattr(before, key).total, getattr(after, key).total
        return None if None in (was, remains) else was - remains

    return Freed(less("floor_space_m2"), less("operators"), less("inventory_pieces"))
