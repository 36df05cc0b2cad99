"""What the ranking of a snapshot says, in sentences. Pure: plain data in, words out.

No sentence says "he" or "she": the name is said again. What "for every weighting" means is the
paper's order: attitude and leadership, then lean knowledge, then knowledge of this stream.
"""

from fractions import Fraction

from django.utils.translation import gettext as _

from .models.criteria import Tier
from .weight_words import order


def listed(names) -> str:
    """
    >>> listed(["Nadia Haddad"]), listed(["Ana", "Ben"]), listed(["Ana", "Ben", "Cem"]), listed([])
    ('Nadia Haddad', 'Ana and Ben', 'Ana, Ben and Cem', '')
    """
    names = [str(name) for name in names]
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def heading(snapshot) -> str:
    """The answer: who comes first, and what could change that.

    >>> def one(pk, name, place, *ahead_of):
    ...     return {"candidate": pk, "name": name, "place": place, "ahead_of": ahead_of}
    >>> firm = {"assessors": [], "criteria": []}
    >>> nadia, luis, karin = (1, "Nadia Haddad"), (2, "Luis Ortega"), (3, "Karin Lund")
    >>> heading({"firmness": firm,
    ...          "standings": [one(*nadia, 1, 3), one(*luis, 2, 3), one(*karin, 3)]})
    'Nadia Haddad comes first; only Luis Ortega could pass Nadia Haddad'
    >>> heading({"firmness": firm,
    ...          "standings": [one(*nadia, 1, 2, 3), one(*luis, 2, 3), one(*karin, 3)]})
    'Nadia Haddad comes first for every weighting that keeps the order'
    >>> heading({"firmness": firm, "standings": [one(*nadia, 1), one(*luis, 1), one(*karin, 3)]})
    'Nadia Haddad and Luis Ortega share the first place'
    >>> heading({"firmness": {"assessors": [{"name": "David Kerr"}], "criteria": []},
    ...          "standings": [one(*nadia, 1, 2), one(*luis, 2)]})
    'Nadia Haddad comes first, but not without the scores of David Kerr'
    """
    ranked = [each for each in snapshot["standings"] if each["place"]]
    if not ranked:
        return _heading_without_a_place(snapshot["standings"])
    first = [each for each in ranked if each["place"] == 1]
    if len(first) > 1:
        return _("%(names)s share the first place") % {"names": listed(_names(first))}
    words = {"name": first[0]["name"]}
    if len(ranked) == 1:
        return _of_the_only_one(snapshot["standings"], words)
    if best := always_ahead(snapshot):
        words["others"] = listed(_names(best))
        return (
            _(
                "%(name)s comes first by these weights alone; "
                "for every weighting that keeps the order %(others)s would be ahead"
            )
            % words
        )
    if hangs := _what_it_hangs_on(snapshot["firmness"], words):
        return hangs
    return _of_the_rivals(ranked, could_pass(snapshot), words)


def _heading_without_a_place(standings) -> str:
    if not standings:
        return _("Nobody is considered any more")
    return _("Nobody can be ranked: for each candidate a tier was observed by nobody")


def _of_the_only_one(standings, words) -> str:
    if len(standings) == 1:
        return _("%(name)s is the only candidate") % words
    return _("Only %(name)s can be ranked; the others lack a tier that nobody observed") % words


def _what_it_hangs_on(firmness, words) -> str:
    """Where leaving out one assessor or one criterion changes the first place."""
    assessors, criteria = (_names(firmness[each]) for each in ("assessors", "criteria"))
    if not assessors and not criteria:
        return ""
    if len(assessors) + len(criteria) > 1:
        return (
            _("%(name)s comes first, but leaving out one assessor or one criterion changes that")
            % words
        )
    if assessors:
        return _("%(name)s comes first, but not without the scores of %(assessor)s") % (
            words | {"assessor": assessors[0]}
        )
    return _("%(name)s comes first, but not without the criterion “%(criterion)s”") % (
        words | {"criterion": criteria[0]}
    )


