"""The selection record as rows: everything its sheet says, and the scores behind it."""

from django.utils.translation import gettext as _

from vsm_portal.exporting.table import Table

from .exports import ranking_tables
from .exports_scores import texts


def record_tables(sheet, snapshot) -> list[Table]:
    """The sheets of the workbook: the record, then those of the ranking it was taken against."""
    return [record_table(sheet), *(ranking_tables(snapshot) if snapshot else ())]


def record_table(sheet) -> Table:
    """Part by part, one row for each thing said: part, about, text."""
    return Table(
        title=_("Selection record"),
        columns=texts(part=_("Part"), about=_("About"), text=_("Text")),
        rows=[
            {"part": part, "about": about, "text": text}
            for part, lines in _parts(sheet)
            for about, text in lines
            if text
        ],
    )


def _parts(sheet):
    yield _("Selection record"), [("", sheet["answer"]), ("", sheet["lede"]), *_head(sheet)]
    yield _("Decision"), list(_decision(sheet["decision"]))
    yield _("Still missing"), [("", each) for each in sheet["missing"]]
    yield _("The position"), list(_terms(sheet))
    if sheet["ranking"] is not None:
        yield _("Ranking"), [*map(_standing, sheet["ranking"]), ("", sheet["firmness"])]
        yield _("Scores: criteria × assessors"), list(_scores(sheet["heat"]))
        yield _("Where the panel saw it differently"), list(_disagreements(sheet))
        yield _("Changed after the reveal"), [_change(each) for each in sheet["changed"]]
        yield _("Excused"), [_excused(each) for each in sheet["excused"]]
        yield _("Changed after the opening"), [("", each) for each in sheet["events"]]
        for each in sheet["further"]:
            rows = [_with_heads(each["head"], row) for row in each["rows"]]
            yield each["title"], [*rows, *(("", line) for line in [each["remark"], *each["lines"]])]
    yield _("Who was told, when and how"), [_told(each) for each in sheet["told"]]
    yield _("Decisions taken back"), [_taken_back(each) for each in sheet["earlier"]]
    yield _("Snapshot"), [("", sheet["identity"])]


def _head(sheet) -> list[tuple]:
    return [(cell["label"], cell["value"]) for cell in sheet["title_block"]]


def _decision(decision):
    if decision is None:
        return
    yield _("Chosen"), decision["chosen"]
    yield _("Why"), decision["reason"]
    for each in decision["conditions"]:
        yield each["condition"], each["met"]
    yield _("Adviser (sensei)"), decision["adviser"]
    yield _("Authority"), decision["authority"]
    yield _("First day"), decision["starts"]
    yield _("Decided by"), f"{decision['by']}, {decision['at']}"


def _terms(sheet):
    terms = sheet["position"]
    yield _("Site"), terms["site"]
    yield _("Value stream"), terms["stream"]
    yield _("Opened"), terms["opened"]
    if revealed := terms["revealed"]:
        said = (revealed["at"], revealed["how"], revealed["by"], revealed["reason"])
        yield _("Revealed"), ", ".join(filter(None, said))
    yield _("Chair"), terms["chair"]
    yield _("Assessors"), ", ".join(terms["assessors"])
    for tier, weight in zip(sheet["tiers"], terms["weights"], strict=True):
        yield _("Weight: %(tier)s") % {"tier": tier}, weight
    yield _("Why these weights"), terms["weights_reason"]
    for tier, threshold in zip(sheet["tiers"], terms["thresholds"], strict=True):
        yield _("Threshold: %(tier)s") % {"tier": tier}, threshold
    yield _("Criteria version"), terms["criteria_version"]


def _standing(row) -> tuple:
    place = f"{row['place']}. " if row["place"] else ""
    said = [
        _("weighted score %(score)s") % row if row["score"] else _("not rankable"),
        _("tiers %(values)s") % {"values": " · ".join(each or "–" for each in row["tiers"])},
        _("%(n)s of %(all)s criteria") % _counts(row["coverage"]["criteria"]),
        _("%(n)s of %(all)s scores") % _counts(row["coverage"]["scores"]),
        *(
            _("place %(place)s: %(share)s of 100 weightings") % {"place": at, "share": share}
            for at, share in enumerate(row["acceptability_words"], start=1)
            if share != "0"
        ),
        *(sign["words"] for sign in row["conditions"] + row["warnings"]),
    ]
    if row["always_ahead_of"]:
        names = ", ".join(row["always_ahead_of"])
        said.append(
            _("ahead of %(names)s for every weighting that keeps the order") % {"names": names}
        )
    return f"{place}{row['candidate']}, {row['function']}", "; ".join(said)


def _counts(pair) -> dict:
    return {"n": pair[0], "all": pair[1]}


def _scores(heat):
    for one in heat["candidates"]:
        rows = zip(heat["criteria"], one["scores"], one["observable"], strict=True)
        for criterion, levels, observable in rows:
            said = [
                f"{name} {level or (_('not observed') if asked else _('not asked or not counted'))}"
                for name, level, asked in zip(heat["assessors"], levels, observable, strict=True)
            ]
            yield f"{one['name']}, {criterion['name']}", "; ".join(said)


def _disagreements(sheet):
    for each in sheet["disagreements"]:
        sides = [
            f"{side['assessor']} {side['score']}: “{side['evidence']}” ({side['kind']})"
            for side in each["sides"]
        ]
        yield f"{each['candidate']}, {each['criterion']}", "; ".join([each["state"], *sides])
    for each in sheet["also_apart"]:
        yield _("Also apart"), each


def _change(each) -> tuple:
    words = [each[key] or _("not observed") for key in ("old", "new")]
    said = f"{each['assessor']} {words[0]} → {words[1]}, {each['at']}. “{each['reason']}”"
    return f"{each['candidate']}, {each['criterion']}", said


def _excused(each) -> tuple:
    return (
        f"{each['assessor']}, {each['candidate']}",
        f"“{each['reason']}” {each['by']}, {each['at']}",
    )


def _with_heads(head, row) -> tuple:
    pairs = zip(head[1:], row[1:], strict=True)
    return row[0], "; ".join(f"{title}: {value}" for title, value in pairs)


def _told(each) -> tuple:
    return each["candidate"], ", ".join(filter(None, (each["at"], each["how"], each["by"])))


def _taken_back(each) -> tuple:
    said = _("Taken back by %(reversed_by)s, %(reversed_at)s: “%(why)s”") % each
    return each["chosen"], f"{each['by']}, {each['at']}. “{each['reason']}” {said}"
