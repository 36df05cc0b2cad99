"""The blank interview kit: the questions, the words of the levels, room for notes.

Page and PDF print the one dictionary of `sheet_of`. Nothing of anybody's work stands in it.
"""

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vsm_portal.exporting.reports import Report

from .models import EvidenceKind, Position, Seen, WarningKind
from .models.criteria import Tier
from .models.share import asked_of
from .scorecard_contents import EXPLAINED


def find(position_id, user) -> Position | None:
    """For HR, and for whoever sits on the panel from the opening on."""
    readers = Position.objects.organised_by(user) | Position.objects.assessed_by(user)
    return readers.with_names().filter(pk=position_id).first()


def sheet_of(position, user) -> dict:
    """What the kit says. For an assessor the own criteria come first; HR gets it whole."""
    criteria = list(position.criteria.select_related("criterion"))
    seat = position.panel.sitting().filter(user=user).first()
    asked = asked_of(seat, criteria) if seat else {each.pk for each in criteria}
    own = [each for each in criteria if each.pk in asked]
    rest = [each for each in criteria if each.pk not in asked]
    return {
        "document": {
            "title": _("Interview kit: %(stream)s") % {"stream": position.stream.name},
            "language": translation.get_language() or "en",
            "author": "VSM Portal",
            "date": timezone.now().isoformat(),
        },
        "foot": {
            "plant": position.site.name,
            "printed_by": user.name,
            "printed_at": date_format(timezone.localtime(), "j F Y, H:i"),
        },
        "trail": " › ".join([_("Selection"), position.stream.name, _("Interview kit")]),
        "answer": _answer(position, len(own), seat),
        "lede": _(
            "Ask everybody the same, choose the sentence that comes closest, and write down where,"
            " when and what. Nobody else's judgement stands here."
        ),
        "title_block": [
            {"label": label, "value": value}
            for label, value in (
                (_("Position"), str(position)),
                (_("Assessor"), user.name if seat else ""),
                (_("Candidate"), ""),
                (_("Day"), ""),
            )
        ],
        "parts": [
            part
            for part in (
                _part(_("Yours") if rest else "", own, room=4),
                _part(_("Not asked of you"), rest, room=2),
            )
            if part["tiers"]
        ],
        "kinds": [str(kind.label) for kind in EvidenceKind],
        "unseen": _("Not observed"),
        "warnings": [
            {"name": str(kind.label), "sentence": _(EXPLAINED[kind].sentence)}
            for kind in WarningKind
        ],
        "seen": [str(answer.label) for answer in Seen],
    }


def _answer(position, number, seat) -> str:
    words = {"n": number, "stream": position.stream.name}
    if seat:
        return _("Your %(n)s questions on managing %(stream)s") % words
    return _("%(n)s questions on managing %(stream)s") % words


def _part(heading, criteria, room) -> dict:
    """room: how many empty lines for notes."""
    by_tier: dict = {}
    for each in criteria:
        by_tier.setdefault(each.criterion.tier, []).append(_question(each.criterion))
    return {
        "heading": heading,
        "room": room,
        "tiers": [
            {"number": tier, "name": str(Tier(tier).label), "questions": questions}
            for tier, questions in by_tier.items()
        ],
    }


def _question(criterion) -> dict:
    return {
        "name": criterion.name,
        "question": criterion.question,
        "ask_further": criterion.ask_further,
        "levels": [{"name": name, "sentence": sentence} for name, sentence in criterion.levels],
    }


def render(position, user) -> tuple[str, bytes]:
    """The file's name and the PDF, as this person is asked at this moment."""
    from vsm_portal.exporting.pdf import render_pdf  # the worker's: it loads typst

    name = _("Interview kit, %(stream)s.pdf") % {"stream": position.stream.name}
    return name, render_pdf("interview_kit", sheet_of(position, user), translate=_)


REPORT = Report("interview_kit", find, render)
