from vsm_portal.charts import sparkline
from vsm_portal.charts.tests.reading import parts


def test_a_gap_stays_a_gap_and_the_last_reading_is_a_point():
    svg = sparkline([98, 97, None, 90, 88], target=97)
    assert len(parts(svg, "path")) == 2
    assert parts(svg, "circle")[-1].get("r") == "2.4"
    assert parts(svg, "title")[0].text == "98, 97, no reading, 90, 88"
    assert parts(svg, "desc")[0].text == "target 97"


def test_one_scale_for_a_column_keeps_flat_flat():
    path = parts(sparkline([50, 51], scale=(0, 100)), "path")[0].get("d")
    assert path == "M3 12 L81 11.82"


def test_readings_outside_the_scale_stay_inside_the_drawing():
    circle = parts(sparkline([120], scale=(0, 100)), "circle")[-1]
    assert circle.get("cy") == "3"


def test_an_abnormal_line_is_red():
    assert 'class="k-red"' in sparkline([1, 2], abnormal=True)


def test_no_readings_say_so():
    assert parts(sparkline([None, None]), "circle") == []
    assert parts(sparkline([]), "title")[0].text == "No readings"
