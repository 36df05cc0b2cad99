"""What four assessors noted about five candidates for "Wheel-bearing rings": the demo's words.

Pure data, one module per candidate, English only. Each module holds

- `CANDIDATE`: name, current function, lean experience, source, line manager;
- `NOTES`: assessor -> (kind, text, {criterion key: level}); one dated note may carry several
  scores; kind is gemba, interview, data or reference;
- `NOT_OBSERVED`: assessor -> {criterion key: why this assessor could not see it};
- `WARNINGS`: assessor -> {warning key: (seen | not_seen | no_chance, text)}; a warning that is
  not listed was not seen.

The five are made to differ in ways worth talking about: Mansouri leads, though not for every
weighting; Quiroga passes her only where knowing this stream counts nearly as much as attitude;
Nwosu's lean knowledge asks for an adviser; Hansson knows the stream best and has "already tried
that"; Reed is near the middle and enjoys firefighting. All persons and plants are invented.

    >>> level, evidence, kind = scores_of("mansouri")["kerr"]["convinces_others"]
    >>> level, kind
    (5, 'gemba')
    >>> scores_of("mansouri")["patel"]["lean_by_experience"]
    (None, 'I could not tell a lane from a rack; others can.', None)
"""

from candidates.demo_texts import hansson, mansouri, nwosu, quiroga, reed

POSITION = "Wheel-bearing rings"

#: key of the demo's person -> as what they judge
ASSESSORS = {
    "brandt": "Plant director",
    "lin": "Value-stream manager, tie rods, at the sister plant",
    "kerr": "Lean adviser, head office",
    "patel": "Head of purchasing",
}

CANDIDATES = {
    "mansouri": mansouri,
    "quiroga": quiroga,
    "nwosu": nwosu,
    "hansson": hansson,
    "reed": reed,
}


def scores_of(candidate: str) -> dict:
    """Assessor -> criterion key -> (level or None, evidence or reason, kind or None)."""
    told = CANDIDATES[candidate]
    scores = {
        assessor: {key: (None, reason, None) for key, reason in reasons.items()}
        for assessor, reasons in told.NOT_OBSERVED.items()
    }
    for assessor, notes in told.NOTES.items():
        for kind, text, levels in notes:
            for key, level in levels.items():
                scores[assessor][key] = (level, text, kind)
    return scores
