"""A scores file (format `candidate-scores/1`) as a panel, or all of its faults at once.

People and criteria stand in the panel by name (criteria by tier, then by name), so that the order
of lines in a file changes nothing in what is said about it.
"""

from decimal import Decimal
from fractions import Fraction

from value_streams.strict_json import Check, Faults, exact_json, shown

from .panel import HIGHEST, LOWEST, TIERS, Criterion, Panel, ScoreRow
from .weights import ROUNDING

FORMAT = "candidate-scores/1"


def read_panel(raw: bytes) -> Panel:
    """The panel a file describes; `Faults` with one line per fault otherwise.

    >>> panel = read_panel(b'''{"format": "candidate-scores/1",
    ...     "criteria": [{"name": "Sees the whole stream", "tier": 1}],
    ...     "scores": [{"candidate": "A", "assessor": "Ana",
    ...                 "criterion": "Sees the whole stream", "score": 4.1}]}''')
    >>> panel.assessors, panel.rows[0].score
    (('Ana',), Fraction(41, 10))
    >>> read_panel(b'{"format": "candidate-scores/1", "criteria": [], "scores": 7}')
    Traceback (most recent call last):
        ...
    value_streams.strict_json.checking.Faults: criteria: must not be empty
    scores: must be a list, got 7
    """
    try:
        value = exact_json.read(raw)
    except exact_json.NotJson as error:
        raise Faults([f"file: {error}"]) from error
    check = Check()
    file = check.keys(value, "", "format criteria scores", "tier_weights assessors")
    if "format" in file and file["format"] != FORMAT:
        check.fault("format", f"must be {shown(FORMAT)}, got {shown(file['format'])}")
    criteria = _criteria(check, file)
    weights = _tier_weights(check, file.get("tier_weights"), criteria)
    assessors = _assessors(check, file)
    rows = _rows(check, file, assessors, criteria)
    if check.faults:
        raise Faults(check.faults)
    return Panel(
        criteria=sorted(criteria, key=lambda criterion: (criterion.tier, criterion.key)),
        assessors=sorted({row.assessor for row in rows} if assessors is None else assessors),
        rows=rows,
        candidates=sorted({row.candidate for row in rows}),
        tier_weights=weights,
    )


def _criteria(check: Check, file: dict) -> list[Criterion] | None:
    """The criteria, or None where one has a fault: then nothing is held against them."""
    if "criteria" not in file:
        return None
    listed = check.elements(file["criteria"], "criteria")
    criteria, names = [], set()
    for i, each in enumerate(listed):
        path = f"criteria[{i}]"
        each = check.keys(each, path, "name tier", "weight")
        name = check.name(each["name"], f"{path}.name") if "name" in each else None
        tier = _tier(check, each["tier"], f"{path}.tier") if "tier" in each else None
        weight = _weight(check, each.get("weight", Decimal(1)), f"{path}.weight")
        if name is not None and name in names:
            check.fault(f"{path}.name", f"given twice, got {shown(name)}")
        elif None not in (name, tier, weight):
            criteria.append(Criterion(name, tier, Fraction(weight)))
        names.add(name)
    return criteria if listed and len(criteria) == len(listed) else None


def _tier(check: Check, value: object, path: str) -> int | None:
    if isinstance(value, Decimal) and value in TIERS:
        return int(value)
    return check.fault(path, f"must be 1, 2 or 3, got {shown(value)}")


def _weight(check: Check, value: object, path: str) -> Decimal | None:
    weight = check.number(value, path)
    if weight is not None and weight <= 0:
        return check.fault(path, f"must be greater than 0, got {shown(value)}")
    return weight


def _tier_weights(check: Check, value: object, criteria: list | None) -> list[Fraction] | None:
    if value is None:
        return None
    listed = check.elements(value, "tier_weights")
    weights = [check.number(each, f"tier_weights[{i}]") for i, each in enumerate(listed)]
    for i, weight in enumerate(weights):
        if weight is not None and weight < 0:
            check.fault(f"tier_weights[{i}]", f"must be 0 or more, got {shown(weight)}")
    if not weights or None in weights:
        return None
    tiers = {criterion.tier for criterion in criteria or ()}
    if tiers and len(weights) != len(tiers):
        tier_word = "tier" if len(tiers) == 1 else "tiers"
        check.fault(
            "tier_weights",
            f"must be one per tier, for {len(tiers)} {tier_word}, got {len(weights)}",
        )
    exact = [Fraction(weight) for weight in weights]
    if abs(sum(exact) - 1) > ROUNDING:
        check.fault("tier_weights", f"must have a sum of 1, got {float(sum(exact)):.12g}")
    return exact


def _assessors(check: Check, file: dict) -> set[str] | None:
    """The assessors listed; None where they are left out or a name is unreadable."""
    if "assessors" not in file:
        return None
    names: list[str | None] = []
    for i, each in enumerate(check.elements(file["assessors"], "assessors")):
        name = check.name(each, f"assessors[{i}]")
        if name is not None and name in names:
            check.fault(f"assessors[{i}]", f"given twice, got {shown(name)}")
        names.append(name)
    return set(names) if names and None not in names else None


def _rows(check: Check, file: dict, assessors: set | None, criteria: list | None) -> list[ScoreRow]:
    if "scores" not in file:
        return []
    known = {
        "assessor": (assessors, "must be one of the assessors"),
        "criterion": (criteria and {each.key for each in criteria}, "must be one of the criteria"),
    }
    rows, first_given = [], {}
    for i, each in enumerate(check.elements(file["scores"], "scores")):
        path, faults_before = f"scores[{i}]", len(check.faults)
        each = check.keys(each, path, "candidate assessor criterion score")
        who = []
        for key in ("candidate", "assessor", "criterion"):
            name = check.name(each[key], f"{path}.{key}") if key in each else None
            names, sentence = known.get(key, (None, ""))
            if name is not None and names is not None and name not in names:
                check.fault(f"{path}.{key}", f"{sentence}, got {shown(name)}")
            who.append(name)
        score = _score(check, each["score"], f"{path}.score") if "score" in each else None
        if None not in who and (earlier := first_given.setdefault(tuple(who), i)) != i:
            check.fault(path, f"score given twice, first in scores[{earlier}]")
        if len(check.faults) == faults_before:
            rows.append(ScoreRow(*who, score))
    return rows


def _score(check: Check, value: object, path: str) -> Fraction | None:
    score = None if value is None else check.number(value, path)
    if score is None:
        return None
    if not LOWEST <= score <= HIGHEST:
        return check.fault(path, f"must be from {LOWEST} to {HIGHEST}, got {shown(value)}")
    return Fraction(score)
