from .appointment import Appointment
from .appointment_words import Authority, State
from .family import Family
from .stream import CustomerRequirement, Level, ValueStream

__all__ = [
    "Appointment",
    "Authority",
    "CustomerRequirement",
    "Family",
    "Level",
    "State",
    "ValueStream",
]
