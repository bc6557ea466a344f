"""Charts as they stand in a page: drawn from numbers, without anything that a policy forbids."""

import re
from xml.etree import ElementTree

import pytest

from screening.indicators.charts import Axes, Point, comparison_chart, interval_chart

AXES = Axes("Year", "Rate (%)", 'Rate by year, "as asked" <for all>')
POINTS = [
    Point("2020", "Prevalent", 0.7, 0.5, 0.9),
    Point("2020", "Incident", 0.4, 0.3, 0.6),
    Point("2021", "Prevalent", 0.6, 0.4, 0.8),
]


def read(chart):
    """Return the picture as the reader of XML takes it."""
    return ElementTree.fromstring(str(chart.svg))  # noqa: S314 - drawn by the program


def marks(chart, kind):
    texts = re.findall(rf'aria-roledescription="{kind}"', str(chart.svg))
    return len(texts)


@pytest.mark.parametrize("draw", [interval_chart, comparison_chart])
def test_every_figure_is_a_point_with_its_interval(draw):
    chart = draw(POINTS, AXES)

    assert marks(chart, "point") == 3
    assert marks(chart, "rule mark") == 3
    assert not chart.is_cut


@pytest.mark.parametrize("draw", [interval_chart, comparison_chart])
def test_a_picture_is_read_out_as_one_sentence_and_carries_no_style_or_script(draw):
    root = read(draw(POINTS, AXES))

    assert (root.get("role"), root.get("aria-label")) == ("img", AXES.description)
    assert all(element.get("style") is None for element in root.iter())
    assert not [element for element in root.iter() if element.tag.endswith(("script", "style"))]
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on")]


def test_two_pictures_of_a_page_share_no_id():
    ids = [
        element.get("id")
        for draw in (interval_chart, comparison_chart)
        for element in read(draw(POINTS, AXES)).iter()
        if element.get("id")
    ]

    assert len(ids) == len(set(ids))


def test_texts_are_drawn_as_texts():
    chart = comparison_chart([Point("<b>东院区</b>", "", 1, 0.5, 2)], AXES)

    assert "<b>" not in str(chart.svg)
    assert "东院区" in str(chart.svg)


def test_series_are_told_apart_by_color_and_named_in_the_order_given():
    svg = str(interval_chart(POINTS, AXES).svg)

    assert {"#0b6170", "#c2571a"} <= set(re.findall("#[0-9a-f]{6}", svg))
    assert svg.index("Prevalent") < svg.index("Incident")


def test_one_tiny_group_does_not_press_the_others_flat_and_its_interval_is_said_to_be_cut():
    usual = [Point(str(year), "", 0.7, 0.5, 0.9) for year in range(2018, 2025)]
    chart = interval_chart([*usual, Point("2025", "", 0.0, 0.0, 79.3)], AXES)

    assert chart.is_cut
    assert "80" not in re.findall(r">([0-9.]+)</text>", str(chart.svg))


def test_an_interval_without_end_goes_on_beyond_the_edge():
    assert interval_chart([Point("2020", "", 5, 3, None)], AXES).is_cut


def test_figures_of_nothing_but_zero_still_have_an_axis():
    assert marks(interval_chart([Point("2020", "", 0, 0, 0)], AXES), "point") == 1
