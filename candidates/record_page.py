"""What the page of a selection record shows beside the sheet itself."""

from .record_sheet import sheet_of


def everything_on(record, user) -> dict:
    sheet = sheet_of(record, user)
    heat = sheet["heat"]
    return {
        "position": record.position,
        "record": record,
        "sheet": sheet,
        "title": sheet["answer"],
        "titleblock": [(cell["label"], cell["value"]) for cell in sheet["title_block"]],
        "weights": list(zip(sheet["position"]["weights"], sheet["tiers"], strict=True)),
        "thresholds": [
            pair
            for pair in zip(sheet["position"]["thresholds"], sheet["tiers"], strict=True)
            if pair[0]
        ],
        "count": len(sheet["disagreements"] or ()) + len(sheet["also_apart"] or ()),
        "heat": heat and heat_of(heat, sheet["tiers"]),
    }


def heat_of(heat, tiers) -> dict:
    """All candidates beside each other.

    signs: [(sign, assessor)]; tiers: [(title, [(criterion, cells)])]; cells: candidate by
    candidate, assessor by assessor, (level or None, whether a candidate begins, whether it
    could be observed).
    """
    signs = signs_of(heat["assessors"])
    rows = [
        (
            criterion,
            [
                (level, at == 0, candidate["observable"][index][at])
                for candidate in heat["candidates"]
                for at, level in enumerate(candidate["scores"][index])
            ],
        )
        for index, criterion in enumerate(heat["criteria"])
    ]
    return {
        "signs": list(zip(signs, heat["assessors"], strict=True)),
        "candidates": [candidate["name"] for candidate in heat["candidates"]],
        "head": [(sign, at == 0) for _each in heat["candidates"] for at, sign in enumerate(signs)],
        "width": 1 + len(signs) * len(heat["candidates"]),
        "tiers": [
            (
                f"{number} {name}",
                [(each["name"], cells) for each, cells in rows if each["tier"] == number],
            )
            for number, name in enumerate(tiers, start=1)
        ],
    }


def signs_of(names) -> list[str]:
    """Initials, or letters where two would share them.

    >>> signs_of(["Mei Lin", "David Kerr"]), signs_of(["Mei Lin", "Max Lund"])
    (['ML', 'DK'], ['A', 'B'])
    """
    initials = ["".join(word[0] for word in name.split()) for name in names]
    if len(set(initials)) == len(names):
        return initials
    return [chr(ord("A") + at) if at < 26 else str(at + 1) for at in range(len(names))]
