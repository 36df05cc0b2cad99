"""Who of the cast may use which address of the time log and its trend.

The appointment is that of `manager`, who alone knows the entries. The candidate is executive and HR
of the plant.
"""

from vsm_portal.rules import EVERYBODY, Rule

TOTALS = "manager hr executive top candidate"
TREND = f"{TOTALS} adviser head_hr head_executive"
TREND_ALONE = "adviser head_hr head_executive"


def the_appointment(world):
    return {"pk": world.appointment.pk}


def the_week(world):
    from .weeks import monday_of, written

    return {"pk": world.appointment.pk, "week": written(monday_of(world.plant.today()))}


def the_entry(world):
    return {"pk": world.time_entry.pk}


def the_cause(world):
    return {"pk": world.appointment.pk, "cause": world.cause.pk}


def own(**further) -> Rule:
    """For the manager; to everybody else the entries are not there."""
    return Rule(arguments=the_appointment, **further)


POLICY = {
    "time_mine": Rule(read="manager other_manager"),
    "time_log": own(read="manager"),
    "time_entry_create": own(write="manager"),
    "time_entry_edit": Rule(read="manager", write="manager", arguments=the_entry),
    "time_entry_removal": Rule(write="manager", arguments=the_entry),
    "time_week_copy": Rule(write="manager", arguments=the_week),
    "time_week_away": Rule(write="manager", arguments=the_week),
    "time_week_presence": Rule(write="manager", arguments=the_week),
    "time_import": own(read="manager", write="manager"),
    "time_import_confirmation": own(write="manager"),
    "time_file": own(read="manager"),
    "cause_list": own(read="manager"),
    "cause_removal": Rule(write="manager", arguments=the_cause),
    "trend_list": Rule(read=EVERYBODY),
    "trend_detail": own(read=TREND),
    "trend_reckoning": own(write=TOTALS, refused_write=TREND_ALONE),
    "trend_series": own(read=TOTALS, refused_read=TREND_ALONE),
}
