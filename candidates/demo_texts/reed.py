"""Joanna Reed. Near the middle on all three tiers; the warning is what there is to talk about."""

CANDIDATE = {
    "name": "Joanna Reed",
    "current_function": "Shift manager, grinding, nine years",
    "lean_experience": "Set-up reduction on honing machines at a former employer",
    "source": "Applied herself",
    "line_manager": "Head of production",
}

NOTES = {
    "brandt": (
        (
            "gemba",
            "7 October, 06:40, grinding: could say what honing had shouted for and what the "
            "furnace owed her; further back it was guesswork.",
            {"sees_whole_stream": 2},
        ),
        (
            "data",
            "Honing stops by cause: two causes gone since spring; for the larger one she has "
            "since halved her own target.",
            {"desire_to_improve": 4},
        ),
        (
            "gemba",
            "7 October: told the tool room it would lose its morning hour; it agreed to a "
            "fortnight, which was under way.",
            {"convinces_others": 3},
        ),
        (
            "gemba",
            "9 October, handover: two apprentices showed their fixture to the shift; she had "
            "tried it with them on nights first.",
            {"people_first": 4},
        ),
        (
            "interview",
            "3 November: the check she introduced in January ended with the first late truck, "
            "she told me.",
            {"sticks_to_process": 2},
        ),
        (
            "interview",
            "3 November: told crew and head of production in one breath that the wrong wheel had "
            "been her order.",
            {"keeps_trust": 4},
        ),
        (
            "interview",
            "3 November: dressing trial with limit and stop signal on paper; stopped there, no "
            "names.",
            {"calculated_risks": 3},
        ),
        (
            "interview",
            "3 November: waited with the wheel until dressings had been counted by the late "
            "shift in week 36.",
            {"decides_on_data": 3},
        ),
        (
            "gemba",
            "7 October: led me to the returned rings under the stairs; the gauge was on order by "
            "the end of the month.",
            {"creates_the_lever": 4},
        ),
        (
            "data",
            "Request for the gauge: both states, cost, date; my signature.",
            {"executive_buy_in": 3},
        ),
        (
            "interview",
            "3 November: at her former firm changeover, kanban and the honing pace formed one "
            "chain, with the days of lead time to prove it.",
            {"lean_by_experience": 4},
        ),
        (
            "data",
            "Grinding plan: names and dates throughout, marks up to March.",
            {"makes_and_manages_plan": 2},
        ),
        (
            "gemba",
            "7 October: two setters and the tool grinder came along because she had asked.",
            {"reaches_the_experts": 4},
        ),
        (
            "interview",
            "3 November: drew both flows of the rings, with honest question marks before the "
            "furnace.",
            {"knows_the_flows": 3},
        ),
    ),
    "lin": (
        (
            "interview",
            "5 November: named hardening as the constraint by the stock on either side, and had "
            "lent it her second operator.",
            {"sees_whole_stream": 4},
        ),
        (
            "interview",
            "5 November: rearranged the wheel store without being told, date and minutes noted "
            "on the shelf.",
            {"desire_to_improve": 3},
        ),
        (
            "gemba",
            "5 November, honing: the day crew gave up first-pass yield for a trial and its "
            "leader told me what the rings gain by it.",
            {"convinces_others": 4},
        ),
        (
            "gemba",
            "5 November: answered to the head of production for the failed dresser before my "
            "eyes; the next one was mounted already.",
            {"calculated_risks": 4},
        ),
        (
            "gemba",
            "5 November: knows that nights want quiet and days want light, and tried the lamp "
            "with the man who proposed it.",
            {"people_first": 4},
        ),
        (
            "reference",
            "Inspector in packing, 5 November: she owned up to a mixed tray, to us and to her "
            "boss, before we had opened it.",
            {"keeps_trust": 4},
        ),
        (
            "gemba",
            "5 November: three team leaders gave the same reason and the same date for the wheel "
            "check.",
            {"sticks_to_process": 3},
        ),
        (
            "data",
            "Tally of wheel changes by shift, four weeks, her handwriting; the life in the "
            "system was wrong and is corrected.",
            {"decides_on_data": 4},
        ),
        (
            "reference",
            "Her successor at the former firm, by telephone, 6 November: the set-up cart is in "
            "use.",
            {"lean_by_experience": 3},
        ),
        (
            "interview",
            "5 November: took me to the dresser that jams, tried my order of steps at once, and "
            "mailed what changed.",
            {"learns_with_adviser": 4},
        ),
        (
            "data",
            "Wheel plan: goal, month and name, and the actuals up to October.",
            {"makes_and_manages_plan": 3},
        ),
        (
            "gemba",
            "5 November: drew material and cards from furnace to packing, with gaps marked "
            "upstream.",
            {"knows_the_flows": 3},
        ),
        (
            "gemba",
            "5 November: the rings planner joined us at the board because she had rung her.",
            {"reaches_the_experts": 4},
        ),
        (
            "interview",
            "5 November: truck times of the rings by heart; how a load is put together, no.",
            {"knows_logistics": 2},
        ),
    ),
    "kerr": (
        (
            "gemba",
            "21 September, grinding: two hours from machine to machine, after which she drew "
            "dock to truck with the waits in it.",
            {"sees_whole_stream": 3},
        ),
        (
            "interview",
            "4 November: four rescues told at length; each ended when the complaint had ended.",
            {"desire_to_improve": 2},
        ),
        (
            "interview",
            "4 November: won over the shifts that gained by the new wheel; honing, which lost by "
            "it, she let be.",
            {"convinces_others": 2},
        ),
        (
            "gemba",
            "21 September: answers at the machine, within the week, with the reason, also when "
            "it is no.",
            {"people_first": 3},
        ),
        (
            "data",
            "Check sheets of grinding, eight weeks: filled until the first hot order, blank "
            "after it.",
            {"sticks_to_process": 2},
        ),
        (
            "reference",
            "Rings planner, 22 September: she comes over and takes a date back while there is "
            "still time.",
            {"keeps_trust": 3},
        ),
        (
            "interview",
            "4 November: told management what the failed dressing trial had taught; the next one "
            "ran twelve days later.",
            {"calculated_risks": 4},
        ),
        (
            "interview",
            "4 November: chose the wheel first and looked for its test report afterwards; she "
            "laughed about it herself.",
            {"decides_on_data": 2},
        ),
        (
            "gemba",
            "21 September, line board: scrap of one shift beside the price of one gauge; the "
            "gauge trial followed.",
            {"creates_the_lever": 3},
        ),
        (
            "gemba",
            "My visits of May and September: what was agreed had been done, and she knew what "
            "had not worked.",
            {"learns_with_adviser": 3},
        ),
        (
            "interview",
            "4 November: set-up cart built by her at the former firm, with the minutes before "
            "and after and a photo one year on.",
            {"lean_by_experience": 3},
        ),
        (
            "data",
            "Objectives for the year: persons and due dates, not one actual.",
            {"makes_and_manages_plan": 2},
        ),
        (
            "gemba",
            "21 September: which furnace load feeds which grinder, with stock; the furnace log "
            "agreed.",
            {"knows_the_flows": 4},
        ),
    ),
    "patel": (
        (
            "interview",
            "6 November: had stopped her own faster grinding cycle in May, since packing's lane "
            "only filled up and the furnace set the pace.",
            {"sees_whole_stream": 5},
        ),
        (
            "interview",
            "6 November: wheel types from eleven to six by target, then to four by her own.",
            {"desire_to_improve": 4},
        ),
        (
            "reference",
            "Tool-room head, 30 October: lost his buffer of dressed wheels to her, and explains "
            "to others why.",
            {"convinces_others": 4},
        ),
        (
            "gemba",
            "15 October, visit of the wheel supplier: both had walked each other's floors in "
            "summer; a week of wheel stock is gone on each side.",
            {"win_win_changes": 4},
        ),
        (
            "reference",
            "Wheel supplier's fitter, 30 October: she had him and the night crew try his "
            "mounting, and he presented it.",
            {"people_first": 4},
        ),
        (
            "data",
            "Sheet on the wheel trial: steps, reason and dates for all shifts, the moved date "
            "crossed out and visible.",
            {"sticks_to_process": 3},
        ),
        (
            "interview",
            "6 November: told me and her crew of the double order a week before the invoice.",
            {"keeps_trust": 4},
        ),
        (
            "data",
            "Wheel-life record: timed by her at two machines, and the catalogue figure struck "
            "through.",
            {"decides_on_data": 4},
        ),
        (
            "data",
            "Request of 9 April: a week of the tool room and the cost of six dressers, decided "
            "at once from one sheet.",
            {"executive_buy_in": 3},
        ),
        (
            "interview",
            "6 November: explained how a rings shipment comes about, with pack, quantity and "
            "cut-off.",
            {"knows_logistics": 3},
        ),
        (
            "interview",
            "6 November: roundness, pack and delivery day of the two main customers, and which "
            "of them we miss.",
            {"knows_the_customer": 3},
        ),
        (
            "interview",
            "6 November: volume and mix of rings for next year, and who in sales had told her.",
            {"knows_future_demand": 3},
        ),
        (
            "gemba",
            "15 October: 60 square metres of rings that only wait, paced out by her with the crew.",
            {"knows_floor_space": 3},
        ),
        (
            "interview",
            "6 November: setters, planner and metallurgist came to her wheel trial at her asking.",
            {"reaches_the_experts": 4},
        ),
    ),
}

