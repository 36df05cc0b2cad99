"""What two assessors noted a year ago about the candidates for "Steering brackets".

Shape as in `notes_rails`.
"""

NOTES = {
    ("Tomás Varga", "brandt"): [
        (
            "gemba",
            "Stamping to shipping in one morning, then a sketch with the stock in days; found the "
            "seven days after the press himself.",
            {
                "sees_whole_stream": 4,
                "decides_on_data": 4,
                "knows_the_flows": 4,
                "knows_floor_space": 3,
            },
        ),
        (
            "interview",
            "Let the welding cell stop for a day to try one-piece flow, told everybody beforehand"
            " what it might cost, and reported what it had.",
            {
                "calculated_risks": 5,
                "sticks_to_process": 4,
                "creates_the_lever": 4,
                "keeps_trust": 4,
            },
        ),
        (
            "reference",
            "The welders asked whether he could stay.",
            {"people_first": 5, "convinces_others": 4, "desire_to_improve": 4},
        ),
        (
            "data",
            "His request to the board had one page, one figure and one date.",
            {"executive_buy_in": 4, "makes_and_manages_plan": 3, "win_win_changes": 3},
        ),
    ],
    ("Tomás Varga", "kerr"): [
        (
            "gemba",
            "Ran the supermarket trial at assembly with me for six weeks; the cards still "
            "circulate.",
            {"lean_by_experience": 4, "learns_with_adviser": 5, "sticks_to_process": 5},
        ),
        (
            "interview",
            "Asked which of my questions he had answered too fast.",
            {"desire_to_improve": 5, "people_first": 4, "keeps_trust": 4},
        ),
        (
            "data",
            "Daily sheet of the truck: late six times in May, once in August.",
            {
                "decides_on_data": 4,
                "knows_logistics": 4,
                "knows_the_customer": 4,
                "sees_whole_stream": 4,
            },
        ),
    ],
    ("Gregor Lang", "brandt"): [
        (
            "gemba",
            "First at every stopped press; eleven expediting lists in his pocket in one week.",
            {
                "sees_whole_stream": 2,
                "desire_to_improve": 3,
                "sticks_to_process": 2,
                "knows_the_flows": 5,
            },
        ),
        (
            "interview",
            "Wants more overtime for the press shop; lead time did not come up.",
            {
                "creates_the_lever": 2,
                "executive_buy_in": 3,
                "decides_on_data": 2,
                "calculated_risks": 2,
            },
        ),
        (
            "reference",
            "Good to his own crew; the welders hear of changes when the parts arrive.",
            {"people_first": 3, "convinces_others": 2, "keeps_trust": 3, "reaches_the_experts": 4},
        ),
    ],
    ("Gregor Lang", "kerr"): [
        (
            "gemba",
            "Showed me three old pull boards behind the press and why each had failed.",
            {
                "lean_by_experience": 3,
                "learns_with_adviser": 2,
                "knows_floor_space": 4,
                "desire_to_improve": 5,
            },
        ),
        (
            "data",
            "Press utilisation 91 %, stock before welding up by two days in the same quarter.",
            {"sees_whole_stream": 2, "decides_on_data": 4, "makes_and_manages_plan": 2},
        ),
        (
            "interview",
            "Knew next year’s truck plan before sales had sent it.",
            {"knows_future_demand": 4, "knows_the_customer": 4, "knows_logistics": 4},
        ),
    ],
}

SEEN = {
    ("Gregor Lang", "brandt"): {
        "enjoys_firefighting": "Took the expediting over from the planner and kept it."
    },
    ("Gregor Lang", "kerr"): {
        "tried_that": "“Three boards, three times dead”, as the end of the talk."
    },
}

FUNCTIONS = {
    "Tomás Varga": (
        "Process engineer, welding",
        "Applied",
        "Model line at his former plant; supermarket trial at assembly.",
    ),
    "Gregor Lang": ("Shift manager, press shop", "Proposed by production", "Two workshops."),
}
