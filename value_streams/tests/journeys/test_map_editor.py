"""A walk is entered by keyboard alone, and says what a file of the same map says."""

import json

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from value_streams.drawing import draw_map
from value_streams.mapping import analyse, as_json, read_map, write_map
from value_streams.maps.entered import entered
from value_streams.models import Element, Map, MapState
from value_streams.tests.mapping.maps import STEERING_BRACKETS
from vsm_portal.testing.browser import PHONE, WIDE, assert_accessible

from .acme import ACME, ELEMENTS, HEAD
from .editor_page import EditorPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def drawn(company):
    return Map.start(company.stream, MapState.CURRENT, by=company.manager, name="Acme Stamping")


@pytest.fixture
def managers_browser(company, browser_of):
    return browser_of(company.manager)


@pytest.fixture
def editor(managers_browser, drawn):
    return EditorPage(managers_browser.new_page(), drawn).open()


def known(drawn):
    return entered(Map.objects.with_rows().get(pk=drawn.pk))


# -- Acme Stamping ---------------------------------------------------------------------------------


def test_acme_stamping_is_entered_by_keyboard_alone(editor, drawn):
    editor.start()
    editor.type_row(*HEAD, end="")
    editor.more(shipments_per_day=1)
    editor.keys.press("Enter")
    for values in ELEMENTS:
        editor.stands_in("name")
        editor.type_row(*values)
    editor.keys.press("Escape")  # the row that the last Enter opened
    editor.all_saved()

    expect(editor.title).to_have_text("So far: 23.6 days of lead time for 188 s of value")
    expect(editor.figures).to_contain_text("60 s")
    expect(editor.figures).to_contain_text("Assembly 1: 62 s")
    expect(editor.faults).to_contain_text("Nothing is missing")

    by_file = read_map(json.dumps(ACME).encode()).map
    by_hand = known(drawn)
    figures = as_json(analyse(by_file))
    assert as_json(by_hand.analysis) == figures
    assert figures["takt_s"] == 60
    assert figures["lead_time_days"] == pytest.approx(23.6196, abs=5e-5)
    assert figures["value_creating_s"] == 188
    over = [one["name"] for one in figures["processes"] if one["over_takt"]]
    assert over == ["Assembly 1"]
    assert draw_map(by_hand.analysis) == draw_map(analyse(by_file))


def test_the_drawing_on_the_page_is_that_of_the_file(company, managers_browser):
    take = Map.take(company.stream, read_map(json.dumps(ACME).encode()).map, by=company.manager)
    other = EditorPage(managers_browser.new_page(), take).open()
    shown = other.page.locator("#map-drawing svg").evaluate("svg => svg.outerHTML")
    expected = other.page.evaluate(
        "text => { const at = document.createElement('div'); at.innerHTML = text;"
        " return at.firstElementChild.outerHTML }",
        draw_map(known(take).analysis),
    )
    assert shown == expected


def test_every_part_of_a_map_is_entered_by_keyboard(editor, drawn):
    """The example of the file format: two paths joining, variants, a cell, a flow, a burst."""
    Map.objects.filter(pk=drawn.pk).update(name="Steering brackets", as_of="2026-01-15")
    editor.open().start()
    editor.type_row("State Street Assembly", 18400, 20, None, 2, 8, 20, 20, end="")
    editor.more(shipments_per_day=1, working_days_per_year=240, variants="left 12000; right 6400")
    editor.keys.press("Enter")
    editor.type_row("Coils", 5)
    editor.type_row("Stamping", "1 s", "60 min", "85 %", 1, end="")
    editor.more(batch_size=7000, variants=2, shared=True, floor_space_m2=120)
    editor.keys.press("Enter")
    editor.type_row("Stamped", None, 7000, end="")
    editor.more(by_variant="left 4600; right 2400")
    editor.keys.press("Enter")
    editor.type_row("Assembly 1", 62, None, None, 1, end="")
    editor.more(cell="Assembly")
    editor.keys.press("Enter")
    editor.type_row("Finished", None, 4140, end="Tab")
    editor.all_saved()

    editor.new("Add a path that joins")
    editor.stands_in("name")
    editor.type_row("Bushings", "main", "Assembly 1", 2, end="")
    editor.more(organisation="Bush Ltd")
    editor.keys.press("Enter")
    editor.type_row("Sleeves", 3)
    editor.type_row("Press", 20, "10 min", "90 %", None, end="")
    editor.more(batch_size=500, first_pass_yield="98 %")
    editor.keys.press("Enter")
    editor.type_row("Pressed", None, 1800, end="Tab")
    editor.new("Supplier")
    editor.type_row("Michigan Steel", "Tuesday and Thursday", end="Tab")
    editor.new("Information flow")
    weekly = ("Production control", "Stamping", None, None, "weekly schedule", "weekly")
    editor.type_row(*weekly, end="Tab")
    editor.new("Kaizen burst")
    editor.type_row("Stamping", "changeover", "f", "Stamping", end="Tab")
    editor.new("Loop")
    editor.type_row("Stamping", None, 2, "Stamping; Stamped", end="Tab")
    editor.all_saved()

    said = json.loads(STEERING_BRACKETS.read_bytes())
    del said["answers"]
    by_file = read_map(json.dumps(said).encode()).map
    assert write_map(known(drawn).map) == write_map(by_file)
    assert draw_map(known(drawn).analysis) == draw_map(analyse(by_file))


