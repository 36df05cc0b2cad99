"""What is written over the material flow: information, kaizen bursts, loops, answers.

They name what they are at, as in a file; a name that is not on the map is a fault said beside it.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .map_row import MapRow, words
from .map_words import FlowKind, KaizenKind, LoopKind, Medium, Question


class InformationFlow(MapRow):
    FIELDS = ("sender", "to", "medium", "kind", "content", "frequency")

    map = models.ForeignKey(
        "value_streams.Map", on_delete=models.CASCADE, related_name="information_flows"
    )
    sender = words(_("from"))
    to = words(_("to"))
    medium = models.CharField(_("medium"), max_length=10, choices=Medium, default=Medium.MANUAL)
    kind = models.CharField(_("kind"), max_length=20, choices=FlowKind, default=FlowKind.SCHEDULE)
    content = words(_("content"))
    frequency = words(_("how often"))

    class Meta(MapRow.Meta):
        verbose_name = _("information flow")
        verbose_name_plural = _("information flows")
        ordering = ["place", "pk"]

    def __str__(self):
        return f"{self.sender} → {self.to}"


class KaizenBurst(MapRow):
    FIELDS = ("at", "text", "kind", "loop")

    map = models.ForeignKey("value_streams.Map", on_delete=models.CASCADE, related_name="kaizen")
    at = words(_("at"))
    text = words(_("what is to be improved"))
    kind = models.CharField(_("kind"), max_length=8, choices=KaizenKind, default=KaizenKind.PROCESS)
    loop = words(_("loop"))

    class Meta(MapRow.Meta):
        verbose_name = _("kaizen burst")
        verbose_name_plural = _("kaizen bursts")
        ordering = ["place", "pk"]

    def __str__(self):
        return f"{self.at}: {self.text}"


class Loop(MapRow):
    """A piece of the future-state map that is implemented together; `elements` are their names."""

    FIELDS = ("name", "kind", "order", "elements")

    map = models.ForeignKey("value_streams.Map", on_delete=models.CASCADE, related_name="loops")
    name = words(_("name of the loop"))
    kind = models.CharField(_("kind"), max_length=10, choices=LoopKind, default=LoopKind.UPSTREAM)
    order = models.PositiveIntegerField(
        _("order"), null=True, blank=True, help_text=_("1 is implemented first.")
    )
    elements = models.JSONField(_("elements"), blank=True, default=list)

    class Meta(MapRow.Meta):
        verbose_name = _("loop of a map")
        verbose_name_plural = _("loops of maps")
        ordering = ["place", "pk"]

    def __str__(self):
        return self.name


class MapAnswer(MapRow):
    """The answer to one of the eight questions of a future state."""

    FIELDS = ("question", "text")

    map = models.ForeignKey("value_streams.Map", on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(_("question"), max_length=1, choices=Question)
    text = words(_("answer"))

    class Meta(MapRow.Meta):
        verbose_name = _("answer on a map")
        verbose_name_plural = _("answers on maps")
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["map", "question"], name="value_streams_map_answer_once_per_question"
            )
        ]

    def __str__(self):
        return f"{self.question}: {self.text}"
