"""Acme Stamping of *Learning to See*: as a file, and as it is typed."""

ACME = {
    "format": "value-stream-map/1",
    "name": "Acme Stamping",
    "state": "current",
    "customer": {
        "name": "State Street Assembly",
        "demand_per_month": 18400,
        "working_days_per_month": 20,
        "pack_size": 20,
        "shipments_per_day": 1,
    },
    "working_time": {"shifts_per_day": 2, "hours_per_shift": 8, "break_minutes_per_shift": 20},
    "paths": [
        {
            "name": "main",
            "elements": [
                {"kind": "inventory", "name": "Coils", "days": 5},
                {"kind": "process", "name": "Stamping", "cycle_time_s": 1, "changeover_s": 3600,
                 "uptime": 0.85, "operators": 1},
                {"kind": "inventory", "name": "Stamped", "pieces": 7000},
                {"kind": "process", "name": "Weld 1", "cycle_time_s": 39, "changeover_s": 600,
                 "uptime": 1, "operators": 1},
                {"kind": "inventory", "name": "Welded 1", "pieces": 1700},
                {"kind": "process", "name": "Weld 2", "cycle_time_s": 46, "changeover_s": 600,
                 "uptime": 0.8, "operators": 1},
                {"kind": "inventory", "name": "Welded 2", "pieces": 2450},
                {"kind": "process", "name": "Assembly 1", "cycle_time_s": 62, "operators": 1},
                {"kind": "inventory", "name": "Assembled 1", "pieces": 1840},
                {"kind": "process", "name": "Assembly 2", "cycle_time_s": 40, "operators": 1},
                {"kind": "inventory", "name": "Finished", "pieces": 4140},
            ],
        }
    ],
}  # fmt: skip

#: customer, demand, days, demand by the day, shifts, hours, breaks, pack
HEAD = ("State Street Assembly", "18 400", 20, None, 2, "8 h", "20 min", 20)
#: a process: name, C/T, C/O, uptime, operators; an inventory: name, days, pieces
ELEMENTS = (
    ("Coils", 5),
    ("Stamping", "1 s", "1 h", "85 %", 1),
    ("Stamped", None, 7000),
    ("Weld 1", 39, "10 min", "100 %", 1),
    ("Welded 1", None, 1700),
    ("Weld 2", 46, "10 min", "80 %", 1),
    ("Welded 2", None, 2450),
    ("Assembly 1", 62, None, None, 1),
    ("Assembled 1", None, 1840),
    ("Assembly 2", 40, None, None, 1),
    ("Finished", None, 4140),
)
