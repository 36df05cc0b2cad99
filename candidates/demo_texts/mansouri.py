"""Leila Mansouri. Leads, though not for every weighting: new to this stream."""

CANDIDATE = {
    "name": "Leila Mansouri",
    "current_function": "Quality engineer, bearing housings, six years",
    "lean_experience": "FIFO lane and shorter changeovers in the housings stream, with the adviser",
    "source": "Applied herself after the notice on the board",
    "line_manager": "Head of quality",
}

NOTES = {
    "brandt": (
        (
            "gemba",
            "22 September, housings line: drew one part's way on the back of a check sheet and "
            "stopped at the wash station, where our money now goes.",
            {"sees_whole_stream": 5, "decides_on_data": 4},
        ),
        (
            "data",
            "Scrap review, January to October: three improvements nobody had ordered, the third "
            "one below the target of the second.",
            {"desire_to_improve": 4},
        ),
        (
            "interview",
            "3 November: told how the furnace crew came to try smaller loads that spoilt their "
            "utilisation, and where they would have stopped.",
            {"convinces_others": 4, "calculated_risks": 3},
        ),
        (
            "gemba",
            "14 October, handover at 05:50: the team leader ran the check, she listened, and an "
            "operator showed the result of his own idea.",
            {"sticks_to_process": 5, "people_first": 4},
        ),
        (
            "reference",
            "Head of quality, 28 October: she rang him and the crew about the mislabelled batch "
            "before anybody had found it.",
            {"keeps_trust": 4},
        ),
        (
            "data",
            "Sheet for the wash station, 6 May: my objection of the week before stood on it, "
            "answered; scrap per week was the one large figure.",
            {"executive_buy_in": 4, "creates_the_lever": 3},
        ),
        (
            "interview",
            "3 November: named one shared gauge with the casting supplier and the return trips "
            "it saves both.",
            {"win_win_changes": 3},
        ),
        (
            "data",
            "Housings plan, half-year version: two months missed, each with a dated "
            "countermeasure, both back on target.",
            {"makes_and_manages_plan": 4},
        ),
        (
            "interview",
            "3 November: described the lane with its pacemaker and the lead time before and "
            "after; the adviser had been shown its worst corner.",
            {"lean_by_experience": 4, "learns_with_adviser": 4},
        ),
        (
            "interview",
            "3 November: put turning, furnace and grinding of the rings on a sheet, three "
            "question marks at the furnace, a name beside each process.",
            {"knows_the_flows": 3, "reaches_the_experts": 3},
        ),
        (
            "interview",
            "3 November: has read the rings forecast; knows the bearing maker's three wishes "
            "from the audit.",
            {"knows_future_demand": 2, "knows_the_customer": 3},
        ),
    ),
    "lin": (
        (
            "gemba",
            "5 November, grinding: asked for the oldest ring on the floor, found it, and drew "
            "back to the dock how it had come to lie there.",
            {"sees_whole_stream": 4, "knows_the_flows": 3},
        ),
        (
            "data",
            "Housings changeover sheet at my plant's request: the same press again and again for "
            "two years, the last entry an open complaint of hers.",
            {"desire_to_improve": 5},
        ),
        (
            "interview",
            "5 November: packing said no to the smaller tray; at the second no she turned to the "
            "departments that gained by it.",
            {"convinces_others": 2},
        ),
        (
            "gemba",
            "5 November, honing: an operator called her over about a fixture; she had him try it "
            "with the setter, who came when she rang.",
            {"people_first": 4, "reaches_the_experts": 4},
        ),
        (
            "interview",
            "5 November: in the week of the blocked housings the check was held, and the wash "
            "trial she answered for was repeated in a month.",
            {"sticks_to_process": 4, "calculated_risks": 4},
        ),
        (
            "reference",
            "Union representative, 5 November: hears her mistakes from herself, and the plant "
            "director heard the same ones.",
            {"keeps_trust": 4},
        ),
        (
            "data",
            "Tally of 212 jams at the wash station, kept by two shifts; the result went against "
            "the new nozzle she had asked for.",
            {"decides_on_data": 5, "creates_the_lever": 4},
        ),
        (
            "interview",
            "5 November: had called on each of the four managers before the meeting of May; "
            "their questions stood on her sheet.",
            {"executive_buy_in": 4},
        ),
        (
            "data",
            "Log of the lane at housings, spring to autumn: cards, pace and tugger in one chain, "
            "lead time noted each week.",
            {"lean_by_experience": 4},
        ),
        (
            "interview",
            "5 November: asked me to watch her next check, then put my two remarks into the "
            "sheet the same evening.",
            {"learns_with_adviser": 5},
        ),
        (
            "data",
            "Her plan for housings, compared month by month: the one line that missed carries a "
            "date, a step and a later tick.",
            {"makes_and_manages_plan": 4},
        ),
        (
            "interview",
            "5 November: knew the two days when forgings arrive and the rack that blocks the "
            "aisle; not the reason for either.",
            {"knows_logistics": 2, "knows_floor_space": 2},
        ),
        (
            "interview",
            "5 November: named both bearing makers' wishes for pack and delivery day, and the "
            "one that is missed.",
            {"knows_the_customer": 3},
        ),
    ),
    "kerr": (
        (
            "gemba",
            "17 September, three hours at housings: had called off the faster tester, since its "
            "parts would only have waited before the washer.",
            {"sees_whole_stream": 5, "decides_on_data": 4},
        ),
        (
            "gemba",
            "18 September: packing works with the smaller tray it once refused, and its team "
            "leader has talked dispatch into the same.",
            {"convinces_others": 5},
        ),
        (
            "data",
            "Changeover record of the housings press: shortened in March, in June and in "
            "September, with today's losses marked in red.",
            {"desire_to_improve": 5},
        ),
        (
            "gemba",
            "18 September, late shift without her: the check took place in the week of the late "
            "castings, the missed date still pinned up.",
            {"sticks_to_process": 4},
        ),
        (
            "gemba",
            "18 September, aisle at packing: two operators stopped her with ideas; one of them "
            "chose his new job when the lane freed him.",
            {"people_first": 5},
        ),
        (
            "interview",
            "4 November: told the crew and the director in one meeting that her sample had been "
            "too small; the trial was run again.",
            {"keeps_trust": 4, "calculated_risks": 4},
        ),
        (
            "gemba",
            "17 September: took two managers to the washer and let them wait for their part; "
            "each had been visited alone the day before.",
            {"creates_the_lever": 4, "executive_buy_in": 4},
        ),
        (
            "interview",
            "4 November: stood at the casting supplier's packing bench, brought their foreman "
            "here, and a day of resorting went.",
            {"win_win_changes": 4},
        ),
        (
            "data",
            "Loop list for housings: measurable goal, month and person on each line, actuals up "
            "to October.",
            {"makes_and_manages_plan": 3},
        ),
        (
            "gemba",
            "My visits of May and September: she had sent for me both times, and taught the late "
            "shift what we had found.",
            {"learns_with_adviser": 5},
        ),
        (
            "gemba",
            "18 September, two of the areas she took through quick changeover: one holds its own "
            "kaizen now, the other waits for her.",
            {"lean_by_experience": 4},
        ),
        (
            "interview",
            "4 November: drew the rings with empty schedule boxes and named the planner and two "
            "setters she had asked so far.",
            {"knows_the_flows": 3, "reaches_the_experts": 3},
        ),
    ),
    "patel": (
        (
            "interview",
            "6 November: named the constraint of housings and what she had put there; about "
            "rings she wished to walk first.",
            {"sees_whole_stream": 4},
        ),
        (
            "data",
            "Casting returns, twelve months: target reached in April, replaced by a lower one in "
            "May, reached in August.",
            {"desire_to_improve": 4},
        ),
        (
            "reference",
            "Packing supervisor, 30 October: carries a day's less stock, misses it, and says "
            "what the customer has from it.",
            {"convinces_others": 4},
        ),
        (
            "gemba",
            "12 October, at the casting supplier: their operator showed us the change she had "
            "tried with him; both firms had timed it.",
            {"people_first": 4, "win_win_changes": 4},
        ),
        (
            "interview",
            "6 November: the crate date slipped; she told the supplier, the line and me on one "
            "day, and left the old date up.",
            {"sticks_to_process": 4, "keeps_trust": 4},
        ),
        (
            "data",
            "Mail before the washer trial: damage limit and stop signal; mail after it: what it "
            "taught, with her name under the loss.",
            {"calculated_risks": 4},
        ),
        (
            "interview",
            "6 November: timed the sorting bench herself and had the norm in the system put right.",
            {"decides_on_data": 4},
        ),
        (
            "gemba",
            "16 April: led maintenance and me to the racks of returned castings; the sorting "
            "bench was closed by May.",
            {"creates_the_lever": 4},
        ),
        (
            "data",
            "Minutes of 6 May: money granted; my objection and the answer to it were on the page "
            "before I had raised it.",
            {"executive_buy_in": 4},
        ),
        (
            "interview",
            "6 November: showed her plan with the actuals marked; nothing stood beside the miss "
            "in June.",
            {"makes_and_manages_plan": 3},
        ),
        (
            "interview",
            "6 November: had me explain the forging call-off and then told it back with "
            "quantity, day and lead time.",
            {"knows_logistics": 3},
        ),
        (
            "interview",
            "6 November: put both flows of the rings on my whiteboard, with a question mark at "
            "what starts the furnace.",
            {"knows_the_flows": 3},
        ),
        (
            "interview",
            "6 November: the forecast file was on her laptop; how far it had missed she could "
            "not say.",
            {"knows_future_demand": 2},
        ),
        (
            "reference",
            "Rings setter, 2 November: came in from his break to look at her drawing because she "
            "had asked.",
            {"reaches_the_experts": 4},
        ),
    ),
}

NOT_OBSERVED = {
    "brandt": {
        "knows_logistics": "We did not come to trucks in the hour we had.",
        "knows_floor_space": "No example came up and I did not ask for one.",
    },
    "lin": {
        "win_win_changes": "Working with suppliers was not part of my two days here.",
        "knows_future_demand": "I know too little of this plant's sales plans to judge an answer.",
    },
    "kerr": {
        "knows_logistics": "Trucks were not my part of the panel.",
        "knows_floor_space": "I have not heard her speak of space at all.",
        "knows_future_demand": "Nobody at head office shows me the sales plans.",
        "knows_the_customer": "I have never met the rings customers and could not check.",
    },
    "patel": {
        "lean_by_experience": "I could not tell a lane from a rack; others can.",
        "learns_with_adviser": "I have not seen her with an adviser.",
        "knows_floor_space": "Buildings are outside what I can judge.",
        "knows_the_customer": "We spent the time on suppliers.",
    },
}

WARNINGS = {}
