from .candidate import Candidate
from .criteria import CriteriaSet, Criterion
from .decision import Decision, Reversal
from .panel import Assessor
from .position import Position
from .position_change import PositionChange
from .position_criterion import PositionCriterion
from .reveal import Reveal
from .score_change import ScoreChange
from .scorecard import EvidenceKind, Excusal, Score, Scorecard, Submission
from .telling import Telling
from .warning import Seen, WarningKind, WarningObservation

__all__ = [
    "Assessor",
    "Candidate",
    "CriteriaSet",
    "Criterion",
    "Decision",
    "EvidenceKind",
    "Excusal",
    "Position",
    "PositionChange",
    "PositionCriterion",
    "Reveal",
    "Reversal",
    "Score",
    "ScoreChange",
    "Scorecard",
    "Seen",
    "Submission",
    "Telling",
    "WarningKind",
    "WarningObservation",
]