def _of_the_rivals(ranked, rivals, words) -> str:
    if not rivals:
        return _("%(name)s comes first for every weighting that keeps the order") % words
    if len(rivals) == len(ranked) - 1 and len(rivals) > 1:
        return _("%(name)s comes first, but everybody else could pass %(name)s") % words
    if len(rivals) > 2:
        words["n"] = len(rivals)
        return _("%(name)s comes first, but %(n)s others could pass %(name)s") % words
    return _("%(name)s comes first; only %(others)s could pass %(name)s") % (
        words | {"others": listed(_names(rivals))}
    )


def leader(snapshot) -> dict | None:
    """Who alone comes first; None where nobody does or several do."""
    first = [each for each in snapshot["standings"] if each["place"] == 1]
    return first[0] if len(first) == 1 else None


def could_pass(snapshot) -> list[dict]:
    """Who is ahead of the first one under some weighting that keeps the order."""
    first = leader(snapshot)
    if first is None:
        return []
    return [
        each
        for each in snapshot["standings"]
        if each["place"] and each is not first and each["candidate"] not in first["ahead_of"]
    ]


def always_ahead(snapshot) -> list[dict]:
    """Who is ahead of the first one whatever the weights, as long as they keep the order."""
    first = leader(snapshot)
    if first is None:
        return []
    return [each for each in snapshot["standings"] if first["candidate"] in each["ahead_of"]]


def lede(snapshot) -> list[str]:
    """The sentences under the heading: ahead of whom for certain, against whom how often."""
    first = leader(snapshot)
    if first is None or len(first["acceptability"]) < 2:
        return []
    said = []
    if first["ahead_of"]:
        said.append(_ahead_of(snapshot, first))
    said.append(_how_often_first(snapshot, first))
    said += [_where_better(rival, first) for rival in could_pass(snapshot)[:2]]
    return [sentence for sentence in said if sentence]


def _ahead_of(snapshot, first) -> str:
    ranked = [each for each in snapshot["standings"] if each["place"]]
    words = {"name": first["name"], "others": listed(first["always_ahead_of"])}
    if len(ranked) > 3 and len(first["ahead_of"]) == len(ranked) - 1:
        words["others"] = _("everybody else")
    tiers = [tier["tier"] for tier in first["tiers"]]
    if len(tiers) == 1:
        return _("%(name)s is ahead of %(others)s.") % words
    words["order"] = order(tiers)
    return (
        _("%(name)s is ahead of %(others)s for every weighting that keeps the order: %(order)s.")
        % words
    )


def _how_often_first(snapshot, first) -> str:
    """Left out where it says no more than "for every weighting"."""
    shares = [
        (each["name"], each["acceptability"][0])
        for each in snapshot["standings"]
        if each["place"] and each is not first and each["acceptability"][0] != "0"
    ]
    if not shares:
        return ""
    words = {
        "name": first["name"],
        "share": first["acceptability"][0],
        "others": listed(
            _("%(name)s in %(share)s") % {"name": name, "share": share} for name, share in shares
        ),
    }
    if not _add_up([words["share"], *(share for _name, share in shares)]):
        words["share"] = _("about %(share)s") % words
    return _("Of 100 such weightings %(name)s comes first in %(share)s, %(others)s.") % words


def _add_up(shares) -> bool:
    """Each is rounded in its own row, so that it is the figure of its bar: the column may miss 100.

    >>> _add_up(["88", "12"]), _add_up([">99", "<1"]), _add_up(["33", "33", "33"])
    (True, True, False)
    """
    if ">99" in shares:
        return True
    return "<1" not in shares and sum(map(int, shares)) == 100


def _where_better(rival, first) -> str:
    """The tiers on which somebody behind is ahead, with both values."""
    better = [
        _("%(tier)s (%(own)s against %(other)s)")
        % {
            "tier": Tier(own["tier"]).label.lower(),
            "own": own["value"],
            "other": other["value"],
        }
        for own, other in zip(rival["tiers"], first["tiers"], strict=True)
        if Fraction(own["value_exact"]) > Fraction(other["value_exact"])
    ]
    if not better:
        return ""
    words = {"name": rival["name"], "tiers": listed(better)}
    return _("%(name)s is ahead on %(tiers)s.") % words


def _names(named) -> list[str]:
    return [each["name"] for each in named]
