"""What the plants found out about their products: one matrix confirmed, one still to be decided."""

from value_streams.models import FamilyProposal, Matrix

PLAINFIELD = """\
product\tShear\tStamp\tSpot weld 1\tSpot weld 2\tAssemble\tSaw\tTurn\tGrind\tSort\tdemand_per_month
Steering bracket, left\t\t1\t39\t46\t102\t\t\t\t\t12000
Steering bracket, right\t\t1\t39\t46\t102\t\t\t\t\t6400
Steering bracket, heavy\t\t2\t44\t52\t118\t\t\t\t\t1800
Column bracket\t\t1\t36\t40\t96\t\t\t\t\t4200
Pedal bracket\t\t1\t41\t\t88\t\t\t\t\t5100
Inner ring 62\t\t\t\t\t\t6\t48\t35\t4\t21000
Inner ring 72\t\t\t\t\t\t7\t54\t38\t4\t16500
Outer ring 62\t\t\t\t\t\t8\t51\t40\t5\t21000
Outer ring 72\t\t\t\t\t\t9\t58\t44\t5\t16500
Outer ring, flanged\t\t\t12\t\t\t9\t56\t44\t5\t3200
Cover plate\t4\t2\t\t\t31\t\t\t\t\t7600
Shim\t3\t1\t\t\t\t\t\t12\t\t9800
Heat shield\t5\t2\t12\t\t38\t\t\t\t\t2600
"""

RIVERA = """\
product\tRoll-form\tPierce\tWeld stop\tCoat\tFit balls\tAssemble set\tPack\tdemand_per_month
Upper rail, 6-way\t14\t9\t\t30\t\t\t5\t9000
Upper rail, 8-way\t15\t10\t\t30\t\t\t5\t5200
Lower rail, 6-way\t14\t8\t12\t30\t\t\t5\t9000
Lower rail, 8-way\t15\t9\t12\t30\t\t\t5\t5200
Track set, 6-way\t\t\t\t\t25\t64\t18\t4500
Track set, 8-way\t\t\t\t\t28\t71\t18\t2600
Track set, powered\t\t\t9\t\t28\t96\t20\t1900
"""


def build_matrices(company) -> None:
    """Plainfield's is proposed; Rivera's rails and sets are confirmed by its top person."""
    _proposal(company, "plainfield", "Pressed and turned parts", PLAINFIELD, by="brandt")
    rails = _proposal(company, "rivera", "Seat tracks", RIVERA, by="adeyemi")
    names = [
        "Seat-track rails" if "Roll-form" in family.steps else "Seat-track sets"
        for family in rails.figures().families
    ]
    if len(set(names)) == len(names):
        rails.confirm(names, by=company["adeyemi"], version=rails.version)


def _proposal(company, site, name, table, *, by) -> FamilyProposal:
    matrix = Matrix(site=company[site], name=name, table=table)
    matrix.enter(by=company[by])
    proposal = FamilyProposal(matrix=matrix)
    proposal.ask(by=company[by])
    proposal.refresh_from_db()
    return proposal