NOT_OBSERVED = {
    "brandt": {
        "win_win_changes": "I have not seen her with anybody from outside.",
        "learns_with_adviser": "She has had no adviser on my watch.",
        "knows_logistics": "I did not ask about trucks.",
        "knows_floor_space": "We spoke of machines, not of space.",
        "knows_future_demand": "I ended the interview before that question.",
        "knows_the_customer": "I meant to ask and did not.",
    },
    "lin": {
        "creates_the_lever": "I did not hear a case.",
        "executive_buy_in": "I know her from the floor only.",
        "win_win_changes": "Her wheel supplier is unknown to me.",
        "knows_floor_space": "The walk was too short for it.",
        "knows_future_demand": "Your sales plans are not mine to judge.",
        "knows_the_customer": "Beyond what I could verify.",
    },
    "kerr": {
        "executive_buy_in": "I have not seen her before executives.",
        "win_win_changes": "Nobody from outside was there on my days.",
        "knows_logistics": "Not my subject.",
        "knows_floor_space": "I paid no heed to space.",
        "knows_future_demand": "I was shown no figures to compare with.",
        "knows_the_customer": "Grinding and nothing else was our topic.",
        "reaches_the_experts": "Her own setters were all I met.",
    },
    "patel": {
        "calculated_risks": "I saw how trials ended, not how they were agreed.",
        "creates_the_lever": "She has never had to wake me.",
        "lean_by_experience": "Better judged by the adviser.",
        "makes_and_manages_plan": "I have not seen a plan of hers.",
        "learns_with_adviser": "I have no view of that.",
        "knows_the_flows": "I could not tell a right drawing from a wrong one.",
    },
}

WARNINGS = {
    "brandt": {
        "enjoys_firefighting": (
            "seen",
            "7 October: took the expediting of three orders into her own hands with the planner "
            "beside her; the same three causes as in June.",
        ),
    },
    "kerr": {
        "enjoys_firefighting": (
            "seen",
            "21 September: glowed over a night rescue of the honing spindle, the fourth this "
            "year with that bearing.",
        ),
    },
    "patel": {
        "enjoys_firefighting": (
            "no_chance",
            "I have never been there when something burned.",
        ),
    },
    "lin": {
        "enjoys_firefighting": (
            "not_seen",
            "",
        ),
    },
}
