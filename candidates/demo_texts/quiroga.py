"""Mateo Quiroga. First only where knowing the stream counts nearly as much as attitude."""

CANDIDATE = {
    "name": "Mateo Quiroga",
    "current_function": "Logistics lead, inbound, eight years",
    "lean_experience": "Milk run and supermarket for tie rods at the sister plant, two years",
    "source": "Proposed by the head of logistics",
    "line_manager": "Head of logistics",
}

NOTES = {
    "brandt": (
        (
            "interview",
            "3 November: began at the customer's truck, came back to the furnace, and moved his "
            "spare picker to it in June.",
            {"sees_whole_stream": 4},
        ),
        (
            "data",
            "Stock of forgings over 24 months: down three times, each target set by him after "
            "the one before was met.",
            {"desire_to_improve": 4},
        ),
        (
            "gemba",
            "8 October, turning: the foreman keeps half the forgings he used to, grumbles, and "
            "explains the milk run; welding gauges stand in the aisle it freed.",
            {"convinces_others": 4, "knows_floor_space": 4},
        ),
        (
            "gemba",
            "8 October, dock: pickers try out the low trolley they proposed, and showed it to me "
            "themselves.",
            {"people_first": 4},
        ),
        (
            "interview",
            "3 November: all three shifts had heard of the new route from him; the date slipped, "
            "and that was on the board.",
            {"sticks_to_process": 3},
        ),
        (
            "interview",
            "3 November: had promised the dock a roof before winter and took it back shift by "
            "shift; the crate trial had a written stop.",
            {"keeps_trust": 3, "calculated_risks": 3},
        ),
        (
            "data",
            "Time study of unloading, June: his own stopwatch, and a booking time in the system "
            "put right afterwards.",
            {"decides_on_data": 4},
        ),
        (
            "data",
            "Request for the second milk run: state, cost and date on one sheet, granted the "
            "same day.",
            {"executive_buy_in": 3},
        ),
        (
            "data",
            "Letter of the forging supplier, 19 June: both firms lost a repacking step after he "
            "had walked their hall and they ours.",
            {"win_win_changes": 4, "knows_logistics": 4},
        ),
        (
            "data",
            "Plan for inbound: goal, month and name on each line, actuals marked until October.",
            {"makes_and_manages_plan": 3},
        ),
        (
            "interview",
            "3 November: explained supermarket, pacemaker and milk run of tie rods as one chain; "
            "knew from sales which ring size runs out in May.",
            {"lean_by_experience": 4, "knows_future_demand": 4},
        ),
        (
            "interview",
            "3 November: drew both flows of the rings with stock and changeover, and remarked "
            "which honing schedule nobody follows.",
            {"knows_the_flows": 4},
        ),
    ),
    "lin": (
        (
            "gemba",
            "6 October, his tie-rod supermarket at our plant: cards, tugger and pacemaker run as "
            "one, two years after he left.",
            {"lean_by_experience": 4},
        ),
        (
            "gemba",
            "6 October, same place: the weekly route check he began was held in our worst week "
            "of the year.",
            {"sticks_to_process": 4},
        ),
        (
            "gemba",
            "5 November, grinding: went to the empty side first, then to the furnace, and said "
            "which two people he would move there.",
            {"sees_whole_stream": 4},
        ),
        (
            "interview",
            "5 November: began the trolley trial unasked in February and had the walking "
            "distance before and after.",
            {"desire_to_improve": 3},
        ),
        (
            "interview",
            "5 November: turning carries less stock by his doing; its foreman told me what it is "
            "for before he could.",
            {"convinces_others": 4},
        ),
        (
            "interview",
            "5 November: told the carriers, the crew and his boss in one week that the new route "
            "had been his error.",
            {"keeps_trust": 4},
        ),
        (
            "interview",
            "5 November: named the picker behind the trolley idea, and what matters to nights "
            "when a route changes.",
            {"people_first": 4},
        ),
        (
            "interview",
            "5 November: half-size crate failed in its second week; he reported it himself and "
            "had the next crate running by July.",
            {"calculated_risks": 4},
        ),
        (
            "data",
            "Card with causes of special trips, filled in by drivers; he rode along to check it "
            "and corrected two.",
            {"decides_on_data": 4, "knows_logistics": 4},
        ),
        (
            "interview",
            "5 November: took planning to the yard full of unannounced pallets; the frozen week "
            "began that month.",
            {"creates_the_lever": 4},
        ),
        (
            "data",
            "Milk-run plan for tie rods: three misses, three dated steps, and the goal reached.",
            {"makes_and_manages_plan": 4},
        ),
        (
            "interview",
            "5 November: took me to the trolley's tightest bend and tried another way round "
            "while I watched.",
            {"learns_with_adviser": 4},
        ),
        (
            "gemba",
            "5 November, forging racks: two bays empty, one of them given to the gauges, with "
            "the rent it saves.",
            {"knows_floor_space": 4},
        ),
        (
            "gemba",
            "5 November, our walk: the furnace setter and the rings planner came along at his "
            "request and confirmed his stock figures.",
            {"reaches_the_experts": 4, "knows_the_flows": 4},
        ),
    ),
    "kerr": (
        (
            "gemba",
            "16 September, forging store: drew the way from dock to truck with each wait, and "
            "left the pace open.",
            {"sees_whole_stream": 3},
        ),
        (
            "gemba",
            "16 September, route board: the supermarket he set up last year is in use; grinding "
            "is not joined to it.",
            {"lean_by_experience": 3},
        ),
        (
            "gemba",
            "16 September, dock meeting: each idea on the list had a yes or a no with its "
            "reason, the oldest six days old.",
            {"people_first": 3},
        ),
        (
            "interview",
            "4 November: told turning that it would lose its reserve; they agreed to four weeks, "
            "and those took place.",
            {"convinces_others": 3},
        ),
        (
            "interview",
            "4 November: when the hourly run worked he asked for half-hourly, and has the second "
            "curve to show.",
            {"desire_to_improve": 4},
        ),
        (
            "gemba",
            "17 September, carrier on strike: the route check was held at its hour, with the gap "
            "shown on the board.",
            {"sticks_to_process": 4},
        ),
        (
            "interview",
            "4 November: told pickers and management in the same words that he had misjudged the "
            "strike.",
            {"keeps_trust": 4},
        ),
        (
            "interview",
            "4 November: withdrew his shelf layout before the crew when their step count came "
            "out longer; they count everything now.",
            {"decides_on_data": 5},
        ),
        (
            "interview",
            "4 November: speaks of freight costs at each meeting; asked what had begun after it, "
            "he thought for a while.",
            {"creates_the_lever": 2},
        ),
        (
            "interview",
            "4 November: asked for the second tugger with cost and date on a page, and went home "
            "with it.",
            {"executive_buy_in": 3},
        ),
        (
            "data",
            "Inbound plan on the wall: goals and months in place, two misses with nothing beside "
            "them.",
            {"makes_and_manages_plan": 3},
        ),
        (
            "gemba",
            "My visits of April and September: what we had agreed was done, and he told me which "
            "half had not worked.",
            {"learns_with_adviser": 3},
        ),
        (
            "interview",
            "4 November: followed a card on paper from honing back to the forging order, and "
            "knew how many lie at each stop.",
            {"knows_the_flows": 4},
        ),
    ),
    "patel": (
        (
            "interview",
            "6 November: spoke against my cheaper forgings in larger lots, since the furnace and "
            "not the store decides what we ship.",
            {"sees_whole_stream": 4},
        ),
        (
            "data",
            "Route sheets since February: the run every hour, then every half, then with mixed "
            "trays, all of his making.",
            {"desire_to_improve": 4},
        ),
        (
            "gemba",
            "21 October, forging supplier: walked the hall with their foreman; the crate they "
            "now propose has its savings rule in writing.",
            {"win_win_changes": 5},
        ),
        (
            "reference",
            "Supplier's sales manager, 2 November: learnt of the wrong call-off from him before "
            "it had arrived.",
            {"keeps_trust": 4},
        ),
        (
            "reference",
            "Turning foreman, 29 October: was told the price, paid it, and says the rings come "
            "through sooner for it.",
            {"convinces_others": 4},
        ),
        (
            "gemba",
            "21 October, on the drive home: rang the picker whose idea it was and asked him to "
            "show it to the shift on Monday.",
            {"people_first": 4},
        ),
        (
            "data",
            "File of weekly route checks: no gap, the snow week in February included.",
            {"sticks_to_process": 4},
        ),
        (
            "interview",
            "6 November: crate trial with a limit of 40, loss of 31, reported by him; what it "
            "taught is in the new crate.",
            {"calculated_risks": 4},
        ),
        (
            "interview",
            "6 November: sat in the cab for two days before he chose the route, and changed my "
            "freight table after it.",
            {"decides_on_data": 4},
        ),
        (
            "data",
            "Photographs of the yard from his walk with planning in March, and the rule on "
            "frozen weeks dated three weeks later.",
            {"creates_the_lever": 4},
        ),
        (
            "interview",
            "6 November: had seen me, the controller and production one by one before he asked "
            "for the tugger.",
            {"executive_buy_in": 4},
        ),
        (
            "gemba",
            "21 October, both docks: watched the unloading with me and named each expedited "
            "load, its cause and its price.",
            {"knows_logistics": 4},
        ),
        (
            "interview",
            "6 November: next year's rings by size, the two launches, and the shift pattern he "
            "has already altered for them.",
            {"knows_future_demand": 4},
        ),
        (
            "interview",
            "6 November: stood at the bearing maker's line in May and named two wraps they tear "
            "off and throw away.",
            {"knows_the_customer": 4},
        ),
        (
            "interview",
            "6 November: the rented tent went back in August; the gauges stand in the cleared "
            "bay and the rent is saved.",
            {"knows_floor_space": 4},
        ),
        (
            "data",
            "Plan for the tent, May to August: one month missed, one countermeasure, handed back "
            "on the day.",
            {"makes_and_manages_plan": 4},
        ),
        (
            "reference",
            "Rings planner, 29 October: came to the trial of mixed trays because he had asked, "
            "and brought the furnace setter.",
            {"reaches_the_experts": 4},
        ),
    ),
}