# -- the table -------------------------------------------------------------------------------------


@pytest.fixture
def three(editor, drawn):
    """Coils, Weld, Welded are entered and saved."""
    editor.page.locator("#head input[name=customer_name]").focus()
    editor.keys.press("Enter")
    editor.type_row("Coils", 5)
    editor.type_row("Weld", 39)
    editor.type_row("Welded", None, 600)
    editor.keys.press("Escape")
    editor.all_saved()
    assert editor.names() == ["Coils", "Weld", "Welded"]
    return editor


def test_the_likely_kind_follows(editor):
    editor.page.locator("#head input[name=customer_name]").focus()
    kinds = []
    editor.keys.press("Enter")
    for name in ("Coils", "Weld", "Welded"):
        kind = editor.rows.last.locator("select[name=kind]")
        kinds.append(kind.input_value())
        editor.type_row(name, 5)
    editor.keys.press("Escape")
    editor.all_saved()
    assert kinds == ["inventory", "process", "inventory"]


def test_another_kind_keeps_what_was_typed(editor, drawn):
    editor.page.locator("#head input[name=customer_name]").focus()
    editor.keys.press("Enter")
    editor.keys.type("Rings")
    editor.keys.press("Shift+Tab")
    editor.keys.press("ArrowDown")  # inventory → supermarket
    editor.keys.press("Tab")
    editor.stands_in("name")
    editor.keys.press("End")
    editor.type_row("", 2)
    editor.keys.press("Escape")
    editor.all_saved()
    rings = Element.objects.of_map(drawn).get()
    assert (rings.name, rings.kind, rings.days) == ("Rings", "supermarket", 2.0)


def test_a_row_is_put_in_between_and_arrows_go_along_a_column(three):
    page = three
    page.field(page.row("Coils"), "name").focus()
    page.keys.press("Control+Enter")
    page.type_row("Stamping", 1, end="ArrowDown")
    expect(page.focused).to_have_value("39")
    page.all_saved()
    assert page.names() == ["Coils", "Stamping", "Weld", "Welded"]


def test_a_row_moves_by_keyboard_and_keeps_the_focus(three):
    page = three
    page.field(page.row("Welded"), "name").focus()
    page.keys.press("Alt+ArrowUp")
    expect(page.page.locator("[data-list^=elements-] > li input[name=name]").nth(1)).to_have_value(
        "Welded"
    )
    expect(page.focused).to_have_value("Welded")
    assert page.names() == ["Coils", "Welded", "Weld"]


def test_a_removed_row_comes_back_by_undo(three):
    page = three
    page.field(page.row("Weld"), "name").focus()
    page.keys.press("Alt+Delete")
    expect(page.rows).to_have_count(2)
    expect(page.status).to_contain_text("Undo brings it back")
    assert page.names() == ["Coils", "Welded"]
    page.keys.press("Alt+u")
    expect(page.rows).to_have_count(3)
    assert page.names() == ["Coils", "Weld", "Welded"]
    names = page.page.locator("[data-list^=elements-] > li input[name=name]")
    assert [names.nth(at).input_value() for at in range(3)] == ["Coils", "Weld", "Welded"]


def test_units_are_converted_and_said_at_the_field(three, drawn):
    page = three
    field = page.field(page.row("Weld"), "changeover_s")
    field.focus()
    page.keys.type("10 min")
    page.keys.press("Enter")
    expect(page.row("Weld")).to_contain_text("10 min is taken as 600 s.")
    assert Element.objects.of_map(drawn).get(name="Weld").changeover_s == 600.0


def test_a_refusal_stands_at_its_field_and_nothing_typed_is_lost(three, drawn, watch):
    watch.expects("422")
    page = three
    field = page.field(page.row("Weld"), "uptime")
    field.fill("85")
    page.keys.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.row("Weld")).to_contain_text("write 0.85 or 85 %")
    assert field.input_value() == "85"
    field.fill("85 %")
    page.keys.press("Enter")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    page.all_saved()
    assert Element.objects.of_map(drawn).get(name="Weld").uptime == 0.85


def test_two_enters_in_a_row_keep_the_order_on_a_slow_line(editor, drawn):
    def slowly(route):
        editor.page.wait_for_timeout(300)
        route.fallback()

    editor.page.route("**/element/**", slowly)
    editor.page.locator("#head input[name=customer_name]").focus()
    editor.keys.press("Enter")
    for name in ("A", "B", "C", "D"):
        editor.type_row(name, 1)
    editor.keys.press("Escape")
    editor.all_saved()
    assert editor.names() == ["A", "B", "C", "D"]


