"""Viktor Hansson. Knows this stream best, and says why it cannot change."""

CANDIDATE = {
    "name": "Viktor Hansson",
    "current_function": "Production manager, ring turning and hardening, fourteen years",
    "lean_experience": "Quick changeover on two turning cells, eight years ago",
    "source": "Applied himself, with the foremen's support",
    "line_manager": "Plant director",
}

NOTES = {
    "brandt": (
        (
            "gemba",
            "1 October, furnace: told me what he needs from turning and what grinding wants of "
            'him; the rest was "planning\'s business".',
            {"sees_whole_stream": 2},
        ),
        (
            "data",
            "Pieces per hour of the turning cells: raised after each audit, level in the years "
            "between.",
            {"desire_to_improve": 2},
        ),
        (
            "gemba",
            "19 October, shift change: furnace B lost output by the new load plan; its foreman "
            "runs it and told me the reason.",
            {"convinces_others": 4},
        ),
        (
            "gemba",
            "19 October: knows each turner and each machine; the idea box behind him still held "
            "last year's slips.",
            {"people_first": 2},
        ),
        (
            "interview",
            "3 November: all shifts had heard from him why furnace B would stop, until when, and "
            "that it took a week longer.",
            {"sticks_to_process": 3},
        ),
        (
            "interview",
            "3 November: came to me and to the cell in August, in that order and the same words, "
            "about his error with the fixtures.",
            {"keeps_trust": 4},
        ),
        (
            "interview",
            "3 November: lets a trial run once the sister plant has had it for a year; of the "
            "one that failed he did not speak.",
            {"calculated_risks": 2},
        ),
        (
            "interview",
            "3 November: had the loads weighed before he changed them and could say by whom and "
            "in which week.",
            {"decides_on_data": 3},
        ),
        (
            "interview",
            "3 November: has warned of energy prices at each meeting this year; I cannot name "
            "what came of it.",
            {"creates_the_lever": 2},
        ),
        (
            "data",
            "Request for turning cell 4: both states, cost and date on one sheet, granted on 11 "
            "March.",
            {"executive_buy_in": 3},
        ),
        (
            "data",
            "Plan for cell 4: the April miss, its countermeasure of May, and the ramp-up back on "
            "target in June.",
            {"makes_and_manages_plan": 4},
        ),
        (
            "data",
            "Changeover card of cell 2: set up by him, used each week to this day.",
            {"lean_by_experience": 3},
        ),
        (
            "interview",
            "3 November: gave load, changeover and waiting stock for both furnaces; next "
            "morning's count was one tray off.",
            {"knows_the_flows": 4},
        ),
        (
            "gemba",
            "1 October, north bay: its use by cell 4 had been agreed before the racks went, so "
            "the planned annexe was struck off.",
            {"knows_floor_space": 5},
        ),
        (
            "interview",
            "3 November: at the bearing maker's line last spring; says which chamfer of ours "
            "they would not miss.",
            {"knows_the_customer": 4},
        ),
        (
            "gemba",
            "1 October: setter and metallurgist settled the load card between themselves in his "
            "office, as they do each Thursday.",
            {"reaches_the_experts": 5},
        ),
    ),
    "lin": (
        (
            "interview",
            "5 November: knows what the saw before him and grinding behind him grumble about, "
            "then waves a hand.",
            {"sees_whole_stream": 2},
        ),
        (
            "interview",
            "5 November: improved chip removal after the safety audit and left it there.",
            {"desire_to_improve": 2},
        ),
        (
            "reference",
            "Grinding supervisor, 5 November: was told that the director wished full loads, and "
            "that was the whole talk.",
            {"convinces_others": 1},
        ),
        (
            "gemba",
            "5 November, turning: took a worn jaw from an operator with thanks; she has been "
            "waiting since June for word on the last one.",
            {"people_first": 2},
        ),
        (
            "reference",
            "Team leader in hardening, 5 November: three boards in a year, and which one counts "
            "nobody could tell me.",
            {"sticks_to_process": 1},
        ),
        (
            "reference",
            "Union representative, 5 November: kept two promises on shift models and took the "
            "third back across the table.",
            {"keeps_trust": 3},
        ),
        (
            "interview",
            "5 November: allowed the sister plant's insert after it had been proven; a broken "
            "one was not mentioned again.",
            {"calculated_risks": 2},
        ),
        (
            "gemba",
            "5 November: quoted a scrap rate for grinding, then went to find the list that bears "
            "it out.",
            {"decides_on_data": 2},
        ),
        (
            "gemba",
            "5 November, cells 2 and 5: cart, call lamp and small supermarket hang together; he "
            "has the lead time from then.",
            {"lean_by_experience": 4},
        ),
        (
            "data",
            "Cell 4 file: every missed month answered within three weeks, and the line green "
            "again.",
            {"makes_and_manages_plan": 4},
        ),
        (
            "gemba",
            "5 November, two hours: told the history of each buffer, and went to look twice "
            "before he answered me.",
            {"knows_the_flows": 5},
        ),
        (
            "gemba",
            "5 November, north dock: knows which forgings come by special trip, off which die, "
            "and the invoice for it.",
            {"knows_logistics": 4},
        ),
        (
            "gemba",
            "5 November, old hall: cleared two bays of waiting rings himself; tool setting "
            "stands there and a forklift was returned.",
            {"knows_floor_space": 4},
        ),
        (
            "gemba",
            "5 November: two setters and the scheduler walked with us because he had rung them.",
            {"reaches_the_experts": 4},
        ),
    ),
    "kerr": (
        (
            "gemba",
            "14 September, between furnace and grinding: nine days of rings; he named the two "
            "departments and called it safety.",
            {"sees_whole_stream": 2},
        ),
        (
            "interview",
            "4 November: last improvement followed a customer's audit and ended when the finding "
            "was closed.",
            {"desire_to_improve": 2},
        ),
        (
            "interview",
            "4 November: the foremen who gain time by the load plan are with him; grinding, "
            "which lost by it, goes on as before.",
            {"convinces_others": 2},
        ),
        (
            "interview",
            "4 November: collected sixty suggestions in the anniversary year and thanked for all "
            "of them in one letter.",
            {"people_first": 2},
        ),
        (
            "gemba",
            "14 September, late shift: the five steps were presented in spring, the crew said, "
            "and then came the late bar stock.",
            {"sticks_to_process": 2},
        ),
        (
            "interview",
            "4 November: a promised rest room could not be built; he told the shift himself, in "
            "the week before it was due.",
            {"keeps_trust": 3},
        ),
        (
            "reference",
            "Two operators, 14 September: after the cracked batch came the question who had "
            "loaded it; no trial since.",
            {"calculated_risks": 1},
        ),
        (
            "gemba",
            "14 September: had stood at the quench with a stopwatch for a day, and put the cycle "
            "in the system right.",
            {"decides_on_data": 4},
        ),
        (
            "interview",
            "4 November: saw no reason to hurry until the customer blocked the delivery in "
            "February.",
            {"creates_the_lever": 1},
        ),
        (
            "gemba",
            "My visits of April and September: notes taken both times, and the racks as I had "
            "left them.",
            {"learns_with_adviser": 2},
        ),
        (
            "data",
            "Cell 4 countermeasures: one for every miss, with date and tick, and the goal met.",
            {"makes_and_manages_plan": 4},
        ),
        (
            "gemba",
            "14 September, cell 2: the cart he built is in use and clean; nothing links it to "
            "the furnace.",
            {"lean_by_experience": 3},
        ),
        (
            "gemba",
            "14 September: said which of three schedules each furnace really follows; the "
            "operators' notes agreed to the tray.",
            {"knows_the_flows": 4},
        ),
        (
            "gemba",
            "14 September: the metallurgist and both furnace setters left their desks for us at "
            "a word of his.",
            {"reaches_the_experts": 4},
        ),
    ),
    "patel": (
        (
            "interview",
            "6 November: wants larger forging lots for his cells; that my store and grinding "
            "suffer from it he knows.",
            {"sees_whole_stream": 2},
        ),
        (
            "interview",
            "6 November: began the tool crib unasked four years ago and has the search minutes "
            "before and since.",
            {"desire_to_improve": 3},
        ),
        (
            "interview",
            "6 November: told maintenance it would lose a fitter for three months, and they "
            "agreed to try it.",
            {"convinces_others": 3},
        ),
        (
            "gemba",
            "23 October, sampling of forgings: a turner proposed another gauge and had his no, "
            "with the reason, before lunch.",
            {"people_first": 3},
        ),
        (
            "data",
            "Minutes of the cell meeting: held in the two weeks of late bar stock too, open "
            "points left standing.",
            {"sticks_to_process": 4},
        ),
        (
            "interview",
            "6 November: told his crew and me, before I had the invoice, that his figure had "
            "made us buy 600 forgings too many.",
            {"keeps_trust": 4},
        ),
        (
            "interview",
            "6 November: noted a limit of ten inserts for the trial; it was pulled at eight and "
            "no one asked who.",
            {"calculated_risks": 3},
        ),
        (
            "data",
            "Insert comparison: no choice made until both setters had counted edges for two "
            "weeks, initials on the sheet.",
            {"decides_on_data": 3},
        ),
        (
            "interview",
            "6 November: tool prices are on his lips at each budget talk, and last year's tools "
            "are in the machines.",
            {"creates_the_lever": 2},
        ),
        (
            "data",
            "Minutes of 11 March: cell 4 decided on his single page.",
            {"executive_buy_in": 3},
        ),
        (
            "data",
            "Correspondence with the forging supplier: nine letters, two debit notes, the same "
            "crate as before.",
            {"win_win_changes": 2},
        ),
        (
            "interview",
            "6 November: had ridden with the forging truck, and gave cause and cost of both "
            "weekly special trips.",
            {"knows_logistics": 4},
        ),
        (
            "interview",
            "6 November: rings by size for next year, two run-outs, and a crew already moved on "
            "the strength of a call to sales.",
            {"knows_future_demand": 4},
        ),
        (
            "gemba",
            "23 October: described the bearing maker's infeed where our rings land, and the wash "
            "they would gladly not pay for.",
            {"knows_the_customer": 4},
        ),
        (
            "interview",
            "6 November: the outside store was given up two years ago; he had written beforehand "
            "what would stand in the hall.",
            {"knows_floor_space": 5},
        ),
        (
            "reference",
            "Furnace maker's engineer, 30 October: he and our planner found the load card's "
            "error in Hansson's office.",
            {"reaches_the_experts": 5},
        ),
    ),
}