NOT_OBSERVED = {
    "brandt": {
        "creates_the_lever": "I saw no case in which he had to raise the alarm.",
        "learns_with_adviser": "He has worked without an adviser as long as I have known him.",
        "knows_the_customer": "The hour was over before we reached the customer.",
        "reaches_the_experts": "I know whom he knows only from himself.",
    },
    "lin": {
        "executive_buy_in": "I have never seen him before your executives.",
        "win_win_changes": "His suppliers are not ours.",
        "knows_future_demand": "I cannot check what he says about your sales.",
        "knows_the_customer": "I do not know your customers.",
    },
    "kerr": {
        "calculated_risks": "We did not get to a trial that failed.",
        "win_win_changes": "I have met none of his partners.",
        "knows_logistics": "Left to the head of purchasing.",
        "knows_floor_space": "I did not walk the store with space in mind.",
        "knows_future_demand": "Sales plans are not known to me.",
        "knows_the_customer": "I could not judge the answer.",
        "reaches_the_experts": "I saw him with his own crew only.",
    },
    "patel": {
        "lean_by_experience": "I know his results, not his techniques.",
        "learns_with_adviser": "I was not there when he was advised.",
        "knows_the_flows": "What happens inside our walls I judge too little.",
    },
}

WARNINGS = {}
