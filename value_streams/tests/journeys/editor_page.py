"""The page on which a map is entered, as the journeys use it: by keyboard."""

from django.urls import reverse
from playwright.sync_api import expect

from value_streams.models import Element, Map


class EditorPage:
    def __init__(self, page, drawn):
        self.page, self.drawn = page, drawn
        self.url = reverse("map_edit", args=[drawn.pk])
        self.keys = page.keyboard
        self.focused = page.locator(":focus")
        self.title = page.locator("h1")
        self.rows = page.locator("[data-list^=elements-] > li")
        self.figures = page.locator("#map-figures")
        self.faults = page.locator("#map-faults")
        self.status = page.locator("#map-status")

    def open(self):
        self.page.goto(self.url)
        expect(self.page.locator("[data-with-script]")).to_be_visible()
        return self

    def start(self):
        """Into the first field of the page, by Tab alone."""
        goal = self.page.locator("input[name=customer_name]")
        for _step in range(60):
            if goal.evaluate("field => field === document.activeElement"):
                return
            self.keys.press("Tab")
        raise AssertionError("Tab never reached the customer's name.")

    def type_row(self, *values, end="Enter"):
        """Field by field with Tab; None is passed over. Then on to the next row."""
        for place, value in enumerate(values):
            if place:
                self.keys.press("Tab")
            if value is not None:
                self.keys.type(str(value))
        if end:
            self.keys.press(end)

    def more(self, **values):
        """Tab to what is folded away behind the fields of the row, unfold it, and fill it in."""
        self.keys.press("Tab")
        assert self.focused.evaluate("element => element.localName") == "summary"
        self.keys.press("Enter")
        while values:
            self.keys.press("Tab")
            name = self.page.evaluate("document.activeElement.name")
            if name in values:
                value = values.pop(name)
                self.keys.press("Space") if value is True else self.keys.type(str(value))

    def new(self, label):
        """Tab on to the link or button of that name, and press it."""
        for _step in range(200):
            if self.focused.count() and self.focused.inner_text().strip() == label:
                break
            self.keys.press("Tab")
        self.keys.press("Enter")

    def row(self, name):
        """The saved row of the element that is called this."""
        found = Element.objects.of_map(self.drawn).get(name=name)
        return self.page.locator(f"#element-{found.pk}")

    def field(self, row, name):
        return row.locator(f"input[name={name}]")

    def all_saved(self):
        """Nothing on the page is unsaved, and no row is refused."""
        pending = self.page.locator(".saved.waiting, .saved.lost, li[data-new]")
        expect(pending).to_have_count(0, timeout=30_000)

    def stands_in(self, name):
        expect(self.focused).to_have_attribute("name", name)

    def names(self):
        """The elements of the main path, as the database has them."""
        path = Map.objects.get(pk=self.drawn.pk).paths.get(name="main")
        return [each.name for each in Element.objects.filter(path=path).in_order()]
