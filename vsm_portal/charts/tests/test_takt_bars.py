from vsm_portal.charts.takt_bars import takt_bars
from vsm_portal.charts.tests.reading import parts

LINE = [("Weld", 39.625, 60), ("Assembly 1", 62, 60)]


def words(svg):
    return [each.text for each in parts(svg, "text")]


def test_a_bar_over_takt_is_red_and_says_so_the_others_do_not():
    svg = takt_bars(LINE)
    assert [each.get("class") for each in parts(svg, "rect")] == ["c-ink2", "c-red"]
    assert "62\u00a0s, over takt" in words(svg)
    assert "39.6\u00a0s" in words(svg)
    assert parts(svg, "desc")[0].text == "1 process is over its takt: Assembly 1"


def test_bars_begin_at_zero_and_are_to_scale():
    short, long = (float(each.get("width")) for each in parts(takt_bars(LINE), "rect"))
    assert round(short / long, 3) == round(39.625 / 62, 3)


def test_one_takt_stands_above_its_line_several_do_not():
    assert "takt 60\u00a0s" in words(takt_bars(LINE))
    assert not any("takt 6" in each for each in words(takt_bars([*LINE, ("Press", 20, 30)])))


def test_everything_stays_inside_also_on_the_phone_and_with_long_names():
    svg = takt_bars([("W" * 80, 62_000, 60), ("<b>", 1, 60)], width=358)
    for each in parts(svg, "rect"):
        assert float(each.get("x")) + float(each.get("width")) < 358
    assert "<b>" in words(svg)
    assert words(svg)[0].endswith("…")