NOT_OBSERVED = {
    "brandt": {
        "win_win_changes": "He has had no outside partners under me.",
        "learns_with_adviser": "There was no adviser in his area in my time.",
        "knows_logistics": "Trucks belong to another department, so I did not ask.",
        "knows_future_demand": "We ran out of time.",
    },
    "lin": {
        "creates_the_lever": "He told no such story to me.",
        "executive_buy_in": "I was in none of your management meetings.",
        "win_win_changes": "I cannot speak for your suppliers.",
        "learns_with_adviser": "I have not seen him with one.",
        "knows_future_demand": "I would have had to take his word.",
        "knows_the_customer": "I would have had to guess.",
    },
    "kerr": {
        "executive_buy_in": "He has not come before the board that I sit on.",
        "win_win_changes": "I know of no outside partner of his.",
        "knows_logistics": "Left to purchasing.",
        "knows_floor_space": "I had eyes for the stock, not for the hall.",
        "knows_future_demand": "I have no access to your forecast.",
        "knows_the_customer": "I have not been to the bearing makers.",
    },
    "patel": {
        "lean_by_experience": "I would be repeating what others say.",
        "makes_and_manages_plan": "I saw cell 4 only when it was finished.",
        "learns_with_adviser": "Nobody from head office works with him in my sight.",
        "knows_the_flows": "I know the way to his door, not beyond it.",
    },
}

WARNINGS = {
    "lin": {
        "tried_that": (
            "seen",
            '5 November: all three of my suggestions had been "done in the old hall already"; '
            "what is different now he did not ask.",
        ),
    },
    "kerr": {
        "tried_that": (
            "seen",
            '14 September, on smaller loads: "we had that under my predecessor", before I had '
            "said how small.",
        ),
        "optimises_part": (
            "seen",
            "14 September: furnace at its tonnage target, nine days of rings before grinding.",
        ),
    },
    "patel": {
        "tried_that": (
            "seen",
            "6 November, on returnable crates: turned down with a trial of eleven years ago and "
            "another supplier.",
        ),
        "enjoys_firefighting": (
            "no_chance",
            "I meet him at planned times only.",
        ),
    },
    "brandt": {
        "tried_that": (
            "not_seen",
            "",
        ),
    },
}
