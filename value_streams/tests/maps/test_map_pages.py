"""The pages that show the maps of a stream, and one map."""

import pytest
from django.urls import reverse

from value_streams.mapping import read_map
from value_streams.models import Element, Map, MapComment
from value_streams.models.map_saving import add_row, save_row
from value_streams.tests.mapping.maps import acme
from vsm_portal.testing.page_frame import FRAME_QUERIES, MANAGER_QUERIES

from .entering import element, taken


def url(name, of, *further):
    return reverse(name, args=[of.pk, *further])


def text(response):
    return response.content.decode()


def test_the_heading_of_a_map_is_its_answer(as_, company):
    drawn = taken(company, acme())
    page = text(as_("hr").get(url("map_detail", drawn)))
    assert "<h1>Current state: 23.6\u00a0days of lead time for 188\u00a0s of value</h1>" in page
    assert "Assembly 1 is over takt by 2\u00a0s." in page
    assert "7.6 of the days lie in Stamped." in page


def test_each_figure_says_why_it_is_what_it_is(as_, company):
    page = text(as_("hr").get(url("map_detail", taken(company, acme()))))
    assert "available time per day ÷ daily demand" in page
    assert "Daily demand 920\u00a0pieces a day" in page
    assert "Stamped 7.609\u00a0days" in page
    assert "Waits only: the time of the processing itself is not added." in page


def test_a_half_entered_map_shows_its_faults_and_what_is_known(as_, company, drawn):
    save_row(element(drawn, "Press"), {"cycle_time_s": None}, by=company.manager, version=1)
    page = text(as_("manager").get(url("map_detail", drawn)))
    assert "1 thing is still missing or wrong" in page
    assert ">Press</a>: " in page
    assert "The map has 1 fault; it is mended first." in page
    assert 'class="vsm"' in page


def test_what_is_no_fault_but_looks_like_a_slip_is_said(as_, company, drawn):
    drawn.save_head({"variants": [["left", 1], ["right", 2]]}, by=company.manager, version=1)
    page = text(as_("hr").get(url("map_detail", drawn)))
    assert "Look at this once more:" in page
    assert "adds up to 3, not to demand_per_month, 18400" in page


def test_without_demand_no_figure_of_a_stand_in_is_shown(as_, company, drawn):
    drawn.save_head({"demand_per_month": None}, by=company.manager, version=1)
    page = text(as_("manager").get(url("map_detail", drawn)))
    assert "the customer&#x27;s demand is missing" in page
    assert 'class="vsm"' not in page
    assert "<h1>Current state: being drawn</h1>" in page


def test_an_empty_map_says_what_to_do_next(as_, company):
    drawn = Map.start(company.stream, "ideal", by=company.manager)
    page = text(as_("manager").get(url("map_detail", drawn)))
    assert "Nothing can be drawn yet" in page
    assert url("map_edit", drawn) in page


def test_who_only_reads_sees_the_buttons_off_with_the_reason(as_, drawn):
    page = text(as_("other_manager").get(url("map_detail", drawn)))
    assert page.count("draw its maps.") >= 3
    assert "comment on its maps." in page


def test_hostile_names_stay_names(as_, company, drawn):
    hostile = "<script>alert(1)</script>"
    save_row(element(drawn, "Press"), {"name": hostile}, by=company.manager, version=1)
    company.stream.maps.get().comments.create(author=company.top, role="executive", text=hostile)
    page = text(as_("manager").get(url("map_detail", drawn)))
    assert hostile not in page
    assert page.count("&lt;script&gt;") >= 3


def test_putting_in_force_is_one_button_and_says_so(as_, company, drawn):
    answer = as_("manager").post(url("map_in_force", drawn), {"seen": 1}, follow=True)
    assert "Current state, version 1 is in force now." in text(answer)
    drawn.refresh_from_db()
    assert drawn.standing == "in_force"


def test_a_map_somebody_saved_meanwhile_is_not_put_in_force(as_, company, drawn):
    save_row(element(drawn, "Coils"), {"days": 6}, by=company.executive, version=1)
    assert as_("manager").post(url("map_in_force", drawn), {"seen": 1}).status_code == 409
    assert as_("manager").post(url("map_in_force", drawn), {"seen": "x"}).status_code == 409
    drawn.refresh_from_db()
    assert drawn.standing == "draft"


@pytest.mark.parametrize("who", ["outsider", "assessor", "chair"])
def test_a_map_of_a_stream_one_may_not_know_is_not_found(as_, drawn, who):
    for name in ("map_detail", "map_export", "map_drawing", "map_photo", "map_photo_create"):
        assert as_(who).get(url(name, drawn)).status_code == 404


