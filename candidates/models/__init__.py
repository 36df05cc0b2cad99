from .candidate import Candidate
from .conflict_of_interest import ConflictOfInterest
from .criteria import CriteriaSet, Criterion
from .decision import Decision, Reversal
from .evidence_note import EvidenceKind, EvidenceNote
from .panel import Assessor
from .position import Position
from .position_change import PositionChange
from .position_criterion import PositionCriterion
from .reveal import Reveal
from .score import Score
from .score_change import ScoreChange
from .scorecard import Excusal, Scorecard, Submission
from .share import Share
from .telling import Telling
from .warning import Seen, WarningKind, WarningObservation

__all__ = [
    "Assessor",
    "Candidate",
    "ConflictOfInterest",
    "CriteriaSet",
    "Criterion",
    "Decision",
    "EvidenceKind",
    "EvidenceNote",
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
    "Share",
    "Submission",
    "Telling",
    "WarningKind",
    "WarningObservation",
]
