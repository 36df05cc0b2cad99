from .announcement import Addressee, Announcement, ReadingConfirmation
from .appointment import Appointment
from .appointment_words import Authority, State
from .family import Family
from .family_proposal import FamilyProposal
from .map import Map
from .map_comment import FreedAnswer, MapComment
from .map_element import Element
from .map_flow import InformationFlow, KaizenBurst, Loop, MapAnswer
from .map_path import MapPath, MapSupplier
from .map_photo import MapPhoto
from .map_save import MapSave
from .map_words import MapState, Standing
from .matrix import Matrix
from .stream import CustomerRequirement, Level, ValueStream

__all__ = [
    "Addressee",
    "Announcement",
    "Appointment",
    "Authority",
    "CustomerRequirement",
    "Element",
    "Family",
    "FamilyProposal",
    "FreedAnswer",
    "InformationFlow",
    "KaizenBurst",
    "Level",
    "Loop",
    "Map",
    "MapAnswer",
    "MapComment",
    "MapPath",
    "MapPhoto",
    "MapSave",
    "MapState",
    "MapSupplier",
    "Matrix",
    "ReadingConfirmation",
    "Standing",
    "State",
    "ValueStream",
]
