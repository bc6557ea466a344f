"""Charts drawn for reading: numbers in, SVG out; intervals drawn, units on the axes.

Drawn on the server by Vega, without inline style, so that they stand in the page, on paper and
under a strict policy; the page's own style colors them for light and dark.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import vl_convert
from markupsafe import Markup

# Safe for the color-blind, and told apart by shape as well.
SERIES_COLORS = ("#0b6170", "#c2571a", "#5d4a9c", "#7a7a7a")
SERIES_SHAPES = ("circle", "square", "diamond", "triangle-up")
MOST_SERIES = len(SERIES_COLORS)
KEPT = 200
WIDTH, HEIGHT = 640, 240
ROW_HEIGHT = 26
# The axis ends where three of four intervals end: tiny groups would else press all others down.
SHOWN_INTERVALS = 0.75
ROOM = 1.1

Specification = dict[str, object]


@dataclass(frozen=True)
class Point:
    """One figure: where it stands, its value and limits in the unit of the axis.

    Without an upper limit the interval has no end.
    """

    label: str
    series: str
    value: float
    lower: float
    upper: float | None


@dataclass(frozen=True)
class Axes:
    """The titles of the axes, units included; `description` is read out instead of the picture."""

    across: str
    up: str
    description: str


@dataclass(frozen=True)
class Chart:
    """A picture; `is_cut` where an interval goes on beyond its edge."""

    svg: Markup
    is_cut: bool


def interval_chart(points: Sequence[Point], axes: Axes) -> Chart:
    """Draw figures over periods, in the order of their names, each with its interval."""
    place = {"field": "label", "type": "nominal", "sort": "ascending", "title": axes.across}
    shared = {
        "x": {**place, "axis": {"labelAngle": 0, "labelOverlap": True}},
        "xOffset": {"field": "series", "sort": None},
    }
    return _draw(points, axes, (shared, "y"), {"width": WIDTH, "height": HEIGHT})


def comparison_chart(points: Sequence[Point], axes: Axes) -> Chart:
    """Draw figures side by side in rows, such as sites, each with its interval."""
    shared = {"y": {"field": "label", "type": "nominal", "sort": None, "title": None}}
    rows = len({point.label for point in points})
    return _draw(points, axes, (shared, "x"), {"width": WIDTH, "height": max(2, rows) * ROW_HEIGHT})


def _draw(
    points: Sequence[Point],
    axes: Axes,
    channels: tuple[Mapping[str, object], str],
    size: Mapping[str, int],
) -> Chart:
    """Draw the points; `channels`: what all marks share, and the channel of the value."""
    top = _top(points)
    shared, along = channels
    scale = {"domain": [0, top], "nice": False}
    value = {"type": "quantitative", "title": axes.up, "scale": scale}
    color, shape = _series(points, SERIES_COLORS), _series(points, SERIES_SHAPES)
    ends = {along: {"field": "lower", **value}, f"{along}2": {"field": "upper"}}
    layer = [
        {
            "mark": {"type": "rule", "strokeWidth": 2},
            "encoding": {**shared, "color": color, **ends},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 75, "opacity": 1},
            "encoding": {
                **shared,
                "color": color,
                "shape": shape,
                along: {"field": "value", **value},
            },
        },
    ]
    text = json.dumps({**_frame(points, top), **size, "layer": layer}, ensure_ascii=False)
    is_cut = any(point.upper is None or point.upper > top for point in points)
    return Chart(_svg(text, axes.description), is_cut)


def _top(points: Sequence[Point]) -> float:
    """Return where the axis ends: above every value, and above the ends of most intervals."""
    ends = sorted(point.value if point.upper is None else point.upper for point in points)
    usual = ends[min(len(ends) - 1, int(len(ends) * SHOWN_INTERVALS))]
    return max(usual, *(point.value for point in points)) * ROOM or 1.0


@lru_cache(maxsize=KEPT)
def _svg(specification: str, description: str) -> Markup:
    svg = vl_convert.vegalite_to_svg(specification)
    opening = f'<svg role="img" aria-label="{Markup.escape(description)}" '
    return Markup(svg.replace("<svg ", opening, 1))  # noqa: S704 - drawn here from numbers


def _series(points: Sequence[Point], signs: Sequence[str]) -> Specification:
    names = list(dict.fromkeys(point.series for point in points))
    legend = {"title": None, "orient": "top", "columnPadding": 24} if len(names) > 1 else None
    scale = {"domain": names, "range": list(signs[: len(names)])}
    return {"field": "series", "type": "nominal", "scale": scale, "legend": legend}


def _frame(points: Sequence[Point], top: float) -> Specification:
    values = [
        {
            "label": point.label,
            "series": point.series,
            "value": point.value,
            "lower": min(point.lower, top),
            "upper": top if point.upper is None else min(point.upper, top),
        }
        for point in points
    ]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "data": {"values": values},
        "config": {
            "font": "sans-serif",
            "axis": {
                "grid": True,
                "gridOpacity": 0.5,
                "labelFontSize": 12,
                "labelLimit": 240,
                "titleFontSize": 12,
                "titleFontWeight": "normal",
            },
            "legend": {"labelFontSize": 12},
            "view": {"stroke": None},
        },
    }
