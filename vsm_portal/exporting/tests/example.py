"""A whole selection record as its data: five candidates, four assessors, twenty criteria."""

import copy
import random

ASSESSORS = ["Helen Brandt", "David Kerr", "Mei Lin", "Ravi Patel"]
CANDIDATES = [
    ("Nadia Haddad", "Quality engineer, Bearing housings", "3.89", ["4.1", "3.9", "2.8"]),
    ("Luis Ortega", "Logistics lead, inbound", "3.77", ["3.9", "3.4", "3.8"]),
    ("Karin Lund", "Production manager, ring turning", "3.33", ["3.5", "2.4", "4.5"]),
    ("Owen Price", "Shift manager, press shop", "3.01", ["2.6", "3.5", "4.0"]),
    ("Jürgen Łukasik", "Lean coach, sister stream in Wrocław", "2.94", ["2.9", "3.3", None]),
]
CRITERIA = [
    (1, "Sees the whole stream and its key constraint rather than parts"),
    (1, "Extreme desire to improve"),
    (1, "Convinces and motivates others, even against their local interest"),
    (1, "Treats people as the core value, open to their ideas"),
    (1, "Communicates the improvement process and sticks to it"),
    (1, "Builds and keeps the trust of employees and executives"),
    (1, "Tolerates calculated risks and the mistakes they bring"),
    (1, "Decides on data, not opinion"),
    (1, "Creates the lever (or crisis) that shows why change is urgent"),
    (1, "Wins executives’ buy-in for major changes"),
    (1, "Makes win-win changes with customers and suppliers"),
    (2, "Knows lean techniques by experience"),
    (2, "Can make and manage a value-stream plan"),
    (2, "Learns with an adviser"),
    (3, "Knows this stream’s material and information flows"),
    (3, "Inbound and outbound logistics"),
    (3, "Floor-space questions"),
    (3, "Sales plans and future demand"),
    (3, "What satisfies the customers"),
    (3, "Access to the experts of these flows"),
]
SEEN = {"sign": "warn", "words": "Firefighting seen (1 of 4)"}
ADVISER = {"sign": "warn", "words": "Needs a named adviser: tier 2 below 3.0"}
NO_CONDITION = {"sign": "ok", "words": "No condition"}
ACCEPTABILITY = [[88, 12, 0, 0, 0], [12, 88, 0, 0, 0], [0, 0, 96, 4, 0], [0, 0, 4, 96, 0], None]


def _scores(seed: int) -> list[list[int | None]]:
    chance = random.Random(seed)
    levels = [None, 2, 3, 3, 4, 4, 4, 5, 5]
    return [[chance.choice(levels) for _ in ASSESSORS] for _ in CRITERIA]


def _ranking() -> list[dict]:
    return [
        {
            "place": None if shares is None else place,
            "candidate": name,
            "function": function,
            "score": None if shares is None else score,
            "tiers": tiers,
            "coverage": {"criteria": [14 if None in tiers else 20, 20], "scores": [71, 80]},
            "acceptability": shares,
            "always_ahead_of": ["Karin Lund", "Owen Price"] if place == 1 else [],
            "warnings": [SEEN] if place in (1, 4) else [],
            "conditions": [ADVISER if place == 3 else NO_CONDITION],
        }
        for place, ((name, function, score, tiers), shares) in enumerate(
            zip(CANDIDATES, ACCEPTABILITY, strict=True), start=1
        )
    ]


