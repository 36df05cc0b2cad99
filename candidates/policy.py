from .addresses import deciding, organising, scoring

POLICY = organising.POLICY | scoring.POLICY | deciding.POLICY