def test_the_list_shows_every_state_and_what_a_review_would_miss(as_, company, in_force):
    in_force.copy(by=company.executive)
    page = text(as_("manager").get(url("map_list", company.stream)))
    assert "Current state: version 1 is in force" in page
    assert "Future state: not drawn yet" in page
    assert "being drawn since" in page
    assert "No future-state map is in force." in page
    assert "17.1 days of lead time, no future state in force" in page


def test_a_version_starts_as_a_copy_or_from_an_empty_sheet(as_, company, in_force):
    start = url("map_create", company.stream)
    chosen = {"state": "future", "begin_with": in_force.pk}
    answer = as_("manager").post(start, chosen)
    future = Map.objects.get(state="future")
    assert (answer.url, future.copy_of) == (url("map_edit", future), in_force)
    as_("manager").post(start, {"state": "ideal"})
    ideal = Map.objects.get(state="ideal")
    assert (ideal.copy_of, Element.objects.of_map(ideal).count()) == (None, 0)
    assert as_("manager").post(start, {"state": "dream"}).status_code == 422


def test_a_copy_is_only_made_of_maps_of_the_same_stream(as_, company):
    other = Map.start(company.other_stream, "current", by=company.top)
    answer = as_("manager").post(
        url("map_create", company.stream), {"state": "future", "begin_with": other.pk}
    )
    assert answer.status_code == 422


def test_comments_are_dated_and_say_as_what_one_speaks(as_, company, in_force):
    for who in ("adviser", "manager", "executive"):
        as_(who).post(url("map_comment", in_force), {"text": f"{who} was here"})
    roles = dict(MapComment.objects.values_list("author__name", "role"))
    assert roles == {"Adviser": "adviser", "Manager": "manager", "Executive": "executive"}
    page = text(as_("hr").get(url("map_detail", in_force)))
    assert "adviser was here" in page


def test_an_empty_comment_is_refused_with_the_map_around_it(as_, in_force):
    answer = as_("adviser").post(url("map_comment", in_force), {"text": " "})
    assert (answer.status_code, MapComment.objects.count()) == (422, 0)


@pytest.mark.parametrize("who", ["hr", "other_manager", "head_executive"])
def test_who_only_reads_comments_nothing(as_, in_force, who):
    answer = as_(who).post(url("map_comment", in_force), {"text": "I was here"})
    assert (answer.status_code, MapComment.objects.count()) == (403, 0)


def test_the_stream_page_leads_to_its_maps(as_, company, in_force):
    page = text(as_("hr").get(url("stream_detail", company.stream)))
    assert "Current state: 17.1\u00a0days of lead time" in page
    assert url("map_list", company.stream) in page


def test_the_pages_ask_the_same_however_much_there_is(as_, company, queries):
    client = as_("manager")

    def asked(name, of):
        return queries(lambda: client.get(url(name, of)))

    small = taken(company, read_map(_small()).map)
    before = [asked("map_detail", small)]
    small.put_in_force(by=company.manager, seen=1)
    before.append(asked("map_list", company.stream))
    large = taken(company, acme())
    for at in range(3):
        Map.start(company.stream, "ideal", by=company.manager)
        large.comments.create(author=company.top, role="executive", text=f"{at}")
        add_row(
            Element,
            {"kind": "inventory", "name": f"{at}", "days": 1},
            by=company.manager,
            path=large.paths.get(),
        )
    assert [asked("map_detail", large), asked("map_list", company.stream)] == before
    frame = FRAME_QUERIES + MANAGER_QUERIES
    assert before == [frame + 15, frame + 11]


def _small():
    return b"""{"format": "value-stream-map/1", "name": "Small", "customer": {"daily_demand": 9},
        "working_time": {"shifts_per_day": 1, "hours_per_shift": 8},
        "paths": [{"name": "main", "elements": [
            {"kind": "process", "name": "Weld", "cycle_time_s": 5}]}]}"""


@pytest.mark.parametrize("number", ["9" * 20, "9" * 4301, "²", "-1"])
def test_a_number_that_no_map_has_is_no_map(as_, company, in_force, number):
    page = url("map_comparison", company.stream)
    assert as_("manager").get(page, {"map": number}).status_code == 200
    draft = in_force.copy(by=company.manager)
    assert as_("manager").post(url("map_in_force", draft), {"seen": number}).status_code == 409