_EXAMPLE = {
    "document": {
        "title": "Selection record: wheel-bearing rings",
        "language": "en",
        "author": "VSM Portal",
        "date": "2026-11-24T14:42:00+01:00",
    },
    "foot": {
        "plant": "Plainfield plant",
        "printed_by": "Helen Brandt",
        "printed_at": "Tue 24 November 2026, 14:42",
    },
    "trail": "Selection › Wheel-bearing rings › Selection record",
    "answer": "Nadia Haddad will manage wheel-bearing rings",
    "lede": (
        "She came first of five; only Luis Ortega could pass her. She is ahead of Karin Lund and "
        "Owen Price for every weighting that keeps the order."
    ),
    "title_block": [
        {"label": "Decided", "value": "24 November 2026"},
        {"label": "By", "value": "Helen Brandt"},
        {"label": "Starts", "value": "4 January 2027"},
        {"label": "Authority", "value": "influence"},
        {"label": "Assessors", "value": "4 of 4"},
    ],
    "position": {
        "site": "Plainfield plant",
        "stream": "Wheel-bearing rings",
        "opened": "2 October 2026 by Ines Moreau",
        "revealed": {
            "at": "24 November 2026, 14:05",
            "how": "opened by the chair before all were in",
            "by": "Helen Brandt",
            "reason": "Mei Lin is abroad until December; the customer audit cannot wait.",
        },
        "chair": "Helen Brandt",
        "assessors": ASSESSORS,
        "weights": ["11/18", "5/18", "2/18"],
        "weights_reason": None,
        "thresholds": ["3.0", "3.0", None],
    },
    "decision": {
        "chosen": "Nadia Haddad",
        "by": "Helen Brandt",
        "at": "24 November 2026, 15:10",
        "reason": (
            "Nobody else asked the turning cell what it needs before drawing the map. What she "
            "does not know of inbound logistics Luis Ortega will show her in the first quarter."
        ),
        "conditions": [
            {
                "condition": "Knowledge of this stream is thin",
                "met": "two weeks on the floor with Luis Ortega before the start",
            }
        ],
        "adviser": "Tomasz Nowak, sister stream in Wrocław",
        "starts": "4 January 2027",
        "authority": "influence",
    },
    "tiers": ["Attitude and leadership", "Lean knowledge", "Knowledge of this stream"],
    "ranking": _ranking(),
    "firmness": (
        "Leaving out any one criterion does not change it; without David Kerr’s scores Luis Ortega "
        "would come first. Jürgen Łukasik cannot be ranked: nobody observed tier 3."
    ),
    "heat": {
        "assessors": ASSESSORS,
        "criteria": [{"tier": tier, "name": name} for tier, name in CRITERIA],
        "candidates": [
            {"name": name, "scores": _scores(seed)} for seed, (name, *_) in enumerate(CANDIDATES)
        ],
    },
    "disagreements": [
        {
            "candidate": "Nadia Haddad",
            "criterion": "Convinces and motivates others, even against their local interest",
            "range": 3,
            "sides": [
                {
                    "assessor": "David Kerr",
                    "score": 2,
                    "evidence": "Asked twice for the buffer cut, gave up at the second no.",
                    "kind": "observed at the gemba",
                },
                {
                    "assessor": "Mei Lin",
                    "score": 5,
                    "evidence": "Got grinding to give up its own batch size; I saw the vote.",
                    "kind": "observed at the gemba",
                },
            ],
        },
        {
            "candidate": "Owen Price",
            "criterion": "Builds and keeps the trust of employees and executives",
            "range": 3,
            "sides": [
                {
                    "assessor": "Ravi Patel",
                    "score": 1,
                    "evidence": "Two team leaders asked to be moved.",
                    "kind": "reference",
                },
                {
                    "assessor": "David Kerr",
                    "score": 4,
                    "evidence": "Night shift followed him through the die change.",
                    "kind": "interview answer",
                },
            ],
        },
    ],
    "changed": [
        {
            "candidate": "Nadia Haddad",
            "criterion": "Decides on data, not opinion",
            "assessor": "David Kerr",
            "old": 3,
            "new": 4,
            "at": "24 November 2026, 14:31",
            "reason": "I had not seen the trial log; it answers my doubt.",
        }
    ],
    "excused": [
        {
            "assessor": "Mei Lin",
            "candidate": "Jürgen Łukasik",
            "by": "Ines Moreau",
            "at": "20 November 2026",
            "reason": "Never met the candidate at work.",
        }
    ],
    "told": [
        {
            "candidate": name,
            "at": "25 November 2026",
            "how": "in person" if place < 2 else "by telephone",
            "by": "Ines Moreau",
        }
        for place, (name, *_) in enumerate(CANDIDATES)
    ],
}


def example() -> dict:
    """A copy that a test may change."""
    return copy.deepcopy(_EXAMPLE)