def test_a_save_whose_answer_was_lost_makes_no_second_row(editor, drawn, watch):
    watch.expects("ERR_FAILED")

    def save_and_lose_the_answer(route):
        route.fetch()
        route.abort()

    editor.page.route("**/element/new/", save_and_lose_the_answer, times=1)
    editor.page.locator("#head input[name=customer_name]").focus()
    editor.keys.press("Enter")
    editor.type_row("Coils", 5)
    editor.keys.press("Escape")
    editor.all_saved()
    assert editor.names() == ["Coils"]


# -- two people ------------------------------------------------------------------------------------


@pytest.fixture
def colleague(company, browser_of, three, drawn):
    """The top person has the same map open."""
    return EditorPage(browser_of(company.top).new_page(), drawn).open()


def test_what_a_colleague_saves_appears_within_ten_seconds(three, colleague):
    field = colleague.field(colleague.row("Weld"), "cycle_time_s")
    field.fill("46")
    colleague.keys.press("Enter")
    colleague.type_row("Finished", 4, end="Control+Enter")
    mine = three.row("Weld")
    expect(three.field(mine, "cycle_time_s")).to_have_value("46", timeout=10_000)
    expect(three.status).to_contain_text("by Top", timeout=10_000)


def test_a_new_row_and_a_removed_one_appear_too(three, colleague):
    colleague.field(colleague.row("Welded"), "name").focus()
    colleague.keys.press("Enter")
    colleague.type_row("Assembly", 62)
    colleague.keys.press("Escape")
    colleague.all_saved()
    colleague.field(colleague.row("Coils"), "name").focus()
    colleague.keys.press("Alt+Delete")
    expect(three.rows).to_have_count(3, timeout=10_000)
    names = three.page.locator("[data-list^=elements-] > li input[name=name]")
    expect(names.nth(0)).to_have_value("Weld", timeout=10_000)
    expect(names.nth(2)).to_have_value("Assembly", timeout=10_000)


def test_a_row_being_edited_is_never_overwritten(three, colleague, drawn, watch):
    watch.expects("409")
    mine = three.field(three.row("Weld"), "cycle_time_s")
    mine.fill("62")
    theirs = colleague.field(colleague.row("Weld"), "cycle_time_s")
    theirs.fill("46")
    colleague.keys.press("Enter")
    conflict = three.row("Weld").locator("[data-conflict]")
    expect(conflict).to_contain_text("C/T, s: 46", timeout=10_000)
    expect(conflict).to_contain_text("C/T, s: 62")
    expect(mine).to_have_value("62")
    weld = Element.objects.of_map(drawn).get(name="Weld")
    assert weld.cycle_time_s == 46.0
    conflict.get_by_role("button", name="Keep mine").click()
    expect(conflict).to_be_empty()
    three.all_saved()
    weld.refresh_from_db()
    assert weld.cycle_time_s == 62.0


def test_both_into_one_keeps_what_each_has_changed(three, colleague, drawn, watch):
    watch.expects("409")
    three.field(three.row("Weld"), "operators").fill("2")
    colleague.field(colleague.row("Weld"), "changeover_s").fill("600")
    colleague.keys.press("Enter")
    conflict = three.row("Weld").locator("[data-conflict]")
    conflict.get_by_role("button", name="Edit both into one").click(timeout=10_000)
    three.all_saved()
    weld = Element.objects.of_map(drawn).get(name="Weld")
    assert (weld.operators, weld.changeover_s) == (2.0, 600.0)


# -- for everybody ---------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1280", "390"])
def test_axe_finds_nothing(three, size, watch):
    watch.expects("422")
    three.page.set_viewport_size(size)
    assert_accessible(three.page)
    three.row("Weld").locator("summary").click()
    three.field(three.row("Weld"), "uptime").fill("85")
    three.keys.press("Enter")
    expect(three.row("Weld")).to_contain_text("write 0.85 or 85 %")
    assert_accessible(three.page)
    width = three.page.evaluate("document.documentElement.scrollWidth")
    assert width <= size["width"]


def test_without_a_script_a_row_is_a_form(company, browser_of, drawn):
    page = browser_of(company.manager, java_script_enabled=False).new_page()
    page.goto(reverse("map_edit", args=[drawn.pk]))
    page.locator(".adds").first.get_by_role("link", name="inventory").click()
    row = page.locator("#element-new-new")
    row.locator("input[name=name]").fill("Coils")
    row.locator("input[name=days]").fill("5")
    row.get_by_role("button", name="Save").click()
    expect(page.locator("#element-new-new select[name=kind]")).to_have_value("process")
    assert Element.objects.of_map(drawn).get().days == 5.0
