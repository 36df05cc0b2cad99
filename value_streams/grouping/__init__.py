"""Which products belong together: a product × step matrix in, product families out.

Plain data and numbers, no database and no clock; pages, jobs, commands and the demo call it.
"""

from .families import FamilyFigures, Partition, Proposal, Rules, figures_of, partition_of
from .matrix import Matrix
from .proposing import Refusal, propose
from .reading import Faults, Read, read_matrix
from .writing import as_json, as_rows, as_table

__all__ = [
    "FamilyFigures",
    "Faults",
    "Matrix",
    "Partition",
    "Proposal",
    "Read",
    "Refusal",
    "Rules",
    "as_json",
    "as_rows",
    "as_table",
    "figures_of",
    "partition_of",
    "propose",
    "read_matrix",
]
