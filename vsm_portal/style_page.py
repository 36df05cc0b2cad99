"""Every component in every state on one page, for those who build pages. Routed in DEBUG only."""

from fractions import Fraction

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import render

from . import charts


class SampleForm(forms.Form):
    """A field of each kind."""

    name = forms.CharField(label="Name", help_text="As it stands on the badge.")
    email = forms.EmailField(label="E-mail")
    due = forms.DateField(
        label="Decided by when", widget=forms.DateInput(attrs={"type": "date"}), required=False
    )
    plant = forms.ChoiceField(
        label="Plant", choices=[("", "Choose a plant"), ("1", "Plainfield"), ("2", "Riverton")]
    )
    kind = forms.ChoiceField(
        label="Source",
        choices=[("own", "Own plant"), ("sister", "Sister plant"), ("out", "From outside")],
        widget=forms.RadioSelect,
    )
    tiers = forms.MultipleChoiceField(
        label="Judges tiers",
        choices=[("1", "Attitude and leadership"), ("2", "Lean knowledge")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    reason = forms.CharField(label="Reason", widget=forms.Textarea(attrs={"rows": 3}))
    cv = forms.FileField(label="CV", help_text="PDF, up to 10 MB.", required=False)
    told = forms.BooleanField(label="Privacy notice was given")

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout(
            Row("name", "email"), Row("due", "plant"), "kind", "tiers", "reason", "cv", "told"
        )
        helper.add_input(Submit("save", "Save the candidate"))
        return helper


REFUSED = {
    "refused-name": "Nadia Haddad",
    "refused-email": "nadia@",
    "refused-due": "2026-11-31",
    "refused-kind": "moon",
}
LEVELS = [
    (1, "Own words each time", "The reason for the change is a different one each week."),
    (2, "Explains when asked", "Has the process clear, drops it quietly under pressure."),
    (3, "Explains before", "Everybody concerned hears step, reason and date beforehand."),
    (4, "Sticks to it in the open", "Keeps the process through a bad week, misses on the board."),
    (5, "Others carry it on", "Team leaders explain the process in the same words."),
]
KINDS = [
    ("g", "Observed at the gemba"),
    ("i", "Interview answer"),
    ("p", "Plan or data"),
    ("r", "Reference"),
]
CENTROID = (Fraction(11, 18), Fraction(5, 18), Fraction(2, 18))
ASSESSORS = [("Kerr", 2), ("Brandt", 4), ("Patel", 4), ("Lin", 5)]
LONG_NAMES = [("Wolfeschlegelsteinhausen", 1), ("Ng", 2), ("Papadopoulos-Schmidt", 3), ("Ko", 5)]


@login_not_required
def parts(request):
    """The page itself; the frame around it is filled with invented people."""
    return render(request, "style/parts.html", frame() | components() | drawings())


def frame():
    places = ["Waiting", "Streams", "Selection", "Reviews", "Reports"]
    navigation = [
        {"label": name, "url": f"#{name}", "current": name == "Selection", "count": 5 * (not at)}
        for at, name in enumerate(places)
    ]
    return {
        "navigation": navigation,
        "user": {"is_authenticated": True, "name": "Helen Brandt"},
        "person_site": "Plainfield plant",
        "footer": "Mon 23 November 2026, 10:42 · week 48",
        "trail": [("For those who build pages", "#"), ("Parts", "")],
        "titleblock": [
            ("Position", "Value-stream manager, Wheel-bearing rings"),
            ("Assessor", "Helen Brandt"),
            ("Candidate", "2 of 4"),
            ("Due", "today"),
        ],
    }


def components():
    return {
        "form": SampleForm(),
        "refused": SampleForm(REFUSED, prefix="refused"),
        "readers": [
            ("Now", "Only you."),
            ("After you submit", "Still only you. HR sees that you submitted, not what."),
            ("After the reveal", "The four assessors and the top person of the site."),
            ("Never", "Nadia Haddad."),
        ],
        "facts": [
            ("Now", "Quality engineer, Bearing housings, 6 years"),
            ("Before", "Assembly team leader, 4 years"),
            ("Way back", "Quality, 2029"),
        ],
        "levels": LEVELS,
        "unseen": ("0", "Not observed", "Left out of the mean; never counted as zero."),
        "kinds": KINDS,
        "seen": [("seen", "Seen"), ("not", "Not seen"), ("none", "No chance to see")],
        "kept": [("Reason", "Two team leaders asked to be moved.\nI was there on 9 September.")],
        "page": Paginator(range(60), 20).page(2),
        "heat": [
            ("Sees the whole stream rather than parts", [5, 4, 5, 4], "4.5", ""),
            (
                "Convinces and motivates others, even against their interest",
                [4, 2, 5, 4],
                "3.8",
                "3",
            ),
            ("Learns with an adviser", [3, 1, 4, 0], "2.7", "3"),
        ],
    }


def drawings():
    seven_eighths, eighth = Fraction(7, 8), Fraction(1, 8)
    return {
        "ranking": [
            {
                "place": 1,
                "name": "Nadia Haddad",
                "now": "Quality engineer, Bearing housings",
                "score": "3.89",
                "tiers": charts.tier_bars([Fraction(41, 10), 3.9, 2.8], CENTROID, [3, 3, None]),
                "bar": charts.acceptability_bar([seven_eighths, eighth, 0, 0]),
                "state": "calm",
                "words": "No condition",
            },
            {
                "place": 2,
                "name": "Luis Ortega",
                "now": "Logistics lead, inbound",
                "score": "3.77",
                "tiers": charts.tier_bars([3.9, 2.4, None], CENTROID, [3, 3, None]),
                "bar": charts.acceptability_bar([eighth, Fraction(1, 2), Fraction(1, 4), eighth]),
                "state": "warn",
                "words": "Needs a named adviser: tier 2 below 3.0",
            },
            {
                "place": 3,
                "name": "Owen Price",
                "now": "Shift manager, press shop",
                "score": "3.01",
                "tiers": charts.tier_bars([2.6, 3.5, 4], CENTROID, [3, 3, None]),
                "bar": charts.acceptability_bar([0, Fraction(1, 40), Fraction(1, 4), 0.725]),
                "state": "bad",
                "words": "Needs a written reason: tier 1 below 3.0",
            },
        ],
        "strips": [charts.disagreement_strip(ASSESSORS), charts.disagreement_strip(LONG_NAMES)],
        "steps": charts.progress_steps([[True] * 5 + [False] * 2, [False] * 3, [False] * 4]),
        "sparks": [
            charts.sparkline([97, 98, 97, 96, 97, 95, 93, 90, 88], target=97, abnormal=True),
            charts.sparkline([38, 40, 41, None, 44, 46, None, 37]),
        ],
    }
